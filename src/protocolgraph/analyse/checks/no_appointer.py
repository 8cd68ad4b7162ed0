"""Post without a stated appointing body.

Finds the independent chair, or another chair who holds no other office, of a body that a document describes,
when no document says who appoints that person.

Why it matters: independence rests on who appoints and can remove.

Source: Nolan Committee on Standards in Public Life, seven principles; the Commissioner for Public
Appointments' code: appointments are made by those who answer for them.

Bad:

    TERMS OF REFERENCE: HILLTOP PARTNERSHIP BOARD

    1. The Hilltop Partnership Board will coordinate local services for carers.
    2. The Hilltop Partnership Board will agree an annual plan.
    3. The Hilltop Partnership Board will monitor the quality of services for carers.
    4. The Hilltop Partnership Board is chaired by an Independent Chair.

Good:

    TERMS OF REFERENCE: HILLTOP PARTNERSHIP BOARD

    1. The Hilltop Partnership Board will coordinate local services for carers.
    2. The Hilltop Partnership Board will agree an annual plan.
    3. The Hilltop Partnership Board will monitor the quality of services for carers.
    4. The Hilltop Partnership Board is chaired by an Independent Chair.
    5. The Chief Executive appoints the Independent Chair of the Hilltop Partnership Board.

Limits: only chairs are looked at; whoever chairs as the holder of another office needs no appointment.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World, listed
from protocolgraph.model import Entity, EntityType, Fact, Finding, FindingKind, Severity
from protocolgraph.vocab.checks import is_ex_officio


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    chairs: dict[str, list[Fact]] = {}
    for fact in world.stated("chairs"):
        role = world.entity(fact.subject)
        if fact.object in world.described and role.type is EntityType.ROLE and _needs_appointment(world, role):
            chairs.setdefault(role.id, []).append(fact)
    together: dict[str, list[Fact]] = {}
    for identifier, facts in sorted(chairs.items()):
        together.setdefault(world.entity(identifier).area or "", []).extend(facts)
    for facts in together.values():
        roles = world.names(fact.subject for fact in facts)
        message = f"Who appoints {listed(roles)} is not stated in these documents."
        bodies = [world.name(fact.object) for fact in facts]
        yield rule.finding(message, entities=[*roles, *bodies], evidence=[fact.evidence for fact in facts][:3])


def _needs_appointment(world: World, role: Entity) -> bool:
    independent = "independent" in role.name.lower() and not is_ex_officio(role.name)
    return independent and not world.stated("appoints", object=role.id)


RULE = Rule("PG107", "no-appointer", FindingKind.GAP, Severity.LOW, _find, __doc__)
