"""What a document says of itself is in the graph, with its words; what a person says of it stands above that."""

from __future__ import annotations

from pathlib import Path

import pytest

import protocolgraph as pg
from protocolgraph.graph import export_file
from protocolgraph.graph.from_rdf import knowledge_of
from protocolgraph.graph.rdf import iter_quads
from protocolgraph.graph.validation import validate_file

TERMS = """Northwick Safeguarding Board: Terms of Reference

Version 2.1, DRAFT

Updated 3 March 2019

1. Purpose

1.1 The Northwick Safeguarding Board must publish a plan for the year. Northwick Borough Council chairs the board.

1.2 The Northwick Safeguarding Board reports to Northwick Borough Council.
"""
SETTINGS = '[[document]]\nname = "terms.txt"\ntitle = "Terms as adopted"\narea = "Southmoor"\n'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("particulars")


@pytest.fixture(scope="module")
def read(folder: Path) -> pg.Graph:
    (folder / "read").mkdir()
    (folder / "read" / "terms.txt").write_text(TERMS)
    return pg.build(folder / "read", graph=folder / "graph")


def said(graph: pg.Graph) -> dict[str, pg.Particular]:
    (info,) = graph.documents
    return {one.aspect: one for one in info.layout.particulars}


def test_each_has_its_value_its_words_and_how_sure_it_is(read: pg.Graph) -> None:
    found = said(read)
    assert {aspect: one.value for aspect, one in found.items()} == {
        "area": "Northwick",
        "title": "Northwick Safeguarding Board: Terms of Reference",
        "kind": "terms_of_reference",
        "date": "2019-03-03",
        "version": "2.1",
        "draft": "yes",
    }
    assert found["version"].evidence
    assert found["version"].evidence.quote == "Version 2.1"
    assert found["area"].evidence
    assert "Northwick Borough Council" in found["area"].evidence.quote
    assert all(0 < one.confidence < 1 for one in found.values())
    assert read.documents[0].area == "Northwick"


def test_it_is_rdf_that_conforms_and_comes_back_whole(read: pg.Graph, folder: Path) -> None:
    found = read.sparql('SELECT ?v WHERE { ?d pg:particular ?p . ?p pg:aspect "version" ; pg:value ?v }')
    assert [list(row) for row in found.rows] == [["2.1"]]
    assert knowledge_of(iter_quads(read.knowledge)) == read.knowledge
    export_file(read.knowledge, format="trig", path=folder / "graph.trig")
    assert validate_file(folder / "graph.trig") == ()


def test_a_person_s_word_stands_above_what_was_read(folder: Path) -> None:
    (folder / "given").mkdir()
    (folder / "given" / "terms.txt").write_text(TERMS)
    (folder / "given" / "protocolgraph.toml").write_text(SETTINGS)
    graph = pg.build(folder / "given", graph=folder / "other")
    found = said(graph)
    assert (found["area"].value, found["title"].value) == ("Southmoor", "Terms as adopted")
    assert (found["area"].confidence, found["area"].evidence, found["area"].part) == (1.0, None, None)
    assert found["version"].value == "2.1"


def test_the_council_named_in_a_page_s_footer_tells_the_area_of_a_paper_that_names_no_other(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        "<html><body><main><h1>Planning Forum</h1><p>The forum must meet in public each year.</p></main>"
        "<footer>Copyright Reading Borough Council</footer></body></html>"
    )
    found = said(pg.build(tmp_path / "page.html", graph=tmp_path / "graph"))["area"]
    assert (found.value, found.confidence) == ("Reading", 0.6)
