"""Which pairs of many duties may be alike, without comparing each with each.

The weight that two meanings share bounds how alike they can be. So each meaning is looked for under its rarest
features only: as many as are needed that, without them, it could reach the score with nobody (prefix filtering:
Bayardo, Ma and Srikant, Scaling Up All Pairs Similarity Search, 2007), and only among duties with like actions.
Two meanings that have nothing in common there, or too little, are never compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from math import sqrt

from protocolgraph.analyse.likeness.meaning import Meaning
from protocolgraph.analyse.likeness.measure import DIFFERENT, SAME, Likeness, compare
from protocolgraph.vocab.thesaurus import thesaurus

Pair = tuple[int, int, Likeness]
_ANY = frozenset({"*"})
_ROUNDING = 0.001
"""Scores are rounded; no bound may be sharper."""


def alike(meanings: Sequence[Meaning], *, least: float = SAME) -> Iterator[Pair]:
    """Yield each pair of places whose meanings are alike at least so much, the lower place first.

    Meanings that are equal are compared with the others once.
    """
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, meaning in enumerate(meanings):
        groups[_key(meaning)].append(place)
    distinct = [meanings[places[0]] for places in groups.values()]
    members = list(groups.values())
    for first, second, score in _alike_distinct(distinct, least):
        for one in members[first]:
            for other in members[second]:
                yield min(one, other), max(one, other), score
    for places, meaning in zip(members, distinct, strict=True):
        same = compare(meaning, meaning)
        if same.score >= least:
            yield from ((one, other, same) for n, one in enumerate(places) for other in places[n + 1 :])


def _key(meaning: Meaning) -> tuple[object, ...]:
    return tuple(sorted(meaning.features)), tuple(sorted(meaning.actions)), tuple(sorted(meaning.inner))


def _alike_distinct(meanings: Sequence[Meaning], least: float) -> Iterator[Pair]:
    counts = Counter(name for meaning in meanings for name in meaning.features)
    sizes = [meaning.size for meaning in meanings]
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, meaning in enumerate(meanings):
        prefix, left = _prefix(meaning, counts, least)
        entered, asked = _classes(meaning, least)
        shared: dict[int, float] = defaultdict(float)
        for name in prefix:
            weight = meaning.features[name] ** 2
            for other in {other for group in asked for other in index.get((name, group), ())}:
                shared[other] += weight
        for other in sorted(shared):
            if shared[other] + left < least * sqrt(sizes[place] * sizes[other]) - _ROUNDING:
                continue
            score = compare(meanings[other], meaning)
            if score.score >= least:
                yield other, place, score
        for name in meaning.features:
            for group in entered:
                index[name, group].append(place)


def _prefix(meaning: Meaning, counts: Counter[str], least: float) -> tuple[list[str], float]:
    """Return the rarest features of which a meaning must share one to reach the score, and what the others weigh."""
    names = sorted(meaning.features, key=lambda name: (counts[name], name))
    size, left = meaning.size, meaning.size
    for number, name in enumerate(names):
        if sqrt(max(left, 0.0)) < least * sqrt(size) - _ROUNDING:
            return names[:number], left
        left -= meaning.features[name] ** 2
    return names, 0.0


def _classes(meaning: Meaning, least: float) -> tuple[frozenset[str], frozenset[str]]:
    """Return the classes of action under which a meaning is entered, and those under which its like is looked for.

    Where the score can be reached only by like actions, duties with others need not be looked at.
    """
    if least <= DIFFERENT:
        return _ANY, _ANY
    known = thesaurus().actions
    strong = frozenset(name for name in meaning.actions if not known[name].weak)
    if not strong:
        return _ANY | meaning.inner, _ANY | meaning.inner
    return strong, strong | {near for name in strong for near in _near(name)}


@cache
def _near(name: str) -> frozenset[str]:
    known = thesaurus().actions
    return known[name].near | {other for other, action in known.items() if name in action.near}
