"""Which body "the Board" means where more than one has a board."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import TITLE, facts, pointed

CARE_BOARD = "NHS Saltmere Integrated Care Board (the ICB)\n\nScheme of delegation\n\n1. Powers\n\n"


@pytest.mark.parametrize("name", ["Board of the ICB", "ICB Board"])
def test_the_board_of_an_integrated_care_board_is_its_board_where_the_paper_names_it(tmp_path: Path, name: str) -> None:
    paper = f"{CARE_BOARD}The {name} sets the budget. The Board appoints the Chief Executive.\n"
    assert ("Board", name) in pointed(tmp_path, paper)


def test_an_integrated_care_board_whose_board_is_not_named_is_meant_itself(tmp_path: Path) -> None:
    paper = f"{CARE_BOARD}The Board appoints the Chief Executive.\n"
    assert pointed(tmp_path, paper) == [("Board", "NHS Saltmere Integrated Care Board")]


def test_a_hospitals_board_is_not_the_integrated_care_board_named_since(tmp_path: Path) -> None:
    paper = (
        "Saltmere Hospitals NHS Trust\n\nSafety policy\n\n1. Duties\n\nThe Trust Board approves the plan.\n\n"
        "The Trust tells NHS Saltmere Integrated Care Board (the ICB) of harm. The Chief Nurse reports to the Board.\n"
    )
    assert ("Board", "Trust Board") in pointed(tmp_path, paper)


@pytest.mark.parametrize("saying", ["It was stated", "It is important", "It was also pointed out"])
def test_an_it_that_only_opens_what_was_said_points_back_to_nobody(tmp_path: Path, saying: str) -> None:
    paper = f"Saltmere Housing Forum\n\n1. Work\n\nThe Forum meets monthly. {saying} that homes are dear.\n"
    assert "It" not in {words for words, _ in pointed(tmp_path, paper)}


@pytest.mark.parametrize(
    ("title", "said", "meant"),
    [
        ("Saltmere Tides Panel", "The sub-group is accountable to the Council.", "Saltmere Tides Panel"),
        ("Saltmere Tides Board", "The sub-group is accountable to the Council.", None),
        ("Saltmere Tides Panel", "The Panel may set up sub-groups. The sub-group reports to it.", None),
    ],
)
def test_the_sub_group_is_the_panel_whose_paper_it_is(tmp_path: Path, title: str, said: str, meant: str | None) -> None:
    found = pointed(tmp_path, f"{title}\n\nTerms of Reference\n\n1. Work\n\n{said}\n")
    assert next((body for text, body in found if text == "sub-group"), None) == meant


def test_they_are_those_of_whom_the_sentence_before_tells_one_by_one(tmp_path: Path) -> None:
    text = "Each local board is chosen to run a school of the Harbour Trust. They are accountable to the Harbour Panel."
    assert "local board accountable_to Harbour Panel" in facts(tmp_path, f"{TITLE}{text}\n", "accountable_to")


@pytest.mark.parametrize("begun", ["Alongside the Saltmere Tides Board, its", "Together with the Council, its"])
def test_whom_a_body_works_beside_is_not_what_it_goes_on_about(tmp_path: Path, begun: str) -> None:
    paper = f"Saltmere Care Partnership\n\nTerms of Reference\n\n1. Work\n\n{begun} purpose is to help people.\n"
    assert ("its", "Saltmere Care Partnership") in pointed(tmp_path, paper)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("is a statutory Committee of the Saltmere Care System.", "Saltmere Care Partnership"),
        ("(SCP) is the joint committee that runs homes.", "Saltmere Care Partnership"),
        ("works with a committee.", None),
    ],
)
def test_the_committee_is_what_a_sentence_calls_a_committee(tmp_path: Path, said: str, meant: str | None) -> None:
    paper = (
        f"Saltmere Care Partnership\n\n1. Work\n\nThe Saltmere Care Partnership {said}\n\nThe Committee meets here.\n"
    )
    assert next((body for text, body in pointed(tmp_path, paper) if text == "Committee"), None) == meant


def test_these_groups_are_those_that_the_sentence_before_names(tmp_path: Path) -> None:
    paper = "The Tide Authority has an Audit Committee and a Pay Committee. These committees report to the Cabinet.\n"
    assert facts(tmp_path, paper, "reports_to") == {
        "Audit Committee reports_to Cabinet",
        "Pay Committee reports_to Cabinet",
    }


def test_the_council_is_that_of_the_place_that_the_paper_is_about(tmp_path: Path) -> None:
    listed = "- Northwick Borough Council\n- Eastshire Metropolitan County Council\n"
    paper = (
        "Safer Northwick Partnership\n\nTerms of reference\n\n1. Membership\n\nThe members of the Partnership are:\n\n"
        f"{listed}\n2. Support\n\nThe Council's Safety Team keeps the minutes.\n"
    )
    assert facts(tmp_path, paper, "part_of") == {"Safety Team part_of Northwick Borough Council"}


def test_the_trust_is_that_whose_name_stands_above_the_title_of_its_committees_paper(tmp_path: Path) -> None:
    head = "SALTMERE NHS FOUNDATION TRUST\n\nTERMS OF REFERENCE FOR THE AUDIT COMMITTEE\n\n1. Duties\n\n"
    paper = f"{head}The Committee shall advise the Trust.\n"
    assert facts(tmp_path, paper, "advises") == {"AUDIT COMMITTEE advises SALTMERE NHS FOUNDATION TRUST"}


def test_authorities_that_a_bracket_calls_so_are_not_the_last_of_them(tmp_path: Path) -> None:
    paper = (
        "Northshire Crime Panel\n\nRules\n\n1.1 This is agreed by Saltmere City Council, Elmford District Council and "
        "Northshire County Council (the Authorities). The Panel is a committee of the Authorities.\n"
    )
    assert "Northshire Crime Panel part_of Northshire County Council" not in facts(tmp_path, paper, "part_of")


def test_each_authority_is_whichever_of_them(tmp_path: Path) -> None:
    paper = f"{TITLE}\n\n1. Members\n\nNorthshire County Council pays. Each Authority shall appoint a member.\n"
    assert ("Authority", "Northshire County Council") not in pointed(tmp_path, paper)


GROUPS = """Saltmere Safeguarding Board

