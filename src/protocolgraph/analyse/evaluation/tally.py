"""Counts of what is right, and of how well confidence tells it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Where each row of a reliability table begins."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many gold items there are, how many findings, and how many of these are right."""

    right: int = 0
    gold: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        """Share of the findings that are right; 0 without findings."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 without gold."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.gold + other.gold, self.found + other.found)


@dataclass(frozen=True, slots=True)
class ReliabilityRow:
    """Statements of about the same confidence, and how many of them are right."""

    low: float
    high: float
    count: int
    right: int
    mean: float
    """Their mean confidence: what a well-calibrated program's share of right ones would be."""

    @property
    def share(self) -> float:
        """Share of right statements; 0 if there are none."""
        return self.right / self.count if self.count else 0.0


def reliability(judged: Iterable[tuple[float, bool]]) -> tuple[ReliabilityRow, ...]:
    """Return a table of confidence against correctness, one row for each range that has statements.

    Args:
        judged: confidence of each statement, and whether it is right.

    """
    statements = sorted(judged)
    rows = []
    for low, high in zip(BINS, (*BINS[1:], 1.0), strict=True):
        inside = [(c, right) for c, right in statements if low <= c < high or (high == 1.0 and c >= high)]
        if inside:
            mean = sum(confidence for confidence, _ in inside) / len(inside)
            rows.append(ReliabilityRow(low, high, len(inside), sum(right for _, right in inside), mean))
    return tuple(rows)
