"""Lines of lists of members: what sort stands below, who is sent by several, who chairs, and whose list it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import duties, facts

BOARD = "Saltmere Care Board"
HEAD = f"{BOARD}\n\nTerms of Reference\n\n4. Membership\n\n"


def test_a_lay_member_in_the_chair_is_no_heading_of_those_below(tmp_path: Path) -> None:
    paper = f"{HEAD}Voting members:\nLay Member (Chair)\nFinance Director\nIn attendance:\nHead of Law\n"
    assert facts(tmp_path, paper, "member_of", "chairs") == {
        f"Lay Member member_of {BOARD} [capacity=lay_member]",
        f"Lay Member chairs {BOARD}",
        f"Finance Director member_of {BOARD}",
        f"Head of Law member_of {BOARD} [capacity=in_attendance]",
    }


def test_members_below_voting_and_non_voting_are_members(tmp_path: Path) -> None:
    paper = (
        f"{HEAD}Voting\n   Head of Law (Chair)\n   Head of Housing\n\nNon-voting\n   Head of Care\n   The Treasurer\n"
    )
    assert facts(tmp_path, paper, "member_of") == {
        f"{post} member_of {BOARD}" for post in ("Head of Law", "Head of Housing", "Head of Care", "Treasurer")
    }


def test_a_rule_on_votes_below_the_members_is_no_member(tmp_path: Path) -> None:
    paper = f"{HEAD}Head of Law\nHead of Housing\n\nVoting\n\nEach member has one vote and the Head of Law a second.\n"
    assert facts(tmp_path, paper, "member_of") == {
        f"{post} member_of {BOARD}" for post in ("Head of Law", "Head of Housing")
    }


def test_a_name_before_its_organisation_in_brackets_is_a_person(tmp_path: Path) -> None:
    paper = f"{HEAD}Susan Wick (Saltmere Council)\nPeter Orme (Saltmere Farmers' Union)\nMary Cole – Saltmere Police\n"
    on_the_board = {f"{person} member_of {BOARD}" for person in ("Susan Wick", "Peter Orme", "Mary Cole")}
    # a union, unlike a council or the police, has members who are no councillors
    assert facts(tmp_path, paper, "member_of") == {*on_the_board, "Peter Orme member_of Saltmere Farmers' Union"}


@pytest.mark.parametrize(
    "sent", ["One representative each of", "Two representatives from each of", "Representatives of"]
)
def test_all_who_send_a_representative_are_members(tmp_path: Path, sent: str) -> None:
    paper = f"{HEAD}- {sent} Saltmere Council, Harne Council and the Youth Service\n- The Treasurer\n"
    members = ("Saltmere Council", "Harne Council", "Youth Service", "Treasurer")
    assert facts(tmp_path, paper, "member_of") == {f"{member} member_of {BOARD}" for member in members}


def test_a_long_line_of_those_who_send_somebody_is_a_line_of_members(tmp_path: Path) -> None:
    listed = "Harne Rovers Association, Harne Pubwatch, Harne Youth Club\nand Harne Chamber of Trade"
    paper = f"{HEAD}The Mayor\nOne representative each of {listed}\n\nThe Board meets monthly.\n"
    assert facts(tmp_path, paper, "member_of") == {
        f"{member} member_of {BOARD}"
        for member in (
            "Mayor",
            "Harne Rovers Association",
            "Harne Pubwatch",
            "Harne Youth Club",
            "Harne Chamber of Trade",
        )
    }


def test_a_count_behind_a_class_is_no_word_of_it(tmp_path: Path) -> None:
    paper = (
        f"{HEAD}Tuition Unit representative 1\nInfant headteacher (maintained) 2\nRepresentative from Barnardo's 1\n"
    )
    members = ("Tuition Unit representative", "Infant headteacher", "Representative from Barnardo's", "Barnardo's")
    assert facts(tmp_path, paper, "member_of") == {f"{member} member_of {BOARD}" for member in members}


@pytest.mark.parametrize("lead", ["The other members are:", "The Board is made up of:"])
def test_classes_in_small_letters_below_a_lead_in_are_lines_of_their_own(tmp_path: Path, lead: str) -> None:
    paper = (
        f"{BOARD}\n\nThe Board was set up in May. {lead}\n\nHead of Law\nhospital doctor\nthird sector representative\n"
    )
    paper += "one of the Reviewing Officers\n\nIt meets monthly.\n"
    members = ("Head of Law", "hospital doctor", "third sector representative", "Reviewing Officers")
    assert facts(tmp_path, paper, "member_of") == {f"{member} member_of {BOARD}" for member in members}


def test_who_stands_behind_the_office_of_a_panel_holds_it(tmp_path: Path) -> None:
    paper = "Saltmere Review Panel\n\nMembership\n\nPanel Chair: Head of Law, Saltmere Council\n"
    paper += "Deputy Panel Chair: Audit Manager, Saltmere Council\nDuty Officer, Saltmere Police\n"
    assert facts(tmp_path, paper, "chairs", "member_of") == {
        "Head of Law chairs Saltmere Review Panel",
        "Head of Law member_of Saltmere Review Panel",
        "Audit Manager member_of Saltmere Review Panel [capacity=vice_chair]",
        "Audit Manager member_of Saltmere Review Panel",
        "Duty Officer member_of Saltmere Review Panel",
    }


def test_or_equivalent_is_no_other_name(tmp_path: Path) -> None:
    paper = (
        f"{HEAD}Cabinet Member for Youth and Families, Saltmere District Council (or equivalent) (Chair)\nHead of Law\n"
    )
    assert facts(tmp_path, paper, "chairs") == {f"Cabinet Member for Youth and Families chairs {BOARD}"}


FLAT = """Safer Saltmere

