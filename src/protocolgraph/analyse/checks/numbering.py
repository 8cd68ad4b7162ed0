"""Numbering with a hole or a double.

Finds numbered sections, paragraphs and list items of which one number is left out, or stands twice. One
finding for a number.

Why it matters: a hole tells that something was taken out, or was meant to come; references to what follows it
may be wrong.

Source: Office of the Parliamentary Counsel, Drafting Guidance: numbering is consecutive.

Bad:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL

    1. PURPOSE

    This protocol sets out how the Board and the Panel work together.

    2. REPORTS

    The Board reports to the Panel every year.

    4. SIGNATURES

    The Chair of the Board signs this protocol.

Good:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL

    1. PURPOSE

    This protocol sets out how the Board and the Panel work together.

    2. REPORTS

    The Board reports to the Panel every year.

    3. SIGNATURES

    The Chair of the Board signs this protocol.

Limits: a number that stands alone at the head of any line between its neighbours is not said to be missing,
for a page's layout may have torn its heading apart. Holes of two numbers and more are not told of. Agendas
are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World
from protocolgraph.model import QUOTE_GAP, Finding, FindingKind, MarkKind, Severity


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    for _, mark in world.marks(MarkKind.NUMBER_MISSING):
        before, _, after = mark.evidence.quote.partition(QUOTE_GAP)
        message = f"The numbering has no {mark.value}: after “{_head(before)}” comes “{_head(after)}”."
        yield rule.finding(message, evidence=[mark.evidence])
    for _, mark in world.marks(MarkKind.NUMBER_TWICE):
        before, _, after = mark.evidence.quote.partition(QUOTE_GAP)
        message = f"The number {mark.value} stands twice: “{_head(before)}” and “{_head(after)}”."
        yield rule.finding(message, evidence=[mark.evidence])


def _head(words: str) -> str:
    shown = " ".join(words.split())
    return shown if len(shown) <= 60 else shown[:57].rsplit(" ", 1)[0] + " ..."


RULE = Rule("PG401", "numbering", FindingKind.DRAFTING, Severity.MEDIUM, _find, __doc__)
