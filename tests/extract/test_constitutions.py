"""What constitutions, standing orders and schemes of delegation say in wordings of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import duties, facts

COUNCIL = "Saltmere Town Council"
HEAD = f"{COUNCIL}\n\nStanding Orders\n\n"

ANYONE = [
    ("A committee may appoint a sub-committee.", [("committee", "may", "appoint a sub-committee")]),
    ("A Committee shall keep minutes.", [("Committee", "must", "keep minutes")]),
    ("A committee of the Council may meet in private.", [("committee", "may", "meet in private")]),
    ("Each Committee shall elect a deputy.", [("Committee", "must", "elect a deputy")]),
    ("A working party may recommend a scheme.", [("working party", "may", "recommend a scheme")]),
    ("The Council sets up committees. Such committees shall keep minutes.", [("committees", "must", "keep minutes")]),
]


@pytest.mark.parametrize(("sentence", "expected"), ANYONE)
def test_whichever_committee_it_is_bears_what_any_committee_must_do(
    tmp_path: Path, sentence: str, expected: list[tuple[str, str, str]]
) -> None:
    assert [(b, m, t) for b, m, _, t in duties(tmp_path, sentence, title=HEAD) if m != "function"] == expected


def test_a_group_that_one_list_names_is_no_class(tmp_path: Path) -> None:
    paper = (
        f"{HEAD}1. Groups\n\nThe Council is advised by:\n(a) the Tide Panel;\n(b) a Delivery Group, led by the Clerk.\n"
    )
    assert f"Delivery Group advises {COUNCIL}" in facts(tmp_path, paper, "advises")


CHAIRS = [
    ("The Chair of a Committee shall report to the Tide Panel.", "Chair of a Committee"),
    ("The chair of any sub-committee shall report to the Tide Panel.", "chair of any sub-committee"),
    ("The Vice-Chairman of every panel shall report to the Tide Panel.", "Vice-Chairman of every panel"),
]


@pytest.mark.parametrize(("sentence", "post"), CHAIRS)
def test_the_chair_of_any_committee_is_not_the_chair_of_the_papers_body(
    tmp_path: Path, sentence: str, post: str
) -> None:
    assert [b for b, _, _, _ in duties(tmp_path, sentence, title=HEAD)] == [post]
    assert facts(tmp_path, HEAD + sentence, "reports_to") == {f"{post} reports_to Tide Panel"}


def test_a_chair_of_a_board_is_nobodys_office(tmp_path: Path) -> None:
    paper = f"{HEAD}The Clerk shall have served as a chair of a panel. The Panel shall hear the Clerk.\n"
    assert facts(tmp_path, paper, "chairs") == set()


PLAIN = [
    ("The Clerk or his/her deputy shall refer the matter to the Tide Panel should the need arise.",
     [("Clerk", "must", "refer the matter to the Tide Panel should the need arise")]),
    ("The Tide Panel shall:\n\n- elect a chair. Should nominations exceed places, there shall be a ballot.\n",
     [("Tide Panel", "must", "elect a chair")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), PLAIN)
def test_pronouns_of_both_sexes_and_conditions_without_if(
    tmp_path: Path, sentence: str, expected: list[tuple[str, str, str]]
) -> None:
    assert [(b, m, t) for b, m, _, t in duties(tmp_path, sentence, title=HEAD)] == expected


RESERVED = """Saltmere Care Trust

Matters reserved to the Board of Directors

Rules and control

1. Approve the scheme of delegation.
2. Vary the list of banks.

Appointments

1. Appoint the Secretary.
"""


def test_headings_of_topics_part_no_items_from_the_heading_that_says_whose_they_are(tmp_path: Path) -> None:
    assert [(b, t) for b, _, _, t in duties(tmp_path, RESERVED, title="")] == [
        ("Board of Directors", "approve the scheme of delegation"),
        ("Board of Directors", "vary the list of banks"),
        ("Board of Directors", "appoint the Secretary"),
    ]


ROLES = """The Role of the Chair of the Governing Body

To lead the Governing Body in its work.

The Role of the Clerk to the Governing Body

To advise the Governing Body on its rules.
"""


def test_a_paper_on_the_role_of_one_post_may_go_on_with_the_role_of_another(tmp_path: Path) -> None:
    assert [(b, t) for b, _, _, t in duties(tmp_path, ROLES, title="")] == [
        ("Chair of the Governing Body", "lead the Governing Body in its work"),
        ("Clerk to the Governing Body", "advise the Governing Body on its rules"),
    ]


def test_the_trust_is_not_its_board(tmp_path: Path) -> None:
    paper = (
        "Scheme of Delegation\n\nThe Trust Board meets termly. The Chief Executive oversees the work of the Trust.\n"
    )
    assert facts(tmp_path, paper, "oversees") == {"Chief Executive oversees Trust"}


DELEGATED = [
    ("Authority is delegated to the Clerk to sign leases.", ("Clerk", "may", "sign leases")),
    ("Delegated authority is given to the Clerk to settle claims.", ("Clerk", "may", "settle claims")),
    ("The Council delegates authority to the Clerk to let flats.", ("Clerk", "may", "let flats")),
    ("The Clerk has delegated authority to close the hall.", ("Clerk", "may", "close the hall")),
    ("Power to grant licences is delegated to the Tide Panel.", ("Tide Panel", "may", "grant licences")),
]


@pytest.mark.parametrize(("sentence", "expected"), DELEGATED)
def test_whom_authority_is_delegated_to_may_do_it(
    tmp_path: Path, sentence: str, expected: tuple[str, str, str]
) -> None:
    assert [(b, m, t) for b, m, _, t in duties(tmp_path, sentence, title=HEAD)] == [expected]


HOLDERS = [
    ("Councillors have four main areas of responsibility:", "Councillors"),
    ("Councillors have duties, and the Tide Panel has these functions:", "Tide Panel"),
]


@pytest.mark.parametrize(("lead", "bearer"), HOLDERS)
def test_who_holds_the_work_of_a_list_bears_it(tmp_path: Path, lead: str, bearer: str) -> None:
    body = f"{lead}\n\n- To plan the work\n"
    assert [(b, t) for b, _, _, t in duties(tmp_path, body, title=HEAD)] == [(bearer, "plan the work")]


IMPERSONAL = [
    ("It is the responsibility of the Clerk to keep the accounts.", [("Clerk", "must", "keep the accounts")]),
    ("The Tide Panel may hire staff.\n\nIt shall be the duty of the Clerk:\n\n- to keep the accounts\n",
     [("Tide Panel", "may", "hire staff"), ("Clerk", "must", "keep the accounts")]),
    ("The Clerk shall take no part in the vote.", [("Clerk", "must_not", "take no part in the vote")]),
    ("The auditor shall not be a member of the Council.", [("auditor", "must_not", "be a member of the Council")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), IMPERSONAL)
def test_whose_duty_it_is_and_what_nobody_may_do(
    tmp_path: Path, sentence: str, expected: list[tuple[str, str, str]]
) -> None:
    assert [(b, m, t) for b, m, _, t in duties(tmp_path, sentence, title=HEAD)] == expected
    assert facts(tmp_path, HEAD + sentence, "accountable_for") == set()
