"""What every store promises: one set of tests, run on each."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from factory import join_knowledge, make_knowledge
from rdflib import URIRef
from rdflib.graph import ModificationException

from protocolgraph.errors import QueryError
from protocolgraph.graph.store import DiskStore, MemoryStore, Store
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


@pytest.fixture(params=["memory", "disk"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Maker:
    def on_disk(knowledge: Knowledge) -> Store:
        store = DiskStore(tmp_path / "graph")
        store.replace(knowledge)
        return store

    return MemoryStore if request.param == "memory" else on_disk


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


def test_both_stores_hold_the_same_quads(tmp_path: Path) -> None:
    memory, disk = MemoryStore(FIRST), DiskStore(tmp_path / "graph")
    disk.replace(FIRST)
    for query in ("SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }", "SELECT ?s ?p ?o { ?s ?p ?o }"):
        assert memory.query(query) == disk.query(query)
        assert len(memory.query(query).rows) > 100
