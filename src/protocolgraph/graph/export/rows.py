"""Statements and entities as rows of plain values: what the JSON Lines and the CSV export write."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import Literal, TypedDict

from protocolgraph.model import Duty, Entity, Evidence, Fact, Knowledge


class EntityRow(TypedDict):
    """An entity in a document that mentions it."""

    kind: Literal["entity"]
    document: str
    id: str
    type: str
    name: str
    aliases: list[str]
    area: str | None
    scope: str


class EvidenceRow(TypedDict):
    """Where a statement was read."""

    section: str | None
    page: int | None
    spans: list[list[int]]
    quote: str
    confidence: float
    rule: str


class FactRow(EvidenceRow):
    """A fact with the preferred names of its entities."""

    kind: Literal["fact"]
    document: str
    id: str
    subject: str
    subject_type: str | None
    predicate: str
    object: str | None
    object_type: str | None
    qualifiers: dict[str, str]
    negated: bool


class DutyRow(EvidenceRow):
    """A duty with the preferred names of its entities."""

    kind: Literal["duty"]
    document: str
    id: str
    bearer: str
    bearer_type: str | None
    modality: str
    action: str
    text: str
    to: list[str]
    product: str | None
    frequency: str | None


def iter_rows(knowledge: Knowledge) -> Iterator[EntityRow | FactRow | DutyRow]:
    """Yield the rows document by document, by name; in each, entities, facts and duties by id."""
    entities = {entity.id: entity for entity in knowledge.entities}
    mentioned = _mentioned(knowledge)
    facts, duties = defaultdict(list), defaultdict(list)
    for fact in sorted(knowledge.facts, key=attrgetter("id")):
        facts[fact.evidence.document].append(fact)
    for duty in sorted(knowledge.duties, key=attrgetter("id")):
        duties[duty.evidence.document].append(duty)
    for document in sorted({*mentioned, *facts, *duties}):
        for identifier, names in sorted(mentioned.get(document, {}).items()):
            yield entity_row(entities[identifier], document, names)
        yield from (fact_row(fact, entities) for fact in facts[document])
        yield from (duty_row(duty, entities) for duty in duties[document])


def _mentioned(knowledge: Knowledge) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Document to entity to the names by which the document calls it."""
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for entity in knowledge.entities:
        for document in entity.documents:
            found[document][entity.id] = ()
    known = {entity.id for entity in knowledge.entities}
    for use in knowledge.uses:
        if use.entity in known:
            found[use.document][use.entity] = use.names
    return found


def entity_row(entity: Entity, document: str, names: tuple[str, ...]) -> EntityRow:
    """Return an entity's row; the document's own names for it come first among the aliases."""
    return {
        "kind": "entity",
        "document": document,
        "id": entity.id,
        "type": entity.type.value,
        "name": entity.name,
        "aliases": [name for name in dict.fromkeys((*names, *entity.aliases)) if name != entity.name],
        "area": entity.area,
        "scope": entity.scope.value,
    }


def fact_row(fact: Fact, entities: Mapping[str, Entity]) -> FactRow:
    """Return a fact's row."""
    return {
        "kind": "fact",
        "document": fact.evidence.document,
        "id": fact.id,
        "subject": _name(fact.subject, entities),
        "subject_type": _type(fact.subject, entities),
        "predicate": fact.predicate,
        "object": None if fact.object is None else _name(fact.object, entities),
        "object_type": None if fact.object is None else _type(fact.object, entities),
        "qualifiers": {name: _name(value, entities) for name, value in fact.qualifiers},
        "negated": fact.negated,
        **_evidence(fact.evidence),
    }


def duty_row(duty: Duty, entities: Mapping[str, Entity]) -> DutyRow:
    """Return a duty's row."""
    return {
        "kind": "duty",
        "document": duty.evidence.document,
        "id": duty.id,
        "bearer": _name(duty.bearer, entities),
        "bearer_type": _type(duty.bearer, entities),
        "modality": duty.content.modality.value,
        "action": duty.content.action,
        "text": duty.content.text,
        "to": [_name(target, entities) for target in duty.to],
        "product": None if duty.product is None else _name(duty.product, entities),
        "frequency": duty.content.frequency,
        **_evidence(duty.evidence),
    }


def _evidence(evidence: Evidence) -> EvidenceRow:
    return {
        "section": evidence.section,
        "page": evidence.page,
        "spans": [[span.start, span.end] for span in evidence.spans],
        "quote": evidence.quote,
        "confidence": evidence.confidence,
        "rule": evidence.rule,
    }


def _name(identifier: str, entities: Mapping[str, Entity]) -> str:
    """The entity's preferred name; words that are no entity's id stand for themselves."""
    return entities[identifier].name if identifier in entities else identifier


def _type(identifier: str, entities: Mapping[str, Entity]) -> str | None:
    return entities[identifier].type.value if identifier in entities else None
