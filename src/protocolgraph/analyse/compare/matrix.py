"""The accountability matrix: who does what, who answers, is asked and is told; empty where the text is silent.

R  does it: bears the duty, or makes the product
A  answers for it: approves the product, or answers for the one who does it
C  is consulted: advises the one who does it
I  is told: gets the report, is notified, or is named as the one to whom it is done
O  oversees the one who does it

The letters are RACI's (Responsible, Accountable, Consulted, Informed), and O for oversight, which answers for
nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from protocolgraph.analyse.compare.sides import Side
from protocolgraph.graph.frames import PLACE, frame, place_columns
from protocolgraph.model import Duty, EntityType, Evidence, Fact, Knowledge, Scope
from protocolgraph.model.showing import html_table, source_line

if TYPE_CHECKING:
    from protocolgraph.graph.frames import DataFrame

_LETTERS = {"R": "does", "A": "answers", "C": "consulted", "I": "told", "O": "oversees"}
_OF_FACT = {"approves": "A", "accountable_for": "A", "oversees": "O", "advises": "C"}
"""What a fact makes of its subject: towards the product if it approves, else towards the one who does it."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A duty or product, and who has a part in it."""

    text: str
    """What is to be done."""
    parts: Mapping[int, str]
    """The letters of those who have a part ("R", "AI" ...), by the place of the column; of the others, nothing."""
    place: Evidence

    def told(self, letter: str) -> tuple[int, ...]:
        """Return the places of the columns that have this letter."""
        return tuple(at for at, letters in self.parts.items() if letter in letters)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Duties and products by bodies and posts."""

    columns: tuple[str, ...]
    """Names, those with most parts first; two of one name bear that of their area, too."""
    rows: tuple[MatrixRow, ...]

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return a row for each part that somebody has in something that is to be done."""
        return [
            {"what": row.text, "who": self.columns[at], "part": letters, **place_columns(row.place)}
            for row in self.rows
            for at, letters in row.parts.items()
        ]

    def to_frame(self) -> DataFrame:
        """Return the rows as a pandas data frame; raises UsageError if pandas is not installed."""
        return frame(self.to_dicts(), ("what", "who", "part", *PLACE))

    @property
    def parts(self) -> tuple[str, ...]:
        """What the letters say: "does (R)", "answers (A)" ..."""
        return tuple(f"{part} ({letter})" for letter, part in _LETTERS.items())

    def by_letter(self, row: MatrixRow) -> tuple[str, ...]:
        """Return who has each of the letters R, A, C, I and O in a row."""
        return tuple("; ".join(self.columns[at] for at in row.told(letter)) for letter in _LETTERS)

    def _repr_html_(self) -> str:
        rows = [(row.text, *self.by_letter(row), source_line(row.place)) for row in self.rows]
        return html_table(("to be done", *self.parts, "source"), rows)


def accountability_matrix(knowledge: Knowledge) -> Matrix:
    """Return the matrix of everything that is to be done, by everyone who has a part in it."""
    side = Side("", knowledge)
    parts = _Parts(side)
    rows: list[tuple[str, dict[str, set[str]], Evidence]] = []
    ordered = sorted(knowledge.duties, key=lambda duty: (duty.evidence.document, duty.evidence.spans, duty.id))
    for duty in ordered:
        if side.entities[duty.bearer].scope is not Scope.GENERIC:
            text = " ".join(duty.content.text.split())
            rows.append((text, parts.of(duty.bearer, duty.product, duty), duty.evidence))
    said = {duty.product for duty in ordered if duty.product}
    made = [fact for fact in side.facts if fact.predicate == "produces" and fact.object not in said]
    rows += [(side.name(fact.object), parts.of(fact.subject, fact.object, None), fact.evidence) for fact in made]
    weights = Counter(who for _, found, _ in rows for who in found)
    columns = sorted(weights, key=lambda who: (-weights[who], who))
    at = {who: place for place, who in enumerate(columns)}
    return Matrix(
        columns=_names(side, columns),
        rows=tuple(MatrixRow(text, _cells(found, at), place) for text, found, place in rows),
    )


def _names(side: Side, columns: Sequence[str]) -> tuple[str, ...]:
    names = Counter(map(side.name, columns))
    areas = {who: side.entities[who].area for who in columns}
    return tuple(
        f"{side.name(who)} ({areas[who]})" if names[side.name(who)] > 1 and areas[who] else side.name(who)
        for who in columns
    )


def _cells(found: Mapping[str, set[str]], at: Mapping[str, int]) -> dict[int, str]:
    return {at[who]: "".join(filter(found[who].__contains__, _LETTERS)) for who in sorted(found, key=at.__getitem__)}


class _Parts:
    """Finds who has what part in a duty or product; the facts are looked up by the end that matters."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self._on: dict[str, list[Fact]] = defaultdict(list)
        self._told_by: dict[str, list[Fact]] = defaultdict(list)
        for fact in side.facts:
            if fact.predicate in _OF_FACT and fact.object:
                self._on[fact.object].append(fact)
            elif fact.predicate in ("reports_to", "notifies"):
                self._told_by[fact.subject].append(fact)

    def of(self, bearer: str, product: str | None, duty: Duty | None) -> dict[str, set[str]]:
        """Return the letters of each who has a part."""
        parts: dict[str, set[str]] = {bearer: {"R"}}

        def add(who: str | None, letter: str) -> None:
            entity = self._side.entities.get(who or "")
            if entity and entity.type in (EntityType.BODY, EntityType.ROLE) and entity.scope is not Scope.GENERIC:
                parts.setdefault(entity.id, set()).add(letter)

        for who in duty.to if duty else ():
            add(who, "I")
        for fact in self._on[bearer]:
            if fact.predicate != "approves":
                add(fact.subject, _OF_FACT[fact.predicate])
        for fact in self._on[product] if product else ():
            if fact.predicate == "approves":
                add(fact.subject, _OF_FACT[fact.predicate])
        for fact in self._told_by[bearer]:
            if _is_of(self._side, fact, product):
                add(fact.object, "I")
        return parts


def _is_of(side: Side, fact: Fact, product: str | None) -> bool:
    """Whether a report is on this product: the same, or of the same last words ("annual report")."""
    told = dict(fact.qualifiers).get("product")
    if not product or not told:
        return False
    return told == product or side.name(product).lower().split()[-2:] == side.name(told).lower().split()[-2:]
