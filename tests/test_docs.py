"""The documents and the program say the same: the lists come from the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from protocolgraph.cli.app import app
from protocolgraph.graph import EXPORTERS
from protocolgraph.readers import SUFFIXES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MANUAL = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
COMMANDS = sorted(command.name or "" for command in app.registered_commands)
PAGES = [page for page in sorted(ROOT.rglob("*.md")) if not {".venv", ".git"} & set(page.relative_to(ROOT).parts)]


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_in_the_readme_and_in_the_manual(command: str) -> None:
    assert re.search(rf"^\| `protocolgraph {command}[ `]", README, re.MULTILINE)
    assert re.search(rf"^## protocolgraph {command}$", MANUAL, re.MULTILINE)


def test_each_command_that_is_documented_exists() -> None:
    told = set(re.findall(r"^## protocolgraph (\w+)$", MANUAL, re.MULTILINE))
    for page in (README, MANUAL):
        told |= set(re.findall(r"^(?: {4}|\| `)protocolgraph (\w+)", page, re.MULTILINE))
    assert told <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_option_is_in_the_manual(command: str) -> None:
    parameters = typer.main.get_group(app).commands[command].params
    options = [option for parameter in parameters for option in parameter.opts if option.startswith("--")]
    section = MANUAL.partition(f"## protocolgraph {command}\n")[2].partition("\n## ")[0]
    common = MANUAL.partition("\n## ")[0]
    missing = [option for option in options if f"{option}" not in section + common and option != "--output"]
    assert missing == []


def test_each_export_format_and_file_suffix_is_in_the_manual() -> None:
    for name in EXPORTERS:
        assert f"`{name}`" in MANUAL
    for suffix in SUFFIXES:
        assert f"`{suffix}`" in MANUAL


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
    local = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in local if not (page.parent / link).exists()] == []


def test_the_make_targets_of_the_readme_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"\bmake (\w+)", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_the_changelog_has_the_version() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_corpus_is_what_its_readme_says() -> None:
    import hashlib

    told = re.findall(r"^([0-9a-f]{64})  (\S+)$", (ROOT / "corpus" / "README.md").read_text(encoding="utf-8"), re.M)
    assert len(told) == 5
    for digest, name in told:
        assert hashlib.sha256((ROOT / "corpus" / name).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "requirements-bench.txt"])
def test_every_pinned_package_has_a_hash_and_no_place(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    pins = re.split(r"^(?=[a-z0-9])", text.replace("\\\n", " "), flags=re.MULTILINE)
    packages = [pin for pin in pins if pin.strip()]
    assert packages
    assert [pin for pin in packages if "==" not in pin or "--hash=sha256:" not in pin] == []
    assert not re.search(r"://|--(?:extra-)?index|--find-links|@ file", text)


def test_the_pins_agree_with_one_another() -> None:
    pins = [
        set(re.findall(r"^([a-z0-9][^\s\\]*==[^\s\\;]+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("requirements.txt", "requirements-dev.txt", "requirements-bench.txt")
    ]
    assert pins[0] <= pins[1] <= pins[2]
