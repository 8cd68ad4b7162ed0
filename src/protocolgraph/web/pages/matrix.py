"""The accountability matrix: who has what part in what, as a table to read and as files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.analyse.compare import Matrix, MatrixRow
from protocolgraph.errors import UsageError
from protocolgraph.graph import Choice
from protocolgraph.present import matrix_sheet, sheets_csv, sheets_xlsx
from protocolgraph.present.report.duties import PARTS
from protocolgraph.web.paging import paged, year_asked
from protocolgraph.web.render import page, site_of
from protocolgraph.web.site import PATIENCE, Site

COLUMNS = 10
"""Bodies and posts that have a column, those with most parts; of the others a column tells in words."""
ROWS = 100
"""Duties and products on a page."""
_CHOICES = ("area", "document", "as_of")
_FORMATS = {"csv": "csv", "xlsx": "openpyxl"}
"""Formats of the whole table, each with the module that writes it, which an extra may bring."""
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show(request: Request) -> Response:
    """Answer with the matrix, page by page; of one body or post, if one is asked for."""
    site, choice = site_of(request), _choice(request)
    chosen = {name: request.query_params.get(name, "").strip() for name in (*_CHOICES, "who")}
    values: dict[str, Any] = {
        "title": _title(chosen["who"], choice.area),
        "area": choice.area,
        "chosen": chosen,
        "years": site.years,
        "letters": PARTS,
        "formats": [format for format, needed in _FORMATS.items() if find_spec(needed)],
        "rows": None,
        "pending": False,
    }
    if choice or not site.large:
        made = site.matrix_of.soon(choice, patience=PATIENCE)
        values |= {"pending": True} if made is None else _table(request, made, chosen, choice.area)
    return page(request, "matrix.html", values)


def _title(who: str, area: str | None) -> str:
    return "Who does what" + (f" in {area}" if area else "") + (f": {who}" if who else "")


def _table(request: Request, made: Matrix, chosen: dict[str, str], area: str | None) -> dict[str, Any]:
    who = chosen["who"] = _named(site_of(request), made, chosen["who"])
    rows = paged(request, [line for line in made.rows if not who or _part(made, line, who)], size=ROWS)
    shown = _columns(rows.items, whole=bool(who))
    lines = [_row(made, line, shown) for line in rows.items]
    return {
        "title": _title(who, area),
        "who": sorted(set(made.columns)),
        "columns": [made.columns[at] for at in shown],
        "rows": rows,
        "lines": lines,
        "others": not who and any(line["others"] for line in lines),
        "query": urlencode({name: chosen[name] for name in _CHOICES if chosen[name]}),
    }


def _named(site: Site, made: Matrix, who: str) -> str:
    """The name of the column that is meant by a name, where that is sure."""
    if who in made.columns:
        return who
    found = {entity.name for entity in site.graph.called(who)}.intersection(made.columns) if who else set()
    return found.pop() if len(found) == 1 else who


def download(request: Request) -> Response:
    """Answer with the whole matrix as CSV or XLSX."""
    format = request.path_params["format"]
    if format not in _FORMATS:
        raise HTTPException(404)
    site, choice = site_of(request), _choice(request)
    if site.large and not choice:
        raise UsageError(
            "A matrix of so large a graph is more than a sheet holds: choose an area or a document, "
            f"as in /matrix.{format}?area=NAME"
        )
    sheets = [matrix_sheet(site.matrix_of(choice))]
    content = sheets_csv(sheets) if format == "csv" else sheets_xlsx([], sheets)
    named = {"Content-Disposition": f'attachment; filename="matrix.{format}"'}
    return Response(content, media_type="text/csv" if format == "csv" else _XLSX, headers=named)


def _choice(request: Request) -> Choice:
    area, document = (request.query_params.get(name, "").strip() for name in _CHOICES[:2])
    return Choice((document,) if document else (), site_of(request).area(area), year_asked(request, _CHOICES[2]))


def _part(made: Matrix, line: MatrixRow, who: str) -> bool:
    return any(made.columns[at] == who for at in line.parts)


def _columns(lines: Sequence[MatrixRow], *, whole: bool) -> list[int]:
    """Places of the columns to show, those with most parts in these lines first."""
    counts = Counter(at for line in lines for at in line.parts)
    held = sorted(counts, key=lambda at: (-counts[at], at))
    return held if whole else held[:COLUMNS]


def _row(made: Matrix, line: MatrixRow, shown: list[int]) -> dict[str, Any]:
    others = [f"{made.columns[at]}: {letters}" for at, letters in line.parts.items() if at not in shown]
    return {"text": line.text, "cells": [line.parts.get(at, "") for at in shown], "others": others, "place": line.place}
