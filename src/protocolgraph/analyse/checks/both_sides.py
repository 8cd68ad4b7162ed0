"""One office on both sides of oversight.

Finds a post or person with a seat on, or in the chair of, a body that is overseen, scrutinised or reported
upon, and also a seat on, or in the chair of, the body that does so. Two names of one office count as one
where both chair the same body, or where they differ in a word; the message says so.

Why it matters: whoever sits on both sides judges their own work. In a council the law forbids it to the
executive: members of the executive may not be members of an overview and scrutiny committee.

Source: Local Government Act 2000, section 9FA(2) (no member of the executive on an overview and scrutiny
committee); Seven Principles of Public Life: objectivity.

Bad:

    TERMS OF REFERENCE: HILLTOP CARERS BOARD

    1. The Hilltop Carers Board is chaired by the Cabinet Member for Adult Services.
    2. The Hilltop Carers Board reports to the Valley Scrutiny Committee.
    3. The Cabinet Member for Adult Services is a member of the Valley Scrutiny Committee.

Good:

    TERMS OF REFERENCE: HILLTOP CARERS BOARD

    1. The Hilltop Carers Board is chaired by the Cabinet Member for Adult Services.
    2. The Hilltop Carers Board reports to the Valley Scrutiny Committee.

Limits: a body's parent often shares its chair on purpose; reporting alone counts only towards a body that
scrutinises. Attendance without a seat ("in attendance") does not count, an observer's seat does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from protocolgraph.analyse.checks.offices import Offices
from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World, listed, where
from protocolgraph.model import EntityType, Fact, Finding, FindingKind, Severity
from protocolgraph.vocab.checks import is_scrutiny

_YEARS = 2
_SUB = re.compile(r"\bsub\b", re.IGNORECASE)
_ACTING = {"in_attendance", "adviser"}


@dataclass(frozen=True, slots=True)
class _Oversight:
    """One body over another, with the fact that says so."""

    over: str
    under: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class _Case:
    """An office with a seat on both."""

    oversight: _Oversight
    under: Fact
    over: Fact


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    offices = Offices(world)
    seats = _seats(world, offices)
    found: dict[tuple[str, str], list[_Case]] = {}
    for item in _oversights(world):
        if world.stated("part_of", subject=item.under, object=item.over) or _SUB.search(world.name(item.under)):
            continue  # a part is led by members of the whole
        for over in world.same_purpose(item.over):
            for office in sorted(seats.get(over, {}).keys() & seats.get(item.under, {}).keys()):
                under, above = (_seat(world, seats[body][office], item.fact) for body in (item.under, over))
                if under and above:
                    found.setdefault((office, over), []).append(_Case(item, under, above))
    for _, cases in sorted(found.items()):
        yield _finding(world, rule, cases)
    yield from _own_overseer(world, rule)


def _oversights(world: World) -> Iterator[_Oversight]:
    for fact in world.stated("oversees"):
        if fact.object and world.entity(fact.subject).type is EntityType.BODY:
            yield _Oversight(fact.subject, fact.object, fact)
    for fact in world.stated("reports_to"):
        if fact.object and is_scrutiny(world.name(fact.object)):
            yield _Oversight(fact.object, fact.subject, fact)


def _seats(world: World, offices: Offices) -> dict[str, dict[str, list[Fact]]]:
    """Return, for each body, the offices with a seat on it, and the facts that say so."""
    seats: dict[str, dict[str, list[Fact]]] = {}
    for predicate in ("chairs", "member_of"):
        for fact in world.stated(predicate):
            entity = world.entity(fact.subject)
            if entity.type is EntityType.BODY or dict(fact.qualifiers).get("capacity") in _ACTING or not fact.object:
                continue
            seats.setdefault(fact.object, {}).setdefault(offices.of(fact.subject), []).append(fact)
    return seats


def _seat(world: World, seats: list[Fact], oversight: Fact) -> Fact | None:
    """Return the seat that is stated in the same document as the oversight, else one of about the same time."""
    here = [fact for fact in seats if fact.evidence.document == oversight.evidence.document]
    near = [fact for fact in seats if world.same_time(fact.evidence, oversight.evidence, years=_YEARS)]
    return next(iter(here or near), None)


def _finding(world: World, rule: Rule, cases: list[_Case]) -> Finding:
    facts = list(dict.fromkeys(fact for case in cases for fact in (case.under, case.oversight.fact, case.over)))
    seats = [fact for case in cases for fact in (case.under, case.over)]
    names = sorted({world.name(fact.subject) for fact in seats}, key=lambda name: (len(name), name))
    office = names[0] if len(names) == 1 else f"{names[0]} (also called {listed(names[1:])})"
    overseen = list(dict.fromkeys(world.name(case.oversight.under) for case in cases))
    over = list(dict.fromkeys(name for case in cases for name in _over(world, case)))
    message = (
        f"{office} sits on both sides: on {listed(overseen)}, and on {' or '.join(over)}, which oversees "
        f"{'it' if len(overseen) == 1 else 'them'}. Step by step: "
        f"{'; '.join(dict.fromkeys(_step(world, fact) for fact in facts))}."
    )
    return rule.finding(message, entities=[*names, *overseen, *over], evidence=[fact.evidence for fact in facts])


def _over(world: World, case: _Case) -> tuple[str, ...]:
    """Return the overseer's names: where it bears two, both."""
    return world.name(case.over.object), world.name(case.oversight.over)


def _step(world: World, fact: Fact) -> str:
    verb = {"chairs": "chairs", "member_of": "sits on", "oversees": "oversees", "reports_to": "reports to"}[
        fact.predicate
    ]
    return f"{world.name(fact.subject)} {verb} {world.name(fact.object)} ({where(fact.evidence)})"


def _own_overseer(world: World, rule: Rule) -> Iterator[Finding]:
    """A post that oversees a body which it chairs itself."""
    for fact in world.stated("oversees"):
        own = world.stated("chairs", subject=fact.subject, object=fact.object) if fact.object else []
        if own and world.entity(fact.subject).type is not EntityType.BODY:
            names = [world.name(fact.subject), world.name(fact.object)]
            message = f"{names[0]} chairs {names[1]} and oversees it."
            yield rule.finding(message, entities=names, evidence=[own[0].evidence, fact.evidence])


RULE = Rule("PG301", "both-sides", FindingKind.CONFLICT, Severity.HIGH, _find, __doc__)
