"""From candidate statements about mentions to statements about entities, each once a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from protocolgraph.model import CandidateDuty, CandidateFact, Duty, Evidence, Extraction, Fact, digest
from protocolgraph.model.workspace import Workspace
from protocolgraph.resolve.names import key
from protocolgraph.resolve.naming import Named
from protocolgraph.vocab.resolution import resolution_words

Lookup = Callable[[int, int], Named | None]
"""The entity that a mention of an extraction names; both by their place."""
Here = Callable[[int], Named | None]
"""The same for the mentions of one extraction."""
Statement = TypeVar("Statement", Fact, Duty)


@dataclass(frozen=True, slots=True)
class Statements:
    """Facts and duties, each list sorted by id."""

    facts: tuple[Fact, ...]
    duties: tuple[Duty, ...]


def make_statements(extractions: Sequence[Extraction], entity: Lookup, workspace: Workspace) -> Statements:
    """Return the statements of these extractions, with the reviewers' decisions applied.

    A statement's id is made of the names by which its own document calls its entities, so that it does not
    change when other documents are added.
    """
    facts: list[Fact] = []
    duties: list[Duty] = []
    for place, extraction in enumerate(extractions):
        facts += _facts(extraction, place, entity)
        duties += _duties(extraction, place, entity)
    return Statements(_reviewed(facts, workspace), _reviewed(duties, workspace))


def _facts(extraction: Extraction, place: int, entity: Lookup) -> list[Fact]:
    found: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for candidate in extraction.facts:
        fact = _fact(candidate, extraction.document, partial(entity, place))
        if fact is not None:
            found[_same_fact(fact)].append(fact)
    return [_one_fact(same) for same in found.values()]


def _fact(candidate: CandidateFact, document: str, entity: Here) -> Fact | None:
    """Return the fact; None where an argument names nothing, or both name the same."""
    subject = entity(candidate.subject)
    obj = entity(candidate.object) if candidate.object is not None else None
    if subject is None or (obj is None and candidate.object is not None) or (obj and obj.id == subject.id):
        return None
    evidence = candidate.evidence
    ends = [subject.local[document], obj.local[document] if obj else None]
    types = [subject.id.rsplit("/", 2)[1], obj.id.rsplit("/", 2)[1] if obj else None]
    if candidate.predicate in resolution_words().symmetric:
        ends.sort(key=str)
        types.sort(key=str)
    return Fact(
        id=digest("fact", document, candidate.predicate, *ends, *types, candidate.negated),
        subject=subject.id,
        predicate=candidate.predicate,
        object=obj.id if obj else None,
        qualifiers=candidate.qualifiers,
        negated=candidate.negated,
        evidence=evidence,
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
    best = replace(ranked[0], qualifiers=tuple(sorted(qualifiers.items())))
    return replace(best, also=_others(best.evidence, [fact.evidence for fact in ranked[1:]]))


def _duties(extraction: Extraction, place: int, entity: Lookup) -> list[Duty]:
    found: dict[tuple[object, ...], list[Duty]] = defaultdict(list)
    for candidate in extraction.duties:
        duty = _duty(candidate, extraction.document, partial(entity, place))
        if duty is not None:
            found[_same_duty(duty)].append(duty)
    return [_one_duty(same) for same in found.values()]


def _duty(candidate: CandidateDuty, document: str, entity: Here) -> Duty | None:
    bearer = entity(candidate.bearer)
    if bearer is None:
        return None
    product = entity(candidate.product) if candidate.product is not None else None
    to = {found.id for mention in candidate.to if (found := entity(mention)) and found.id != bearer.id}
    evidence, content = candidate.evidence, candidate.content
    local = bearer.local[document]
    kind = bearer.id.rsplit("/", 2)[1]
    words = " ".join(key(content.text))
    condition = " ".join(key(content.condition or ""))
    return Duty(
        id=digest("duty", document, local, kind, content.modality, content.action, words, condition),
        bearer=bearer.id,
        content=content,
        to=tuple(sorted(to)),
        product=product.id if product else None,
        evidence=evidence,
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
        also=_others(best.evidence, [duty.evidence for duty in ranked[1:]]),
    )


def _rank(evidence: Evidence) -> tuple[object, ...]:
    return (-evidence.confidence, evidence.spans, evidence.rule)


def _others(best: Evidence, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return the other places of a statement in their order, one for each stretch of words."""
    by_spans = {found.spans: found for found in sorted(evidence, key=_rank, reverse=True) if found.spans != best.spans}
    return tuple(by_spans[spans] for spans in sorted(by_spans))


def _reviewed(statements: list[Statement], workspace: Workspace) -> tuple[Statement, ...]:
    """Return the statements by id, without the rejected ones and with the accepted ones certain."""
    rejected = {decision.id for decision in workspace.rejected}
    accepted = {decision.id for decision in workspace.accepted}
    kept = []
    for statement in _distinct(statements):
        if statement.id in accepted:
            statement = replace(statement, evidence=replace(statement.evidence, confidence=1.0))
        if statement.id not in rejected:
            kept.append(statement)
    return tuple(kept)


def _distinct(statements: list[Statement]) -> list[Statement]:
    """Return the statements by id; the rare ones that share an id get the entities' IRIs into theirs."""
    found: dict[str, Statement] = {}
    for statement in sorted(statements, key=lambda s: (s.id, _ends(s), _rank(s.evidence))):
        taken = statement.id in found
        kept = replace(statement, id=digest(statement.id, *_ends(statement))) if taken else statement
        found[kept.id] = kept
    return [found[id] for id in sorted(found)]


def _ends(statement: Fact | Duty) -> tuple[str, ...]:
    if isinstance(statement, Fact):
        return (statement.subject, statement.object or "")
    return (statement.bearer,)
