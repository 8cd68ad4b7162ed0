"""Papers of councils, parishes, fire authorities and pension boards: their committees, and who sits on them."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import duties, facts

COUNCIL = "Saltmere Parish Council\n\nCommittees 2023/24\n\n"
PENSIONS = "Saltmere Pension Fund\n\nGovernance Statement\n\n"


def test_councillors_below_a_committees_name_sit_on_it_and_on_none_before(tmp_path: Path) -> None:
    paper = (
        f"{COUNCIL}Finance Committee\nCllrs Barker (Chair), Denby, Holt\nMeets: January, April      Quorum: 3\n\n"
        "To prepare the draft budget.\n\n"
        "Planning Committee\nCllrs Denby (Chair), Oakes and Sykes (Vice-Chair)\nMeets: monthly         Quorum: 3\n"
    )
    assert facts(tmp_path, paper, "member_of", "chairs", "meets") == {
        "Barker chairs Finance Committee",
        "Barker member_of Finance Committee",
        "Denby member_of Finance Committee",
        "Holt member_of Finance Committee",
        "Denby chairs Planning Committee",
        "Denby member_of Planning Committee",
        "Oakes member_of Planning Committee",
        "Sykes member_of Planning Committee [capacity=vice_chair]",
        "Planning Committee meets [frequency=monthly]",
    }
    assert duties(tmp_path, "", title=paper)[0][:2] == ("Finance Committee", "function")


def test_committees_that_follow_each_other_are_no_parts_of_the_first(tmp_path: Path) -> None:
    paper = (
        "Saltmere Parish Council\n\nCommittees\n\nFinance Committee\nCllrs Barker (Chair), Denby\nIt meets monthly.\n\n"
        "Planning Committee\nCllrs Oakes (Chair), Pell\nIt meets monthly.\n\nPay Committee\nTerms of reference: pay\n"
    )
    assert "Planning Committee part_of Finance Committee" not in facts(tmp_path, paper, "part_of")


def test_a_label_below_a_groups_heading_is_no_line_of_the_title(tmp_path: Path) -> None:
    paper = (
        "Saltmere Parish Council\n\nFinance Committee\n\nChair: Cllr Barker          Vice Chair: Cllr Holt\n"
        "Members: Cllrs Denby, Pell\n\nPlanning Committee\n\nMembers: Cllrs Oakes, Pell\n"
    )
    assert facts(tmp_path, paper, "member_of") == {
        "Cllr Barker member_of Finance Committee",
        "Cllr Holt member_of Finance Committee [capacity=vice_chair]",
        "Denby member_of Finance Committee",
        "Pell member_of Finance Committee",
        "Oakes member_of Planning Committee",
        "Pell member_of Planning Committee",
    }


def test_posts_with_which_a_list_of_councillors_begins_sit_there_too(tmp_path: Path) -> None:
    lines = "Members: Chairman of the Council, Vice-Chairman of the Council, Cllrs Oakes and Pell\nMeets as required"
    found = facts(tmp_path, f"Saltmere Parish Council\n\nPay Committee\n\n{lines}\n", "member_of", "meets")
    assert {fact for fact in found if "Pay Committee" in fact} == {
        "Chairman of the Council member_of Pay Committee",
        "Vice-Chairman of the Council member_of Pay Committee",
        "Oakes member_of Pay Committee",
        "Pell member_of Pay Committee",
        "Pay Committee meets [frequency=as required]",
    }


def test_one_post_before_a_councillor_is_that_councillors(tmp_path: Path) -> None:
    lines = "Members: The Mayor, Councillor Oakes, Councillor Pell"
    found = facts(tmp_path, f"Saltmere Parish Council\n\nPay Committee\n\n{lines}\n", "member_of")
    assert found == {"Councillor Oakes member_of Pay Committee", "Councillor Pell member_of Pay Committee"}


def test_a_table_of_bodies_below_a_heading_on_outside_bodies_tells_who_sits_on_each(tmp_path: Path) -> None:
    paper = (
        "Saltmere Parish Council\n\nRepresentatives on outside bodies\n\n"
        "Body                                Representative\n"
        "Harwick Association of Parishes     Cllr Barker, Clerk\n"
        "Saltmere Relief Charity             Cllr Holt (trustee)\n"
        "Saltmere Drainage Board             Cllr Pell\n"
    )
    assert facts(tmp_path, paper, "member_of", "holds") == {
        "Cllr Barker member_of Harwick Association of Parishes",
        "Cllr Holt member_of Saltmere Relief Charity",
        "Cllr Pell member_of Saltmere Drainage Board",
    }


@pytest.mark.parametrize(
    ("label", "said", "predicate"),
    [("Reports to", "the Authority", "reports_to"), ("Accountable to", "Authority", "accountable_to")],
)
def test_a_label_may_name_a_body_by_its_noun_alone(tmp_path: Path, label: str, said: str, predicate: str) -> None:
    paper = f"Saltmere Fire Authority\n\nPolicy Committee\n\n{label}: {said}\nQuorum: 3\n"
    assert facts(tmp_path, paper, predicate) == {f"Policy Committee {predicate} Saltmere Fire Authority"}


@pytest.mark.parametrize(
    "lead",
    [
        "The following matters may only be determined by the full Authority:",
        "These functions can only be exercised by the Authority:",
        "The decisions below shall be taken only by the Authority:",
    ],
)
def test_what_only_one_body_may_decide_is_its_function(tmp_path: Path, lead: str) -> None:
    text = f"{lead}\n\n(a) approval of the Risk Plan;\n(b) setting the budget.\n"
    found = duties(tmp_path, text, title="Saltmere Fire Authority\n\nConstitution\n\n1. Functions\n\n")
    assert [duty[:2] for duty in found] == [("Saltmere Fire Authority", "function")] * 2


def test_those_who_advise_a_body_in_a_list_are_no_work_of_it(tmp_path: Path) -> None:
    text = (
        "The Pension Committee is advised by:\n\n- the Scheme Actuary\n- the Investment Adviser\n- the custodian bank\n"
    )
    assert duties(tmp_path, text, title=PENSIONS) == []
    assert facts(tmp_path, f"{PENSIONS}{text}", "advises") == {
        "Scheme Actuary advises Pension Committee",
        "Investment Adviser advises Pension Committee",
    }


def test_the_committee_is_no_sub_committee_that_was_just_named(tmp_path: Path) -> None:
    text = (
        "The Pension Committee meets quarterly. An Investment Sub-Committee meets between its meetings. The Director of"
        " Finance advises the Committee.\n"
    )
    assert facts(tmp_path, f"{PENSIONS}{text}", "advises") == {"Director of Finance advises Pension Committee"}


def test_the_chair_and_the_vice_chair_are_those_of_the_group_spoken_of(tmp_path: Path) -> None:
    text = (
        "The Pension Committee has eleven members. All members have a vote. The Chairman and Vice-Chairman are"
        " appointed by the Council.\n"
    )
    found = facts(tmp_path, f"{PENSIONS}{text}", "chairs", "member_of")
    assert {fact for fact in found if "hairman" in fact} == {
        "Chairman chairs Pension Committee",
        "Vice-Chairman member_of Pension Committee [capacity=vice_chair]",
    }


def test_what_is_told_of_some_of_a_class_makes_no_rule_of_it(tmp_path: Path) -> None:
    text = (
        "The Board shall consist of nine members, constituted as follows:\n\n"
        "• 4 employer representatives, of whom 2 shall be appointed by the County Council, 1 by the districts and 1 by"
        " the Police;\n• 4 scheme member representatives;\n• 1 independent chair.\n"
    )
    found = facts(tmp_path, f"Saltmere Pension Board\n\n{text}", "member_of")
    assert "employer representatives member_of Saltmere Pension Board" in found


def test_two_deputies_of_one_sort_report_to_their_chief(tmp_path: Path) -> None:
    text = "The Deputy Chief Fire Officer and the two Assistant Chief Fire Officers report to the Chief Fire Officer.\n"
    assert facts(tmp_path, f"Saltmere Fire Authority\n\n{text}", "accountable_to") == {
        "Deputy Chief Fire Officer accountable_to Chief Fire Officer",
        "Assistant Chief Fire Officers accountable_to Chief Fire Officer",
    }


def test_paragraphs_that_bare_letters_number_lead_into_their_lists(tmp_path: Path) -> None:
    text = (
        "1. Proper Officer\n\n"
        "a   The Proper Officer shall be appointed each\n    May.\n"
        "b   The Proper Officer shall:\n    i.   sign notices of\n         Meetings;\n    ii.  keep records.\n"
    )
    found = duties(tmp_path, text, title="Saltmere Parish Council\n\nStanding Orders\n\n")
    assert [(duty[0], duty[3]) for duty in found] == [
        ("Proper Officer", "sign notices of Meetings"),
        ("Proper Officer", "keep records"),
    ]


def test_a_substitute_sits_in_somebodys_place_and_holds_no_post(tmp_path: Path) -> None:
    paper = "Saltmere Pay Committee\n\nMembers: Cllrs Orme and Lee\n\nSubstitute member: Cllr Dale\n"
    assert facts(tmp_path, paper, "member_of", "holds") == {
        "Orme member_of Saltmere Pay Committee",
        "Lee member_of Saltmere Pay Committee",
        "Cllr Dale member_of Saltmere Pay Committee [capacity=deputy]",
    }


@pytest.mark.parametrize("first", ["Investment Panel", "Growth Board"])
def test_a_group_below_an_empty_cell_begins_a_row(tmp_path: Path, first: str) -> None:
    paper = (
        "Saltmere Partnership\n\nDecisions\n\n"
        "Stage              Decision maker                  Threshold\n"
        "Outline case       Investment Panel                all\n"
        "Full approval      Chief Executive                 up to £100,000\n"
        f"                   {first}                £100,000 to £500,000\n"
    )
    found = duties(tmp_path, "", title=paper)
    assert "Chief Executive" in {bearer for bearer, *_ in found}
    assert not any("Chief Executive " in bearer for bearer, *_ in found)


def test_a_numbered_heading_is_no_line_of_the_title(tmp_path: Path) -> None:
    paper = (
        "Saltmere Council\n\nPay Committee and Audit Committee\n\nA. AUDIT COMMITTEE\n\n1. Composition\n\n"
        "The Audit Committee has nine members.\n\n2. Role\n\nThe Committee shall review the accounts.\n"
    )
    assert {bearer.lower() for bearer, *_ in duties(tmp_path, "", title=paper)} == {"audit committee"}


def test_what_an_appendix_is_of_is_a_line_of_the_title(tmp_path: Path) -> None:
    paper = (
        "APPENDIX 4\n\nNHS Saltmere Integrated Care Board\n\nHARWICK PLACE COMMITTEE - TERMS OF REFERENCE\n\n\n"
        "1.  CONSTITUTION\n\nThe Harwick Place Committee (the Committee) is a committee of the Board.\n\n"
        "2.  PURPOSE\n\nThe purpose of the Committee is to agree the plan.\n\n3.  MEMBERS\n\nVoting members\n\n"
        "Chief Nurse (Chair)\nHead of Moorings\n"
    )
    seated = facts(tmp_path, paper, "member_of")
    assert {fact.lower() for fact in seated} >= {"head of moorings member_of harwick place committee"}


def test_a_date_before_by_is_no_part_of_a_name(tmp_path: Path) -> None:
    text = "The Saltmere Charter was approved in March 2021 by Harwick County Borough Council.\n"
    found = facts(tmp_path, f"Saltmere Pay Committee\n\n{text}", "approves")
    assert found == {"Harwick County Borough Council approves Saltmere Charter"}


def test_who_is_appointed_under_a_law_is_a_member_whatever_more_is_told(tmp_path: Path) -> None:
    text = (
        "The Committee is composed of:\n\n(a) seven councillors;\n(b) up to two Independent Persons appointed under"
        " section 28 of the Localism Act 2011, who attend in an advisory capacity.\n"
    )
    found = facts(tmp_path, f"Saltmere Pay Committee\n\nTerms of reference\n\n{text}", "member_of")
    assert any(fact.startswith("Independent Persons member_of Saltmere Pay Committee") for fact in found)
