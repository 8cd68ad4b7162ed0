"""Coverage of the statutory duties by area: which area's documents state them, partly or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from protocolgraph.analyse.compare.sides import Side
from protocolgraph.analyse.statutory import Covered, coverage
from protocolgraph.analyse.tasks import tasks_of
from protocolgraph.graph.frames import frame
from protocolgraph.model import Knowledge
from protocolgraph.model.showing import html_table
from protocolgraph.reference import BodyKind, body_kind_of

if TYPE_CHECKING:
    from protocolgraph.graph.frames import DataFrame

_FEWEST = 3
"""Duties that a body must have for its kind to be looked at."""


@dataclass(frozen=True, slots=True)
class AreaCoverage:
    """The statutory duties of one kind of body, by area."""

    kind: BodyKind
    areas: tuple[str, ...]
    rows: tuple[tuple[Covered | None, ...], ...]
    """One a duty, one cell an area; None where the duty was not in force, or the area has no such body."""

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return a row for each duty: what it is, and how far each area states it (nothing where it does not apply)."""
        return [
            {"duty": next(cell.duty.text for cell in cells if cell)}
            | {area: cell.coverage.value if cell else None for area, cell in zip(self.areas, cells, strict=True)}
            for cells in self.rows
        ]

    def to_frame(self) -> DataFrame:
        """Return the rows as a pandas data frame; raises UsageError if pandas is not installed."""
        return frame(self.to_dicts(), ("duty", *self.areas))

    def _repr_html_(self) -> str:
        rows = [[value or "" for value in row.values()] for row in self.to_dicts()]
        return html_table(("duty", *self.areas), rows, title=self.kind.label)


def cover_areas(sides: Sequence[tuple[str, Knowledge]]) -> tuple[AreaCoverage, ...]:
    """Return, for each kind of body that documents give duties to, how far each area states its statutory duties."""
    areas = [Side(*side) for side in sides]
    stated = [_Stated(side) for side in areas]
    kinds = {kind.id: kind for side in stated for kind in side.kinds.values()}
    return tuple(made for _, kind in sorted(kinds.items()) if (made := _by_area(kind, stated)).rows)


class _Stated:
    """What an area's documents ask for, and of which kinds of bodies."""

    def __init__(self, side: Side) -> None:
        self.label = side.label
        self.date = max((document.date for document in side.documents if document.date), default=None)
        names = [document.name for document in side.documents]
        self.tasks = tasks_of(side.knowledge, documents=names, products=True)
        borne = Counter(duty.bearer for duty in side.knowledge.duties)
        found = [body_kind_of(actor.name) for actor in side.actors if borne[actor.id] >= _FEWEST]
        self.kinds = {kind.id: kind for kind in found if kind}


def _by_area(kind: BodyKind, areas: Sequence[_Stated]) -> AreaCoverage:
    cells: dict[str, list[Covered | None]] = {}
    for number, area in enumerate(areas):
        if kind.id in area.kinds:
            for covered in coverage(kind, area.tasks, on=area.date):
                cells.setdefault(covered.duty.id, [None] * len(areas))[number] = covered
    return AreaCoverage(kind, tuple(area.label for area in areas), tuple(tuple(row) for row in cells.values()))
