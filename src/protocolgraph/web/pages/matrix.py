"""The accountability matrix: who has what part in what, as a table to read and as files."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.analyse.compare import Matrix, MatrixRow
from protocolgraph.errors import UsageError
from protocolgraph.graph import Choice
from protocolgraph.graph.narrow import year_of
from protocolgraph.present import matrix_sheet, sheets_csv, sheets_xlsx
from protocolgraph.present.report.duties import PARTS
from protocolgraph.web.render import page, site_of
from protocolgraph.web.site import Site

COLUMNS = 10
"""Bodies and posts that have a column, those with most parts; of the others a column tells in words."""
LARGEST = 20_000
"""Statements of a graph whose whole matrix is shown."""
ROWS = 100
"""Duties and products on a page."""
_CHOICES = ("area", "document", "as_of")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def show(request: Request) -> Response:
    """Answer with the matrix, page by page; of one body or post, if one is asked for."""
    site, asked = site_of(request), request.query_params
    made = await run_in_threadpool(_made, site, _choice(request))
    chosen = {name: asked.get(name, "").strip() for name in (*_CHOICES, "who")}
    lines = [line for line in made.rows if not chosen["who"] or _part(made, line, chosen["who"])]
    first = (_page(asked.get("page", "1")) - 1) * ROWS
    shown = _columns(lines, whole=bool(chosen["who"]))
    values: dict[str, Any] = {
        "title": "The accountability matrix" + (f" of {chosen['who']}" if chosen["who"] else ""),
        "chosen": chosen,
        "years": _years(site),
        "who": sorted(set(made.columns)),
        "letters": PARTS,
        "columns": [made.columns[at] for at in shown],
        "rows": [_row(made, line, shown) for line in lines[first : first + ROWS]],
        "number": len(lines),
        "first": first,
        "pages": _pages(chosen, first, len(lines)),
        "query": urlencode({name: chosen[name] for name in _CHOICES if chosen[name]}),
    }
    return page(request, "matrix.html", values)


async def download(request: Request) -> Response:
    """Answer with the whole matrix as CSV or XLSX."""
    format = request.path_params["format"]
    if format not in ("csv", "xlsx"):
        raise HTTPException(404)
    made = await run_in_threadpool(_made, site_of(request), _choice(request))
    sheets = [matrix_sheet(made)]
    content = sheets_csv(sheets) if format == "csv" else await run_in_threadpool(sheets_xlsx, [], sheets)
    named = {"Content-Disposition": f'attachment; filename="matrix.{format}"'}
    return Response(content, media_type="text/csv" if format == "csv" else _XLSX, headers=named)


def _made(site: Site, choice: Choice) -> Matrix:
    """Make the matrix, unless it would have more cells than anybody reads and the machine holds."""
    if not choice and len(site.statements) > LARGEST:
        raise UsageError(
            f"A matrix of {len(site.statements)} statements is too large to show: choose an area or a document, "
            "as in /matrix?area=NAME or /matrix?document=NAME"
        )
    return site.matrix_of(choice)


def _choice(request: Request) -> Choice:
    area, document, year = (request.query_params.get(name, "").strip() for name in _CHOICES)
    if year and not year.isdecimal():
        raise UsageError(f"{year!r} is no year; give one such as 2014")
    return Choice((document,) if document else (), area or None, int(year) if year else None)


def _years(site: Site) -> list[int]:
    return sorted({year for info in site.graph.documents if (year := year_of(info))})


def _page(text: str) -> int:
    if not text.isdecimal() or text == "0":
        raise UsageError(f"{text!r} is no page; they count from 1")
    return int(text)


def _part(made: Matrix, line: MatrixRow, who: str) -> bool:
    return any(made.columns[at] == who for at in line.parts)


def _columns(lines: list[MatrixRow], *, whole: bool) -> list[int]:
    """Places of the columns to show, those with most parts in these lines first."""
    counts = Counter(at for line in lines for at in line.parts)
    held = sorted(counts, key=lambda at: (-counts[at], at))
    return held if whole else held[:COLUMNS]


def _row(made: Matrix, line: MatrixRow, shown: list[int]) -> dict[str, Any]:
    others = [f"{made.columns[at]}: {letters}" for at, letters in line.parts.items() if at not in shown]
    return {"text": line.text, "cells": [line.parts.get(at, "") for at in shown], "others": others, "place": line.place}


def _pages(chosen: dict[str, str], first: int, number: int) -> list[tuple[str, str]]:
    """Addresses of the page before and the page after."""
    here = first // ROWS + 1
    asked = {name: value for name, value in chosen.items() if value}
    near = [(here - 1, "Lines before", first > 0), (here + 1, "Next lines", first + ROWS < number)]
    return [(f"/matrix?{urlencode({**asked, 'page': at})}", label) for at, label, there in near if there]
