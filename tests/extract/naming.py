"""Names found in a passage by itself, as text or as pairs of kind and text, for the tests of recognition."""

from __future__ import annotations

from functools import cache

from protocolgraph.extract.found import Found
from protocolgraph.extract.names import NameFinder
from protocolgraph.model import EntityType


@cache
def finder() -> NameFinder:
    return NameFinder.load()


def found(text: str, kind: EntityType) -> list[Found]:
    return [name for name in finder().find(text) if name.type is kind]


def texts(text: str, kind: EntityType, *, weak: bool = False) -> list[str]:
    """The names of a kind that count by themselves; with `weak` those that only a statement makes count."""
    return [name.text for name in found(text, kind) if name.weak is weak]
