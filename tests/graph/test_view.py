import re
from dataclasses import replace
from pathlib import Path

import pytest
from factory import join_knowledge, make_evidence, make_knowledge

from protocolgraph.errors import UnknownNameError, UsageError
from protocolgraph.graph import EntityView, Graph, open_graph, save_graph, source_line
from protocolgraph.model import EntityType, Modality, Scope
from protocolgraph.vocab.schema import predicates

KNOWLEDGE = join_knowledge(
    make_knowledge(
        "Board (BoC) reports_to Council [frequency=annual]",
        "Panel reports_to Board",
        "Board not funds Council",
        "Board meets [frequency=quarterly]",
        "Ms Roe chairs Board",
        "Board works_with Trust",
        "Board must publish a plan",
        "Council may dissolve a panel",
    ),
    make_knowledge("Board reports_to Council", "Board part_of Council", document="b.txt", confidence=0.95),
)


@pytest.fixture
def graph() -> Graph:
    return Graph(KNOWLEDGE)


@pytest.fixture
def board(graph: Graph) -> EntityView:
    return graph.body("BoC")


def test_an_entity_tells_what_it_is(board: EntityView) -> None:
    assert (board.name, board.type, board.area, board.scope) == ("Board", EntityType.BODY, "Northam", Scope.LOCAL)
    assert (board.aliases, board.documents) == (("BoC",), ("a.txt", "b.txt"))
    assert repr(board) == "<body Board>"


def test_relations_read_both_ways(board: EntityView) -> None:
    assert board.reports_to.names == ("Council",)
    assert board.receives_reports_from.names == ("Panel",)
    assert board.chaired_by.names == ("Ms Roe",)
    assert board.chairs.names == ()
    council = board.reports_to[0].entity
    assert council is not None
    assert council.receives_reports_from.names == ("Board",)
    assert council.parts.names == ("Board",)


def test_a_symmetric_relation_is_seen_from_both_sides(graph: Graph, board: EntityView) -> None:
    assert board.works_with.names == ("Trust",)
    assert graph.body("Trust").works_with.names == ("Board",)


def test_a_relation_has_all_its_evidence_the_surest_first(board: EntityView) -> None:
    (relation,) = board.reports_to
    assert [place.document for place in relation.evidence] == ["b.txt", "a.txt"]
    assert relation.quote == "Board reports_to Council"
    assert repr(relation) == "Council — “Board reports_to Council” (section 1.1, page 1, b.txt)"
    assert repr(board.reports_to) == repr(relation)
    assert repr(board.advises) == "(none stated)"


def test_a_meeting_has_its_frequency_as_its_name(board: EntityView) -> None:
    (meeting,) = board.meets
    assert (meeting.entity, meeting.name) == (None, "quarterly")


def test_what_is_denied_is_no_relation(board: EntityView) -> None:
    assert board.funds == ()
    assert [fact.predicate for fact in board.denied] == ["funds"]


def test_duties_and_evidence(graph: Graph, board: EntityView) -> None:
    assert [duty.content.text for duty in board.duties] == ["publish a plan"]
    quotes = {place.quote for place in board.evidence}
    assert {"Board must publish a plan", "Panel reports_to Board", "Board not funds Council"} <= quotes
    assert "Council may dissolve a panel" not in quotes
    assert graph.duties(modality=Modality.MAY) == graph.body("Council").duties


def test_duties_towards_an_entity() -> None:
    knowledge = make_knowledge("Board must consult", "Council advises Board")
    council = next(entity.id for entity in knowledge.entities if entity.name == "Council")
    graph = Graph(replace(knowledge, duties=(replace(knowledge.duties[0], to=(council, council)),)))
    assert [duty.content.text for duty in graph.body("Council").owed] == ["consult"]


def test_every_predicate_and_inverse_is_an_attribute(board: EntityView) -> None:
    names = {name for item in predicates().values() for name in (item.name, item.inverse) if name}
    assert names <= set(dir(board))
    assert names <= set(re.findall(r"\w+", EntityView.__doc__ or "")), "each is named in the documentation"
    for name in names:
        assert isinstance(getattr(board, name), tuple), name
    own = {name for name in vars(EntityView) if not name.startswith("_")}
    assert not own & names, "a relation would hide behind an attribute"


