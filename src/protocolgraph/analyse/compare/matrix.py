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

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from protocolgraph.analyse.compare.sides import Side
from protocolgraph.graph.frames import PLACE, frame, place_columns
from protocolgraph.model import Duty, EntityType, Evidence, Fact, Knowledge, Scope
from protocolgraph.model.showing import html_table, source_line

if TYPE_CHECKING:
    from protocolgraph.graph.frames import DataFrame

_ORDER = "RACIO"
_LETTERS = {"approves": "A", "accountable_for": "A", "oversees": "O", "advises": "C"}
"""What a fact makes of its subject: towards the product if it approves, else towards the one who does it."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Duties and products by bodies and posts."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...], Evidence], ...]
    """What is to be done, a cell for each column ("", "R", "AI" ...), and where it stands."""

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return a row for each part that somebody has in something that is to be done."""
        return [
            {"what": text, "who": who, "part": letters, **place_columns(place)}
            for text, cells, place in self.rows
            for who, letters in zip(self.columns, cells, strict=True)
            if letters
        ]

    def to_frame(self) -> DataFrame:
        """Return the rows as a pandas data frame; raises UsageError if pandas is not installed."""
        return frame(self.to_dicts(), ("what", "who", "part", *PLACE))

    def _repr_html_(self) -> str:
        rows = [
            (text, *("; ".join(who for who, cell in zip(self.columns, cells, strict=True) if letter in cell)
                     for letter in _ORDER), source_line(place))
            for text, cells, place in self.rows
        ]  # fmt: skip
        columns = ("to be done", "does (R)", "answers (A)", "consulted (C)", "told (I)", "oversees (O)", "source")
        return html_table(columns, rows)


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
    weights: dict[str, int] = {}
    for _, found, _ in rows:
        for who in found:
            weights[who] = weights.get(who, 0) + 1
    columns = sorted(weights, key=lambda who: (-weights[who], who))
    return Matrix(
        columns=tuple(side.name(who) for who in columns),
        rows=tuple((text, tuple(_cell(found.get(who)) for who in columns), place) for text, found, place in rows),
    )


def _cell(letters: set[str] | None) -> str:
    return "".join(letter for letter in _ORDER if letters and letter in letters)


class _Parts:
    """Finds who has what part in a duty or product; the facts are looked up by the end that matters."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self._on: dict[str, list[Fact]] = defaultdict(list)
        self._told_by: dict[str, list[Fact]] = defaultdict(list)
        for fact in side.facts:
            if fact.predicate in _LETTERS and fact.object:
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
                add(fact.subject, _LETTERS[fact.predicate])
        for fact in self._on[product] if product else ():
            if fact.predicate == "approves":
                add(fact.subject, _LETTERS[fact.predicate])
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
