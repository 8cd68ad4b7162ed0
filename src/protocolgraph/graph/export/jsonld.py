"""JSON-LD: the named graph of each document, as JSON with the schema's prefixes as its context."""

from __future__ import annotations

import json
from itertools import groupby
from operator import attrgetter
from typing import Any, BinaryIO

from pyoxigraph import Literal, NamedNode, Quad

from protocolgraph.graph.rdf import sorted_quads
from protocolgraph.model import Knowledge
from protocolgraph.vocab.schema import expand, prefixes


def write(knowledge: Knowledge, stream: BinaryIO) -> None:
    """Write one JSON object; each node's properties are prefixed names, its values lists."""
    graphs = [
        {"@id": name.value, "@graph": [_node(subject, list(own)) for subject, own in groupby(quads, _subject)]}
        for name, quads in groupby(sorted_quads(knowledge), attrgetter("graph_name"))
    ]
    made = {"@context": dict(sorted(prefixes().items())), "@graph": graphs}
    stream.write(json.dumps(made, ensure_ascii=False, indent=1).encode("utf-8") + b"\n")


_subject = attrgetter("subject")


def _node(subject: NamedNode, quads: list[Quad]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": subject.value}
    for predicate, own in groupby(quads, attrgetter("predicate")):
        values = [quad.object for quad in own]
        if predicate.value == expand("rdf:type"):
            node["@type"] = [_short(value.value) for value in values if isinstance(value, NamedNode)]
        else:
            node[_short(predicate.value)] = [_value(value) for value in values]
    return node


def _value(value: object) -> Any:
    if isinstance(value, NamedNode):
        return {"@id": value.value}
    if not isinstance(value, Literal):
        raise TypeError(f"not a node or a literal: {value!r}")
    if value.datatype.value == expand("xsd:string"):
        return value.value
    return {"@value": value.value, "@type": _short(value.datatype.value)}


def _short(iri: str) -> str:
    for prefix, namespace in prefixes().items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
