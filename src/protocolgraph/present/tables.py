"""Answers to SPARQL queries as text."""

from __future__ import annotations

import csv
import io

from protocolgraph.graph import Table, shortened
from protocolgraph.graph.query import Cell


def table_rows(table: Table) -> list[tuple[str, ...]]:
    """Return the rows for people: IRIs with their prefixes, nothing where nothing is bound."""
    return [tuple(map(shortened, row)) for row in table.rows]


def table_csv(table: Table) -> str:
    """Return the answer as CSV with a row of headers; IRIs in full, for programs."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(["" if cell is None else _value(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _value(cell: Cell) -> str:
    return str(cell).lower() if isinstance(cell, bool) else str(cell)
