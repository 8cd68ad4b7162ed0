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
    tallies = site.graph.tallies
    values = {
        "title": "Documents" + (f" of {area}" if area else ""),
        "area": area,
        "words": words,
        "rows": paged(request, found),
        "tallies": tallies,
    }
    return page(request, "documents.html", values)
