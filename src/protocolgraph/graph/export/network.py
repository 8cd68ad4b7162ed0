"""The nodes and edges that GraphML and GEXF write: entities, and the facts that join two of them.

Both formats hold plain values only, so lists are joined: names by "; ", duties and meetings one a
line. XML has no place for most control characters; they become spaces.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import BinaryIO
from xml.etree import ElementTree as ET

from protocolgraph.model import Duty, Fact, Knowledge
from protocolgraph.vocab.schema import predicates

Value = str | int | float | bool

NODE_FIELDS: dict[str, type] = {
    "label": str,
    "type": str,
    "scope": str,
    "area": str,
    "aliases": str,
    "documents": str,
    "duties": str,
    "duty_count": int,
    "meets": str,
}
EDGE_FIELDS: dict[str, type] = {
    "predicate": str,
    "label": str,
    "qualifiers": str,
    "negated": bool,
    "confidence": float,
    "document": str,
    "section": str,
    "page": int,
    "quote": str,
    "rule": str,
}

_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Node:
    """An entity; a field that it has no value for is absent."""

    id: str
    fields: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """A fact with an object; a field that it has no value for is absent."""

    id: str
    source: str
    target: str
    fields: dict[str, Value]


def iter_nodes(knowledge: Knowledge) -> Iterator[Node]:
    """Yield the entities by id."""
    duties, meetings = defaultdict(list), defaultdict(list)
    for duty in sorted(knowledge.duties, key=attrgetter("id")):
        duties[duty.bearer].append(_duty_line(duty))
    for fact in sorted(knowledge.facts, key=attrgetter("id")):
        if fact.object is None and not fact.negated:
            meetings[fact.subject].append(dict(fact.qualifiers).get("frequency", ""))
    for entity in sorted(knowledge.entities, key=attrgetter("id")):
        fields: dict[str, Value | None] = {
            "label": entity.name,
            "type": entity.type.value,
            "scope": entity.scope.value,
            "area": entity.area,
            "aliases": "; ".join(entity.aliases) or None,
            "documents": "; ".join(entity.documents) or None,
            "duties": "\n".join(duties[entity.id]) or None,
            "duty_count": len(duties[entity.id]),
            "meets": "\n".join(meetings[entity.id]) or None,
        }
        yield Node(entity.id, _present(fields))


def iter_edges(knowledge: Knowledge) -> Iterator[Edge]:
    """Yield the facts that have an object, by id; negated ones are marked so."""
    for fact in sorted(knowledge.facts, key=attrgetter("id")):
        if fact.object is not None:
            yield Edge(fact.id, fact.subject, fact.object, _present(_edge_fields(fact)))


def write_xml(root: ET.Element, stream: BinaryIO) -> None:
    """Write an element as an indented UTF-8 document."""
    ET.indent(root, " ")
    ET.ElementTree(root).write(stream, encoding="utf-8", xml_declaration=True)
    stream.write(b"\n")


def plain(value: Value) -> str:
    """Return a value as both formats write it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return _NOT_XML.sub(" ", str(value))


def _edge_fields(fact: Fact) -> dict[str, Value | None]:
    label = predicates()[fact.predicate].label
    return {
        "predicate": fact.predicate,
        "label": f"{label} (denied)" if fact.negated else label,
        "qualifiers": "; ".join(f"{name}={value}" for name, value in fact.qualifiers) or None,
        "negated": fact.negated,
        "confidence": fact.evidence.confidence,
        "document": fact.evidence.document,
        "section": fact.evidence.section,
        "page": fact.evidence.page,
        "quote": fact.evidence.quote,
        "rule": fact.evidence.rule,
    }


def _duty_line(duty: Duty) -> str:
    return f"{duty.content.modality.value}: {' '.join(duty.content.text.split())}"


def _present(fields: dict[str, Value | None]) -> dict[str, Value]:
    return {name: value for name, value in fields.items() if value is not None}
