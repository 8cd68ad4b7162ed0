"""Which reports, plans and other papers a passage names, and which only point back."""

from __future__ import annotations

from pathlib import Path

import pytest
from naming import found, texts
from reading import extracted

from protocolgraph.model import EntityType, MentionForm

NAMED = [
    (
        "the Saltmere Tide Strategy and Action Plan 2024-2027",
        ["Saltmere Tide Strategy and Action Plan 2024-2027"],
    ),
    ("the safeguarding policies of each school", []),
    ("The Trustees' Annual Report was approved.", ["Trustees' Annual Report"]),
    ("the Saltmere Fostering Service annual report", ["annual report"]),
    ("The RDEs report into the Tide Group", []),
    ("publishes the Joint Local Housing Strategy", ["Joint Local Housing Strategy"]),
    ("an annual report and a business plan", ["annual report", "business plan"]),
    ("sends a quarterly return on pressure ulcers to the Board", ["quarterly return on pressure ulcers"]),
    ("an easy-read guide to adoption", ["easy-read guide to adoption"]),
    ("the multi-agency dataset and its training programme", ["multi-agency dataset", "training programme"]),
    ("a learning and development prospectus", ["learning and development prospectus"]),
    ("the SEND sufficiency strategy", ["SEND sufficiency strategy"]),
    ("the annual Section 75 Agreement", ["Section 75 Agreement"]),
    ("the Scheme of Reservation and Delegation", ["Scheme of Reservation and Delegation"]),
    ("the Statement of Purpose of the Home", ["Statement of Purpose"]),
    (
        "the Harbour Strategy 2020-2025 and the Tide Report 2017/18",
        ["Harbour Strategy 2020-2025", "Tide Report 2017/18"],
    ),
    ("a quarterly report on its work", ["quarterly report on its work"]),
    ("the Tidewater Arrangements for Safeguarding Adults are", ["Tidewater Arrangements for Safeguarding Adults"]),
    ("its safeguarding policies and procedures", ["safeguarding policies and procedures"]),
    ("the Young People s Plan", ["Young People s Plan"]),
    ("the Tidewater Good Practice Guide", ["Tidewater Good Practice Guide"]),
    ("School Visits Policy Document", ["School Visits Policy Document"]),
    ("the Meeting Procedure Rules", ["Meeting Procedure Rules"]),
    ("Standing Financial Instructions", ["Standing Financial Instructions"]),
    ("in their paper “Tides and Duties” of 2013", ["Tides and Duties"]),
    ("the White Paper ‘Every Tide Counts’ says", ["Every Tide Counts"]),
    ("the Harbour Lights programme", ["Harbour Lights programme"]),
    ("its Scheme of Delegation and Reservation", ["Scheme of Delegation and Reservation"]),
    ("Standing Orders and Financial Regulations", ["Standing Orders", "Financial Regulations"]),
    ("the Tide Strategic Plan 2023 to 2026", ["Tide Strategic Plan 2023 to 2026"]),
    ("View Register of Interests.", ["Register of Interests"]),
    ("the strategy entitled 'Every Tide Counts'", ["Every Tide Counts"]),
]

NONE = [
    "Care Plans and Pathway Plans are reviewed",
    "a Personal Education Plan for each child",
    "It will report to the Board and plan ahead.",
    "a Serious Case Review was held",
    "the Case Review Group",
    "DOCUMENT CONTROL",
    "The SCB reports to the Council.",
    "The SCB reports the outcome of visits to the Council.",
    "within six calendar months",
    "the paper (“the Paper”)",
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_named_publications(text: str, names: list[str]) -> None:
    assert texts(text, EntityType.PUBLICATION) == names


@pytest.mark.parametrize("text", NONE)
def test_papers_of_one_case_and_verbs_are_no_publications(text: str) -> None:
    assert found(text, EntityType.PUBLICATION) == []


@pytest.mark.parametrize(
    "text",
    [
        "submits a report", "signs the minutes", "sets its budget", "a written summary", "a three year strategy",
        "the Part 4 strategy", "an agreed tide profile", "multi-agency plans",
    ],
)  # fmt: skip
def test_ordinary_papers_wait_for_a_statement(text: str) -> None:
    assert [name.weak for name in found(text, EntityType.PUBLICATION)] == [True]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("an agreed three year strategy", "three year strategy"),
        ("the revised tide profile", "tide profile"),
        ("The Annual Report 2013 reports upon tides", "Annual Report 2013"),
        ("the Panel receive half yearly reports", "half yearly reports"),
    ],
)
def test_the_state_of_a_paper_is_no_part_of_its_name(text: str, name: str) -> None:
    assert [n.text for n in found(text, EntityType.PUBLICATION)] == [name]


