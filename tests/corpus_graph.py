"""The graph of the corpus, read once with the real model for all test modules that ask it."""

from __future__ import annotations

import atexit
import tempfile
from functools import cache
from pathlib import Path

import protocolgraph as pg

CORPUS = Path(__file__).parents[1] / "corpus"


@cache
def corpus_graph() -> Path:
    """Return the folder of the graph, which goes when the tests end."""
    folder = tempfile.TemporaryDirectory(prefix="protocolgraph-")
    atexit.register(folder.cleanup)
    graph = Path(folder.name) / "graph"
    report = pg.update([CORPUS], graph=graph)
    assert report.failed == ()
    assert [document.status for document in report.documents].count(pg.Status.READ) == 5
    return graph
