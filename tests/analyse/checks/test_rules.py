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


TERMS = "TERMS OF REFERENCE: HILLTOP CARERS BOARD\n\n"


@pytest.mark.parametrize(
    "second",
    [
        pytest.param("3. The Hilltop Carers Board meets monthly.", id="another frequency"),
        pytest.param("3. The Hilltop Carers Board will meet twice a year in public.", id="a lower one"),
    ],
)
def test_two_frequencies_of_one_document_disagree(second: str, tmp_path: Path, extractor: pg.Extractor) -> None:
    text = f"{TERMS}1. The Hilltop Carers Board meets quarterly.\n2. The Board will train carers.\n{second}\n"
    [finding] = found([text], tmp_path, extractor, "PG303")
    assert finding.message.startswith("Hilltop Carers Board is said to meet: quarterly (“TERMS OF REFERENCE")
    assert {place.quote.split()[-1] for place in finding.evidence} == {"quarterly.", second.split()[-1]}


@pytest.mark.parametrize(
    "second",
    [
        pytest.param("3. The Hilltop Carers Board meets at least twice a year.", id="at least"),
        pytest.param("3. The Hilltop Carers Board meets four times a year.", id="the same in other words"),
        pytest.param("3. The Hilltop Carers Board will meet in person once a year.", id="meetings of one kind"),
    ],
)
def test_frequencies_that_may_both_be_so(second: str, tmp_path: Path, extractor: pg.Extractor) -> None:
    text = f"{TERMS}1. The Hilltop Carers Board meets quarterly.\n2. The Board will train carers.\n{second}\n"
    assert found([text], tmp_path, extractor, "PG303") == []


def test_two_holders_in_one_list_are_of_two_posts(tmp_path: Path, extractor: pg.Extractor) -> None:
    text = f"{TERMS}1. MEMBERSHIP\n\nMs Ann Hill, Head of Housing\nMr Tom Dale, Head of Housing\n"
    assert found([text], tmp_path, extractor, "PG303") == []


def test_what_a_heading_tells_of_the_only_body_is_stated(tmp_path: Path, extractor: pg.Extractor) -> None:
    duties = ("coordinate services for carers", "agree an annual plan", "monitor the quality of services")
    told = "\n".join(f"{number}. The Hilltop Carers Board will {duty}." for number, duty in enumerate(duties, 1))
    [bare] = found([f"{TERMS}{told}\n"], tmp_path, extractor, "PG102")
    assert "the chair, the members, how often it meets" in bare.message
    labelled = f"{TERMS}{told}\n\nChair: to be found\n\nMembership: nine people\n\nFrequency of meetings: see below\n"
    (tmp_path / "labelled").mkdir()
    others = found([labelled], tmp_path / "labelled", extractor, "PG102")
    assert not any(word in finding.message for finding in others for word in ("chair", "members", "how often"))


def test_a_plan_or_report_is_no_ground_for_gaps(tmp_path: Path, extractor: pg.Extractor) -> None:
    text = "HILLVALE CARERS STRATEGY\n\nCarers should be offered a break. Reviews will be held in due course.\n"
    assert found([text], tmp_path, extractor, "PG1") == []


def test_one_sentence_of_two_bodies_is_joint(tmp_path: Path, extractor: pg.Extractor) -> None:
    text = (
        "TERMS OF REFERENCE: HILLTOP CARERS BOARD\n\n"
        "1. The Hilltop Carers Board and the Valley Learning Group will commission training for staff of agencies.\n"
    )
    for finding in found([text], tmp_path, extractor, "PG201"):
        assert finding.severity is pg.Severity.LOW
