"""What terms of reference, constitutions and protocols say of members, officers and groups in ordinary wordings."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import duties, extracted, facts

BOARD = "Saltmere Youth Board"
HEAD = f"{BOARD}\n\nTerms of Reference\n\n"

LISTED = f"""{HEAD}2. Composition

- four employer representatives; and
- primary care partner member
- 10 public governors
- Two representatives of the Saltmere Parents Forum
- The Treasurer
- Detective Inspector, Public Protection
- Director of Housing, Westling
- Director of Housing, Harne (Vice-Chair)
"""

INDENTED = f"""{HEAD}2. Membership

    Councillors
         Lead Member for Housing
    Officers and partners
         Director of Public Health
         Head of Law
"""


def test_a_class_of_members_is_named_with_all_its_words(tmp_path: Path) -> None:
    assert facts(tmp_path, LISTED, "member_of") == {
        f"employer representatives member_of {BOARD}",
        f"primary care partner member member_of {BOARD}",
        f"public governors member_of {BOARD}",
        f"Saltmere Parents Forum member_of {BOARD}",
        f"Treasurer member_of {BOARD}",
        f"Detective Inspector, Public Protection member_of {BOARD}",
        f"Director of Housing, Westling member_of {BOARD}",
        f"Director of Housing, Harne member_of {BOARD} [capacity=vice_chair]",
    }


def test_a_post_with_its_body_behind_a_comma_is_known_by_both(tmp_path: Path) -> None:
    extraction = extracted(tmp_path, f"{HEAD}2. Membership\n\n- Principal, Saltmere College\n- Head of Law\n", title="")
    assert ("Principal, Saltmere College", "Principal") in {(a.short, a.long) for a in extraction.aliases}


def test_a_line_above_lines_further_in_is_no_member(tmp_path: Path) -> None:
    assert facts(tmp_path, INDENTED, "member_of") == {
        f"Lead Member for Housing member_of {BOARD}",
        f"Director of Public Health member_of {BOARD}",
        f"Head of Law member_of {BOARD}",
    }


def test_a_line_at_the_foot_of_a_page_is_a_member_as_any_other(tmp_path: Path) -> None:
    text = f"{HEAD}2. Membership\n\n- Head of Law\n- High Sheriff\n\f- Director of Public Health\n"
    assert f"High Sheriff member_of {BOARD}" in facts(tmp_path, text, "member_of")


@pytest.mark.parametrize(
    ("sentence", "capacity"),
    [
        ("The Head of Law attends every meeting but is not a member.", "in_attendance"),
        ("The following may attend and speak but have no vote: the Head of Law and the Clerk.", "in_attendance"),
        ("The Treasurer chairs the Board and the Head of Law is Vice-Chair.", "vice_chair"),
    ],
)
def test_who_sits_beside_the_members(tmp_path: Path, sentence: str, capacity: str) -> None:
    assert f"Head of Law member_of {BOARD} [capacity={capacity}]" in facts(tmp_path, f"{HEAD}1. Work\n\n{sentence}\n")


def test_a_vice_chair_who_is_elected_sits_on_the_body(tmp_path: Path) -> None:
    text = f"{HEAD}1. Work\n\nThe Board elects a Chair and a Vice-Chair each year.\n"
    assert facts(tmp_path, text, "member_of") == {f"Vice-Chair member_of {BOARD} [capacity=vice_chair]"}


@pytest.mark.parametrize(
    ("named", "whole"),
    [("", BOARD), ("The Saltmere Combined Authority funds it.", "Saltmere Combined Authority")],
)
def test_constituent_authorities_are_members(tmp_path: Path, named: str, whole: str) -> None:
    text = f"{HEAD}1. Work\n\n{named} The constituent councils are Easton City Council and Westling Borough Council.\n"
    assert facts(tmp_path, text, "member_of") == {
        f"Easton City Council member_of {whole}",
        f"Westling Borough Council member_of {whole}",
    }


def test_who_attends_attends_the_group_that_the_paragraph_is_about(tmp_path: Path) -> None:
    text = f"{HEAD}1. Groups\n\nThe Audit Committee reviews the accounts. The Treasurer attends without a vote.\n"
    assert facts(tmp_path, text, "member_of") == {"Treasurer member_of Audit Committee [capacity=in_attendance]"}


def test_those_in_regular_attendance_and_how_often_groups_meet(tmp_path: Path) -> None:
    text = (
        f"{HEAD}1. Members\n\nIn regular attendance:\n\n- Director of Quality\n- Chief Pharmacist\n\n2. Groups\n\n"
        "The Board appoints the following committees:\n\n- Audit Committee (12 members, meets as required)\n"
        "- Training Committee\n\nThe Training Committee meets every three weeks.\n"
    )
    assert facts(tmp_path, text, "member_of", "meets") == {
        f"Director of Quality member_of {BOARD} [capacity=in_attendance]",
        f"Chief Pharmacist member_of {BOARD} [capacity=in_attendance]",
        "Audit Committee meets [frequency=as required]",
        "Training Committee meets [frequency=three-weekly]",
    }


def test_a_body_behind_a_bare_comma_is_the_post_s_where_several_are_listed_so(tmp_path: Path) -> None:
    text = (
        f"{HEAD}1. Work\n\nThe Board comprises the Chief Executive, Easton City Council, the Chief Nurse, Saltmere "
        "Hospitals Trust and the Head of Law.\n"
    )
    assert facts(tmp_path, text, "member_of") == {
        f"Chief Executive member_of {BOARD}",
        f"Chief Nurse member_of {BOARD}",
        f"Head of Law member_of {BOARD}",
    }


def test_the_partners_of_a_body_are_its_members(tmp_path: Path) -> None:
    text = f"{HEAD}1. Work\n\nIts statutory partners are Easton City Council and Saltmere Police.\n"
    assert facts(tmp_path, text, "member_of") == {
        f"Easton City Council member_of {BOARD}",
        f"Saltmere Police member_of {BOARD}",
    }


def test_a_group_and_not_its_council_is_set_up_under_the_law(tmp_path: Path) -> None:
    text = f"{HEAD}1. Work\n\nThe Board is a committee of Easton City Council set up under the Care Act 2014.\n"
    assert facts(tmp_path, text, "established_under") == {f"{BOARD} established_under Care Act 2014"}


def test_groups_that_the_next_paragraphs_begin_with(tmp_path: Path) -> None:
    text = (
        f"{HEAD}1. Groups\n\nThe Board has two committees.\n\nThe Audit Committee reviews the accounts.\n\n"
        "The Training Committee arranges courses.\n"
    )
    assert facts(tmp_path, text, "part_of") == {
        f"Audit Committee part_of {BOARD}",
        f"Training Committee part_of {BOARD}",
    }


def test_those_below_signed_on_behalf_of_approve_the_paper(tmp_path: Path) -> None:
    text = (
        "Joint Protocol\n\nbetween the Saltmere Adults Board and the Saltmere Youth Board\n\n1. Review\n\n"
        "It is reviewed every year.\n\nSigned on behalf of the Boards\n\n"
        "......................   Independent Scrutineer, Saltmere Youth Board\n"
        "......................   Director of Finance\n"
    )
    found = facts(tmp_path, text, "approves")
    assert {fact.partition(" approves Joint Protocol")[0] for fact in found} == {
        "Independent Scrutineer",
        "Director of Finance",
    }


OF_A_BOARD = """NHS Mid Salt Integrated Care Board
Quality Committee
Terms of Reference

