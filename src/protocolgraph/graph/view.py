"""The graph as people use it: entities by name, facts and duties by whom they are about, chains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from protocolgraph.errors import UsageError
from protocolgraph.garbage import uncollected
from protocolgraph.graph.collections import Duties, Facts
from protocolgraph.graph.entity import Chain, EntityView, Link
from protocolgraph.graph.export import export_file
from protocolgraph.graph.finder import Found
from protocolgraph.graph.lookup import Names
from protocolgraph.graph.narrow import Choice
from protocolgraph.graph.paths import Step
from protocolgraph.graph.query import NO_LIMITS, Limits, Table
from protocolgraph.graph.records import Counts, KnownRecords, Records, Tally, names_in
from protocolgraph.graph.searching import WordIndex
from protocolgraph.graph.store import MemoryStore, Store, update
from protocolgraph.graph.terms import statement_id
from protocolgraph.model import DocumentInfo, Duty, Entity, EntityType, Fact, Knowledge, Modality, NameUse, Scope
from protocolgraph.model.showing import html_table
from protocolgraph.vocab.schema import predicates

if TYPE_CHECKING:
    import networkx as nx
    from rdflib import Dataset

    from protocolgraph.graph.validation import Violation

LARGE = 20_000
"""Statements beyond which a graph is large."""
Name = str | EntityView
"""An entity, or anything that it is called."""


class Graph:
    """A graph, read only. Every answer carries the words that it was read from."""

    def __init__(self, knowledge: Knowledge | Records, *, store: Store | None = None) -> None:
        """Make the view of this knowledge, or of records that are looked up when they are asked for.

        SPARQL is answered by the store, or in memory.
        """
        self._records = KnownRecords(knowledge) if isinstance(knowledge, Knowledge) else knowledge
        self._store = MemoryStore(self.knowledge) if store is None else store

    @cached_property
    def knowledge(self) -> Knowledge:
        """All records; of a large graph they take seconds to read, so ask for what you need if you can."""
        return self._records.knowledge()

    @property
    def counts(self) -> Counts:
        """How many records there are."""
        return self._records.counts

    @property
    def is_large(self) -> bool:
        """Whether it holds so much that what takes in all of it takes long."""
        return self.counts.facts + self.counts.duties > LARGE

    @property
    def in_memory(self) -> bool:
        """Whether its triples are in the memory of this process, which a query with limits copies to another first."""
        return isinstance(self._store, MemoryStore)

    @property
    def documents(self) -> tuple[DocumentInfo, ...]:
        """The documents, by name."""
        return self._records.documents

    @property
    def register(self) -> tuple[DocumentInfo, ...]:
        """The documents without their layout, by name: quick to get, however many there are."""
        return self._records.register

    def document(self, name: str) -> DocumentInfo | None:
        """Return the document of this name; None if there is none."""
        return self._records.document(name)

    def entity(self, name: Name, *, type: EntityType | None = None, area: str | None = None) -> EntityView:
        """Return the entity that is called so, by any of its names, its acronym or its id.

        Case, articles and punctuation do not matter; "NAME (AREA)" tells namesakes apart.

        Raises:
            UnknownNameError: no entity is called so; the error offers the nearest names.
            AmbiguousNameError: several are.

        """
        if isinstance(name, EntityView):
            return name
        return EntityView(self._records.index.names.resolve(name, type=type, area=area), self._records.index)

    def record(self, identifier: str) -> Entity | None:
        """Return the entity of this id; None if there is none."""
        return self.records_by_id.get(identifier)

    @property
    def records_by_id(self) -> Mapping[str, Entity]:
        """The entities by id, looked up when they are asked for."""
        return self._records.index.entities

    def among(self, identifiers: Collection[str]) -> Mapping[str, Entity]:
        """Return the entities of these ids, looked up together, without the documents that mention them.

        What is no entity's id is left out.
        """
        return {entity.id: entity for entity in self._records.among(identifiers)}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Preferred names of the entities by id, looked up when they are asked for."""
        return Names(self.records_by_id)

    def called(self, name: str, *, type: EntityType | None = None) -> tuple[Entity, ...]:
        """Return the entities that bear this very name, in this spelling."""
        bearers = self._records.index.names.bearers(name, type=type)
        return tuple(entity for entity in bearers if name in (entity.name, *entity.aliases))

    def alike(self, entity: Entity) -> tuple[Entity, ...]:
        """Return the entities of an entity's type and area (or of none, as it), itself too, by id."""
        return tuple(self._records.placed(entity.type, entity.area))

    def body(self, name: Name, *, area: str | None = None) -> EntityView:
        """Return the body that is called so; errors as `entity`."""
        return self.entity(name, type=EntityType.BODY, area=area)

    def role(self, name: Name, *, area: str | None = None) -> EntityView:
        """Return the role that is called so; errors as `entity`."""
        return self.entity(name, type=EntityType.ROLE, area=area)

    def person(self, name: Name, *, area: str | None = None) -> EntityView:
        """Return the person who is called so; errors as `entity`."""
        return self.entity(name, type=EntityType.PERSON, area=area)

    def entities(
        self,
        *,
        type: EntityType | None = None,
        area: str | None = None,
        scope: Scope | None = None,
        document: str | None = None,
    ) -> tuple[EntityView, ...]:
        """Return the entities of this type, area and scope that this document mentions, by id."""
        placed = document is None and area is not None
        found = self._records.placed(type, area) if placed else self._records.entities(type, document)
        return tuple(
            EntityView(entity, self._records.index)
            for entity in found
            if area in (None, entity.area) and scope in (None, entity.scope)
        )

    def facts(
        self,
        *,
        subject: Name | None = None,
        predicate: str | None = None,
        object: Name | None = None,
        document: str | None = None,
        negated: bool | None = None,
    ) -> Facts:
        """Return the facts with this subject, predicate and object that this document states, by id.

        Args:
            subject: an entity, or what it is called.
            predicate: the predicate's name.
            object: an entity, or what it is called.
            document: the document's name.
            negated: only denied facts, or only others; both if not given.

        Raises:
            UnknownNameError, AmbiguousNameError: as `entity`.
            UsageError: there is no such predicate.

        """
        if predicate is not None:
            _check_predicate(predicate)
        found: Iterable[Fact]
        if object is not None:
            found = self._records.index.facts_on.get(self.entity(object).id, ())
        if subject is not None:
            identifier = self.entity(subject).id
            own = self._records.index.facts_of.get(identifier, ())
            found = own if object is None else (fact for fact in found if fact.subject == identifier)
        if object is None and subject is None:
            found = self._records.facts(predicate, document)
        kept = (
            fact
            for fact in found
            if predicate in (None, fact.predicate)
            and document in (None, fact.evidence.document)
            and negated in (None, fact.negated)
        )
        return Facts.of(kept, self._records)

    def duties(
        self, *, bearer: Name | None = None, modality: Modality | None = None, document: str | None = None
    ) -> Duties:
        """Return the duties of this bearer and modality that this document states, by id.

        Raises:
            UnknownNameError, AmbiguousNameError: as `entity`.

        """
        found = self._records.duties(document) if bearer is None else self.entity(bearer).duties
        kept = (
            duty
            for duty in found
            if modality in (None, duty.content.modality) and document in (None, duty.evidence.document)
        )
        return Duties.of(kept, self._records)

    def __getattr__(self, name: str) -> Callable[..., Facts]:
        """The facts of one predicate, as `facts`: `g.reports_to(subject="Board")`, `g.reports_to().to_frame()`."""
        if name not in predicates():
            raise AttributeError(f"{type(self).__name__} has no attribute {name!r}")
        return partial(self.facts, predicate=name)

    def __dir__(self) -> Iterable[str]:
        return sorted({*super().__dir__(), *predicates()})

    def chains(self, source: Name, target: Name, *, limit: int = 10, longer: bool = False) -> tuple[Chain, ...]:
        """Return the shortest chains of accountability from the accountable to who holds it to account.

        Which predicates are links, and which way, is data: `vocab/schema/accountability.yaml`. All
        chains have the same, least number of links; the plainest and surest comes first.

        Args:
            source: who is accountable.
            target: who holds it to account.
            limit: how many chains at most.
            longer: whether longer chains follow when there are fewer of the shortest.

        Raises:
            UnknownNameError, AmbiguousNameError: as `entity`.

        """
        start, end = self.entity(source), self.entity(target)
        steps = self._records.index.accountability
        find = steps.all_chains if longer else steps.chains
        return tuple(self._chain(chain) for chain in find(start.id, end.id, limit=limit))

    def common_holders(self, one: Name, other: Name) -> tuple[tuple[Chain, Chain], ...]:
        """Return the shortest chains from each of two to everyone to whom both answer, the nearest first.

        Raises:
            UnknownNameError, AmbiguousNameError: as `entity`.

        """
        first, second = self.entity(one), self.entity(other)
        steps = self._records.index.accountability

        def best(source: EntityView, holder: str) -> Chain:
            return self._chain(steps.chains(source.id, holder, limit=1)[0])

        return tuple(
            (best(first, holder), best(second, holder)) for holder in steps.common_holders(first.id, second.id)
        )

    def _chain(self, steps: Iterable[Step]) -> Chain:
        return Chain(Link(self.entity(step.source), self.entity(step.target), step.facts) for step in steps)

    def find(self, words: str, types: tuple[EntityType, ...] = ()) -> Found:
        """Return the entities that people may mean by these words: parts of names, posts of bodies, slips.

        `entity` is for programs, and takes whole names only; this is for people, who are told what was found.

        Args:
            words: what somebody typed: "the panel", "chair of the Board", "each Board".
            types: only entities of these types; all if empty.

        Raises:
            UnknownNameError: nothing is called so; the error offers the nearest names.

        """
        return self._records.finder.find(words, types)

    def holding(self, words: str, types: tuple[EntityType, ...] = ()) -> Found:
        """Return all entities of these types in whose names the words stand: whom a short name may mean besides."""
        return self._records.finder.holding(words, types)

    def class_of(self, name: Name) -> EntityView | None:
        """Return the class of which an entity is one by its name: "Delivery Groups" for "Training Delivery Group".

        Raises:
            UnknownNameError, AmbiguousNameError: as `entity`.

        """
        found = self._records.finder.class_of(self._records.index.entities[self.entity(name).id])
        return self.entity(found.id) if found else None

    @property
    def tallies(self) -> Mapping[str, Tally]:
        """How much each document holds, by its name."""
        return self._records.tallies

    def links(self, predicates: Collection[str], documents: Collection[str], area: str | None = None) -> Facts:
        """Return the facts of these predicates that these documents state, or whose subject is of the area, by id."""
        return Facts.of(self._records.links(predicates, documents, area), self._records)

    def named(self, text: str, *, most: int) -> tuple[Entity, ...]:
        """Return the entities one of whose names holds words that begin with all of these, the best first."""
        return tuple(self._records.named(text, most))

    def saying(self, text: str, *, most: int) -> Duties:
        """Return duties whose text holds words that begin with all of these."""
        return Duties.of(self._records.saying(text, most), self._records)

    def unreviewed(self, *, most: int, document: str | None = None, at_random: bool = False) -> tuple[Fact | Duty, ...]:
        """Return statements that nobody has reviewed: the most doubtful that matter most first, or as their ids fall.

        Args:
            most: how many at most.
            document: only those of the document of this name.
            at_random: whether in an order that has nothing to do with what they say.

        """
        return tuple(self._records.unreviewed(most, document, at_random=at_random))

    @property
    def reviewed(self) -> Mapping[str, int]:
        """How many statements of each document people have judged or stated, by its name."""
        return self._records.reviewed

    def listed(
        self, type: EntityType, part: slice, *, area: str | None = None, words: str = ""
    ) -> tuple[tuple[Entity, ...], int]:
        """Return part of the entities of a type, by name, and how many there are in all.

        Args:
            type: body, role, person, publication or law.
            part: which of them, from the first on: `slice(0, 100)`.
            area: only those of this area.
            words: only those in one of whose names are words that begin with all of these.

        """
        found, number = self._records.listed(type, area, words, part)
        return tuple(found), number

    def prominent(self, type: EntityType, *, most: int) -> tuple[tuple[Entity, int], ...]:
        """Return the particular entities of a type that most statements are about, with how many, the first first."""
        return tuple(self._records.prominent(type, most))

    def reaches(self, identifiers: Collection[str]) -> Mapping[str, int]:
        """Return how many statements are about each of the entities of these ids."""
        return self._records.reaches(identifiers)

    def uses(self, identifier: str, *, document: str | None = None) -> tuple[NameUse, ...]:
        """Return by which names documents, or one of them, call the entity of this id."""
        return tuple(self._records.uses(identifier, document))

    def beginning(self, letters: str, *, most: int) -> tuple[Fact | Duty, ...]:
        """Return the facts and duties whose id begins so, at most so many."""
        return tuple(self._records.beginning(letters, most))

    def narrowed(self, choice: Choice) -> Graph:
        """Return the graph of the documents that are chosen: what they alone state.

        Raises:
            UsageError: there is no such document or area, or no document is left.

        """
        return self.of_documents(choice.pick(self.register)) if choice else self

    def of_documents(self, documents: Iterable[DocumentInfo]) -> Graph:
        """Return the graph of these documents, which are of this one: what they alone state."""
        return Graph(self._records.within(documents))

    def statement(self, iri: str) -> Fact | Duty | None:
        """Return the fact or duty of this id, or whose node in the RDF has this IRI; None if there is none."""
        return self._records.statement(statement_id(iri))

    def statements(self, iris: Collection[str]) -> Mapping[str, Fact | Duty]:
        """Return the facts and duties of these ids or IRIs by id, looked up together."""
        return self._records.statements({statement_id(iri) for iri in iris})

    @property
    def words(self) -> WordIndex | None:
        """What finds statements by their words; None where no index of words is kept: in memory, on a server."""
        return self._records.words

    def around(self, name: Name) -> Knowledge:
        """Return an entity's facts and duties and who holds the posts beside it, with all entities named there.

        The entities are without the documents that mention them.

        Raises:
            UnknownNameError, AmbiguousNameError: as `entity`.

        """
        with uncollected():  # a class may have tens of thousands
            return self._around(self.entity(name))

    def _around(self, view: EntityView) -> Knowledge:
        own = view.facts
        stated: tuple[Fact | Duty, ...] = (*own, *view.duties)
        known = self.among({view.id, *(name for one in stated for name in names_in(one))})
        ends = {end for fact in own for end in (fact.subject, fact.object) if end}
        posts = (end for end in ends if end in known and known[end].type is EntityType.ROLE)
        beside = (fact for post in posts for fact in self._records.index.facts_on.get(post, ()))
        held = [fact for fact in beside if fact.predicate == "holds"]
        facts = {fact.id: fact for fact in (*own, *held)}
        further = self.among({name for fact in held for name in names_in(fact)}.difference(known))
        return Knowledge(
            documents=self.register,
            entities=tuple(sorted((*known.values(), *further.values()), key=lambda one: one.id)),
            uses=(),
            facts=tuple(facts[identifier] for identifier in sorted(facts)),
            duties=view.duties,
        )

    def sparql(self, query: str, limits: Limits = NO_LIMITS) -> Table:
        """Return the answer to a SPARQL query over the union of the named graphs.

        Raises:
            QueryError: the query cannot be parsed or run, or runs too long.

        """
        return self._store.query(query, limits)

    def update(self, text: str) -> Graph:
        """Carry out a SPARQL update on the graph where it is kept, and return the graph as it is then.

        The next build makes the graph anew from the documents; what is to last belongs in `protocolgraph.toml`.

        Raises:
            QueryError: the update cannot be parsed or run, or leaves what no record can say.
            StoreError: another process is writing.

        """
        update(self._store, text)
        return Graph(self._store.records(), store=self._store)

    def to_rdflib(self) -> Dataset:
        """Return the graph as an rdflib dataset; its default graph is the union of the named graphs."""
        return self._store.dataset()

    def to_networkx(self, *, negated: bool = False) -> nx.MultiDiGraph[str]:
        """Return the graph for NetworkX; see `property_graph` for the attributes of nodes and edges."""
        from protocolgraph.graph.property_graph import property_graph  # NetworkX is slow to import, and few need it

        return property_graph(self.knowledge, negated=negated)

    def validate(self) -> tuple[Violation, ...]:
        """Return how the graph is not as the SHACL shapes say that every graph is; empty if it conforms."""
        from protocolgraph.graph.validation import validate_dataset  # pySHACL is slow to import, and few need it

        return validate_dataset(self.to_rdflib())

    def export(self, path: str | Path, *, format: str) -> None:
        """Write the graph to a file in one of the formats of `EXPORTERS`.

        Raises:
            UsageError: there is no such format, or the file cannot be written.

        """
        export_file(self.knowledge, format=format, path=Path(path))

    def __iter__(self) -> Iterator[EntityView]:
        """Iterate over the entities, by id."""
        return iter(self.entities())

    def __len__(self) -> int:
        """Return the number of entities."""
        return sum(self.counts.entities.values())

    def _repr_html_(self) -> str:
        statements: tuple[Fact | Duty, ...] = (*self.knowledge.facts, *self.knowledge.duties)
        counts = Counter(item.evidence.document for item in statements)
        rows = [
            (item.name, item.title or "", item.area or "", item.date or "", str(counts[item.name]))
            for item in self.register
        ]
        return html_table(("document", "title", "area", "date", "statements"), rows, title=repr(self)[1:-1])

    def __repr__(self) -> str:
        known = self.counts
        return (
            f"<Graph of {known.documents} documents: {len(self)} entities, {known.facts} facts, {known.duties} duties>"
        )


def _check_predicate(name: str) -> None:
    if name not in predicates():
        near = get_close_matches(name, list(predicates()), n=3)
        hint = f"; did you mean {' or '.join(near)}?" if near else f"; there are {', '.join(predicates())}"
        raise UsageError(f"There is no predicate {name!r}{hint}")
