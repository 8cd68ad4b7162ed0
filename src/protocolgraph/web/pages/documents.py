"""The documents that the graph was read from."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.web.paging import paged
from protocolgraph.web.render import page, site_of


def show(request: Request) -> Response:
    """Answer with the documents by area and date, of one area and with some words in their titles if that is asked."""
    site, asked = site_of(request), request.query_params
    area, words = site.area(asked.get("area", "").strip()), asked.get("words", "").strip()
    found = [info for info in site.titled_with(words) if area in (None, info.area)]
    found.sort(key=lambda info: (info.area or "", info.date or "", info.name))
    tallies = site.graph.tallies
    values = {
        "title": "Documents" + (f" of {area}" if area else ""),
        "area": area,
        "words": words,
        "rows": paged(request, [(info, tallies[info.name].statements) for info in found]),
    }
    return page(request, "documents.html", values)
