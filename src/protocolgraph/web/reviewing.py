"""Reviewing in the explorer: what it needs from below, and the graph shown anew after each change."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from protocolgraph.errors import ProtocolGraphError
from protocolgraph.model.review import Recorded, Reviewed
from protocolgraph.model.workspace import Correction
from protocolgraph.web.session import Tokens
from protocolgraph.web.site import Site


class Desk(Protocol):
    """Records corrections and applies them to the graph."""

    def record(self, correction: Correction, *, documents: Iterable[str]) -> None:
        """Record a correction that is about some documents, and apply it."""

    def undo(self, key: str) -> Correction:
        """Take a correction back, and return it."""

    def corrections(self) -> tuple[Recorded, ...]:
        """Return all corrections."""

    def reviewed(self) -> Reviewed:
        """Return what was judged."""

    def stamp(self) -> tuple[object, ...]:
        """Return something that changes when corrections or the graph do."""

    def apply(self) -> None:
        """Apply what others changed."""


@dataclass
class Reviewing:
    """The desk, and the site made anew whenever corrections change, by this program or another."""

    desk: Desk
    make_site: Callable[[], Site]
    today: Callable[[], str]
    """The day that a correction is signed with, in ISO form."""
    tokens: Tokens = field(default_factory=Tokens)
    problem: str = ""
    """Why corrections that others made could not be applied."""
    _stamp: tuple[object, ...] = ()
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def start(self) -> Site:
        """Return the site as it is now."""
        site = self.make_site()
        self._stamp = self.desk.stamp()
        return site

    def fresh(self) -> Site | None:
        """Return the site anew if anything changed since it was made; None if it is as it was, or being changed."""
        if not self._lock.acquire(blocking=False):
            return None  # who only reads does not wait for a correction that is being applied
        try:
            return None if self.desk.stamp() == self._stamp else self._renewed()
        finally:
            self._lock.release()

    def _renewed(self) -> Site:
        try:
            self.desk.apply()
            self.problem = ""
        except ProtocolGraphError as error:
            self.problem = str(error)
        return self.start()

    def record(self, correction: Correction, documents: Iterable[str]) -> Site:
        """Record a correction, and return the site with it."""
        with self._lock:
            self.desk.record(correction, documents=documents)
            return self.start()

    def undo(self, key: str) -> tuple[Correction, Site]:
        """Take a correction back, and return it and the site without it."""
        with self._lock:
            gone = self.desk.undo(key)
            return gone, self.start()


class Fresh:
    """Shows what others changed before each answer."""

    def __init__(self, app: ASGIApp, reviewing: Reviewing) -> None:
        self._app = app
        self._reviewing = reviewing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] == "http" and not scope["path"].startswith("/static/"):
            site = await run_in_threadpool(self._reviewing.fresh)
            if site is not None:
                scope["app"].state.site = site
        await self._app(scope, receive, send)


def reviewing_of(request: Request) -> Reviewing:
    """Return the reviewing that a request is about."""
    found: Reviewing = request.app.state.reviewing
    return found
