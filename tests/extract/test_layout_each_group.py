"""What is announced of several groups, or said of all of them, is read of each; who sits by representatives."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import duties, facts

BOARD = "Saltmere Wellbeing Board"
HEAD = f"{BOARD}\n\nTerms of Reference\n\n"
TWO = "1. Structure\n\nThe Board has two sub-groups: the Ageing Well Group and the Young People Group.\n\n"


def test_committees_that_a_sentence_counts_and_the_lines_below_it_name(tmp_path: Path) -> None:
    paper = (
        f"{HEAD}3. Committees\n\nThe Board has two committees. Both meet monthly.\n\n"
        "Audit Committee. To:\n- check the accounts;\n- meet the auditor.\n\n"
        "Grants Committee. To:\n- award grants;\n- watch what they achieve.\n"
    )
    assert facts(tmp_path, paper, "part_of") == {
        f"Audit Committee part_of {BOARD}",
        f"Grants Committee part_of {BOARD}",
    }


GROUPS = "Ageing Well Group (chair: Head of Care)\n\nYoung People Group (chair: Head of Youth Work)\n\n"


@pytest.mark.parametrize(
    ("said", "predicates"),
    [
        ("Two groups do the detailed work.", {"part_of"}),
        ("Reporting to the Board are two sub-groups.", {"part_of", "reports_to"}),
        ("The following are groups of the Board, and each reports to it every term.", {"part_of", "reports_to"}),
        ("Answerable to the Board are two groups.", {"accountable_to"}),
    ],
)
def test_the_sentence_tells_what_its_groups_are_to_whom(tmp_path: Path, said: str, predicates: set[str]) -> None:
    assert facts(tmp_path, f"{HEAD}3. Work\n\n{said}\n\n{GROUPS}", *predicates) == {
        f"{group} {predicate} {BOARD}"
        for group in ("Ageing Well Group", "Young People Group")
        for predicate in predicates
    }


@pytest.mark.parametrize("they", ["All of them report", "Each reports"])
def test_the_next_sentence_speaks_of_them_all(tmp_path: Path, they: str) -> None:
    paper = f"{HEAD}3. Work\n\nThe Board has two groups. {they} to the Saltmere Executive.\n\n{GROUPS}"
    assert facts(tmp_path, paper, "reports_to") == {
        "Ageing Well Group reports_to Saltmere Executive",
        "Young People Group reports_to Saltmere Executive",
    }


@pytest.mark.parametrize(
    "said",
    ["The two groups are equals.", "Two groups of visitors came.", "It thanks two groups for coming."],
)
def test_groups_that_are_spoken_of_are_not_announced(tmp_path: Path, said: str) -> None:
    below = "The Ageing Well Group saw to the tea.\n\nThe Young People Group saw to the chairs.\n"
    assert facts(tmp_path, f"{HEAD}3. Work\n\n{said}\n\n{below}", "part_of") == set()


def test_the_heading_of_a_table_tells_whose_groups_they_are(tmp_path: Path) -> None:
    table = "| Group | Chair |\n|---|---|\n| Flood Group | Head of Care |\n| Youth Panel | Head of Youth Work |\n"
    paper = f"{HEAD}3. Delivery groups of the Board\n\n{table}\nAll delivery groups answer to the Saltmere Executive.\n"
    assert facts(tmp_path, paper, "part_of", "accountable_to") == {
        f"Flood Group part_of {BOARD}",
        f"Youth Panel part_of {BOARD}",
        "Flood Group accountable_to Saltmere Executive",
        "Youth Panel accountable_to Saltmere Executive",
    }


def test_no_groups_are_read_where_fewer_are_named_than_were_counted(tmp_path: Path) -> None:
    paper = f"{HEAD}3. Work\n\nThe Board has three committees.\n\nAudit Committee. To:\n- check the accounts.\n"
    assert facts(tmp_path, paper, "part_of") == set()


def test_what_every_group_does_each_of_them_does(tmp_path: Path) -> None:
    paper = f"{HEAD}{TWO}Every sub-group reports to the Saltmere Executive by exception.\n"
    assert facts(tmp_path, paper, "reports_to") == {
        "Ageing Well Group reports_to Saltmere Executive",
        "Young People Group reports_to Saltmere Executive",
    }


def test_what_every_group_does_each_that_its_section_names_does(tmp_path: Path) -> None:
    paper = (
        f"{HEAD}2. Groups\n\nThe Pier Group keeps the register. The Sand Group counts the boats.\n"
        "All sub-groups report to the Saltmere Executive.\n"
    )
    assert facts(tmp_path, paper, "reports_to") == {
        "Pier Group reports_to Saltmere Executive",
        "Sand Group reports_to Saltmere Executive",
    }


def test_both_are_the_last_two_of_whom_the_section_tells(tmp_path: Path) -> None:
    paper = (
        f"{HEAD}2. Committees\n\nThe Pier Committee keeps the register. It is chaired by the Clerk.\n\n"
        "The Sand Committee counts the boats.\n\nBoth report to the Saltmere Executive.\n"
    )
    assert facts(tmp_path, paper, "reports_to") == {
        "Pier Committee reports_to Saltmere Executive",
        "Sand Committee reports_to Saltmere Executive",
    }


HEADED = "".join(
    f"    {name}\n      Chair: {chair}            Meets: monthly\n      Purpose: {purpose}\n\n"
    for name, chair, purpose in (
        ("Review Subgroup", "Head of Care", "screens referrals"),
        ("Audit Subgroup", "Head of Law", "runs audits"),
    )
)


@pytest.mark.parametrize(("said", "number"), [("The two groups", 2), ("The three groups", 0)])
def test_counted_groups_are_those_whose_names_head_the_sections_before(tmp_path: Path, said: str, number: int) -> None:
    paper = f"{HEAD}2. Structure\n\n{HEADED}    {said} answer to the Saltmere Executive and send it a yearly report.\n"
    groups = ["Review Subgroup", "Audit Subgroup"][:number]
    assert facts(tmp_path, paper, "accountable_to") == {f"{g} accountable_to Saltmere Executive" for g in groups}
    told = {fact.partition(" [")[0] for fact in facts(tmp_path, paper, "reports_to")}
    assert told == {f"{group} reports_to Saltmere Executive" for group in groups}


def test_what_is_done_to_all_groups_is_done_to_each(tmp_path: Path) -> None:
    paper = f"{HEAD}{TWO}The Saltmere Executive oversees the work of all sub-groups.\n"
    assert facts(tmp_path, paper, "oversees") == {
        "Saltmere Executive oversees Ageing Well Group",
        "Saltmere Executive oversees Young People Group",
    }


def test_the_sub_groups_are_all_of_them(tmp_path: Path) -> None:
    paper = f"{HEAD}{TWO}The sub-groups report to the Saltmere Executive.\n"
    assert facts(tmp_path, paper, "reports_to") == {
        "Ageing Well Group reports_to Saltmere Executive",
        "Young People Group reports_to Saltmere Executive",
    }


def test_what_three_groups_do_is_not_said_of_two(tmp_path: Path) -> None:
    paper = f"{HEAD}{TWO}All three sub-groups report to the Saltmere Executive.\n"
    assert not any(fact.startswith("Ageing Well") for fact in facts(tmp_path, paper, "reports_to"))


def test_what_some_groups_do_is_not_said_of_each(tmp_path: Path) -> None:
    paper = f"{HEAD}{TWO}Some sub-groups report to the Saltmere Executive.\n"
    assert not any(fact.startswith("Ageing Well") for fact in facts(tmp_path, paper, "reports_to"))


def test_what_task_groups_do_is_not_said_of_sub_groups(tmp_path: Path) -> None:
    paper = f"{HEAD}{TWO}Each task group reports to the Saltmere Executive.\n"
    assert not any(fact.startswith("Ageing Well") for fact in facts(tmp_path, paper, "reports_to"))


def test_a_body_sits_where_its_representatives_sit(tmp_path: Path) -> None:
    paper = (
        f"{HEAD}4. Membership\n\nThe members are:\n- the Head of Housing\n- two representatives of the Youth Council\n"
    )
    assert f"Youth Council member_of {BOARD}" in facts(tmp_path, paper, "member_of")


def test_a_plain_plural_stands_for_the_bodies_that_are_named_behind_it(tmp_path: Path) -> None:
    paper = f"{HEAD}The Board will liaise with boards such as the Harbour Board and the Moor Board.\n"
    assert facts(tmp_path, paper, "works_with") == {
        f"{BOARD} works_with Harbour Board",
        f"{BOARD} works_with Moor Board",
    }


def borne(folder: Path, paper: str) -> set[tuple[str, str]]:
    return {(bearer, text) for bearer, _, _, text in duties(folder, paper, title="")}


@pytest.mark.parametrize("each", ["Each sub-group must keep", "All sub-groups shall keep", "The sub-groups must keep"])
def test_what_every_group_must_do_is_a_duty_of_each(tmp_path: Path, each: str) -> None:
    assert borne(tmp_path, f"{HEAD}{TWO}{each} a record of its work.\n") == {
        ("Ageing Well Group", "keep a record of its work"),
        ("Young People Group", "keep a record of its work"),
    }


def test_what_every_group_must_tell_one_of_them_is_no_duty_of_that_one(tmp_path: Path) -> None:
    three = "1. Structure\n\nThe Board has three sub-groups: the Fund Group, the Pier Group and the Sand Group.\n\n"
    assert borne(tmp_path, f"{HEAD}{three}Every sub-group must send its budget to the Fund Group.\n") == {
        ("Pier Group", "send its budget to the Fund Group"),
        ("Sand Group", "send its budget to the Fund Group"),
    }


def test_a_duty_of_groups_that_nobody_names_stays_that_of_their_class(tmp_path: Path) -> None:
    assert borne(tmp_path, f"{HEAD}1. Groups\n\nEach delivery group must keep a record of its work.\n") == {
        ("delivery group", "keep a record of its work"),
    }


@pytest.mark.parametrize(
    ("said", "body_too"),
    [
        ("The Chair shall report to the Saltmere Executive after each meeting.", True),
        ("The Chair reports to the Saltmere Executive twice a year.", True),
        ("The Chair will give a report on the work of the Board to the Saltmere Executive.", True),
        ("The Chair reports to the Saltmere Executive.", False),
        ("The Chair will present a biennial report to the Saltmere Executive.", False),
    ],
)
def test_a_body_reports_through_its_chair(tmp_path: Path, said: str, body_too: bool) -> None:
    told = {fact.partition(" [")[0] for fact in facts(tmp_path, f"{HEAD}2. Reporting\n\n{said}\n", "reports_to")}
    assert (f"{BOARD} reports_to Saltmere Executive" in told) == body_too
    assert "Chair reports_to Saltmere Executive" in told


def test_this_report_is_that_of_those_whom_the_paper_is_about(tmp_path: Path) -> None:
    paper = f"{HEAD}2. Groups\n\nThe Pier Group counts boats. A copy of this report is sent to the Harbour Agency.\n"
    told = {fact.partition(" [")[0] for fact in facts(tmp_path, paper, "reports_to")}
    assert told == {f"{BOARD} reports_to Harbour Agency"}
