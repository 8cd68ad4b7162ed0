"""What papers of trusts, health bodies and police boards say, in the ways in which they set it out."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import duties, extracted, facts

from protocolgraph.model import EntityType

COMMITTEE = "Saltmere Trust Finance Committee"
HEAD = f"{COMMITTEE}\n\nTerms of Reference\n\nThe Committee is a committee of the Board.\n\n"


@pytest.mark.parametrize("number", ["", "3. "])
@pytest.mark.parametrize("label", ["Constabulary:", "Voluntary sector:", "Harbour Trust:"])
def test_labels_below_membership_sort_those_who_sit(tmp_path: Path, label: str, number: str) -> None:
    lists = f"Councillors:\n\n- Leader of the Council\n- Mayor\n\n{label}\n\n- Bursar\n- Head of Planning\n"
    found = facts(tmp_path, f"{HEAD}{number}Membership\n\n{lists}", "member_of")
    assert found == {
        f"{post} member_of {COMMITTEE}" for post in ("Leader of the Council", "Mayor", "Bursar", "Head of Planning")
    }


@pytest.mark.parametrize("label", ["Responsibilities:", "The Bursar will:", "Quorum:", "Tides Subgroup:"])
def test_labels_below_membership_of_another_matter_list_no_members(tmp_path: Path, label: str) -> None:
    lists = f"Councillors:\n\n- Mayor\n- Leader of the Council\n\n{label}\n\n- Bursar\n- Head of Planning\n"
    found = facts(tmp_path, f"{HEAD}3. Membership\n\n{lists}", "member_of")
    assert f"Bursar member_of {COMMITTEE}" not in found
    assert f"Mayor member_of {COMMITTEE}" in found


def test_terms_of_reference_are_those_of_the_only_group_that_they_name(tmp_path: Path) -> None:
    paper = (
        "Terms of Reference\n\nPurpose\n\n1. To review the harbour plan.\n\n"
        "Membership\n\nThe Harbour Master will be the sole member of the Fair Tides Board.\n"
    )
    assert duties(tmp_path, paper, title="")[0][0] == "Fair Tides Board"


def test_the_boards_are_those_of_the_plural_name_that_a_paper_is_about(tmp_path: Path) -> None:
    paper = (
        "Tide Boards\n\nThe Tide Boards meet monthly.\n\nThe aim of the Boards is to:\n\n- review the plan\n- help\n"
    )
    assert ("Tide Boards", "review the plan") in [(d[0], d[3]) for d in duties(tmp_path, paper, title="")]


def test_a_name_of_the_title_is_known_in_small_letters_too(tmp_path: Path) -> None:
    paper = (
        "Tides and harbours committee terms of reference\n\n"
        "The tides and harbours committee is a formal committee of the Saltmere Board.\n"
    )
    assert facts(tmp_path, paper, "part_of") == {"tides and harbours committee part_of Saltmere Board"}


def test_people_without_titles_behind_one_with_a_title_sit_too(tmp_path: Path) -> None:
    listed = "Professor Ann Gregson (Chair), Andrew Gould, Lyn McKay and Brendan Browne.\n\nThe Bursar helps.\n"
    found = facts(tmp_path, f"{HEAD}Membership\n\nThe Committee comprises:\n\n{listed}", "member_of")
    assert found == {
        f"{person} member_of {COMMITTEE}"
        for person in ("Professor Ann Gregson", "Andrew Gould", "Lyn McKay", "Brendan Browne")
    }


def test_two_offices_on_a_line_have_their_holders_each(tmp_path: Path) -> None:
    paper = "Saltmere Finance Committee\n\nChair: Richard Trafford        Vice Chair: Alastair Lock\n"
    assert facts(tmp_path, paper, "chairs", "member_of") == {
        "Richard Trafford chairs Saltmere Finance Committee",
        "Richard Trafford member_of Saltmere Finance Committee",
        "Alastair Lock member_of Saltmere Finance Committee [capacity=vice_chair]",
    }


def test_departmental_boards_are_a_class(tmp_path: Path) -> None:
    paper = f"{HEAD}Each departmental board is chaired by the Permanent Secretary.\n"
    assert "Permanent Secretary chairs departmental board" in facts(tmp_path, paper, "chairs")


def test_a_label_on_members_may_tell_what_they_do(tmp_path: Path) -> None:
    paper = (
        "Members:\nMembers are the guardians of the governance of the Harbour Trust. They control it.\n"
        "Trust Board:\nDirectors run the Trust.\nLocal Boards:\nThe Trust Board delegates powers to the Local Boards.\n"
    )
    assert facts(tmp_path, paper, "member_of") == set()


RANKS = "Saltmere Learning Trust\n\nGovernance\n\nMembers and trustees have duties of their own.\n\n"


def test_members_who_appoint_trustees_are_of_no_board_of_theirs(tmp_path: Path) -> None:
    paper = (
        f"{RANKS}The Board of Trustees\n\nMembers appoint trustees. The Board sends an annual report to the Members.\n"
    )
    extraction = extracted(tmp_path, paper, title="")
    members = {m.owner for m in extraction.mentions if m.text == "Members"}
    assert members == {None}
    assert facts(tmp_path, paper, "appoints", "reports_to") == {
        "Members appoints trustees",
        "Board of Trustees reports_to Members [product=annual report]",
    }


def test_members_of_a_board_that_nobody_appoints_are_its_own(tmp_path: Path) -> None:
    paper = "Saltmere Trust\n\nBoard of Trustees\n\nMembers must attend. Papers are sent to members with a report.\n"
    extraction = extracted(tmp_path, paper, title="")
    owners = {m.owner for m in extraction.mentions if m.text == "Members"}
    assert {extraction.mentions[o].name for o in owners if o is not None} == {"Board of Trustees"}
    assert facts(tmp_path, paper, "reports_to") == set()


def test_what_is_denied_to_be_one_set_up_under_a_law_is_not_set_up_under_it(tmp_path: Path) -> None:
    paper = "Saltmere Pension Board\n\nThe Board is not a committee constituted under the Local Government Act 1972.\n"
    found = facts(tmp_path, paper, "established_under")
    assert found == {"Saltmere Pension Board not established_under Local Government Act 1972"}


def test_a_class_ends_before_what_it_does(tmp_path: Path) -> None:
    paper = "The Governing Body of each academy meets three times a year.\n"
    assert facts(tmp_path, paper, "meets") == {"Governing Body meets [frequency=three times a year]"}


def test_a_committee_meets_as_its_timing_says(tmp_path: Path) -> None:
    paper = "Saltmere Town Council\n\nFinance Committee\n\nTiming: Quarterly\n"
    assert facts(tmp_path, paper, "meets") == {"Finance Committee meets [frequency=quarterly]"}


@pytest.mark.parametrize(
    ("lead", "modality"),
    [
        ("The Harbour Tides Board has control of the harbour, with the ability to:", "may"),
        ("The Harbour Tides Board has responsibility for three core functions:", "must"),
    ],
)
def test_lead_ins_of_powers_and_of_counted_functions_bear_their_items(tmp_path: Path, lead: str, modality: str) -> None:
    verbs = ("amend", "appoint") if modality == "may" else ("amending", "appointing")
    paper = f"{lead}\n\n- {verbs[0]} the byelaws\n- {verbs[1]} pilots\n"
    found = duties(tmp_path, paper, title="")
    assert found == [
        ("Harbour Tides Board", modality, "amend", "amend the byelaws"),
        ("Harbour Tides Board", modality, "appoint", "appoint pilots"),
    ]


def test_what_a_committee_does_behind_a_label_is_read(tmp_path: Path) -> None:
    paper = (
        "The Tides Committee is made up of ten councillors.\n\n"
        "Audit: among its duties the committee agrees yearly audit plans.\n\n"
        "Rules: the committee keeps and reviews the byelaws of the harbour.\n"
    )
    found = [(d[0], d[3]) for d in duties(tmp_path, paper, title="")]
    assert found == [
        ("Tides Committee", "agree yearly audit plans"),
        ("Tides Committee", "keep and review the byelaws of the harbour"),
    ]
    assert facts(tmp_path, paper, "approves") == {"Tides Committee approves yearly audit plans"}


def test_committees_in_a_list_are_no_parts_of_the_first_of_them(tmp_path: Path) -> None:
    paper = (
        "Our groups\n\nThe Tides Committee meets monthly.\n\nCommittees\n\n"
        "- Tides Committee\n- Boats Committee\n- Piers Committee\n"
    )
    assert facts(tmp_path, paper, "part_of") == set()


def test_who_may_come_instead_of_a_member_tells_nothing_of_the_member(tmp_path: Path) -> None:
    seats = "- The Bursar (or Vice-Chair when the Bursar is away)\n- The Mayor\n"
    found = facts(tmp_path, f"{HEAD}Membership\n\nThe Committee will consist of:\n\n{seats}", "member_of")
    assert f"Bursar member_of {COMMITTEE}" in found


def test_how_often_members_are_chosen_is_not_how_often_a_group_meets(tmp_path: Path) -> None:
    paper = "Tides Group\n\nMeetings held consist of ten fishermen who are elected annually.\n"
    assert facts(tmp_path, paper, "meets") == set()


def test_a_group_of_several_fields_may_begin_with_membership(tmp_path: Path) -> None:
    paper = "Membership Engagement and Communications Committee\n\nThe Committee meets monthly.\n"
    assert facts(tmp_path, paper, "meets") == {
        "Membership Engagement and Communications Committee meets [frequency=monthly]"
    }


def test_what_is_referred_for_consideration_by_a_body_is_not_referred_by_it(tmp_path: Path) -> None:
    paper = f"{HEAD}The matter shall be referred to the Boats Panel for consideration by the Fleet Board.\n"
    assert facts(tmp_path, paper, "escalates_to", "reports_to", "notifies") == set()


def test_a_lead_in_that_is_a_bearer_may_end_in_a_semicolon(tmp_path: Path) -> None:
    paper = "The Harbour Board;\n\n- approves the budget\n- appoints the pilots\n"
    assert [(d[0], d[3]) for d in duties(tmp_path, paper, title="")] == [
        ("Harbour Board", "approve the budget"),
        ("Harbour Board", "appoint the pilots"),
    ]


def test_numbered_approving_bodies_approve_the_paper(tmp_path: Path) -> None:
    paper = "Scheme of Delegation\n\nApproving body 1: Tides Committee\n\nApproving body 2: Fleet Board\n"
    assert facts(tmp_path, paper, "approves") == {
        "Tides Committee approves Scheme of Delegation",
        "Fleet Board approves Scheme of Delegation",
    }


def test_a_body_without_an_article_behind_to_is_recommended_to(tmp_path: Path) -> None:
    paper = "The Tides Committee will recommend to Cabinet the approval of loans.\n"
    assert facts(tmp_path, paper, "advises") == {"Tides Committee advises Cabinet"}


@pytest.mark.parametrize(
    "lead",
    [
        "The Tides Committee is appointed to:",
        "The Tides Committee has been appointed by the Harbour Council to:",
        "The Tides Committee was set up under the Tides Act 2010 to:",
        "Having regard to the law of, and good practice in, pilotage, and being mindful of risk, the Tides Committee is"
        " established to:",
    ],
)
def test_what_a_body_is_set_up_to_do_is_its_function(tmp_path: Path, lead: str) -> None:
    found = duties(tmp_path, f"{lead}\n\n- review the budget\n- appoint the pilots\n", title="")
    assert found == [
        ("Tides Committee", "function", "review", "review the budget"),
        ("Tides Committee", "function", "appoint", "appoint the pilots"),
    ]


def test_a_group_as_which_another_acts_is_no_part_of_its_owner(tmp_path: Path) -> None:
    paper = "The Tides Committee acts as the Harbour Board's Appeals Panel.\n"
    assert "Appeals Panel part_of Harbour Board" not in facts(tmp_path, paper)
    assert "Appeals Panel part_of Harbour Board" in facts(tmp_path, "The Harbour Board's Appeals Panel meets.\n")


def test_acting_in_accordance_with_a_law_is_not_being_set_up_under_it(tmp_path: Path) -> None:
    paper = "The Tides Committee will act at all times in accordance with the Tides Act 2010.\n"
    assert facts(tmp_path, paper, "established_under") == set()


def test_terms_of_reference_in_front_of_a_committee_are_no_part_of_its_name(tmp_path: Path) -> None:
    paper = "Terms of Reference Audit & Finance Committee\n\nThe Audit & Finance Committee meets monthly.\n"
    assert facts(tmp_path, paper, "meets") == {"Audit & Finance Committee meets [frequency=monthly]"}


def test_the_council_is_the_only_parish_council_that_a_paper_names(tmp_path: Path) -> None:
    paper = "The Tides Committee is a committee of Orford Parish Council. The Committee advises the Council.\n"
    assert facts(tmp_path, paper, "advises") == {"Tides Committee advises Orford Parish Council"}
    two = f"Melford Parish Council watches.\n\n{paper}"
    assert facts(tmp_path, two, "advises") == {"Tides Committee advises Council"}


def test_it_is_the_body_whose_role_was_told(tmp_path: Path) -> None:
    paper = (
        "Saltmere Learning Trust\n\n2. Role\n\nThe role of the Audit Committee is to watch the Trust's accounts.\n\n"
        "It will report its findings to the Trust Board.\n"
    )
    assert facts(tmp_path, paper, "reports_to") == {"Audit Committee reports_to Trust Board [product=findings]"}


def test_the_chair_of_governors_is_not_a_committees_chair(tmp_path: Path) -> None:
    paper = "Resources Committee\n\nTerms of Reference\n\nA copy is sent to the Chair of Governors.\n"
    assert facts(tmp_path, paper, "chairs") == set()


def test_governors_councils_have_subcommittees_of_their_own(tmp_path: Path) -> None:
    paper = "The Council of Governors’ Quality subcommittee is a subcommittee of the Council of Governors.\n"
    assert facts(tmp_path, paper, "part_of") == {"Quality subcommittee part_of Council of Governors"}


def test_representatives_of_dioceses_are_posts(tmp_path: Path) -> None:
    paper = "The Tides Committee shall include one Church of England diocese representative.\n"
    assert facts(tmp_path, paper, "member_of") == {"Church of England diocese representative member_of Tides Committee"}


def test_conditions_below_a_lead_in_are_no_duties(tmp_path: Path) -> None:
    paper = "The Bursar shall hold office until:\n\n- the Bursar is removed by the Leader of the Council\n"
    assert duties(tmp_path, paper, title="") == []


def test_neither_of_two_may_be_appointed(tmp_path: Path) -> None:
    paper = "Neither the Mayor nor the Bursar may be appointed to the Cabinet.\n"
    assert facts(tmp_path, paper, "member_of") == {"Mayor not member_of Cabinet", "Bursar not member_of Cabinet"}


def test_members_who_are_present_do_what_the_rest_of_the_sentence_says(tmp_path: Path) -> None:
    paper = f"{HEAD}If both are absent, the committee members present shall choose one of their number.\n"
    assert duties(tmp_path, paper, title="") == [
        ("committee members", "must", "choose", "choose one of their number"),
    ]


def test_terms_of_reference_behind_a_council_are_no_part_of_its_name(tmp_path: Path) -> None:
    paper = "COUNCIL OF PILOTS TERMS OF REFERENCE\n\nThe Council of Pilots meets monthly.\n"
    extraction = extracted(tmp_path, paper, title="")
    assert {m.name for m in extraction.mentions if m.type is EntityType.BODY} <= {
        "COUNCIL OF PILOTS",
        "Council of Pilots",
    }


def test_the_acronym_of_several_means_one_of_them_too(tmp_path: Path) -> None:
    paper = (
        "Local Tides Boards (LTBs)\n\nThe role of a Local Tides Board is an important one.\n\n"
        "The LTB will review the plan.\n"
    )
    assert ("LTB", "will", "review", "review the plan") in duties(tmp_path, paper, title="")


def test_the_charity_is_not_the_commission_for_charities(tmp_path: Path) -> None:
    paper = "The Charity Commission knows us. The Board of Trustees monitors the progress of the charity.\n"
    assert facts(tmp_path, paper, "oversees") == set()


@pytest.mark.parametrize(
    "lead",
    [
        "Much of the work of the Tides Board is delegated to its committees:",
        "The Tides Board delegates some of its responsibilities to committees to look at single matters:",
    ],
)
def test_committees_to_which_a_body_delegates_work_are_its_parts(tmp_path: Path, lead: str) -> None:
    paper = f"{lead}\n\n- Boats Committee\n- Piers Committee\n"
    assert facts(tmp_path, paper, "part_of") == {
        "Boats Committee part_of Tides Board",
        "Piers Committee part_of Tides Board",
    }


def test_members_beside_a_board_of_directors_are_not_its_own(tmp_path: Path) -> None:
    paper = "Board of Directors\n\nPilots answer to the Members and Board of Directors. Members appoint an auditor.\n"
    extraction = extracted(tmp_path, paper, title="")
    assert {m.owner for m in extraction.mentions if m.text == "Members"} == {None}


def test_what_a_post_may_do_stands_before_the_exceptions(tmp_path: Path) -> None:
    lead = "The Head of Planning is authorised to determine all applications for permission except:"
    body = f"1. Planning\n\n{lead}\n\n(i) where the Council has applied;\n(ii) where a Councillor has asked.\n"
    assert [duty[:3] for duty in duties(tmp_path, body)] == [("Head of Planning", "may", "determine")]
