"""Which bodies and posts of two sides are counterparts: by kind and by role, not by name alone."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from math import ceil

from protocolgraph.analyse.compare.sides import Side
from protocolgraph.model import Entity, EntityType, Scope
from protocolgraph.reference import body_kind_of
from protocolgraph.vocab.checks import ranks_in

_LEAST = 0.6
_ONE_KIND, _BY_KIND, _BY_WORDS = 0.5, 0.4, 0.9
"""What one particular kind counts, what the words that two names share count with it, and what they count alone."""
_ROUNDING = 1e-9
_WORD = re.compile(r"\w+")
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
            for one, other in _candidates(first, second, single)
            if (score := _score(first, one, second, other, single)) >= _LEAST
        ]
        self.of: dict[str, str] = {}
        self.back: dict[str, str] = {}
        self.scores: dict[str, float] = {}
        for score, one, other in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
            if one not in self.of and other not in self.back:
                self.of[one], self.back[other], self.scores[one] = other, one, score

        self._sides = first, second
        self._followed = {(fact.object or "", fact.subject) for fact in second.facts if fact.predicate == "succeeds"}
        self._names = _Names(first, self.of.items(), at=0), _Names(second, self.of.items(), at=1)

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
        return self._names[not is_first].put_into(text)

    def like_bearers(self, ours: Collection[str], theirs: Collection[str]) -> dict[str, set[str]]:
        """Return, for each of those who bear duties on the second side, those on the first who stand for the same.

        They are counterparts, a class and one of it, or one followed the other; "" stands for nobody named.
        """
        first, second = self._sides
        by_kind: dict[tuple[str, bool], list[str]] = defaultdict(list)
        before: dict[str, set[str]] = defaultdict(set)
        for one in filter(None, ours):
            entity = first.entities[one]
            by_kind[first.kind(entity), entity.scope is Scope.GENERIC].append(one)
            for heir in _heirs(entity):
                before[heir].add(one)
        for followed, heir in self._followed:
            before[heir].add(followed)
        like = {other: {other, self.back.get(other, other)} for other in theirs}
        for other in filter(None, theirs):
            entity, kind = second.entities[other], second.kind(second.entities[other])
            classes = by_kind[kind, entity.scope is not Scope.GENERIC]
            like[other].update(one for one in classes if self.joins_class(one, other))
            like[other] |= before[kind] | before[other]
        return like


def _heirs(entity: Entity) -> frozenset[str]:
    """Return the kinds of bodies that by law followed the kind of a particular body."""
    kind = body_kind_of(entity.name) if entity.type is EntityType.BODY and entity.scope is not Scope.GENERIC else None
    return frozenset(kind.successors) if kind else frozenset()


class _Names:
    """The names of a side's counterparts, the longest first, each with the word that stands for both."""

    def __init__(self, side: Side, pairs: Iterable[tuple[str, str]], *, at: int) -> None:
        found: list[tuple[str, str]] = []
        for number, pair in enumerate(sorted(pairs)):
            entity = side.entities[pair[at]]
            token = "counterpart" + "".join("abcdefghij"[int(digit)] for digit in str(number))
            found += [(name, token) for name in (entity.name, *entity.aliases) if name]
        found.sort(key=lambda item: (-len(item[0]), item))
        self._found = [
            (re.compile(rf"\b{re.escape(name)}\b(?:['’]s?)?", re.IGNORECASE), token) for name, token in found
        ]
        words = [_WORD.findall(name.lower()) for name, _ in found]
        counts = Counter(word for own in words for word in own)
        self._under: dict[str, list[int]] = defaultdict(list)
        for place, own in enumerate(words):
            self._under[min(own, key=lambda word: (counts[word], word), default="")].append(place)

    def put_into(self, text: str) -> str:
        """Return a text with these words for the names; only names whose rarest word it has are looked for."""
        places = {place for word in {"", *_WORD.findall(text.lower())} for place in self._under.get(word, ())}
        for place in sorted(places):
            pattern, token = self._found[place]
            text = pattern.sub(token, text)
        return text


def _candidates(first: Side, second: Side, single: Collection[str]) -> Iterator[tuple[Entity, Entity]]:
    """Yield the pairs that may be counterparts: of one id, of one name, the only ones of a kind, or of like words."""
    counts = Counter(word for side in (first, second) for entity in side.actors for word in side.words(entity))
    index: dict[Hashable, list[int]] = defaultdict(list)
    for place, entity in enumerate(second.actors):
        for key in _keys(second, entity, single, lambda words, _: words):
            index[key].append(place)

    def rarest(words: Collection[str], share: float) -> list[str]:
        """Return so many words that names which share so much of all their words share one of these."""
        return sorted(words, key=lambda word: (counts[word], word))[: len(words) - ceil(share * len(words)) + 1]

    for one in first.actors:
        found = {place for key in _keys(first, one, single, rarest) for place in index.get(key, ())}
        yield from ((one, second.actors[place]) for place in sorted(found))


def _keys(
    side: Side, entity: Entity, single: Collection[str], chosen: Callable[[Collection[str], float], Collection[str]]
) -> Iterator[Hashable]:
    """Yield what a body or post is filed under; bodies and posts apart, for they are never counterparts."""
    kind, words = side.kind(entity), side.words(entity)
    yield entity.id
    yield entity.type, "name", side.key(entity)
    if kind in single:
        yield entity.type, "kind", kind
    yield from ((entity.type, "word", word) for word in chosen(words, (_LEAST - _ROUNDING) / _BY_WORDS))
    if kind and kind not in _BROAD:
        share = (_LEAST - _ROUNDING - _ONE_KIND) / _BY_KIND
        yield from ((entity.type, kind, word) for word in chosen(words, share))


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
        return 0.95 if kind in single else _ONE_KIND + _BY_KIND * shared
    return 0.0 if kind and other_kind else _BY_WORDS * shared


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
