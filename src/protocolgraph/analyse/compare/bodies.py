"""Which bodies and posts of two sides are counterparts: by kind and by role, not by name alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable

from protocolgraph.analyse.compare.sides import Side
from protocolgraph.model import Entity, EntityType, Scope
from protocolgraph.reference import body_kind_of
from protocolgraph.vocab.checks import ranks_in

_LEAST = 0.6
_BROAD = {
    "elected-body", "executive-body", "statutory-body", "partnership-body", "sub-group", "executive-board", "team",
    "service", "committee", "panel", "forum",
    "chair", "independent-chair", "vice-chair", "cabinet-member", "councillor", "lay-member", "clerk", "trustee",
    "independent-person", "independent-reviewing-officer", "designated-safeguarding-lead", "school-governor",
}  # fmt: skip
"""Kinds that so many bodies or posts are of that being one says little."""


class Counterparts:
    """Pairs of bodies and posts, one of each side."""

    def __init__(self, first: Side, second: Side) -> None:
        counts = [Counter(map(side.kind, side.actors)) for side in (first, second)]
        single = {kind for kind in counts[0] if counts[0][kind] == counts[1][kind] == 1}
        scored = [
            (score, one.id, other.id)
            for one in first.actors
            for other in second.actors
            if one.type is other.type and (score := _score(first, one, second, other, single)) >= _LEAST
        ]
        self.of: dict[str, str] = {}
        self.back: dict[str, str] = {}
        self.scores: dict[str, float] = {}
        for score, one, other in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
            if one not in self.of and other not in self.back:
                self.of[one], self.back[other], self.scores[one] = other, one, score

        self._sides = first, second
        self._followed = {(fact.object, fact.subject) for fact in second.facts if fact.predicate == "succeeds"}
        self._names = (_names(first, self.of.items(), at=0), _names(second, self.of.items(), at=1))

    def joins(self, one: str | None, other: str | None) -> bool:
        """Whether two, one of each side, are counterparts, or the same class of bodies."""
        return one is not None and (one == other or self.of.get(one) == other)

    def joins_class(self, one: str, other: str) -> bool:
        """Whether one is the class of bodies ("each such board") that the other is of, by the reference data."""
        left, right = self._sides[0].entities[one], self._sides[1].entities[other]
        words = self._sides[0].words(left), self._sides[1].words(right)
        if (left.scope is Scope.GENERIC) is (right.scope is Scope.GENERIC):
            return False
        named = words[0] <= words[1] if left.scope is Scope.GENERIC else words[1] <= words[0]
        kind = self._sides[0].kind(left)
        return named and bool(kind) and kind == self._sides[1].kind(right)

    def follows(self, one: str, other: str) -> bool:
        """Whether the second is stated to have followed the first, or is of the kind that by law followed its kind."""
        left, right = self._sides[0].entities[one], self._sides[1].entities[other]
        particular = left.type is right.type is EntityType.BODY and left.scope is not Scope.GENERIC
        kind = body_kind_of(left.name) if particular else None
        return (one, other) in self._followed or (kind is not None and self._sides[1].kind(right) in kind.successors)

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


def _score(first: Side, one: Entity, second: Side, other: Entity, single: Collection[str]) -> float:
    """Return how surely two are counterparts: one entity, one name, one kind of which each side has one, like words."""
    if one.id == other.id:
        return 1.0
    if _apart(first, one, second, other):
        return 0.0
    if first.key(one) == second.key(other):
        return 1.0
    shared = _shared(first.words(one), second.words(other))
    kind, other_kind = (found if found not in _BROAD else "" for found in (first.kind(one), second.kind(other)))
    if kind and kind == other_kind:
        return 0.95 if kind in single else 0.5 + 0.4 * shared
    return 0.0 if kind and other_kind else 0.9 * shared


def _apart(first: Side, one: Entity, second: Side, other: Entity) -> bool:
    """Whether two are no counterparts whatever their names share.

    A national body and a local one, a director and a deputy, posts of bodies of different kinds.
    """
    if (one.scope is Scope.NATIONAL) is not (other.scope is Scope.NATIONAL):
        return True
    if one.type is not EntityType.ROLE:
        return False
    if ranks_in(one.name) != ranks_in(other.name):
        return True
    owner, other_owner = first.owner(one), second.owner(other)
    return owner is not None and other_owner is not None and not _like(first, owner, second, other_owner)


def _like(first: Side, one: Entity, second: Side, other: Entity) -> bool:
    """Whether two bodies can own the same post: one body or name, one kind, or, of no known kind, like words."""
    if one.id == other.id or first.key(one) == second.key(other):
        return True
    kind, other_kind = first.kind(one), second.kind(other)
    return kind == other_kind if kind and other_kind else bool(first.words(one) & second.words(other))


def _shared(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / len(first | second) if first | second else 0.0
