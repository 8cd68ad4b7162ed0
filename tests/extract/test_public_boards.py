"""Terms of public services boards, access forums, parks, colleges and housing groups are read as they are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import duties, facts, other_bodies

TITLE = "Saltmere Access Forum\n\nTerms of Reference\n\n"


def texts(folder: Path, body: str) -> list[str]:
    """The words of each duty of a forum's terms."""
    return [text for *_, text in duties(folder, body, title=TITLE)]


@pytest.mark.parametrize(
    "lead",
    [
        "The current non-statutory invitees are:",
        "The following have accepted an invitation to take part in the Forum:",
        "Representatives are invited to attend from:",
    ],
)
def test_who_is_invited_comes_to_the_meetings(tmp_path: Path, lead: str) -> None:
    paper = f"{TITLE}1. Membership\n\n{lead}\n\n• Saltmere College\n• The Chief Constable\n• Holderby Council\n"
    assert {
        "Saltmere College member_of Saltmere Access Forum [capacity=in_attendance]",
        "Chief Constable member_of Saltmere Access Forum [capacity=in_attendance]",
        "Holderby Council member_of Saltmere Access Forum [capacity=in_attendance]",
    } <= facts(tmp_path, paper, "member_of")


def test_advisers_who_may_attend_are_listed_as_such(tmp_path: Path) -> None:
    paper = (
        f"{TITLE}5. Attendance\n\nThe principal advisors, who may attend meetings of the Forum, are:\n"
        "  •  Chief Officer\n  •  Chief Internal Auditor\n"
    )
    assert {
        "Chief Officer member_of Saltmere Access Forum [capacity=adviser]",
        "Chief Internal Auditor member_of Saltmere Access Forum [capacity=adviser]",
    } <= facts(tmp_path, paper, "member_of")


def test_items_complete_what_a_body_has_regard_to(tmp_path: Path) -> None:
    body = (
        "1. Conduct\n\nIn carrying out its functions, the Forum will have regard to:\n\na. the needs of "
        "farmers;\n\nb. advice from the Secretary of State.\n"
    )
    assert texts(tmp_path, body) == [
        "have regard to the needs of farmers",
        "have regard to advice from the Secretary of State",
    ]


def test_functions_named_in_an_opening_do_not_make_functions_of_the_items(tmp_path: Path) -> None:
    body = (
        "1. Conduct\n\nIn carrying out its functions, the Forum will monitor:\n\na. the state of the "
        "paths;\n\nb. its budget.\n"
    )
    assert duties(tmp_path, body, title=TITLE) == [
        ("Saltmere Access Forum", "will", "monitor", "monitor the state of the paths"),
        ("Saltmere Access Forum", "will", "monitor", "monitor its budget"),
    ]


@pytest.mark.parametrize("heading", ["1. Purpose", "1. Goals"])
def test_goals_that_these_are_counts_are_no_duties(tmp_path: Path, heading: str) -> None:
    body = (
        f"{heading}\n\nIn pursuing this purpose the Forum will contribute to the national goals. These are\n\n"
        "  • A prosperous county\n  • A healthier county\n"
    )
    assert texts(tmp_path, body) == ["contribute to the national goals"]


def test_a_meeting_with_capitals_before_the_verb_hides_no_election(tmp_path: Path) -> None:
    paper = (
        f"{TITLE}3.1 The Forum shall at its Annual Meeting elect a Chairman and a Vice-Chairman from its membership.\n"
    )
    assert facts(tmp_path, paper, "appoints") == {
        "Saltmere Access Forum appoints Chairman",
        "Saltmere Access Forum appoints Vice-Chairman",
    }


def test_a_secretary_of_state_before_a_comma_is_in_no_other_body(tmp_path: Path) -> None:
    paper = f"{TITLE}1. Work\n\nThe Forum advises the Secretary of State, Natural England, the Council and the Board.\n"
    assert facts(tmp_path, paper, "post_in") == set()


