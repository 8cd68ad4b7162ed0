"""Measuring reads the gold's own documents, or an export of them, and nothing else."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from fake_extractor import FakeExtractor

from protocolgraph.errors import ReadError, UsageError
from protocolgraph.graph import DiskStore, export
from protocolgraph.pipeline import build, measure

TEXT = "The Safety Board reports to the Scrutiny Panel. The Safety Board must publish a plan for all of its members.\n"
GOLD = {
    "document": "board.txt",
    "area": None,
    "entities": [
        {"id": "e1", "type": "body", "name": "Safety Board", "aliases": []},
        {"id": "e2", "type": "body", "name": "Scrutiny Panel", "aliases": []},
        {"id": "e3", "type": "body", "name": "County Council", "aliases": []},
    ],
    "facts": [
        {"s": "e1", "p": "reports_to", "o": "e2", "quote": "The Safety Board reports to the Scrutiny Panel."},
        {"s": "e2", "p": "reports_to", "o": "e3", "quote": "The Safety Board"},
    ],
    "duties": [],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "board.json").write_text(json.dumps(GOLD))
    (folder / "board.txt").write_text(TEXT)
    return folder


def test_what_is_read_is_compared_with_the_gold(gold: Path) -> None:
    evaluation = measure(gold, extractor=FakeExtractor())
    body, fact = evaluation.lenient["body"], evaluation.lenient["fact"]
    assert (body.right, body.gold, body.found) == (2, 3, 2)
    assert (fact.right, fact.gold, fact.found) == (1, 2, 1)
    assert evaluation.unquoted == 0


def test_an_export_gives_the_same_figures(gold: Path, tmp_path: Path) -> None:
    build([gold / "board.txt"], graph=tmp_path / "graph", extractor=FakeExtractor())
    stream = io.BytesIO()
    export(DiskStore(tmp_path / "graph").knowledge(), format="jsonl", stream=stream)
    (tmp_path / "rows.jsonl").write_bytes(stream.getvalue())
    assert measure(gold, statements=tmp_path / "rows.jsonl") == measure(gold, extractor=FakeExtractor())


def test_no_workspace_file_counts(gold: Path) -> None:
    plain = measure(gold, extractor=FakeExtractor())
    (gold / "protocolgraph.toml").write_text('[[document]]\nname = "*"\nskip = true\n')
    assert measure(gold, extractor=FakeExtractor()) == plain


def test_a_gold_without_its_document_is_wrong_use(gold: Path) -> None:
    (gold / "board.txt").unlink()
    with pytest.raises(UsageError, match=r"board\.txt"):
        measure(gold, extractor=FakeExtractor())


def test_a_document_that_cannot_be_read_is_told(gold: Path) -> None:
    (gold / "board.txt").write_text("")
    with pytest.raises(ReadError, match=r"board\.txt"):
        measure(gold, extractor=FakeExtractor())


def test_a_folder_without_gold_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="gold"):
        measure(tmp_path, extractor=FakeExtractor())
