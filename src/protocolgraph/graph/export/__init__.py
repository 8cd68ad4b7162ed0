"""The formats that a graph can be written in. Equal knowledge gives equal bytes in each."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from protocolgraph.errors import UsageError
from protocolgraph.graph.export import csv, gexf, graphml, jsonl, jsonld, nquads, trig, turtle, xlsx
from protocolgraph.model import Knowledge

Exporter = Callable[[Knowledge, BinaryIO], None]
"""Writes knowledge to a binary stream."""

EXPORTERS: dict[str, Exporter] = {
    "turtle": turtle.write,
    "trig": trig.write,
    "nquads": nquads.write,
    "jsonld": jsonld.write,
    "graphml": graphml.write,
    "gexf": gexf.write,
    "csv": csv.write,
    "xlsx": xlsx.write,
    "jsonl": jsonl.write,
}
"""Format to exporter."""


def export(knowledge: Knowledge, *, format: str, stream: BinaryIO) -> None:
    """Write knowledge to a binary stream in one of the formats of `EXPORTERS`.

    Raises:
        UsageError: there is no such format.

    """
    if format not in EXPORTERS:
        raise UsageError(f"There is no export format {format!r}; there are {', '.join(EXPORTERS)}")
    EXPORTERS[format](knowledge, stream)


def export_file(knowledge: Knowledge, *, format: str, path: Path) -> None:
    """Write knowledge to a file, whole or not at all.

    Raises:
        UsageError: there is no such format, or the file cannot be written.

    """
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with new.open("wb") as stream:
            export(knowledge, format=format, stream=stream)
        new.replace(path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from error
    finally:
        new.unlink(missing_ok=True)
