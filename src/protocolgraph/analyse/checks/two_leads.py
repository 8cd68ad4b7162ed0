"""Two leads for one task.

Finds two bodies or posts of one place that are both said to lead, or both to answer for, the same.

Why it matters: with two leads nobody leads; each decision waits for the other.

Source: Audit Commission, Governing Partnerships (2005): who leads on what is clear.

Bad:

    TERMS OF REFERENCE: HILLTOP CARERS BOARD

    1. The Hilltop Carers Board will lead the work on modern slavery.
    2. The Valley Safety Group will lead the work on modern slavery.

Good:

    TERMS OF REFERENCE: HILLTOP CARERS BOARD

    1. The Hilltop Carers Board will lead the work on modern slavery.
    2. The Valley Safety Group will support the work on modern slavery.

Limits: "lead", "lead on" and "be the lead for" are read, and stated responsibility for a body or arrangement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, combinations

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World
from protocolgraph.analyse.likeness.candidates import alike
from protocolgraph.analyse.likeness.meaning import meaning_of
from protocolgraph.model import Duty, Fact, Finding, FindingKind, Scope, Severity

_LEADS = re.compile(
    r"^(?:lead|leads|take the lead|be the lead\b[^,;]*?)\s+(?:on|in|for|the work on)?\s*(?P<what>.+)", re.IGNORECASE
)
_LEAST = 0.7


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    leads = [(duty, match["what"]) for duty in world.knowledge.duties if (match := _LEADS.match(duty.content.text))]
    meanings = [meaning_of(f"lead {what}") for _, what in leads]
    for one, another, score in alike(meanings, least=_LEAST):
        (first, what), (second, other) = leads[one], leads[another]
        same_place = world.entity(first.bearer).area == world.entity(second.bearer).area
        if first.bearer != second.bearer and same_place and _particular(world, first, second):
            names = [world.name(first.bearer), world.name(second.bearer)]
            message = f"{names[0]} and {names[1]} both lead on the same: “{what}” and “{other}” ({score.reason})."
            yield rule.finding(message, entities=names, evidence=[first.evidence, second.evidence])
    yield from _both_answer(world, rule)


def _particular(world: World, first: Duty, second: Duty) -> bool:
    return all(world.entity(duty.bearer).scope is not Scope.GENERIC for duty in (first, second))


def _both_answer(world: World, rule: Rule) -> Iterator[Finding]:
    """Two posts or bodies with the ultimate responsibility for one body, in one document."""
    together: dict[tuple[str, str | None], list[Fact]] = {}
    for fact in world.stated("accountable_for"):
        together.setdefault((fact.evidence.document, fact.object), []).append(fact)
    for first, second in chain.from_iterable(combinations(facts, 2) for facts in together.values()):
        if first.subject != second.subject and not _kin(world, first.subject, second.subject):
            names = [world.name(first.subject), world.name(second.subject)]
            message = f"{names[0]} and {names[1]} both answer for {world.name(first.object)}."
            yield rule.finding(
                message, entities=[*names, world.name(first.object)], evidence=[first.evidence, second.evidence]
            )


def _kin(world: World, one: str, other: str) -> bool:
    return any(
        world.stated(predicate, subject=a, object=b)
        for predicate in ("post_in", "part_of", "member_of", "chairs")
        for a, b in ((one, other), (other, one))
    )


RULE = Rule("PG202", "two-leads", FindingKind.OVERLAP, Severity.HIGH, _find, __doc__)
