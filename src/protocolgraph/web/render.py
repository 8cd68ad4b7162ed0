"""Templates, and what every page has around its own part."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from protocolgraph.graph import source_line
from protocolgraph.model import Statement, slug
from protocolgraph.present.chart import Chart
from protocolgraph.present.diagram import diagram
from protocolgraph.present.placing import place_of
from protocolgraph.present.statement import sentence as in_words
from protocolgraph.web.site import (
    Site,
    document_address,
    entity_address,
    finding_id,
    picture_address,
    place_line,
    source_address,
    statement_address,
)

_OPENING = 70
"""Letters of a quote by which a link to its words is told from others in the same section."""
_DRAWN = 64
"""How many drawings stay in memory."""
_DRAWING = Lock()


@cache
def _environment() -> Environment:
    found = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals |= {
        "entity_address": entity_address,
        "document_address": document_address,
        "statement_address": statement_address,
        "source_address": source_address,
        "picture_address": picture_address,
        "finding_id": finding_id,
        "source_line": source_line,
        "place_line": place_line,
        "draw": _draw,
        "opening": _opening,
        "collapse": lambda text: " ".join(text.split()),
        "collapse_soft": softened,
        "slug": slug,
    }
    return found


def site_of(request: Request) -> Site:
    """Return the site that a request is about."""
    site: Site = request.app.state.site
    return site


def page(request: Request, template: str, values: Mapping[str, Any], status: int = 200) -> HTMLResponse:
    """Return a page; `values` needs a `title`."""
    site = site_of(request)
    body = (
        _environment()
        .get_template(template)
        .render(
            site=site,
            here=request.url.path,
            place_of=lambda entity: place_of(entity, site.documents),
            again=request.url.path + (f"?{request.url.query}" if request.url.query else ""),
            sought=request.query_params.get("q", "") if request.url.path == "/search" else "",
            reviewing=request.app.state.reviewing is not None,
            **values,
        )
    )
    return HTMLResponse(body, status)


def sentence(site: Site, statement: Statement) -> str:
    """Return a statement in words: "The Board reports to the Council"."""
    return in_words(statement, site.names)


def _opening(text: str) -> str:
    """Return the first words of a text: as `textwrap.shorten` does, which takes ten times as long."""
    words = " ".join(text.split())
    return words if len(words) <= _OPENING else (words[:_OPENING].rpartition(" ")[0] or words[:_OPENING]) + " …"


def softened(text: str) -> str:
    """Return a text with its paragraphs, but without the runs of spaces and empty lines between and in them."""
    return re.sub(r"\s*\n\s*\n\s*", "\n", re.sub(r"[^\S\n]+", " ", text))


def _draw(chart: Chart, *, sideways: bool | None, scale: float = 1.0) -> Markup:
    """Draw a chart; whoever asks for the same at the same time waits for the one drawing."""
    with _DRAWING:
        return _drawn(chart, sideways=sideways, scale=scale)


@lru_cache(maxsize=_DRAWN)
def _drawn(chart: Chart, *, sideways: bool | None, scale: float = 1.0) -> Markup:
    """Draw a chart whose boxes lead to their pages; Graphviz escapes the names. The latest drawings are kept."""
    return Markup(diagram(chart, address=entity_address, sideways=sideways, scale=scale))
