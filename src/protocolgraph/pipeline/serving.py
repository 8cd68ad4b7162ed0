"""Gives the explorer the graph of a folder and the documents that it was read from."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from protocolgraph.errors import ReadError
from protocolgraph.graph import open_graph
from protocolgraph.model import Document
from protocolgraph.pipeline.check import check
from protocolgraph.pipeline.naming import distinct_names
from protocolgraph.pipeline.sources import Catalogue
from protocolgraph.readers import read
from protocolgraph.web import Site

_KEPT = 16
"""How many documents stay in memory once they were looked at."""


def make_site(folder: str | Path) -> Site:
    """Return what the explorer shows of the graph in a folder.

    Raises:
        StoreError: there is no graph, or it is damaged or of another version.

    """
    graph = open_graph(folder)
    known = Catalogue(Path(folder) / "documents.json").load()
    paths = {name: path for path, name in distinct_names(known).items()}
    hashes = {info.name: info.sha256 for info in graph.documents}

    @lru_cache(maxsize=_KEPT)
    def read_document(name: str) -> Document | None:
        """The document, unless its file is gone or has changed since it was read."""
        if name not in paths:
            return None
        try:
            document = read(paths[name], name=name)
        except ReadError:
            return None
        return document if document.sha256 == hashes.get(name) else None

    return Site(graph, read_document, check=lambda: check(folder).findings)
