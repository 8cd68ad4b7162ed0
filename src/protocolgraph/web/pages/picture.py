"""A page of a document as a picture, the words of its statements marked."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.web.render import site_of

_KEEP = {"Cache-Control": "private, max-age=600"}


def show(request: Request) -> Response:
    """Answer with the picture of one page: one statement marked if it is asked for, else all that stand on it."""
    site, name, number = site_of(request), request.path_params["name"], request.path_params["number"]
    if name not in site.documents or not site.pages.has(name):
        raise HTTPException(404)
    wanted = request.query_params.get("statement")
    places = [
        place
        for statement in site.statements_of(name)
        if wanted in (None, statement.id)
        for place in (statement.evidence, *statement.also)
        if place.document == name and place.page == number
    ]
    quotes = tuple(dict.fromkeys(place.quote for place in places))
    drawn = site.pages.draw(name, number, quotes)
    if drawn is None:
        raise HTTPException(404)
    return Response(drawn, media_type="image/png", headers=_KEEP)
