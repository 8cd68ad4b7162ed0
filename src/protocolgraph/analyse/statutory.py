"""Which statutory duties of a kind of body the documents state: found, partly found, not found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from protocolgraph.analyse.likeness.measure import Likeness, likeness
from protocolgraph.analyse.tasks import Task
from protocolgraph.reference import BodyKind, StatutoryDuty, duties_of

FOUND = 0.5
"""A stated duty that is this much like a statutory one states it."""
PARTLY = 0.2
"""From here on it states a part of it, or something near it."""


class Coverage(StrEnum):
    """How far a statutory duty is stated."""

    FOUND = "found"
    PARTLY = "partly found"
    NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True)
class Covered:
    """A statutory duty and the stated duty that is nearest to it."""

    duty: StatutoryDuty
    coverage: Coverage
    nearest: Task | None
    likeness: Likeness | None


def coverage(kind: BodyKind, stated: Iterable[Task], *, on: str | None) -> tuple[Covered, ...]:
    """Return each statutory duty of a kind of body with the nearest of these stated duties.

    Args:
        kind: the kind of body.
        stated: what the documents ask for, of the body or at all.
        on: date of the documents; duties that were certainly not in force then are left out.

    """
    tasks = tuple(stated)
    return tuple(_covered(statutory, tasks) for statutory in duties_of(kind, on=on))


def _covered(statutory: StatutoryDuty, stated: tuple[Task, ...]) -> Covered:
    scored = [(likeness(statutory.text, task.text), task) for task in stated]
    if not scored:
        return Covered(statutory, Coverage.NOT_FOUND, None, None)
    best, nearest = max(scored, key=lambda item: (item[0].score, item[1].text))
    found = Coverage.FOUND if best.score >= FOUND else Coverage.PARTLY if best.score >= PARTLY else Coverage.NOT_FOUND
    return Covered(statutory, found, nearest if best.score else None, best if best.score else None)
