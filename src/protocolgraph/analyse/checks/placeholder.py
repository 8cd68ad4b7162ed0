"""Placeholder left in.

Finds words that stand for words still to come: "[insert name]", "TBC", "to be confirmed", "Click here to
enter a date". One finding for a document.

Why it matters: the document was issued before it was finished; what is missing may be who is responsible.

Source: The National Archives, guidance on version control.

Bad:

    TERMS OF REFERENCE: HILLTOP CARERS BOARD

    1. The Hilltop Carers Board is chaired by [insert name].

Good:

    TERMS OF REFERENCE: HILLTOP CARERS BOARD

    1. The Hilltop Carers Board is chaired by the Director of Adult Services.

Limits: blanks to sign and date are document control (PG110).
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World, listed, where
from protocolgraph.model import Finding, FindingKind, Mark, MarkKind, Severity


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    found: dict[str, list[Mark]] = {}
    for document, mark in world.marks(MarkKind.PLACEHOLDER):
        found.setdefault(document.name, []).append(mark)
    for marks in found.values():
        places = listed(f"“{mark.value}” ({where(mark.evidence)})" for mark in marks)
        message = f"Left to be filled in: {places}."
        yield rule.finding(message, evidence=[mark.evidence for mark in marks])


RULE = Rule("PG408", "placeholder", FindingKind.DRAFTING, Severity.MEDIUM, _find, __doc__)
