"""Comparisons, coverage and the accountability matrix as JSON-ready values and as tables for any writer."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from protocolgraph.analyse.compare import AreaCoverage, Comparison, Matrix, Row, Said, Verdict
from protocolgraph.graph import source_line
from protocolgraph.reference import law
from protocolgraph.text.normalise import collapse
from protocolgraph.text.workbook import Page, workbook

_FATES = {
    Verdict.SAME: "kept",
    Verdict.DIFFERS: "changed",
    Verdict.ONLY_FIRST: "not found any more",
    Verdict.ONLY_SECOND: "new",
}
_LONGEST = 24
"""Letters of a side's name beyond which a cell says "only in the first"."""
WIDEST = 500
"""Columns of the accountability matrix beyond which no sheet is made of them."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a title: what the terminal, CSV, HTML and XLSX print alike."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def comparison_dict(made: Comparison) -> dict[str, Any]:
    """Return a comparison as JSON-ready values, each row with both quotes."""
    groups = {"bodies": made.bodies, "duties": made.duties, "links": made.links}
    return {
        "first": made.first,
        "second": made.second,
        "documents": [list(names) for names in made.documents],
        "summary": list(made.summary),
        **{name: [_row_dict(row) for row in rows] for name, rows in groups.items()},
    }


def _row_dict(row: Row) -> dict[str, Any]:
    return {
        "verdict": row.verdict.value,
        "first": _said_dict(row.first),
        "second": _said_dict(row.second),
        "how": list(row.how),
        "score": row.score,
        "reason": row.reason,
    }


def _said_dict(said: Said | None) -> dict[str, Any] | None:
    if said is None:
        return None
    place = said.evidence
    source = (
        None
        if place is None
        else {"document": place.document, "section": place.section, "page": place.page, "quote": place.quote}
    )
    return {"who": said.who, "what": said.what, "source": source}


def comparison_sheets(made: Comparison, *, quotes: bool) -> tuple[Sheet, ...]:
    """Return the tables of a comparison: bodies, duties, links.

    Args:
        made: the comparison.
        quotes: with columns for the words of both sides.

    """
    columns: tuple[str, ...] = ("", made.first, made.second, "how")
    if quotes:
        columns = (*columns, f"words in {made.first}", f"words in {made.second}")
    groups = (("Bodies and posts", made.bodies), ("Duties", made.duties), ("Links", made.links))
    cells = {title: tuple(_cells(row, made, quotes=quotes) for row in rows) for title, rows in groups}
    return tuple(Sheet(title, columns, rows) for title, rows in cells.items())


def _cells(row: Row, made: Comparison, *, quotes: bool) -> tuple[str, ...]:
    cells = (verdict_words(row, made), _told(row.first), _told(row.second), "; ".join(row.how))
    return (*cells, _quoted(row.first), _quoted(row.second)) if quotes else cells


def verdict_words(row: Row, made: Comparison) -> str:
    """Return a verdict in words: of two times, what became of it; of two sides, which says it."""
    if made.over_time:
        return _FATES[row.verdict]
    if row.first and row.second and row.first.what in ("body", "role"):
        return "counterparts"
    sides = {Verdict.ONLY_FIRST: made.first, Verdict.ONLY_SECOND: made.second}
    side = sides.get(row.verdict, "")
    return f"only {side}" if 0 < len(side) <= _LONGEST else row.verdict.value


def told(said: Said) -> str:
    """Return what one side says: of a body or post its name, else who and what."""
    if said.what in ("body", "role"):
        return said.who
    return f"{said.who}: {said.what}" if said.who else said.what


def _told(said: Said | None) -> str:
    if said is None:
        return ""
    section = said.evidence.section if said.evidence and said.what not in ("body", "role") else None
    return f"{told(said)} ({section})" if section else told(said)


def _quoted(said: Said | None) -> str:
    place = said.evidence if said else None
    return f"“{collapse(place.quote)}” ({source_line(place)})" if place else ""


def coverage_sheet(made: AreaCoverage) -> Sheet:
    """Return the coverage of one kind's statutory duties as a table, a column an area."""
    rows = []
    for cells in made.rows:
        duty = next(cell.duty for cell in cells if cell)
        told = tuple(cell.coverage.value if cell else "" for cell in cells)
        rows.append((duty.text, f"{law(duty.law).citation}, {duty.provision}", *told))
    return Sheet(f"Statutory duties of a {made.kind.label}", ("duty", "law", *made.areas), tuple(rows))


