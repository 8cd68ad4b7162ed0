"""The same for programs: JSON, paged, and SPARQL 1.1 Protocol, read only and limited."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from protocolgraph.analyse.ask import ask
from protocolgraph.errors import ProtocolGraphError, UnknownNameError
from protocolgraph.graph.export.rows import iter_rows
from protocolgraph.graph.query import Cell, Limits, QueryForm, Table
from protocolgraph.model import BASE
from protocolgraph.present import answer_dict, make_profile, profile_dict
from protocolgraph.web.pages.search import find_entities
from protocolgraph.web.render import site_of

PAGE = 100
"""Rows a page, unless fewer are asked for."""
LIMITS = Limits(seconds=10.0, rows=10_000)
"""How long a query may run, and how much it may answer."""
_LONGEST = 20_000


async def _statements(request: Request) -> JSONResponse:
    """Rows of the JSON Lines export: entities, facts, duties."""
    kind = request.path_params["kind"]
    single = {"entities": "entity", "facts": "fact", "duties": "duty"}.get(kind)
    if single is None:
        raise HTTPException(404)
    rows = (row for row in iter_rows(site_of(request).graph.knowledge) if row["kind"] == single)
    return JSONResponse(_paged(request, rows))


async def _entity(request: Request) -> JSONResponse:
    site = site_of(request)
    try:
        entity = site.graph.entity(BASE + request.path_params["key"]).record
    except UnknownNameError as error:
        raise HTTPException(404) from error
    return JSONResponse(profile_dict(make_profile(site.graph.knowledge, entity)))


async def _search(request: Request) -> JSONResponse:
    site, words = site_of(request), request.query_params.get("q", "").strip()
    found = [
        {"id": e.id, "name": e.name, "type": e.type.value, "area": e.area, "href": f"/id/{e.id.removeprefix(BASE)}"}
        for e in find_entities(site, words)[:10]
    ]
    return JSONResponse({"items": found})


async def _ask(request: Request) -> JSONResponse:
    return JSONResponse(answer_dict(ask(site_of(request).graph, request.query_params.get("q", ""))))


async def sparql(request: Request) -> JSONResponse:
    """Answer a query given by GET or POST, as the SPARQL 1.1 Protocol has it, in SPARQL JSON results."""
    query = request.query_params.get("query", "")
    if request.method == "POST":
        body = await request.body()
        told = request.headers.get("content-type", "")
        query = (
            body.decode("utf-8", "replace") if "sparql-query" in told else str((await request.form()).get("query", ""))
        )
    if not query or len(query) > _LONGEST:
        return JSONResponse({"error": f"Give a query of at most {_LONGEST} letters."}, 400)
    try:
        table = await run_in_threadpool(site_of(request).graph.sparql, query, LIMITS)
    except ProtocolGraphError as error:
        return JSONResponse({"error": str(error)}, 400)
    return JSONResponse(_results(table), media_type="application/sparql-results+json")


def _results(table: Table) -> dict[str, Any]:
    if table.form is QueryForm.ASK:
        return {"head": {}, "boolean": table.rows[0][0]}
    rows = [{c: _term(v) for c, v in zip(table.columns, row, strict=True) if v is not None} for row in table.rows]
    return {"head": {"vars": list(table.columns)}, "results": {"bindings": rows}}


def _term(value: Cell) -> dict[str, str]:
    if isinstance(value, str) and value.startswith(("http://", "https://", "urn:")):
        return {"type": "uri", "value": value}
    return {"type": "literal", "value": str(value).lower() if isinstance(value, bool) else str(value)}


def _paged(request: Request, rows: Any) -> dict[str, Any]:
    first, size = _number(request, "offset", 0), min(PAGE, max(1, _number(request, "limit", PAGE)))
    items: Sequence[Any] = list(islice(rows, first, first + size + 1))
    following = first + size if len(items) > size else None
    return {"items": items[:size], "offset": first, "next": following}


def _number(request: Request, name: str, default: int) -> int:
    text = request.query_params.get(name, str(default))
    if not text.isdecimal():
        raise HTTPException(400, f"{name} is a number from 0 up")
    return int(text)


API = (
    Route("/api/search", _search),
    Route("/api/ask", _ask),
    Route("/api/id/{key:path}", _entity),
    Route("/api/{kind}", _statements),
    Route("/sparql", sparql, methods=["GET", "POST"]),
)
