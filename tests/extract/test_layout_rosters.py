"""Members in lists without bullets, in lists by group, on cards of a web page, and whose list it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import facts

BOARD = "Merrow Vale Care Board"

LINES = """Merrow Vale Care Board
Terms of Reference

Purpose
The Board leads adult care across Merrow Vale.

Membership
Director of Adult Services, Merrow Vale Council
Chief Nurse, Merrow Vale Integrated Care Board
Healthwatch Merrow Vale
Independent Chair

Quorum
The quorum is five members.
"""


def test_each_line_below_a_heading_on_members_is_one(tmp_path: Path) -> None:
    assert facts(tmp_path, LINES, "member_of", "post_in") == {
        f"Director of Adult Services member_of {BOARD}",
        "Director of Adult Services post_in Merrow Vale Council",
        f"Chief Nurse member_of {BOARD}",
        "Chief Nurse post_in Merrow Vale Integrated Care Board",
        f"Healthwatch Merrow Vale member_of {BOARD}",
        f"Independent Chair member_of {BOARD}",
    }


PAGE = """Committee details
Ashmere Licensing Panel
Membership
Councillor Priya Nandra
Chair
Councillor Owen Tallis
Vice-Chair
Councillor Jude Fenner
Contact information
Support officer: Leanne Brook.
"""


def test_the_line_below_a_councillor_gives_the_office(tmp_path: Path) -> None:
    assert facts(tmp_path, PAGE, "member_of", "chairs") == {
        "Councillor Priya Nandra member_of Ashmere Licensing Panel",
        "Councillor Priya Nandra chairs Ashmere Licensing Panel",
        "Councillor Owen Tallis member_of Ashmere Licensing Panel [capacity=vice_chair]",
        "Councillor Jude Fenner member_of Ashmere Licensing Panel",
    }


BY_AGENCY = """Sallow Safer Partnership: Terms of Reference

Membership

Sallow Borough Council
Chief Executive
Head of Community Safety

Sallow Constabulary
Chief Inspector
Superintendent

Attendance
Members are expected to attend every meeting.
"""


def test_the_name_of_an_agency_above_its_posts_is_no_member(tmp_path: Path) -> None:
    assert facts(tmp_path, BY_AGENCY, "member_of") == {
        "Chief Executive member_of Sallow Safer Partnership",
        "Head of Community Safety member_of Sallow Safer Partnership",
        "Chief Inspector member_of Sallow Safer Partnership",
        "Superintendent member_of Sallow Safer Partnership",
    }


BY_GROUP = """Dunmere Heritage Partnership

Steering Group organisations (3 core members from these organisations):
Dunmere Borough Council
Dunmere Museum Trust
Environment Agency
Learning Subgroup:
Dunmere County Council
Dunmere Museum Trust
Dunmere Constabulary
"""


def test_organisations_below_a_groups_name_sit_on_that_group(tmp_path: Path) -> None:
    assert {fact for fact in facts(tmp_path, BY_GROUP, "member_of") if "Learning" in fact} == {
        "Dunmere County Council member_of Learning Subgroup",
        "Dunmere Museum Trust member_of Learning Subgroup",
        "Dunmere Constabulary member_of Learning Subgroup",
    }


def test_organisations_below_a_groups_name_are_no_part_of_it(tmp_path: Path) -> None:
    groups = ("Learning Subgroup", "Steering Group")
    assert facts(tmp_path, BY_GROUP, "part_of") <= {f"{group} part_of Dunmere Heritage Partnership" for group in groups}


ALTERNATING = """Fenwick Advisory Panel

Panel members
Lara Bundle
Chief Executive, The Swan Project
Dr Paul Rigg
Head of Social Work, Fenwick Hospital Trust
Gill Rivington
Director of Housing, Fenwick Borough Council
"""


def test_a_post_below_a_person_is_that_persons(tmp_path: Path) -> None:
    found = facts(tmp_path, ALTERNATING, "member_of", "holds")
    assert "Lara Bundle member_of Fenwick Advisory Panel" in found
    assert "Gill Rivington holds Director of Housing" in found
    assert not any(fact.startswith(("Chief Executive", "Director", "Head")) for fact in found)


CELLS = """Ardley Youth Justice Board
Terms of Reference

