"""Names that were found to mean the same, and how they come together step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from protocolgraph.resolve.cluster import cluster
from protocolgraph.resolve.decisions import Decisions
from protocolgraph.resolve.item import Item
from protocolgraph.resolve.matcher import Verdict

CERTAIN = 0.95
"""Score from which the names that a document defines for one name hold for the name that it joined."""
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Joined:
    """Why one name was taken for another."""

    name: str
    head: str
    document: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Group:
    """Names of one entity: as what they are compared with others, and how they came together."""

    item: Item
    slipped: frozenset[str] = frozenset()
    """Names that are slips of the pen."""
    joined: tuple[Joined, ...] = ()


def gather(
    groups: Iterable[Group], place: Callable[[Group], Hashable], decisions: Decisions, *, slips: bool = False
) -> list[Group]:
    """Return the groups with those joined that mean the same, only within one place (a document, an area)."""
    gathered = []
    for near in partition(groups, place):
        by_forms = {group.item.forms: group for group in near}
        for found in cluster([group.item for group in near], decisions, slips=slips):
            whole = by_forms[found.head.forms]
            for item, verdict in found.joined:
                whole = fuse(whole, by_forms[item.forms], verdict)
            gathered.append(whole)
    return gathered


def fuse(into: Group, other: Group, verdict: Verdict) -> Group:
    """Return one group of two; the first one's head remains."""
    one, two = into.item, other.item
    others = {*one.others, *(two.others if verdict.score >= CERTAIN else ())}
    item = replace(
        one,
        others=tuple(sorted(others)),
        count=one.count + two.count,
        forms=tuple(sorted((*one.forms, *two.forms))),
        names=tuple(sorted({*one.names, *two.names})),
    )
    slip = {two.name} if verdict.slip else set()
    reason = Joined(two.name, one.name, two.document, verdict.score, verdict.reason)
    return Group(item, into.slipped | other.slipped | slip, (*into.joined, reason, *other.joined))


def partition(things: Iterable[Thing], place: Callable[[Thing], Hashable]) -> Sequence[list[Thing]]:
    """Return the things in lists of those of one place, in the order in which the places first occur."""
    found: dict[Hashable, list[Thing]] = defaultdict(list)
    for thing in things:
        found[place(thing)].append(thing)
    return list(found.values())
