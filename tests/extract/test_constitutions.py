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


def test_matters_that_may_not_be_delegated_are_whose_they_are_reserved_to(tmp_path: Path) -> None:
    lead = "The following matters are reserved to the Tide Panel and may not be delegated:\n\n- setting the fees\n"
    assert duties(tmp_path, lead, title=HEAD) == [("Tide Panel", "function", "set", "set the fees")]


def test_an_aim_behind_its_label_is_read_as_those_after_it(tmp_path: Path) -> None:
    paper = f"{HEAD}2. Tide Panel\n\nDelegated powers: To authorise small repairs. To monitor the budget.\n"
    assert [(b, t) for b, _, _, t in duties(tmp_path, paper, title="")] == [
        ("Tide Panel", "authorise small repairs"),
        ("Tide Panel", "monitor the budget"),
    ]


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


PARTIES = """Grant Agreement

PARTIES

(1) SALTMERE TOWN COUNCIL, whose principal address is at 10 High Street, Saltmere SM1 1AA (Funder).

(2) HARBOUR YOUTH TRUST of 2 Low Street, Saltmere SM2 5AB (referred to in this Agreement as the "Provider").

1. The Funder shall pay the Provider.

2. The Provider shall report to the Funder each quarter.
"""


def test_what_an_agreement_calls_its_parties_behind_their_addresses(tmp_path: Path) -> None:
    found = {fact.partition(" [")[0] for fact in facts(tmp_path, PARTIES, "reports_to")}
    assert found == {"HARBOUR YOUTH TRUST reports_to SALTMERE TOWN COUNCIL"}


OTHERS = [
    ("Committees shall report to the Clerk.", "Committees"),
    ("In discharging their work committees are required to:\n\n- report to the Clerk\n", "committees"),
]


@pytest.mark.parametrize(("sentence", "bearer"), OTHERS)
def test_what_committees_all_do(tmp_path: Path, sentence: str, bearer: str) -> None:
    assert [(b, t) for b, _, _, t in duties(tmp_path, sentence, title=HEAD)] == [(bearer, "report to the Clerk")]


UNSAID = [
    "This does not mean that the Tide Panel is required to keep minutes.",
    "The scheme tells the tasks of the Trust Board, CEO, Local Governing Boards (LGBs) and Headteachers.",
    "No officer shall act for the Council without the authority of the Tide Panel.",
    "The Tide Panel was praised. It is elected by residents and appointed by our partner organisations.",
]


@pytest.mark.parametrize("sentence", UNSAID)
def test_what_no_sentence_says(tmp_path: Path, sentence: str) -> None:
    assert [d for d in duties(tmp_path, sentence, title=HEAD) if d[1] == "must"] == []
    assert facts(tmp_path, HEAD + sentence, "post_in", "part_of") == set()


TOPICS = f"""{COUNCIL}

Tide Panel

Terms of Reference

Boats and moorings:

- Agree the fees for moorings.

People and structures:

- Appoint the harbour master.

Membership

- The Clerk
"""


def test_terms_of_reference_stand_above_the_headings_of_their_topics(tmp_path: Path) -> None:
    assert [(b, t) for b, _, _, t in duties(tmp_path, TOPICS, title="")] == [
        ("Tide Panel", "agree the fees for moorings"),
        ("Tide Panel", "appoint the harbour master"),
    ]


