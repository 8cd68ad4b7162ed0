"""Ways to reach people never enter the graph, people do not where a person asks, and quotes stay verbatim."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

import protocolgraph as pg
from protocolgraph.graph.export import EXPORTERS, export
from protocolgraph.pipeline.build import build
from protocolgraph.text.contacts import find_contacts, without_contacts

TEXT = """Northwick Safeguarding Board: Terms of Reference

1. The Northwick Safeguarding Board must publish an annual report each year.

2. The Northwick Safeguarding Board is chaired by Councillor Jane Adams (j.adams@northwick.gov.uk, 01632 960 123).

3. The Northwick Safeguarding Board, which can be reached on Tel: 01632 960999, reports to the Northwick Health Board.

4. The Northwick Safeguarding Board must inform the Northwick Health Board (e-mail: health@northwick.nhs.uk) of deaths.
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Write to j.o'neil+x@north-wick.gov.uk today", ["j.o'neil+x@north-wick.gov.uk"]),
        ("Tel: 01632 960 123, or", ["Tel: 01632 960 123"]),
        ("call (01632) 960123 or 07700 900 123.", ["(01632) 960123", "07700 900 123"]),
        ("on +44 (0)1632 960123 at any time", ["+44 (0)1632 960123"]),
        ("Call ChildLine: 0800 1111 now", ["0800 1111"]),
        ("in 2010, 2011 and 2012 it had 1,000,000 members and £0.5m", []),
        ("section 47(1)(b) of the Act 1989 and regulation 5", []),
        ("from 01/04/2019 to 31/03/2020", []),
        ("minutes 100/2013, 101/2013 and 0123", []),
    ],
)
def test_addresses_and_numbers_are_found_and_nothing_else(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_contacts(text)] == found


def test_a_text_without_them_reads_on() -> None:
    assert without_contacts("the Board (a@b.org) meets") == "the Board () meets"
    assert without_contacts("the Board meets") == "the Board meets"


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> tuple[pg.Graph, pg.Graph, str]:
    folder = tmp_path_factory.mktemp("personal")
    (folder / "terms.txt").write_text(TEXT)
    whole = pg.build(folder / "terms.txt", graph=folder / "whole")
    bare = pg.build(folder / "terms.txt", graph=folder / "bare", people=False)
    return whole, bare, pg.read(folder / "terms.txt").text


def text_of_workbook(stream: io.BytesIO) -> str:
    return "\n".join(str(cell) for sheet in load_workbook(stream) for row in sheet.values for cell in row)


def exported(graph: pg.Graph) -> str:
    written = []
    for name in EXPORTERS:
        stream = io.BytesIO()
        export(graph.knowledge, format=name, stream=stream)
        written.append(text_of_workbook(stream) if name == "xlsx" else stream.getvalue().decode())
    return "\n".join(written)


def test_no_export_holds_an_address_or_a_number(graphs: tuple[pg.Graph, pg.Graph, str]) -> None:
    written = exported(graphs[0])
    assert "Safeguarding Board" in written
    assert "@northwick" not in written
    assert "960" not in written


def test_what_is_left_of_a_quote_stands_in_the_document(graphs: tuple[pg.Graph, pg.Graph, str]) -> None:
    whole, bare, text = graphs
    for graph in (whole, bare):
        facts, duties = graph.knowledge.facts, graph.knowledge.duties
        for evidence in [*(fact.evidence for fact in facts), *(duty.evidence for duty in duties)]:
            assert evidence.quote == " […] ".join(text[span.start : span.end] for span in evidence.spans)


def test_people_are_in_the_graph_and_left_out_where_a_person_asks(graphs: tuple[pg.Graph, pg.Graph, str]) -> None:
    whole, bare, _ = graphs
    assert [entity.name for entity in whole.entities(type=pg.EntityType.PERSON)] == ["Councillor Jane Adams"]
    assert not list(bare.entities(type=pg.EntityType.PERSON))
    assert "Adams" not in exported(bare)
    assert len(bare.knowledge.duties) == len(whole.knowledge.duties)


def test_the_reading_that_is_kept_holds_no_address_either(tmp_path: Path) -> None:
    (tmp_path / "terms.txt").write_text(TEXT)
    build([tmp_path / "terms.txt"], graph=tmp_path / "graph")
    kept = "".join(file.read_text() for file in (tmp_path / "graph" / "readings").rglob("*.json"))
    assert "Safeguarding Board" in kept
    assert "@northwick" not in kept
