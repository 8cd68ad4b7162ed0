"""A graph on a SPARQL 1.1 server: Oxigraph, Fuseki, GraphDB, QLever, or any other.

The server's dataset must be the graph's alone. It holds the named graphs, their union in the default
graph, and two graphs of its own: one that says that a graph is there, and one that stands only while
somebody writes. All of a build is one update, which a server carries out whole or not at all: of the
triples in which the graphs differ, or of all, where that is too much or nothing is known of what is there. What
is too large for one is brought under other names first, and takes its place in one update.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING
from uuid import uuid4

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad, QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat

from protocolgraph.errors import QueryError, StoreError
from protocolgraph.graph.edition import Edition, Gathering
from protocolgraph.graph.exchange import changes, prints_of, update_of
from protocolgraph.graph.from_rdf import knowledge_of
from protocolgraph.graph.generation import FORMAT
from protocolgraph.graph.query import NO_LIMITS, Limits, Table, checked_query, is_ordered, make_table
from protocolgraph.graph.rdf import iter_quads, iter_stored_quads
from protocolgraph.graph.records import KnownRecords
from protocolgraph.graph.sparql_http import Access, SparqlServer
from protocolgraph.graph.terms import term
from protocolgraph.model import BASE, Knowledge
from protocolgraph.vocab.schema import expand

if TYPE_CHECKING:
    from rdflib import Dataset

MARK = BASE + "graph"
"""The graph that says that there is a graph, and of which format."""
LOCK = BASE + "lock"
"""The graph that is there while somebody writes."""
STAGE = BASE + "staging/"
"""Beginning of the names of graphs that are there while somebody writes a graph too large for one update."""
_OURS = f'STRSTARTS(STR(?g), "{BASE}") && !STRSTARTS(STR(?g), "{STAGE}") && ?g NOT IN (<{MARK}>, <{LOCK}>)'
_ALL = f"SELECT ?s ?p ?o ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER({_OURS}) }}"
_FILL = f"DROP SILENT DEFAULT; INSERT {{ ?s ?p ?o }} WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER({_OURS}) }}"
"""Make the default graph the union of the others."""
_NOTHING = "DELETE { } WHERE { FILTER(false) }"
_AT_ONCE = 32 * 1024 * 1024
"""Characters of one update: servers take no end of them (Oxigraph 128 MB)."""
_MOST_FETCHED = 1_000_000
"""Triples of the graphs that are compared with what is there; more are sent anew without being compared."""
_VERSION, _HOLDER, _PRINT = expand("dcterms:hasVersion"), expand("dcterms:creator"), expand("dcterms:extent")


class EndpointStore:
    """A graph on a server, by the URL at which it answers queries."""

    def __init__(self, url: str, access: Access | None = None) -> None:
        self._server = SparqlServer(url, access or Access())
        self._token: str | None = None

    def records(self) -> KnownRecords:
        """Return the records: all are fetched.

        Raises:
            StoreError: there is no graph, it is not whole, or the server cannot be reached.

        """
        return KnownRecords(self.knowledge())

    def knowledge(self) -> Knowledge:
        """Return all that the graph states, as records.

        Raises:
            StoreError: there is no graph, it is not whole, or the server cannot be reached.

        """
        versions = self._column(f"SELECT ?v {{ GRAPH <{MARK}> {{ ?s <{_VERSION}> ?v }} }}")
        if versions and versions != [str(FORMAT)]:
            raise StoreError(
                f"{self._server.url}: the graph was made by another version of the program "
                f"(format {versions[0]}, not {FORMAT}); make it anew with `protocolgraph build PATH`"
            )
        quads = self._quads()
        if not quads and not versions:
            raise StoreError(f"{self._server.url}: there is no graph here; make one with `protocolgraph build PATH`")
        return knowledge_of(quads)

    def query(self, query: str, limits: Limits = NO_LIMITS) -> Table:
        """Return the answer to a SPARQL query over the union of the named graphs.

        Raises:
            StoreError: the server cannot be reached, or lets us not in.
            QueryError: the query cannot be parsed or run, or runs too long.

        """
        whole, triples = checked_query(query)
        answer = self._server.query(whole, triples=triples, seconds=limits.seconds)
        if triples:
            return make_table(pyoxigraph.parse(answer, format=RdfFormat.N_TRIPLES), ordered=False, rows=limits.rows)
        return make_table(_bindings(answer), ordered=is_ordered(query), rows=limits.rows)

    def dataset(self) -> Dataset:
        """Return a copy of the graph as an rdflib dataset whose default graph is the union of the named graphs.

        Raises:
            StoreError: there is no graph, or the server cannot be reached.

        """
        from protocolgraph.graph.rdflib_view import dataset  # half a second to import, which few uses need

        store = pyoxigraph.Store()
        store.bulk_extend(iter_stored_quads(self.knowledge()))
        return dataset(store)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keep other builds out while the context lasts; readers are not hindered.

        Raises:
            StoreError: another process is writing, or the server cannot be reached.

        """
        if self._token is not None:
            yield
            return
        token = f"{platform.node()}, process {os.getpid()}, {uuid4()}"
        lock, holder = f"<{LOCK}>", f"<{LOCK}> <{_HOLDER}>"
        self._update(
            f"INSERT {{ GRAPH {lock} {{ {holder} {Literal(token)} }} }} "
            f"WHERE {{ FILTER NOT EXISTS {{ GRAPH {lock} {{ ?s ?p ?o }} }} }}"
        )
        held = self._column(f"SELECT ?v {{ GRAPH {lock} {{ ?s <{_HOLDER}> ?v }} }}")
        if token not in held:
            raise StoreError(
                f"{self._server.url}: another build is writing this graph ({', '.join(held) or 'it has just ended'}); "
                f"wait for it to end. If it was killed, drop the graph {lock} on the server"
            )
        self._token = token
        try:
            yield
        finally:
            self._token = None
            self._update(f"DROP SILENT GRAPH {lock}")

    def replace(self, knowledge: Knowledge) -> None:
        """Put this knowledge in the place of what was there: all of it, or, on an error, none of it.

        Raises:
            StoreError: another process is writing, the server holds what is not ours, or cannot be reached.

        """
        with self.lock():
            graphs, prints = self._graphs(), prints_of(knowledge)
            if not any(graph.startswith(STAGE) for graph in graphs) and self._exchange(knowledge, prints):
                return
            drops = [f"DROP SILENT GRAPH <{graph}>" for graph in graphs if graph != LOCK]
            chunks = list(_chunks(knowledge, prints))
            if len(chunks) == 1:
                self._update("; ".join((*drops, _insertion(chunks[0]), _FILL)))
                return
            self._update("; ".join(drop for drop in drops if STAGE in drop) or _NOTHING)
            staged: dict[str, None] = {}
            for chunk in chunks:
                self._update(_insertion({_stage(graph): triples for graph, triples in chunk.items()}))
                staged |= dict.fromkeys(chunk)
            moves = [f"MOVE GRAPH <{_stage(graph)}> TO GRAPH <{graph}>" for graph in staged]
            self._update("; ".join((*(drop for drop in drops if STAGE not in drop), *moves, _FILL)))

    def _exchange(self, knowledge: Knowledge, prints: Mapping[str, str]) -> bool:
        """Change what differs, and return whether that was done: if what is there is known, and is not too much."""
        held = self._prints()
        different = sorted(graph for graph in {*prints, *held} if prints.get(graph) != held.get(graph))
        if not held or sum(_length(held.get(graph)) for graph in different) > _MOST_FETCHED:
            return False
        changed = list(changes(knowledge, {graph: self._lines(graph) for graph in different}))
        if sum(change.size for change in changed) > _AT_ONCE:
            return False
        if changed:
            marks = [
                f"DELETE WHERE {{ GRAPH <{MARK}> {{ ?s <{_PRINT}> ?o }} }}",
                _insertion({MARK: list(map(_line, _marks(prints)))}),
            ]
            self._update(";\n".join((update_of(changed, ours=_OURS), *marks)))
        return True

    def _prints(self) -> dict[str, str]:
        """The prints of the graphs; none where they are of another format, or others have changed what is there."""
        if self._column(f"SELECT ?v {{ GRAPH <{MARK}> {{ ?s <{_VERSION}> ?v }} }}") != [str(FORMAT)]:
            return {}
        held = self._pairs(f"SELECT ?s ?o {{ GRAPH <{MARK}> {{ ?s <{_PRINT}> ?o }} }}")
        counted = self._pairs(f"SELECT ?g (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER({_OURS}) }} GROUP BY ?g")
        same = {graph: str(_length(known)) for graph, known in held.items()} == counted
        return held if same else {}

    def _lines(self, graph: str) -> set[str]:
        """The triples of a graph, in N-Triples."""
        found = _bindings(self._server.query(f"SELECT ?s ?p ?o {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"))
        return set() if isinstance(found, QueryBoolean) else {f"{one['s']} {one['p']} {one['o']}" for one in found}

    @contextmanager
    def edit(self, *, fresh: bool = False) -> Iterator[Edition]:
        """Give an edition that takes the place of what was there; it always begins empty.

        Raises:
            StoreError: another process is writing, the server holds what is not ours, or cannot be reached.

        """
        del fresh
        with self.lock():
            edition = Gathering()
            yield edition
            self.replace(edition.knowledge())

    def notes(self, beginning: str) -> dict[str, str]:
        """Return nothing: a server keeps no notes of builds."""
        del beginning
        return {}

    def mark(self) -> None:
        """Return no name for what the server holds: others may have changed it."""

    def exists(self) -> bool:
        """Whether a graph of any version was ever written here."""
        return MARK in self._graphs()

    def close(self) -> None:
        """Do nothing: there is no file to let go of."""

    def _graphs(self) -> list[str]:
        """The graphs on the server, all of them ours."""
        graphs = sorted(self._column("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"))
        foreign = [graph for graph in graphs if not graph.startswith(BASE)]
        if foreign or (MARK not in graphs and self._default_is_filled()):
            what = f"such as <{foreign[0]}>" if foreign else "in its default graph"
            raise StoreError(
                f"{self._server.url}: the dataset holds what protocolgraph did not write, {what}; "
                "give the graph a dataset of its own"
            )
        return graphs

    def _default_is_filled(self) -> bool:
        """Whether the default graph holds triples that no named graph has; some servers show their union there."""
        query = "ASK { ?s ?p ?o . FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } }"
        return bool(_bindings(self._server.query(query)))

    def _column(self, query: str) -> list[str]:
        """The values of a query's one column."""
        return [str(row[0]) for row in make_table(_bindings(self._server.query(query)), ordered=True).rows]

    def _pairs(self, query: str) -> dict[str, str]:
        """The values of a query's two columns, the second by the first."""
        rows = make_table(_bindings(self._server.query(query)), ordered=True).rows
        return {str(one): str(other) for one, other in rows}

    def _quads(self) -> list[Quad]:
        """What the named graphs hold, apart from the two that are only about the store."""
        found = _bindings(self._server.query(_ALL))
        if isinstance(found, QueryBoolean):
            return []
        return [Quad(one["s"], one["p"], one["o"], one["g"]) for one in found]

    def _update(self, update: str) -> None:
        try:
            self._server.update(update)
        except QueryError as error:
            raise StoreError(f"{self._server.url}: the graph cannot be written ({error})") from error