@pytest.mark.parametrize("text", ["this protocol is reviewed", "the Plan is approved", "the draft Plan goes to it"])
def test_short_forms_point_back(text: str) -> None:
    assert [name.form for name in found(text, EntityType.PUBLICATION)] == [MentionForm.DEFINITE]


def test_the_owner_of_a_report() -> None:
    text = "the Tidewater Forum's Annual Report"
    (name,) = found(text, EntityType.PUBLICATION)
    assert name.owner is not None
    assert text[slice(*name.owner)] == "Tidewater Forum"


def test_a_partnership_that_reports_is_no_report() -> None:
    assert found("The Partnership reports to the Harbour Board.", EntityType.PUBLICATION) == []


def test_a_heading_names_no_paper_but_a_numbered_clause_does(tmp_path: Path) -> None:
    paper = (
        "1. Work\n\nThe Board reads.\n\n2. Harbour Safety Strategy\n\nThe Board sings.\n\n"
        "3. Publish the Tidal Plan\n\nIt reads."
    )
    found = {m.name for m in extracted(tmp_path, paper).mentions if m.type is EntityType.PUBLICATION}
    assert "Harbour Safety Strategy" not in found
    assert "Tidal Plan" in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Trust publishes its Annual Report and Accounts.", "Annual Report and Accounts"),
        ("The Trust publishes its annual report and accounts.", "annual report and accounts"),
        ("The Trust publishes a Quality Account.", "Quality Account"),
        ("The Board reviews the section 11 audit.", "section 11 audit"),
    ],
)
def test_titles_that_hold_more_than_their_noun(text: str, expected: str) -> None:
    assert texts(text, EntityType.PUBLICATION) == [expected]


def test_what_a_group_plans_is_no_paper() -> None:
    assert found("The sub-group plans training for staff.", EntityType.PUBLICATION) == []
    assert texts("The group plans are kept under review.", EntityType.PUBLICATION, weak=True) == ["group plans"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("current Harbour Office policy on tides and Open Water", "policy on tides and Open Water"),
        ("the revised Ofsted framework for the inspection of piers", "framework for the inspection of piers"),
        ("the annual Complaints and Comments report", "annual Complaints and Comments report"),
        ("the Scheme for the Licensing of Ferries", "Scheme for the Licensing of Ferries"),
        ("a quarterly tide digest", "quarterly tide digest"),
    ],
)
def test_papers_by_their_maker_their_topic_or_a_rarer_noun(text: str, name: str) -> None:
    assert [n.text for n in found(text, EntityType.PUBLICATION)] == [name]


def test_a_scheme_may_be_no_paper_and_waits_for_a_statement() -> None:
    assert texts("the Harbour Bursary Scheme opens", EntityType.PUBLICATION) == []
    assert texts("the Harbour Bursary Scheme opens", EntityType.PUBLICATION, weak=True) == ["Harbour Bursary Scheme"]


def test_reports_of_several_are_named_after_none_of_them(tmp_path: Path) -> None:
    body = "1. Duties\n\nThe Youth Panel receives quarterly reports from the Care Group and the Play Forum.\n"
    reports = [m for m in extracted(tmp_path, body).mentions if m.text == "quarterly reports"]
    assert [report.owner for report in reports] == [None]
