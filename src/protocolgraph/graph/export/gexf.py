"""GEXF: entities and facts for Gephi."""

from __future__ import annotations

from typing import BinaryIO
from xml.etree import ElementTree as ET

from protocolgraph.graph.export.network import EDGE_FIELDS, NODE_FIELDS, Value, iter_edges, iter_nodes, plain, write_xml
from protocolgraph.model import Knowledge

_TYPES = {str: "string", int: "integer", float: "double", bool: "boolean"}


def write(knowledge: Knowledge, stream: BinaryIO) -> None:
    """Write a directed graph in GEXF 1.2; node ids are IRIs, edge ids those of the statements."""
    root = ET.Element("gexf", xmlns="http://www.gexf.net/1.2draft", version="1.2")
    graph = ET.SubElement(root, "graph", mode="static", defaultedgetype="directed")
    for domain, fields in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
        attributes = ET.SubElement(graph, "attributes", {"class": domain})
        for name in _own(fields):
            ET.SubElement(attributes, "attribute", id=name, title=name, type=_TYPES[fields[name]])
    nodes, edges = ET.SubElement(graph, "nodes"), ET.SubElement(graph, "edges")
    for node in iter_nodes(knowledge):
        _values(ET.SubElement(nodes, "node", id=node.id, label=plain(node.fields["label"])), node.fields)
    for edge in iter_edges(knowledge):
        label = plain(edge.fields["label"])
        element = ET.SubElement(edges, "edge", id=edge.id, source=edge.source, target=edge.target, label=label)
        _values(element, edge.fields)
    write_xml(root, stream)


def _own(fields: dict[str, type]) -> list[str]:
    """The fields but the label, which is the format's own."""
    return [name for name in fields if name != "label"]


def _values(element: ET.Element, fields: dict[str, Value]) -> None:
    values = ET.SubElement(element, "attvalues")
    for name, value in fields.items():
        if name != "label":
            ET.SubElement(values, "attvalue", {"for": name, "value": plain(value)})
