"""An entity as people use it: its relations are attributes, and each knows the words it was read from.

The attributes are the predicates' names and the names of their inverses in the schema: what
`x.reports_to` lists, `y.receives_reports_from` lists from the other side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from protocolgraph.graph.frames import PLACE, frame, place_columns
from protocolgraph.graph.index import KnowledgeIndex
from protocolgraph.model import Duty, Entity, EntityType, Evidence, Fact, Scope
from protocolgraph.model.showing import html_lines, html_table, quoted, source_line
from protocolgraph.vocab.schema import predicates

if TYPE_CHECKING:
    from pandas import DataFrame


@dataclass(frozen=True, slots=True)
class Relation:
    """Another entity that this one is related to, with every fact that states the relation."""

    entity: EntityView | None
    """None where the predicate has no object ("meets")."""
    facts: tuple[Fact, ...]
    """The surest first."""

    @property
    def name(self) -> str:
        """The other entity's name, or the value of a predicate without an object."""
        if self.entity is not None:
            return self.entity.name
        return dict(self.facts[0].qualifiers).get(predicates()[self.facts[0].predicate].value or "", "")

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All places where it is stated, the surest first."""
        return _all_evidence(self.facts)

    @property
    def quote(self) -> str:
        """The words that state it best."""
        return self.facts[0].evidence.quote

    def __repr__(self) -> str:
        words = " ".join(self.quote.split())
        return f"{self.name} — “{words}” ({source_line(self.facts[0].evidence)})"


class Relations(tuple[Relation, ...]):
    """Relations of one kind, by the other entity's name."""

    __slots__ = ()

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return a row for each relation: the other's name, qualifiers, and where it is stated best."""
        return [
            {"name": item.name, **dict(item.facts[0].qualifiers), **place_columns(item.facts[0].evidence)}
            for item in self
        ]

    def to_frame(self) -> DataFrame:
        """Return the rows as a pandas data frame; raises UsageError if pandas is not installed."""
        rows = self.to_dicts()
        named = dict.fromkeys(key for row in rows for key in row)
        own = [key for key in named if key not in (*PLACE, "name")]
        return frame(rows, ["name", *own, *PLACE])

    def _repr_html_(self) -> str:
        rows = [(item.name, quoted(item.evidence[0]), source_line(item.evidence[0])) for item in self]
        return html_table(("", "words", "source"), rows) if rows else "<p>(none stated)</p>"

    @property
    def names(self) -> tuple[str, ...]:
        """The other entities' names."""
        return tuple(relation.name for relation in self)

    def __repr__(self) -> str:
        return "\n".join(map(repr, self)) or "(none stated)"


