import pytest
from factory import join_knowledge, make_knowledge

from protocolgraph.errors import QueryError
from protocolgraph.graph.query import QueryForm, Table
from protocolgraph.graph.store import MemoryStore
from protocolgraph.model import BASE

BOARD, COUNCIL = f"{BASE}northam/body/board", f"{BASE}northam/body/council"


@pytest.fixture(scope="module")
def store() -> MemoryStore:
    return MemoryStore(
        join_knowledge(
            make_knowledge("Board reports_to Council", "Panel reports_to Board", "Board must act"),
            make_knowledge("Board not funds Council", document="b.txt"),
        )
    )


def test_select_gives_columns_and_rows(store: MemoryStore) -> None:
    answer = store.query("SELECT ?who { ?who pg:reportsTo ?whom . ?whom skos:prefLabel 'Council' }")
    assert answer == Table(QueryForm.SELECT, ("who",), ((BOARD,),))
    assert answer.to_dicts() == [{"who": BOARD}]


def test_ask_gives_one_truth_value(store: MemoryStore) -> None:
    assert store.query("ASK { ?s pg:reportsTo ?o }") == Table(QueryForm.ASK, ("answer",), ((True,),))
    assert store.query("ASK { ?s pg:advises ?o }").rows == ((False,),)


def test_construct_gives_triples(store: MemoryStore) -> None:
    answer = store.query("CONSTRUCT { ?o pg:hears ?s } WHERE { ?s pg:reportsTo ?o }")
    assert answer.form is QueryForm.CONSTRUCT
    assert answer.columns == ("subject", "predicate", "object")
    assert (COUNCIL, "https://w3id.org/protocolgraph/ns#hears", BOARD) in answer.rows
    assert len(answer.rows) == 2


def test_values_are_plain(store: MemoryStore) -> None:
    answer = store.query(
        """SELECT ?page ?confidence ?negated ?nothing ?label {
             ?s rdf:predicate pg:funds ; pg:negated ?negated ; pg:confidence ?confidence ; pg:evidence/pg:page ?page .
             BIND("x" AS ?label) }"""
    )
    assert answer.rows == ((1, 0.9, True, None, "x"),)


def test_a_prefix_of_the_query_wins(store: MemoryStore) -> None:
    assert store.query("PREFIX pg: <http://example.org/> ASK { ?s pg:reportsTo ?o }").rows == ((False,),)


def test_rows_are_sorted_unless_the_query_orders_them(store: MemoryStore) -> None:
    query = "SELECT ?name { ?s skos:prefLabel ?name }"
    names = [row[0] for row in store.query(query).rows]
    assert names == ["Board", "Council", "Northam", "Panel"]
    assert [row[0] for row in store.query(query + " ORDER BY DESC(?name)").rows] == names[::-1]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT ?s {\n ?s ?p }", ["line 2, column 9", "after '?s ?p }'"]),
        ("SELECT ?s { ?s ?p ?o", ["line 1", "after '"]),
        ("", ["line 1"]),
        ("SELECT ?s { ?s foo:bar ?o }", ["prefix that is not declared", "line 1", "foo:bar", "before '?o }'"]),
        ("DELETE WHERE { ?s ?p ?o }", ["DELETE", "only reads"]),
        ("# comment\nPREFIX x: <http://x/> INSERT DATA { <a:a> <a:a> <a:a> }", ["INSERT", "only reads"]),
        ("SELECT ?s { SERVICE <http://example.org/> { ?s ?p ?o } }", ["SERVICE", "no other server"]),
        ("SELECT ?s { service silent ?x { ?s ?p ?o } }", ["SERVICE"]),
    ],
)
def test_a_query_that_cannot_be_run_is_one_line(store: MemoryStore, query: str, words: list[str]) -> None:
    with pytest.raises(QueryError) as caught:
        store.query(query)
    message = str(caught.value)
    assert "\n" not in message
    assert len(message) < 160
    assert all(word in message for word in words), message


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?s ?p 'SERVICE' }",
        'ASK { ?s ?p """a "SERVICE" b""" }',
        "ASK { ?service ?p ?o }",
        "ASK { ?s <http://example.org/SERVICE> ?o } # SERVICE",
        "PREFIX service: <http://x/> ASK { ?s service:insert ?o }",
    ],
)
def test_the_word_service_elsewhere_is_no_offence(store: MemoryStore, query: str) -> None:
    assert store.query(query).form is QueryForm.ASK
