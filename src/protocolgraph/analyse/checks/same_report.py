"""The same report to several bodies.

Finds a report that, according to one document, one body gives to three or more others, or that two bodies
approve.

Why it matters: the same paper is written, tabled and discussed several times, and if two bodies decide on it,
they may decide differently.

Source: Local Government Association, guidance on partnership reviews: reporting lines are as few as the law
allows.

Bad:

    TERMS OF REFERENCE: HILLTOP CARERS BOARD

    1. The Hilltop Carers Board will submit its Annual Report to the Cabinet, the Valley Care Committee and the Health
       and Wellbeing Board.

Good:

    TERMS OF REFERENCE: HILLTOP CARERS BOARD

    1. The Hilltop Carers Board will submit its Annual Report to the Cabinet.

Limits: a law may require each of the recipients.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World, listed
from protocolgraph.model import Fact, Finding, FindingKind, Severity

_MANY = 3


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    yield from _approvers(world, rule)
    together: dict[tuple[str, str], list[Fact]] = {}
    for fact in world.stated("reports_to"):
        if world.governs(fact.evidence):
            together.setdefault((fact.subject, _one_report(fact)), []).append(fact)
    for (body, _), facts in sorted(together.items()):
        targets = list(dict.fromkeys(fact.object or "" for fact in facts))
        if len(targets) >= _MANY:
            names = [world.name(target) for target in targets]
            message = f"The same report of {world.name(body)} goes to {len(names)} bodies: {listed(names)}."
            yield rule.finding(message, entities=[world.name(body), *names], evidence=[f.evidence for f in facts])


def _one_report(fact: Fact) -> str:
    """Return what two facts share that tell of one report: the sentence or list that they stand in."""
    evidence = fact.evidence
    return f"{evidence.document}/{evidence.section}/{evidence.spans[0].start if evidence.spans else 0}"


def _approvers(world: World, rule: Rule) -> Iterator[Finding]:
    together: dict[tuple[str, str], list[Fact]] = {}
    for fact in world.stated("approves"):
        if fact.object and world.governs(fact.evidence) and world.is_local_group(fact.subject):
            together.setdefault((fact.evidence.document, fact.object), []).append(fact)
    for (_, report), facts in sorted(together.items()):
        names = world.names(fact.subject for fact in facts)
        if len(names) > 1:
            message = f"{listed(names)} each approve {world.name(report)}."
            yield rule.finding(message, entities=[*names, world.name(report)], evidence=[f.evidence for f in facts])


RULE = Rule("PG203", "same-report", FindingKind.OVERLAP, Severity.LOW, _find, __doc__)
