"""Every export holds what the graph holds, and is the same, byte for byte, whenever and wherever it is made."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph
import pytest
import rdflib
from factory import join_knowledge, make_evidence, make_knowledge
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pyoxigraph import RdfFormat

from protocolgraph.errors import UsageError
from protocolgraph.graph.export import EXPORTERS, export, export_file
from protocolgraph.graph.export.csv import COLUMNS
from protocolgraph.graph.rdf import iter_quads
from protocolgraph.model import BASE, Knowledge, Span
from protocolgraph.text.cells import neutral

TESTS = Path(__file__).parents[1]
BOARD, COUNCIL = f"{BASE}northam/body/board", f"{BASE}northam/body/council"
PLAN = f"{BASE}northam/publication/care-plan"


def make_rich() -> Knowledge:
    """Two documents with every sort of statement, and text that formats trip over."""
    first = make_knowledge(
        "Board (BoC) reports_to Council [frequency=annual; product=Annual Report]",
        "Board not funds Council",
        "Board meets [frequency=quarterly]",
        "Ms Roe member_of Board [capacity=lay_member]",
        "Board produces Care Plan",
        "Board must publish a plan",
    )
    second = make_knowledge(
        'Board works_with Panel "A"', "Council must_not sit & <wait>", document='ü "b"\f.txt', area=None
    )
    odd = replace(
        make_evidence(""), quote='=1+1 "x"\f\n\x07& <y>', spans=(Span(0, 4), Span(9, 20)), section=None, page=None
    )
    duty = replace(first.duties[0], to=(COUNCIL,), product=PLAN, evidence=odd)
    return join_knowledge(replace(first, duties=(duty,)), second)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return make_rich()


def written(knowledge: Knowledge, format: str) -> bytes:
    stream = io.BytesIO()
    export(knowledge, format=format, stream=stream)
    return stream.getvalue()


def lines(knowledge: Knowledge) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written(knowledge, "jsonl").decode().split("\n")[:-1]]


FORMATS = sorted(EXPORTERS)
RDF = {"trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS, "jsonld": RdfFormat.JSON_LD}


def test_the_formats_are_those_promised() -> None:
    assert FORMATS == ["csv", "gexf", "graphml", "jsonl", "jsonld", "nquads", "trig", "turtle", "xlsx"]


SCRIPT = """
import sys
sys.path[:0] = [{tests!r}, {here!r}, {source!r}]
from test_exporters import FORMATS, make_rich, written
for name in FORMATS:
    sys.stdout.buffer.write(written(make_rich(), name))
