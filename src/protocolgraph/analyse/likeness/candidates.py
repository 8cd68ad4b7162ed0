"""Which pairs of many duties may be alike, without comparing each with each.

The weight that two meanings share bounds how alike they can be. So each meaning is entered in an index under
its rarest features only: as many as are needed that, without them, it could reach the score with nobody
(prefix filtering: Bayardo, Ma and Srikant, Scaling Up All Pairs Similarity Search, 2007). Two meanings that
have no entry in common are never compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import sqrt

from protocolgraph.analyse.likeness.meaning import Meaning
from protocolgraph.analyse.likeness.measure import SAME, Likeness, compare

Pair = tuple[int, int, Likeness]


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
    index: dict[str, list[int]] = defaultdict(list)
    for place, meaning in enumerate(meanings):
        prefix = _prefix(meaning, counts, least)
        candidates = {other for name in prefix for other in index[name]}
        for other in sorted(candidates):
            score = compare(meanings[other], meaning)
            if score.score >= least:
                yield other, place, score
        for name in prefix:
            index[name].append(place)


def _prefix(meaning: Meaning, counts: Counter[str], least: float) -> list[str]:
    """Return the rarest features of which a meaning must share one to reach the score."""
    names = sorted(meaning.features, key=lambda name: (counts[name], name))
    size, left = sqrt(meaning.size), meaning.size
    for number, name in enumerate(names):
        if not size or sqrt(max(left, 0.0)) / size < least:
            return names[:number]
        left -= meaning.features[name] ** 2
    return names
