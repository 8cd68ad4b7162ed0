"""Each check finds its own bad example and nothing in its good one, and its page is what its docstring says."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

import protocolgraph as pg
from protocolgraph.present import rule_page, rules_index

PAGES = Path(__file__).parents[3] / "docs" / "checks"
CASES = [pytest.param(rule, id=rule.code) for rule in pg.RULES.values()]


@pytest.fixture(scope="module")
def extractor() -> pg.Extractor:
    return pg.Extractor()


def example(rule: pg.Rule, label: str) -> list[str]:
    """Return the documents of a page's example; a line of three dashes parts them."""
    match = re.search(rf"^{label}:\n\n((?:(?:    .*)?\n)+)", rule.page, re.MULTILINE)
    assert match, f"{rule.code} has no {label.lower()} example"
    return textwrap.dedent(match[1]).strip().split("\n---\n")


def found(texts: list[str], folder: Path, extractor: pg.Extractor, code: str) -> list[pg.Finding]:
    documents = folder / "documents"
    documents.mkdir()
    for number, text in enumerate(texts):
        (documents / f"document-{number}.txt").write_text(text.strip() + "\n", encoding="utf-8")
    pg.update([documents], graph=folder / "graph", area="Hillvale", extractor=extractor)
    checked = pg.check(folder / "graph", selection=pg.Selection(select=(code,)))
    return list(checked.findings)


@pytest.mark.parametrize("rule", CASES)
def test_the_bad_example_is_found(rule: pg.Rule, tmp_path: Path, extractor: pg.Extractor) -> None:
    [*findings] = found(example(rule, "Bad"), tmp_path, extractor, rule.code)
    assert findings
    for finding in findings:
        assert finding.code == rule.code
        assert finding.kind == rule.kind
        assert finding.message.endswith((".", "?"))
        assert finding.documents


@pytest.mark.parametrize("rule", CASES)
def test_the_good_example_is_not(rule: pg.Rule, tmp_path: Path, extractor: pg.Extractor) -> None:
    assert [finding.message for finding in found(example(rule, "Good"), tmp_path, extractor, rule.code)] == []


@pytest.mark.parametrize("rule", CASES)
def test_the_page_is_made_of_the_docstring(rule: pg.Rule) -> None:
    """If this fails: python scripts/make_check_pages.py"""
    assert (PAGES / f"{rule.code}.md").read_text(encoding="utf-8") == rule_page(rule)
    for head in ("Why it matters:", "Source:", "Bad:", "Good:", "Limits:"):
        assert f"\n{head}" in rule.page


def test_the_index_lists_every_check() -> None:
    """If this fails: python scripts/make_check_pages.py"""
    assert (PAGES / "README.md").read_text(encoding="utf-8") == rules_index()
    assert {page.stem for page in PAGES.glob("PG*.md")} == set(pg.RULES)


def test_codes_names_and_kinds_agree() -> None:
    hundreds = {"1": "gap", "2": "overlap", "3": "conflict", "4": "drafting"}
    for code, rule in pg.RULES.items():
        assert rule.code == code
        assert rule.kind == hundreds[code[2]]
    assert len({rule.name for rule in pg.RULES.values()}) == len(pg.RULES)
