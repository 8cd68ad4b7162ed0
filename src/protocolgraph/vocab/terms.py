"""The records of the schema: what a kind of entity, a predicate or a term of the RDF is.

Terms are written as in the files, with a prefix ("pg:chairs"); `schema.expand` makes them IRIs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from protocolgraph.model import EntityType

Matches = tuple[tuple[str, tuple[str, ...]], ...]
"""Mapping properties and the foreign terms that they point to: (("skos:closeMatch", ("odrl:Duty",)), ...)."""


@dataclass(frozen=True, slots=True)
class EntityKind:
    """A kind of entity: what `EntityType` means in RDF and to people."""

    type: EntityType
    label: str
    plural: str
    definition: str
    rdf_class: str
    broader: tuple[str, ...]
    """Classes that each such entity is of, too."""
    example: str
    matches: Matches
    notes: str | None


@dataclass(frozen=True, slots=True)
class Also:
    """A property of another vocabulary that a fact states beside its own, for the subjects that it fits."""

    property: str
    subjects: tuple[EntityType, ...]
    unless: tuple[tuple[str, tuple[str, ...]], ...]
    """Qualifiers and the values with which it would be false."""


@dataclass(frozen=True, slots=True)
class End:
    """A property by which a statement's node points to its subject or object, for these types of it."""

    property: str
    end: Literal["subject", "object"]
    types: tuple[EntityType, ...]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A relation that a fact can state."""

    name: str
    label: str
    definition: str
    subjects: tuple[EntityType, ...]
    objects: tuple[EntityType, ...]
    """Empty for a predicate without an object."""
    property: str
    """The property of the direct triple."""
    inverse: str | None
    """Name of the relation read from object to subject; the own name if symmetric, None without an object."""
    inverse_label: str | None
    symmetric: bool
    qualifiers: tuple[str, ...]
    value: str | None
    """Qualifier that stands in the object's place when the predicate has no object."""
    also: tuple[Also, ...]
    node_class: str | None
    """Class of the statement's node beside pg:Statement."""
    ends: tuple[End, ...]
    example: str
    """Words of a document that state it."""
    matches: Matches
    notes: str | None


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a record's class."""

    property: str
    label: str
    definition: str
    range: str
    domains: tuple[str, ...]
    """Classes of the things that have it; empty for the record's own class."""
    broader: tuple[str, ...]
    example: str
    matches: Matches


@dataclass(frozen=True, slots=True)
class RecordClass:
    """A class of nodes that is neither an entity nor a predicate, with its properties."""

    name: str
    rdf_class: str | None
    label: str
    definition: str
    broader: tuple[str, ...]
    example: str
    matches: Matches
    notes: str | None
    properties: tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """One value of a concept scheme."""

    name: str
    term: str
    label: str
    definition: str
    matches: Matches


@dataclass(frozen=True, slots=True)
class ConceptScheme:
    """A closed list of values, such as the modalities."""

    name: str
    label: str
    definition: str
    rdf_class: str | None
    concepts: Mapping[str, Concept]


@dataclass(frozen=True, slots=True)
class AccountabilityLink:
    """A predicate along which accountability runs, and the end that holds the other to account."""

    predicate: str
    to: Literal["subject", "object"]
    why: str


@dataclass(frozen=True, slots=True)
class Schema:
    """The whole schema; every mapping is in the order of its files' names."""

    prefixes: Mapping[str, str]
    entity_types: Mapping[EntityType, EntityKind]
    predicates: Mapping[str, Predicate]
    records: Mapping[str, RecordClass]
    concepts: Mapping[str, ConceptScheme]
    accountability: tuple[AccountabilityLink, ...]
    """In the order of preference between links that join the same two entities."""
