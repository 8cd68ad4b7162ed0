"""The doctor: what it finds, and that it says what to do for what is not there."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest
from factory import make_knowledge

from protocolgraph.graph import DiskStore
from protocolgraph.pipeline import Part, State, examine


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def parts(graph: str = ".protocolgraph") -> dict[str, Part]:
    return {part.name: part for part in examine(graph)}


def test_what_is_not_ok_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr(metadata, "version", without({"pandas", "starlette"}))
    found = parts()
    assert {found[name].state for name in ("LibreOffice", "tesseract", "extra pandas", "extra web", "graph")} == {
        State.MISSING
    }
    assert all(part.advice for part in found.values() if part.state is not State.OK)
    assert found["extra web"].advice == 'pip install "protocolgraph[web]"'
    assert found["graph"].advice == "protocolgraph build PATH"


def test_a_language_model_that_is_not_there_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    assert parts()["language model"].state is State.OK
    monkeypatch.setenv("PROTOCOLGRAPH_MODEL", "xx_no_such")
    assert parts()["language model"].state is State.BROKEN


def test_a_package_that_is_always_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "version", without({"networkx"}))
    program = parts()["protocolgraph"]
    assert (program.state, program.advice) == (State.BROKEN, "pip install networkx")


def test_the_graph_is_counted_and_a_damaged_one_is_told(tmp_path: Path) -> None:
    DiskStore(tmp_path / "g").replace(make_knowledge("Board of Care reports_to Council"))
    assert "1 facts" in parts("g")["graph"].found
    (tmp_path / "g" / "current").write_text("{")
    assert parts("g")["graph"].state is State.BROKEN


def test_a_workspace_file_that_cannot_be_understood(tmp_path: Path) -> None:
    (tmp_path / "protocolgraph.toml").write_text("[[merge]]\nnaems = []\n")
    assert parts()["workspace file"].state is State.BROKEN


def without(lost: set[str]) -> object:
    real = metadata.version

    def version(name: str) -> str:
        if name in lost:
            raise metadata.PackageNotFoundError(name)
        return real(name)

    return version