"""


def test_another_process_writes_the_same_bytes(knowledge: Knowledge) -> None:
    """Neither the order of sets nor anything else that differs from run to run may show."""
    script = SCRIPT.format(tests=str(TESTS), here=str(TESTS / "graph"), source=str(TESTS.parent / "src"))
    expected = b"".join(written(knowledge, name) for name in FORMATS)
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "LC_ALL": "C"}
        made = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, env=environment)
        assert made.stdout == expected


@pytest.mark.parametrize("format", FORMATS)
def test_the_order_of_the_input_does_not_show(knowledge: Knowledge, format: str) -> None:
    turned = Knowledge(
        documents=knowledge.documents[::-1],
        entities=knowledge.entities[::-1],
        uses=knowledge.uses[::-1],
        facts=knowledge.facts[::-1],
        duties=knowledge.duties[::-1],
    )
    assert written(turned, format) == written(knowledge, format)


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"xlsx"}))
def test_lines_end_in_lf_and_text_is_utf8(knowledge: Knowledge, format: str) -> None:
    data = written(knowledge, format)
    assert b"\r" not in data
    assert data.endswith(b"\n")
    data.decode("utf-8")


@pytest.mark.parametrize("format", sorted(RDF))
def test_quads_come_back(knowledge: Knowledge, format: str) -> None:
    parsed = pyoxigraph.parse(written(knowledge, format), format=RDF[format])
    assert set(parsed) == set(iter_quads(knowledge))


def test_turtle_holds_the_triples_of_all_graphs(knowledge: Knowledge) -> None:
    parsed = {quad.triple for quad in pyoxigraph.parse(written(knowledge, "turtle"), format=RdfFormat.TURTLE)}
    assert parsed == {quad.triple for quad in iter_quads(knowledge)}


@pytest.mark.parametrize(("format", "name"), [("trig", "trig"), ("nquads", "nquads"), ("jsonld", "json-ld")])
def test_rdflib_reads_the_quads(knowledge: Knowledge, format: str, name: str) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=written(knowledge, format).decode(), format=name)
    assert len(list(dataset.quads())) == len(set(iter_quads(knowledge)))


@pytest.mark.parametrize("format", sorted(EXPORTERS))
def test_an_empty_graph_can_be_written(format: str) -> None:
    assert written(Knowledge((), (), (), (), ()), format) is not None


def test_jsonl_has_an_entity_line_for_each_document_that_mentions_it(knowledge: Knowledge) -> None:
    boards = [row for row in lines(knowledge) if row["kind"] == "entity" and row["name"] == "Board"]
    assert [(row["document"], row["area"]) for row in boards] == [("a.txt", "Northam"), ('ü "b"\f.txt', None)]
    assert boards[0] == {
        "kind": "entity",
        "document": "a.txt",
        "id": BOARD,
        "type": "body",
        "name": "Board",
        "aliases": ["BoC"],
        "area": "Northam",
        "scope": "local",
    }


def test_jsonl_gives_the_documents_own_names_first() -> None:
    knowledge = make_knowledge("Board reports_to Council")
    board = replace(knowledge.entities[0], aliases=("Aboard", "BoC", "The Board of Care"))
    use = replace(knowledge.uses[0], names=("The Board of Care", "Board", "the board"))
    changed = replace(knowledge, entities=(board, *knowledge.entities[1:]), uses=(use, *knowledge.uses[1:]))
    row = next(row for row in lines(changed) if row.get("name") == "Board")
    assert row["aliases"] == ["The Board of Care", "the board", "Aboard", "BoC"]


def test_jsonl_has_each_fact_with_its_evidence(knowledge: Knowledge) -> None:
    (row,) = [row for row in lines(knowledge) if row.get("predicate") == "reports_to"]
    identifier = row.pop("id")
    assert identifier in {fact.id for fact in knowledge.facts}
    quote = "Board (BoC) reports_to Council [frequency=annual; product=Annual Report]"
    assert row == {
        "kind": "fact",
        "document": "a.txt",
        "subject": "Board",
        "subject_type": "body",
        "predicate": "reports_to",
        "object": "Council",
        "object_type": "body",
        "qualifiers": {"frequency": "annual", "product": "Annual Report"},
        "negated": False,
        "section": "1.1",
        "page": 1,
        "spans": [[0, len(quote)]],
        "quote": quote,
        "confidence": 0.9,
        "rule": "test",
    }


def test_jsonl_has_each_duty_with_its_evidence(knowledge: Knowledge) -> None:
    (row,) = [row for row in lines(knowledge) if row.get("bearer") == "Board"]
    del row["id"]
    assert row == {
        "kind": "duty",
        "document": "a.txt",
        "bearer": "Board",
        "bearer_type": "body",
        "modality": "must",
        "action": "publish",
        "text": "publish a plan",
        "to": ["Council"],
        "product": "Care Plan",
        "frequency": None,
        "section": None,
        "page": None,
        "spans": [[0, 4], [9, 20]],
        "quote": '=1+1 "x"\f\n\x07& <y>',
        "confidence": 0.9,
        "rule": "test",
    }


def test_jsonl_says_where_there_is_no_object_and_what_is_denied(knowledge: Knowledge) -> None:
    (meets,) = [row for row in lines(knowledge) if row.get("predicate") == "meets"]
    assert (meets["object"], meets["object_type"]) == (None, None)
    assert meets["qualifiers"] == {"frequency": "quarterly"}
    (denied,) = [row for row in lines(knowledge) if row.get("predicate") == "funds"]
    assert denied["negated"] is True


def table(knowledge: Knowledge) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(knowledge, "csv").decode(), newline="")))


def test_csv_has_a_row_for_each_statement(knowledge: Knowledge) -> None:
    rows = table(knowledge)
    assert tuple(rows[0]) == COLUMNS
    assert {row["id"] for row in rows} == {fact.id for fact in knowledge.facts} | {duty.id for duty in knowledge.duties}
    (fact,) = [row for row in rows if row["predicate"] == "reports_to"]
    assert (fact["subject"], fact["object"], fact["frequency"], fact["product"]) == (
        "Board",
        "Council",
        "annual",
        "Annual Report",
    )
    assert (fact["page"], fact["confidence"], fact["negated"], fact["modality"]) == ("1", "0.9", "false", "")
    (duty,) = [row for row in rows if row["kind"] == "duty" and row["subject"] == "Board"]
    assert (duty["predicate"], duty["modality"], duty["to"], duty["product"]) == (
        "duty",
        "must",
        "Council",
        "Care Plan",
    )
    (member,) = [row for row in rows if row["predicate"] == "member_of"]
    assert member["qualifiers"] == "capacity=lay_member"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_csv_gives_no_spreadsheet_a_formula(start: str) -> None:
    knowledge = make_knowledge("Board must act")
    evidence = replace(make_evidence(""), quote=f"{start}cmd()")
    (row,) = table(replace(knowledge, duties=(replace(knowledge.duties[0], evidence=evidence),)))
    assert row["quote"] == f"'{start}cmd()".replace("\r", "\n")


def sheet(knowledge: Knowledge, title: str) -> list[dict[str, Any]]:
    header, *rows = load_workbook(io.BytesIO(written(knowledge, "xlsx")))[title].values
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_a_workbook_has_the_facts_the_duties_and_the_entities(knowledge: Knowledge) -> None:
    rows = table(knowledge)
    assert [row["id"] for row in sheet(knowledge, "Facts")] == [row["id"] for row in rows if row["kind"] == "fact"]
    assert [row["text"] for row in sheet(knowledge, "Duties")] == [row["text"] for row in rows if row["kind"] == "duty"]
    assert {row["name"] for row in sheet(knowledge, "Entities")} == {e.name for e in knowledge.entities}


def test_a_workbook_holds_no_formula_and_no_control_character(knowledge: Knowledge) -> None:
    assert '\'=1+1 "x"   & <y>' in {row["quote"] for row in sheet(knowledge, "Duties")}


def test_csv_leaves_other_text_alone() -> None:
    assert neutral("a = b") == "a = b"
    assert neutral("") == ""


def graph(knowledge: Knowledge, format: str) -> Any:
    stream = io.BytesIO(written(knowledge, format))
    return nx.read_gexf(stream) if format == "gexf" else nx.read_graphml(stream, force_multigraph=True)


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_networks_hold_entities_and_the_facts_between_them(knowledge: Knowledge, format: str) -> None:
    made = graph(knowledge, format)
    assert set(made) == {entity.id for entity in knowledge.entities}
    assert made.number_of_edges() == sum(fact.object is not None for fact in knowledge.facts)
    board = made.nodes[BOARD]
    assert (board["label"], board["type"], board["area"], board["aliases"]) == ("Board", "body", "Northam", "BoC")
    assert (board["duties"], board["duty_count"], board["meets"]) == ("must: publish a plan", 1, "quarterly")
    edges = [data for _, _, data in made.edges(data=True) if data["predicate"] == "reports_to"]
    assert len(edges) == 1
    assert (edges[0]["confidence"], edges[0]["page"], edges[0]["negated"]) == (0.9, 1, False)
    assert edges[0]["quote"].startswith("Board (BoC)")
    (denied,) = [data for _, _, data in made.edges(data=True) if data["negated"]]
    assert denied["predicate"] == "funds"


def test_an_edge_is_known_by_its_statement(knowledge: Knowledge) -> None:
    made = graph(knowledge, "graphml")
    assert {key for _, _, key in made.edges(keys=True)} == {fact.id for fact in knowledge.facts if fact.object}


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_networks_hold_no_character_that_xml_forbids(format: str) -> None:
    knowledge = make_knowledge("Board reports_to Council")
    fact = replace(knowledge.facts[0], evidence=replace(make_evidence(""), quote="a\x00b\fc\x1fd\ud800e\ufffff"))
    made = graph(replace(knowledge, facts=(fact,)), format)
    assert [data["quote"] for _, _, data in made.edges(data=True)] == ["a b c d e f"]


@settings(max_examples=40, deadline=None)
@given(quote=st.text(max_size=60), name=st.text(min_size=1, max_size=20))
def test_any_text_comes_back_from_every_format(quote: str, name: str) -> None:
    """Words are kept as they are, but for what a format cannot hold: control characters in XML, CR in CSV."""
    base = make_knowledge("Board reports_to Council")
    fact = replace(base.facts[0], evidence=replace(make_evidence(""), quote=quote, spans=(Span(0, len(quote)),)))
    knowledge = replace(base, entities=(replace(base.entities[0], name=name), base.entities[1]), facts=(fact,))
    for format, form in RDF.items():
        assert set(pyoxigraph.parse(written(knowledge, format), format=form)) == set(iter_quads(knowledge))
    (row,) = [row for row in lines(knowledge) if row["kind"] == "fact"]
    assert row["quote"] == quote
    (cells,) = table(knowledge)
    assert cells["quote"].removeprefix("'") == re.sub("\r\n|\r", "\n", quote).replace("\0", " ").removeprefix("'")
    for format in ("graphml", "gexf"):
        (edge,) = [data for _, _, data in graph(knowledge, format).edges(data=True)]
        assert len(edge.get("quote") or "") in (len(quote), 0)


def test_an_unknown_format_is_named_with_those_there_are(knowledge: Knowledge) -> None:
    with pytest.raises(UsageError, match=r"'excel'.*turtle.*jsonl"):
        export(knowledge, format="excel", stream=io.BytesIO())


def test_a_file_is_written_whole_or_not_at_all(knowledge: Knowledge, tmp_path: Path) -> None:
    path = tmp_path / "out.ttl"
    export_file(knowledge, format="turtle", path=path)
    assert path.read_bytes() == written(knowledge, "turtle")
    with pytest.raises(UsageError):
        export_file(knowledge, format="excel", path=path)
    assert path.read_bytes() == written(knowledge, "turtle")
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_written_is_one_line(knowledge: Knowledge, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        export_file(knowledge, format="csv", path=tmp_path / "missing" / "out.csv")
