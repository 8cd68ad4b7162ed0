"""What a change needs: a session, a token of that session in the form, and a form that this site itself sent."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SESSION, REVIEWER = "protocolgraph-session", "protocolgraph-reviewer"
LARGEST = 100_000
"""Bytes that a form may have."""
_FIELDS = 60
_FORM = "application/x-www-form-urlencoded"
_STALE = "This form is from an earlier session or from another page. Go back, load the page anew, and send it again."


@dataclass(frozen=True)
class Tokens:
    """Makes and knows the token of each session; the secret lives as long as the program runs."""

    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def of(self, session: str) -> str:
        """Return the token of a session."""
        return hmac.new(self.secret, session.encode("utf-8", "replace"), hashlib.sha256).hexdigest()

    def fits(self, session: str, token: str) -> bool:
        """Whether a token is that of a session."""
        return hmac.compare_digest(self.of(session).encode(), token.encode("utf-8", "replace"))


class Session:
    """Gives each browser a session, in a cookie that other sites cannot make it send."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        known = Request(scope).cookies.get(SESSION, "")
        session = known or secrets.token_urlsafe(24)
        scope.setdefault("state", {})["session"] = session

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start" and not known:
                kept = Response()
                kept.set_cookie(SESSION, session, httponly=True, samesite="strict")
                message["headers"] = [*message["headers"], *(h for h in kept.raw_headers if h[0] == b"set-cookie")]
            await send(message)

        await self._app(scope, receive, with_cookie)


def reviewer_of(request: Request) -> str:
    """Return the name with which this browser's corrections are signed; empty if none was given."""
    return unquote(request.cookies.get(REVIEWER, ""))


def set_reviewer(response: Response, name: str) -> None:
    """Keep the name for this browser."""
    response.set_cookie(REVIEWER, quote(name), httponly=True, samesite="strict", max_age=90 * 24 * 3600)


async def read_form(request: Request, tokens: Tokens) -> FormData:
    """Return the fields of a form that this site sent to this session.

    Raises:
        HTTPException: it is of another site or session, too large, or no form.

    """
    origin = request.headers.get("origin", "")
    if urlsplit(origin).netloc != request.headers.get("host", "") or urlsplit(origin).scheme != request.url.scheme:
        raise HTTPException(HTTPStatus.FORBIDDEN, _STALE)
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Only forms of this site are taken.")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"That is more than {LARGEST} bytes: too much.")
    try:
        fields = FormData(dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=_FIELDS)))
    except ValueError as error:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The form cannot be read.") from error
    if not tokens.fits(request.state.session, str(fields.get("token", ""))):
        raise HTTPException(HTTPStatus.FORBIDDEN, _STALE)
    return fields
