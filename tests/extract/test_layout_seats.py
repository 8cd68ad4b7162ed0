"""Who sits on which of several groups, and who is listed in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import facts

COUNCIL = "Saltmere Town Council"

PARTED = f"""{COUNCIL}
Minutes of the Annual Meeting of the Council held on 13 May 2019

Present: Cllrs A. Calder, B. Denby and C. Orme

4. Committees and representatives. Resolved:
   Planning Committee – Cllrs Calder (Chair), Denby & Orme
   Burial Cttee – Cllr Denby
   Saltmere Village Hall Trust – Cllr Orme
   Tree Warden – Mr H. Pelham (for a further year)
"""

BELOW = f"""{COUNCIL}
Committees 2020/21

Finance Committee
Cllr Calder (Chair), Cllr Denby (Vice Chair), Cllr Orme

Planning Committee
Cllr Orme (Chair), Cllr Pelham

The Council has an Open Spaces Committee (Chairman Cllr Denby).
"""


def test_people_behind_a_group_sit_on_it(tmp_path: Path) -> None:
    assert facts(tmp_path, PARTED, "member_of", "chairs") >= {
        "Calder member_of Planning Committee",
        "Denby member_of Planning Committee",
        "Orme member_of Planning Committee",
        "Calder chairs Planning Committee",
        "Cllr Denby member_of Burial Cttee",
        "Cllr Orme member_of Saltmere Village Hall Trust",
    }


def test_a_post_before_a_dash_is_held_by_the_person_behind_it(tmp_path: Path) -> None:
    assert "Mr H. Pelham holds Tree Warden" in facts(tmp_path, PARTED, "holds")


def test_people_below_the_name_of_a_group_sit_on_it(tmp_path: Path) -> None:
    assert facts(tmp_path, BELOW, "member_of", "chairs") == {
        "Cllr Calder member_of Finance Committee",
        "Cllr Calder chairs Finance Committee",
        "Cllr Denby member_of Finance Committee [capacity=vice_chair]",
        "Cllr Orme member_of Finance Committee",
        "Cllr Orme member_of Planning Committee",
        "Cllr Orme chairs Planning Committee",
        "Cllr Pelham member_of Planning Committee",
        "Cllr Denby chairs Open Spaces Committee",
    }


def test_a_sentence_lists_members_to_its_end(tmp_path: Path) -> None:
    paper = (
        "Saltmere Wellbeing Board\n\nTerms of Reference\n\n1. Arrangements\n\nThe following shall be voting "
        "members: the Director of Housing (Chair), two head teachers, the Borough Commander and Healthwatch Saltmere.\n"
    )
    assert facts(tmp_path, paper, "member_of", "chairs") >= {
        "Director of Housing member_of Saltmere Wellbeing Board",
        "Director of Housing chairs Saltmere Wellbeing Board",
        "head teachers member_of Saltmere Wellbeing Board",
        "Borough Commander member_of Saltmere Wellbeing Board",
        "Healthwatch Saltmere member_of Saltmere Wellbeing Board",
    }


def test_a_question_heads_the_list_that_answers_it(tmp_path: Path) -> None:
    paper = (
        "Saltmere Wellbeing Board\n\nWhat is the Board for?\nIt oversees the health of the district.\n\n"
        "Who is on the Board?\n> Ruth Calder, Director of Housing (she chairs it)\n> Dr Ivor Denby\n"
    )
    assert facts(tmp_path, paper, "member_of", "chairs") == {
        "Ruth Calder member_of Saltmere Wellbeing Board",
        "Ruth Calder chairs Saltmere Wellbeing Board",
        "Dr Ivor Denby member_of Saltmere Wellbeing Board",
    }


def test_who_chairs_a_committee_that_a_list_names_chairs_no_other(tmp_path: Path) -> None:
    paper = (
        "Northwick School Governing Board\n\nThe full governing board meets six times a year. It has delegated work "
        "to two committees:\nFinance Committee - chaired by Mr Alan Prescott\n"
        "Pay Committee - chaired by Mrs Ann Lee\n\n"
        "Clerk\nThe clerk keeps the minutes.\n"
    )
    assert facts(tmp_path, paper, "chairs") == {
        "Mr Alan Prescott chairs Finance Committee",
        "Mrs Ann Lee chairs Pay Committee",
    }


def test_who_signs_for_a_council_does_not_sit_on_it(tmp_path: Path) -> None:
    paper = (
        "Memorandum of Understanding\n\nbetween Northwick Council and Eastshire Police\n\nSigned\n"
        "For Northwick Council: Angela Broome, Director of Children's Services\nFor Eastshire Police: Mark Tully\n"
    )
    assert facts(tmp_path, paper, "member_of") == set()


@pytest.mark.parametrize(
    ("said", "chairs"),
    [
        ("The Head of Law, Marsh Police, chairs the Audit Group.", {"Head of Law chairs Audit Group"}),
        ("The Head of Law convenes and chairs the Audit Group.", {"Head of Law chairs Audit Group"}),
        ("The Head of Law co-chairs the Audit Group.", {"Head of Law chairs Audit Group"}),
        (
            "The Audit Group and the Risk Group are chaired by the Head of Law and the Chief Nurse respectively.",
            {"Head of Law chairs Audit Group", "Chief Nurse chairs Risk Group"},
        ),
        ("The Audit Group (lead: Head of Law) meets monthly.", {"Head of Law chairs Audit Group"}),
        ("The Support Team is led by the Head of Law.", set()),
        ("Mrs Ann Lee is the Chair of the Audit Group.", {"Mrs Ann Lee chairs Audit Group"}),
        ("The Audit Group is chaired independently by Marian Oakes.", {"Marian Oakes chairs Audit Group"}),
        (
            "The Audit Group is a group of the Risk Panel, chaired by the Head of Law.",
            {"Head of Law chairs Audit Group"},
        ),
        ("The Budget is overseen by the Audit Group, chaired by the Head of Law.", {"Head of Law chairs Audit Group"}),
        ("The Risk Group reports to the Audit Group, chaired by the Head of Law.", {"Head of Law chairs Audit Group"}),
        ("The Audit Group meets in the Town Council, chaired by the Head of Law.", {"Head of Law chairs Audit Group"}),
        ("The Audit Group (chair: Marian Oakes) meets monthly.", {"Marian Oakes chairs Audit Group"}),
        ("The Audit Group meets monthly and the Head of Law is in the chair.", {"Head of Law chairs Audit Group"}),
        ("The Audit Group meets monthly and the Head of Law is in the room.", set()),
    ],
)
def test_who_chairs(tmp_path: Path, said: str, chairs: set[str]) -> None:
    found = facts(tmp_path, f"Saltmere Adults Board\n\nGroups\n\n{said}\n", "chairs")
    assert {fact for fact in found if not fact.startswith("Chair ")} == chairs


@pytest.mark.parametrize("leads", ["leads", "manages", "runs", "is responsible for the papers and heads"])
def test_who_leads_a_unit_holds_a_post_in_it_and_who_leads_a_leadership_team_chairs_it(
    tmp_path: Path, leads: str
) -> None:
    text = f"Saltmere Adults Board\n\nGroups\n\nThe Head of Law {leads} the Support Team.\n\n"
    text += "The Clerk leads the Senior Leadership Team.\n"
    assert facts(tmp_path, text, "chairs", "post_in") == {
        "Head of Law post_in Support Team",
        "Clerk chairs Senior Leadership Team",
    }


def test_a_body_in_brackets_behind_a_post_is_no_other_name_of_it(tmp_path: Path) -> None:
    text = "Saltmere Adults Board\n\nMembership\n\n- Head of Law (the Council)\n- Chief Nurse\n\n"
    found = facts(tmp_path, f"{text}Duties\n\nThe Council meets monthly.\n", "meets", "member_of", "post_in")
    assert "Head of Law post_in Council" in found
    assert "Council meets [frequency=monthly]" in found


def test_committees_of_a_list_are_called_by_their_field_alone(tmp_path: Path) -> None:
    paper = (
        "Minutes of the meeting of the Saltmere Governing Board held on 3 May 2023\n\nPresent: Ann Lee (AL), "
        "Tom Hill (TH)\n\n3. Appointments\n\nCommittees of the Board were confirmed as follows:\n"
        "  * Resources: AL (Chair), TH\n"
        "  * Standards and Curriculum: TH (Chair), AL\n\nThe Resources Committee will meet.\n"
    )
    assert facts(tmp_path, paper, "chairs") == {
        "Ann Lee chairs Resources Committee",
        "Tom Hill chairs Standards and Curriculum",
    }


@pytest.mark.parametrize("chair", ["Head of Law", "Head of Law, Saltmere Council"])
def test_a_bracket_names_the_chair_and_who_deputises(tmp_path: Path, chair: str) -> None:
    listed = f"- Review Group (chair: {chair}; deputy chair: Audit Manager)\n- Training Group\n"
    paper = f"Saltmere Care Board\n\nTerms of Reference\n\nThe sub-groups of the Board are:\n\n{listed}"
    assert facts(tmp_path, paper, "chairs", "member_of") == {
        "Head of Law chairs Review Group",
        "Audit Manager member_of Review Group [capacity=vice_chair]",
    }


def test_a_class_in_a_row_of_those_who_attend_does_not_end_it(tmp_path: Path) -> None:
    text = "The Treasurer and appropriate internal and external audit representatives shall normally attend meetings."
    paper = f"Saltmere Audit Committee\n\nTerms of Reference\n\n2. Attendance\n\n{text}\n"
    assert facts(tmp_path, paper, "member_of") == {
        "Treasurer member_of Saltmere Audit Committee [capacity=in_attendance]",
        "internal and external audit representatives member_of Saltmere Audit Committee [capacity=in_attendance]",
    }


@pytest.mark.parametrize(
    "line",
    [
        "Burial Sub-Committee (Cllrs Rodda and Pascoe) - reports to the Council",
        "The work is done by the Burial Sub-Committee (Cllrs Rodda and Pascoe), which met twice.",
        "Burial Sub-Committee (3 seats) ............ Cllrs Rodda and Pascoe",
        "Burial Sub-Committee (sub-committee of the Council): Cllrs Rodda and Pascoe",
    ],
)
def test_people_in_a_bracket_or_behind_dots_sit_on_the_group_before_them(tmp_path: Path, line: str) -> None:
    found = facts(tmp_path, f"{COUNCIL}\n\nCommittees\n\n{line}\n", "member_of")
    assert {fact.removeprefix("Cllr ") for fact in found} == {
        f"{who} member_of Burial Sub-Committee" for who in ("Rodda", "Pascoe")
    }


def test_a_bracket_that_says_something_of_a_group_seats_nobody(tmp_path: Path) -> None:
    line = "The Burial Sub-Committee (Mr Rodda is its clerk) meets monthly."
    assert facts(tmp_path, f"{COUNCIL}\n\nCommittees\n\n{line}\n", "member_of") == set()


def test_all_who_chair_together_behind_a_label(tmp_path: Path) -> None:
    found = facts(tmp_path, f"{COUNCIL}\n\nCo-chairs: Leader of the Council, Head of Law\n", "chairs")
    assert {f"{who} chairs {COUNCIL}" for who in ("Leader of the Council", "Head of Law")} <= found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The Clerk leads the Leadership Team, made up of the Head of Law and the Head of Parks.", True),
        ("The Clerk runs the Leadership Team (LT), consisting of the Head of Law and the Head of Parks.", True),
        ("The Leadership Team reads the minutes, made up of what the Head of Law and the Head of Parks say.", False),
    ],
)
def test_of_whom_the_body_right_before_is_made_up(tmp_path: Path, said: str, *, found: bool) -> None:
    stated = facts(tmp_path, f"{COUNCIL}\n\nStaff\n\n{said}\n", "member_of")
    assert ({f"{who} member_of Leadership Team" for who in ("Head of Law", "Head of Parks")} <= stated) is found


def test_members_behind_a_semicolon_sit_on_the_group_spoken_of(tmp_path: Path) -> None:
    said = (
        "The Justice Partnership meets quarterly. The Leader presides; members are Marsh Police and the Fire Service."
    )
    stated = facts(tmp_path, f"Saltmere Crime Panel\n\nLinks\n\n{said}\n", "member_of")
    assert stated == {f"{who} member_of Justice Partnership" for who in ("Marsh Police", "Fire Service")}