Introduction

Two bodies are described here.

Saltmere Safety Board

The Board approves the plan and meets each quarter. It may set up groups of its own.

Saltmere Case Panel

Cases are heard in private.

Membership

Head of Law
Head of Housing
Duty Officer

Meetings

Monthly
"""


def test_labels_below_a_groups_heading_tell_of_it_though_they_are_of_one_level(tmp_path: Path) -> None:
    assert facts(tmp_path, FLAT, "member_of", "meets") >= {
        "Head of Law member_of Saltmere Case Panel",
        "Duty Officer member_of Saltmere Case Panel",
        "Saltmere Case Panel meets [frequency=monthly]",
    }


def test_a_label_that_asks_whom_is_answered_by_any_name(tmp_path: Path) -> None:
    paper = (
        f"{BOARD}\n\nTerms of Reference\n\nReports to: Senate\nParent body: Saltmere Together\nAccountable to: TBC\n"
    )
    assert facts(tmp_path, paper, "reports_to", "part_of", "accountable_to") == {
        f"{BOARD} reports_to Senate",
        f"{BOARD} part_of Saltmere Together",
    }


def test_a_representative_of_an_officer_stands_for_him(tmp_path: Path) -> None:
    text = (
        "The Treasurer, the Head of Law and a representative of the external auditors shall normally attend meetings."
    )
    paper = f"{BOARD}\n\nTerms of Reference\n\n4. Attendance\n\n{text}\n"
    assert facts(tmp_path, paper, "member_of") == {
        f"{member} member_of {BOARD} [capacity=in_attendance]"
        for member in ("Treasurer", "Head of Law", "external auditors")
    }


def test_to_whom_responsibility_is_delegated_bears_it(tmp_path: Path) -> None:
    text = "The Trust Board has delegated responsibility to the Pay Committee to set the pay of senior staff."
    assert duties(tmp_path, text) == [("Pay Committee", "must", "set", "set the pay of senior staff")]


def test_a_vice_chancellor_and_a_registrar_hold_posts(tmp_path: Path) -> None:
    text = "The Vice-Chancellor shall not be a member of the Board. The Registrar is a member of the Board."
    assert facts(tmp_path, f"{HEAD}{text}\n", "member_of") == {
        f"Vice-Chancellor not member_of {BOARD}",
        f"Registrar member_of {BOARD}",
    }


TWO_LEADS = f"""{BOARD}

Terms of Reference

2.1  The members of the Board are:

     For Saltmere Council:
          Head of Law
          Head of Housing

     For Saltmere Police:
          Duty Officer
          Area Commander

2.2  The Treasurer may attend.
"""


def test_labels_between_a_lead_in_and_its_lists_tell_whose_members_they_are(tmp_path: Path) -> None:
    assert facts(tmp_path, TWO_LEADS, "member_of") >= {
        f"{post} member_of {BOARD}" for post in ("Head of Law", "Head of Housing", "Duty Officer", "Area Commander")
    }


def test_members_in_small_letters_below_a_lead_in_are_not_run_together(tmp_path: Path) -> None:
    paper = f"{BOARD}\n\nThe Board meets in May. Its members are:\n\n   Head of Law (Chair)\n   two hospital doctors\n"
    paper += "   the Treasurer and the Head of Housing\n   Saltmere Hill Association (observer)\n\nIt meets monthly.\n"
    assert facts(tmp_path, paper, "member_of") >= {
        f"Treasurer member_of {BOARD}",
        f"Head of Housing member_of {BOARD}",
    }


@pytest.mark.parametrize("office", ["Trust Chair", "Chairman of the organisation"])
def test_an_office_of_another_sort_of_body_is_not_the_committees(tmp_path: Path, office: str) -> None:
    paper = f"Saltmere Audit Committee\n\nTerms of Reference\n\n2. Chair\n\nThe {office} shall not be a member."
    assert facts(tmp_path, f"{paper} The {office} may attend.\n", "chairs") == set()


UNPARTED = f"""{BOARD}

