"""What protects the explorer: headers for every answer, and a token where others can reach it."""

from __future__ import annotations

import secrets

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
"""Nothing is loaded from elsewhere, no script stands in a page, and no other site may frame or read it."""
_COOKIE = "protocolgraph"


class Headers:
    """Puts the protecting headers on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers if scope["type"] == "http" else send)


class Token:
    """Lets in only who shows the token: once in the address, from then on by a cookie."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        shown = request.query_params.get("token", "")
        if secrets.compare_digest(shown.encode(), self._token.encode()):
            answer = RedirectResponse(
                str(request.url.remove_query_params("token").replace(scheme="", netloc="")) or "/"
            )
            answer.set_cookie(_COOKIE, self._token, httponly=True, samesite="strict")
            await answer(scope, receive, send)
        elif secrets.compare_digest(request.cookies.get(_COOKIE, "").encode(), self._token.encode()):
            await self._app(scope, receive, send)
        else:
            refused = PlainTextResponse("Open the address that the program printed: it holds the token.\n", 403)
            await refused(scope, receive, send)
