"""Search in names, duties and documents."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.graph import Graph
from protocolgraph.model import DocumentInfo, Duty, Entity
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
        **await run_in_threadpool(_found, site, words),
    }
    return page(request, "search.html", values)


def _found(site: Site, words: str) -> dict[str, Any]:
    asked, keys = _words(words), _keys(site.graph)
    return {
        "entities": find_entities(site, words)[:MOST],
        "duties": list(islice((duty for duty, own in keys.duties if _begin(asked, own)), MOST)),
        "documents": [info for info, own in keys.documents if _begin(asked, own)],
    }


def find_entities(site: Site, words: str) -> list[Entity]:
    """Return the entities whose names hold all the words, whole names and those of many documents first."""
    asked = _words(words)
    found = [(e, keys) for e, keys in _keys(site.graph).entities if any(_begin(asked, own) for own in keys)]
    whole = {e.id for e, keys in found if "".join(asked) in keys}
    return [e for e, _ in sorted(found, key=lambda item: _rank(item[0], whole))]


def _rank(entity: Entity, whole: set[str]) -> tuple[bool, int, int, str]:
    return entity.id not in whole, -len(entity.documents), len(entity.name), entity.id


@dataclass(frozen=True)
class _Keys:
    """What is searched, each text as its words in plain letters with a space before each."""

    entities: tuple[tuple[Entity, tuple[str, ...]], ...]
    duties: tuple[tuple[Duty, str], ...]
    documents: tuple[tuple[DocumentInfo, str], ...]


@lru_cache(maxsize=2)
def _keys(graph: Graph) -> _Keys:
    knowledge = graph.knowledge
    return _Keys(
        tuple((e, tuple(map(_key, (e.name, *e.aliases)))) for e in knowledge.entities),
        tuple((duty, _key(duty.content.text)) for duty in knowledge.duties),
        tuple((info, _key(f"{info.name} {info.title or ''}")) for info in knowledge.documents),
    )


def _key(text: str) -> str:
    return f" {name_key(text)}"


def _words(asked: str) -> tuple[str, ...]:
    """The words that are asked for, each with the space that stands before its beginning."""
    return tuple(f" {word}" for word in name_key(asked).split())


def _begin(asked: tuple[str, ...], own: str) -> bool:
    """Whether each word that is asked for begins a word of a text."""
    return bool(asked) and all(word in own for word in asked)
