"""What every store promises: one set of tests, run on each."""

import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from factory import join_knowledge, make_knowledge
from rdflib import URIRef
from rdflib.graph import ModificationException
from sparql_server import running_server

from protocolgraph.errors import QueryError, StoreError, UsageError
from protocolgraph.graph.endpoint import LOCK, MARK, STAGE, EndpointStore
from protocolgraph.graph.query import Limits
from protocolgraph.graph.rdf import sorted_quads
from protocolgraph.graph.sparql_http import Access, SparqlServer, update_place
from protocolgraph.graph.store import DiskStore, MemoryStore, Store, update
from protocolgraph.graph.terms import ENTITIES_GRAPH as ENTITIES
from protocolgraph.graph.terms import document_iri
from protocolgraph.model import BASE, Knowledge
from protocolgraph.vocab.schema import expand

BOARD, COUNCIL = f"{BASE}northam/body/board", f"{BASE}northam/body/council"
FIRST = join_knowledge(
    make_knowledge(
        "Board (BoC) reports_to Council [frequency=annual]", "Board must publish a plan", "Board not funds Council"
    ),
    make_knowledge("Board reports_to Council", "Ms Roe chairs Board", document="b.txt"),
)
SECOND = make_knowledge("Panel reports_to Council", document="c.txt")

Maker = Callable[[Knowledge], Store]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with running_server() as url:
        yield url


@pytest.fixture
def dataset(server: str) -> str:
    """The server, with nothing on it."""
    SparqlServer(server, Access()).update("DROP ALL")
    return server


