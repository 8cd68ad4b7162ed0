"""Names that were found to mean the same, and how they come together step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeVar

from protocolgraph.resolve.cluster import cluster
from protocolgraph.resolve.decisions import Decisions
from protocolgraph.resolve.item import Item
from protocolgraph.resolve.matcher import Verdict

CERTAIN = 0.95
"""Score from which the names that a document defines for one name hold for the name of another that it joined."""
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
    groups: Iterable[Group], place: Callable[[Group], Hashable], decisions: Decisions, *, document: bool = False
) -> list[Group]:
    """Return the groups with those joined that mean the same, only within one place.

    `document` says that a place is one document, so that its short forms and slips of the pen are understood.
    """
    gathered = []
    for near in partition(groups, place):
        by_forms = {group.item.forms: group for group in near}
        for found in cluster([group.item for group in near], decisions, near=document):
            others = [(by_forms[item.forms], verdict) for item, verdict in found.joined]
            gathered.append(fuse(by_forms[found.head.forms], others, certain=0.0 if document else CERTAIN))
    return gathered


def fuse(into: Group, others: Sequence[tuple[Group, Verdict]], certain: float = CERTAIN) -> Group:
    """Return one group of several; the first one's head remains."""
    if not others:
        return into
    head = into.item
    items = [other.item for other, _ in others]
    defined = (other.item.others for other, verdict in others if verdict.score >= certain)
    item = replace(
        head,
        others=tuple(sorted({*head.others, *chain.from_iterable(defined)})),
        count=head.count + sum(item.count for item in items),
        forms=tuple(sorted({*head.forms, *chain.from_iterable(item.forms for item in items)})),
        names=tuple(sorted({*head.names, *chain.from_iterable(item.names for item in items)})),
    )
    slipped = {other.item.name for other, verdict in others if verdict.slip}
    reasons = [
        (Joined(other.item.name, head.name, other.item.document, verdict.score, verdict.reason), *other.joined)
        for other, verdict in others
    ]
    return Group(
        item,
        into.slipped.union(slipped, *(other.slipped for other, _ in others)),
        (*into.joined, *chain.from_iterable(reasons)),
    )


def partition(things: Iterable[Thing], place: Callable[[Thing], Hashable]) -> Sequence[list[Thing]]:
    """Return the things in lists of those of one place, in the order in which the places first occur."""
    found: dict[Hashable, list[Thing]] = defaultdict(list)
    for thing in things:
        found[place(thing)].append(thing)
    return list(found.values())
