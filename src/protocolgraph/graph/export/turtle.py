"""Turtle: all triples of all documents as one graph; which document said what is left to TriG and N-Quads."""

from __future__ import annotations

from typing import BinaryIO

from pyoxigraph import RdfFormat

from protocolgraph.graph.rdf import sorted_triples
from protocolgraph.graph.terms import serialise
from protocolgraph.model import Knowledge


def write(knowledge: Knowledge, stream: BinaryIO) -> None:
    """Write the union of the named graphs; the statements' nodes still name their documents."""
    stream.write(serialise(sorted_triples(knowledge), form=RdfFormat.TURTLE))
