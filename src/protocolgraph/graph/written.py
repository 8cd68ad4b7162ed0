"""Terms as N-Triples writes them, for the millions of triples of a graph: making an object for each takes far longer.

Each is what the same term of `terms` gives as a string, character for character.
"""

from __future__ import annotations

import re
from functools import cache

from protocolgraph.graph import terms
from protocolgraph.vocab.schema import expand

Triple = tuple[str, str, str]
"""Subject, predicate and object."""

_ODD = re.compile(r"[\x00-\x1f\x7f]")
_ESCAPES = {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F)} | {
    ord(character): f"\\{letter}" for character, letter in zip("\b\t\n\f\r", "btnfr", strict=True)
}


def iri(value: str) -> str:
    """Return the node that has this IRI."""
    return f"<{value}>"


def under(whole: str, ending: str) -> str:
    """Return the node whose IRI is another's with an ending."""
    return f"{whole[:-1]}{ending}>"


@cache
def term(name: str) -> str:
    """Return the node of a prefixed term, such as "pg:chairs"."""
    return iri(expand(name))


def text(value: str) -> str:
    """Return a string; half of a surrogate pair, which RDF cannot hold, becomes a replacement mark."""
    if not value.isascii():
        value = value.encode("utf-8", "replace").decode("utf-8")
    value = value.replace("\\", r"\\").replace('"', r"\"")
    if _ODD.search(value):
        value = value.translate(_ESCAPES)
    return f'"{value}"'


@cache
def number(value: float) -> str:
    """Return a decimal of at most four places."""
    return str(terms.number(value))


def integer(value: int) -> str:
    """Return an integer."""
    return f'"{value}"^^{term("xsd:integer")}'


def boolean(*, value: bool) -> str:
    """Return true or false."""
    return f'"{"true" if value else "false"}"^^{term("xsd:boolean")}'


def date(value: str) -> str:
    """Return an ISO day, month or year of the calendar with its datatype; anything else stays a string."""
    return str(terms.date(value))


def line_of(triple: Triple) -> str:
    """Return a triple in N-Triples, without the point at its end."""
    return " ".join(triple)
