"""Help: every command has examples, each of them works, and it comes at once, without what is heavy."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from example_world import make_world

from protocolgraph.cli import app
from protocolgraph.cli.examples import EXAMPLES
from protocolgraph.pipeline import build

COMMANDS = sorted(command.name or "" for command in app.app.registered_commands)
HEAVY = {
    "spacy", "thinc", "numpy", "pandas", "rdflib", "pyshacl", "networkx", "pdfplumber", "pdfminer", "pyoxigraph",
    "lxml", "PIL", "starlette", "uvicorn", "jinja2", "pygraphviz", "openpyxl", "matplotlib",
}  # fmt: skip
CASES = [(command, line) for command, lines in EXAMPLES.items() for line in lines]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("world")
    make_world(folder)
    build([folder / "documents"], graph=folder / ".protocolgraph")
    return folder


def test_every_command_has_examples() -> None:
    assert sorted(EXAMPLES) == COMMANDS


@pytest.mark.parametrize(("command", "line"), CASES)
def test_an_example_works_and_stands_whole_in_the_help(
    command: str, line: str, world: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(world)
    monkeypatch.setattr("uvicorn.run", lambda *_, **__: None)
    if "graph.ttl" in line and command == "validate":
        run(monkeypatch, EXAMPLES["export"][0])
    assert run(monkeypatch, line) == (1 if "--strict" in line else 0), capfd.readouterr().err
    capfd.readouterr()
    assert run(monkeypatch, f"protocolgraph {command} --help") == 0
    assert line in capfd.readouterr().out


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom protocolgraph.cli import app\n"
        f"for command in {[[], *([name] for name in COMMANDS)]}:\n"
        "    sys.argv = ['protocolgraph', *command, '--help']; assert app.run() == 0\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.count("Usage:") == len(COMMANDS) + 1
    assert not HEAVY & set(done.stderr.split())


def test_help_names_no_types_of_the_programming_language(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for command in ["", *COMMANDS]:
        assert run(monkeypatch, f"protocolgraph {command} --help") == 0
    shown = capfd.readouterr().out
    assert "PATH-OR-URL" in shown
    assert "html|md|docx" in shown
    assert [kind for kind in ("<bool>", "<str>", "<path>", "<list[") if kind in shown] == []


def test_the_shell_completes_commands_and_options() -> None:
    assert {"show", "sparql", "serve"} <= completions("protocolgraph s", 1)
    assert "--evidence" in completions("protocolgraph show --e", 2)


def test_the_shell_completes_formats_and_codes_of_checks() -> None:
    assert completions("protocolgraph export --format t", 3) == {"turtle", "trig"}
    assert completions("protocolgraph report --format m", 3) == {"md"}
    assert {"PG101", "PG104"} <= completions("protocolgraph check --select PG1", 3)


def completions(typed: str, word: int) -> set[str]:
    asked = {"_PROTOCOLGRAPH_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(word)}
    program = [sys.executable, "-c", "from protocolgraph.cli.app import main; main()"]
    done = subprocess.run(program, env={**os.environ, **asked}, capture_output=True, text=True, check=False)
    return set(done.stdout.split())


def run(monkeypatch: pytest.MonkeyPatch, line: str) -> int:
    monkeypatch.setattr(sys, "argv", shlex.split(line))
    return app.run()
