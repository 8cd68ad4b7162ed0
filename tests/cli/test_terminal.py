"""What a terminal, a pipe and NO_COLOR get, and what a fault of the program looks like."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from protocolgraph.cli import app, options

COLOUR = re.compile(r"\x1b\[[\d;]*(?:3[0-7]|9[0-7])[\d;]*m")
TEXT = "The Safety Board reports to the Scrutiny Panel.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "board.txt").write_text(TEXT)
    (tmp_path / "empty.txt").touch()
    return tmp_path


def on_terminal(folder: Path, *arguments: str, **environment: str) -> str:
    """Return what the program shows on a terminal."""
    ours, theirs = pty.openpty()
    program = [sys.executable, "-m", "protocolgraph", *arguments]
    kept = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"}}
    kept |= {"TERM": "xterm-256color", "COLUMNS": "120", "PYTHONPATH": os.pathsep.join(sys.path), **environment}
    running = subprocess.Popen(program, cwd=folder, env=kept, stdout=theirs, stderr=theirs, stdin=theirs)
    os.close(theirs)
    shown = bytearray()
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:
        # Linux ends a terminal that nobody writes to any more with an error.
        pass
    running.wait()
    os.close(ours)
    return shown.decode()


def test_a_terminal_gets_colours_and_progress(folder: Path) -> None:
    shown = on_terminal(folder, "build", ".")
    assert COLOUR.search(shown)
    assert "Reading" in shown


def test_no_color_is_obeyed(folder: Path) -> None:
    assert not COLOUR.search(on_terminal(folder, "build", ".", NO_COLOR="1"))


def test_a_pipe_gets_neither_colour_nor_progress(folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    program = [sys.executable, "-m", "protocolgraph", "build", "."]
    done = subprocess.run(program, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "\x1b" not in done.stdout + done.stderr
    assert "\r" not in done.stdout + done.stderr
    assert "Reading" not in done.stderr


def test_a_table_in_a_pipe_has_a_line_for_each_row_with_tabs_between_its_cells(folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    program = [sys.executable, "-m", "protocolgraph", "build", "."]
    done = subprocess.run(program, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert rows[0] == ["document", "state", "facts", "duties"]
    assert rows[1][:3] == ["board.txt", "read", "1"]
    assert "\t" not in on_terminal(folder, "build", ".")


def test_a_fault_of_the_program_is_one_line_with_a_way_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("protocolgraph.open", broken, raising=False)
    monkeypatch.setattr(sys, "argv", ["protocolgraph", "show", "Board"])
    assert app.run() == app.FAULT
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "KeyError" in said
    assert "protocolgraph doctor" in said
    monkeypatch.setenv("PROTOCOLGRAPH_DEBUG", "1")
    with pytest.raises(KeyError):
        app.run()


def broken(*_: object) -> None:
    raise KeyError(options.__name__)
