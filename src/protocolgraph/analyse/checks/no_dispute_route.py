"""Protocol without a route for disputes.

Finds a protocol or arrangements between bodies that say nothing of disputes, disagreement or escalation.

Why it matters: bodies on a level with each other have no common superior; without an agreed route a
disagreement stays where it is, or is settled by whoever is stronger.

Source: Working Together to Safeguard Children, chapters on local arrangements, asks for a clear process for
resolving disputes; so do HM Treasury's model memoranda of understanding.

Bad:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL

    1. The Hilltop Board will share its Annual Report with the Valley Panel.

Good:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL

    1. The Hilltop Board will share its Annual Report with the Valley Panel.
    2. Any dispute between the Board and the Panel will be referred to the Chief Executive.

Limits: any sentence on disputes or escalation counts, even one on single cases.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World
from protocolgraph.model import DocumentInfo, Finding, FindingKind, MarkKind, Part, PartKind, Severity


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    for document, part in world.governing_parts():
        if _is_between(world, document, part) and not _has_route(world, document, part):
            message = (
                f"“{part.title}” states no route for disputes or escalation between the bodies; "
                "none is stated elsewhere in this document."
            )
            yield rule.finding(message, documents=[document.name], confidence=0.9)


def _is_between(world: World, document: DocumentInfo, part: Part) -> bool:
    """Whether a part is a protocol, or sets up arrangements of several bodies: those of one are its own."""
    several = len(world.described_in.get(document.name, ())) > 1
    return part.kind is PartKind.PROTOCOL or (part.kind is PartKind.ARRANGEMENTS and several)


def _has_route(world: World, document: DocumentInfo, part: Part) -> bool:
    marked = any(
        mark.kind is MarkKind.DISPUTE_ROUTE and part.start <= mark.evidence.spans[0].start < part.end
        for mark in document.layout.marks
    )
    return marked or any(fact.evidence.document == document.name for fact in world.stated("escalates_to"))


RULE = Rule("PG109", "no-dispute-route", FindingKind.GAP, Severity.MEDIUM, _find, __doc__)
