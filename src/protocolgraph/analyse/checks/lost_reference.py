"""Reference to a section or appendix that is not there.

Finds "section 9" in a document whose sections end at 8, and "Appendix B" where no heading, list or title
names one.

Why it matters: what the reader is sent to may hold the very rule that matters.

Source: Office of the Parliamentary Counsel, Drafting Guidance.

Bad:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL

    1. PURPOSE

    This protocol sets out how the Board and the Panel work together, as shown in Appendix B.

    2. REPORTS

    The Board reports to the Panel every year.

Good:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL

    1. PURPOSE

    This protocol sets out how the Board and the Panel work together, as shown in Appendix B.

    2. REPORTS

    The Board reports to the Panel every year.

    Appendix B: Membership

    The Board and the Panel are the members.

Limits: a reference in a sentence that also speaks of a law, guidance or another text is left alone. An
appendix may have been published as a file of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World
from protocolgraph.model import Finding, FindingKind, Mark, MarkKind, Severity


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    found: dict[tuple[str, str], list[Mark]] = {}
    for document, mark in world.marks(MarkKind.REFERENCE_LOST):
        found.setdefault((document.name, mark.value), []).append(mark)
    for (name, value), marks in found.items():
        message = f"{name} refers to {value}, which is not in it."
        yield rule.finding(message, evidence=[mark.evidence for mark in marks])


RULE = Rule("PG407", "lost-reference", FindingKind.DRAFTING, Severity.MEDIUM, _find, __doc__)