@pytest.fixture(params=["memory", "disk", "server"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Maker:
    def on_server(knowledge: Knowledge) -> Store:
        store = EndpointStore(request.getfixturevalue("dataset"))
        store.replace(knowledge)
        return store

    def on_disk(knowledge: Knowledge) -> Store:
        store = DiskStore(tmp_path / "graph")
        store.replace(knowledge)
        return store

    return {"memory": MemoryStore, "disk": on_disk, "server": on_server}[request.param]


@pytest.fixture
def store(make: Maker) -> Iterator[Store]:
    store = make(FIRST)
    yield store
    store.close()


def test_knowledge_comes_back_as_it_was(store: Store) -> None:
    assert store.knowledge() == FIRST


def test_queries_see_all_documents_as_one(store: Store) -> None:
    assert store.query("SELECT ?who { ?who pg:reportsTo ?whom }").rows == ((BOARD,),)


def test_queries_see_each_document_alone(store: Store) -> None:
    answer = store.query("SELECT ?document { GRAPH ?document { ?who pg:reportsTo ?whom } }")
    assert answer.rows == ((document_iri("a.txt"),), (document_iri("b.txt"),))


def test_a_bad_query_is_a_query_error(store: Store) -> None:
    with pytest.raises(QueryError):
        store.query("SELECT")


def test_rdflib_sees_the_same(store: Store) -> None:
    dataset = store.dataset()
    reports = URIRef(expand("pg:reportsTo"))
    assert list(dataset.subject_objects(reports)) == [(URIRef(BOARD), URIRef(COUNCIL))]
    assert len(list(dataset.query("SELECT ?g { GRAPH ?g { ?who pg:reportsTo ?whom } }"))) == 2
    assert len(dataset.graph(URIRef(document_iri("b.txt")))) > 10
    assert dict(dataset.namespaces())["pg"] == URIRef(expand("pg:"))


def test_rdflib_cannot_change_it(store: Store) -> None:
    triple = (URIRef(BOARD), URIRef(expand("pg:advises")), URIRef(COUNCIL))
    with pytest.raises(ModificationException):
        store.dataset().add(triple)
    with pytest.raises(ModificationException):
        store.dataset().remove(triple)
    with pytest.raises(ModificationException):
        store.dataset().update("DELETE WHERE { ?s ?p ?o }")
    assert store.query("ASK { ?who pg:reportsTo ?whom }").rows == ((True,),)


def test_replacing_leaves_nothing_of_the_old(store: Store) -> None:
    store.replace(SECOND)
    assert store.knowledge() == SECOND
    assert store.query("ASK { GRAPH ?g { ?who pg:chairs ?whom } }").rows == ((False,),)
    assert store.query("ASK { ?who pg:reportsTo ?whom }").rows == ((True,),)


def test_a_writer_may_hold_the_lock_while_it_replaces(store: Store) -> None:
    with store.lock():
        store.replace(SECOND)
    assert store.knowledge() == SECOND


def test_an_empty_graph_can_be_kept_and_asked(make: Maker) -> None:
    store = make(Knowledge((), (), (), (), ()))
    assert store.knowledge().documents == ()
    assert store.query("ASK { ?s ?p ?o }").rows == ((False,),)


def test_all_stores_hold_the_same_quads(tmp_path: Path, dataset: str) -> None:
    memory, disk, server = MemoryStore(FIRST), DiskStore(tmp_path / "graph"), EndpointStore(dataset)
    disk.replace(FIRST)
    server.replace(FIRST)
    ours = f"FILTER(?g NOT IN (<{MARK}>))"
    for query in (f"SELECT ?g ?s ?p ?o {{ GRAPH ?g {{ ?s ?p ?o }} {ours} }}", "SELECT ?s ?p ?o { ?s ?p ?o }"):
        assert memory.query(query) == disk.query(query) == server.query(query)
        assert len(memory.query(query).rows) > 100


def test_triples_that_a_query_makes_come_as_a_table(store: Store) -> None:
    answer = store.query("CONSTRUCT { ?whom pg:hears ?who } WHERE { ?who pg:reportsTo ?whom }")
    assert answer.columns == ("subject", "predicate", "object")
    assert answer.rows == ((COUNCIL, expand("pg:hears"), BOARD),)


def test_rows_stop_at_the_limit_and_the_table_says_so(store: Store) -> None:
    query = "SELECT ?s { ?s a pg:Statement } ORDER BY ?s"
    assert len(store.query(query, Limits(rows=2)).rows) == 2
    assert store.query(query, Limits(rows=2)).cut
    assert not store.query(query, Limits(rows=1000)).cut


def test_a_query_that_takes_too_long_is_a_query_error(store: Store) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(3)) + " }"
    with pytest.raises(QueryError, match="no answer within"):
        store.query(slow, Limits(seconds=0.05))


def test_a_query_with_a_limit_of_time_answers_as_one_without(store: Store) -> None:
    for query in ("SELECT ?s ?who { ?s rdf:subject ?who } ORDER BY DESC(?s)", "ASK { ?s a pg:Statement }"):
        assert store.query(query, Limits(seconds=60, rows=3)) == store.query(query, Limits(rows=3))
    with pytest.raises(QueryError, match="line 1, column"):
        store.query("SELECT ?s {", Limits(seconds=60))


@pytest.mark.parametrize("disk", [True, False])
def test_a_query_is_stopped_when_its_time_is_over(tmp_path: Path, disk: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    store: Store = DiskStore(tmp_path / "graph") if disk else MemoryStore(FIRST)
    store.replace(FIRST)
    started: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *given: Any, **options: Any) -> None:
            super().__init__(*given, **options)
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    slow = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(5)) + " }"
    with pytest.raises(QueryError, match="no answer within"):
        store.query(slow, Limits(seconds=2))
    assert [process.poll() is not None for process in started] == [True]


def test_ten_who_ask_at_once_are_answered_without_ten_new_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = DiskStore(tmp_path / "graph")
    store.replace(FIRST)
    started: list[object] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *given: Any, **options: Any) -> None:
            started.append(given)
            super().__init__(*given, **options)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    monkeypatch.setattr("protocolgraph.graph.apart._SOON", 60.0)
    query = "SELECT ?s ?who { ?s rdf:subject ?who } ORDER BY ?s"
    expected = store.query(query)
    with ThreadPoolExecutor(10) as pool:
        for answer in pool.map(lambda _: store.query(query, Limits(seconds=60)), range(10)):
            assert answer == expected
    assert len(started) <= 2


@pytest.mark.parametrize(
    "query", ["DROP ALL", "INSERT DATA { <urn:a> <urn:b> <urn:c> }", "SELECT * { SERVICE <urn:x> {} }"]
)
def test_a_query_only_reads_and_asks_no_one_else(store: Store, query: str) -> None:
    with pytest.raises(QueryError, match="not available"):
        store.query(query)
    assert store.knowledge() == FIRST