def test_the_director_nominated_by_somebody_is_no_other_director(tmp_path: Path) -> None:
    paper = (
        f"{TITLE}1. Board\n\nThe Board shall comprise the Managing Director and the Clerk. It is "
        "chaired by the Director "
        "nominated by the County Council.\n"
    )
    assert "Managing Director chairs Board" not in facts(tmp_path, paper, "chairs")
    assert "Director chairs Board" in facts(tmp_path, paper, "chairs")


def test_one_from_each_body_does_not_end_a_list_of_members(tmp_path: Path) -> None:
    paper = (
        f"{TITLE}1. Board\n\nThe Strategic Panel shall comprise one Director (or equivalent) from "
        "each Partner Authority, "
        "the Managing Director and the Head of Finance.\n"
    )
    assert {
        "Managing Director member_of Strategic Panel",
        "Head of Finance member_of Strategic Panel",
    } <= facts(tmp_path, paper, "member_of")


def test_representation_from_bodies_is_included(tmp_path: Path) -> None:
    paper = (
        f"{TITLE}1. Members\n\nThe Forum included representation from elected members, the Farmers' Union "
        "and Saltmere College.\n"
    )
    assert "Saltmere College member_of Saltmere Access Forum" in facts(tmp_path, paper, "member_of")


def test_members_of_one_body_who_sit_on_another_are_counted_without_a_verb(tmp_path: Path) -> None:
    paper = (
        "Saltmere College\n\nSearch Committee – Terms of Reference\n\nMembership\n"
        "Not fewer than five members of the Corporation including the Chair of the Corporation and "
        "the Student\nGovernor.\n"
    )
    found = facts(tmp_path, paper, "member_of")
    assert {
        "Chair of the Corporation member_of Search Committee",
        "Student Governor member_of Search Committee",
    } <= found


def test_the_corporation_is_the_body_of_a_college(tmp_path: Path) -> None:
    paper = (
        "Saltmere College\n\nSearch Committee – Terms of Reference\n\n1. Status\n\n"
        "The Committee is accountable to the Corporation.\n"
    )
    assert facts(tmp_path, paper, "accountable_to") == {"Search Committee accountable_to Corporation"}


def test_a_convener_is_in_the_chair(tmp_path: Path) -> None:
    label = f"{TITLE}3. Membership\n\nConvener: Head of Law\nMembers: Head of Care, Head of Housing\n"
    bracket = f"{TITLE}3. Membership\n\n• Head of Law (Convener)\n• Head of Care (Vice Convener)\n• Head of Housing\n"
    assert facts(tmp_path, label, "chairs") == {"Head of Law chairs Saltmere Access Forum"}
    assert facts(tmp_path, bracket, "chairs") == {"Head of Law chairs Saltmere Access Forum"}
    assert "Head of Care member_of Saltmere Access Forum [capacity=vice_chair]" in facts(tmp_path, bracket)


def test_how_the_chair_is_chosen_names_no_chair(tmp_path: Path) -> None:
    paper = (
        f"{TITLE}1. PLANNING COMMITTEE\nMembership:     all members of the Forum\n"
        "Chair:          elected at the Annual General Meeting of the Forum\nFrequency:      4 x year\n"
    )
    assert facts(tmp_path, paper, "chairs") == set()
    assert facts(tmp_path, paper, "meets") == {"PLANNING COMMITTEE meets [frequency=4 times a year]"}


def test_the_and_behind_a_listed_name_is_none_of_it(tmp_path: Path) -> None:
    lines = "The members are:\n\n• Harbour Research Office,\n• Information Compliance, and\n• Information Security.\n"
    assert "Information Compliance" in other_bodies(tmp_path, lines)


def test_a_joined_verb_keeps_its_last_letters_to_itself(tmp_path: Path) -> None:
    body = "1. Work\n\nThe Park Officer is responsible to the Forum for co-ordinating the discharge of its functions.\n"
    assert texts(tmp_path, body) == ["coordinate the discharge of its functions"]


