"""The site of documentation: builds without a warning, loads nothing from elsewhere, names all that is public."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
import typer
from mkdocs.commands.build import build
from mkdocs.config import load_config

import protocolgraph as pg
from protocolgraph.cli.app import app

ROOT = Path(__file__).parents[1]
LOADED = re.compile(
    r'<(?:script|img|iframe|link[^>]*rel="?(?:stylesheet|preload))[^>]*(?:src|href)="?((?:https?:)?//[^" >]*)'
)


class Heard(logging.Handler):
    """Keeps what mkdocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    folder = tmp_path_factory.mktemp("site")
    heard, logger = Heard(), logging.getLogger("mkdocs")
    logger.addHandler(heard)
    build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder)))
    logger.removeHandler(heard)
    return folder, heard.messages


def test_it_builds_without_a_warning(site: tuple[Path, list[str]]) -> None:
    assert site[1] == []
    assert (site[0] / "index.html").is_file()


def test_it_loads_nothing_from_elsewhere(site: tuple[Path, list[str]]) -> None:
    pages = sorted(site[0].rglob("*.html"))
    assert len(pages) > 50
    assert {link for page in pages for link in LOADED.findall(page.read_text(encoding="utf-8"))} == set()
    styles = (sheet.read_text(encoding="utf-8") for sheet in site[0].rglob("*.css"))
    assert {link for text in styles for link in re.findall(r"(?:url\(|@import )\W?(https?:[^)]*)", text)} == set()


def test_all_that_is_public_is_in_the_reference() -> None:
    pages = [(ROOT / "docs" / "reference" / name).read_text(encoding="utf-8") for name in ("python.md", "records.md")]
    told = set(
        re.findall(r"^::: protocolgraph\.(?:.*\.)?(\w+)$|^      heading: (\w+)$", "\n".join(pages), re.MULTILINE)
    )
    names = {name for pair in told for name in pair if name}
    assert set(pg.__all__) - {"__version__"} <= names


def test_every_command_and_option_is_on_the_page_that_is_made_of_the_program(site: tuple[Path, list[str]]) -> None:
    page = (site[0] / "reference" / "options.html").read_text(encoding="utf-8")
    for name, command in typer.main.get_group(app).commands.items():
        section = page.partition(f'<h2 id="{name}">')[2].partition("<h2")[0]
        options = [word for parameter in command.params for word in parameter.opts if word.startswith("--")]
        assert [word for word in options if f"<code>{word}</code>" not in section] == []


def test_the_page_of_the_workspace_file_has_every_entry() -> None:
    from protocolgraph.workspace import __doc__ as told

    page = (ROOT / "docs" / "reference" / "workspace.md").read_text(encoding="utf-8")
    kinds = set(re.findall(r"\[\[(\w+)\]\]", str(told)))
    assert kinds
    assert set(re.findall(r"^\[\[(\w+)\]\]", page, re.MULTILINE)) == kinds