1. Constitution
The Quality Committee (the Committee) is established by the Board as a committee of the Board.

2. Membership
The members are:
Chief Nurse
Medical Director

3. Reporting
The Board receives the minutes. It will report to the Board after each meeting. The Board may ask for more.
"""


def test_the_committee_that_the_terms_define_is_what_they_are_about(tmp_path: Path) -> None:
    assert facts(tmp_path, OF_A_BOARD, "member_of") == {
        "Chief Nurse member_of Quality Committee",
        "Medical Director member_of Quality Committee",
    }


def test_a_heading_cuts_the_name_of_a_board_of_the_protocol_short(tmp_path: Path) -> None:
    paper = (
        "Joint Protocol\n\nEastmere Health and Wellbeing Board and Eastmere Safeguarding Adults Board\n\n"
        "1. The boards\n\n"
        "Health and Wellbeing Board (HWB)\nA committee of the Council. It meets monthly.\n\n2. Scrutiny\n"
        "The HWB reports to the Cabinet.\n"
    )
    aliases = {(alias.short, alias.long) for alias in extracted(tmp_path, paper, title="").aliases}
    assert aliases == {
        ("HWB", "Health and Wellbeing Board"),
        ("Health and Wellbeing Board", "Eastmere Health and Wellbeing Board"),
    }


def test_the_chair_beside_non_executives_is_not_the_chair_of_those_who_choose_them(tmp_path: Path) -> None:
    paper = (
        "Council of Governors\n\nTerms of Reference\n\nThe Board of Directors runs the hospital.\n\n"
        "The Council of Governors will:\n\n- appoint the Chair and non-executive directors\n- meet each quarter\n"
    )
    assert facts(tmp_path, paper, "chairs") == {"Chair chairs Board of Directors"}


def test_members_of_staff_are_no_members_of_the_body(tmp_path: Path) -> None:
    paper = "Saltmere Forum\n\nTerms of Reference\n\nMembers of the Forum must attend. Members of staff must help.\n"
    assert {d[0] for d in duties(tmp_path, paper, title="")} == {"Members of the Forum", "Members of staff"}


COMMITTEE_PAGES = [
    ("Tide Panel\n\nPurpose of committee\n\nThis is a statutory committee of Saltmere Council.\n",
     "Tide Panel part_of Saltmere Council"),
    ("Tide Panel\n\nThe Panel meets monthly.\n\nSupport officer: Emma Quillan\n", "Emma Quillan holds Support officer"),
    ("Groups\n\nTide Panel\n\nConsists of nine councillors chosen each May.\n", "councillors member_of Tide Panel"),
    ("Groups\n\nTide Panel\n\nMade up of members of the Harbour Forum.\n",
     "members of the Harbour Forum member_of Tide Panel"),
    ("Tide Panel\n\nTwo Independent Persons are also appointed by Saltmere Council to advise it.\n",
     "Saltmere Council appoints Independent Persons"),
]  # fmt: skip


@pytest.mark.parametrize(("paper", "fact"), COMMITTEE_PAGES)
def test_what_a_committee_page_tells_without_saying_of_whom(tmp_path: Path, paper: str, fact: str) -> None:
    assert fact in facts(tmp_path, paper)


def test_what_this_is_tells_of_a_body_only_where_it_is_one(tmp_path: Path) -> None:
    assert facts(tmp_path, "Tide Panel\n\nThis is a plan of Saltmere Council.\n", "part_of") == set()


def test_numbered_aims_of_one_bodys_terms_of_reference_are_its_work_below_any_heading(tmp_path: Path) -> None:
    title = "Tide Panel\nTerms of Reference\n\n"
    paper = "1.1 Money\n\n1.1.1 To agree the budget of the harbour.\n\n1.1.2 To set the fees that owners pay.\n"
    assert [(row[0], row[3]) for row in duties(tmp_path, paper, title=title)] == [
        ("Tide Panel", "agree the budget of the harbour"),
        ("Tide Panel", "set the fees that owners pay"),
    ]


TRUST = """SALTMERE CARE TRUST

