"""The checks on the corpus against a person's verdicts on every finding of high and medium severity."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from corpus_graph import corpus_graph

import protocolgraph as pg

VERDICTS = Path(__file__).parents[3] / "corpus" / "gold" / "findings.csv"
Row = dict[str, str]


def verdicts() -> list[Row]:
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def findings() -> list[pg.Finding]:
    checked = pg.check(corpus_graph())
    return [finding for finding in checked.findings if finding.severity is not pg.Severity.LOW]


def fits(row: Row, finding: pg.Finding) -> bool:
    """Whether a verdict is on this finding: its code, its document, and all key words in message or quotes."""
    places = [f"{place.section} {place.quote}" for place in finding.evidence]
    text = re.sub(r"\s+", " ", " ".join([finding.message, *places])).casefold()
    words = [word.casefold() for word in row["words"].split("|")]
    return row["code"] == finding.code and row["document"] in finding.documents and all(word in text for word in words)


def verdict_on(finding: pg.Finding) -> str:
    return next((row["verdict"] for row in verdicts() if fits(row, finding)), "not judged")


def test_at_least_85_in_100_findings_are_right(findings: list[pg.Finding]) -> None:
    judged = {finding.message: verdict_on(finding) for finding in findings}
    others = {message: verdict for message, verdict in judged.items() if verdict != "right"}
    assert len(findings) >= 20
    assert len(others) <= 0.15 * len(judged), others


@pytest.mark.parametrize("row", [row for row in verdicts() if row["must"] == "yes"], ids=lambda row: row["words"])
def test_what_must_be_found_is(row: Row, findings: list[pg.Finding]) -> None:
    assert [finding for finding in findings if fits(row, finding)]


def test_each_verdict_has_a_reason_and_a_check() -> None:
    for row in verdicts():
        assert row["code"] in pg.RULES
        assert row["verdict"] in {"right", "wrong"}
        assert len(row["reason"].split()) > 4
