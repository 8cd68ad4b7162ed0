"""Search in names, duties and documents."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.model import Duty, Entity
from protocolgraph.text.normalise import name_key
from protocolgraph.web.render import page, site_of
from protocolgraph.web.site import Site

MOST = 40
"""How many hits of a kind a page shows."""


async def show(request: Request) -> Response:
    """Answer with what holds the words."""
    site, words = site_of(request), request.query_params.get("q", "").strip()
    values = {
        "title": f"Search: {words}" if words else "Search",
        "entities": find_entities(site, words)[:MOST],
        "duties": _duties(site, words)[:MOST],
        "documents": [
            info for info in site.graph.documents if words and _holds(f"{info.name} {info.title or ''}", words)
        ],
    }
    return page(request, "search.html", values)


def find_entities(site: Site, words: str) -> list[Entity]:
    """Return the entities whose names hold all the words, whole names and those of many documents first."""
    if not words:
        return []
    key = name_key(words)
    found = [e for e in site.graph.knowledge.entities if any(_holds(name, words) for name in (e.name, *e.aliases))]
    whole = {e.id for e in found if key in {name_key(name) for name in (e.name, *e.aliases)}}
    return sorted(found, key=lambda e: (e.id not in whole, -len(e.documents), len(e.name), e.id))


def _duties(site: Site, words: str) -> list[Duty]:
    return [duty for duty in site.graph.knowledge.duties if words and _holds(duty.content.text, words)]


def _holds(text: str, words: str) -> bool:
    """Whether each of the words begins a word of the text."""
    own = name_key(text).split()
    return all(any(word.startswith(asked) for word in own) for asked in name_key(words).split())
