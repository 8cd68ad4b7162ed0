"""The rows of a comparison: what stands on one side, what on the other, and how the two differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from protocolgraph.model import Evidence
from protocolgraph.model.showing import source_line

_SIDE = ("who", "what", "source", "quote")
ROW_COLUMNS = ("verdict", *(f"{side}_{name}" for side in ("first", "second") for name in _SIDE), "how", "score")
"""A row of a comparison as columns."""


class Verdict(StrEnum):
    """How two sides compare in a row."""

    SAME = "same"
    DIFFERS = "differs"
    ONLY_FIRST = "only in the first"
    ONLY_SECOND = "only in the second"


@dataclass(frozen=True, slots=True)
class Said:
    """What one side says in a row."""

    who: str
    """The body or post; "" where none was made out."""
    what: str
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a comparison."""

    verdict: Verdict
    first: Said | None
    second: Said | None
    how: tuple[str, ...] = ()
    """In what they differ, in words; for the same, at most that one side names a class and the other one of it."""
    score: float = 1.0
    """How alike they are, between 0 and 1."""
    reason: str = ""
    """What makes them alike."""

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """What each side says, how they compare, and in what they differ."""
        first, second = (f"{said.who}: {said.what}" if said else "" for said in (self.first, self.second))
        return first, second, self.verdict.value, "; ".join(self.how)

    def to_dict(self) -> dict[str, str | float | None]:
        """Return the row as plain values, by `ROW_COLUMNS`."""
        told: list[str | float | None] = [self.verdict.value]
        for said in (self.first, self.second):
            place = said.evidence if said else None
            told += [said.who if said else None, said.what if said else None]
            told += [source_line(place) if place else None, place.quote if place else None]
        return dict(zip(ROW_COLUMNS, [*told, "; ".join(self.how), self.score], strict=True))
