"""Report or task without a time that can be checked.

Finds "in a timely manner", "as soon as possible", "in due course" and the like where a protocol, terms of
reference, arrangements or report say what is to be done. Such words count as no time. One finding for a
document.

Why it matters: nobody can say when a time was missed that was never set, so the task cannot be followed up.

Source: HM Treasury, Managing Public Money, and the practice of action tracking: who, what, by when.

Bad:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL

    1. The Hilltop Board will report the findings of audits to the Valley Panel in a timely manner.

Good:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL

    1. The Hilltop Board will report the findings of audits to the Valley Panel within ten working days.

Limits: a vague time beside a sure one ("as soon as possible, and within ten days") is no finding only if both
stand in one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World, listed, where
from protocolgraph.model import Finding, FindingKind, Mark, MarkKind, Severity

_SURE = re.compile(
    r"\bwithin\s+(?:\w+\s+){1,3}(?:hours?|days?|weeks?|months?)\b|\b(?:no|not) later than\b|\bat the latest\b"
    r"|\b(?:annual|quarter|month|week)ly\b|\bby (?:the end of )?(?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\b",
    re.IGNORECASE,
)


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    found: dict[str, list[Mark]] = {}
    for document, mark in world.marks(MarkKind.VAGUE_TIME):
        if world.governs(mark.evidence) and not _SURE.search(mark.evidence.quote):
            found.setdefault(document.name, []).append(mark)
    for marks in found.values():
        places = listed(f"“{mark.value}” ({where(mark.evidence)})" for mark in marks)
        message = f"No time that can be checked is stated here: {places}."
        yield rule.finding(message, evidence=[mark.evidence for mark in marks])


RULE = Rule("PG104", "vague-time", FindingKind.GAP, Severity.MEDIUM, _find, __doc__)