def test_numbers_without_a_point_count_aims(tmp_path: Path) -> None:
    body = (
        "Remit\n1  to advise the Council on access;\n2  to recommend to the Council routes "
        "for repair, having\n"
        "   regard to its budget;\n3  to review the signs every three years.\n"
    )
    assert texts(tmp_path, body) == [
        "advise the Council on access",
        "recommend to the Council routes for repair, having regard to its budget",
        "review the signs every three years",
    ]


def test_none_of_whose_members_denies_no_more_than_their_seat(tmp_path: Path) -> None:
    paper = (
        f"{TITLE}1. Audit\n\nThe Audit Committee, none of whose members may sit on the Finance "
        "Committee, advises the Board "
        "on assurance.\n"
    )
    assert facts(tmp_path, paper, "advises", "member_of") == {"Audit Committee advises Board"}


def test_who_is_helped_in_doing_something_does_it(tmp_path: Path) -> None:
    paper = f"{TITLE}1. Work\n\nThe Forum will support Holderby Council in preparing the Local Plan.\n"
    assert facts(tmp_path, paper, "produces") == {"Holderby Council produces Local Plan"}


def test_posts_that_semicolons_part_report_to_one(tmp_path: Path) -> None:
    paper = (
        f"{TITLE}5. Posts\n\nThe following posts report to the Park Officer: Director of Planning; "
        "Head of Law; Head of "
        "Finance (Chief Finance Officer).\n"
    )
    assert facts(tmp_path, paper, "accountable_to") == {
        "Director of Planning accountable_to Park Officer",
        "Head of Law accountable_to Park Officer",
        "Head of Finance accountable_to Park Officer",
    }


def test_groups_that_there_are_belong_to_the_body_whose_paper_it_is(tmp_path: Path) -> None:
    paper = (
        f"{TITLE}6. Delivery groups\n\nThe Forum may set up others. The delivery groups are the Signs "
        "Panel and the Paths "
        "Panel.\n"
    )
    assert {
        "Signs Panel part_of Saltmere Access Forum",
        "Paths Panel part_of Saltmere Access Forum",
    } <= facts(tmp_path, paper, "part_of")


TABLE = """Group structure of Saltmere Homes

Group Board

Committee             Members                                        Chair              Reports to
Audit & Risk          4 independents; Head of Law                    Independent NED    Group Board
Assurance Panel       8 tenants; Director of Care (ex officio)       Tenant Member      Riverside Board
Growth Committee      2 independents; Head of Housing                Group Director     Group Board
"""


def test_a_table_of_groups_tells_the_posts_that_sit_on_them(tmp_path: Path) -> None:
    assert {
        "Head of Law member_of Audit & Risk",
        "Director of Care member_of Assurance Panel",
    } <= facts(tmp_path, TABLE, "member_of")


def test_a_group_that_reports_elsewhere_is_no_part_of_the_body_above(tmp_path: Path) -> None:
    assert facts(tmp_path, TABLE, "part_of") == {
        "Audit & Risk part_of Group Board",
        "Growth Committee part_of Group Board",
    }


def test_a_group_that_the_board_reports_to_is_no_group_of_it(tmp_path: Path) -> None:
    paper = (
        "Saltmere Climate Partnership\n\nTerms of Reference\n\nThe Partnership works across the "
        "county, reporting into the "
        "Partnership Executive Group. The Data Sub-group meets monthly.\n"
    )
    assert facts(tmp_path, paper, "part_of") == {"Data Sub-group part_of Saltmere Climate Partnership"}


def test_only_those_between_whom_it_is_are_equal(tmp_path: Path) -> None:
    paper = (
        f"{TITLE}1. Status\n\nThe Forum is a committee of the Saltmere Care Partnership, established "
        "jointly between the "
        "Saltmere Care Board and Holderby Council as equal partners.\n"
    )
    assert facts(tmp_path, paper, "peer_of") == {"Saltmere Care Board peer_of Holderby Council"}


