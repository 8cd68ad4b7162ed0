"""check, gaps, overlaps, compare and matrix on the graph of the corpus: what they print, and their exit codes."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from corpus_graph import corpus_graph

import protocolgraph as pg
from protocolgraph.cli import app

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["protocolgraph", "-g", str(corpus_graph()), *arguments])
        code = app.run()
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return call


def test_findings_as_json_have_the_keys_that_programs_read(run: Run) -> None:
    code, out, _ = run("check", "--json")
    findings = json.loads(out)
    assert code == 0
    assert findings
    for finding in findings:
        assert {"code", "kind", "severity", "message", "entities", "documents", "evidence"} <= set(finding)
        for place in finding["evidence"]:
            assert set(place) == {"document", "section", "page", "quote"}


def test_strict_ends_with_1_if_anything_is_found(run: Run) -> None:
    assert run("check", "-s", "PG401", "--strict")[0] == 1
    assert run("check", "-s", "PG302", "--strict")[0] == 0


def test_gaps_and_overlaps_are_short_for_their_kinds(run: Run) -> None:
    for command, kind in (("gaps", "gap"), ("overlaps", "overlap")):
        assert {finding["kind"] for finding in json.loads(run(command, "--json")[1])} == {kind}


def test_a_finding_is_printed_with_its_words_and_source(run: Run) -> None:
    _, out, err = run("check", "--select", "PG104", "--document", "lscb*")
    text = " ".join(out.split())
    assert "PG104 vague-time" in text
    assert "in timely manner" in text
    assert "section 7.5" in text
    assert "1 findings" in err


def test_explain_prints_the_page(run: Run) -> None:
    code, out, _ = run("check", "--explain", "both-sides")
    assert code == 0
    assert out.startswith("# PG301")
    assert "Why it matters:" in out


@pytest.mark.parametrize("wrong", [("--explain", "PG999"), ("--select", "nonsense")])
def test_a_check_that_there_is_not_is_wrong_use(run: Run, wrong: tuple[str, str]) -> None:
    code, _, err = run("check", *wrong)
    assert code == 2
    assert wrong[1] in err


def test_csv_has_a_line_for_each_finding(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("check", "--format", "csv")[1])))
    assert len(rows) == len(json.loads(run("check", "--json")[1]))
    assert all(row["code"] in pg.RULES and row["message"] for row in rows)


def test_sarif_names_each_rule_and_place(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "findings.sarif"
    assert run("check", "--format", "sarif", "-o", str(target))[0] == 0
    [tool] = json.loads(target.read_text(encoding="utf-8"))["runs"]
    assert {rule["id"] for rule in tool["tool"]["driver"]["rules"]} == set(pg.RULES)
    assert all(result["level"] in {"error", "warning", "note"} and result["locations"] for result in tool["results"])


def test_a_page_holds_every_message_and_no_markup_of_the_documents(run: Run) -> None:
    out = run("check", "--format", "html")[1]
    assert out.startswith("<!DOCTYPE html>")
    assert "Harrow&#x27;s Corporate Parenting Panel" in out
    assert "http" not in out


def test_a_waiver_hides_a_finding_and_a_stale_one_is_told(run: Run, tmp_path: Path) -> None:
    signed = 'who = "A. Reviewer"\nwhen = 2026-03-01\nwhy = "The number was taken out on purpose"\n'
    text = f'[[waive]]\ncode = "PG401"\n{signed}\n[[waive]]\ncode = "PG401"\nentities = ["Nobody"]\n{signed}'
    (tmp_path / "protocolgraph.toml").write_text(text, encoding="utf-8")
    code, out, err = run("check", "-s", "PG401", "--strict", "--workspace", str(tmp_path))
    assert (code, out.strip()) == (0, "")
    assert "1 waived" in err
    assert "covers nothing any more" in err


def test_two_areas_side_by_side(run: Run) -> None:
    code, out, _ = run("compare", "Rotherham", "Harrow")
    assert code == 0
    assert "Counterparts among the bodies" in out
    made = json.loads(run("compare", "Rotherham", "Harrow", "--json")[1])
    pairs = [row for row in made["duties"] if row["first"] and row["second"]]
    assert pairs
    assert all(row["first"]["source"]["quote"] and row["second"]["source"]["quote"] for row in pairs)


def test_one_area_over_time(run: Run) -> None:
    code, out, _ = run("compare", "Rotherham", "--from", "2014", "--to", "2019")
    assert code == 0
    assert "not found any more" in out


def test_statutory_duties_of_several_areas(run: Run) -> None:
    code, out, _ = run("compare", "Rotherham", "Harrow", "lscb-panel-protocol-2014.txt")
    assert code == 0
    assert "Statutory duties of a local safeguarding children board" in out


@pytest.mark.parametrize(
    "wrong", [("compare", "Rotherham"), ("compare", "Rotherham", "Nowhere"), ("compare", "Rotherham", "--from", "2013")]
)
def test_sides_that_there_are_not_are_wrong_use(run: Run, wrong: tuple[str, ...]) -> None:
    code, _, err = run(*wrong)
    assert code == 2
    assert err.count("\n") == 1


def test_the_matrix_as_text_and_as_a_workbook(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("matrix", "--document", "lscb-panel-protocol-2014.txt")
    assert code == 0
    assert "does (R)" in out
    target = tmp_path / "matrix.xlsx"
    assert run("matrix", "--format", "xlsx", "-o", str(target))[0] == 0
    from openpyxl import load_workbook

    [sheet] = load_workbook(target).worksheets
    cells = {cell for row in sheet.iter_rows(min_row=2, values_only=True) for cell in row[1:-1] if cell}
    assert {"R", "I"} <= cells
    assert all(set(cell) <= set("RACIO") for cell in cells)


def test_a_workbook_needs_a_file(run: Run) -> None:
    assert run("matrix", "--format", "xlsx")[0] == 2


@pytest.mark.parametrize("wrong", [("--area", "Nowhere"), ("--document", "nothing.txt"), ("--document", "*nothing*")])
def test_a_slip_in_a_name_is_not_taken_for_nothing_found(run: Run, wrong: tuple[str, str]) -> None:
    code, _, err = run("check", "--strict", *wrong)
    assert code == 2
    assert "There is no document" in err


def test_a_document_may_be_called_by_its_title(run: Run) -> None:
    title = "Protocol for the relationship between Harrow Safeguarding Children Board"
    by_title, by_name = (
        run("check", "--json", "--document", name)[1] for name in (title, "hscb-panel-protocol-2015.txt")
    )
    assert by_title == by_name != "[]\n"


def test_a_finding_without_words_names_its_document(run: Run) -> None:
    _, out, _ = run("check", "-s", "PG109", "--document", "hscb-panel-protocol-2015.txt")
    assert "looked through: hscb-panel-protocol-2015.txt" in out