WORDS = [
    ("The Principal shall appoint porters.", [("Principal", "appoint porters")]),
    ("The academy Principal shall appoint porters.", [("Principal", "appoint porters")]),
    ("The principal aim shall be peace.", []),
    ("The Tide Panel will follow the rules however, there may be exceptions agreed by the Clerk.",
     [("Tide Panel", "follow the rules however")]),
    ("The funds shall be vested in the Tide Panel.", []),
    ("Their functions may be amended by the Tide Panel, at any time.",
     [("Tide Panel", "amend their functions, at any time")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), WORDS)
def test_offices_by_their_capital_and_where_the_words_of_a_duty_end(
    tmp_path: Path, sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert [(b, t) for b, _, _, t in duties(tmp_path, sentence, title=HEAD)] == expected


def test_a_law_with_a_comma_before_its_year_is_one_law(tmp_path: Path) -> None:
    sentence = "In accordance with the Harbour Governance Regulations, 2003, the Tide Panel will:\n\n- act with care\n"
    assert [(b, t) for b, _, _, t in duties(tmp_path, sentence, title=HEAD)] == [("Tide Panel", "act with care")]
    paper = f"{HEAD}The Tide Panel is set up under the School Governance Regulations, 2003.\n"
    assert facts(tmp_path, paper, "established_under") == {
        "Tide Panel established_under School Governance Regulations, 2003"
    }


def test_conditions_below_provided_that_oblige_nobody(tmp_path: Path) -> None:
    body = "The Tide Panel may delegate its powers provided that:\n\n- it is recorded\n- one member serve on it\n"
    assert [(b, t) for b, _, _, t in duties(tmp_path, body, title=HEAD)] == [("Tide Panel", "delegate its powers")]


BY_WHOM = [
    ("The Tide Panel is authorised by the Trust to:\n\n- commission reports\n", ("may", "commission reports")),
    ("The Tide Panel is required by Harbour Council to:\n\n- keep minutes\n", ("must", "keep minutes")),
]


@pytest.mark.parametrize(("lead", "expected"), BY_WHOM)
def test_who_is_authorised_by_another_bears_the_items(tmp_path: Path, lead: str, expected: tuple[str, str]) -> None:
    assert duties(tmp_path, lead, title=HEAD) == [("Tide Panel", expected[0], expected[1].split()[0], expected[1])]


def test_headings_that_name_a_class_give_it_what_the_items_below_say_that_it_does(tmp_path: Path) -> None:
    paper = (
        "Harbour Trust Roles\n\nMembers\n- may change the articles\n- are responsible for naming the auditor\n\n"
        "Head teachers of each school within the Trust\n- carry out the plan\n- report to the Panel\n"
    )
    assert [(bearer, text) for bearer, _, _, text in duties(tmp_path, paper, title="")] == [
        ("Members", "change the articles"),
        ("Members", "be responsible for naming the auditor"),
        ("Head teachers of each school", "carry out the plan"),
        ("Head teachers of each school", "report to the Panel"),
    ]


PART_THREE = """SALTMERE DISTRICT COUNCIL

Constitution

The Tide Committee comprises seven Councillors, none of whom may be a member of the Cabinet.

The Council is a member of the Shared Services Joint Committee, which was established under the Local Government Act
1972.

The Leader appoints between two and nine Cabinet Members and may remove them at any time.

The Council's representative on the Saltmere Police and Crime Panel is the Cabinet Member for Moorings.

The Monitoring Officer must:
(i) keep the register; and
(ii) after consulting with the Chief Executive, report to the Tide Committee if a proposal is unlawful.
"""


def test_what_a_part_on_functions_says_of_who_sits_where(tmp_path: Path) -> None:
    assert {
        "Councillors not member_of Cabinet",
        "SALTMERE DISTRICT COUNCIL member_of Shared Services Joint Committee",
        "Cabinet Member for Moorings member_of Saltmere Police and Crime Panel",
    } <= facts(tmp_path, PART_THREE, "member_of")
    assert "Leader appoints Cabinet Members" in facts(tmp_path, PART_THREE, "appoints")


def test_what_a_body_is_a_member_of_was_set_up_under_the_law_behind_it(tmp_path: Path) -> None:
    assert facts(tmp_path, PART_THREE, "established_under") == {
        "Shared Services Joint Committee established_under Local Government Act 1972"
    }


def test_an_item_may_begin_with_what_comes_before_the_duty(tmp_path: Path) -> None:
    assert [(row[0], row[2]) for row in duties(tmp_path, PART_THREE, title="") if row[2] == "report"] == [
        ("Monitoring Officer", "report")
    ]


def test_a_lettered_committee_in_capitals_heads_its_fields(tmp_path: Path) -> None:
    paper = """SALTMERE COUNCIL CONSTITUTION

A. TIDES COMMITTEE

Membership: 7 councillors, 2 independent persons and the Chief Nurse

1. To promote high standards.
2. To grant licences.

B. PIERS AND HARBOURS COMMITTEE

Membership: 15 councillors

1. To maintain the piers.
"""
    assert ("PIERS AND HARBOURS COMMITTEE", "maintain the piers") in {
        (bearer, text) for bearer, _, _, text in duties(tmp_path, paper, title="")
    }


def test_the_councils_that_a_committee_joins_are_listed_below_what_they_are_called(tmp_path: Path) -> None:
    paper = """Saltmere Joint Waste Committee

1. Parties

The Constituent Councils are:

- Holderby Council
- Northby District Council
"""
    assert facts(tmp_path, paper, "member_of") == {
        "Holderby Council member_of Constituent Councils",
        "Northby District Council member_of Constituent Councils",
    }
