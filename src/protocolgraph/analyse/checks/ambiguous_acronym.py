"""Acronym with two meanings.

Finds an acronym that one document spells out in two ways that are not one name.

Why it matters: "the Board" of two boards that share their letters is whichever the reader thinks of first.

Source: GOV.UK style guide.

Bad:

    PROTOCOL BETWEEN THE SAFER COMMUNITIES PARTNERSHIP AND THE STRONGER CARERS PANEL

    1. The Safer Communities Partnership (SCP) will publish a plan.
    2. The Stronger Carers Panel (SCP) will publish a report.

Good:

    PROTOCOL BETWEEN THE SAFER COMMUNITIES PARTNERSHIP AND THE STRONGER CARERS PANEL

    1. The Safer Communities Partnership (SCP) will publish a plan.
    2. The Stronger Carers Panel will publish a report.

Limits: documents of different bodies may each use the letters in their own way; only one document is looked
at at a time.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World, listed
from protocolgraph.model import Finding, FindingKind, Mark, MarkKind, Severity
from protocolgraph.vocab.checks import content_words


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    found: dict[tuple[str, str], list[Mark]] = {}
    for document, mark in world.marks(MarkKind.ACRONYM_DEFINED):
        found.setdefault((document.name, mark.value.split(" = ")[0]), []).append(mark)
    for (_, short), marks in found.items():
        meanings = [content_words(mark.value.split(" = ")[1]) for mark in marks]
        if any(len(one & other) * 2 < len(one | other) for one in meanings for other in meanings):
            longs = [mark.value.split(" = ")[1] for mark in marks]
            message = f"{short} stands for {listed(f'“{long}”' for long in longs)}."
            yield rule.finding(message, entities=longs, evidence=[mark.evidence for mark in marks])


RULE = Rule("PG404", "ambiguous-acronym", FindingKind.DRAFTING, Severity.MEDIUM, _find, __doc__)
