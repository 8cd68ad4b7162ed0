"""Peers with a line of command between them.

Finds two bodies that a document says are on a level with each other, when one is also said to be accountable
to, part of, overseen or appointed by the other.

Why it matters: a body that is told it has no superior, and has one, will follow whichever sentence suits.

Source: CIPFA and Solace, Delivering Good Governance in Local Government (2016), principle E: relationships
are clear.

Bad:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL

    1. There is no hierarchical relationship between the Hilltop Board and the Valley Panel.
    2. The Valley Panel is accountable to the Hilltop Board.

Good:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL

    1. There is no hierarchical relationship between the Hilltop Board and the Valley Panel.
    2. The Valley Panel is accountable to the Cabinet.

Limits: reports between peers are no command.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World
from protocolgraph.model import Finding, FindingKind, Severity
from protocolgraph.vocab.schema import predicates

_COMMAND = ("accountable_to", "part_of", "oversees", "appoints")


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    for peers in world.stated("peer_of"):
        ends = (peers.subject, peers.object or "")
        for predicate in _COMMAND:
            for one, other in (ends, ends[::-1]):
                for fact in world.stated(predicate, subject=one, object=other):
                    names = [world.name(one), world.name(other)]
                    message = (
                        f"{names[0]} and {names[1]} are said to be on a level with each other, and {names[0]} "
                        f"{predicates()[predicate].label} {names[1]}."
                    )
                    yield rule.finding(message, entities=names, evidence=[peers.evidence, fact.evidence])


RULE = Rule("PG304", "peers-under-command", FindingKind.CONFLICT, Severity.MEDIUM, _find, __doc__)
