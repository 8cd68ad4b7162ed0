"""Objects show themselves in a notebook: as tables with words and sources, as diagrams, and as data frames."""

from __future__ import annotations

from functools import cache
from xml.etree import ElementTree

import pytest
from factory import make_knowledge

import protocolgraph as pg
from protocolgraph.model.showing import MOST, html_table

FACTS = (
    "Board of Care (BoC) reports_to Scrutiny Panel [frequency=annual]",
    "Scrutiny Panel accountable_to Council",
    "Chair of the Board chairs Board of Care",
    "Board of Care must publish a plan",
    "Scrutiny Panel must publish a plan",
)


@cache
def graph() -> pg.Graph:
    return pg.Graph(make_knowledge(*FACTS))


@cache
def shown() -> dict[str, object]:
    """One object of each kind that people look at."""
    g = graph()
    board = g.body("Board of Care")
    place = g.knowledge.facts[0].evidence
    kind, severity = pg.FindingKind.CONFLICT, pg.Severity.HIGH
    finding = pg.Finding("PG301", kind, severity, "On both sides.", (board.name,), (place.document,), (place,))
    return {
        "graph": g,
        "entity": board,
        "relations": board.reports_to,
        "chain": g.chains("Board of Care", "Council")[0],
        "facts": g.facts(),
        "duties": g.duties(),
        "table": g.sparql("SELECT ?name WHERE { ?b a pg:Body ; skos:prefLabel ?name }"),
        "answer": pg.ask(g, "To whom does the Board of Care report?"),
        "checked": pg.Checked((finding,), (), ()),
        "finding": finding,
        "matrix": pg.matrix(g, pg.Choice()),
        "comparison": pg.compare(g, g.documents[0].name, g.documents[0].name),
        "measures": pg.answering(g),
    }


@pytest.mark.parametrize("name", shown())
def test_it_shows_itself_as_html_that_is_whole(name: str) -> None:
    html = shown()[name]._repr_html_()  # type: ignore[attr-defined]  # what notebooks ask for
    ElementTree.fromstring(f"<div>{html}</div>")
    assert "<script" not in html


@pytest.mark.parametrize("name", sorted(set(shown()) - {"graph", "entity", "finding"}))
def test_it_is_a_data_frame_where_it_is_a_table(name: str) -> None:
    frame = shown()[name].to_frame()  # type: ignore[attr-defined]  # each has it
    assert len(frame) > 0
    assert len(frame.columns) > 0


def test_an_entity_shows_names_relations_duties_and_their_sources() -> None:
    html = graph().body("BoC")._repr_html_()
    for words in ("Board of Care", "also called BoC", "reports to", "Scrutiny Panel", "publish a plan", "a.txt"):
        assert words in html


def test_an_answer_shows_how_it_was_read_and_the_words() -> None:
    html = pg.ask(graph(), "To whom does the Board of Care report?")._repr_html_()
    assert "Read as: to whom Board of Care reports" in html
    assert "The documents state:" in html


def test_a_diagram_is_a_picture_and_words() -> None:
    chart = pg.map_chart(graph())
    picture = ElementTree.fromstring(chart.to_svg())
    assert picture.tag.endswith("svg")
    assert chart._repr_svg_() == chart.to_svg()
    assert "Board of Care reports to Scrutiny Panel" in repr(chart)
    near = pg.neighbourhood_chart(graph(), graph().body("Scrutiny Panel"))
    assert {box.entity.name for box in near.boxes} == {"Scrutiny Panel", "Board of Care", "Council"}


def test_what_stands_in_a_document_is_text_and_long_tables_are_cut() -> None:
    html = html_table(("a",), [("<b>x</b>",)] * (MOST + 5), title="<i>")
    assert "<b>" not in html
    assert "<i>" not in html
    assert html.count("<tr>") == MOST + 1
    assert "and 5 more" in html
