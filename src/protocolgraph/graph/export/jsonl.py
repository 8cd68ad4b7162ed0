"""JSON Lines: one entity, fact or duty a line, as other programs read them."""

from __future__ import annotations

import json
from typing import BinaryIO

from protocolgraph.graph.export.rows import iter_rows
from protocolgraph.model import Knowledge


def write(knowledge: Knowledge, stream: BinaryIO) -> None:
    """Write a line for each entity of each document, each fact and each duty."""
    for row in iter_rows(knowledge):
        line = json.dumps(row, ensure_ascii=False) + "\n"
        stream.write(line.encode("utf-8", "replace"))
