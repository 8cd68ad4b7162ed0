"""Which duties of two bodies are alike: those that share most of the words that are rare among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from itertools import combinations
from math import log

from protocolgraph.analyse.ask.query import stems
from protocolgraph.model import Duty

_ALIKE = 0.35
"""Share of the weight of words that two duties must have in common."""


def alike(duties: Sequence[Duty], one_side: Set[str] = frozenset()) -> tuple[tuple[Duty, Duty], ...]:
    """Return pairs of duties of different bearers that are alike, the most alike first.

    A word counts for the more, the fewer of these duties have it. Each duty is in one pair at most.

    Args:
        duties: the duties.
        one_side: bearers of whom each pair has one, and one other; any two if empty.

    """
    words = {duty.id: frozenset(stems(duty.content.text)) for duty in duties}
    spread = Counter(word for found in words.values() for word in found)
    weight = {word: log(1 + len(duties) / count) for word, count in spread.items()}
    scored = []
    for one, other in combinations(duties, 2):
        if one.bearer != other.bearer and (not one_side or (one.bearer in one_side) != (other.bearer in one_side)):
            both, either = words[one.id] & words[other.id], words[one.id] | words[other.id]
            score = sum(weight[word] for word in sorted(both)) / (sum(weight[word] for word in sorted(either)) or 1)
            scored.append((-round(score, 6), one.id, other.id, one, other))
    pairs: list[tuple[Duty, Duty]] = []
    taken: set[str] = set()
    for score, _, _, one, other in sorted(scored, key=lambda item: item[:3]):
        if -score >= _ALIKE and not taken & {one.id, other.id}:
            taken |= {one.id, other.id}
            pairs.append((one, other))
    return tuple(pairs)