def coverage_dict(made: AreaCoverage) -> dict[str, Any]:
    """Return the coverage of one kind's statutory duties as JSON-ready values, each cell with what comes nearest."""
    rows = []
    for cells in made.rows:
        duty = next(cell.duty for cell in cells if cell)
        areas = {
            area: None
            if cell is None
            else {
                "coverage": cell.coverage.value,
                "likeness": cell.likeness.score if cell.likeness else None,
                "nearest": cell.nearest.text if cell.nearest else None,
                "quote": cell.nearest.evidence.quote if cell.nearest else None,
            }
            for area, cell in zip(made.areas, cells, strict=True)
        }
        rows.append({"duty": duty.text, "law": law(duty.law).citation, "provision": duty.provision, "areas": areas})
    return {"kind": made.kind.label, "duties": rows}


def matrix_sheet(made: Matrix) -> Sheet:
    """Return the accountability matrix as a table; where each line stands comes last.

    Each body and post has a column; of more than a sheet can be read with, each part has one, with who has it.
    """
    if len(made.columns) > WIDEST:
        columns = made.parts
        rows = tuple((row.text, *made.by_letter(row), source_line(row.place)) for row in made.rows)
    else:
        columns = made.columns
        rows = tuple(
            (row.text, *(row.parts.get(at, "") for at in range(len(columns))), source_line(row.place))
            for row in made.rows
        )
    return Sheet("Accountability matrix", ("to be done", *columns, "source"), rows)


def matrix_dict(made: Matrix) -> dict[str, Any]:
    """Return the accountability matrix as JSON-ready values; only the cells that are not empty."""
    return {
        "columns": list(made.columns),
        "rows": [
            {
                "what": row.text,
                "parts": {made.columns[at]: letters for at, letters in row.parts.items()},
                "source": {name: getattr(row.place, name) for name in ("document", "section", "page", "quote")},
            }
            for row in made.rows
        ],
    }


def sheets_csv(sheets: Sequence[Sheet]) -> str:
    """Return tables as one CSV; of several, each row begins with its table's title."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    several = len(sheets) > 1
    for number, sheet in enumerate(sheets):
        if not number or not several or sheet.columns != sheets[0].columns:
            writer.writerow(("table", *sheet.columns) if several else sheet.columns)
        writer.writerows((sheet.title, *row) if several else row for row in sheet.rows)
    return stream.getvalue()


def sheets_html(title: str, summary: Sequence[str], sheets: Sequence[Sheet]) -> str:
    """Return a summary and tables as one self-contained page."""
    style = (
        "body{font:16px/1.5 sans-serif;margin:2rem;max-width:90rem}table{border-collapse:collapse;margin:1rem 0}"
        "th,td{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top}th{background:#eee}"
    )
    told = "".join(f"<li>{escape(line)}</li>" for line in summary)
    body = f"<h1>{escape(title)}</h1>" + (f"<ul>{told}</ul>" if told else "") + "".join(map(_html_table, sheets))
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{style}</style></head><body>{body}</body></html>\n"
    )


def _html_table(sheet: Sheet) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in sheet.columns)
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in sheet.rows)
    return f"<h2>{escape(sheet.title)}</h2><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def sheets_xlsx(summary: Sequence[str], sheets: Sequence[Sheet]) -> bytes:
    """Return tables as a workbook, a sheet each, the summary first.

    Raises:
        UsageError: openpyxl is not installed.

    """
    told = [Page("Summary", (), [[line] for line in summary])] if summary else []
    return workbook([*told, *(Page(sheet.title, sheet.columns, sheet.rows) for sheet in sheets)])
