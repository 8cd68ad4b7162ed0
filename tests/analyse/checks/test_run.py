"""Running the checks: selection, waivers, order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factory import join_knowledge, make_knowledge

import protocolgraph as pg
from protocolgraph.analyse.checks.run import run_checks
from protocolgraph.model import Knowledge, Layout, Part, PartKind
from protocolgraph.model.workspace import Signature, Waiver

SIGNED = Signature("A. Reviewer", "2026-03-01", "Known, and agreed with the Chair")


def protocol(*statements: str, document: str = "a.txt") -> Knowledge:
    """Return what a protocol states."""
    made = make_knowledge(*statements, document=document)
    part = Part(PartKind.PROTOCOL, f"Protocol {document}", "2014-03", None, 0, 100_000)
    return replace(made, documents=tuple(replace(info, layout=Layout((part,))) for info in made.documents))


@pytest.fixture
def knowledge() -> Knowledge:
    return join_knowledge(
        protocol(
            "Care Board accountable_to Valley Panel",
            "Valley Panel accountable_to Care Board",
            "Care Board must publish a strategy for carers",
            "Care Board must monitor the quality of services for carers",
            "Care Board must train the staff of all agencies",
        ),
        protocol("Hill Group must purchase training for the workforce of partners", document="b.txt"),
    )


def codes(checked: pg.Checked) -> list[str]:
    return [finding.code for finding in checked.findings]


def test_the_gravest_come_first(knowledge: Knowledge) -> None:
    ranks = [list(pg.Severity).index(finding.severity) for finding in run_checks(knowledge).findings]
    assert ranks == sorted(ranks)
    assert "PG302" in codes(run_checks(knowledge))


@pytest.mark.parametrize("word", ["PG302", "pg302", "circular-accountability", "conflict"])
def test_one_check_by_its_code_name_or_kind(knowledge: Knowledge, word: str) -> None:
    assert codes(run_checks(knowledge, selection=pg.Selection(select=(word,)))) == ["PG302"]
    assert "PG302" not in codes(run_checks(knowledge, selection=pg.Selection(ignore=(word,))))


def test_a_severity_narrows_a_kind(knowledge: Knowledge) -> None:
    findings = run_checks(knowledge, selection=pg.Selection(select=("gap", "medium"))).findings
    assert findings
    assert {(finding.kind, finding.severity) for finding in findings} == {("gap", "medium")}


def test_only_the_findings_of_a_document_or_an_area(knowledge: Knowledge) -> None:
    one = run_checks(knowledge, selection=pg.Selection(documents=("a*",))).findings
    assert one
    assert all("a.txt" in finding.documents for finding in one)
    assert run_checks(knowledge, selection=pg.Selection(areas=("northam",))).findings
    with pytest.raises(pg.UsageError, match="Elsewhere"):
        run_checks(knowledge, selection=pg.Selection(areas=("Elsewhere",)))


def test_a_word_that_means_no_check_is_wrong_use(knowledge: Knowledge) -> None:
    with pytest.raises(pg.UsageError, match="PG999"):
        run_checks(knowledge, selection=pg.Selection(select=("PG999",)))


def test_a_waived_finding_is_told_apart(knowledge: Knowledge) -> None:
    waiver = Waiver("PG302", ("care board",), (), SIGNED)
    checked = run_checks(knowledge, waivers=[waiver])
    assert "PG302" not in codes(checked)
    assert [(waived.finding.code, waived.waiver) for waived in checked.waived] == [("PG302", waiver)]
    assert checked.stale == ()


def test_a_waiver_that_covers_nothing_is_stale(knowledge: Knowledge) -> None:
    waiver = Waiver("PG302", ("Another Board",), (), SIGNED)
    checked = run_checks(knowledge, waivers=[waiver])
    assert "PG302" in codes(checked)
    assert checked.stale == (waiver,)
    assert run_checks(knowledge, selection=pg.Selection(select=("PG1",)), waivers=[waiver]).stale == ()


def test_findings_do_not_depend_on_the_order_of_statements(knowledge: Knowledge) -> None:
    turned = replace(knowledge, facts=knowledge.facts[::-1], duties=knowledge.duties[::-1])
    assert run_checks(turned).findings == run_checks(knowledge).findings


def test_a_denied_fact_is_no_ground_for_a_finding() -> None:
    denied = protocol("Care Board accountable_to Valley Panel", "Valley Panel not accountable_to Care Board")
    assert run_checks(denied, selection=pg.Selection(select=("PG302",))).findings == ()
