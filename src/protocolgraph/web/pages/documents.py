"""The documents that the graph was read from."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.model import DocumentInfo
from protocolgraph.text.normalise import name_key
from protocolgraph.web.paging import paged
from protocolgraph.web.render import page, site_of


def show(request: Request) -> Response:
    """Answer with the documents by area and date, of one area and with some words in their titles if that is asked."""
    site, asked = site_of(request), request.query_params
    area, words = site.area(asked.get("area", "").strip()), asked.get("words", "").strip()
    found = [info for info in site.graph.register if area in (None, info.area) and _called(info, words)]
    found.sort(key=lambda info: (info.area or "", info.date or "", info.name))
    tallies = site.graph.tallies
    values = {
        "title": "Documents" + (f" of {area}" if area else ""),
        "area": area,
        "words": words,
        "rows": paged(request, [(info, tallies[info.name].statements) for info in found]),
    }
    return page(request, "documents.html", values)


def _called(info: DocumentInfo, words: str) -> bool:
    own = f" {name_key(info.name)} {name_key(info.title or '')}"
    return all(f" {word}" in own for word in name_key(words).split())
