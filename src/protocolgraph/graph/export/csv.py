"""CSV: one table of all statements, a fact or a duty a row, for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from protocolgraph.graph.export.rows import DutyRow, FactRow, iter_rows
from protocolgraph.model import Knowledge
from protocolgraph.text.cells import neutral

COLUMNS = (
    "kind",
    "document",
    "subject",
    "subject_type",
    "predicate",
    "object",
    "object_type",
    "negated",
    "modality",
    "action",
    "text",
    "to",
    "product",
    "frequency",
    "qualifiers",
    "section",
    "page",
    "quote",
    "confidence",
    "rule",
    "id",
)
"""The columns. A duty has its bearer as the subject, "duty" as the predicate, and no object."""


def write(knowledge: Knowledge, stream: BinaryIO) -> None:
    """Write the table: UTF-8, a header, lines (in cells, too) ended by LF, several values in a cell joined by "; "."""
    lines = io.StringIO(newline="")
    writer = csv.DictWriter(lines, COLUMNS, lineterminator="\n", extrasaction="raise", restval="")
    writer.writeheader()
    writer.writerows({name: neutral(cell) for name, cell in row.items()} for row in table(knowledge))
    stream.write(lines.getvalue().encode("utf-8", "replace"))


def table(knowledge: Knowledge) -> Iterator[dict[str, str]]:
    """Yield the statements with a text for each of the columns."""
    for row in iter_rows(knowledge):
        if row["kind"] == "fact":
            yield _cells(_fact(row))
        elif row["kind"] == "duty":
            yield _cells(_duty(row))


def _fact(row: FactRow) -> dict[str, Any]:
    qualifiers = dict(row["qualifiers"])
    own = {name: qualifiers.pop(name, None) for name in ("product", "frequency")}
    rest = "; ".join(f"{name}={value}" for name, value in sorted(qualifiers.items()))
    return {**row, **own, "qualifiers": rest}


def _duty(row: DutyRow) -> dict[str, Any]:
    known: dict[str, Any] = {**row, "to": "; ".join(row["to"]), "predicate": "duty"}
    known["subject"], known["subject_type"] = known.pop("bearer"), known.pop("bearer_type")
    return known


def _cells(row: Mapping[str, Any]) -> dict[str, str]:
    return {name: _cell(row.get(name)) for name in COLUMNS}


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    return value.replace("\r\n", "\n").replace("\r", "\n").replace("\0", " ")
