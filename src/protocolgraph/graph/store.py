"""Where a graph is kept: one interface, in memory and on disk.

A store is replaced as a whole and read as a whole: what is read from one store object is always of
one build. Every store gives the same answers, and takes and gives knowledge, tables and an rdflib
dataset, never a library's own objects, so that a store elsewhere (a SPARQL endpoint) can stand in.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pyoxigraph

from protocolgraph.errors import QueryError, StoreError
from protocolgraph.graph.apart import run_apart
from protocolgraph.graph.edition import Edition
from protocolgraph.graph.from_rdf import knowledge_of
from protocolgraph.graph.generation import Generation, current_name, damaged, new_generation, whole_name
from protocolgraph.graph.query import NO_LIMITS, Limits, Table, run_query, run_update
from protocolgraph.graph.rdf import iter_quads, iter_stored_quads
from protocolgraph.graph.records import KnownRecords, Records
from protocolgraph.locks import take_exclusive
from protocolgraph.model import Knowledge

if TYPE_CHECKING:
    from rdflib import Dataset


class Store(Protocol):
    """A graph that can be read, asked, and replaced as a whole."""

    def records(self) -> Records:
        """Return the records, to be looked up.

        Raises:
            StoreError: there is no graph, or it is damaged or of another version.

        """

    def knowledge(self) -> Knowledge:
        """Return all that the graph states, as records.

        Raises:
            StoreError: there is no graph, or it is damaged or of another version.

        """

    def query(self, query: str, limits: Limits = NO_LIMITS) -> Table:
        """Return the answer to a SPARQL query over the union of the named graphs.

        Raises:
            StoreError: there is no graph, or it is damaged or of another version.
            QueryError: the query cannot be parsed or run, or runs too long.

        """

    def dataset(self) -> Dataset:
        """Return the graph as an rdflib dataset whose default graph is the union of the named graphs.

        Raises:
            StoreError: there is no graph, or it is damaged or of another version.

        """

    def lock(self) -> AbstractContextManager[None]:
        """Keep other writers out while the context lasts; readers are not hindered.

        Raises:
            StoreError: another process is writing.

        """

    def replace(self, knowledge: Knowledge) -> None:
        """Put this knowledge in the place of what was there: all of it, or, on an error, none of it.

        Raises:
            StoreError: another process is writing, or the graph cannot be written.

        """

    def close(self) -> None:
        """Let go of files; the store can be used again after."""


def update(store: Store, text: str) -> None:
    """Carry out a SPARQL update on a store's named graphs: all of it, or, on an error, none of it.

    What comes out must still be statements with their evidence, entities and documents: the records
    are made anew from the RDF, so a store never holds what a record cannot say. The next build makes
    the graph anew from the documents; corrections that are to last belong in `protocolgraph.toml`.

    Raises:
        QueryError: the update cannot be parsed or run, or leaves what no record can say.
        StoreError: there is no graph, or another process is writing.

    """
    with store.lock():
        changed = pyoxigraph.Store()
        changed.bulk_extend(iter_quads(store.knowledge()))
        run_update(changed, text)
        knowledge = knowledge_of(changed)
        lost = set(changed) ^ set(iter_quads(knowledge))
        if lost:
            first = min(map(str, lost))
            raise QueryError(
                f"The update is refused: it makes or leaves triples that belong to no whole record: {first}"
            )
        store.replace(knowledge)


class MemoryStore:
    """A graph in memory."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._store: pyoxigraph.Store | None = None

    def records(self) -> KnownRecords:
        """Return the records, to be looked up."""
        return KnownRecords(self._knowledge)

    def knowledge(self) -> Knowledge:
        """Return all that the graph states, as records."""
        return self._knowledge

    def query(self, query: str, limits: Limits = NO_LIMITS) -> Table:
        """Return the answer to a SPARQL query over the union of the named graphs.

        Raises:
            QueryError: the query cannot be parsed or run, or runs too long.

        """
        if limits.seconds is not None:
            return run_apart(self._filled(), query, seconds=limits.seconds, rows=limits.rows)
        return run_query(self._filled(), query, rows=limits.rows)

    def dataset(self) -> Dataset:
        """Return the graph as an rdflib dataset whose default graph is the union of the named graphs."""
        return _rdflib_dataset(self._filled())

    def lock(self) -> AbstractContextManager[None]:
        """Do nothing: no other process sees this graph."""
        return nullcontext()

    def replace(self, knowledge: Knowledge) -> None:
        """Put this knowledge in the place of what was there."""
        self._knowledge, self._store = knowledge, None

    def close(self) -> None:
        """Do nothing: there is no file to let go of."""

    def _filled(self) -> pyoxigraph.Store:
        """The RDF is made when it is first asked for: many uses need the records only."""
        if self._store is None:
            store = pyoxigraph.Store()
            store.bulk_extend(iter_stored_quads(self._knowledge))
            self._store = store
        return self._store


