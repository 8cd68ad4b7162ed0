"""What is stated year by year: of which bodies, who holds which post, who pays how much, what took the place of what.

A statement is of the year of its document; a year without a document says nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from protocolgraph.graph.narrow import year_of
from protocolgraph.model import DocumentInfo, Entity, EntityType, Fact, Knowledge, Scope


@dataclass(frozen=True, slots=True)
class Lane:
    """One row of a timeline: whom it is about, and what each year says."""

    title: str
    entity: str
    """Id of the entity that it is about."""
    years: dict[int, tuple[tuple[str, Fact], ...]]
    """What a year's documents state: the words to show, and the fact."""


@dataclass(frozen=True, slots=True)
class Presence:
    """How many statements each year's documents make of a body."""

    entity: Entity
    years: dict[int, int]


@dataclass(frozen=True, slots=True)
class Timeline:
    """What is stated, year by year."""

    years: tuple[int, ...]
    documents: dict[int, tuple[DocumentInfo, ...]]
    bodies: tuple[Presence, ...]
    """Those of most years and statements first."""
    posts: tuple[Lane, ...]
    money: tuple[Lane, ...]
    changes: tuple[Fact, ...]
    """What took the place of what, in the order of the documents' years."""


def make_timeline(knowledge: Knowledge) -> Timeline:
    """Return what documents state year by year; documents without a date are left out."""
    years = {info.name: year for info in knowledge.documents if (year := year_of(info))}
    entities = {entity.id: entity for entity in knowledge.entities}
    facts = [fact for fact in knowledge.facts if fact.evidence.document in years and not fact.negated]
    paid = [fact for fact in facts if fact.predicate == "funds" and dict(fact.qualifiers).get("amount")]
    held = [fact for fact in facts if fact.predicate == "holds" and fact.object]

    def payment(fact: Fact) -> tuple[str, str, str]:
        names = f"{entities[fact.subject].name} to {entities[fact.object or ''].name}"
        return names, fact.subject, dict(fact.qualifiers)["amount"]

    def holding(fact: Fact) -> tuple[str, str, str]:
        return entities[fact.object or ""].name, fact.object or "", entities[fact.subject].name

    return Timeline(
        years=tuple(sorted(set(years.values()))),
        documents={
            year: tuple(info for info in knowledge.documents if years.get(info.name) == year)
            for year in sorted(set(years.values()))
        },
        bodies=_bodies(knowledge, years),
        posts=_lanes(held, years, holding),
        money=_lanes([fact for fact in paid if fact.object], years, payment),
        changes=tuple(
            sorted(
                (fact for fact in facts if fact.predicate == "succeeds" and fact.object),
                key=lambda fact: (years[fact.evidence.document], fact.id),
            )
        ),
    )


def _bodies(knowledge: Knowledge, years: dict[str, int]) -> tuple[Presence, ...]:
    said: dict[str, Counter[int]] = {}
    for fact in knowledge.facts:
        for end in (fact.subject, fact.object or ""):
            said.setdefault(end, Counter())[years.get(fact.evidence.document, 0)] += 1
    for duty in knowledge.duties:
        said.setdefault(duty.bearer, Counter())[years.get(duty.evidence.document, 0)] += 1
    found = [
        Presence(entity, counts)
        for entity in knowledge.entities
        if entity.type is EntityType.BODY
        and entity.scope is not Scope.GENERIC
        and (counts := {year: number for year, number in sorted(said.get(entity.id, Counter()).items()) if year})
    ]
    ordered = sorted(found, key=lambda row: (-len(row.years), -sum(row.years.values()), row.entity.name, row.entity.id))
    return tuple(ordered)


def _lanes(
    facts: Iterable[Fact], years: dict[str, int], told: Callable[[Fact], tuple[str, str, str]]
) -> tuple[Lane, ...]:
    """Return a row for each title; what a year says twice stands once, the surest first."""
    rows: dict[tuple[str, str], dict[int, dict[str, Fact]]] = {}
    for fact in sorted(facts, key=lambda fact: (-fact.evidence.confidence, fact.id)):
        title, entity, words = told(fact)
        year = years[fact.evidence.document]
        rows.setdefault((title, entity), {}).setdefault(year, {}).setdefault(words, fact)
    return tuple(
        Lane(title, entity, {year: tuple(sorted(own.items())) for year, own in by_year.items()})
        for (title, entity), by_year in sorted(rows.items())
    )
