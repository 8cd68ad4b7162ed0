"""Which bodies and posts of two sides are counterparts: by kind and by role, not by name alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from protocolgraph.analyse.compare.sides import Side
from protocolgraph.model import Entity, EntityType
from protocolgraph.reference import BodyKind, body_kind_of

_LEAST = 0.6
_BROAD = {
    "elected-body", "executive-body", "statutory-body", "partnership-body", "sub-group", "executive-board", "team",
    "service", "committee", "panel", "forum",
}  # fmt: skip
"""Kinds that so many bodies are of that being one says little."""


class Counterparts:
    """Pairs of bodies and posts, one of each side."""

    def __init__(self, first: Side, second: Side) -> None:
        kinds = [Counter(_kind(entity) for entity in side.actors) for side in (first, second)]
        scored = [
            (score, one.id, other.id)
            for one in first.actors
            for other in second.actors
            if one.type is other.type and (score := _score(first, one, second, other, kinds[0], kinds[1])) >= _LEAST
        ]
        self.of: dict[str, str] = {}
        self.back: dict[str, str] = {}
        self.scores: dict[str, float] = {}
        for score, one, other in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
            if one not in self.of and other not in self.back:
                self.of[one], self.back[other], self.scores[one] = other, one, score

        self._names = (_names(first, self.of.items(), at=0), _names(second, self.of.items(), at=1))

    def joins(self, one: str | None, other: str | None) -> bool:
        """Whether two, one of each side, are counterparts, or the same class of bodies."""
        return one is not None and (one == other or self.of.get(one) == other)

    def neutral(self, text: str, *, is_first: bool) -> str:
        """Return a text with the names of counterparts as one word each, the same on both sides."""
        for pattern, token in self._names[not is_first]:
            text = pattern.sub(token, text)
        return text


def _names(side: Side, pairs: Iterable[tuple[str, str]], *, at: int) -> list[tuple[re.Pattern[str], str]]:
    """Return the names of a side's counterparts, the longest first, each with the word that stands for both."""
    found = []
    for number, pair in enumerate(sorted(pairs)):
        entity = side.entities[pair[at]]
        token = "counterpart" + "".join("abcdefghij"[int(digit)] for digit in str(number))
        found += [(name, token) for name in (entity.name, *entity.aliases)]
    found.sort(key=lambda item: (-len(item[0]), item))
    return [(re.compile(rf"\b{re.escape(name)}\b(?:['’]s?)?", re.IGNORECASE), token) for name, token in found if name]


def _score(
    first: Side, one: Entity, second: Side, other: Entity, kinds: Mapping[str, int], others: Mapping[str, int]
) -> float:
    """Return how surely two are counterparts: one entity, one name, one kind of which each side has one, like words."""
    if one.id == other.id or first.key(one) == second.key(other):
        return 1.0
    kind, other_kind = _kind(one), _kind(other)
    if kind and kind == other_kind:
        alone = kinds[kind] == 1 and others[kind] == 1
        return 0.95 if alone else 0.6 + 0.3 * _shared(first.words(one), second.words(other))
    if kind and other_kind and kind != other_kind:
        return 0.0
    return 0.9 * _shared(first.words(one), second.words(other))


def _kind(entity: Entity) -> str:
    """Return the particular kind of a body or post; "" where its name tells none, or one too broad to pair by."""
    if entity.type is EntityType.ROLE:
        return ""
    found: BodyKind | None = body_kind_of(entity.name)
    return found.id if found and found.id not in _BROAD else ""


def _shared(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / len(first | second) if first | second else 0.0
