"""From candidate statements about mentions to statements about entities, each once a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from protocolgraph.model import (
    CandidateDuty,
    CandidateFact,
    Duty,
    Evidence,
    Extraction,
    Fact,
    Judged,
    Review,
    digest,
)
from protocolgraph.model.workspace import Workspace
from protocolgraph.resolve.names import key
from protocolgraph.resolve.naming import Named
from protocolgraph.resolve.reviews import Group, Met, Reviews, all_reviews, stated_reviews
from protocolgraph.vocab.resolution import resolution_words

Lookup = Callable[[int, int], Named | None]
"""The entity that a mention of an extraction names; both by their place."""
LocalName = Callable[[int, int], str | None]
"""The name by which an extraction calls the entity of a mention, whatever reviewers decided."""
Statement = TypeVar("Statement", Fact, Duty)


@dataclass(frozen=True, slots=True)
class Statements:
    """Facts and duties, each list sorted by id."""

    facts: tuple[Fact, ...]
    duties: tuple[Duty, ...]
    judged: tuple[Judged, ...]
    """What the program read and reviewers judged, sorted by id."""
    met: Met
    """The judgements that found their statement, and the additions that state something."""
    others: frozenset[str]
    """Ids by which judgements may name statements, besides those of the facts and duties."""


@dataclass(frozen=True, slots=True)
class _Here:
    """The mentions of one extraction."""

    place: int
    document: str
    lookup: Lookup
    local: LocalName

    def entity(self, mention: int | None) -> Named | None:
        return None if mention is None else self.lookup(self.place, mention)

    def name(self, mention: int | None) -> str | None:
        if mention is None:
            return None
        found = self.entity(mention)
        return self.local(self.place, mention) or (found.local[self.document] if found else None)


def make_statements(
    extractions: Sequence[Extraction], entity: Lookup, local: LocalName, workspace: Workspace
) -> Statements:
    """Return the statements of these extractions, with the reviewers' decisions applied.

    A statement's id is made of the names by which its own document calls its entities, so that it does not
    change when other documents are added, nor when a reviewer joins, parts or adds anything.
    """
    reviews = Reviews(workspace)
    facts: list[list[Fact]] = []
    duties: list[list[Duty]] = []
    for place, extraction in enumerate(extractions):
        here = _Here(place, extraction.document, entity, local)
        facts += _facts(extraction, here, workspace)
        duties += _duties(extraction, here, workspace)
    fact_groups, duty_groups = _groups(facts, _one_fact), _groups(duties, _one_duty)
    stated, owed = reviews.apply(fact_groups), reviews.apply(duty_groups)
    ids = frozenset[str]().union(*(group.ids for group in fact_groups), *(group.ids for group in duty_groups))
    kept = {fact.id for fact in stated} | {duty.id for duty in owed}
    return Statements(stated, owed, reviews.judged, reviews.met, ids - kept)


def _facts(extraction: Extraction, here: _Here, workspace: Workspace) -> list[list[Fact]]:
    """Return the readings of each fact, those that reviewers stated among them."""
    found: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    stated = stated_reviews(extraction, workspace.facts)
    for candidate, reviews in zip(extraction.facts, _aligned(stated, len(extraction.facts)), strict=True):
        fact = _fact(candidate, here, reviews)
        if fact is not None:
            found[_same_fact(fact)].append(fact)
    return list(found.values())


def _aligned(stated: Sequence[Review], length: int) -> list[tuple[Review, ...]]:
    """Return the reviews of all candidates: what reviewers stated stands at the end."""
    return [()] * (length - len(stated)) + [(review,) for review in stated]


def _fact(candidate: CandidateFact, here: _Here, reviews: tuple[Review, ...]) -> Fact | None:
    """Return the fact; None where an argument names nothing, or both name the same."""
    subject, obj = here.entity(candidate.subject), here.entity(candidate.object)
    if subject is None or (obj is None and candidate.object is not None) or (obj and obj.id == subject.id):
        return None
    ends = [here.name(candidate.subject), here.name(candidate.object)]
    types = [subject.id.rsplit("/", 2)[1], obj.id.rsplit("/", 2)[1] if obj else None]
    if candidate.predicate in resolution_words().symmetric:
        ends.sort(key=str)
        types.sort(key=str)
    return Fact(
        id=digest("fact", here.document, candidate.predicate, *ends, *types, candidate.negated),
        subject=subject.id,
        predicate=candidate.predicate,
        object=obj.id if obj else None,
        qualifiers=candidate.qualifiers,
        negated=candidate.negated,
        evidence=candidate.evidence,
        reviews=reviews,
    )


def _same_fact(fact: Fact) -> tuple[object, ...]:
    ends: Iterable[str | None] = (fact.subject, fact.object)
    if fact.predicate in resolution_words().symmetric:
        ends = sorted(ends, key=str)
    return (fact.predicate, *ends, fact.negated)


def _one_fact(same: list[Fact]) -> Fact:
    """Return the best-evidenced of several readings of one fact, with the qualifiers that only others have."""
    ranked = sorted(same, key=lambda fact: _rank(fact.evidence))
    qualifiers: dict[str, str] = {}
    for fact in ranked:
        qualifiers = {**dict(fact.qualifiers), **qualifiers}
    best = ranked[0]
    return replace(
        best,
        qualifiers=tuple(sorted(qualifiers.items())),
        reviews=all_reviews(same),
        also=_others(best.evidence, [fact.evidence for fact in ranked[1:]]),
    )


def _duties(extraction: Extraction, here: _Here, workspace: Workspace) -> list[list[Duty]]:
    found: dict[tuple[object, ...], list[Duty]] = defaultdict(list)
    stated = stated_reviews(extraction, workspace.duties)
    for candidate, reviews in zip(extraction.duties, _aligned(stated, len(extraction.duties)), strict=True):
        duty = _duty(candidate, here, reviews)
        if duty is not None:
            found[_same_duty(duty)].append(duty)
    return list(found.values())


def _duty(candidate: CandidateDuty, here: _Here, reviews: tuple[Review, ...]) -> Duty | None:
    bearer = here.entity(candidate.bearer)
    if bearer is None:
        return None
    product = here.entity(candidate.product)
    to = {found.id for mention in candidate.to if (found := here.entity(mention)) and found.id != bearer.id}
    content = candidate.content
    local = here.name(candidate.bearer)
    kind = bearer.id.rsplit("/", 2)[1]
    words = " ".join(key(content.text))
    condition = " ".join(key(content.condition or ""))
    return Duty(
        id=digest("duty", here.document, local, kind, content.modality, content.action, words, condition),
        bearer=bearer.id,
        content=content,
        to=tuple(sorted(to)),
        product=product.id if product else None,
        evidence=candidate.evidence,
        reviews=reviews,
    )


def _same_duty(duty: Duty) -> tuple[object, ...]:
    content = duty.content
    return (duty.bearer, content.modality, content.action, key(content.text), key(content.condition or ""))


def _one_duty(same: list[Duty]) -> Duty:
    ranked = sorted(same, key=lambda duty: _rank(duty.evidence))
    best = ranked[0]
    return replace(
        best,
        to=tuple(sorted({to for duty in ranked for to in duty.to})),
        product=next((duty.product for duty in ranked if duty.product), None),
        reviews=all_reviews(same),
        also=_others(best.evidence, [duty.evidence for duty in ranked[1:]]),
    )


def _rank(evidence: Evidence) -> tuple[object, ...]:
    return (-evidence.confidence, evidence.spans, evidence.rule)


def _others(best: Evidence, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return the other places of a statement in their order, one for each stretch of words."""
    by_spans = {found.spans: found for found in sorted(evidence, key=_rank, reverse=True) if found.spans != best.spans}
    return tuple(by_spans[spans] for spans in sorted(by_spans))


def _groups(found: list[list[Statement]], one: Callable[[list[Statement]], Statement]) -> list[Group[Statement]]:
    """Return the readings of each statement with its id; the rare ones that share one get the entities' IRIs in theirs.

    The id is that of what the program read, so that it stays when a reviewer states the same.
    """
    best = {place: one([s for s in same if not s.reviews] or same) for place, same in enumerate(found)}
    taken: set[str] = set()
    groups = []
    for place in sorted(best, key=lambda n: (best[n].id, _ends(best[n]), _rank(best[n].evidence))):
        own = best[place].id
        id = digest(own, *_ends(best[place])) if own in taken else own
        taken.add(id)
        others = frozenset(statement.id for statement in found[place]) - {own}
        groups.append(Group(id, frozenset({id}) | others, found[place], one))
    return groups


def _ends(statement: Fact | Duty) -> tuple[str, ...]:
    if isinstance(statement, Fact):
        return (statement.subject, statement.object or "")
    return (statement.bearer,)
