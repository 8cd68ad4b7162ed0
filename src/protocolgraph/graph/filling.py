"""Fills the RDF of an edition: a new store in the background and in large batches, an old one with what differs."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat

from protocolgraph.graph.rdf import named_lines, quads_of, stored_lines
from protocolgraph.graph.written import Triple

_BATCH = 6_000_000
"""Bytes of text that are given to a new store at once: some 25,000 quads, which it holds in memory."""
_LOADING = 4
"""How many batches it takes in at a time: the more, the less of a processor is left for sorting again what is there."""


class StoreFiller:
    """A store under way. It keeps each triple in its named graph and in the union of all, the default graph."""

    def __init__(self, path: Path, *, fresh: bool) -> None:
        """Open the store in a folder.

        Args:
            path: the folder; made if it is not there.
            fresh: whether the store is new; what is put there must then be put once.

        Raises:
            OSError: it cannot be opened.

        """
        self._fresh = fresh
        try:
            self._store: pyoxigraph.Store | None = pyoxigraph.Store(str(path))
        except RuntimeError as error:
            raise OSError(str(error)) from error
        self._waiting = bytearray()
        self._threads = ThreadPoolExecutor(max_workers=_LOADING)
        self._under_way: deque[Future[Any]] = deque()

    def replace(self, subject: str | None, graph: str, triples: Iterable[Triple]) -> None:
        """Put triples in the place of what a graph holds, of all subjects or of one."""
        if self._fresh:
            self._add(graph, triples)
            return
        of = None if subject is None else NamedNode(subject)
        self._change(set(self._open.quads_for_pattern(of, None, None, NamedNode(graph))), _quads(graph, triples))

    def exchange(self, graph: str, before: Iterable[Triple], after: Iterable[Triple]) -> None:
        """Put triples in the place of others in a graph; a new store has none of the others."""
        if self._fresh:
            self._add(graph, after)
            return
        self._change(_quads(graph, before), _quads(graph, after))

    def finish(self) -> None:
        """Begin to complete the store, in the background; nothing may be put there any more."""
        if self._fresh:
            self._load()
        self._later(self._complete, list(self._under_way))

    def _complete(self, before: Iterable[Future[Any]]) -> None:
        for loaded in before:
            loaded.result()
        if self._fresh:
            self._open.optimize()
        self._open.flush()

    def wait(self) -> None:
        """Wait until all that was put is there; raises what went wrong with it."""
        while self._under_way:
            self._under_way.popleft().result()

    def close(self) -> None:
        """Let go of the store; only then are its files complete."""
        self._threads.shutdown()
        self._under_way.clear()
        self._store = None

    def _add(self, graph: str, triples: Iterable[Triple]) -> None:
        self._waiting += stored_lines(graph, triples).encode()
        if len(self._waiting) >= _BATCH:
            self._load()

    def _load(self) -> None:
        """Have the store take what waits, as text: reading that, it lets Python make the next batch meanwhile.

        It does not look again whether IRIs are some, a tenth of its work: all are made of slugs, hashes and quoted
        names, or come from a store that did look.
        """
        text, self._waiting = bytes(self._waiting), bytearray()
        self._later(partial(self._open.bulk_load, lenient=True), text, RdfFormat.N_QUADS)

    def _later(self, work: Callable[..., object], *values: object) -> None:
        """Do something in the background, when there is room: no more than a batch waits beside those under way."""
        while len(self._under_way) >= _LOADING:
            self._under_way.popleft().result()
        self._under_way.append(self._threads.submit(work, *values))

    def _change(self, before: set[Quad], after: set[Quad]) -> None:
        store = self._open
        for quad in before - after:
            store.remove(quad)
            stated = store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
            if not any(isinstance(other.graph_name, NamedNode) for other in stated):
                store.remove(_in_union(quad))
        new = after - before
        store.extend([*new, *map(_in_union, new)])

    @property
    def _open(self) -> pyoxigraph.Store:
        if self._store is None:
            raise OSError("the edition is closed")
        return self._store


def _quads(graph: str, triples: Iterable[Triple]) -> set[Quad]:
    return set(quads_of(named_lines(graph, triples)))


def _in_union(quad: Quad) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object)
