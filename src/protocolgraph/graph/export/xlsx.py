"""XLSX: a workbook of facts, duties and entities, for those who read in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from protocolgraph.graph.export.csv import COLUMNS, table
from protocolgraph.graph.export.rows import iter_rows
from protocolgraph.model import Knowledge
from protocolgraph.text.workbook import Page, workbook

_OF_DUTIES = ("modality", "action", "text", "to")
_OF_FACTS = ("predicate", "object", "object_type", "negated", "qualifiers")
_ENTITY = ("document", "name", "type", "area", "scope", "aliases", "id")


def write(knowledge: Knowledge, stream: BinaryIO) -> None:
    """Write the workbook; the columns are those of the CSV.

    Raises:
        UsageError: openpyxl is not installed, or there are more statements than a sheet holds.

    """
    pages = (
        _statements(knowledge, "fact", "Facts", ("kind", *_OF_DUTIES)),
        _statements(knowledge, "duty", "Duties", ("kind", *_OF_FACTS)),
        Page("Entities", _ENTITY, _entities(knowledge)),
    )
    stream.write(workbook(pages))


def _statements(knowledge: Knowledge, kind: str, title: str, without: tuple[str, ...]) -> Page:
    columns = tuple(column for column in COLUMNS if column not in without)
    rows = ([row[column] for column in columns] for row in table(knowledge) if row["kind"] == kind)
    return Page(title, columns, rows)


def _entities(knowledge: Knowledge) -> Iterator[list[str]]:
    for row in iter_rows(knowledge):
        if row["kind"] == "entity":
            known = {**row, "area": row["area"] or "", "aliases": "; ".join(row["aliases"])}
            yield [str(known[column]) for column in _ENTITY]