class EntityView:
    """An entity of a graph. Its relations are attributes, by the names of the predicates and their inverses:

    accountable_for, answered_for_by; accountable_to, holds_to_account; advises, advised_by; appoints,
    appointed_by; approves, approved_by; chairs, chaired_by; escalates_to, receives_escalations_from;
    established_under, establishes; funds, funded_by; holds, held_by; meets; member_of, members;
    notifies, notified_by; oversees, overseen_by; part_of, parts; peer_of; post_in, posts; produces,
    produced_by; reports_to, receives_reports_from; succeeds, succeeded_by; works_with.

    Each is a tuple of `Relation`, empty if no document states one; denied facts are in `denied`.
    """

    __slots__ = ("_entity", "_index")

    def __init__(self, entity: Entity, index: KnowledgeIndex) -> None:
        self._entity = entity
        self._index = index

    @property
    def id(self) -> str:
        """The IRI."""
        return self._entity.id

    @property
    def name(self) -> str:
        """The preferred name."""
        return self._entity.name

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other names, sorted."""
        return self._entity.aliases

    @property
    def type(self) -> EntityType:
        """What it is."""
        return self._entity.type

    @property
    def area(self) -> str | None:
        """The area that it belongs to."""
        return self._entity.area

    @property
    def scope(self) -> Scope:
        """How far it reaches."""
        return self._entity.scope

    @property
    def documents(self) -> tuple[str, ...]:
        """Names of the documents that mention it."""
        return self._entity.documents

    @property
    def record(self) -> Entity:
        """The record itself."""
        return self._entity

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that it is the subject or the object of, the denied ones too."""
        return tuple({fact.id: fact for fact in (*self._of, *self._on)}.values())

    @property
    def denied(self) -> tuple[Fact, ...]:
        """The facts about it that a document denies; no relation lists them."""
        return tuple(fact for fact in self.facts if fact.negated)

    @property
    def duties(self) -> tuple[Duty, ...]:
        """What it must, should, may or must not do."""
        return self._index.duties_of.get(self.id, ())

    @property
    def owed(self) -> tuple[Duty, ...]:
        """The duties that others have to, for or with it."""
        return self._index.duties_to.get(self.id, ())

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All places where a fact about it or a duty of it is stated, the surest first."""
        return _all_evidence((*self.facts, *self.duties))

    def related(self, predicate: str, *, inverse: bool = False) -> Relations:
        """Return its relations by a predicate, as the subject or, inverse, as the object.

        A symmetric predicate reads the same both ways, so both ways are listed.
        """
        both = predicates()[predicate].symmetric
        found: dict[str, list[Fact]] = defaultdict(list)
        if both or not inverse:
            for fact in self._of:
                found[fact.object or _value(fact)] += _stated(fact, predicate)
        if both or inverse:
            for fact in self._on:
                found[fact.subject] += _stated(fact, predicate)
        return Relations(sorted(self._relations(found), key=lambda relation: (relation.name, relation.facts[0].id)))

    def _relations(self, found: dict[str, list[Fact]]) -> Iterable[Relation]:
        for identifier, facts in found.items():
            if facts:
                facts.sort(key=lambda fact: (-fact.evidence.confidence, fact.evidence.document, fact.id))
                other = self._index.entities.get(identifier)
                yield Relation(None if other is None else EntityView(other, self._index), tuple(dict.fromkeys(facts)))

    @property
    def _of(self) -> tuple[Fact, ...]:
        return self._index.facts_of.get(self.id, ())

    @property
    def _on(self) -> tuple[Fact, ...]:
        return self._index.facts_on.get(self.id, ())

    def __getattr__(self, name: str) -> Relations:
        if name in predicates():
            return self.related(name)
        for predicate in predicates().values():
            if name == predicate.inverse:
                return self.related(predicate.name, inverse=True)
        raise AttributeError(f"{type(self).__name__} has no attribute {name!r}")

    def __dir__(self) -> Iterable[str]:
        inverses = (predicate.inverse for predicate in predicates().values() if predicate.inverse)
        return sorted({*super().__dir__(), *predicates(), *inverses})

    def __eq__(self, other: object) -> bool:
        return isinstance(other, EntityView) and self._entity == other._entity

    def __hash__(self) -> int:
        return hash(self._entity.id)

    def __repr__(self) -> str:
        return f"<{self._entity.type.value} {self._entity.name}>"

    def _repr_html_(self) -> str:
        told = [f"{self.type.value}, {self.area or self.scope.value}; in {', '.join(self.documents)}"]
        told += [f"also called {'; '.join(self.aliases)}"] if self.aliases else []
        rows = [(words, item.name, source_line(item.evidence[0])) for words, item in self._all_relations()]
        rows += [
            (f"{duty.content.modality.value.replace('_', ' ')}", duty.content.text, source_line(duty.evidence))
            for duty in self.duties
        ]
        return html_lines(self.name, told) + html_table(("", "what", "source"), rows)

    def _all_relations(self) -> Iterable[tuple[str, Relation]]:
        """Yield each relation with the words for it, from this entity to the other."""
        for predicate in predicates().values():
            yield from ((predicate.label, item) for item in self.related(predicate.name))
            if predicate.inverse and not predicate.symmetric:
                back = self.related(predicate.name, inverse=True)
                yield from ((predicate.inverse_label or predicate.label, item) for item in back)


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a chain: the source is accountable to the target."""

    source: EntityView
    target: EntityView
    facts: tuple[Fact, ...]
    """What states it, the plainest and surest first."""

    @property
    def label(self) -> str:
        """The step in words, from source to target: "reports to", "is overseen by"."""
        predicate = predicates()[self.facts[0].predicate]
        forward = self.facts[0].subject == self.source.id
        return predicate.label if forward else predicate.inverse_label or predicate.label

    @property
    def evidence(self) -> Evidence:
        """The words that state it best."""
        return self.facts[0].evidence

    def __repr__(self) -> str:
        words = " ".join(self.evidence.quote.split())
        return f"{self.source.name} {self.label} {self.target.name} — “{words}” ({source_line(self.evidence)})"


class Chain(tuple[Link, ...]):
    """A chain of accountability, from the accountable to the holder of accountability."""

    __slots__ = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all that the chain passes, from first to last."""
        return (self[0].source.name, *(link.target.name for link in self))

    @property
    def confidence(self) -> float:
        """That of its least sure link."""
        return min(link.evidence.confidence for link in self)

    def __repr__(self) -> str:
        return "\n".join(map(repr, self))

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return a row for each link: who, how, to whom, and where it is stated best."""
        return [
            {"from": link.source.name, "relation": link.label, "to": link.target.name, **place_columns(link.evidence)}
            for link in self
        ]

    def to_frame(self) -> DataFrame:
        """Return the rows as a pandas data frame; raises UsageError if pandas is not installed."""
        return frame(self.to_dicts(), ("from", "relation", "to", *PLACE))

    def _repr_html_(self) -> str:
        rows = [
            (f"{link.source.name} {link.label} {link.target.name}", quoted(link.evidence), source_line(link.evidence))
            for link in self
        ]
        return html_table(("link", "words", "source"), rows, title=" → ".join(self.names))


def _stated(fact: Fact, predicate: str) -> list[Fact]:
    return [fact] if fact.predicate == predicate and not fact.negated else []


def _value(fact: Fact) -> str:
    """Facts without an object are one relation if their values are the same."""
    return repr(fact.qualifiers)


def _all_evidence(statements: Iterable[Fact | Duty]) -> tuple[Evidence, ...]:
    found = [place for statement in statements for place in (statement.evidence, *statement.also)]
    return tuple(sorted(dict.fromkeys(found), key=lambda place: (-place.confidence, place.document, place.spans)))
