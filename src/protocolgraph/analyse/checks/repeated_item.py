"""Item that stands twice in a list.

Finds a list item of seven words or more whose words stand again in the same list.

Why it matters: the second was probably meant to say something else, which now is nowhere.

Source: Office of the Parliamentary Counsel, Drafting Guidance.

Bad:

    TERMS OF REFERENCE: HILLTOP CARERS BOARD

    The Hilltop Carers Board will:

    • approve the strategy for carers and young carers;
    • monitor the budget for carers;
    • approve the strategy for carers and young carers.

Good:

    TERMS OF REFERENCE: HILLTOP CARERS BOARD

    The Hilltop Carers Board will:

    • approve the strategy for carers;
    • monitor the budget for carers;
    • review the membership every year.

Limits: only the very same words count.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World
from protocolgraph.model import Finding, FindingKind, MarkKind, Severity


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    for _, mark in world.marks(MarkKind.ITEM_TWICE):
        message = f"An item stands twice in a list ({mark.evidence.section}): “{' '.join(mark.value.split())}”."
        yield rule.finding(message, evidence=[mark.evidence])


RULE = Rule("PG409", "repeated-item", FindingKind.DRAFTING, Severity.LOW, _find, __doc__)
