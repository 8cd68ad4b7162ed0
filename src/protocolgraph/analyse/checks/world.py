"""A graph as the checks ask it: statements by whom they are about, documents by what they are, marks by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, cached_property
from textwrap import shorten

from protocolgraph.analyse.governing import governs, is_governing, part_at
from protocolgraph.analyse.tasks import Task, tasks_of
from protocolgraph.graph.index import KnowledgeIndex
from protocolgraph.graph.paths import AccountabilityMap
from protocolgraph.model import (
    DocumentInfo,
    Duty,
    Entity,
    EntityType,
    Evidence,
    Fact,
    Knowledge,
    Mark,
    MarkKind,
    NameUse,
    Part,
    Scope,
)
from protocolgraph.reference import body_kind_of, kinds_above
from protocolgraph.vocab.checks import content_words, is_authority, is_bare, is_group, is_set, split_head
from protocolgraph.vocab.lexicon import fold

_DESCRIBED = 3
"""A document that gives a body this many duties describes it."""
_LEAST_SURE = 0.5
"""Facts below this confidence are no ground to find fault on."""


_LONGEST_HEADING = 40
_COUNCIL_WORDS = 2
""""Westerley Council" has two words, "Looked After Children's Council" more."""


class World:
    """All that the checks look at; made once for a graph."""

    def __init__(
        self, knowledge: Knowledge, is_wanted: Callable[[str, Collection[str]], bool] = lambda *_: True
    ) -> None:
        self.is_wanted = is_wanted
        """Whether findings of the check with a code, about these documents, are wanted: what costs much asks first."""
        self.knowledge = _in_reading_order(knowledge)
        self.index = KnowledgeIndex.make(self.knowledge)
        self.documents = {document.name: document for document in knowledge.documents}
        self.facts = tuple(f for f in self.knowledge.facts if not f.negated and f.evidence.confidence >= _LEAST_SURE)
        self._classes = cache(self._classes_of)
        self.is_local_group = cache(self._is_local_group)
        """Whether an entity is one particular body of a place that people are appointed to and that meets."""

    def entity(self, identifier: str) -> Entity:
        """Return the entity of this id."""
        return self.index.entities[identifier]

    def name(self, identifier: str | None) -> str:
        """Return an entity's name."""
        found = self.index.entities.get(identifier or "")
        return found.name if found else identifier or ""

    def names(self, identifiers: Iterable[str]) -> tuple[str, ...]:
        """Return the names of entities, sorted, each once."""
        return tuple(sorted({self.name(identifier) for identifier in identifiers}))

    def stated(self, predicate: str, *, subject: str | None = None, object: str | None = None) -> list[Fact]:
        """Return the facts that are sure enough and not denied, by predicate and ends."""
        if subject is not None:
            found: Iterable[Fact] = self.index.facts_of.get(subject, ())
        elif object is not None:
            found = self.index.facts_on.get(object, ())
        else:
            found = self._by_predicate.get(predicate, ())
        return [
            fact
            for fact in found
            if fact.predicate == predicate
            and not fact.negated
            and fact.evidence.confidence >= _LEAST_SURE
            and object in (None, fact.object)
        ]

    @cached_property
    def _by_predicate(self) -> Mapping[str, list[Fact]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            found[fact.predicate].append(fact)
        return found

    def statements_in(self, document: str) -> list[Fact | Duty]:
        """Return all that was read in a document, the facts first, each in reading order."""
        return self._in_document.get(document, [])

    @cached_property
    def _in_document(self) -> Mapping[str, list[Fact | Duty]]:
        found: dict[str, list[Fact | Duty]] = defaultdict(list)
        statements: tuple[Fact | Duty, ...] = (*self.knowledge.facts, *self.knowledge.duties)
        for statement in statements:
            found[statement.evidence.document].append(statement)
        return found

    @cached_property
    def uses(self) -> Mapping[str, list[NameUse]]:
        """The names by which each document calls whom it mentions."""
        found: dict[str, list[NameUse]] = defaultdict(list)
        for use in self.knowledge.uses:
            found[use.document].append(use)
        return found

    def marks(self, *kinds: MarkKind) -> Iterator[tuple[DocumentInfo, Mark]]:
        """Yield the marks of these kinds, document by document."""
        for document in self.knowledge.documents:
            for mark in document.layout.marks:
                if mark.kind in kinds:
                    yield document, mark

    def part(self, evidence: Evidence) -> Part | None:
        """Return the part of its document that words stand in."""
        document = self.documents.get(evidence.document)
        return part_at(document, evidence) if document else None

    def date(self, evidence: Evidence) -> str | None:
        """Return the date of the part, else of the document, that words stand in."""
        part, document = self.part(evidence), self.documents.get(evidence.document)
        return (part and part.date) or (document.date if document else None)

    def headings(self, evidence: Evidence) -> tuple[str, ...]:
        """Return the headings that words stand under, the outermost first."""
        document = self.documents.get(evidence.document)
        if document is None or not evidence.spans:
            return ()
        start = evidence.spans[-1].start
        return tuple(heading.text for heading in document.layout.headings if heading.start <= start < heading.end)

    def classes(self, body: str) -> tuple[str, ...]:
        """Return the sets of bodies that a body is one of: "Delivery Groups" is said of each Delivery Group.

        It is one of a set whose name is the plural of its own last words, or under whose heading it is described.
        """
        return self._classes(body)

    def _classes_of(self, body: str) -> tuple[str, ...]:
        entity = self.index.entities.get(body)
        if entity is None:
            return ()
        sets = {each: None for document in entity.documents for each in self._sets.get(document, ())}
        if not sets:
            return ()
        own = [duty.evidence for duty in self.index.duties_of.get(body, ())]
        over = {fold(heading) for evidence in own for heading in self.headings(evidence)}
        return tuple(
            identifier
            for identifier, name in sorted(sets)
            if identifier != body
            and self.index.entities[identifier].area in (None, entity.area)
            and (fold(entity.name).endswith(name[:-1]) or any(heading.startswith(name) for heading in over))
        )

    @cached_property
    def _sets(self) -> Mapping[str, list[tuple[str, str]]]:
        """The bodies that are sets of bodies, with their folded names, by document."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for entity in self.knowledge.entities:
            if entity.type is EntityType.BODY and is_set(entity.name):
                for document in entity.documents:
                    found[document].append((entity.id, fold(entity.name)))
        return found

    def same_purpose(self, body: str) -> tuple[str, ...]:
        """Return the bodies of the place whose names say the same purpose with another noun, itself among them."""
        entity = self.entity(body)
        words = self._purpose(entity)
        return tuple(self._purposes.get((entity.area, words), ())) if len(words) > 1 else (body,)

    @cached_property
    def _purposes(self) -> Mapping[tuple[str | None, frozenset[str]], list[str]]:
        found: dict[tuple[str | None, frozenset[str]], list[str]] = defaultdict(list)
        for entity in self.knowledge.entities:
            if entity.type is EntityType.BODY:
                found[entity.area, self._purpose(entity)].append(entity.id)
        return found

    def _purpose(self, entity: Entity) -> frozenset[str]:
        """Return the words of a body's name that say what it is for, the place apart."""
        return content_words(split_head(entity.name)[0]) - content_words(entity.area or "")

    def same_time(self, first: Evidence, second: Evidence, *, years: int) -> bool:
        """Whether two places are dated within so many years of each other; those without a date may be."""
        one, other = self.date(first), self.date(second)
        return not one or not other or abs(int(one[:4]) - int(other[:4])) <= years

    def governs(self, evidence: Evidence) -> bool:
        """Whether words stand in a document, or a part of a pack, that lays down who does what."""
        return governs(self.documents, evidence)

    def governing_parts(self) -> Iterator[tuple[DocumentInfo, Part]]:
        """Yield the parts that lay down who does what."""
        for document in self.knowledge.documents:
            for part in document.layout.parts:
                if is_governing(part, document):
                    yield document, part

    @cached_property
    def tasks(self) -> Mapping[str, list[Task]]:
        """What each document asks for, publications that somebody makes or approves among it."""
        found: dict[str, list[Task]] = {name: [] for name in self.documents}
        for task in tasks_of(self.knowledge, documents=self.documents, products=True):
            found[task.evidence.document].append(task)
        return found

    @cached_property
    def terms_of_reference(self) -> tuple[str, ...]:
        """The folded names of all that is called terms of reference."""
        names = [entity.name.casefold() for entity in self.knowledge.entities]
        return tuple(name for name in names if "terms of reference" in name)

    def duties_on(self, product: str) -> list[Duty]:
        """Return the duties whose product this publication is."""
        return self._by_product.get(product, [])

    @cached_property
    def _by_product(self) -> Mapping[str, list[Duty]]:
        found: dict[str, list[Duty]] = defaultdict(list)
        for duty in self.knowledge.duties:
            if duty.product:
                found[duty.product].append(duty)
        return found

    @cached_property
    def accountability(self) -> AccountabilityMap:
        """The steps of accountability that are sure enough."""
        return AccountabilityMap.of(self.facts)

    @cached_property
    def described(self) -> dict[str, tuple[Duty, ...]]:
        """Return the groups that some governing document describes, each with the duties that it has there."""
        found: dict[str, list[Duty]] = {}
        for duty in self.knowledge.duties:
            if self.is_local_group(duty.bearer) and self.governs(duty.evidence):
                found.setdefault(duty.bearer, []).append(duty)
        return {body: tuple(duties) for body, duties in sorted(found.items()) if len(duties) >= _DESCRIBED}

    @cached_property
    def described_in(self) -> Mapping[str, list[str]]:
        """The bodies that each document describes."""
        found: dict[str, list[str]] = defaultdict(list)
        for body, duties in self.described.items():
            for document in sorted({duty.evidence.document for duty in duties}):
                found[document].append(body)
        return found

    def _is_local_group(self, identifier: str) -> bool:
        entity = self.index.entities.get(identifier)
        return (
            entity is not None
            and entity.type is EntityType.BODY
            and entity.scope in (Scope.LOCAL, Scope.REGIONAL)
            and is_group(entity.name)
            and not is_authority(entity.name)
            and not is_set(entity.name)
            and not is_bare(entity.name)
            and not _is_council(entity.name)
        )


def _is_council(name: str) -> bool:
    """Whether a name is that of a local authority: a council of young people or of a school is another thing."""
    if not fold(name).endswith(("council", "authority")):
        return False
    kind = body_kind_of(name)
    if kind is None:
        return len(content_words(name)) <= _COUNCIL_WORDS
    return any(above.id == "elected-body" for above in kinds_above(kind))


def _in_reading_order(knowledge: Knowledge) -> Knowledge:
    """Return the knowledge with its statements in the order of the documents' text, which findings keep."""

    def place(statement: Fact | Duty) -> tuple[str, list[tuple[int, int]], str]:
        evidence = statement.evidence
        return evidence.document, [(span.start, span.end) for span in evidence.spans], statement.id

    return replace(
        knowledge,
        facts=tuple(sorted(knowledge.facts, key=place)),
        duties=tuple(sorted(knowledge.duties, key=place)),
    )


def where(evidence: Evidence) -> str:
    """Return a short name of a place: "7.5", else the heading, else the document's name."""
    section = evidence.section
    if section is None or section[:1].isdigit():
        return section or evidence.document
    return f"“{shorten(section, _LONGEST_HEADING, placeholder=' ...')}”"


def listed(names: Iterable[str], *, limit: int = 8) -> str:
    """Return names as a list for a sentence, the end of a long one cut: "A, B and 3 more"."""
    found = list(dict.fromkeys(names))
    if len(found) > limit:
        return f"{', '.join(found[: limit - 1])} and {len(found) - limit + 1} more"
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}" if found else ""
