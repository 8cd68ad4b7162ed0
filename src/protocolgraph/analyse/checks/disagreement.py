"""Documents that disagree.

Finds statements of documents of about the same time, or of one document, that cannot both be so: two chairs
of one body, two frequencies of its meetings, two holders of one post.

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

Limits: "at least twice a year" agrees with "quarterly". Two holders of a post under one heading are taken for
the holders of two posts of one title. Documents more than a year apart may differ because things changed; that
is what compare over time shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from protocolgraph.analyse.checks.offices import Offices
from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World, where
from protocolgraph.model import EntityType, Evidence, Fact, Finding, FindingKind, Scope, Severity
from protocolgraph.vocab.checks import content_words
from protocolgraph.vocab.frequency import find_frequency, times_a_year

_MONTHS = 12
_CLOSE = 1.3
"""Frequencies no further apart than this agree: every six weeks, eight times a year."""
_AT_LEAST = re.compile(
    r"\b(?:at least|minimum|(?:not|no) (?:less|fewer)|or more|more (?:often|frequently)|additional)\b", re.IGNORECASE
)
_OF_ANOTHER_KIND = re.compile(
    r"\b(?:in person|extraordinary|special|additional|annual general|annual meeting|informal|initial|development"
    r"|first year|during the|sub-?groups?)\b",
    re.IGNORECASE,
)
"""Words by which a sentence tells of meetings of some kind, or of another body's."""


@dataclass(frozen=True, slots=True)
class _Rhythm:
    """How often a body meets, as one place says."""

    place: Evidence
    frequency: str
    times: float
    at_least: bool


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    offices = Offices(world)
    yield from _meetings(world, rule)
    yield from _pairs(world, rule, "chairs", "has different chairs", lambda a, b: _other_chair(world, offices, a, b))
    yield from _pairs(world, rule, "holds", "is held by", lambda a, b: _other_holder(world, a, b))


def _meetings(world: World, rule: Rule) -> Iterator[Finding]:
    """Yield the bodies that are said to meet more often in one place than in another."""
    groups: dict[str, list[_Rhythm]] = {}
    for fact in world.stated("meets"):
        if world.entity(fact.subject).scope is not Scope.GENERIC:
            groups.setdefault(fact.subject, []).extend(_rhythms(fact))
    for body, rhythms in sorted(groups.items()):
        clashes = [
            pair
            for pair in combinations(rhythms, 2)
            if _same_time(world, pair[0].place, pair[1].place) and _clash(world, *pair)
        ]
        told = list(dict.fromkeys(rhythm for pair in clashes for rhythm in pair))
        if told:
            said = _said((one.frequency, one.place) for one in told)
            message = f"{world.name(body)} is said to meet: {said}."
            yield rule.finding(message, entities=[world.name(body)], evidence=[one.place for one in told])


def _rhythms(fact: Fact) -> Iterator[_Rhythm]:
    """Yield how often a body meets by each place that says so; a document's other places are kept beside its best."""
    for place in (fact.evidence, *fact.also):
        here = place is fact.evidence
        frequency = dict(fact.qualifiers).get("frequency") if here else find_frequency(place.quote)
        times = times_a_year(frequency) if frequency else None
        if frequency and times and not _OF_ANOTHER_KIND.search(place.quote):
            yield _Rhythm(place, frequency, times, at_least=bool(_AT_LEAST.search(place.quote)))


def _clash(world: World, first: _Rhythm, second: _Rhythm) -> bool:
    """Whether a body cannot meet as often as both say; of one document, in parts that lay down what it does."""
    if first.place.document == second.place.document and not (
        world.governs(first.place) and world.governs(second.place)
    ):
        return False
    less, more = sorted((first, second), key=lambda rhythm: rhythm.times)
    return more.times > less.times * _CLOSE and not less.at_least


def _pairs(
    world: World, rule: Rule, predicate: str, what: str, differ: Callable[[Fact, Fact], bool]
) -> Iterator[Finding]:
    groups: dict[str, list[Fact]] = {}
    for fact in world.stated(predicate):
        if fact.object and world.entity(fact.object).scope is not Scope.GENERIC:
            groups.setdefault(fact.object, []).append(fact)
    for key, facts in sorted(groups.items()):
        clashes = [
            (a, b) for a, b in combinations(facts, 2) if _same_time(world, a.evidence, b.evidence) and differ(a, b)
        ]
        if clashes:
            yield _finding(world, rule, key, what, clashes)


def _same_time(world: World, first: Evidence, second: Evidence) -> bool:
    one, other = world.date(first), world.date(second)
    if first.document == second.document and one == other:
        return True
    if one is None and other is None:
        return True
    return one is not None and other is not None and abs(_month(one) - _month(other)) < _MONTHS


def _month(date: str) -> int:
    year, _, rest = date.partition("-")
    return int(year) * 12 + int(rest[:2] or 6)


def _other_chair(world: World, offices: Offices, first: Fact, second: Fact) -> bool:
    ends = [world.entity(fact.subject) for fact in (first, second)]
    return (
        all(entity.type is EntityType.ROLE for entity in ends)
        and offices.of(first.subject) != offices.of(second.subject)
        and not any("vice" in entity.name.lower() or "deputy" in entity.name.lower() for entity in ends)
    )


def _other_holder(world: World, first: Fact, second: Fact) -> bool:
    people = [content_words(world.name(fact.subject)) for fact in (first, second)]
    return first.subject != second.subject and not people[0] & people[1] and not _one_list(first, second)


def _one_list(first: Fact, second: Fact) -> bool:
    """Whether two holders stand under one heading of one document: then there are two posts of that title."""
    one, other = first.evidence, second.evidence
    return one.document == other.document and one.section == other.section


def _finding(world: World, rule: Rule, key: str, what: str, clashes: list[tuple[Fact, Fact]]) -> Finding:
    facts = list(dict.fromkeys(fact for clash in clashes for fact in clash))
    message = f"{world.name(key)} {what}: {_said((world.name(fact.subject), fact.evidence) for fact in facts)}."
    names = [world.name(key), *(world.name(fact.subject) for fact in facts)]
    return rule.finding(message, entities=names, evidence=[fact.evidence for fact in facts])


def _said(told: Iterable[tuple[str, Evidence]]) -> str:
    """Return what is said, each with where: the section in one document, else the documents."""
    found = list(told)
    one_document = len({place.document for _, place in found}) == 1
    return "; ".join(
        dict.fromkeys(f"{value} ({where(place) if one_document else place.document})" for value, place in found)
    )


RULE = Rule("PG303", "disagreement", FindingKind.CONFLICT, Severity.HIGH, _find, __doc__)
