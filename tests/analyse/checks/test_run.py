"""Running the checks: selection, waivers, order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factory import join_knowledge, make_knowledge

import protocolgraph as pg
from protocolgraph.analyse.checks.run import run_checks
from protocolgraph.model import Finding, Knowledge, Layout, Part, PartKind
from protocolgraph.model.workspace import Signature, Waiver

SIGNED = Signature("A. Reviewer", "2026-03-01", "Known, and agreed with the Chair")


def protocol(*statements: str, document: str = "a.txt", area: str | None = "Northam") -> Knowledge:
    """Return what a protocol states."""
    made = make_knowledge(*statements, document=document, area=area)
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


@pytest.fixture
def areas() -> Knowledge:
    """What protocols of two areas, and of none, state: the same duties on bodies of the same names."""
    return join_knowledge(
        *(
            protocol(
                "Health and Wellbeing Board must publish a strategy for carers",
                "Health and Wellbeing Board must monitor the quality of services for carers",
                "Health and Wellbeing Board must train the staff of all agencies",
                "Health and Wellbeing Board reports_to Valley Panel",
                "Hill Group must train the staff of all agencies",
                document=f"{area}.txt",
                area=area,
            )
            for area in ("Northam", "Southam", None)
        )
    )


@pytest.mark.parametrize("waivers", [(), (Waiver("PG201", ("Hill Group",), ("Southam.txt",), SIGNED),)])
@pytest.mark.parametrize(
    "selection", [pg.Selection(areas=("northam",)), pg.Selection(documents=("Southam*",)), pg.Selection()]
)
def test_a_selection_finds_what_a_check_of_all_finds_there(
    areas: Knowledge, selection: pg.Selection, waivers: tuple[Waiver, ...]
) -> None:
    area_of = {document.name: document.area for document in areas.documents}
    whole, part = run_checks(areas, waivers=waivers), run_checks(areas, selection=selection, waivers=waivers)
    named = selection.named(areas.documents)

    def kept(finding: Finding) -> bool:
        return named.keeps(finding, {area_of[name] for name in finding.documents})

    assert {"PG113", "PG201"} <= {finding.code for finding in whole.findings}
    assert part.findings == tuple(filter(kept, whole.findings))
    assert part.waived == tuple(item for item in whole.waived if kept(item.finding))
    assert part.stale == whole.stale


def test_duties_of_bodies_of_one_name_in_two_areas_are_two_findings(areas: Knowledge) -> None:
    found = run_checks(areas, selection=pg.Selection(select=("PG201",))).findings
    assert sorted(finding.documents for finding in found) == [("None.txt",), ("Northam.txt",), ("Southam.txt",)]


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
