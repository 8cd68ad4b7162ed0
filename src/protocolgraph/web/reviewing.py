"""Reviewing in the explorer: what it needs from below, and the graph shown anew after each change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from threading import Lock, Thread
from typing import Protocol

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from protocolgraph.analyse.review import Order, Queue, Show, queue
from protocolgraph.errors import ProtocolGraphError
from protocolgraph.model.review import Recorded, Reviewed
from protocolgraph.model.workspace import Correction
from protocolgraph.web.kept import Kept
from protocolgraph.web.session import Tokens
from protocolgraph.web.site import Site

_MOMENT = 0.1
"""Seconds that an answer waits for a change to be applied to a large graph, which mostly takes longer."""


_KEPT = 16
"""How many queues stay in memory."""


@dataclass(frozen=True, slots=True)
class QueueAsked:
    """Which queue a reviewer wants to see."""

    order: Order
    show: Show
    document: str | None
    reviewer: str
    """For whom, where that makes a difference."""
    decided: frozenset[str]
    """Ids of statements on which a verdict is kept, whether or not the graph is built with it yet."""


class Desk(Protocol):
    """Keeps corrections and applies them to the graph."""

    def keep(self, correction: Correction, *, documents: Iterable[str]) -> None:
        """Keep a correction that is about some documents."""

    def drop(self, key: str) -> Correction:
        """Take a correction back, and return it."""

    def apply_what_is_kept(self) -> None:
        """Build the graph with what was kept and without what was taken back, by this program or others."""

    def corrections(self) -> tuple[Recorded, ...]:
        """Return all corrections."""

    def reviewed(self) -> Reviewed:
        """Return what was judged."""

    def stamp(self) -> tuple[object, ...]:
        """Return something that changes when corrections (all but the last of it) or the graph (the last) do."""


class Reviewing:
    """The desk, and the site made anew whenever corrections change, by this program or another.

    A large graph takes longer to build than a reader waits: then pages show it as it was until it is built, the
    pages of review know what was kept, and say that it is being applied.
    """

    def __init__(self, desk: Desk, make_site: Callable[[], Site], today: Callable[[], str]) -> None:
        """Open the desk for reviewers.

        Args:
            desk: where corrections are kept.
            make_site: makes the site of the graph as it is.
            today: gives the day that a correction is signed with, in ISO form.

        """
        self.desk, self.today, self.tokens = desk, today, Tokens()
        self.problem = ""
        """Why corrections that were kept could not be applied."""
        self._make_site = make_site
        self._stamp: tuple[object, ...] = ()
        self._builder = ThreadPoolExecutor(max_workers=1)
        self._building: Future[None] | None = None
        self._lock = Lock()
        self._queues: tuple[Site, Kept[QueueAsked, Queue]] | None = None

    def start(self) -> Site:
        """Return the site as it is now."""
        self.site = self._make_site()
        self._stamp = self.desk.stamp()
        return self.site

    def prepare(self) -> None:
        """Let what every visitor needs be made, so that the first need not wait for it."""
        self.site.prepare()
        Thread(target=self._warm, args=(self.site,), daemon=True).start()

    def _warm(self, site: Site) -> None:
        """Make what the first pages need of the whole graph."""
        site.warm()
        for order in Order:
            queue(site.graph, self.desk.reviewed().judged, order=order)

    def queue_of(self, site: Site, asked: QueueAsked) -> Queue:
        """Return what waits for a reviewer in a site's graph: made once for all who ask for the same."""
        with self._lock:
            if self._queues is None or self._queues[0] is not site:
                self._queues = (site, Kept(partial(self._queue, site), most=_KEPT))
            made = self._queues[1]
        return made(asked)

    def _queue(self, site: Site, asked: QueueAsked) -> Queue:
        return queue(
            site.graph,
            self.desk.reviewed().judged,
            decided=asked.decided,
            findings=site.findings,
            order=asked.order,
            show=asked.show,
            reviewer=asked.reviewer,
            document=asked.document,
        )

    @property
    def busy(self) -> bool:
        """Whether a change is being applied."""
        return self._building is not None and not self._building.done()

    def refresh(self) -> None:
        """See to it that the site shows what was changed; who only reads does not wait for what others began."""
        if not self.busy and self.desk.stamp() != self._stamp:
            self._wait(self._begun())

    def record(self, correction: Correction, documents: Iterable[str]) -> None:
        """Keep a correction, and apply it."""
        self.desk.keep(correction, documents=documents)
        self._told(self._begun())

    def undo(self, key: str) -> Correction:
        """Take a correction back, apply what is left, and return it."""
        gone = self.desk.drop(key)
        self._told(self._begun())
        return gone

    def _begun(self) -> Future[None]:
        with self._lock:
            self._building = self._builder.submit(self._apply)
            return self._building

    def _wait(self, building: Future[None]) -> bool:
        """Wait for a change to be applied, for a moment only if the graph is large; return whether it is."""
        return bool(wait([building], timeout=_MOMENT if self.site.large else None).done)

    def _told(self, building: Future[None]) -> None:
        """Wait, and raise the error that came up meanwhile."""
        if self._wait(building):
            building.result()

    def _apply(self) -> None:
        before = self.desk.stamp()
        if before == self._stamp:
            return  # a change that was applied meanwhile has taken this one in
        try:
            self.desk.apply_what_is_kept()
            self.problem = ""
        except ProtocolGraphError as error:
            self.problem = str(error)
            raise
        finally:
            site = self._make_site()
            self._warm(site)
            self.site = site
            self._stamp = (*before[:-1], self.desk.stamp()[-1])


class Fresh:
    """Shows what others changed before each answer."""

    def __init__(self, app: ASGIApp, reviewing: Reviewing) -> None:
        self._app = app
        self._reviewing = reviewing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] == "http" and not scope["path"].startswith("/static/"):
            await run_in_threadpool(self._reviewing.refresh)
            scope["app"].state.site = self._reviewing.site
        await self._app(scope, receive, send)


def reviewing_of(request: Request) -> Reviewing:
    """Return the reviewing that a request is about."""
    found: Reviewing = request.app.state.reviewing
    return found
