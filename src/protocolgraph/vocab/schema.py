"""The schema: kinds of entities, predicates, and the terms of the RDF, from the YAML files in `schema/`.

One file per kind of entity, predicate, class of nodes and list of values; `ontologies/protocolgraph.ttl`
is made from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from protocolgraph.model import EntityType
from protocolgraph.vocab.schema_files import read_schema
from protocolgraph.vocab.terms import AccountabilityLink, Concept, EntityKind, Predicate, Schema


@cache
def schema() -> Schema:
    """Return the schema of this package.

    Raises:
        VocabularyError: a file is missing or wrong; the message begins with its name.

    """
    return read_schema(files("protocolgraph.vocab") / "schema")


def predicates() -> Mapping[str, Predicate]:
    """Return the predicates by name."""
    return schema().predicates


def entity_types() -> Mapping[EntityType, EntityKind]:
    """Return the kinds of entities by type."""
    return schema().entity_types


def concepts(scheme: str) -> Mapping[str, Concept]:
    """Return the values of a concept scheme ("modality", "scope", "capacity") by name."""
    return schema().concepts[scheme].concepts


def accountability() -> tuple[AccountabilityLink, ...]:
    """Return the predicates along which accountability runs, the preferred first."""
    return schema().accountability


def prefixes() -> Mapping[str, str]:
    """Return the prefixes that queries and exports know, with their namespaces."""
    return schema().prefixes


@cache
def expand(term: str) -> str:
    """Return the IRI of a prefixed term: "pg:chairs" is ".../ns#chairs"."""
    prefix, _, local = term.partition(":")
    return prefixes()[prefix] + local
