"""What takes long on a large graph is worked out in a process beside the pages."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest
from fake_extractor import FakeExtractor

from protocolgraph.analyse.compare.named import matrix
from protocolgraph.errors import StoreError, UsageError
from protocolgraph.graph import Choice
from protocolgraph.pipeline import build
from protocolgraph.pipeline.serving import make_site

WORDS = "The Safety Board reports to the Scrutiny Panel. The Scrutiny Panel must publish a plan for the year."


def test_long_work_on_a_large_graph_is_done_elsewhere_with_the_same_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text(WORDS, encoding="utf-8")
    build([tmp_path / "docs"], graph=tmp_path / "graph", extractor=FakeExtractor())
    monkeypatch.setattr("protocolgraph.graph.view.LARGE", 0)
    site, whole = make_site(tmp_path / "graph"), Choice()
    assert site.made(matrix, whole) == matrix(site.graph, whole)
    (process,) = multiprocessing.active_children()
    with pytest.raises(UsageError, match=r"b\.txt"):
        site.made(matrix, Choice(documents=("b.txt",)))
    process.kill()
    process.join()
    with pytest.raises(StoreError, match="ask again"):
        site.made(matrix, whole)
    assert site.made(matrix, whole) == matrix(site.graph, whole)
    for other in multiprocessing.active_children():
        other.kill()
