"""What names in and beside each other state, and lines that tell who approved the paper itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import facts

BOARD = "Saltmere Adults Board"
HEAD = f"{BOARD}\n\nTerms of Reference\n\n1. Work\n\n"


def test_a_post_and_its_holder_behind_a_comma(tmp_path: Path) -> None:
    text = "The plan was written by the Head of Housing, Mrs Ann Leeson, in May."
    assert facts(tmp_path, HEAD + text, "holds") == {"Mrs Ann Leeson holds Head of Housing"}


def test_people_in_a_row_are_not_holders_of_the_post_before_them(tmp_path: Path) -> None:
    text = "Apologies came from Mr Cy Dale, Head of Housing, Mrs Ann Leeson, Head of Law."
    assert "Mrs Ann Leeson holds Head of Housing" not in facts(tmp_path, HEAD + text, "holds")


@pytest.mark.parametrize(
    "text",
    [
        "In May Ann Leeson, the Head of Housing, wrote the plan.",
        "The plan was written by Mrs Ann Leeson (our Head of Housing).",
        "Mrs Ann Leeson, as Head of Housing, wrote the plan.",
    ],
)
def test_the_post_said_of_a_person_is_hers(tmp_path: Path, text: str) -> None:
    held = facts(tmp_path, HEAD + text, "holds")
    assert {fact.removeprefix("Mrs ") for fact in held} == {"Ann Leeson holds Head of Housing"}


def test_a_post_listed_behind_a_person_is_somebody_elses(tmp_path: Path) -> None:
    text = "Mrs Ann Leeson wrote to Mr Bo Hart, the Clerk, the Mayor and the Head of Law."
    assert "Mr Bo Hart holds Clerk" not in facts(tmp_path, HEAD + text, "holds")


@pytest.mark.parametrize(
    "line",
    ["Version 2.0 – approved by the Saltmere Council on 3 May 2023", "Adopted by the Saltmere Council, May 2023"],
)
def test_a_line_that_tells_who_approved_the_paper(tmp_path: Path, line: str) -> None:
    paper = f"{BOARD}: Terms of Reference\n\n{line}\n\n1. Work\n\nIt reads reports.\n"
    approvers = {fact.partition(" approves ")[0] for fact in facts(tmp_path, paper, "approves")}
    assert approvers == {"Saltmere Council"}


def test_what_must_yet_be_approved_is_no_such_line(tmp_path: Path) -> None:
    paper = f"{BOARD}: Terms of Reference\n\nChanges must be approved by the Saltmere Council\n\n1. Work\n\nIt reads.\n"
    assert facts(tmp_path, paper, "approves") == set()


def test_a_unit_named_after_its_council(tmp_path: Path) -> None:
    text = "The Saltmere Borough Council pays the Saltmere Borough Council Housing Standards Team."
    found = facts(tmp_path, HEAD + text, "part_of")
    assert found == {"Saltmere Borough Council Housing Standards Team part_of Saltmere Borough Council"}


def test_a_post_named_after_its_service(tmp_path: Path) -> None:
    text = "The Virtual School teaches children. The Virtual School Headteacher writes a report."
    assert "Virtual School Headteacher post_in Virtual School" in facts(tmp_path, HEAD + text, "post_in")


def test_a_sub_group_that_the_paper_of_one_board_speaks_of(tmp_path: Path) -> None:
    text = "The Risk Sub-Group writes the plan."
    assert facts(tmp_path, HEAD + text, "part_of") == {f"Risk Sub-Group part_of {BOARD}"}


def test_a_committee_of_a_council_s_paper_may_be_anyone_s(tmp_path: Path) -> None:
    paper = "Saltmere Borough Council\n\nScheme of Delegation\n\n1. Work\n\nThe Risk Sub-Committee writes the plan.\n"
    assert facts(tmp_path, paper, "part_of") == set()


def test_the_chairs_of_several_committees_chair_one_each(tmp_path: Path) -> None:
    text = "The Chairs of the Audit, Finance and Quality Committees attend the Saltmere Adults Board."
    assert facts(tmp_path, HEAD + text, "chairs") == {
        f"Chair of the {name} Committee chairs {name} Committee" for name in ("Audit", "Finance", "Quality")
    }


@pytest.mark.parametrize("value", ["Main duties", "He or she takes the minutes of each meeting."])
def test_what_stands_below_a_label_is_no_body_unless_a_word_says_so(tmp_path: Path, value: str) -> None:
    assert facts(tmp_path, f"{HEAD}Accountability\n\n{value}\n", "accountable_to") == set()


def test_a_member_is_named_without_the_capacity_behind_its_name(tmp_path: Path) -> None:
    text = "The members are:\n\n- the Clerk\n- the Tidelight Trust\n- the SPOC, in attendance\n"
    assert not any("SPOC, in" in fact for fact in facts(tmp_path, HEAD + text, "member_of"))
