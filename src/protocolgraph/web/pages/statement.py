"""One statement: what was understood, the words that it was read from, and how sure it is."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.model import Fact
from protocolgraph.web.render import page, sentence, site_of


def show(request: Request) -> Response:
    """Answer with one statement's page."""
    site = site_of(request)
    statement = site.statement(request.path_params["id"])
    if statement is None:
        raise HTTPException(404)
    fact = isinstance(statement, Fact)
    ends = [statement.subject, statement.object] if isinstance(statement, Fact) else [statement.bearer, *statement.to]
    values = {
        "title": sentence(site, statement),
        "statement": statement,
        "fact": fact,
        "ends": [(end, site.names[end]) for end in ends if end],
        "places": (statement.evidence, *statement.also),
    }
    return page(request, "statement.html", values)
