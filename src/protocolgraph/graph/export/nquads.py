"""N-Quads: one quad a line, sorted, so that two graphs can be compared line by line."""

from __future__ import annotations

from typing import BinaryIO

from protocolgraph.graph.rdf import iter_quads
from protocolgraph.model import Knowledge


def write(knowledge: Knowledge, stream: BinaryIO) -> None:
    """Write the quads, each once."""
    for line in sorted({f"{quad} .\n" for quad in iter_quads(knowledge)}):
        stream.write(line.encode("utf-8"))