def test_a_partnership_of_several_has_them_all_for_members(tmp_path: Path) -> None:
    paper = (
        f"{TITLE}1. Status\n\nThe Forum is an equal partnership of Holderby Council, education "
        "providers, the Bay Care Board "
        "(BCB), and the Youth Voice Group.\n"
    )
    assert {
        "Holderby Council member_of Saltmere Access Forum",
        "education providers member_of Saltmere Access Forum",
        "Bay Care Board member_of Saltmere Access Forum",
        "Youth Voice Group member_of Saltmere Access Forum",
    } <= facts(tmp_path, paper, "member_of")


def test_whose_voice_a_member_represents_makes_no_rule_of_it(tmp_path: Path) -> None:
    paper = (
        f"{TITLE}1. Members\n\nThe Forum is made up of the following:\n\n• Parent Carer Forum "
        "representing the voice of "
        "families, and the voice of children and young people who cannot speak for themselves\n• Holderby Council\n"
    )
    assert "Parent Carer Forum member_of Saltmere Access Forum" in facts(tmp_path, paper, "member_of")


def test_whose_functions_follow_does_them(tmp_path: Path) -> None:
    body = (
        "1. Arrangements\n\n(a) The Chairmen of the Select Committees shall together comprise the "
        "Liaison Committee whose "
        "terms of reference shall be:\n\n   (i) To oversee the work of the Forum.\n\n   (ii) To settle disputes.\n"
    )
    assert [(bearer, text) for bearer, _, _, text in duties(tmp_path, body, title=TITLE)] == [
        ("Liaison Committee", "oversee the work of the Forum"),
        ("Liaison Committee", "settle disputes"),
    ]


def test_purposes_that_are_counted_stand_below(tmp_path: Path) -> None:
    body = (
        "2.1 Alongside the Care Board, its purpose is to deliver the four fundamental purposes of "
        "the Care System:\n\n"
        "  • improve access;\n  • tackle inequalities.\n"
    )
    assert duties(tmp_path, body, title=TITLE) == [
        ("Saltmere Access Forum", "function", "improve", "improve access"),
        ("Saltmere Access Forum", "function", "tackle", "tackle inequalities"),
    ]


def test_elements_of_a_function_are_functions(tmp_path: Path) -> None:
    body = (
        "1. Role\n\nA key function of the Forum is to hold the Cabinet to account. This has two "
        "principal elements:\n\n"
        "  1. Scrutinising Cabinet decisions before they are made.\n  2. Reviewing its budget.\n"
    )
    assert texts(tmp_path, body) == [
        "hold the Cabinet to account",
        "scrutinise Cabinet decisions before they are made",
        "review its budget",
    ]


@pytest.mark.parametrize("lead", ["7. The Imports Committee shall", "7. The Imports Committee shall:"])
def test_clauses_numbered_below_a_numbered_lead_in_complete_it(tmp_path: Path, lead: str) -> None:
    body = f"{lead}\n   7.1 keep its fees low;\n   7.2 oversee the service.\n\n8. The Clerk shall keep the register.\n"
    assert [(bearer, modality, text) for bearer, modality, _, text in duties(tmp_path, body, title=TITLE)] == [
        ("Imports Committee", "must", "keep its fees low"),
        ("Imports Committee", "must", "oversee the service"),
        ("Clerk", "must", "keep the register"),
    ]


@pytest.mark.parametrize("mark", [", ", ": "])
def test_committees_that_there_are_belong_to_the_body_of_the_paper(tmp_path: Path, mark: str) -> None:
    paper = f"{TITLE}There are two standing committees{mark}the Finance Committee and the Imports Committee.\n"
    assert facts(tmp_path, paper, "part_of") == {
        "Finance Committee part_of Saltmere Access Forum",
        "Imports Committee part_of Saltmere Access Forum",
    }


def test_each_that_appoints_so_many_sits_and_sets_up_no_other(tmp_path: Path) -> None:
    paper = (
        f"{TITLE}2. The Forum consists of thirteen members of whom Holderby Council appoints seven, "
        "Lowfleet Council four and Marram Council two.\n"
    )
    assert facts(tmp_path, paper, "member_of", "part_of") == {
        "Holderby Council member_of Saltmere Access Forum",
        "Lowfleet Council member_of Saltmere Access Forum",
        "Marram Council member_of Saltmere Access Forum",
    }


