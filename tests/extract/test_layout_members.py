"""Who is a member, in which capacity, as lists and labels below a heading on membership say."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import extracted, facts

BOARD = "Saltmere Wellbeing Board"
HEAD = f"{BOARD}\n\nTerms of Reference\n\n1. Purpose\n\nThe Board oversees the health of the district.\n\n"

LIST = f"""{HEAD}2. Membership

- Director of Public Health
- Leader of the Council (Chair)
- Healthwatch Saltmere
- Head of Adult Care (Vice-Chair)
- Clerk to the Justices (participating observer)
- Two head teachers
- Voluntary organisations
- Vacancy

3. Quorum

- Five members
"""

LED_IN = f"""{HEAD}2. Who takes part

The members of the Board are:

(a) the Director of Housing;
(b) Ruth Calder, Chief Executive of Saltmere Council.

In attendance:

- Monitoring Officer

Co-opted members:

- Chair of the Saltmere Parents Forum
"""


def test_each_item_is_a_member_in_its_capacity(tmp_path: Path) -> None:
    assert facts(tmp_path, LIST, "member_of") == {
        f"Director of Public Health member_of {BOARD}",
        f"Leader of the Council member_of {BOARD}",
        f"Healthwatch Saltmere member_of {BOARD}",
        f"Head of Adult Care member_of {BOARD} [capacity=vice_chair]",
        f"Clerk to the Justices member_of {BOARD} [capacity=participating_observer]",
        f"head teachers member_of {BOARD}",
        f"Voluntary organisations member_of {BOARD}",
    }


def test_the_member_marked_as_chair_chairs(tmp_path: Path) -> None:
    assert facts(tmp_path, LIST, "chairs") == {f"Leader of the Council chairs {BOARD}"}


def test_a_lead_in_gives_the_body_and_a_label_the_capacity(tmp_path: Path) -> None:
    assert facts(tmp_path, LED_IN, "member_of") == {
        f"Director of Housing member_of {BOARD}",
        f"Ruth Calder member_of {BOARD}",
        f"Monitoring Officer member_of {BOARD} [capacity=in_attendance]",
        f"Chair of the Saltmere Parents Forum member_of {BOARD} [capacity=co_opted]",
    }


def test_a_person_beside_a_post_holds_it(tmp_path: Path) -> None:
    assert facts(tmp_path, LED_IN, "holds") == {"Ruth Calder holds Chief Executive of Saltmere Council"}


@pytest.mark.parametrize(
    ("heading", "capacity"),
    [
        ("Membership", ""),
        ("Core members", ""),
        ("Advisers", " [capacity=adviser]"),
        ("Observers", " [capacity=participating_observer]"),
        ("In attendance", " [capacity=in_attendance]"),
        ("Lay members", " [capacity=lay_member]"),
        ("Co-opted members", " [capacity=co_opted]"),
    ],
)
def test_the_heading_gives_a_capacity_to_all(tmp_path: Path, heading: str, capacity: str) -> None:
    paper = f"{HEAD}2. {heading}\n\n- Head of Drainage\n- Saltmere Fire Service\n"
    assert facts(tmp_path, paper, "member_of") == {
        f"Head of Drainage member_of {BOARD}{capacity}",
        f"Saltmere Fire Service member_of {BOARD}{capacity}",
    }


def test_a_rule_about_members_is_no_member(tmp_path: Path) -> None:
    paper = f"{HEAD}2. Membership\n\nMembers serve for four years. The Head of Drainage will keep a list.\n"
    assert facts(tmp_path, paper, "member_of") == set()


def test_a_list_below_another_heading_names_no_members(tmp_path: Path) -> None:
    paper = f"{HEAD}2. Documents sent to\n\n- Head of Drainage\n- Saltmere Fire Service\n"
    assert facts(tmp_path, paper, "member_of") == set()


def test_the_evidence_is_the_heading_and_the_item(tmp_path: Path) -> None:
    extraction = extracted(tmp_path, LIST, title="")
    first = next(fact for fact in extraction.facts if fact.predicate == "member_of")
    assert first.evidence.quote == "Membership […] Director of Public Health"
    assert first.evidence.section == "2"


def test_who_chooses_a_member_is_no_member(tmp_path: Path) -> None:
    paper = "Elm School Board\n\nMembership\n\n- 1 parent governor, elected by the Parents' Forum\n- the Head\n"
    assert not any(fact.startswith("Parents' Forum") for fact in facts(tmp_path, paper, "member_of"))


def test_members_belong_to_the_body_that_is_made_up_of_them(tmp_path: Path) -> None:
    paper = (
        "Elm Forum\n\nConstitution\n\n1. The Forum shall be run by the Elm Steering Committee, made up of:\n\n"
        "- the Head of Law;\n- the Head of Care.\n"
    )
    assert "Head of Law member_of Elm Steering Committee" in facts(tmp_path, paper, "member_of")


def test_prose_behind_a_list_of_members_names_none(tmp_path: Path) -> None:
    text = (
        "Housing Partnership\n\nMembership of the Partnership includes:\n\n- Marsh Council\n- Fenshire Police\n\n"
        "Much was done this year. New guidance was written.\n\n"
        "Materials made by other groups such as Saltmere Mind, Tide Trust\n\n"
        "1 www.tidehelp.example/fens\n"
    )
    assert facts(tmp_path, text, "member_of") == {
        "Marsh Council member_of Housing Partnership",
        "Fenshire Police member_of Housing Partnership",
    }


def test_those_that_make_up_a_body_are_its_members(tmp_path: Path) -> None:
    paper = (
        "Saltmere Safety Partnership\n\nTerms of Reference\n\n"
        "The authorities that make up the Partnership are the:\n\n- Saltmere Council\n- Saltmere Police\n"
    )
    assert facts(tmp_path, paper) == {
        "Saltmere Council member_of Saltmere Safety Partnership",
        "Saltmere Police member_of Saltmere Safety Partnership",
    }


def test_members_of_a_body_are_not_said_to_sit_on_it(tmp_path: Path) -> None:
    paper = "Saltmere Safety Partnership\n\nTerms of Reference\n\nThe Partnership comprises ten members.\n"
    assert facts(tmp_path, paper, "member_of") == set()


@pytest.mark.parametrize(
    "lead",
    [
        "The Licensing Act 2003 deals with various activities, which include the following:",
        "These will include the development and implementation of:",
    ],
)
def test_what_activities_include_is_no_member(tmp_path: Path, lead: str) -> None:
    paper = f"Tidewater Licensing Group\n\n1. Scope\n\n{lead}\n\n- To sell food by retail\n- Protocols for markets\n"
    assert facts(tmp_path, paper, "member_of") == set()


def test_what_members_do_is_no_member(tmp_path: Path) -> None:
    paper = f"{HEAD}2. Members\n\n- appoint the external auditors\n- receive the accounts\n- Head of Care\n"
    assert facts(tmp_path, paper, "member_of") == {f"Head of Care member_of {BOARD}"}


def test_a_sentence_below_composition_that_tells_of_others_names_no_member(tmp_path: Path) -> None:
    paper = f"{HEAD}2. Composition\n\nSaltmere Council provides the secretary, the room, and the Head of Law.\n"
    assert facts(tmp_path, paper, "member_of") == set()


def test_people_who_are_said_to_be_members_are_people(tmp_path: Path) -> None:
    paper = f"{HEAD}Ann Bell and Carl Dodd are members of the Board.\n"
    assert facts(tmp_path, paper, "member_of", "holds") == {
        f"Ann Bell member_of {BOARD}",
        f"Carl Dodd member_of {BOARD}",
    }


def test_a_name_that_ends_like_a_title_is_a_person(tmp_path: Path) -> None:
    paper = f"{HEAD}2. Members\n\n- Ruth Dean, Head of Care\n- Ann Bell, Chief Nurse\n"
    assert f"Ruth Dean member_of {BOARD}" in facts(tmp_path, paper, "member_of")


def test_a_class_at_the_label_of_a_chair_chairs_nothing(tmp_path: Path) -> None:
    below = "Audit and Standards Committee\nChair\nTwo councillors from each council\nMeets four times a year\n\n"
    paper = f"{BOARD}\n\nTerms of Reference\n\n{below}Scrutiny Committee\nChair: Constituent councils in turn\n"
    assert facts(tmp_path, paper, "chairs") == set()


def test_those_who_shall_normally_attend_are_in_attendance(tmp_path: Path) -> None:
    lead = "In addition to members of the Board the following shall normally attend all meetings:"
    paper = f"{HEAD}2. Others\n\n{lead}\n\n- Head of Estates\n- Head of Law\n"
    assert facts(tmp_path, paper, "member_of") == {
        f"Head of Estates member_of {BOARD} [capacity=in_attendance]",
        f"Head of Law member_of {BOARD} [capacity=in_attendance]",
    }


def test_people_whom_a_sentence_lists_behind_its_colon_are_members(tmp_path: Path) -> None:
    said = "The current Board members under these terms of reference are: Jon Dean (Chair), Mark Fenley and Lucia Halp."
    assert facts(tmp_path, f"{HEAD}2. Who sits\n\n{said}\n", "member_of", "chairs") == {
        f"Jon Dean member_of {BOARD}",
        f"Jon Dean chairs {BOARD}",
        f"Mark Fenley member_of {BOARD}",
        f"Lucia Halp member_of {BOARD}",
    }


def test_terms_of_reference_in_a_table_of_two_columns_are_read_like_headings(tmp_path: Path) -> None:
    rows = [
        ("Purpose", "To assure the Trust Board of Westbrook Trust that care is safe."),
        ("Chair", "Director of Law"),
        ("Membership", "Director of Law"),
        ("", "Chief Nurse"),
        ("", "Healthwatch Westbrook"),
        ("Frequency of meetings", "Quarterly"),
        ("Reports to", "Trust Board"),
    ]
    table = "\n".join(f"{label:<24}{value}" for label, value in rows)
    paper = f"Westbrook Quality Committee\n\nTerms of Reference\n\n{table}\n"
    assert facts(tmp_path, paper, "member_of", "chairs", "meets", "reports_to") == {
        "Director of Law chairs Westbrook Quality Committee",
        "Director of Law member_of Westbrook Quality Committee",
        "Chief Nurse member_of Westbrook Quality Committee",
        "Healthwatch Westbrook member_of Westbrook Quality Committee",
        "Westbrook Quality Committee meets [frequency=quarterly]",
        "Westbrook Quality Committee reports_to Trust Board",
    }


def test_an_aside_in_a_list_of_members_is_no_member(tmp_path: Path) -> None:
    paper = (
        f"{HEAD}2. Membership\n\n- Director of Housing\n- Although not a full member of the council\n- Chief Nurse\n"
    )
    assert facts(tmp_path, paper, "member_of") == {
        f"Director of Housing member_of {BOARD}",
        f"Chief Nurse member_of {BOARD}",
    }


def test_what_regulations_must_include_is_no_list_of_members(tmp_path: Path) -> None:
    paper = (
        "Saltmere Community Council\n\nStanding Orders\n\n18 Money\n\nThe Council shall approve rules, which shall"
        " include detailed arrangements in respect of the following:\n\n- the keeping of books\n- the work of a bank\n"
    )
    assert facts(tmp_path, paper, "member_of") == set()


def test_an_organisation_behind_a_post_is_no_member_where_a_nominee_may_come(tmp_path: Path) -> None:
    paper = (
        "Tide Board\n\nTerms of reference\n\nThe membership of the Board will consist of:\n\n"
        "i. Director of Care, Saltmere Council or their nominee\n\nii. Head of Law, Ashmere Police or deputy\n"
    )
    assert facts(tmp_path, paper, "member_of") == {
        "Director of Care member_of Tide Board",
        "Head of Law member_of Tide Board",
    }


@pytest.mark.parametrize(
    "item", ["Head of Law or their deputy", "Head of Law (or nominated deputy)", "Head of Law or deputy"]
)
def test_a_member_for_whom_a_deputy_may_come_is_no_deputy(tmp_path: Path, item: str) -> None:
    found = facts(
        tmp_path, f"Tide Board\n\nTerms of reference\n\nMembers:\n\n- {item}\n\n- Head of Care\n", "member_of"
    )
    assert found == {"Head of Law member_of Tide Board", "Head of Care member_of Tide Board"}


def test_agencies_that_were_just_spoken_of_are_not_the_members_of_the_board(tmp_path: Path) -> None:
    paper = (
        "Tide Board\n\n1. Duties\n\nSome agencies must help the police. These agencies include:\n\n"
        "- the Tide Trust\n- Marsh Council\n"
    )
    assert facts(tmp_path, paper, "member_of") == set()


def test_services_named_by_whose_they_are_make_nobody_a_member_of_it(tmp_path: Path) -> None:
    paper = f"{HEAD}The NHS services in the area consist of Saltmere Hospital Trust and Marsh Community Trust.\n"
    assert facts(tmp_path, paper, "member_of") == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "The Board is made up of 13 members — our Chair, two pilots, the Tides Officer and Saltmere Police.",
        "There are six members of the Board: our Chair, two pilots, the Tides Officer and Saltmere Police.",
    ],
)
def test_members_are_listed_behind_their_number_and_are_not_its_members_themselves(
    tmp_path: Path, sentence: str
) -> None:
    assert facts(tmp_path, f"Eastmoor Wharf Board\n\nMembership\n\n{sentence}\n", "member_of") == {
        "Chair member_of Eastmoor Wharf Board",
        "Tides Officer member_of Eastmoor Wharf Board",
        "Saltmere Police member_of Eastmoor Wharf Board",
    }
