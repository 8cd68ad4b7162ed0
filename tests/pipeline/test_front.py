"""The library's own functions: build and open in one call, and read."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

import protocolgraph as pg

BOARD = "The Safety Board reports to the Scrutiny Panel. The Safety Board must publish a plan for all of its members.\n"


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "board.txt").write_text(BOARD)
    return folder


def test_build_opens_the_graph(docs: Path) -> None:
    graph = pg.build("docs")
    assert graph.body("Safety Board").reports_to.names == ("Scrutiny Panel",)
    assert pg.open(".protocolgraph").documents == graph.documents


def test_several_paths_a_graph_and_an_area_may_be_named(docs: Path, tmp_path: Path) -> None:
    graph = pg.build([docs / "board.txt"], graph=tmp_path / "other", area="Westshire")
    assert [document.area for document in graph.documents] == ["Westshire"]
    assert not (tmp_path / ".protocolgraph").exists()


def test_a_model_that_is_not_installed_is_told(docs: Path) -> None:
    with pytest.raises(pg.ModelError, match="no_such_model"):
        pg.build(docs, model="no_such_model")


def test_a_document_that_cannot_be_read_is_a_warning(docs: Path) -> None:
    (docs / "empty.txt").touch()
    with pytest.warns(UserWarning, match=r"empty\.txt: is empty"):
        graph = pg.build(docs)
    assert len(graph.documents) == 1


def test_nothing_but_unreadable_documents_is_an_error(docs: Path) -> None:
    (docs / "board.txt").write_text("")
    with pytest.raises(pg.ReadError, match=r"board\.txt"):
        pg.build(docs)


def test_a_clean_build_warns_of_nothing(docs: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        pg.build(docs)


def test_read_and_outline(docs: Path) -> None:
    document = pg.read(str(docs / "board.txt"))
    assert document.text == BOARD
    clauses = pg.outline(document).clauses
    assert clauses[0].text == "The Safety Board reports to the Scrutiny Panel."
