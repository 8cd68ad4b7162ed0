"""Tables that a command reads row by row and gives back with more columns."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from protocolgraph.errors import UsageError

Row = dict[str, Any]
_DELIMITERS = ",;\t"
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table, and how its file was written."""

    table: Path
    rows: list[Row]
    columns: list[str]
    lines: bool
    """Whether it is JSON Lines, else CSV."""
    delimiter: str = ","
    mark: str = ""
    """What the file begins with so that a spreadsheet takes it for UTF-8."""

    def texts(self, column: str) -> list[str]:
        """Return the texts of a column; an empty or missing cell is an empty text.

        Raises:
            UsageError: there is no such column, or it holds something else.

        """
        if column not in self.columns:
            raise UsageError(f"{self.table}: has no column {column!r}; its columns are: {', '.join(self.columns)}.")
        found = [row.get(column) or "" for row in self.rows]
        for number, text in enumerate(found, start=1):
            if not isinstance(text, str):
                raise UsageError(f"{self.table}: row {number} has no text in the column {column!r}.")
        return found

    def written(self, rows: list[Row], more: list[str]) -> str:
        """Return rows with these columns more, in the form of the file."""
        if self.lines:
            return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        out = io.StringIO(newline="")
        out.write(self.mark)
        writer = csv.DictWriter(out, [*self.columns, *more], delimiter=self.delimiter, lineterminator="\n", restval="")
        writer.writeheader()
        writer.writerows(rows)
        return out.getvalue()


def read_rows(table: Path) -> Rows:
    """Read a CSV file with a header (comma, semicolon or tab between cells), or JSON Lines (`.jsonl`).

    Raises:
        UsageError: it cannot be read.

    """
    try:
        text = table.read_bytes().decode("utf-8")
    except OSError as error:
        raise UsageError(f"{table}: cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{table}: is no UTF-8 text ({error.reason}); in Excel, save it as 'CSV UTF-8'.") from error
    body = text.removeprefix(_BOM)
    if table.suffix.lower() == ".jsonl":
        return _json_lines(table, body)
    return _csv(table, body, _BOM if text.startswith(_BOM) else "")


def _csv(table: Path, text: str, mark: str) -> Rows:
    header = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=lambda sign: (header.count(sign), sign == ","))
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restval="")
        rows = [{name: cell for name, cell in row.items() if name is not None} for row in reader]
    except csv.Error as error:
        raise UsageError(f"{table}: is no CSV ({error}).") from error
    return Rows(table, rows, list(reader.fieldnames or ()), lines=False, delimiter=delimiter, mark=mark)


def _json_lines(table: Path, text: str) -> Rows:
    rows = list(_objects(table, text))
    return Rows(table, rows, list(dict.fromkeys(name for row in rows for name in row)), lines=True)


def _objects(table: Path, text: str) -> Iterator[Row]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise UsageError(f"{table}: line {number} is no JSON: {error}.") from error
        if not isinstance(row, dict):
            raise UsageError(f"{table}: line {number} holds no object.")
        yield row