5. Membership

Organisation
Representative
Ardley Council
Director of Children's Services
Ardley Constabulary
Superintendent

6. Quorum

Four members.
"""


def test_a_table_cell_by_cell_is_read_by_its_headers(tmp_path: Path) -> None:
    assert facts(tmp_path, CELLS, "member_of", "post_in") == {
        "Director of Children's Services member_of Ardley Youth Justice Board",
        "Director of Children's Services post_in Ardley Council",
        "Superintendent member_of Ardley Youth Justice Board",
        "Superintendent post_in Ardley Constabulary",
    }


RUN_ON = """Lanmoor Parenting Board

Membership

Director of Children's Services, Virtual School Head, Head of Housing and the Children in Care Council.

Meetings

Quarterly.
"""


def test_a_sentence_without_a_verb_is_a_list(tmp_path: Path) -> None:
    assert facts(tmp_path, RUN_ON, "member_of", "meets") == {
        "Director of Children's Services member_of Lanmoor Parenting Board",
        "Virtual School Head member_of Lanmoor Parenting Board",
        "Head of Housing member_of Lanmoor Parenting Board",
        "Children in Care Council member_of Lanmoor Parenting Board",
        "Lanmoor Parenting Board meets [frequency=quarterly]",
    }


GROUPS = """Ferrow Adults Board: Structure

The Board is supported by the following groups.

Quality Sub-group
Chair: Head of Quality, Ferrow Trust
Meets: quarterly
Members: Ferrow Council, Ferrow Constabulary

Learning Sub-group
Chair: Principal Social Worker
Members: Ferrow Council, Probation Service
"""


def test_each_groups_values_are_its_own(tmp_path: Path) -> None:
    assert facts(tmp_path, GROUPS, "chairs", "meets", "part_of", "member_of") == {
        "Quality Sub-group part_of Ferrow Adults Board",
        "Learning Sub-group part_of Ferrow Adults Board",
        "Head of Quality chairs Quality Sub-group",
        "Principal Social Worker chairs Learning Sub-group",
        "Quality Sub-group meets [frequency=quarterly]",
        "Ferrow Council member_of Quality Sub-group",
        "Ferrow Constabulary member_of Quality Sub-group",
        "Ferrow Council member_of Learning Sub-group",
        "Probation Service member_of Learning Sub-group",
    }


TWO_LINES = """Teasel District Council

MINUTES OF THE OVERVIEW AND SCRUTINY COMMITTEE
Held on 14 March 2022

Present:
Cllr Priya Nandra (Chair), Leader of the Council
Dr Amir Shah, Head of Service
"""


def test_minutes_are_those_of_the_committee_that_their_title_names(tmp_path: Path) -> None:
    assert facts(tmp_path, TWO_LINES, "member_of", "chairs") >= {
        "Cllr Priya Nandra member_of OVERVIEW AND SCRUTINY COMMITTEE",
        "Cllr Priya Nandra chairs OVERVIEW AND SCRUTINY COMMITTEE",
        "Dr Amir Shah member_of OVERVIEW AND SCRUTINY COMMITTEE",
    }


FUNDS = """Merrow Vale Adults Board Annual Report 2021-22

Partner contributions 2021/22
Merrow Vale Council £85,000
Arden Constabulary £22,500
Total £107,500
"""


def test_amounts_behind_the_givers_below_a_heading_on_money(tmp_path: Path) -> None:
    assert facts(tmp_path, FUNDS, "funds") == {
        "Merrow Vale Council funds Merrow Vale Adults Board [amount=£85,000]",
        "Arden Constabulary funds Merrow Vale Adults Board [amount=£22,500]",
    }


NUMBERED = """Merrow Vale Harm Group
Terms of Reference

List of Members

Name
Organisation
Purpose

1
Hannah Colter (Chair)
Head of Community Policy
Merrow Vale Council

Leads the work of the group.
2
Robert Ferris
Deputy Chief Constable
Merrow Vale Police

Represents the police in the county. Links to national forces.

3

Daniel Marsh

Deputy Chief Executive
Open Doors
Representing the Merrow Vale Voluntary Network

