"""A fact that a frame read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Framed:
    """A fact that a frame read, before it has its evidence."""

    subject: int
    predicate: str
    object: int | None
    qualifiers: tuple[tuple[str, str], ...]
    negated: bool
    confidence: float
    rule: str