def test_a_slip_is_told_in_the_same_words_by_every_store(store: Store) -> None:
    with pytest.raises(QueryError, match="line 1, column 14"):
        store.query("SELECT ?s { {")


class TestUpdate:
    def test_an_update_changes_records_and_rdf_alike(self, store: Store) -> None:
        old, new = (f"{{ GRAPH ?g {{ <{BOARD}> ?label '{name}' }} }}" for name in ("Board", "Big Board"))
        update(store, f"DELETE {old} INSERT {new} WHERE {old}")
        assert "Big Board" in {entity.name for entity in store.knowledge().entities}
        assert store.query("ASK { ?board skos:prefLabel 'Big Board' }").rows == ((True,),)

    @pytest.mark.parametrize(
        "text",
        [
            "INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> <urn:c> } }",
            f"INSERT DATA {{ GRAPH <{document_iri('a.txt')}> {{ <{BOARD}> pg:oversees <{COUNCIL}> }} }}",
            "DELETE { GRAPH ?g { ?e pg:quote ?q } } WHERE { GRAPH ?g { ?e pg:quote ?q } }",
            "DELETE WHERE { GRAPH ?g { ?s pg:reportsTo ?o } }",
        ],
    )
    def test_no_statement_without_its_evidence(self, store: Store, text: str) -> None:
        with pytest.raises((QueryError, StoreError)):
            update(store, text)
        assert store.knowledge() == FIRST

    @pytest.mark.parametrize("text", ["INSERT DATA { <urn:a>", "LOAD <urn:x>", "SELECT * { ?s ?p ?o }"])
    def test_what_is_no_update_is_refused(self, store: Store, text: str) -> None:
        with pytest.raises(QueryError):
            update(store, text)
        assert store.knowledge() == FIRST


