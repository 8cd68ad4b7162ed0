"""Acronym without its words, or a slip of one.

Finds acronyms that a document uses more than once and spells out nowhere, and acronyms whose letters are
those of one that it defines in another order. One finding for a document.

Why it matters: members of the public, and new members of a board, cannot look up what is not written out.

Source: GOV.UK style guide: write acronyms out the first time.

Bad:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL

    1. The Hilltop Board will send the ZQRT to the Valley Panel.
    2. The Valley Panel will discuss the ZQRT every year.

Good:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL

    1. The Hilltop Board will send the Zonal Quality Review Table (ZQRT) to the Valley Panel.
    2. The Valley Panel will discuss the ZQRT every year.

Limits: acronyms that everyone knows (NHS, GP, HR ...) are left out, as are those that are used once.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World, listed
from protocolgraph.model import Finding, FindingKind, Mark, MarkKind, Severity


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    found: dict[str, list[Mark]] = {}
    for document, mark in world.marks(MarkKind.ACRONYM_UNDEFINED):
        found.setdefault(document.name, []).append(mark)
    for name, marks in found.items():
        message = f"{name} does not say what these stand for: {listed((mark.value for mark in marks), limit=15)}."
        yield rule.finding(message, evidence=[mark.evidence for mark in marks])
    for _, mark in world.marks(MarkKind.ACRONYM_SLIP):
        message = f"“{mark.evidence.quote}” ({mark.evidence.section}) is probably a slip for {mark.value}."
        yield rule.finding(message, evidence=[mark.evidence])


RULE = Rule("PG403", "undefined-acronym", FindingKind.DRAFTING, Severity.LOW, _find, __doc__)
