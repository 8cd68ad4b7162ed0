"""GraphML: entities and facts for yEd, Cytoscape, igraph and NetworkX."""

from __future__ import annotations

from typing import BinaryIO
from xml.etree import ElementTree as ET

from protocolgraph.graph.export.network import EDGE_FIELDS, NODE_FIELDS, Value, iter_edges, iter_nodes, plain, write_xml
from protocolgraph.model import Knowledge

_TYPES = {str: "string", int: "int", float: "double", bool: "boolean"}


def write(knowledge: Knowledge, stream: BinaryIO) -> None:
    """Write a directed graph; node ids are IRIs, edge ids those of the statements."""
    root = ET.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for domain, fields in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
        for name, kind in fields.items():
            attributes = {"id": f"{domain}-{name}", "for": domain, "attr.name": name, "attr.type": _TYPES[kind]}
            ET.SubElement(root, "key", attributes)
    graph = ET.SubElement(root, "graph", edgedefault="directed")
    for node in iter_nodes(knowledge):
        _data(ET.SubElement(graph, "node", id=node.id), "node", node.fields)
    for edge in iter_edges(knowledge):
        element = ET.SubElement(graph, "edge", id=edge.id, source=edge.source, target=edge.target)
        _data(element, "edge", edge.fields)
    write_xml(root, stream)


def _data(element: ET.Element, domain: str, fields: dict[str, Value]) -> None:
    for name, value in fields.items():
        ET.SubElement(element, "data", key=f"{domain}-{name}").text = plain(value)
