"""Reviewed statements of a document in the form of gold, by which `evaluate` measures.

What reviewers accepted, corrected or added is gold. What nobody judged is optional: finding it is neither
rewarded nor punished. What they rejected is not there, so that finding it again counts as wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from protocolgraph.model import Duty, Entity, Evidence, Fact, Judged, Knowledge
from protocolgraph.text.normalise import collapse


def gold_name(document: str) -> str:
    """Return the name of a document's file of gold."""
    return re.sub(r"[^\w.-]+", "_", document.rpartition(".")[0] or document, flags=re.ASCII) + ".json"


def gold_dict(knowledge: Knowledge, document: str, judged: Iterable[Judged] = ()) -> dict[str, Any]:
    """Return the gold of one document as JSON-ready values.

    Args:
        knowledge: the graph, with the corrections applied.
        document: the document's name.
        judged: what was judged, to tell how much of the document that is.

    """
    facts = [fact for fact in knowledge.facts if fact.evidence.document == document]
    duties = [duty for duty in knowledge.duties if duty.evidence.document == document]
    entities = _Entities(knowledge, document)
    info = next((info for info in knowledge.documents if info.name == document), None)
    done = sum(item.statement.evidence.document == document for item in judged)
    made = {
        "facts": [_fact(fact, entities) for fact in facts if fact.reviews],
        "duties": [_duty(duty, entities) for duty in duties if duty.reviews],
        "optional_facts": [_fact(fact, entities) for fact in facts if not fact.reviews],
        "optional_duties": [_duty(duty, entities) for duty in duties if not duty.reviews],
    }
    return {
        "document": document.rpartition("/")[2],
        "area": info.area if info else None,
        "reviewed": {"judged": done, "not_judged": len(made["optional_facts"]) + len(made["optional_duties"])},
        "entities": entities.rows(),
        **made,
    }


class _Entities:
    """The entities that a document names, under short ids of this file."""

    def __init__(self, knowledge: Knowledge, document: str) -> None:
        self._uses = {use.entity: use.names for use in knowledge.uses if use.document == document}
        self._known = {entity.id: entity for entity in knowledge.entities if document in entity.documents}
        self._ids: dict[str, str] = {}
        for identifier in sorted(self._known):
            slug = "_".join(identifier.rsplit("/", 2)[1:])
            self._ids[identifier] = slug if slug not in self._ids.values() else f"{slug}_{len(self._ids)}"

    def id(self, identifier: str) -> str:
        return self._ids.get(identifier, identifier)

    def rows(self) -> list[dict[str, Any]]:
        return [self._row(self._known[identifier]) for identifier in sorted(self._known)]

    def _row(self, entity: Entity) -> dict[str, Any]:
        names: Sequence[str] = self._uses.get(entity.id, ())
        return {
            "id": self._ids[entity.id],
            "type": entity.type.value,
            "name": entity.name,
            "aliases": [name for name in names if name != entity.name],
            "scope": entity.scope.value,
        }


def _fact(fact: Fact, entities: _Entities) -> dict[str, Any]:
    qualifiers: Mapping[str, Any] = {**dict(fact.qualifiers), **({"negated": True} if fact.negated else {})}
    made: dict[str, Any] = {"s": entities.id(fact.subject), "p": fact.predicate}
    if fact.object is not None:
        made["o"] = entities.id(fact.object)
    return made | ({"q": dict(qualifiers)} if qualifiers else {}) | _words(fact.evidence, fact.also)


def _duty(duty: Duty, entities: _Entities) -> dict[str, Any]:
    content = duty.content
    return {
        "bearer": entities.id(duty.bearer),
        "modality": content.modality.value,
        "action": content.action,
        "text": content.text,
        "to": [entities.id(to) for to in duty.to],
        "product": entities.id(duty.product) if duty.product else None,
        "frequency": content.frequency,
        **_words(duty.evidence, duty.also),
    }


def _words(evidence: Evidence, also: Sequence[Evidence]) -> dict[str, Any]:
    others = [collapse(place.quote) for place in also]
    return {"section": evidence.section, "quote": collapse(evidence.quote)} | ({"alt_quotes": others} if others else {})
