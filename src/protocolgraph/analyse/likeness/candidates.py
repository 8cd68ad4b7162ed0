"""Which pairs of many duties may be alike, without comparing each with each.

The weight that two meanings share bounds how alike they can be. So each meaning is looked for under its rarest
features only: as many as are needed that, without them, it could reach the score with nobody (prefix filtering:
Bayardo, Ma and Srikant, Scaling Up All Pairs Similarity Search, 2007), and only among duties with like actions.
Two meanings that have nothing in common there, or too little, are never compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from functools import cache
from itertools import chain
from math import sqrt

from protocolgraph.analyse.likeness.meaning import Meaning
from protocolgraph.analyse.likeness.measure import INNER, NEAR, OPEN, OTHER, SAME, Likeness, about, compare
from protocolgraph.vocab.thesaurus import thesaurus

Pair = tuple[int, int, Likeness]
Blocks = Collection[Hashable]
"""What a meaning is filed under beside its own features; only meanings with a block in common are compared."""
_ONE: Blocks = ("",)
_ANY, _NONE = "*", "-"
"""Under the first stand all duties, under the second those whose action is not said."""
_ROUNDING = 0.001
"""Scores are rounded; no bound may be sharper."""


def alike(
    meanings: Sequence[Meaning], *, least: float = SAME, blocks: Sequence[Blocks] | None = None
) -> Iterator[Pair]:
    """Yield each pair of places whose meanings are alike at least so much, the lower place first.

    Meanings that are equal are compared with the others once.

    Args:
        meanings: the meanings.
        least: the score to reach.
        blocks: what each is filed under: only those with one in common are compared; all, if not given.

    """
    filed = blocks or [_ONE] * len(meanings)
    groups = _grouped(meanings, filed)
    index = _Index(meanings, least)
    for places in groups:
        meaning = meanings[places[0]]
        for other, score in index.like(meaning, filed[places[0]]):
            yield from ((min(a, b), max(a, b), score) for a in groups[other] for b in places)
        index.enter(meaning, filed[places[0]])
        same = compare(meaning, meaning) if len(places) > 1 else None
        if same and same.score >= least:
            yield from ((one, other, same) for n, one in enumerate(places) for other in places[n + 1 :])


def alike_across(
    first: Sequence[Meaning],
    second: Sequence[Meaning],
    *,
    least: float = SAME,
    blocks: tuple[Sequence[Blocks], Sequence[Blocks]] | None = None,
) -> Iterator[Pair]:
    """Yield each pair of places, one of each side, whose meanings are alike at least so much.

    Args:
        first: the meanings of one side.
        second: those of the other.
        least: the score to reach.
        blocks: what each of both sides is filed under: only those with one in common are compared; all, if not given.

    """
    ours, theirs = blocks or ([_ONE] * len(first), [_ONE] * len(second))
    groups = _grouped(first, ours)
    index = _Index([*first, *second], least)
    for places in groups:
        index.enter(first[places[0]], ours[places[0]])
    for places in _grouped(second, theirs):
        for one, score in index.like(second[places[0]], theirs[places[0]]):
            yield from ((a, b, score) for a in groups[one] for b in places)


def _grouped(meanings: Sequence[Meaning], blocks: Sequence[Blocks]) -> list[list[int]]:
    """Return the places of equal meanings in equal blocks together, in the order of the first of each."""
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, meaning in enumerate(meanings):
        own = tuple(sorted(meaning.features)), tuple(sorted(meaning.actions)), tuple(sorted(meaning.inner))
        groups[*own, frozenset(blocks[place])].append(place)
    return list(groups.values())


class _Index:
    """Meanings under their features, the classes of their actions and their blocks."""

    def __init__(self, meanings: Sequence[Meaning], least: float) -> None:
        self._counts = Counter(chain.from_iterable(meaning.features for meaning in meanings))
        self._least = least
        self._entered: list[Meaning] = []
        self._roots: list[float] = []
        self._places: dict[tuple[str, str, Hashable], list[int]] = defaultdict(list)

    def enter(self, meaning: Meaning, blocks: Blocks = _ONE) -> None:
        """Add a meaning; its place is the number of those before it."""
        place = len(self._entered)
        self._entered.append(meaning)
        self._roots.append(sqrt(meaning.size))
        entered = _filed(meaning, self._least)
        for name in meaning.features:
            for group in entered:
                for block in blocks:
                    self._places[name, group, block].append(place)

    def like(self, meaning: Meaning, blocks: Blocks = _ONE) -> Iterator[tuple[int, Likeness]]:
        """Yield the places of the meanings that are alike enough, in their order, each with how alike it is."""
        found: set[int] = set()
        for most, classes in _asked(meaning, self._least).items():
            found.update(self._near_enough(meaning, [(group, block) for group in classes for block in blocks], most))
        for other in sorted(found):
            score = compare(self._entered[other], meaning)
            if score.score >= self._least:
                yield other, score

    def _near_enough(self, meaning: Meaning, files: list[tuple[str, Hashable]], most: float) -> Iterator[int]:
        """Yield the places of meanings that are enough about the same where the actions leave so much of it at most."""
        least = self._least / most
        prefix, left = self._prefix(meaning, least)
        shared: dict[int, float] = defaultdict(float)
        for name in prefix:
            weight = meaning.features[name] ** 2
            for other in set(chain.from_iterable(self._places.get((name, *file), ()) for file in files)):
                shared[other] += weight
        bound = least * sqrt(meaning.size)
        for other, weight in shared.items():
            within = weight + left >= bound * self._roots[other] - _ROUNDING
            if within and about(self._entered[other], meaning) >= least - _ROUNDING:
                yield other

    def _prefix(self, meaning: Meaning, least: float) -> tuple[list[str], float]:
        """Return the rarest features of which a meaning must share one to reach the score, and what the rest weigh."""
        names = sorted(meaning.features, key=lambda name: (self._counts[name], name))
        size, left = meaning.size, meaning.size
        for number, name in enumerate(names):
            if sqrt(max(left, 0.0)) < least * sqrt(size) - _ROUNDING:
                return names[:number], left
            left -= meaning.features[name] ** 2
        return names, 0.0


def _filed(meaning: Meaning, least: float) -> frozenset[str]:
    """Return the classes of action under which a meaning is entered.

    Where the score can be reached only by like actions, duties with others need not be looked at.
    """
    strong = _strong(meaning)
    if least <= OTHER:
        return frozenset({_ANY})
    if least <= OPEN:
        return strong | {_ANY} if strong else frozenset({_ANY, _NONE})
    return strong or meaning.inner | {_NONE}


def _asked(meaning: Meaning, least: float) -> dict[float, frozenset[str]]:
    """Return the classes under which a meaning's like is looked for, by how much the actions leave of the score."""
    strong = _strong(meaning)
    if least <= OTHER or (least <= OPEN and not strong):
        return {1.0: frozenset({_ANY})}
    if not strong:
        return {1.0: meaning.inner | {_NONE}}
    near = frozenset(other for name in strong for other in _near(name)) - strong
    open_ended = {INNER: frozenset({_NONE})} if least <= OPEN else {}
    return {1.0: strong, NEAR: near, **open_ended}


def _strong(meaning: Meaning) -> frozenset[str]:
    known = thesaurus().actions
    return frozenset(name for name in meaning.actions if not known[name].weak)


@cache
def _near(name: str) -> frozenset[str]:
    known = thesaurus().actions
    return known[name].near | {other for other, action in known.items() if name in action.near}
