"""Search in names, duties and documents."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.text.normalise import name_key
from protocolgraph.web.render import page, site_of
from protocolgraph.web.site import Site

MOST = 40
"""How many hits of a kind a page shows."""


def show(request: Request) -> Response:
    """Answer with what holds the words."""
    site, words = site_of(request), request.query_params.get("q", "").strip()
    values = {"title": f"Search: {words}" if words else "Search", "words": words, **_found(site, words)}
    return page(request, "search.html", values)


def _found(site: Site, words: str) -> dict[str, Any]:
    documents = site.titled_with(words) if name_key(words) else ()
    return {
        "entities": site.graph.named(words, most=MOST),
        "duties": site.graph.saying(words, most=MOST),
        "documents": documents[:MOST],
        "more": len(documents) - MOST,
    }
