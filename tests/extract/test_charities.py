"""Annual reports and papers of charities, trusts and combined authorities: who is who, and who answers to whom."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import duties, facts

TRUST = "Saltmere Harbour Trust\n\n"


def test_details_of_a_charity_name_its_trustees_and_who_holds_its_posts(tmp_path: Path) -> None:
    paper = (
        f"{TRUST}Reference and administrative details\n\n"
        "Patron                          Lady Harker\n"
        "President                       Sir Colin Wray\n\n"
        "Trustees                        Margaret Orme (Chair)\n"
        "                                Dr Samir Pell (Vice Chair)\n"
        "                                Rev. Jane Coombe\n\n"
        "Company Secretary               Ruth Tallis\n"
        "Chief Executive                 Ruth Tallis\n\n"
        "Auditors                        Brook and Dale LLP, Saltmere\n"
        "Bankers                         Tide Bank plc\n"
    )
    assert facts(tmp_path, paper, "member_of") == {
        "Margaret Orme member_of Saltmere Harbour Trust",
        "Dr Samir Pell member_of Saltmere Harbour Trust [capacity=vice_chair]",
        "Rev. Jane Coombe member_of Saltmere Harbour Trust",
    }
    assert facts(tmp_path, paper, "holds") >= {
        "Sir Colin Wray holds President",
        "Ruth Tallis holds Company Secretary",
        "Ruth Tallis holds Chief Executive",
    }


def test_those_who_served_as_trustees_are_listed_one_on_each_line(tmp_path: Path) -> None:
    lines = "Ann Orme (Chair)\nSamir Pell (appointed 4 October 2021)\nKevin Mott (appointed 12 July 2021)\n"
    paper = f"{TRUST}Trustees\n\nThe trustees who served during the year were:\n\n{lines}"
    found = {fact.partition(" member_of")[0] for fact in facts(tmp_path, paper, "member_of")}
    assert found == {"Ann Orme", "Samir Pell", "Kevin Mott"}


def test_a_dash_may_stand_between_a_committee_and_whom_it_comprises(tmp_path: Path) -> None:
    text = "Pay Committee – comprises the Chair, the Clerk and one other trustee.\n"
    found = facts(tmp_path, f"{TRUST}{text}", "member_of")
    assert found == {"Chair member_of Pay Committee", "Clerk member_of Pay Committee"}


def test_a_bracket_behind_a_team_names_who_is_in_it(tmp_path: Path) -> None:
    text = "The Clerk leads the Executive Team (Director of Education, Chief Financial Officer and Head of People).\n"
    assert facts(tmp_path, f"{TRUST}{text}", "member_of") == {
        "Director of Education member_of Executive Team",
        "Chief Financial Officer member_of Executive Team",
        "Head of People member_of Executive Team",
    }


def test_a_bracket_that_says_where_a_team_is_names_nobody(tmp_path: Path) -> None:
    assert facts(tmp_path, f"{TRUST}The Executive Team (Hart House, Saltmere) meets weekly.\n", "member_of") == set()


@pytest.mark.parametrize("body", ["the Department for Education", "Saltmere Council"])
def test_trustees_answer_to_bodies(tmp_path: Path, body: str) -> None:
    found = facts(tmp_path, f"{TRUST}The Trustees are accountable to {body}.\n", "accountable_to")
    assert found == {f"Trustees accountable_to {body.removeprefix('the ')}"}


def test_who_is_chosen_to_be_something_is_appointed_as_that(tmp_path: Path) -> None:
    text = "The Mayor must appoint one of the members of the Saltmere Authority to be the Deputy Mayor.\n"
    assert facts(tmp_path, f"Saltmere Authority\n\n{text}", "appoints") == {"Mayor appoints Deputy Mayor"}


def test_some_of_a_class_are_of_the_class(tmp_path: Path) -> None:
    text = "Harwick Council appoints seven of the Governors.\n"
    assert facts(tmp_path, f"{TRUST}{text}", "appoints") == {"Harwick Council appoints Governors"}


def test_who_owns_a_post_does_not_appoint_whom_the_post_appoints(tmp_path: Path) -> None:
    text = "The Clerk is appointed by the Harbour Society's Secretary.\n"
    assert facts(tmp_path, f"{TRUST}{text}", "appoints") == {"Secretary appoints Clerk"}


def test_what_is_signed_off_is_the_paper_and_not_with_whom_it_is_agreed(tmp_path: Path) -> None:
    text = (
        "The Authority will agree an Assurance Framework with the Business Board, which shall be reviewed each year and"
        " signed off by the Finance Officer.\n"
    )
    assert "Finance Officer approves Assurance Framework" in facts(tmp_path, f"{TRUST}{text}", "approves")


def test_an_auditor_is_nobodys_superior(tmp_path: Path) -> None:
    text = "The Finance Officer shall report to the External Auditor if a decision would be unlawful.\n"
    assert facts(tmp_path, f"{TRUST}{text}", "accountable_to", "reports_to") == {
        "Finance Officer reports_to External Auditor"
    }


def test_what_a_sentence_goes_on_to_say_is_said_of_its_subject(tmp_path: Path) -> None:
    text = "The Chief Executive leads the Executive Team, is accountable to the Harbour Board and meets it monthly.\n"
    assert facts(tmp_path, f"{TRUST}{text}", "accountable_to") == {"Chief Executive accountable_to Harbour Board"}


def test_committees_with_their_chairs_below_a_heading_on_committees_are_parts(tmp_path: Path) -> None:
    paper = (
        f"{TRUST}The Board of Trustees meets termly.\n\nCommittees of the Board\n\n"
        "Finance Committee (chair: Malcolm Dyer)\nEducation Committee (chair: Dr Jill Heron)\n\nEach meets termly.\n"
    )
    assert facts(tmp_path, paper, "part_of") == {
        "Finance Committee part_of Board of Trustees",
        "Education Committee part_of Board of Trustees",
    }


def test_letters_of_a_table_are_no_bodies(tmp_path: Path) -> None:
    paper = (
        f"{TRUST}Key: A = approve, R = recommend\n\nDecision              Members   Board   Head\n"
        "Appoint Trustees      A         R\nApprove the budget              A       R\n"
        "Set the school day              A       R\n"
    )
    assert facts(tmp_path, paper, "part_of") == set()
    assert all(bearer not in {"A", "R"} for bearer, *_ in duties(tmp_path, "", title=paper))
