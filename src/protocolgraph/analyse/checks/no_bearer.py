"""Task that is nobody's.

Finds "must be", "should be" and "is to be" done in a protocol, terms of reference or arrangements where the
sentence does not say by whom. One finding for a document, with each sentence.

Why it matters: what should be done by everyone is done by no one, and no one can be asked why.

Source: Institutional Grammar (Crawford and Ostrom 1995; Frantz and Siddiki 2021): a rule without an attribute
binds nobody.

Bad:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL

    1. Complaints should be recorded and lessons shared.

Good:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL

    1. Complaints should be recorded by the Hilltop Board.

Limits: the bearer may be clear from the sentence before. "Will be" is not looked at, for it foretells as
often as it lays down.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World, listed, where
from protocolgraph.model import Finding, FindingKind, Mark, MarkKind, Severity


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    found: dict[str, list[Mark]] = {}
    for document, mark in world.marks(MarkKind.NO_AGENT):
        if world.governs(mark.evidence):
            found.setdefault(document.name, []).append(mark)
    for marks in found.values():
        places = listed(f"“{mark.value}” ({where(mark.evidence)})" for mark in marks)
        message = f"By whom this is to be done is not stated in the sentence: {places}."
        yield rule.finding(message, evidence=[mark.evidence for mark in marks], confidence=0.8)


RULE = Rule("PG106", "no-bearer", FindingKind.GAP, Severity.MEDIUM, _find, __doc__)
