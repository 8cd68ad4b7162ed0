"""Coverage of the statutory duties by area: which area's documents state them, partly or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from protocolgraph.analyse.compare.sides import Side
from protocolgraph.analyse.statutory import Covered, coverage
from protocolgraph.analyse.tasks import Task, tasks_of
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
    kinds = {kind.id: kind for side in areas for kind in _kinds(side)}
    return tuple(made for _, kind in sorted(kinds.items()) if (made := _by_area(kind, areas)).rows)


def _kinds(side: Side) -> list[BodyKind]:
    found = []
    for entity in side.actors:
        kind = body_kind_of(entity.name)
        if kind and sum(duty.bearer == entity.id for duty in side.knowledge.duties) >= _FEWEST:
            found.append(kind)
    return found


def _tasks(side: Side) -> tuple[Task, ...]:
    return tasks_of(side.knowledge, documents=[document.name for document in side.documents], products=True)


def _by_area(kind: BodyKind, areas: Sequence[Side]) -> AreaCoverage:
    cells: dict[str, list[Covered | None]] = {}
    for number, side in enumerate(areas):
        if kind not in _kinds(side):
            continue
        date = max((document.date for document in side.documents if document.date), default=None)
        for covered in coverage(kind, _tasks(side), on=date):
            cells.setdefault(covered.duty.id, [None] * len(areas))[number] = covered
    return AreaCoverage(kind, tuple(side.label for side in areas), tuple(tuple(row) for row in cells.values()))
