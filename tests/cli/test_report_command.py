"""`report` on the graph of the corpus: the files that it writes, and what it says to wrong use."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from corpus_graph import corpus_graph

from protocolgraph.cli import app

Run = Callable[..., tuple[int, str]]
MOST = 3_000_000
"""Bytes that a report of the corpus may have: it is sent by mail."""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["protocolgraph", "-g", str(corpus_graph()), "report", *arguments])
        return app.run(), " ".join(capsys.readouterr().err.split())

    return call


def test_a_report_with_a_comparison_is_one_small_page(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    assert run("-o", str(file), "--compare", "Rotherham", "Harrow")[0] == 0
    html = file.read_text(encoding="utf-8")
    assert "Rotherham and Harrow compared" in html
    assert len(html.encode()) < MOST


def test_a_report_of_one_area_tells_of_no_other(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    assert run("-o", str(file), "--area", "Harrow")[0] == 0
    told = file.read_text(encoding="utf-8")
    assert told.startswith("# Who answers to whom, and who must do what: Harrow\n")
    assert "Rotherham" not in told


def test_the_format_follows_the_name_or_the_option(run: Run, tmp_path: Path) -> None:
    word, markdown = tmp_path / "report.docx", tmp_path / "report.out"
    assert run("-o", str(word), "--document", "hscb-panel-protocol-2015.txt")[0] == 0
    assert word.read_bytes().startswith(b"PK")
    assert run("-o", str(markdown), "--format", "md", "--as-of", "2014")[0] == 0
    assert markdown.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("-o", "report.pdf"), "name a file .html, .md or .docx"),
        (("-o", "report.html", "--area", "Atlantis"), "There is no document of the area 'Atlantis'"),
        (("-o", "report.html", "--compare", "Harrow", "Atlantis"), "There is no document 'Atlantis'"),
        (("-o", "no/such/folder/report.html"), "cannot be written"),
    ],
)
def test_wrong_use_is_said_in_one_line(run: Run, arguments: tuple[str, ...], told: str) -> None:
    code, said = run(*arguments)
    assert code == 2
    assert told in said
    assert "Traceback" not in said


def test_more_than_anybody_reads_is_no_report(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("protocolgraph.pipeline.reporting.MOST", 100)
    code, told = run("-o", str(tmp_path / "report.html"))
    assert code == 2
    assert "statements is more than anybody reads" in told
    assert "--area NAME" in told
    assert run("-o", str(tmp_path / "report.html"), "--area", "Harrow")[0] == 0
