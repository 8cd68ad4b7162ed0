"""Circular accountability.

Finds bodies or posts each of which is accountable to, part of or overseen by the next, and the last by the
first.

Why it matters: in a circle everyone can point to the next, and nobody outside it holds anyone to account.

Source: CIPFA and Solace, Delivering Good Governance in Local Government (2016), principle G.

Bad:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL

    1. The Hilltop Board is accountable to the Valley Panel.
    2. The Valley Panel is accountable to the Hilltop Board.

Good:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL

    1. The Hilltop Board is accountable to the Valley Panel.
    2. The Valley Panel is accountable to the Cabinet.

Limits: bodies that send each other reports are no circle. Links from different years may make one that never
was; the documents are named.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World
from protocolgraph.model import Fact, Finding, FindingKind, Scope, Severity

if TYPE_CHECKING:
    import networkx as nx

_LONGEST = 5
_MOST = 100_000
"""Circles that are looked at."""
_UP = ("accountable_to", "part_of")


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    import networkx as nx  # slow to import, and other commands load the checks for their codes alone

    graph: nx.DiGraph[str] = nx.DiGraph()
    for predicate in (*_UP, "oversees"):
        for fact in world.stated(predicate):
            ends = (fact.subject, fact.object or "")
            source, target = ends if predicate in _UP else ends[::-1]
            if all(world.index.entities[end].scope is not Scope.GENERIC for end in ends) and source != target:
                graph.add_edge(source, target, fact=fact)
    for circle in _circles(graph):
        facts: list[Fact] = [
            graph.edges[one, two]["fact"] for one, two in zip(circle, [*circle[1:], circle[0]], strict=True)
        ]
        if any(fact.predicate == "accountable_to" for fact in facts) or len(circle) > 1:
            names = [world.name(step) for step in circle]
            message = f"Accountability goes round in a circle: {' → '.join([*names, names[0]])}."
            yield rule.finding(message, entities=names, evidence=[fact.evidence for fact in facts])


def _circles(graph: nx.DiGraph[str]) -> Iterator[list[str]]:
    """Yield the shortest circles; one that shares a link with one before has the same cause, and is left out."""
    import networkx as nx

    told: set[tuple[str, str]] = set()
    found = [_from_least(circle) for circle in islice(nx.simple_cycles(graph, length_bound=_LONGEST), _MOST)]
    for circle in sorted(found, key=lambda circle: (len(circle), circle)):
        links = set(zip(circle, [*circle[1:], circle[0]], strict=True))
        if not links & told:
            told |= links
            yield circle


def _from_least(circle: list[str]) -> list[str]:
    start = circle.index(min(circle))
    return [*circle[start:], *circle[:start]]


RULE = Rule("PG302", "circular-accountability", FindingKind.CONFLICT, Severity.HIGH, _find, __doc__)
