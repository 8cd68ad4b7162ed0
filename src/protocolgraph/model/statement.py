"""What resolution makes: entities, and statements about entities."""

from __future__ import annotations

from dataclasses import dataclass

from protocolgraph.model.mark import NO_LAYOUT, Layout
from protocolgraph.model.mention import DutyContent, EntityType, Scope
from protocolgraph.model.provenance import Evidence


@dataclass(frozen=True, slots=True)
class Entity:
    """A body, role, person, law or publication under all its names."""

    id: str
    """IRI: base / area / type / slug of its name; stable over rebuilds."""
    type: EntityType
    name: str
    """Preferred name: the fullest that the documents use."""
    aliases: tuple[str, ...]
    """The other names, sorted."""
    area: str | None
    scope: Scope
    documents: tuple[str, ...]
    """Names of the documents that mention it, sorted."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A stated relation between two entities."""

    id: str
    subject: str
    predicate: str
    object: str | None
    qualifiers: tuple[tuple[str, str], ...]
    negated: bool
    evidence: Evidence
    """The best of the places where it is stated."""
    also: tuple[Evidence, ...] = ()
    """The other places in the same document."""


@dataclass(frozen=True, slots=True)
class Duty:
    """A standing responsibility of a body or role."""

    id: str
    bearer: str
    content: DutyContent
    to: tuple[str, ...]
    product: str | None
    evidence: Evidence
    also: tuple[Evidence, ...] = ()


Statement = Fact | Duty
"""What the graph holds: one document's claim, with the words it was read from."""


@dataclass(frozen=True, slots=True)
class NameUse:
    """The names by which one document calls one entity."""

    document: str
    entity: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What the graph keeps of a document."""

    name: str
    sha256: str
    title: str | None
    date: str | None
    area: str | None
    kind: str
    model: str
    layout: Layout = NO_LAYOUT
    """Its parts and headings, and what they show."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that a set of documents states, resolved: the input of the graph. Every tuple is sorted by id or name."""

    documents: tuple[DocumentInfo, ...]
    entities: tuple[Entity, ...]
    uses: tuple[NameUse, ...]
    facts: tuple[Fact, ...]
    duties: tuple[Duty, ...]