Terms of Reference

4. Membership

Mr J Angus Non-Executive Member, Saltmere Trust
Mrs H Wick Medical Director, Saltmere Trust
Mrs Ann Leeson Director of Law

In Attendance

Mr P Orme Governance Manager
"""


def test_a_post_behind_a_name_without_a_mark_is_no_part_of_the_name(tmp_path: Path) -> None:
    assert facts(tmp_path, UNPARTED, "holds", "member_of") == {
        "Mr J Angus holds Non-Executive Member",
        "Mrs H Wick holds Medical Director",
        "Mrs Ann Leeson holds Director of Law",
        "Mr P Orme holds Governance Manager",
        f"Mr J Angus member_of {BOARD}",
        f"Mrs H Wick member_of {BOARD}",
        f"Mrs Ann Leeson member_of {BOARD}",
        f"Mr P Orme member_of {BOARD} [capacity=in_attendance]",
    }


def test_a_class_that_only_announces_a_list_is_no_member(tmp_path: Path) -> None:
    text = "The membership of the Board will include the following organisations and people;"
    paper = f"{HEAD}{text}\n\n- Saltmere Council\n- Lay members\n"
    assert facts(tmp_path, paper, "member_of") == {
        f"Saltmere Council member_of {BOARD}",
        f"Lay members member_of {BOARD} [capacity=lay_member]",
    }


def test_members_of_a_sort_sit_on_the_forum_and_not_on_the_sort(tmp_path: Path) -> None:
    paper = (
        "The make-up of the Saltmere Schools Forum is:\n\nSchools members\n\n- 5 infant head teachers\n- 2 bursars\n"
    )
    found = facts(tmp_path, f"Saltmere Schools Forum\n\n{paper}", "member_of")
    assert "infant head teachers member_of Saltmere Schools Forum" in found


@pytest.mark.parametrize(
    "lead",
    [
        "The law sets out a minimum membership for the Board, which includes:",
        "The Board must include:",
        "The membership must include at least:",
        "The Board shall have as its members:",
        "Those attending will be:",
        "The Board brings together:",
        "Partner organisations on the Board are:",
        "Current Board members are:",
        "Attendance at the Board will include:",
        "Meetings will be attended by:",
        "Each of the following shall appoint one member:",
        "Representatives on the Board include:",
        "The Board has two members, including:",
        "The Board is a multi-agency group which includes:",
        "The Board is a group of senior officers from:",
    ],
)
def test_lead_ins_of_lists_of_members(tmp_path: Path, lead: str) -> None:
    paper = f"{BOARD}\n\nTerms of Reference\n\n4. Structure\n\n{lead}\n\n- Head of Law\n- Harne NHS Trust\n"
    assert {fact.partition(" [")[0] for fact in facts(tmp_path, paper, "member_of")} == {
        f"Head of Law member_of {BOARD}",
        f"Harne NHS Trust member_of {BOARD}",
    }


def test_what_a_quorum_includes_is_no_list_of_members(tmp_path: Path) -> None:
    paper = f"{BOARD}\n\nTerms of Reference\n\n4. Quorum\n\nThe quorum is two members, including:\n\n- Head of Law\n"
    assert facts(tmp_path, paper, "member_of") == set()


@pytest.mark.parametrize(
    "line", ["Harne Council – Head of Law (Chair), Head of Care", "Harne Council: Head of Law and Head of Care"]
)
def test_all_posts_behind_an_organisation_are_in_it_and_sit(tmp_path: Path, line: str) -> None:
    assert facts(tmp_path, f"{HEAD}- The Treasurer\n- {line}\n", "member_of", "post_in") == {
        f"Treasurer member_of {BOARD}",
        f"Head of Law member_of {BOARD}",
        f"Head of Care member_of {BOARD}",
        "Head of Law post_in Harne Council",
        "Head of Care post_in Harne Council",
    }


def test_an_organisation_with_its_post_in_brackets_sits_by_it(tmp_path: Path) -> None:
    paper = f"{HEAD}- The Treasurer\n- Harne Council (Head of Law)\n- Harne Police (Chair)\n"
    assert facts(tmp_path, paper, "member_of", "post_in", "chairs") == {
        f"Treasurer member_of {BOARD}",
        f"Harne Council member_of {BOARD}",
        f"Head of Law member_of {BOARD}",
        "Head of Law post_in Harne Council",
        f"Harne Police member_of {BOARD}",
        f"Harne Police chairs {BOARD}",
    }


def test_people_below_their_posts_hold_those_above_them(tmp_path: Path) -> None:
    lines = "Head of Moorings\nCllr Eric Wick\nHarbour Champion\nPaul Hale\nTown Clerk\nAnne Orme\n"
    assert facts(tmp_path, f"{HEAD}{lines}\nThe Board meets monthly.\n", "holds") == {
        "Cllr Eric Wick holds Head of Moorings",
        "Paul Hale holds Harbour Champion",
        "Anne Orme holds Town Clerk",
    }


def test_what_is_said_of_a_member_makes_no_rule_of_the_line(tmp_path: Path) -> None:
    chief = "the Chief Officer (also known as the Lead Officer and acting across the five boards). This is a paid post."
    lay = (
        "Two lay members (one of whom shall chair) – one with skills of audit and one with skills of public engagement"
    )
    paper = f"{HEAD}- {chief}\n- {lay}\n- two locality leads for each locality\n"
    assert {fact.partition(" [")[0] for fact in facts(tmp_path, paper, "member_of")} == {
        f"{member} member_of {BOARD}" for member in ("Chief Officer", "lay members", "locality leads")
    }


def test_people_below_your_councillors_are_members(tmp_path: Path) -> None:
    paper = "Saltmere Parish Council\n\nYour Councillors\n\nTony Cross – Councillor\nTim Cook – Councillor\n"
    assert facts(tmp_path, paper, "member_of") == {
        f"{person} member_of Saltmere Parish Council" for person in ("Tony Cross", "Tim Cook")
    }


def test_ex_officio_members_and_officers_sit(tmp_path: Path) -> None:
    lines = "Ex-Officio Members: Deputy Mayor\nEx-Officio Officers: Head of Law\n"
    paper = f"{BOARD}\n\nTerms of Reference\n\nChair: The Mayor\n{lines}Quorum: 3 members.\n"
    assert {f"{post} member_of {BOARD}" for post in ("Deputy Mayor", "Head of Law")} <= facts(
        tmp_path, paper, "member_of"
    )


COMMITTEE = "Saltmere Trust Finance Committee"
COMMITTEE_HEAD = f"{COMMITTEE}\n\nTerms of Reference\n\nThe Committee is a committee of the Board.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "The Committee consists of at least three governors including the Treasurer and meets monthly.",
        "The Board will appoint at least five members, including two governors and the Treasurer.",
        "Its membership currently includes two governors, a teaching assistant, the Treasurer and the Bursar.",
        "The members shall be: two governors, in addition to the Treasurer.",
    ],
)
def test_whom_a_number_of_members_includes_sits_too(tmp_path: Path, sentence: str) -> None:
    found = facts(tmp_path, f"{COMMITTEE_HEAD}{sentence}\n", "member_of")
    assert found >= {f"governors member_of {COMMITTEE}", f"Treasurer member_of {COMMITTEE}"}


def test_a_bracket_that_includes_somebody_names_a_member(tmp_path: Path) -> None:
    paper = f"{COMMITTEE_HEAD}2. Membership\n\n- Three governors (including the Chair of the Estates Panel)\n- Bursar\n"
    assert f"Chair of the Estates Panel member_of {COMMITTEE}" in facts(tmp_path, paper, "member_of")


def test_a_bracket_that_tells_where_somebody_comes_from_names_none(tmp_path: Path) -> None:
    paper = (
        f"{COMMITTEE_HEAD}2. Membership\n\n- Three governors (nominated by the Chair of the Estates Panel)\n- Bursar\n"
    )
    assert f"Chair of the Estates Panel member_of {COMMITTEE}" not in facts(tmp_path, paper, "member_of")


def test_the_chair_of_another_group_sits_and_the_group_does_not(tmp_path: Path) -> None:
    paper = f"{HEAD}- Chair – Rivers Subgroup\n- Vice Chair: Quays Panel\n- Head of Law\n"
    assert facts(tmp_path, paper, "member_of", "chairs") == {
        f"Chair of Rivers Subgroup member_of {BOARD}",
        "Chair of Rivers Subgroup chairs Rivers Subgroup",
        f"Vice Chair of Quays Panel member_of {BOARD}",
        "Vice Chair of Quays Panel member_of Quays Panel [capacity=vice_chair]",
        f"Head of Law member_of {BOARD}",
    }


def test_a_lead_in_calls_a_group_in_small_letters(tmp_path: Path) -> None:
    said = f"{BOARD}\n\nTerms of Reference\n\nThe Steering Group plans the work.\n\n"
    paper = f"{said}The steering group membership will include:\n\n- Head of Law\n- Town Clerk\n"
    assert facts(tmp_path, paper, "member_of") == {
        "Head of Law member_of steering group",
        "Town Clerk member_of steering group",
    }


def test_what_is_told_of_a_member_behind_its_name_is_no_part_of_it(tmp_path: Path) -> None:
    lines = "- the lead minister, who should chair\n- the finance director, who should be qualified\n- the Bursar\n"
    found = facts(tmp_path, f"{COMMITTEE_HEAD}2. Membership\n\nIt should comprise:\n\n{lines}", "member_of", "chairs")
    assert found >= {
        f"lead minister member_of {COMMITTEE}",
        f"lead minister chairs {COMMITTEE}",
        f"finance director member_of {COMMITTEE}",
    }


@pytest.mark.parametrize(
    "lead",
    [
        "There are two statutory members of the Board:",
        "The Rivers Act says that there are two core members:",
        "There are two members:",
    ],
)
def test_so_many_members_there_are_in_a_list(tmp_path: Path, lead: str) -> None:
    paper = f"{HEAD}{lead}\n\n- Saltmere Council\n- Northshire Police\n"
    assert facts(tmp_path, paper, "member_of") == {
        f"Saltmere Council member_of {BOARD}",
        f"Northshire Police member_of {BOARD}",
    }


def test_the_contents_below_a_title_with_membership_in_it_are_no_members(tmp_path: Path) -> None:
    paper = f"{BOARD} Terms of Reference, Membership and Roles\n\n- Purpose\n- Underpinning Principles\n- Next Steps\n"
    assert facts(tmp_path, paper, "member_of") == set()


def test_a_sentence_behind_a_list_goes_on_with_all_above_below_a_heading_of_its_own(tmp_path: Path) -> None:
    above = "The above includes all schools, colleges, nurseries and academies."
    lists = f"Learning and Childcare\n\n- Saltmere College\n- Northshire University\n\n{above}\n"
    care = "Health and Social Care\n\n- Saltmere NHS Trust\n- Northshire Hospice\n"
    paper = f"{BOARD}\n\n1. Purpose\n\nThe Board keeps people safe.\n\n21. Relevant Agencies\n\n{lists}\n\n{care}"
    assert facts(tmp_path, paper, "member_of") >= {
        "Saltmere College member_of Relevant Agencies",
        "schools member_of Relevant Agencies",
        "colleges member_of Relevant Agencies",
    }


def test_a_line_above_bullets_says_who_sends_those_below_it(tmp_path: Path) -> None:
    lines = "Northshire Police\n• Chief Constable\n\nHealth\n• Director of Nursing\n• Saltmere Hospice\n"
    assert facts(tmp_path, f"{HEAD}{lines}", "member_of", "post_in") == {
        f"Chief Constable member_of {BOARD}",
        "Chief Constable post_in Northshire Police",
        f"Director of Nursing member_of {BOARD}",
        f"Saltmere Hospice member_of {BOARD}",
    }


def test_statutory_officers_are_no_members_of_their_council(tmp_path: Path) -> None:
    lines = "Monitoring Officer: Head of Legal Services\nReturning Officer: Chief Executive\n"
    paper = f"Saltmere Borough Council\n\nScheme of Delegation\n\n6. Statutory Officers\n\n{lines}"
    assert facts(tmp_path, paper, "member_of") == set()


def test_whom_a_post_represents_sits_too(tmp_path: Path) -> None:
    lines = "- Northshire Police – represented by the Chief Constable\n- Saltmere Council, represented by its Leader\n"
    assert facts(tmp_path, f"{HEAD}{lines}", "member_of") == {
        f"Northshire Police member_of {BOARD}",
        f"Chief Constable member_of {BOARD}",
        f"Saltmere Council member_of {BOARD}",
        f"Leader member_of {BOARD}",
    }