class TestServer:
    def test_two_writers_at_once_are_refused(self, dataset: str) -> None:
        first, second = EndpointStore(dataset), EndpointStore(dataset)
        first.replace(FIRST)
        with first.lock(), pytest.raises(StoreError, match="another build is writing"):
            second.replace(SECOND)
        assert second.knowledge() == FIRST
        second.replace(SECOND)
        assert first.knowledge() == SECOND

    def test_an_update_that_fails_leaves_what_was_there(self, dataset: str, monkeypatch: pytest.MonkeyPatch) -> None:
        store = EndpointStore(dataset)
        store.replace(FIRST)
        monkeypatch.setattr("protocolgraph.graph.endpoint._insertion", lambda triples: "INSERT DATA { half of it")
        with pytest.raises(StoreError, match="cannot be written"):
            store.replace(SECOND)
        assert store.knowledge() == FIRST
        assert store.query("ASK { GRAPH ?g { ?s ?p ?o } FILTER(?g = <" + LOCK + ">) }").rows == ((False,),)

    def test_a_graph_too_large_for_one_update_takes_its_place_in_one_all_the_same(
        self, dataset: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store = EndpointStore(dataset)
        store.replace(SECOND)
        monkeypatch.setattr("protocolgraph.graph.endpoint._AT_ONCE", 5000)
        store.replace(FIRST)
        assert store.knowledge() == FIRST
        same = "SELECT ?s ?p ?o { ?s ?p ?o }"
        assert store.query(same) == MemoryStore(FIRST).query(same)
        assert store.query(f"ASK {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), '{STAGE}')) }}").rows == (
            (False,),
        )

    def test_of_a_graph_that_is_there_only_what_differs_is_sent(
        self, dataset: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store, sent = EndpointStore(dataset), list[str]()
        store.replace(FIRST)
        update = SparqlServer.update

        def watched(server: SparqlServer, text: str) -> None:
            sent.append(text)
            update(server, text)

        monkeypatch.setattr(SparqlServer, "update", watched)
        changed = replace(FIRST, facts=FIRST.facts[1:])
        for knowledge in (FIRST, changed, FIRST, SECOND, FIRST):
            sent.clear()
            store.replace(knowledge)
            assert not any("DROP" in text and LOCK not in text for text in sent)
            for same in ("SELECT ?s ?p ?o { ?s ?p ?o }", "SELECT ?s ?p ?o { GRAPH <" + ENTITIES + "> { ?s ?p ?o } }"):
                assert store.query(same) == MemoryStore(knowledge).query(same)
            assert store.knowledge() == knowledge
        sent.clear()
        store.replace(FIRST)
        assert all(LOCK in text for text in sent)

    def test_a_graph_that_others_changed_is_made_anew(self, dataset: str) -> None:
        store = EndpointStore(dataset)
        store.replace(FIRST)
        SparqlServer(dataset, Access()).update(f"INSERT DATA {{ GRAPH <{ENTITIES}> {{ <urn:a> <urn:b> <urn:c> }} }}")
        store.replace(FIRST)
        assert store.query("ASK { GRAPH ?g { ?s <urn:b> ?o } }").rows == ((False,),)

    def test_what_a_killed_build_brought_is_not_read_and_goes_with_the_next(
        self, dataset: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store = EndpointStore(dataset)
        store.replace(FIRST)
        SparqlServer(dataset, Access()).update(f"INSERT DATA {{ GRAPH <{STAGE}x> {{ <urn:a> <urn:b> <urn:c> }} }}")
        assert store.knowledge() == FIRST
        monkeypatch.setattr("protocolgraph.graph.endpoint._AT_ONCE", 5000)
        store.replace(SECOND)
        assert store.query("ASK { GRAPH ?g { ?s <urn:b> ?o } }").rows == ((False,),)

    def test_what_is_not_ours_is_left_alone(self, dataset: str) -> None:
        server = SparqlServer(dataset, Access())
        for foreign in ("<urn:a> <urn:b> <urn:c>", "GRAPH <urn:g> { <urn:a> <urn:b> <urn:c> }"):
            server.update(f"DROP ALL; INSERT DATA {{ {foreign} }}")
            with pytest.raises(StoreError, match="did not write"):
                EndpointStore(dataset).replace(FIRST)
        assert b"urn:c" in server.query("SELECT ?o { GRAPH ?g { ?s ?p ?o } }")

    def test_an_empty_server_has_no_graph(self, dataset: str) -> None:
        with pytest.raises(StoreError, match="protocolgraph build"):
            EndpointStore(dataset).knowledge()
        assert not EndpointStore(dataset).exists()

    def test_a_graph_that_was_only_exported_and_uploaded_can_be_read(self, dataset: str) -> None:
        quads = sorted_quads(FIRST)
        data = "\n".join(
            f"GRAPH {quad.graph_name} {{ {quad.subject} {quad.predicate} {quad.object} }}" for quad in quads
        )
        SparqlServer(dataset, Access()).update(f"INSERT DATA {{ {data} }}")
        assert EndpointStore(dataset).knowledge() == FIRST

    def test_a_graph_of_another_version_is_said_to_be_one(self, dataset: str) -> None:
        EndpointStore(dataset).replace(FIRST)
        old = f'GRAPH <{MARK}> {{ <{MARK}> <{expand("dcterms:hasVersion")}> "0" }}'
        SparqlServer(dataset, Access()).update(f"DROP GRAPH <{MARK}>; INSERT DATA {{ {old} }}")
        with pytest.raises(StoreError, match="another version"):
            EndpointStore(dataset).knowledge()

    def test_a_server_that_is_not_there_is_one_line(self) -> None:
        with pytest.raises(StoreError, match="cannot be reached") as caught:
            EndpointStore("http://127.0.0.1:9/query").knowledge()
        assert "\n" not in str(caught.value)


def test_credentials_go_in_the_header_and_nowhere_else() -> None:
    assert Access(user="ann", password="p").header == {"Authorization": "Basic YW5uOnA="}
    assert Access(user="ann", token="t").header == {"Authorization": "Bearer t"}
    assert Access().header == {}
    assert "p4ss" not in repr(Access(user="ann", password="p4ss"))
    with pytest.raises(UsageError, match="environment"):
        EndpointStore("http://ann:p4ss@127.0.0.1/query")


@pytest.mark.parametrize(
    ("queries", "updates"),
    [
        ("http://h/query", "http://h/update"),
        ("http://h/ds/sparql", "http://h/ds/update"),
        ("http://h/repositories/r", "http://h/repositories/r/statements"),
        ("http://h/qlever", "http://h/qlever"),
    ],
)
def test_updates_go_where_the_servers_take_them(queries: str, updates: str) -> None:
    assert update_place(queries) == updates
