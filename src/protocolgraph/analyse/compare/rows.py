"""The rows of a comparison: what stands on one side, what on the other, and how the two differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from protocolgraph.model import Evidence


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
    """In what they differ, in words; empty for the same."""
    score: float = 1.0
    """How alike they are, between 0 and 1."""
    reason: str = ""
    """What makes them alike."""
