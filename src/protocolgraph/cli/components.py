"""`protocolgraph components`: sentences of a table in the components of the Institutional Grammar."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from protocolgraph.cli.options import OutputOption
from protocolgraph.cli.output import print_text, say
from protocolgraph.errors import UsageError

Row = dict[str, Any]


def components(
    table: Annotated[Path, typer.Argument(metavar="FILE", help="A .csv file, or JSON Lines (.jsonl).")],
    *,
    column: Annotated[str, typer.Option("--column", metavar="TEXT", help="The column that holds the sentences.")],
    file: OutputOption = None,
) -> None:
    """Take single sentences apart: who (attribute), must (deontic), do (aim), what (object), when (condition)."""
    from protocolgraph.present import COMPONENT_COLUMNS

    rows = list(_read(table, column))
    lines = table.suffix.lower() == ".jsonl"
    found = _as_json(rows, column) if lines else _as_csv(rows, column, COMPONENT_COLUMNS)
    if file is None:
        print_text(found)
    else:
        file.write_text(found, encoding="utf-8", newline="")
        say(f"Written to {file}.")


def _read(table: Path, column: str) -> Iterator[Row]:
    """Yield the rows of a table, each of which has the column."""
    try:
        text = table.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"{table}: cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{table}: is no UTF-8 text ({error}).") from error
    found = _lines(table, text) if table.suffix.lower() == ".jsonl" else csv.DictReader(io.StringIO(text, newline=""))
    for number, row in enumerate(found, start=1):
        if not isinstance(row.get(column), str):
            names = ", ".join(str(name) for name in row if name is not None)
            raise UsageError(f"{table}: row {number} has no text in a column {column!r}; its columns are: {names}.")
        yield row


def _lines(table: Path, text: str) -> Iterator[Row]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise UsageError(f"{table}: line {number} is no JSON: {error}.") from error
        if not isinstance(row, dict):
            raise UsageError(f"{table}: line {number} holds no object.")
        yield row


def _as_json(rows: list[Row], column: str) -> str:
    import protocolgraph as pg
    from protocolgraph.present import component_dict

    statements = pg.parse_statements(row[column] for row in rows)
    told = ({**row, **component_dict(found)} for row, found in zip(rows, statements, strict=True))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in told)


def _as_csv(rows: list[Row], column: str, columns: Iterable[str]) -> str:
    import protocolgraph as pg
    from protocolgraph.present import component_row

    own = [name for name in (rows[0] if rows else [column]) if name is not None]
    lines = io.StringIO(newline="")
    writer = csv.DictWriter(lines, [*own, *columns], lineterminator="\n", extrasaction="ignore", restval="")
    writer.writeheader()
    for row, found in zip(rows, pg.parse_statements(row[column] for row in rows), strict=True):
        writer.writerow({**row, **component_row(found)})
    return lines.getvalue()