def test_an_unknown_attribute_is_an_attribute_error(board: EntityView) -> None:
    with pytest.raises(AttributeError, match="reprots_to"):
        _ = board.reprots_to
    assert not hasattr(board, "_repr_latex_")


def test_facts_by_subject_predicate_object_and_document(graph: Graph, board: EntityView) -> None:
    assert len(graph.facts(subject="Board", predicate="reports_to")) == 2
    assert len(graph.facts(subject=board, object="Council", document="b.txt")) == 2
    assert {fact.predicate for fact in graph.facts(object="Board")} == {"chairs", "reports_to"}
    assert [fact.predicate for fact in graph.facts(negated=True)] == ["funds"]
    assert len(graph.facts()) == len(KNOWLEDGE.facts)


def test_a_wrong_predicate_is_answered_with_the_nearest(graph: Graph) -> None:
    with pytest.raises(UsageError, match=r"'report_to'.*reports_to"):
        graph.facts(predicate="report_to")


def test_entities_by_type_area_scope_and_document(graph: Graph) -> None:
    assert [entity.name for entity in graph.entities(type=EntityType.PERSON)] == ["Ms Roe"]
    assert {entity.name for entity in graph.entities(document="b.txt")} == {"Board", "Council"}
    assert graph.entities(area="Elsewhere") == ()
    assert graph.entities(scope=Scope.GENERIC) == ()
    assert list(graph) == list(graph.entities())
    assert len(graph) == len(KNOWLEDGE.entities)


def test_wrong_kind_of_entity_is_unknown(graph: Graph) -> None:
    assert graph.person("Ms Roe").name == "Ms Roe"
    with pytest.raises(UnknownNameError):
        graph.body("Ms Roe")


def test_a_view_of_an_entity_stands_for_its_name(graph: Graph, board: EntityView) -> None:
    assert graph.entity(board) is board
    assert graph.body("Board") == board
    assert len({graph.body("Board"), board}) == 1


def test_the_graph_says_how_large_it_is(graph: Graph) -> None:
    assert repr(graph) == "<Graph of 2 documents: 5 entities, 8 facts, 2 duties>"
    assert [document.name for document in graph.documents] == ["a.txt", "b.txt"]


def test_other_libraries_see_the_same_graph(graph: Graph) -> None:
    assert graph.to_networkx().number_of_nodes() == len(graph)
    assert graph.to_networkx(negated=True).number_of_edges() == graph.to_networkx().number_of_edges() + 1
    assert len(graph.to_rdflib()) == len(graph.sparql("SELECT ?s ?p ?o { ?s ?p ?o }").rows)


def test_a_graph_on_disk_gives_the_same_answers(graph: Graph, tmp_path: Path) -> None:
    save_graph(KNOWLEDGE, tmp_path / "graph")
    opened = open_graph(tmp_path / "graph")
    assert opened.knowledge == graph.knowledge
    query = "SELECT ?s ?p ?o { ?s ?p ?o }"
    assert opened.sparql(query) == graph.sparql(query)


def test_a_graph_writes_itself_to_a_file(graph: Graph, tmp_path: Path) -> None:
    graph.export(tmp_path / "graph.ttl", format="turtle")
    assert b"pg:reportsTo" in (tmp_path / "graph.ttl").read_bytes()


@pytest.mark.parametrize(
    ("section", "page", "line"),
    [
        ("7.3", 4, "section 7.3, page 4, a.txt"),
        ("(a)", None, "section (a), a.txt"),
        ("Membership", 1, "“Membership”, page 1, a.txt"),
        (None, None, "a.txt"),
    ],
)
def test_the_place_of_a_statement_in_words(section: str | None, page: int | None, line: str) -> None:
    assert source_line(replace(make_evidence("x"), section=section, page=page)) == line
