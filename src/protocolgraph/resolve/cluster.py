"""Puts items together that mean the same.

Each item, the fullest first, joins the one cluster whose head it fits best, or begins its own. It is compared
with heads alone, so that nothing is joined by a chain; and where two heads fit equally well it joins neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from protocolgraph.resolve.block import asked_for, kept_under
from protocolgraph.resolve.decisions import Decisions, Names, keys
from protocolgraph.resolve.item import Item
from protocolgraph.resolve.matcher import THRESHOLD, Verdict, fullness, judge


@dataclass(slots=True)
class Cluster:
    """A head and the items that joined it, each with the reason."""

    head: Item
    joined: list[tuple[Item, Verdict]] = field(default_factory=list)
    names: Names = frozenset()
    number: int = 0

    @property
    def items(self) -> list[Item]:
        """The head and what joined it."""
        return [self.head, *(item for item, _ in self.joined)]


def cluster(items: Sequence[Item], decisions: Decisions, *, near: bool) -> list[Cluster]:
    """Return clusters of items of one type; `near` if they are all of one document.

    In one document, what it defines for a name that joined a head means the head, too.
    """
    clusters: list[Cluster] = []
    index: dict[str, set[int]] = defaultdict(set)
    for item in sorted(items, key=fullness):
        candidates = sorted({number for block in asked_for(item, near=near) for number in index.get(block, ())})
        found = _best(item, [clusters[number] for number in candidates], decisions)
        if found is None:
            chosen = Cluster(item, [], keys(item.names), len(clusters))
            clusters.append(chosen)
        else:
            chosen, verdict = found
            chosen.joined.append((item, verdict))
            chosen.names |= keys(item.names)
            if not near or not item.others:
                continue
            chosen.head = replace(chosen.head, others=tuple(sorted({*chosen.head.others, *item.others})))
        for block in kept_under(chosen.head, near=near):
            index[block].add(chosen.number)
    return clusters


def _best(item: Item, candidates: list[Cluster], decisions: Decisions) -> tuple[Cluster, Verdict] | None:
    """Return the cluster that fits best, if it fits well enough and better than every other one."""
    best: tuple[Cluster, Verdict] | None = None
    tie = False
    names = keys(item.names)
    for candidate in candidates:
        verdict = judge(item, candidate.head)
        if verdict.score < THRESHOLD or (best and verdict.score < best[1].score):
            continue
        if decisions.apart(item.type, item.area, names, candidate.names):
            continue
        tie = best is not None and verdict.score == best[1].score
        best = (candidate, verdict)
    return None if tie else best
