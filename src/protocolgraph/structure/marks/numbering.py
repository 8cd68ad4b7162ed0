"""Numbers of sections and of list items that are left out, or stand twice.

A number counts as left out only if nothing at the head of any line between its neighbours could be
it: what the page's layout hid from us is no fault of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from protocolgraph.model import Clause, Mark, MarkKind, Outline, PartKind, Passage, Section
from protocolgraph.structure.marks.place import make_mark
from protocolgraph.text.numbering import LabelKind, read_label

_UNNUMBERED = {PartKind.AGENDA, PartKind.WORK_PROGRAMME}
"""Extracts of agendas leave numbers out on purpose."""


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A heading or item with a number: what comes before its last value, that value, and where it stands."""

    series: tuple[object, ...]
    value: int
    label: str
    passage: Passage
    section: int
    start: int


def numbering_marks(outline: Outline) -> Iterator[Mark]:
    """Yield a mark for each number that is missing or stands twice."""
    yield from _section_marks(outline)
    for series in _lists(outline):
        yield from _marks_of(outline, series, explained=frozenset())


def _section_marks(outline: Outline) -> Iterator[Mark]:
    explained = frozenset(_label_starts(outline))
    by_series: dict[tuple[object, ...], list[_Numbered]] = {}
    for index, section in enumerate(outline.sections):
        numbered = _numbered_section(outline, index, section)
        if numbered:
            by_series.setdefault(numbered.series, []).append(numbered)
    for series in by_series.values():
        if len(series) > 2:
            yield from _marks_of(outline, series, explained=explained)


def _numbered_section(outline: Outline, index: int, section: Section) -> _Numbered | None:
    label = read_label(f"{section.number}. x") if section.number else None
    if label is None or label.kind is not LabelKind.DECIMAL or "/" in label.text:
        return None
    if outline.parts[section.part].kind in _UNNUMBERED or len(label.values) > 2:
        return None
    parent = section.parent if len(label.values) == 1 else None
    passage = section.heading if section.heading.text else _first_words(outline, index)
    if passage is None or not passage.spans():
        return None
    return _Numbered(
        (section.part, parent, label.values[:-1]), label.values[-1], section.number or "", passage, index, section.start
    )


def _first_words(outline: Outline, index: int) -> Passage | None:
    return next((clause.body for clause in outline.clauses if clause.section == index), None)


def _lists(outline: Outline) -> Iterator[list[_Numbered]]:
    """Yield the items of each list, one for each paragraph."""
    items = [clause for clause in outline.clauses if clause.label and clause.depth and clause.body.spans()]
    for _, group in groupby(items, key=lambda item: (item.section, item.depth, tuple(p.text for p in item.leads))):
        numbered = [found for clause in _heads(list(group)) if (found := _numbered_item(clause))]
        for _, series in groupby(numbered, key=lambda item: item.series):
            yield list(series)


def _heads(clauses: Sequence[Clause]) -> list[Clause]:
    return [clause for number, clause in enumerate(clauses) if not number or clauses[number - 1].block != clause.block]


def _numbered_item(clause: Clause) -> _Numbered | None:
    label = read_label(f"{clause.label} x")
    if label is None or label.kind is not LabelKind.DECIMAL or len(label.values) > 1:
        return None
    spans = clause.body.spans()
    return _Numbered((label.shape,), label.values[-1], label.number, clause.body, clause.section, spans[0].start)


def _label_starts(outline: Outline) -> Iterator[int]:
    """Yield where items begin whose number follows from the item before: these number no section."""
    for series in _lists(outline):
        for previous, item in pairwise(series):
            if item.value == previous.value + 1:
                yield item.start


def _marks_of(outline: Outline, series: Sequence[_Numbered], *, explained: frozenset[int]) -> Iterator[Mark]:
    for previous, item in pairwise(series):
        places = [previous.passage, item.passage]
        if item.value == previous.value + 2 and not _may_stand(outline, previous, item, explained):
            missing = re.sub(r"\d+(?=\D*$)", str(item.value - 1), item.label)
            yield make_mark(outline, MarkKind.NUMBER_MISSING, missing, places, section=item.section)
        elif item.value == previous.value and item.passage.text != previous.passage.text:
            yield make_mark(outline, MarkKind.NUMBER_TWICE, item.label, places, section=item.section)


def _may_stand(outline: Outline, previous: _Numbered, item: _Numbered, explained: frozenset[int]) -> bool:
    """Whether a line between the two begins with the missing number and is no item of a list of its own.

    Of numbers with several parts any line of the document may: pages are not always read in their order.
    """
    prefix = re.sub(r"\d+\D*$", "", item.label)
    pattern = re.compile(rf"^[ \t]*\(?{re.escape(prefix)}{item.value - 1}(?:[.):]*[ \t]*(?=\S)|[.):]*[ \t]*$)", re.M)
    part = outline.parts[outline.sections[item.section].part]
    first, last = (part.start, part.end) if prefix else (previous.start, item.start)
    lines = pattern.finditer(outline.document.text, first, last)
    return any(match.end() not in explained for match in lines)