class DiskStore:
    """A graph in a folder, in an Oxigraph store; see `generation` for what lies there."""

    def __init__(self, folder: str | Path) -> None:
        self._folder = Path(folder)
        self._pinned: Generation | None = None
        self._locked = False

    def records(self) -> Records:
        """Return the records, to be looked up.

        Raises:
            StoreError: there is no graph, or it is damaged or of another version.

        """
        return self._generation().records

    def knowledge(self) -> Knowledge:
        """Return all that the graph states, as records.

        Raises:
            StoreError: there is no graph, or it is damaged or of another version.

        """
        return self._generation().records.knowledge()

    def query(self, query: str, limits: Limits = NO_LIMITS) -> Table:
        """Return the answer to a SPARQL query over the union of the named graphs.

        Raises:
            StoreError: there is no graph, or it is damaged or of another version.
            QueryError: the query cannot be parsed or run, or runs too long.

        """
        kept = self._generation()
        try:
            if limits.seconds is not None:
                return run_apart(kept.folder / "oxigraph", query, seconds=limits.seconds, rows=limits.rows)
            return run_query(kept.store, query, rows=limits.rows)
        except OSError as error:
            raise damaged(self._folder) from error

    def dataset(self) -> Dataset:
        """Return the graph as an rdflib dataset whose default graph is the union of the named graphs.

        Raises:
            StoreError: there is no graph, or it is damaged or of another version.

        """
        return _rdflib_dataset(self._generation().store)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keep other builds out while the context lasts; readers are not hindered.

        Raises:
            StoreError: another process is writing, or the folder cannot be used.

        """
        if self._locked:
            yield
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle = take_exclusive(self._folder / "lock")
        except OSError as error:
            raise StoreError(f"{self._folder}: cannot be used for a graph ({error.strerror})") from error
        if handle is None:
            raise StoreError(f"{self._folder}: another build is writing this graph; wait for it to end")
        with handle:
            self._locked = True
            try:
                yield
            finally:
                self._locked = False

    def replace(self, knowledge: Knowledge) -> None:
        """Put this knowledge in the place of what was there: all of it, or, on an error, none of it.

        Raises:
            StoreError: another process is writing, or the graph cannot be written.

        """
        with self.edit(fresh=True) as edition:
            edition.put("", knowledge, {})

    @contextmanager
    def edit(self, *, fresh: bool = False) -> Iterator[Edition]:
        """Give an edition that takes the place of what was there: all of it, or, on an error, nothing.

        Args:
            fresh: whether it begins empty, and not as what is there.

        Raises:
            StoreError: another process is writing, or the graph cannot be written.

        """
        with self.lock():
            self.close()
            try:
                with new_generation(self._folder, fresh=fresh) as edition:
                    yield edition
            except OSError as error:
                raise StoreError(f"{self._folder}: the graph cannot be written ({error})") from error

    def notes(self, beginning: str) -> dict[str, str]:
        """Return what the last build noted under keys that begin so; nothing where there is no whole graph."""
        return self._generation().records.notes(beginning) if self.mark() else {}

    def mark(self) -> str | None:
        """Return a name for what is kept here now, which changes with it; None if there is nothing whole."""
        return whole_name(self._folder)

    def exists(self) -> bool:
        """Whether a graph of any version was ever written here."""
        return current_name(self._folder) is not None

    def close(self) -> None:
        """Let go of files; the next reading opens the newest graph."""
        if self._pinned is not None:
            self._pinned.close()
            self._pinned = None

    def _generation(self) -> Generation:
        if self._pinned is None:
            self._pinned = Generation.open(self._folder)
        return self._pinned


def _rdflib_dataset(store: pyoxigraph.Store) -> Dataset:
    from protocolgraph.graph.rdflib_view import dataset  # half a second to import, which few uses need

    return dataset(store)
