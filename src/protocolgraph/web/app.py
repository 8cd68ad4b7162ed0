"""The application: addresses, what protects it, and errors as pages."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from protocolgraph.errors import ProtocolGraphError, StoreError
from protocolgraph.web.guard import Headers, Token
from protocolgraph.web.pages import (
    ask,
    compare,
    document,
    documents,
    entity,
    findings,
    home,
    map,
    matrix,
    picture,
    search,
    statement,
    timeline,
)
from protocolgraph.web.pages.api import ENDPOINTS
from protocolgraph.web.render import page
from protocolgraph.web.review import REVIEW
from protocolgraph.web.reviewing import Fresh, Reviewing
from protocolgraph.web.session import Session
from protocolgraph.web.site import Site

_HERE = Path(__file__).parent
_PACKED = 4
"""How hard answers are packed: a third of the work of the hardest, for a tenth more of bytes."""
_FOR_PROGRAMS = "/api/"
_MISSING = "There is no such page. It may be of a graph that was built anew."
_LOCAL = ("127.0.0.1", "localhost", "[::1]")


def make_app(
    site: Site,
    *,
    hosts: tuple[str, ...] = _LOCAL,
    token: str | None = None,
    reviewing: Reviewing | None = None,
) -> Starlette:
    """Return the explorer of a graph.

    Args:
        site: what it shows.
        hosts: names by which a browser may call it; another name is refused, so that no page elsewhere can
            make a browser read it.
        reviewing: what corrections need; without it nothing can be changed.
        token: what a visitor must show (`?token=` once, then a cookie), for an address that others can reach.

    """
    app = Starlette(
        routes=[
            Route("/", home.show),
            Route("/search", search.show),
            Route("/ask", ask.show),
            Route("/map", map.show),
            Route("/path", map.path),
            Route("/id/{key:path}", entity.show),
            Route("/kind/{type}", entity.listed),
            Route("/documents", documents.show),
            Route("/document/{name:path}", document.show),
            Route("/picture/{number:int}/{name:path}", picture.show),
            Route("/statement/{id}", statement.show),
            Route("/findings", findings.show),
            Route("/compare", compare.show),
            Route("/timeline", timeline.show),
            Route("/matrix", matrix.show),
            Route("/matrix.{format}", matrix.download),
            Route("/check/{code}", findings.explain),
            *(endpoint.route for endpoint in ENDPOINTS),
            *(REVIEW if reviewing else ()),
            Mount("/static", StaticFiles(directory=_HERE / "static")),
        ],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts)),
            Middleware(Headers),
            *([Middleware(Token, token=token)] if token else []),
            *([Middleware(Session), Middleware(Fresh, reviewing=reviewing)] if reviewing else []),
            Middleware(GZipMiddleware, minimum_size=2000, compresslevel=_PACKED),
        ],
        exception_handlers={HTTPException: _http_error, ProtocolGraphError: _own_error},
    )
    app.state.site, app.state.reviewing = site, reviewing
    return app


async def _http_error(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 500)
    missing = status == HTTPStatus.NOT_FOUND
    told = _MISSING if missing else getattr(error, "detail", str(error))
    if request.url.path.startswith(_FOR_PROGRAMS):
        return JSONResponse({"error": told}, status)
    return _error_page(request, "Not found" if missing else "Error", str(told), status)


async def _own_error(request: Request, error: Exception) -> Response:
    if request.url.path.startswith(_FOR_PROGRAMS):
        return JSONResponse({"error": str(error)}, 400)
    return _error_page(request, "That did not work", str(error), 400, kept=isinstance(error, StoreError))


def _error_page(request: Request, title: str, told: str, status: int, *, kept: bool = False) -> Response:
    """Return the page that tells what went wrong; `kept` if a change was written all the same."""
    values = {"title": title, "told": told, "unchanged": request.method == "POST" and not kept}
    return page(request, "error.html", values, status)
