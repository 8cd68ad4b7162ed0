"""Link that only one side's document states.

Finds a line of reporting, accountability, escalation or membership from one described body to another that
stands in the documents of one of them, when a governing document of the other, of about the same time,
describes that other without it.

Why it matters: a report that only the sender knows of is not on the receiver's agenda.

Source: Audit Commission, Governing Partnerships (2005): arrangements are agreed by, and clear to, both sides.

Bad:

    TERMS OF REFERENCE: HILLTOP PARTNERSHIP BOARD

    1. The Hilltop Partnership Board will coordinate local services for carers.
    2. The Hilltop Partnership Board will agree an annual plan.
    3. The Hilltop Partnership Board will monitor the quality of services.
    4. The Hilltop Partnership Board reports to the Valley Care Committee every six months.

    ---

    TERMS OF REFERENCE: VALLEY CARE COMMITTEE

    1. The Valley Care Committee will approve the care budget.
    2. The Valley Care Committee will set priorities for care.
    3. The Valley Care Committee will monitor complaints.

Good:

    TERMS OF REFERENCE: HILLTOP PARTNERSHIP BOARD

    1. The Hilltop Partnership Board will coordinate local services for carers.
    2. The Hilltop Partnership Board will agree an annual plan.
    3. The Hilltop Partnership Board will monitor the quality of services.
    4. The Hilltop Partnership Board reports to the Valley Care Committee every six months.

    ---

    TERMS OF REFERENCE: VALLEY CARE COMMITTEE

    1. The Valley Care Committee will approve the care budget.
    2. The Valley Care Committee will set priorities for care.
    3. The Valley Care Committee will receive reports from the Hilltop Partnership Board.

Limits: needs documents of both sides in the graph, dated within three years of each other or undated.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World
from protocolgraph.model import Fact, Finding, FindingKind, Severity
from protocolgraph.vocab.schema import predicates

_LINKS = ("reports_to", "accountable_to", "escalates_to", "part_of")
_YEARS = 3


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    own = {body: {duty.evidence.document for duty in duties} for body, duties in world.described.items()}
    for predicate in _LINKS:
        for fact in world.stated(predicate):
            here = fact.evidence.document
            if not world.governs(fact.evidence) or fact.object not in own or fact.subject not in own:
                continue
            others = own[fact.object] - own[fact.subject] if here in own[fact.subject] else set()
            silent = sorted(d for d in others if _same_time(world, fact, d) and not _mentions(world, fact, d))
            if silent:
                yield _finding(world, rule, fact, silent)


def _same_time(world: World, fact: Fact, document: str) -> bool:
    first, second = world.date(fact.evidence), world.documents[document].date
    return not first or not second or abs(int(first[:4]) - int(second[:4])) <= _YEARS


def _mentions(world: World, fact: Fact, document: str) -> bool:
    return document in world.entity(fact.subject).documents


def _finding(world: World, rule: Rule, fact: Fact, silent: list[str]) -> Finding:
    subject, target = world.name(fact.subject), world.name(fact.object)
    message = (
        f"{fact.evidence.document} states that {subject} {predicates()[fact.predicate].label} {target}; "
        f"{', '.join(silent)}, which describes {target}, does not state it."
    )
    return rule.finding(message, entities=[subject, target], evidence=[fact.evidence], documents=silent)


RULE = Rule("PG111", "one-sided-link", FindingKind.GAP, Severity.MEDIUM, _find, __doc__)
