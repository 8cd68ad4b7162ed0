"""Which group a list, a label or an office means by what the sentences before it speak of."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import facts

TRUST = "Oakmere Hospital Trust\nSafety framework\n\n4. Groups\n\n"


def test_members_are_of_the_group_that_the_sentence_before_speaks_of(tmp_path: Path) -> None:
    paper = f"{TRUST}4.1 The Falls Group meets monthly. Members are the Head of Nursing and the Therapy Manager.\n"
    assert facts(tmp_path, paper, "member_of") == {
        "Head of Nursing member_of Falls Group",
        "Therapy Manager member_of Falls Group",
    }


def test_its_members_are_of_the_board_that_leads(tmp_path: Path) -> None:
    paper = f"{TRUST}A single Steering Board leads the Trust. Its members are the Head of Law and the Chief Nurse.\n"
    assert facts(tmp_path, paper, "member_of") == {
        "Head of Law member_of Steering Board",
        "Chief Nurse member_of Steering Board",
    }


def test_those_who_sit_on_it_do_not_sit_on_one_of_them(tmp_path: Path) -> None:
    paper = f"{TRUST}The Flood Board meets monthly. Oakmere Council, Oakmere Police and the Drainage Board sit on it.\n"
    assert facts(tmp_path, paper, "member_of") == {
        "Oakmere Council member_of Flood Board",
        "Oakmere Police member_of Flood Board",
        "Drainage Board member_of Flood Board",
    }


def test_labels_in_a_paragraph_are_of_the_group_that_it_begins_with(tmp_path: Path) -> None:
    labels = "Chair: Chief Nurse. Members: Head of Law; two lay members. Meets: every two months."
    paper = f"{TRUST}Quality Group. {labels}\n"
    assert facts(tmp_path, paper, "member_of", "chairs", "meets") == {
        "Chief Nurse chairs Quality Group",
        "Head of Law member_of Quality Group",
        "lay members member_of Quality Group [capacity=lay_member]",
        "Quality Group meets [frequency=every two months]",
    }


def test_who_serves_as_vice_chair_is_it_of_the_group_spoken_of(tmp_path: Path) -> None:
    paper = f"{TRUST}The Flood Board meets monthly with the Head of Law in the chair and the Treasurer as vice-chair.\n"
    assert facts(tmp_path, paper, "member_of", "chairs", "meets") == {
        "Head of Law chairs Flood Board",
        "Treasurer member_of Flood Board [capacity=vice_chair]",
        "Flood Board meets [frequency=monthly]",
    }


def test_when_the_chairs_of_several_groups_meet_none_of_the_groups_does(tmp_path: Path) -> None:
    paper = f"{TRUST}The chairs of the Falls Group, the Flood Board and the Audit Panel meet twice a year.\n"
    assert facts(tmp_path, paper, "meets") == set()


def test_safeguarding_partners_are_of_the_partnership_under_the_heading_of_its_group(tmp_path: Path) -> None:
    paper = (
        "Arrangements in Oakmere\n\nThe Oakmere Children's Partnership was set up in 2020.\n\n2. Executive Group\n\n"
        "The safeguarding partners are Oakmere Council and Oakmere Police.\n"
    )
    assert facts(tmp_path, paper, "member_of") == {
        "Oakmere Council member_of Oakmere Children's Partnership",
        "Oakmere Police member_of Oakmere Children's Partnership",
    }


def test_all_of_whom_members_are_drawn_from_sit(tmp_path: Path) -> None:
    paper = (
        f"{TRUST}Members of the Flood Board are drawn from Oakmere Council, Oakmere Police and the Drainage Board.\n"
    )
    assert facts(tmp_path, paper, "member_of") == {
        "Oakmere Council member_of Flood Board",
        "Oakmere Police member_of Flood Board",
        "Drainage Board member_of Flood Board",
    }


def test_it_is_none_of_those_that_all_three_means(tmp_path: Path) -> None:
    paper = (
        "Saltmere Adults Board\n\n1. Structure\n\nThe Executive Group steers three panels: the Audit Panel, the Youth "
        "Panel and the Tides Panel. All three report to it. The Board meets in May.\n"
    )
    found = facts(tmp_path, paper, "reports_to")
    assert {f"{name} Panel reports_to Executive Group" for name in ("Audit", "Youth", "Tides")} == found


def test_both_are_the_groups_that_a_board_has(tmp_path: Path) -> None:
    paper = (
        "Saltmere Adults Board\n\n1. Structure\n\nThe Youth Panel has a Carers Group and a Housing Group. "
        "Both report to it monthly.\n"
    )
    found = facts(tmp_path, paper, "reports_to")
    told = {fact.partition(" [")[0] for fact in found}
    assert told == {f"{name} Group reports_to Youth Panel" for name in ("Carers", "Housing")}


def test_as_many_boards_as_a_sentence_counted(tmp_path: Path) -> None:
    paper = (
        "Saltmere Adults Partnership\n\n1. Structure\n\nIt has three delivery boards: the Audit Board, the Youth Board "
        "and the Tides Board.\n\nThe Port Board, the Safety Board and the Care Board are others.\n\n"
        "The Finance Group advises all three boards.\n"
    )
    found = facts(tmp_path, paper, "advises")
    assert found == {f"Finance Group advises {name} Board" for name in ("Audit", "Youth", "Tides")}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Youth Board is a group that reports to the Care Board.",
        "The plan is kept by the Youth Board, a multi-agency group that reports to the Care Board.",
        "The plan is kept by the Youth Board, a partnership which reports to the Care Board.",
    ],
)
def test_what_a_body_is_said_to_be_does_what_the_body_does(tmp_path: Path, sentence: str) -> None:
    assert facts(tmp_path, f"{sentence}\n", "reports_to") == {"Youth Board reports_to Care Board"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("An annual report is produced by the Youth Board and presented to the Care Board.", True),
        ("Progress is monitored by the Youth Board and reported to the Care Board each year.", True),
        ("An annual report is produced by the Youth Board and approved by the Care Board.", False),
    ],
)
def test_who_makes_a_thing_hands_it_on(tmp_path: Path, sentence: str, expected: bool) -> None:
    said = {"Youth Board reports_to Care Board"} if expected else set()
    assert {fact.split(" [")[0] for fact in facts(tmp_path, f"{sentence}\n", "reports_to")} == said


@pytest.mark.parametrize(
    "said",
    ["The Governing Board meets twice a term.", "The Governing Board is set up by law. It meets twice a term."],
)
def test_members_on_the_page_of_a_school_sit_on_the_board_that_it_tells_of(tmp_path: Path, said: str) -> None:
    text = f"SALTMERE SCHOOL\n\n{said}\n\nMembers\n\nMrs Diana Kelby\nMr Paul Storrey\n"
    assert facts(tmp_path, text, "member_of") == {
        f"{who} member_of Governing Board" for who in ("Mrs Diana Kelby", "Mr Paul Storrey")
    }


def test_a_question_asks_who_is_on_the_body_spoken_of_whatever_form_the_answer_has(tmp_path: Path) -> None:
    text = "Saltmere Youth Service\n\nIs there a board?\n\nThere is a Management Board. It meets monthly.\n\n"
    text += "Who is on it?\n\n- Mrs Diana Kelby, Head of Law\n- Mr Paul Storrey\n"
    found = facts(tmp_path, text, "member_of")
    assert found == {f"{who} member_of Management Board" for who in ("Mrs Diana Kelby", "Mr Paul Storrey")}