QUALITY COMMITTEE

TERMS OF REFERENCE

1. Duties

The Committee shall:
1.1 Receive reports from the following groups, which report to the Committee:
    - Tide Safety Group (monthly)
    - Harbour Steering Group (quarterly)

2. Papers

The Chief Nurse is the executive lead for safeguarding and is accountable to the Chief Executive. Papers shall be sent
out five working days before the meeting by the Committee Clerk.

Author: Head of Law
"""


def test_how_often_groups_report_is_not_how_often_they_meet(tmp_path: Path) -> None:
    assert facts(tmp_path, TRUST, "meets") == set()
    assert {
        "Tide Safety Group reports_to QUALITY COMMITTEE",
        "Harbour Steering Group reports_to QUALITY COMMITTEE",
    } <= (facts(tmp_path, TRUST, "reports_to"))


def test_the_author_of_terms_of_reference_reports_nothing(tmp_path: Path) -> None:
    assert not any(fact.startswith("Head of Law") for fact in facts(tmp_path, TRUST, "reports_to"))


def test_a_field_of_work_is_no_duty_and_who_sends_papers_stands_behind_when(tmp_path: Path) -> None:
    found = {(bearer, action) for bearer, _, action, _ in duties(tmp_path, TRUST, title="")}
    assert ("Committee Clerk", "send") in found
    assert not any(action == "safeguard" for _, action in found)
