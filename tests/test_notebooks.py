"""The notebooks run from first to last step, keep their output, and say nothing of the machine they ran on."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any

import nbformat
import pytest
from corpus_graph import corpus_graph

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "notebooks").glob("*.ipynb"))
NAMES = [file.name for file in FILES]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the notebooks read, so that they find it where they look and leave ours as it is."""
    made = tmp_path_factory.mktemp("checkout")
    for part in ("corpus", "ontologies", "notebooks"):
        shutil.copytree(ROOT / part, made / part, ignore=shutil.ignore_patterns(".protocolgraph", ".ipynb_checkpoints"))
    # What was read of the corpus already need not be read again.
    shutil.copytree(corpus_graph() / "readings", made / "notebooks" / ".protocolgraph" / "readings")
    return made / "notebooks"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    found = importlib.util.spec_from_file_location("run_notebooks", ROOT / "scripts" / "run_notebooks.py")
    assert found
    assert found.loader
    made = importlib.util.module_from_spec(found)
    found.loader.exec_module(made)
    return made


@pytest.mark.parametrize("name", NAMES)
def test_it_runs_and_no_step_fails(
    name: str, folder: Path, script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "src"))
    notebook = nbformat.read(folder / name, as_version=4)
    script.run(notebook, folder)
    assert [step["execution_count"] for step in steps(notebook)] == list(range(1, len(steps(notebook)) + 1))


@pytest.mark.parametrize("name", NAMES)
def test_its_output_is_kept(name: str) -> None:
    notebook = json.loads((ROOT / "notebooks" / name).read_text(encoding="utf-8"))
    assert [step["execution_count"] for step in steps(notebook)] == list(range(1, len(steps(notebook)) + 1))
    assert sum(bool(step["outputs"]) for step in steps(notebook)) >= len(steps(notebook)) // 2
    kinds = {output["output_type"] for step in steps(notebook) for output in step["outputs"]}
    assert "error" not in kinds


@pytest.mark.parametrize("name", NAMES)
def test_it_tells_nothing_of_a_machine(name: str) -> None:
    text = (ROOT / "notebooks" / name).read_text(encoding="utf-8")
    assert re.findall(r"/(?:home|root|Users|tmp|usr|work|opt)/\S*|[A-Z]:\\\\\S+|file://\S+", text) == []


def test_the_page_of_notebooks_lists_each() -> None:
    page = (ROOT / "docs" / "notebooks.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([^`]+\.ipynb)` \|", page, re.MULTILINE) == NAMES


def steps(notebook: Any) -> list[Any]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
