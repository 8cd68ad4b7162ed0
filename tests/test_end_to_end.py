"""The five public documents of the corpus, read with the real model from file to answer."""

from __future__ import annotations

import importlib.util
import io
from pathlib import Path
from types import ModuleType

import pytest
from corpus_graph import corpus_graph

import protocolgraph as pg

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "corpus"
PROTOCOL = "lscb-panel-protocol-2014.txt"


@pytest.fixture(scope="module")
def built() -> Path:
    return corpus_graph()


@pytest.fixture(scope="module")
def graph(built: Path) -> pg.Graph:
    return pg.open(built)


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {path.name: pg.read(path).text for path in CORPUS.glob("*/*.txt")}


def exports(graph: pg.Graph) -> dict[str, bytes]:
    written = {}
    for name in pg.EXPORTERS:
        stream = io.BytesIO()
        pg.export(graph.knowledge, format=name, stream=stream)
        written[name] = stream.getvalue()
    return written


@pytest.fixture(scope="module")
def written(graph: pg.Graph) -> dict[str, bytes]:
    return exports(graph)


def test_every_document_says_something(graph: pg.Graph) -> None:
    assert len(graph.documents) == 5
    for document in graph.documents:
        assert graph.facts(document=document.name)
        assert graph.duties(document=document.name)
        assert document.model.startswith("en_core_web_sm")


def test_every_quote_stands_in_its_document_word_for_word(graph: pg.Graph, texts: dict[str, str]) -> None:
    checked = 0
    statements: list[pg.Fact | pg.Duty] = [*graph.facts(), *graph.duties()]
    for statement in statements:
        for evidence in (statement.evidence, *statement.also):
            assert evidence.quote == pg.quote(texts[evidence.document], evidence.spans)
            assert evidence.quote.strip()
            assert 0 < evidence.confidence <= 1
            checked += 1
    assert checked > 300


def test_the_graph_is_valid(graph: pg.Graph) -> None:
    assert graph.validate() == ()


def test_dates_and_areas_are_known(graph: pg.Graph) -> None:
    dates = {document.name: document.date for document in graph.documents}
    assert dates["families-partnership-pack-2013.txt"] == "2013-09-18"
    assert (dates[PROTOCOL] or "").startswith("2014-03")
    assert {document.area for document in graph.documents} == {"Rotherham", "Harrow"}


def test_to_whom_the_board_reports(graph: pg.Graph) -> None:
    [report] = [item for item in graph.body("RLSCB").reports_to if item.name == "Improving Lives Select Commission"]
    [evidence] = [place for place in report.evidence if place.document == PROTOCOL]
    assert evidence.section == "7.4"
    assert "Improving Lives Select Commission (ILSC)" in " ".join(evidence.quote.split())


def test_who_answers_for_the_board(graph: pg.Graph) -> None:
    [relation] = [item for item in graph.body("RLSCB").answered_for_by if "Chief Executive" in item.name]
    assert relation.facts[0].evidence.section == "4.3"


def test_what_is_said_to_have_no_hierarchy_has_none(graph: pg.Graph) -> None:
    board, panel = graph.body("RLSCB"), graph.body("Rotherham Corporate Parenting Panel")
    assert panel.name in board.peer_of.names
    assert board.name in panel.peer_of.names


def test_the_chain_from_the_panel_to_cabinet(graph: pg.Graph) -> None:
    chain = graph.chains("Rotherham Corporate Parenting Panel", "Cabinet (Rotherham)")[0]
    assert len(chain) == 1
    assert "Cabinet" in chain[0].target.name
    assert chain[0].evidence.section == "7.3"


def test_the_boards_of_two_areas_are_two_boards(graph: pg.Graph) -> None:
    first, second = graph.body("RLSCB"), graph.body("HSCB")
    assert first != second
    assert (first.area, second.area) == ("Rotherham", "Harrow")
    assert not set(first.documents) & set(second.documents)


def test_the_store_and_the_records_say_the_same(graph: pg.Graph) -> None:
    rows = graph.sparql("SELECT (COUNT(DISTINCT ?d) AS ?n) WHERE { ?d a pg:Duty }").rows
    assert rows == ((len(graph.duties()),),)


def test_processes_and_order_change_no_byte_of_any_export(written: dict[str, bytes], tmp_path: Path) -> None:
    pg.update([CORPUS / "rotherham" / PROTOCOL], graph=tmp_path / "graph")
    pg.update([CORPUS / "rotherham", CORPUS / "harrow"], graph=tmp_path / "graph", workers=2)
    assert exports(pg.open(tmp_path / "graph")) == written


def test_a_second_build_reads_nothing(built: Path, written: dict[str, bytes]) -> None:
    report = pg.update([CORPUS], graph=built)
    assert {document.status for document in report.documents} - {pg.Status.SKIPPED} == {pg.Status.UNCHANGED}
    assert exports(pg.open(built)) == written


def test_the_demonstration_answers_its_three_questions(graph: pg.Graph) -> None:
    demo = _script("demo")
    assert len(demo.QUESTIONS) == 3
    for _, body, relation in demo.QUESTIONS:
        lines = [line for _, line in demo.answer(graph, body, relation)]
        assert any(line.startswith("“") for line in lines)
        assert any(line.endswith(".txt") for line in lines)


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