def test_who_convenes_a_forum_does_not_own_it(tmp_path: Path) -> None:
    paper = f"{TITLE}4. The Port Panel meets monthly and is convened by Holderby Council.\n"
    assert facts(tmp_path, paper, "part_of") == set()


def test_core_members_head_a_column_of_them(tmp_path: Path) -> None:
    paper = (
        f"{TITLE}5.  Membership\nCore members                          Organisation\n"
        "Cabinet Member for Paths              Holderby Council\n"
        "Governor                              HMP Saddlebrook\n"
    )
    assert facts(tmp_path, paper, "member_of") == {
        "Cabinet Member for Paths member_of Saltmere Access Forum",
        "Governor member_of Saltmere Access Forum",
    }


def test_groups_that_are_called_by_what_they_do_are_no_actions(tmp_path: Path) -> None:
    body = (
        "4. Groups\n\nDelivery group                       Chair                 Lead agency\n"
        "Deliver treatment and recovery       Head of Care          Holderby Council\n"
        "Break local supply chains            Head of Law           Lowfleet Council\n"
    )
    assert duties(tmp_path, body, title=TITLE) == []


def test_the_board_of_several_is_the_one_that_has_a_section(tmp_path: Path) -> None:
    paper = (
        "Saltmere Flood Partnership\nMEMORANDUM OF UNDERSTANDING\nbetween\nHolderby County Council\n"
        "The Wend Drainage Board\n\n1  The Partnership Board\n1.1  The Board meets in March.\n\n2  The Working Group\n"
        "2.1  The Working Group reports to the Board.\n"
    )
    assert facts(tmp_path, paper, "reports_to") == {"Working Group reports_to Partnership Board"}


def test_an_abbreviated_post_between_two_is_no_field_of_the_first(tmp_path: Path) -> None:
    paper = f"{TITLE}The Panel is made up of the Paths Manager, the DCO, the SEND Team Manager and the Clerk.\n"
    assert {
        "Paths Manager member_of Panel",
        "SEND Team Manager member_of Panel",
    } <= facts(tmp_path, paper, "member_of")


def test_reports_behind_a_comma_is_what_the_subject_does(tmp_path: Path) -> None:
    paper = f"{TITLE}The Forum receives a dashboard at every meeting, reports twice a year to the Partnership Board.\n"
    assert facts(tmp_path, paper, "reports_to") == {
        "Saltmere Access Forum reports_to Partnership Board [frequency=six-monthly]"
    }


def test_who_is_there_with_a_duty_has_it(tmp_path: Path) -> None:
    paper = (
        f"{TITLE}The Forum has a Paths Panel with a distinct responsibility to provide advice to Holderby Council.\n"
    )
    assert facts(tmp_path, paper, "advises") == {"Paths Panel advises Holderby Council"}


def test_a_heading_among_names_of_posts_is_none_of_the_papers_bodies(tmp_path: Path) -> None:
    paper = (
        "PATHS PROTOCOL\n\nAgreed by: Holderby Council and the Saltmere Access Forum\n\n2  Who does what\n"
        "2.1  The Paths Manager\n     Keeps the list of paths.\n2.2  Parish wardens\n"
        "     Must notify the Paths Manager of every fallen tree.\n2.3  The Clerk\n     Keeps the minutes.\n"
    )
    assert facts(tmp_path, paper, "notifies") == set()


@pytest.mark.parametrize(
    ("meeting", "told"), [("Annual Meeting", " [frequency=annual]"), ("Ordinary Meeting", ""), ("Spring Meeting", "")]
)
def test_only_an_annual_meeting_tells_that_it_is_once_a_year(tmp_path: Path, meeting: str, told: str) -> None:
    said = f"The Saltmere Board shall at its {meeting} report to Holderby Council."
    paper = f"Saltmere Board\n\n1. Work\n\n{said}\n"
    assert facts(tmp_path, paper, "reports_to") == {f"Saltmere Board reports_to Holderby Council{told}"}