def _bindings(answer: bytes) -> QuerySolutions | QueryBoolean:
    try:
        return pyoxigraph.parse_query_results(answer, format=QueryResultsFormat.JSON)
    except (ValueError, SyntaxError) as error:
        raise StoreError(
            "The server answers with no SPARQL result; is this the URL at which it takes queries?"
        ) from error


def _marks(prints: Mapping[str, str]) -> Iterator[Quad]:
    """What tells of each graph what it holds."""
    for graph in sorted(prints):
        yield Quad(NamedNode(graph), NamedNode(_PRINT), Literal(prints[graph]), NamedNode(MARK))


def _length(known: str | None) -> int:
    """Return how many triples a graph of this print has."""
    return int(known.partition(" ")[0]) if known else 0


def _line(quad: Quad) -> str:
    return f"{quad.subject} {quad.predicate} {quad.object} ."


def _chunks(knowledge: Knowledge, prints: Mapping[str, str]) -> Iterator[dict[str, list[str]]]:
    """All triples by graph, in parts that a server takes."""
    mark = Quad(NamedNode(MARK), term("dcterms:hasVersion"), Literal(str(FORMAT)), NamedNode(MARK))
    chunk: dict[str, list[str]] = {}
    size = 0
    for quad in chain((mark,), _marks(prints), iter_quads(knowledge)):
        triple = _line(quad)
        if size + len(triple) > _AT_ONCE:
            yield chunk
            chunk, size = {}, 0
        chunk.setdefault(str(quad.graph_name)[1:-1], []).append(triple)
        size += len(triple)
    yield chunk


def _insertion(triples: Mapping[str, list[str]]) -> str:
    blocks = (f"GRAPH <{graph}> {{\n" + "\n".join(found) + "\n}" for graph, found in triples.items())
    return "INSERT DATA {\n" + "\n".join(blocks) + "\n}"


def _stage(graph: str) -> str:
    return STAGE + graph.removeprefix(BASE)
