"""The same for programs: JSON, paged, and SPARQL 1.1 Protocol, read only and limited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse

from protocolgraph.errors import ProtocolGraphError, UnknownNameError
from protocolgraph.graph.export.rows import duty_row, fact_row, iter_rows
from protocolgraph.graph.query import Cell, Limits, QueryForm, Table
from protocolgraph.model import BASE
from protocolgraph.present import answer_dict, place_of, profile_dict
from protocolgraph.web.pages.openapi import Endpoint, Parameter, describe
from protocolgraph.web.render import site_of
from protocolgraph.web.site import entity_address

PAGE = 100
"""Rows a page, unless fewer are asked for."""
LIMITS = Limits(seconds=10.0, rows=10_000)
"""How long a query may run, and how much it may answer."""
_LONGEST = 20_000
_MOST = 10
"""Names that a search answers with."""


def _entities(request: Request) -> JSONResponse:
    site = site_of(request)

    def rows(document: str) -> list[Any]:
        own = site.graph.of_documents([site.documents[document]]).knowledge
        return list(iter_rows(replace(own, facts=(), duties=())))

    return JSONResponse(_paged(request, {name: tally.entities for name, tally in site.graph.tallies.items()}, rows))


def _facts(request: Request) -> JSONResponse:
    site = site_of(request)

    def rows(document: str) -> list[Any]:
        return [fact_row(fact, site.graph.records_by_id) for fact in site.graph.facts(document=document)]

    return JSONResponse(_paged(request, {name: tally.facts for name, tally in site.graph.tallies.items()}, rows))


def _duties(request: Request) -> JSONResponse:
    site = site_of(request)

    def rows(document: str) -> list[Any]:
        return [duty_row(duty, site.graph.records_by_id) for duty in site.graph.duties(document=document)]

    return JSONResponse(_paged(request, {name: tally.duties for name, tally in site.graph.tallies.items()}, rows))


def _entity(request: Request) -> JSONResponse:
    site = site_of(request)
    try:
        view = site.graph.entity(BASE + request.path_params["key"])
    except UnknownNameError as error:
        raise HTTPException(404) from error
    return JSONResponse(profile_dict(site.about(view.id).profile))


def _search(request: Request) -> JSONResponse:
    site, words = site_of(request), request.query_params.get("q", "").strip()
    found = [
        {
            "id": e.id,
            "name": e.name,
            "type": e.type.value,
            "area": e.area,
            "place": place_of(e, site.documents),
            "href": entity_address(e.id),
        }
        for e in site.graph.named(words, most=_MOST)
    ]
    return JSONResponse({"items": found})


def _ask(request: Request) -> JSONResponse:
    return JSONResponse(answer_dict(site_of(request).answer_to(request.query_params.get("q", ""))))


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


def _paged(request: Request, numbers: Mapping[str, int], rows: Callable[[str], list[Any]]) -> dict[str, Any]:
    """A page of the rows of all documents by name: only the documents whose rows stand on it are looked up."""
    first, size = _number(request, "offset", 0), min(PAGE, max(1, _number(request, "limit", PAGE)))
    items: list[Any] = []
    before = 0
    for document, number in sorted(numbers.items()):
        if before + number > first and before < first + size:
            items += rows(document)[max(0, first - before) : first + size - before]
        before += number
    return {"items": items, "offset": first, "next": first + size if before > first + size else None, "total": before}


def _number(request: Request, name: str, default: int) -> int:
    text = request.query_params.get(name, str(default))
    if not text.isdecimal():
        raise HTTPException(400, f"{name} is a number from 0 up")
    return int(text)


def _described(_: Request) -> JSONResponse:
    return JSONResponse(describe(ENDPOINTS))


_OFFSET = Parameter("offset", "How many rows to pass over, from 0; `next` of one page is the offset of the next.", 0)
_LIMIT = Parameter("limit", f"How many rows a page has: 1 to {PAGE}.", PAGE)
_PAGED = (_OFFSET, _LIMIT)
_QUERY = Parameter("query", f"A SELECT or ASK query of at most {_LONGEST} letters.", required=True)

ENDPOINTS = (
    Endpoint("/api/entities", _entities, "Entities, once for each document that mentions them", "EntityPage", _PAGED),
    Endpoint("/api/facts", _facts, "Facts, by document and id", "FactPage", _PAGED),
    Endpoint("/api/duties", _duties, "Duties, by document and id", "DutyPage", _PAGED),
    Endpoint(
        "/api/id/{key}",
        _entity,
        "All that is stated of one entity, with its sources",
        "Profile",
        (Parameter("key", "What follows /id/ in the address of its page.", required=True, place="path"),),
    ),
    Endpoint(
        "/api/search",
        _search,
        f"The {_MOST} entities whose names fit best",
        "Hits",
        (Parameter("q", "Beginnings of words of a name, or an acronym."),),
    ),
    Endpoint(
        "/api/ask",
        _ask,
        "The answer to a question in plain English, and how it was read",
        "Answer",
        (Parameter("q", "The question.", required=True),),
    ),
    Endpoint(
        "/sparql",
        sparql,
        f"SPARQL 1.1 Protocol: reads only, {LIMITS.seconds:g} seconds and {LIMITS.rows} rows a query",
        "Results",
        (_QUERY,),
        media="application/sparql-results+json",
        form="query",
    ),
    Endpoint("/api/openapi.json", _described, "This description", "Description"),
)
"""What programs can ask for; routes and description are made of it."""
