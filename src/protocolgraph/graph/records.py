"""The records of a graph, to be looked up: those in memory here, those in a file in `filed`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from protocolgraph.graph.doubt import ends_of, urgency_of
from protocolgraph.graph.finder import NameFinder
from protocolgraph.graph.index import KnowledgeIndex
from protocolgraph.graph.narrow import narrowed
from protocolgraph.graph.searching import WordIndex, WordSearch, in_order
from protocolgraph.model import DocumentInfo, Duty, Entity, EntityType, Fact, Knowledge, NameUse, Scope
from protocolgraph.model.mark import NO_LAYOUT


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records there are."""

    documents: int
    entities: Mapping[EntityType, int]
    facts: int
    duties: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How much one document holds: entities that it mentions, facts and duties that it states."""

    entities: int = 0
    facts: int = 0
    duties: int = 0

    @property
    def statements(self) -> int:
        """Facts and duties together."""
        return self.facts + self.duties


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

    @property
    def register(self) -> tuple[DocumentInfo, ...]:
        """The documents without their layout, by name."""

    def document(self, name: str) -> DocumentInfo | None:
        """Return the document of this name; None if there is none."""

    def knowledge(self) -> Knowledge:
        """Return all records."""

    def within(self, documents: Iterable[DocumentInfo]) -> Knowledge:
        """Return what these documents state, as `narrowed` does."""

    def entities(self, type: EntityType | None = None, document: str | None = None) -> Iterable[Entity]:
        """Return the entities of this type that this document mentions, by id."""

    def among(self, identifiers: Collection[str]) -> Sequence[Entity]:
        """Return the entities that have one of these ids, by id, without the documents that mention them."""

    def facts(self, predicate: str | None = None, document: str | None = None) -> Iterable[Fact]:
        """Return the facts of this predicate that this document states, by id."""

    def duties(self, document: str | None = None) -> Iterable[Duty]:
        """Return the duties that this document states, by id."""

    def statement(self, identifier: str) -> Fact | Duty | None:
        """Return the fact or duty of this id; None if there is none."""

    def statements(self, identifiers: Collection[str]) -> Mapping[str, Fact | Duty]:
        """Return the facts and duties that have one of these ids, by id."""

    @property
    def tallies(self) -> Mapping[str, Tally]:
        """How much each document holds, by its name."""

    def links(self, predicates: Collection[str], documents: Collection[str], area: str | None = None) -> Iterable[Fact]:
        """Return the facts of these predicates that these documents state, or whose subject is of the area, by id."""

    def named(self, text: str, most: int) -> Sequence[Entity]:
        """Return the entities one of whose names holds words that begin with all of these, the best first."""

    def saying(self, text: str, most: int) -> Sequence[Duty]:
        """Return duties whose text holds words that begin with all of these."""

    @property
    def words(self) -> WordIndex | None:
        """Finds statements by their words; None where no index of words is kept."""

    def unreviewed(self, most: int, document: str | None, *, at_random: bool) -> Sequence[Fact | Duty]:
        """Return statements that nobody has judged or stated: the most urgent first, or as their ids fall."""

    @property
    def reviewed(self) -> Mapping[str, int]:
        """How many statements of each document people have judged or stated."""

    def reaches(self, entities: Collection[str]) -> Mapping[str, int]:
        """Return how many statements are about each of these entities."""

    def uses(self, entity: str, document: str | None) -> Sequence[NameUse]:
        """Return by which names documents, or one, call an entity."""

    def placed(self, type: EntityType | None, area: str | None) -> Iterable[Entity]:
        """Return the entities of this type and of this area, or of none, by id."""

    def listed(self, type: EntityType, area: str | None, text: str, part: slice) -> tuple[Sequence[Entity], int]:
        """Return part of this type's entities by name, of an area and called so if asked, and how many they are."""

    def prominent(self, type: EntityType, most: int) -> Sequence[tuple[Entity, int]]:
        """Return the particular entities of this type that most statements are about, with how many."""

    def beginning(self, letters: str, most: int) -> Sequence[Fact | Duty]:
        """Return statements whose id begins so, at most so many."""


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

    @cached_property
    def register(self) -> tuple[DocumentInfo, ...]:
        """The documents without their layout, by name."""
        return tuple(replace(info, layout=NO_LAYOUT) for info in self._knowledge.documents)

    def document(self, name: str) -> DocumentInfo | None:
        """Return the document of this name; None if there is none."""
        return next((info for info in self._knowledge.documents if info.name == name), None)

    def knowledge(self) -> Knowledge:
        """Return all records."""
        return self._knowledge

    def within(self, documents: Iterable[DocumentInfo]) -> Knowledge:
        """Return what these documents state, as `narrowed` does."""
        names = {info.name for info in documents}
        return narrowed(self._knowledge, (info for info in self._knowledge.documents if info.name in names))

    def entities(self, type: EntityType | None = None, document: str | None = None) -> Iterable[Entity]:
        """Return the entities of this type that this document mentions, by id."""
        return (
            entity
            for entity in self._knowledge.entities
            if type in (None, entity.type) and (document is None or document in entity.documents)
        )

    def among(self, identifiers: Collection[str]) -> Sequence[Entity]:
        """Return the entities that have one of these ids, by id, without the documents that mention them."""
        known = self.index.entities
        found = (known[identifier] for identifier in sorted(set(identifiers)) if identifier in known)
        return [replace(entity, documents=()) for entity in found]

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

    def statements(self, identifiers: Collection[str]) -> Mapping[str, Fact | Duty]:
        """Return the facts and duties that have one of these ids, by id."""
        return {identifier: self._by_id[identifier] for identifier in identifiers if identifier in self._by_id}

    @cached_property
    def tallies(self) -> Mapping[str, Tally]:
        """How much each document holds, by its name."""
        known = self._knowledge
        mentioned = Counter(document for entity in known.entities for document in entity.documents)
        facts = Counter(fact.evidence.document for fact in known.facts)
        duties = Counter(duty.evidence.document for duty in known.duties)
        return {info.name: Tally(mentioned[info.name], facts[info.name], duties[info.name]) for info in known.documents}

    def links(self, predicates: Collection[str], documents: Collection[str], area: str | None = None) -> Iterable[Fact]:
        """Return the facts of these predicates that these documents state, or whose subject is of the area, by id."""
        named, known = set(documents), self.index.entities
        return (
            fact
            for fact in self._knowledge.facts
            if fact.predicate in predicates
            and (fact.evidence.document in named or (area is not None and known[fact.subject].area == area))
        )

    def named(self, text: str, most: int) -> Sequence[Entity]:
        """Return the entities one of whose names holds words that begin with all of these, the best first."""
        called = {entity.id for entity in self.index.names.bearers(text)}
        return in_order(called, self._search.named(text))[:most]

    def saying(self, text: str, most: int) -> Sequence[Duty]:
        """Return duties whose text holds words that begin with all of these."""
        return self._search.saying(text, most)

    @property
    def words(self) -> None:
        """None: what is in memory is looked through quickly enough."""

    def unreviewed(self, most: int, document: str | None, *, at_random: bool) -> Sequence[Fact | Duty]:
        """Return statements that nobody has judged or stated: the most urgent first, or as their ids fall."""
        stated = (statement for statement in self._by_id.values() if document in (None, statement.evidence.document))
        found = ((0.0 if at_random else -urgency, s.id, s) for s in stated if (urgency := urgency_of(s)) is not None)
        return [statement for _, _, statement in sorted(found, key=lambda item: item[:2])[:most]]

    @cached_property
    def reviewed(self) -> Mapping[str, int]:
        """How many statements of each document people have judged or stated."""
        return Counter(statement.evidence.document for statement in self._by_id.values() if statement.reviews)

    def reaches(self, entities: Collection[str]) -> Mapping[str, int]:
        """Return how many statements are about each of these entities."""
        return {entity: self._reach[entity] for entity in entities}

    def uses(self, entity: str, document: str | None) -> Sequence[NameUse]:
        """Return by which names documents, or one, call an entity."""
        own = (use for use in self._knowledge.uses if use.entity == entity)
        return [use for use in own if document in (None, use.document)]

    def placed(self, type: EntityType | None, area: str | None) -> Iterable[Entity]:
        """Return the entities of this type and of this area, or of none, by id."""
        return (entity for entity in self._knowledge.entities if type in (None, entity.type) and entity.area == area)

    def listed(self, type: EntityType, area: str | None, text: str, part: slice) -> tuple[Sequence[Entity], int]:
        """Return part of this type's entities by name, of an area and called so if asked, and how many they are."""
        called = self._search.named(text) if text else self._knowledge.entities
        found = [entity for entity in called if entity.type is type and area in (None, entity.area)]
        found.sort(key=lambda entity: (entity.name.casefold(), entity.id))
        return found[part], len(found)

    def prominent(self, type: EntityType, most: int) -> Sequence[tuple[Entity, int]]:
        """Return the particular entities of this type that most statements are about, with how many."""
        known = (self.index.entities.get(key) for key in self._reach)
        found = [entity for entity in known if entity is not None and entity.type is type and is_particular(entity)]
        ordered = sorted(found, key=lambda entity: (-self._reach[entity.id], entity.id))
        return [(entity, self._reach[entity.id]) for entity in ordered[:most]]

    def beginning(self, letters: str, most: int) -> Sequence[Fact | Duty]:
        """Return statements whose id begins so, at most so many."""
        return [self._by_id[key] for key in sorted(self._by_id) if key.startswith(letters)][:most]

    @cached_property
    def _reach(self) -> Counter[str]:
        return Counter(end for statement in self._by_id.values() for end in ends_of(statement))

    @cached_property
    def _search(self) -> WordSearch:
        return WordSearch(self._knowledge.entities, self._knowledge.duties)

    @cached_property
    def _by_id(self) -> Mapping[str, Fact | Duty]:
        facts: dict[str, Fact | Duty] = {fact.id: fact for fact in self._knowledge.facts}
        return facts | {duty.id: duty for duty in self._knowledge.duties}


def is_particular(entity: Entity) -> bool:
    """Whether an entity is one of the place, not a class of bodies or one of the whole country."""
    return entity.scope in (Scope.LOCAL, Scope.REGIONAL)


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
