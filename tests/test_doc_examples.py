"""The examples of the pages work as they stand: commands are run, Python is run, and shown output is what is printed.

A block of `console` holds commands after "$ "; below a command stand words that it prints, each line found in some
line of its output. A block of `python` is run, those of a page after one another.
"""

from __future__ import annotations

import re
import shlex
import shutil
import sys
import warnings
from pathlib import Path

import pytest

import protocolgraph as pg
from protocolgraph.cli import app

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = [
    page
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
    if BLOCK.search(page.read_text(encoding="utf-8"))
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the documents, in which they were built: what a person who follows the pages has."""
    made = tmp_path_factory.mktemp("pages")
    shutil.copytree(ROOT / "corpus", made / "corpus", ignore=shutil.ignore_patterns("gold"))
    report = pg.update([made / "corpus"], graph=made / ".protocolgraph")
    assert report.failed == ()
    return made


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_examples_of_a_page_work(
    page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "100")
    known: dict[str, object] = {}
    for kind, text in BLOCK.findall(page.read_text(encoding="utf-8")):
        if kind == "python":
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                exec(compile(text, str(page), "exec"), known)
        else:
            for command in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
                check(command.splitlines(), monkeypatch, capfd)


def check(lines: list[str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    capfd.readouterr()
    monkeypatch.setattr(sys, "argv", shlex.split(lines[0]))
    code = app.run()
    shown = capfd.readouterr()
    assert code == 0, f"{lines[0]}: {shown.err}"
    printed = [" ".join(line.split()) for line in (shown.out + shown.err).splitlines()]
    for line in lines[1:]:
        wanted = " ".join(line.split())
        assert any(wanted in found for found in printed), f"{lines[0]}: {wanted!r} is not printed"
