"""The records of a graph, to be looked up: those in memory here, those in a file in `filed`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from protocolgraph.graph.finder import NameFinder
from protocolgraph.graph.index import KnowledgeIndex
from protocolgraph.graph.narrow import narrowed
from protocolgraph.model import DocumentInfo, Duty, Entity, EntityType, Fact, Knowledge


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records there are."""

    documents: int
    entities: Mapping[EntityType, int]
    facts: int
    duties: int


class Records(Protocol):
    """What a graph's records can be asked for. What is asked for singly is read singly, however large the graph."""

    @property
    def index(self) -> KnowledgeIndex:
        """Entities by id and name, statements by whom they are about."""

    @property
    def finder(self) -> NameFinder:
        """Finds entities by what people call them."""

    @property
    def counts(self) -> Counts:
        """How many records there are."""

    @property
    def documents(self) -> tuple[DocumentInfo, ...]:
        """The documents, by name."""

    def knowledge(self) -> Knowledge:
        """Return all records."""

    def within(self, documents: Iterable[DocumentInfo]) -> Knowledge:
        """Return what these documents state, as `narrowed` does."""

    def entities(self, type: EntityType | None = None, document: str | None = None) -> Iterable[Entity]:
        """Return the entities of this type that this document mentions, by id."""

    def facts(self, predicate: str | None = None, document: str | None = None) -> Iterable[Fact]:
        """Return the facts of this predicate that this document states, by id."""

    def duties(self, document: str | None = None) -> Iterable[Duty]:
        """Return the duties that this document states, by id."""

    def statement(self, identifier: str) -> Fact | Duty | None:
        """Return the fact or duty of this id; None if there is none."""


class KnownRecords:
    """Records in memory."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    @cached_property
    def index(self) -> KnowledgeIndex:
        """Entities by id and name, statements by whom they are about."""
        return KnowledgeIndex.make(self._knowledge)

    @cached_property
    def finder(self) -> NameFinder:
        """Finds entities by what people call them."""
        return NameFinder.of(self.index)

    @cached_property
    def counts(self) -> Counts:
        """How many records there are."""
        known = self._knowledge
        types = Counter(entity.type for entity in known.entities)
        return Counts(len(known.documents), types, len(known.facts), len(known.duties))

    @property
    def documents(self) -> tuple[DocumentInfo, ...]:
        """The documents, by name."""
        return self._knowledge.documents

    def knowledge(self) -> Knowledge:
        """Return all records."""
        return self._knowledge

    def within(self, documents: Iterable[DocumentInfo]) -> Knowledge:
        """Return what these documents state, as `narrowed` does."""
        return narrowed(self._knowledge, documents)

    def entities(self, type: EntityType | None = None, document: str | None = None) -> Iterable[Entity]:
        """Return the entities of this type that this document mentions, by id."""
        return (
            entity
            for entity in self._knowledge.entities
            if type in (None, entity.type) and (document is None or document in entity.documents)
        )

    def facts(self, predicate: str | None = None, document: str | None = None) -> Iterable[Fact]:
        """Return the facts of this predicate that this document states, by id."""
        return (
            fact
            for fact in self._knowledge.facts
            if predicate in (None, fact.predicate) and document in (None, fact.evidence.document)
        )

    def duties(self, document: str | None = None) -> Iterable[Duty]:
        """Return the duties that this document states, by id."""
        return (duty for duty in self._knowledge.duties if document in (None, duty.evidence.document))

    def statement(self, identifier: str) -> Fact | Duty | None:
        """Return the fact or duty of this id; None if there is none."""
        return self._by_id.get(identifier)

    @cached_property
    def _by_id(self) -> Mapping[str, Fact | Duty]:
        facts: dict[str, Fact | Duty] = {fact.id: fact for fact in self._knowledge.facts}
        return facts | {duty.id: duty for duty in self._knowledge.duties}


def names_in(statement: Fact | Duty) -> Iterator[str]:
    """Yield all that a statement names which may be an entity's id."""
    if isinstance(statement, Fact):
        yield statement.subject
        yield from (value for _, value in statement.qualifiers)
        if statement.object is not None:
            yield statement.object
    else:
        yield statement.bearer
        yield from statement.to
        if statement.product is not None:
            yield statement.product