Brings the view of the voluntary sector.
"""


def test_a_numbered_table_that_lost_its_columns_gives_members_posts_and_organisations(tmp_path: Path) -> None:
    assert facts(tmp_path, NUMBERED, "member_of", "chairs", "holds", "post_in") == {
        "Hannah Colter member_of Merrow Vale Harm Group",
        "Hannah Colter chairs Merrow Vale Harm Group",
        "Hannah Colter holds Chair",
        "Hannah Colter holds Head of Community Policy",
        "Head of Community Policy post_in Merrow Vale Council",
        "Robert Ferris member_of Merrow Vale Harm Group",
        "Robert Ferris holds Deputy Chief Constable",
        "Deputy Chief Constable post_in Merrow Vale Police",
        "Daniel Marsh member_of Merrow Vale Harm Group",
        "Daniel Marsh holds Deputy Chief Executive",
        "Deputy Chief Executive post_in Open Doors",
    }


def test_numbers_above_sentences_are_no_table_of_members(tmp_path: Path) -> None:
    said = "1\nThe Group meets monthly.\n\n2\nThe Group reports to the Council.\n\n3\nOther work.\n"
    paper = f"Merrow Vale Harm Group\n\n{said}"
    assert facts(tmp_path, paper, "member_of", "holds") == set()


TRUSTEES = """Merrow Advice Trust
Annual report

Trustees
Ann Hollow (Chair)
Mark Fenby
Susan Pale

Company Secretary
Louise Tandle

Chief Executive
Graham Spate

Structure and governance
The Trust is governed by its Memorandum and Articles of Association.
"""


def test_who_works_for_a_trust_is_none_of_its_trustees(tmp_path: Path) -> None:
    found = facts(tmp_path, TRUSTEES, "member_of", "holds", "oversees", "part_of")
    assert {line for line in found if "member_of" in line} == {
        "Ann Hollow member_of Merrow Advice Trust",
        "Mark Fenby member_of Merrow Advice Trust",
        "Susan Pale member_of Merrow Advice Trust",
    }
    assert "Graham Spate holds Chief Executive" in found
    assert not [line for line in found if "Articles" in line]


def test_labels_of_members_right_below_a_numbered_sentence_head_their_lists(tmp_path: Path) -> None:
    lists = (
        "Voting members\nPlace Director (Chair)\nDirector of Care, Saltmere Council\n"
        "Non-voting participants\nChief Officer, Healthwatch Saltmere\nPlace Finance Lead\n"
    )
    said = "2.1 The members shall be appointed by the Council for two years. The membership is set out below.\n"
    paper = f"Saltmere Place Committee\n\nTerms of Reference\n\n2.0 MEMBERSHIP\n{said}{lists}\n2.2 It meets monthly.\n"
    members = {fact.split(" member_of ")[0] for fact in facts(tmp_path, paper, "member_of")}
    assert members >= {"Place Director", "Director of Care", "Place Finance Lead"}
    assert not any(word in name for name in members for word in ("participants", "Voting"))


def test_labels_below_the_membership_of_several_groups_name_the_group(tmp_path: Path) -> None:
    paper = (
        "Saltmere School\n\nThe Full Governing Body meets twice a term.\n\nThe Premises Committee looks after the "
        "buildings. The Learning Committee reads reports.\n\nThe current membership of the Committees is:\n"
        "Premises: Mr D Pell (Chair), Mrs C Otter and Mr R Maze.\nLearning: Mrs S Vane (Chair) and Mr R Maze.\n"
    )
    assert facts(tmp_path, paper, "member_of", "chairs") == {
        "Mr D Pell member_of Premises Committee",
        "Mr D Pell chairs Premises Committee",
        "Mrs C Otter member_of Premises Committee",
        "Mr R Maze member_of Premises Committee",
        "Mrs S Vane member_of Learning Committee",
        "Mrs S Vane chairs Learning Committee",
        "Mr R Maze member_of Learning Committee",
    }


def test_groups_whose_members_stand_elsewhere_are_no_members(tmp_path: Path) -> None:
    paper = (
        "Saltmere Council\n\nThe membership of each of the Working Groups can be found at:\n\n"
        "Finance Committee\n\nPlanning Committee\n\nStaffing Committee\n"
    )
    assert facts(tmp_path, paper, "member_of") == set()


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        (
            "The Tide Unit has convened an executive oversight group which includes representatives from:",
            "executive oversight group",
        ),
        ("The Tide Board partners include:", "Tide Board"),
        ("The Tide Board is a multi-agency group which includes:", "Tide Board"),
    ],
)
def test_whose_members_a_lead_in_lists(tmp_path: Path, lead: str, body: str) -> None:
    paper = f"Tide Unit\n\nThe Tide Board meets.\n\n{lead}\n\n- Kelp Police\n- Saltmere Council\n- Rivers Authority\n"
    assert facts(tmp_path, paper, "member_of") == {
        f"Kelp Police member_of {body}",
        f"Saltmere Council member_of {body}",
        f"Rivers Authority member_of {body}",
    }


def test_groups_that_a_body_consists_of_are_parts_of_it(tmp_path: Path) -> None:
    paper = "The Tide Forum meets.\n\nThe Tide Forum consists of:\n\n- Executive Group\n- Sub-Groups\n- Forum Manager\n"
    assert facts(tmp_path, paper, "member_of", "part_of") == {
        "Executive Group part_of Tide Forum",
        "Sub-Groups part_of Tide Forum",
        "Forum Manager member_of Tide Forum",
    }


RUN_TOGETHER = """Eastmoor Flood Board

