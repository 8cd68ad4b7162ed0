"""Documents that disagree.

Finds statements of documents of about the same time, or of one document, that cannot both be so: two chairs
of one body, two larger bodies that it is part of, two frequencies of its meetings, two holders of one post.

Why it matters: readers of either document act on it.

Source: The National Archives, guidance on version control: one current version of the truth.

Bad:

    TERMS OF REFERENCE: HILLTOP CARERS BOARD

    1. The Hilltop Carers Board meets quarterly.

    ---

    TERMS OF REFERENCE: VALLEY LEARNING GROUP

    1. The Hilltop Carers Board meets monthly.

Good:

    TERMS OF REFERENCE: HILLTOP CARERS BOARD

    1. The Hilltop Carers Board meets quarterly.

Limits: documents more than a year apart may differ because things changed; that is what compare over time
shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from protocolgraph.analyse.checks.offices import Offices
from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World
from protocolgraph.model import EntityType, Fact, Finding, FindingKind, Scope, Severity
from protocolgraph.vocab.checks import content_words

_MONTHS = 12


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    offices = Offices(world)
    yield from _pairs(
        world, rule, "meets", "is said to meet", lambda a, b: _frequency(a) != _frequency(b), by="subject"
    )
    yield from _pairs(
        world, rule, "chairs", "has different chairs", lambda a, b: _other_chair(world, offices, a, b), by="object"
    )
    yield from _pairs(world, rule, "holds", "is held by", lambda a, b: _other_holder(world, a, b), by="object")


def _pairs(
    world: World, rule: Rule, predicate: str, what: str, differ: Callable[[Fact, Fact], bool], *, by: str
) -> Iterator[Finding]:
    groups: dict[str, list[Fact]] = {}
    for fact in world.stated(predicate):
        key = fact.subject if by == "subject" else fact.object
        if key and world.entity(key).scope is not Scope.GENERIC:
            groups.setdefault(key, []).append(fact)
    for key, facts in sorted(groups.items()):
        clashes = [(a, b) for a, b in combinations(facts, 2) if _same_time(world, a, b) and differ(a, b)]
        if clashes:
            yield _finding(world, rule, key, what, clashes)


def _same_time(world: World, first: Fact, second: Fact) -> bool:
    one, other = world.date(first.evidence), world.date(second.evidence)
    if first.evidence.document == second.evidence.document and one == other:
        return True
    if one is None and other is None:
        return True
    return one is not None and other is not None and abs(_month(one) - _month(other)) < _MONTHS


def _month(date: str) -> int:
    year, _, rest = date.partition("-")
    return int(year) * 12 + int(rest[:2] or 6)


def _frequency(fact: Fact) -> str:
    return dict(fact.qualifiers).get("frequency", "")


def _other_chair(world: World, offices: Offices, first: Fact, second: Fact) -> bool:
    ends = [world.entity(fact.subject) for fact in (first, second)]
    return (
        all(entity.type is EntityType.ROLE for entity in ends)
        and offices.of(first.subject) != offices.of(second.subject)
        and not any("vice" in entity.name.lower() or "deputy" in entity.name.lower() for entity in ends)
    )


def _other_holder(world: World, first: Fact, second: Fact) -> bool:
    people = [content_words(world.name(fact.subject)) for fact in (first, second)]
    return first.subject != second.subject and not people[0] & people[1]


def _finding(world: World, rule: Rule, key: str, what: str, clashes: list[tuple[Fact, Fact]]) -> Finding:
    facts = list(dict.fromkeys(fact for clash in clashes for fact in clash))
    values = [_frequency(f) or world.name(f.subject if f.subject != key else f.object) for f in facts]
    message = f"{world.name(key)} {what}: {'; '.join(dict.fromkeys(values))}."
    names = [world.name(key), *(world.name(fact.subject) for fact in facts)]
    return rule.finding(message, entities=names, evidence=[fact.evidence for fact in facts])


RULE = Rule("PG303", "disagreement", FindingKind.CONFLICT, Severity.HIGH, _find, __doc__)
