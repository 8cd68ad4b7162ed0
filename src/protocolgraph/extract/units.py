"""The passages of a document, each once, in reading order: headings, lead-ins and clauses' own words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from protocolgraph.model import ClauseKind, Outline, Passage

_LONGEST_LABEL = 3
"""Words of a label that may be a post's title."""


class UnitKind(StrEnum):
    """What a passage is to its clause."""

    HEADING = "heading"
    LEAD = "lead"
    BODY = "body"


Key = tuple[int, int]
"""A passage is known by the offset of its first word and its length."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A passage with its place in the document."""

    kind: UnitKind
    passage: Passage
    section: int
    part: int
    block: int
    listed: bool = False
    """Whether it is an item of a list that a lead-in announces."""
    beside: bool = False
    """Whether it is a header of a table or stands in a third column or later, and so alone on no line."""

    @property
    def text(self) -> str:
        """The passage's words."""
        return self.passage.text

    @property
    def labelled(self) -> str:
        """The words with the colon of a short label, by which a title of one capital is told: "Support officer:"."""
        short = self.kind is UnitKind.LEAD and len(self.text.split()) <= _LONGEST_LABEL
        return f"{self.text}:" if short else self.text

    @property
    def start(self) -> int:
        """Offset of the first word in the document."""
        return self.passage.pieces[0].start if self.passage.pieces else 0


def key_of(passage: Passage) -> Key:
    """Return what a passage is known by."""
    return (passage.pieces[0].start if passage.pieces else -1, len(passage.text))


def units_of(outline: Outline) -> dict[Key, Unit]:
    """Return the passages of a document by their keys, in reading order."""
    found: dict[Key, Unit] = {}
    for index, section in enumerate(outline.sections):
        if section.heading.text:
            unit = Unit(UnitKind.HEADING, section.heading, index, section.part, -1)
            found.setdefault(key_of(section.heading), unit)
    for clause in outline.clauses:
        for lead in clause.leads:
            unit = Unit(UnitKind.LEAD, lead, clause.section, clause.part, clause.block)
            if lead.text:
                found.setdefault(key_of(lead), unit)
        if clause.body.text:
            listed = clause.kind is ClauseKind.ITEM and bool(clause.leads)
            beside = clause.cell is not None and (clause.cell.header or clause.cell.column > 1)
            unit = Unit(UnitKind.BODY, clause.body, clause.section, clause.part, clause.block, listed, beside)
            found[key_of(clause.body)] = unit
    return dict(sorted(found.items(), key=lambda pair: pair[1].start))