Terms of Reference

1. Membership

Name Title Organisation
Ruth Calder Chief Executive Saltmere Council
Ivor Denby Head of Adult Social Care Saltmere Council
Nell Orme Director of Nursing Eastmoor Hospitals NHS Trust
"""


def test_columns_that_ran_together_are_a_person_a_post_and_its_body(tmp_path: Path) -> None:
    assert facts(tmp_path, RUN_TOGETHER, "holds", "post_in") == {
        "Ruth Calder holds Chief Executive",
        "Chief Executive post_in Saltmere Council",
        "Ivor Denby holds Head of Adult Social Care",
        "Head of Adult Social Care post_in Saltmere Council",
        "Nell Orme holds Director of Nursing",
        "Director of Nursing post_in Eastmoor Hospitals NHS Trust",
    }
    assert facts(tmp_path, RUN_TOGETHER, "member_of") == {
        "Ruth Calder member_of Eastmoor Flood Board",
        "Ivor Denby member_of Eastmoor Flood Board",
        "Nell Orme member_of Eastmoor Flood Board",
    }


INITIALS = """Saltmere Wharf Forum

Members

R. Calder Chair of the Forum
I. Denby Vice Chair, Wharf Manager
S. Lamb Clerk to the Forum
T. Orme Associate Member
"""


def test_initials_before_a_surname_and_a_post_are_no_letters_of_a_list(tmp_path: Path) -> None:
    assert facts(tmp_path, INITIALS, "holds", "member_of") == {
        "R. Calder member_of Saltmere Wharf Forum",
        "R. Calder holds Chair of the Forum",
        "I. Denby member_of Saltmere Wharf Forum [capacity=vice_chair]",
        "I. Denby holds Vice Chair",
        "S. Lamb member_of Saltmere Wharf Forum [capacity=in_attendance]",
        "S. Lamb holds Clerk to the Forum",
        "T. Orme member_of Saltmere Wharf Forum",
        "T. Orme holds Associate Member",
    }


def test_letters_in_order_number_posts(tmp_path: Path) -> None:
    paper = "Saltmere Wharf Forum\n\nMembers\n\nA. Wharf Manager\nB. Tides Officer\nC. Harbour Clerk\n"
    assert facts(tmp_path, paper, "member_of") == {
        "Wharf Manager member_of Saltmere Wharf Forum",
        "Tides Officer member_of Saltmere Wharf Forum",
        "Harbour Clerk member_of Saltmere Wharf Forum",
    }


def test_the_make_up_of_a_body_is_its_members(tmp_path: Path) -> None:
    paper = "Saltmere Wharf Forum\n\n1. Seats\n\nThe make-up of the Forum:\n\n• Wharf Manager\n• Tides Officer\n"
    assert facts(tmp_path, paper, "member_of") == {
        "Wharf Manager member_of Saltmere Wharf Forum",
        "Tides Officer member_of Saltmere Wharf Forum",
    }