Annual report

6. Learning {}

The {} will report to the Board each quarter. One aim of the {} is to train staff.

7. Missing Children {}

This group meets monthly. The {} checks every case.
"""


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Sub Group", "Sub Group"), ("Sub Group", "sub group"), ("Sub Group", "Sub-Group"), ("Subgroup", "Sub Group"),
        ("Working Group", "Working Group"), ("Task and Finish Group", "Task and Finish Group"),
    ],
)  # fmt: skip
def test_in_the_section_of_each_group_the_sub_group_is_its_own(tmp_path: Path, heading: str, said: str) -> None:
    meant = [
        name for text, name in pointed(tmp_path, GROUPS.format(heading, said, said, heading, said)) if text == said
    ]
    assert meant == [f"Learning {heading}", f"Learning {heading}", f"Missing Children {heading}"]


def test_below_a_section_with_no_group_in_its_heading_the_sub_group_is_the_one_named_there(tmp_path: Path) -> None:
    paper = f"{TITLE}The Rota Sub Group and the Tides Sub Group meet weekly. The Sub Group keeps a log.\n"
    assert ("Sub Group", "Tides Sub Group") in pointed(tmp_path, paper)


def test_a_group_that_no_longer_name_ends_in_is_a_body_itself(tmp_path: Path) -> None:
    paper = f"{TITLE}The Tides Forum meets weekly. The Steering Group keeps a log.\n"
    assert all(text != "Steering Group" for text, _ in pointed(tmp_path, paper))


def test_the_board_is_the_one_that_the_paragraph_speaks_of_and_not_the_one_named_last(tmp_path: Path) -> None:
    told = "The Mooring Board gives direction and is accountable to the Harbour Services Board. It meets quarterly."
    paper = f"Safer Harbour Partnership\n\nAnnual Report\n\n2.1 {told} The Board is reviewed by the Tide Panel.\n"
    assert ("Board", "Mooring Board") in pointed(tmp_path, paper)
