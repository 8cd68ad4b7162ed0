"""Fills the RDF of an edition: a new store in the background and in large batches, an old one with what differs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat

from protocolgraph.graph.terms import Triple

_BATCH = 50_000
"""Quads that are given to a new store at once: it holds them in memory, and more at once is not faster."""


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
        self._waiting: list[Quad] = []
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._under_way: Future[Any] | None = None

    def replace(self, subject: NamedNode | None, graph: NamedNode, triples: Iterable[Triple]) -> None:
        """Put triples in the place of what a graph holds, of all subjects or of one."""
        if self._fresh:
            self._add(graph, triples)
            return
        before = set(self._open.quads_for_pattern(subject, None, None, graph))
        self._change(before, {Quad(*triple, graph) for triple in triples})

    def exchange(self, graph: NamedNode, before: Iterable[Triple], after: Iterable[Triple]) -> None:
        """Put triples in the place of others in a graph; a new store has none of the others."""
        if self._fresh:
            self._add(graph, after)
            return
        self._change(*({Quad(*triple, graph) for triple in triples} for triples in (before, after)))

    def finish(self) -> None:
        """Begin to complete the store, in the background; nothing may be put there any more."""
        if self._fresh:
            self._load()
            self._later(self._open.optimize)
        self._later(self._open.flush)

    def wait(self) -> None:
        """Wait until all that was put is there; raises what went wrong with it."""
        if self._under_way is not None:
            self._under_way.result()

    def close(self) -> None:
        """Let go of the store; only then are its files complete."""
        self._thread.shutdown()
        self._under_way = None
        self._store = None

    def _add(self, graph: NamedNode, triples: Iterable[Triple]) -> None:
        for triple in triples:
            self._waiting.append(Quad(*triple, graph))
            self._waiting.append(Quad(*triple))
        if len(self._waiting) >= _BATCH:
            self._load()

    def _load(self) -> None:
        """Have the store take what waits, as text: reading that, it lets Python make the next batch meanwhile."""
        text = pyoxigraph.serialize(self._waiting, format=RdfFormat.N_QUADS)
        self._waiting = []
        self._later(self._open.bulk_load, text, RdfFormat.N_QUADS)

    def _later(self, work: Callable[..., object], *values: object) -> None:
        """Do something in the background when what is under way there is done: no more than one batch waits."""
        self.wait()
        self._under_way = self._thread.submit(work, *values)

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


def _in_union(quad: Quad) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object)
