"""The graph that knowledge makes: RDF, the stores that keep it, and the views that people use."""

from __future__ import annotations

from pathlib import Path

from protocolgraph.graph.collections import Duties, Facts
from protocolgraph.graph.edition import Edition
from protocolgraph.graph.endpoint import EndpointStore
from protocolgraph.graph.entity import Chain, EntityView, Link, Relation, Relations
from protocolgraph.graph.export import EXPORTERS, export, export_file
from protocolgraph.graph.finder import Found
from protocolgraph.graph.lookup import told_apart
from protocolgraph.graph.narrow import Choice
from protocolgraph.graph.query import Limits, QueryForm, Table, shortened
from protocolgraph.graph.rdf import dataset_clause
from protocolgraph.graph.records import Counts, Tally, is_particular
from protocolgraph.graph.sparql_http import Access
from protocolgraph.graph.store import DiskStore, MemoryStore, Store
from protocolgraph.graph.view import Graph
from protocolgraph.model import Knowledge
from protocolgraph.model.showing import source_line

__all__ = [
    "EXPORTERS",
    "Access",
    "Chain",
    "Choice",
    "Counts",
    "DiskStore",
    "Duties",
    "Edition",
    "EndpointStore",
    "EntityView",
    "Facts",
    "Found",
    "Graph",
    "Limits",
    "Link",
    "MemoryStore",
    "QueryForm",
    "Relation",
    "Relations",
    "Store",
    "Table",
    "Tally",
    "dataset_clause",
    "export",
    "export_file",
    "is_particular",
    "open_graph",
    "save_graph",
    "shortened",
    "source_line",
    "told_apart",
]


def open_graph(folder: str | Path) -> Graph:
    """Open the graph in a folder, read only; a build that runs meanwhile does not change it.

    Raises:
        StoreError: there is no graph, or it is damaged or of another version.

    """
    store = DiskStore(folder)
    return Graph(store.records(), store=store)


def save_graph(knowledge: Knowledge, folder: str | Path) -> None:
    """Make knowledge the graph in a folder: all of it, or, on an error, none of it.

    Raises:
        StoreError: another process is writing there, or the folder cannot be written.

    """
    DiskStore(folder).replace(knowledge)
