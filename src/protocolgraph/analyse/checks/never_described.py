"""Body that is named and never described.

Finds bodies of the place that others report to, answer to or have duties towards, according to a protocol,
terms of reference or arrangements, and of which no document says anything of its own: no duty, chair, member
or larger body. One finding for a document.

Why it matters: a line that leads to a name leads nowhere that a reader can follow.

Source: CIPFA and Solace, Delivering Good Governance in Local Government (2016), principle B: openness.

Bad:

    TERMS OF REFERENCE: HILLTOP PARTNERSHIP BOARD

    1. The Hilltop Partnership Board reports to the Valley Reference Group every six months.

Good:

    TERMS OF REFERENCE: HILLTOP PARTNERSHIP BOARD

    1. The Hilltop Partnership Board reports to the Valley Reference Group every six months.
    2. The Valley Reference Group is chaired by the Director of Adult Services.

Limits: the body may have terms of reference of its own that are not in the graph.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World, listed
from protocolgraph.model import Evidence, Finding, FindingKind, Severity
from protocolgraph.vocab.checks import is_holder

_TOWARDS = ("reports_to", "accountable_to", "escalates_to", "notifies")


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    found: dict[str, dict[str, Evidence]] = {}
    for predicate in _TOWARDS:
        for fact in world.stated(predicate):
            if fact.object and world.governs(fact.evidence) and _is_bare(world, fact.object):
                found.setdefault(fact.evidence.document, {}).setdefault(fact.object, fact.evidence)
    for _, bodies in sorted(found.items()):
        names = world.names(bodies)
        message = f"Named as answered to, and not described in these documents: {listed(names)}."
        yield rule.finding(message, entities=names, evidence=bodies.values())


def _is_bare(world: World, body: str) -> bool:
    """Whether nothing is said of a body but what others do towards it."""
    if not world.is_local_group(body) or is_holder(world.name(body)) or world.index.duties_of.get(body):
        return False
    own = [fact for fact in world.index.facts_of.get(body, ()) if fact.predicate not in ("works_with", "peer_of")]
    on = [f for f in world.index.facts_on.get(body, ()) if f.predicate in ("chairs", "member_of", "part_of", "post_in")]
    return not own and not on


RULE = Rule("PG108", "never-described", FindingKind.GAP, Severity.LOW, _find, __doc__)
