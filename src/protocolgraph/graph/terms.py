"""The IRIs and literals of the graph. Nothing here is a blank node, so equal input gives equal bytes."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import cache
from urllib.parse import quote, unquote

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize
from pyoxigraph import Triple as OxigraphTriple

from protocolgraph.model import BASE, slug
from protocolgraph.vocab.schema import expand, prefixes

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]

ENTITIES_GRAPH = BASE + "entities"
"""IRI of the named graph of what holds of an entity whichever document names it: type, preferred name, scope, area."""

_DATES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "xsd:date"),
    (re.compile(r"\d{4}-\d\d"), "xsd:gYearMonth"),
    (re.compile(r"\d{4}"), "xsd:gYear"),
)


@cache
def term(name: str) -> NamedNode:
    """Return the node of a prefixed term, such as "pg:chairs"."""
    return NamedNode(expand(name))


@cache
def document_iri(name: str) -> str:
    """Return the IRI of a document, which is the name of its graph, too."""
    return BASE + "document/" + quote(name, safe="", errors="surrogatepass")


def statement_iri(identifier: str) -> str:
    """Return the IRI of a statement from its id."""
    if identifier.startswith(("http://", "https://")):
        return identifier
    return BASE + "statement/" + quote(identifier, safe="")


def statement_id(iri: str) -> str:
    """Return the id of a statement from its IRI; what is none of ours is an id already."""
    ours = BASE + "statement/"
    return unquote(iri.removeprefix(ours)) if iri.startswith(ours) else iri


def area_iri(name: str) -> str:
    """Return the IRI of an area."""
    return BASE + "area/" + slug(name)


def agent_iri(name: str) -> str:
    """Return the IRI of a reviewer."""
    return BASE + "agent/" + quote(name, safe="", errors="surrogatepass")


def text(value: str) -> Literal:
    """Return a string; half of a surrogate pair, which RDF cannot hold, becomes a replacement mark."""
    return Literal(value.encode("utf-8", "replace").decode("utf-8"))


def english(value: str) -> Literal:
    """Return a string that is known to be in English: a label or a definition of the vocabulary."""
    return Literal(value, language="en")


def number(value: float) -> Literal:
    """Return a decimal of at most four places, a whole number without a point, as stores give it back."""
    return Literal(f"{value:.4f}".rstrip("0").rstrip("."), datatype=term("xsd:decimal"))


def integer(value: int) -> Literal:
    """Return an integer."""
    return Literal(str(value), datatype=term("xsd:integer"))


def boolean(*, value: bool) -> Literal:
    """Return true or false."""
    return Literal("true" if value else "false", datatype=term("xsd:boolean"))


def date(value: str) -> Literal:
    """Return an ISO day, month or year of the calendar with its datatype; anything else stays a string."""
    for pattern, datatype in _DATES:
        if pattern.fullmatch(value) and _in_calendar(value):
            return Literal(value, datatype=term(datatype))
    return text(value)


def _in_calendar(value: str) -> bool:
    try:
        datetime.date.fromisoformat(value + "0001-01-01"[len(value) :])
    except ValueError:
        return False
    return True


def serialise(items: Sequence[Quad] | Sequence[OxigraphTriple], *, form: RdfFormat) -> bytes:
    """Return quads or triples in Turtle or TriG, in the order given, under the schema's prefixes.

    The serialiser lists prefixes in an order that changes from run to run, so they are sorted here.
    """
    made = serialize(items, format=form, prefixes=dict(prefixes())) or b""
    lines = made.split(b"\n")
    head = sum(1 for line in lines[: len(prefixes())] if line.startswith(b"@prefix "))
    return b"\n".join(sorted(lines[:head]) + lines[head:])
