"""A question in plain English, its answer, and how it was read."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.analyse.ask import ask
from protocolgraph.errors import ProtocolGraphError
from protocolgraph.web.render import page, site_of


def show(request: Request) -> Response:
    """Answer with the answer."""
    site, asked = site_of(request), request.query_params.get("q", "").strip()
    values: dict[str, Any] = {"title": asked or "Ask", "asked": asked, "answer": None, "headline": "", "unread": ""}
    if asked:
        try:
            values["answer"] = answer = ask(site.graph, asked)
            values["headline"] = answer.headline
        except ProtocolGraphError as error:
            values["unread"] = str(error)
    return page(request, "ask.html", values)
