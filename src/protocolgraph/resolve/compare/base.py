"""What a comparer is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from protocolgraph.resolve.item import Item


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far one feature speaks for two names meaning the same, and the sentence that says so."""

    score: float
    """Between 0 and 1."""
    reason: str


NOTHING = Comparison(0.0, "")
"""The feature says nothing."""

Comparer = Callable[[Item, Item], Comparison]
"""Compares an item with the head of a cluster."""

Veto = Callable[[Item, Item], str]
"""Returns why two items cannot be the same; an empty string if it knows nothing against it."""
