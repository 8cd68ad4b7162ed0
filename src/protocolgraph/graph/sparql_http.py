"""The SPARQL 1.1 protocol over HTTP, as much of it as a store needs."""

from __future__ import annotations

import base64
import re
import urllib.error
import urllib.request
from dataclasses import dataclass
from http.client import HTTPException
from urllib.parse import urlsplit

from protocolgraph.errors import QueryError, StoreError, UsageError

_BINDINGS = "application/sparql-results+json"
_TRIPLES = "application/n-triples"
_UPDATE_PLACES = (
    (re.compile(r"/(?:query|sparql)/?$"), "/update"),
    (re.compile(r"(/repositories/[^/]+)/?$"), r"\1/statements"),
)
"""Where servers take updates, by where they take queries: Fuseki and Oxigraph, GraphDB."""


@dataclass(frozen=True, slots=True)
class Access:
    """What a server wants to know before it lets anyone in, and where it takes updates if not where one would think."""

    user: str | None = None
    password: str | None = None
    token: str | None = None
    update_url: str | None = None

    @property
    def header(self) -> dict[str, str]:
        """The header that says it: a bearer token before a name and password."""
        if self.token:
            return {"Authorization": f"Bearer {self.token}"}
        if self.user:
            pair = f"{self.user}:{self.password or ''}".encode()
            return {"Authorization": f"Basic {base64.b64encode(pair).decode('ascii')}"}
        return {}

    def __repr__(self) -> str:
        kind = "a token" if self.token else "a password" if self.user else "nothing"
        return f"<Access with {kind}>"


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect would carry the credentials to wherever the server says."""

    def redirect_request(self, *_: object) -> None:
        return None


class SparqlServer:
    """A server that answers SPARQL at a URL."""

    def __init__(self, url: str, access: Access) -> None:
        """Take the URL for queries; raises UsageError if it holds credentials, which logs and histories would keep."""
        if urlsplit(url).username is not None:
            raise UsageError(
                "Give the password in the environment (PROTOCOLGRAPH_USER, _PASSWORD or _TOKEN), not in the URL"
            )
        self.url = url
        self._access = access
        self._update_url = access.update_url or update_place(url)
        self._opener = urllib.request.build_opener(_NoRedirect)

    def query(self, query: str, *, triples: bool = False, seconds: float | None = None) -> bytes:
        """Return the answer: bindings or a truth value in JSON, or triples as N-Triples.

        Raises:
            StoreError: the server cannot be reached, or lets us not in.
            QueryError: it refuses the query, or needs longer.

        """
        accept = _TRIPLES if triples else _BINDINGS
        return self._post(self.url, query, kind="query", accept=accept, seconds=seconds)

    def update(self, update: str) -> None:
        """Have the server carry out an update.

        Raises:
            StoreError: the server cannot be reached, or lets us not in.
            QueryError: it refuses the update.

        """
        self._post(self._update_url, update, kind="update", accept="*/*", seconds=None)

    def _post(self, url: str, text: str, *, kind: str, accept: str, seconds: float | None) -> bytes:
        headers = {"Content-Type": f"application/sparql-{kind}; charset=utf-8", "Accept": accept, **self._access.header}
        request = urllib.request.Request(url, data=text.encode("utf-8"), headers=headers, method="POST")
        try:
            with self._opener.open(request, timeout=seconds) as answer:
                body: bytes = answer.read()
                return body
        except urllib.error.HTTPError as error:
            raise _refusal(url, error) from error
        except (urllib.error.URLError, HTTPException, OSError, ValueError) as error:
            reason = getattr(error, "reason", error)
            if isinstance(reason, TimeoutError):
                told = f"The query has no answer within {seconds:g} seconds; ask for less, or raise the limit"
                raise QueryError(told) from error
            raise StoreError(f"{url}: the server cannot be reached ({reason})") from error


def update_place(url: str) -> str:
    """Return the URL that takes updates, from the one that takes queries."""
    for pattern, put in _UPDATE_PLACES:
        if pattern.search(url):
            return pattern.sub(put, url)
    return url


def _refusal(url: str, error: urllib.error.HTTPError) -> StoreError | QueryError:
    """What the server said, in one line."""
    said = " ".join(error.read(400).decode("utf-8", "replace").split())
    if error.code in (401, 403):
        hint = "set PROTOCOLGRAPH_USER and PROTOCOLGRAPH_PASSWORD, or PROTOCOLGRAPH_TOKEN"
        return StoreError(f"{url}: the server lets us not in ({error.code}); {hint}")
    if error.code == 400:
        return QueryError(f"The server cannot run it: {said or error.reason}")
    return StoreError(f"{url}: the server answers {error.code} {error.reason}: {said}")
