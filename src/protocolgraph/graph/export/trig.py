"""TriG: the named graph of each document, readable."""

from __future__ import annotations

from typing import BinaryIO

from pyoxigraph import RdfFormat

from protocolgraph.graph.rdf import sorted_quads
from protocolgraph.graph.terms import serialise
from protocolgraph.model import Knowledge


def write(knowledge: Knowledge, stream: BinaryIO) -> None:
    """Write the named graphs, each once, under the schema's prefixes."""
    stream.write(serialise(sorted_quads(knowledge), form=RdfFormat.TRIG))
