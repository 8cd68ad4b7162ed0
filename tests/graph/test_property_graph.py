from dataclasses import replace

import networkx as nx
import pytest
from factory import join_knowledge, make_knowledge

from protocolgraph.graph.property_graph import property_graph
from protocolgraph.model import BASE

BOARD, COUNCIL = f"{BASE}northam/body/board", f"{BASE}northam/body/council"
KNOWLEDGE = join_knowledge(
    make_knowledge(
        "Board (BoC) reports_to Council [frequency=annual]",
        "Board not oversees Council",
        "Board meets [frequency=quarterly]",
        "Board must publish a plan",
    ),
    make_knowledge("Board reports_to Council", document="b.txt"),
)


@pytest.fixture
def graph() -> "nx.MultiDiGraph[str]":
    return property_graph(KNOWLEDGE)


def test_entities_are_nodes_with_their_attributes(graph: "nx.MultiDiGraph[str]") -> None:
    assert set(graph) == {BOARD, COUNCIL}
    board = graph.nodes[BOARD]
    assert (board["label"], board["type"], board["scope"], board["area"]) == ("Board", "body", "local", "Northam")
    assert board["aliases"] == ["BoC"]
    assert board["documents"] == ["a.txt", "b.txt"]


def test_each_statement_is_an_edge_with_its_evidence(graph: "nx.MultiDiGraph[str]") -> None:
    edges = {key: data for _, _, key, data in graph.edges(keys=True, data=True)}
    assert set(edges) == {fact.id for fact in KNOWLEDGE.facts if fact.predicate == "reports_to"}
    (edge,) = [data for data in edges.values() if data["document"] == "a.txt"]
    assert edge == {
        "predicate": "reports_to",
        "label": "reports to",
        "qualifiers": {"frequency": "annual"},
        "negated": False,
        "confidence": 0.9,
        "document": "a.txt",
        "section": "1.1",
        "page": 1,
        "quote": "Board (BoC) reports_to Council [frequency=annual]",
        "rule": "test",
    }


def test_what_is_denied_is_no_edge_unless_asked_for(graph: "nx.MultiDiGraph[str]") -> None:
    assert not [data for _, _, data in graph.edges(data=True) if data["predicate"] == "oversees"]
    whole = property_graph(KNOWLEDGE, negated=True)
    assert [data["negated"] for _, _, data in whole.edges(data=True) if data["predicate"] == "oversees"] == [True]


def test_duties_and_meetings_stand_at_their_body(graph: "nx.MultiDiGraph[str]") -> None:
    (duty,) = graph.nodes[BOARD]["duties"]
    assert (duty["modality"], duty["action"], duty["text"]) == ("must", "publish", "publish a plan")
    assert (duty["document"], duty["quote"]) == ("a.txt", "Board must publish a plan")
    (meeting,) = graph.nodes[BOARD]["meets"]
    assert meeting["frequency"] == "quarterly"
    assert graph.nodes[COUNCIL]["duties"] == []


def test_measures_of_networkx_run_on_it(graph: "nx.MultiDiGraph[str]") -> None:
    assert nx.shortest_path(graph, BOARD, COUNCIL) == [BOARD, COUNCIL]
    assert graph.in_degree(COUNCIL) == 2


def test_an_entity_that_nothing_is_stated_of_is_a_node() -> None:
    alone = property_graph(replace(KNOWLEDGE, facts=(), duties=()))
    assert set(alone) == {BOARD, COUNCIL}
    assert alone.number_of_edges() == 0
