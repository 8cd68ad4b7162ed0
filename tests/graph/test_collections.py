"""Facts, duties and answers as rows and as data frames."""

from __future__ import annotations

import sys

import pytest
from factory import make_knowledge

from protocolgraph.errors import UsageError
from protocolgraph.graph import Graph

GRAPH = Graph(
    make_knowledge(
        "Board reports_to Council [frequency=annual; product=accounts]",
        "Panel reports_to Council",
        "Board must publish a plan",
        "Board not oversees Council",
    )
)


def test_the_facts_of_a_predicate_are_a_method_of_its_name() -> None:
    assert GRAPH.reports_to() == GRAPH.facts(predicate="reports_to")
    assert [fact.predicate for fact in GRAPH.reports_to(subject="Board")] == ["reports_to"]
    assert "reports_to" in dir(GRAPH)
    with pytest.raises(AttributeError, match="frobnicates"):
        GRAPH.frobnicates()


def test_a_frame_has_names_qualifiers_and_sources() -> None:
    frame = GRAPH.reports_to().to_frame().set_index("subject")
    row = frame.loc["Board"]
    assert (row["object"], row["frequency"], row["product"]) == ("Council", "annual", "accounts")
    assert (row["document"], row["document_date"], row["section"], row["page"]) == ("a.txt", "2012-05-01", "1.1", 1)
    assert row["quote"].startswith("Board reports_to Council")
    assert len(frame) == 2


def test_duties_and_answers_are_frames_too() -> None:
    [row] = GRAPH.duties(bearer="Board").to_frame().to_dict("records")
    assert (row["bearer"], row["modality"], row["text"]) == ("Board", "must", "publish a plan")
    assert list(GRAPH.sparql("SELECT ?d { ?d a pg:Duty }").to_frame().columns) == ["d"]


def test_an_empty_frame_has_its_columns() -> None:
    assert "subject" in GRAPH.funds().to_frame().columns
    assert len(GRAPH.funds().to_frame()) == 0


def test_without_pandas_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match=r"protocolgraph\[pandas\]"):
        GRAPH.facts().to_frame()
    assert GRAPH.facts().to_dicts()
