"""Rows of tables, read by their columns' headers."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import extracted, facts

from protocolgraph.extract.layout.headers import column_of
from protocolgraph.model import EntityType

BOARD = "Saltmere Wellbeing Board"
HEAD = f"{BOARD}\n\nTerms of Reference\n\n"

GROUPS = f"""{HEAD}1. Sub-groups

Group                  Chaired by                Frequency      Reports to
Ageing Well Group      Director of Adult Care    Monthly        Saltmere Care Panel
Young People Group     Head of Youth Work        Quarterly      Saltmere Schools Forum

2. Review

The terms are reviewed each year.
"""

PEOPLE = f"""{HEAD}1. Members

Name              Organisation                  Capacity
Ruth Calder       Saltmere Council              Chair
Ivor Denby        Saltmere Hospitals Trust      Member
Nell Orme         Saltmere Tenants Federation   Observer
"""

POSTS = f"""{HEAD}1. Membership

| Post | Organisation |
|------|--------------|
| Finance Director | Saltmere Hospitals Trust |
| Head of Moorings | Saltmere Port Authority |
"""


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Sub-group", "group"),
        ("Chaired by:", "chair"),
        ("How often", "frequency"),
        ("Job title", "post"),
        ("Agency", "organisation"),
        ("Voting status", "capacity"),
        ("Outside body", "outside"),
        ("Council representatives", "person"),
        ("Named deputy", "deputy"),
        ("Wind speed", None),
    ],
)
def test_headers(header: str, column: str | None) -> None:
    assert column_of(header) == column


def test_a_row_tells_of_its_group(tmp_path: Path) -> None:
    assert facts(tmp_path, GROUPS, "chairs", "meets", "part_of", "reports_to") == {
        "Director of Adult Care chairs Ageing Well Group",
        "Head of Youth Work chairs Young People Group",
        "Ageing Well Group meets [frequency=monthly]",
        "Young People Group meets [frequency=quarterly]",
        "Ageing Well Group reports_to Saltmere Care Panel",
        "Young People Group reports_to Saltmere Schools Forum",
        f"Ageing Well Group part_of {BOARD}",
        f"Young People Group part_of {BOARD}",
    }


def test_a_name_without_a_title_is_a_person_in_a_column_of_names(tmp_path: Path) -> None:
    assert facts(tmp_path, PEOPLE, "member_of") == {
        f"Ruth Calder member_of {BOARD}",
        f"Ivor Denby member_of {BOARD}",
        f"Nell Orme member_of {BOARD} [capacity=participating_observer]",
        "Nell Orme member_of Saltmere Tenants Federation",
    }


def test_a_value_that_is_a_header_elsewhere_is_still_a_value(tmp_path: Path) -> None:
    assert f"Ruth Calder chairs {BOARD}" in facts(tmp_path, PEOPLE, "chairs")


def test_a_post_belongs_to_the_organisation_beside_it(tmp_path: Path) -> None:
    assert facts(tmp_path, POSTS, "member_of", "post_in") == {
        f"Finance Director member_of {BOARD}",
        f"Head of Moorings member_of {BOARD}",
        "Finance Director post_in Saltmere Hospitals Trust",
        "Head of Moorings post_in Saltmere Port Authority",
    }


def test_a_table_with_unknown_headers_states_nothing(tmp_path: Path) -> None:
    paper = f"{HEAD}1. Weather\n\n| Wind | Tide |\n|------|------|\n| Saltmere Council | Head of Drainage |\n"
    assert facts(tmp_path, paper) == set()


UNRULED = f"""{HEAD}1. Members of the Board

Ruth Calder | Head of Moorings | Saltmere Port Authority
Ivor Denby | Finance Director | Saltmere Hospitals Trust
Nell Orme | Chief Officer | Saltmere Tenants Federation
"""

STACKED = f"""{HEAD}1. Membership

Name
Role
Organisation
Ruth Calder
Head of Moorings
Saltmere Port Authority
Ivor Denby
Finance Director
Saltmere Hospitals Trust
"""

REGISTER = f"""{HEAD}1. Attendance

Member | Post | 12 May | 9 June
Ruth Calder | Head of Moorings | ✓ | x
Ivor Denby | Finance Director | x | ✓
"""


@pytest.mark.parametrize("paper", [UNRULED, STACKED, REGISTER, UNRULED.replace(" | ", "\t")])
def test_columns_are_told_by_what_their_cells_hold(tmp_path: Path, paper: str) -> None:
    assert facts(tmp_path, paper, "member_of", "holds") >= {
        f"Ruth Calder member_of {BOARD}",
        "Ruth Calder holds Head of Moorings",
        f"Ivor Denby member_of {BOARD}",
        "Ivor Denby holds Finance Director",
    }


def test_a_table_of_two_known_headers_needs_no_third_column(tmp_path: Path) -> None:
    paper = (
        f"{HEAD}1. Membership\n\nOrganisation                 Representative\n"
        "Saltmere Council             Head of Moorings (Chair)\nSaltmere Port Authority      Harbour Master\n"
    )
    assert facts(tmp_path, paper, "member_of", "post_in", "chairs") == {
        f"Head of Moorings member_of {BOARD}",
        f"Head of Moorings chairs {BOARD}",
        "Head of Moorings post_in Saltmere Council",
        f"Harbour Master member_of {BOARD}",
        "Harbour Master post_in Saltmere Port Authority",
    }


def test_a_chair_without_an_organisation_chairs_the_body_of_the_table(tmp_path: Path) -> None:
    paper = (
        f"{HEAD}1. Membership\n\n| Name | Role | Organisation |\n|---|---|---|\n| Ruth Calder | Chair | Independent |\n"
    )
    assert facts(tmp_path, paper, "chairs") == {f"Ruth Calder chairs {BOARD}"}


COMMITTEES = """Westmere Council

Committees

The Cabinet takes executive decisions.

Committee | Number of members | Responsible to
Planning Committee | 13 | Council
Licensing Committee | 10 | Council
Licensing Sub-Committee | 3 | Licensing Committee
"""


def test_a_column_of_whom_committees_answer_to_is_read_and_nothing_is_guessed_beside_it(tmp_path: Path) -> None:
    assert facts(tmp_path, COMMITTEES, "accountable_to", "reports_to", "part_of") >= {
        "Planning Committee accountable_to Council",
        "Licensing Committee accountable_to Council",
        "Licensing Sub-Committee accountable_to Licensing Committee",
    }
    assert "Licensing Committee part_of Licensing Sub-Committee" not in facts(tmp_path, COMMITTEES, "part_of")
    assert "Planning Committee part_of Cabinet" not in facts(tmp_path, COMMITTEES, "part_of")


def test_groups_with_their_remits_are_parts_and_a_board_among_others_has_none_of_them(tmp_path: Path) -> None:
    groups = (
        "Saltmere Partnership\n\nTerms of Reference\n\n1. Groups\n\n"
        "Group                 Remit\nAudit Group           Audits and data\nTraining Group        Courses and events\n"
    )
    assert facts(tmp_path, groups, "part_of", "reports_to") == {
        "Audit Group part_of Saltmere Partnership",
        "Training Group part_of Saltmere Partnership",
    }
    boards = (
        "Saltmere Safety Board\n\nTerms of Reference\n\n1. Boards\n\n"
        "Board                     Chair\nSaltmere Safety Board     Head of Law\n"
        "Saltmere Adults Board     Head of Care\n"
    )
    assert facts(tmp_path, boards, "part_of", "reports_to") == set()


@pytest.mark.parametrize(
    "listed", ["Saltmere Council £900; Saltmere Police £400", "\n\n- Saltmere Council £900\n- Saltmere Police £400"]
)
def test_partners_contribute_as_a_list_says(tmp_path: Path, listed: str) -> None:
    paper = f"Saltmere Adults Board\n\nAnnual Report\n\n1. Money\n\nThe partners contribute as follows: {listed}\n"
    assert {fact.split(" [")[0] for fact in facts(tmp_path, paper, "funds")} == {
        "Saltmere Council funds Saltmere Adults Board",
        "Saltmere Police funds Saltmere Adults Board",
    }


@pytest.mark.parametrize("label", ["Contributions for 2022/23", "Contributions in 2023"])
def test_sums_below_a_line_on_contributions_are_paid(tmp_path: Path, label: str) -> None:
    sums = "Saltmere Council 145,000\nSaltmere Police 38,000\nTotal 183,000\n"
    said = "The Board spent all that it had in the year, most of it on the pay of its manager and on training days.\n"
    paper = f"Saltmere Adults Board\n\nAnnual Report\n\n1. Finance\n\n{said}{label}\n{sums}"
    assert {fact.split(" funds ")[0] for fact in facts(tmp_path, paper, "funds")} == {
        "Saltmere Council",
        "Saltmere Police",
    }


def test_a_committee_is_no_part_of_the_committees_that_it_is_one_of(tmp_path: Path) -> None:
    table = "| Committee | Membership |\n|------|------|\n| Audit Scrutiny Committee | 9 Councillors |\n"
    text = "The Council will have these Scrutiny Committees. Scrutiny Committees meet in public.\n"
    paper = f"Scrutiny Procedure Rules\n\n1. Scrutiny Committees\n\n{text}\n{table}"
    assert not any(fact.endswith("part_of Scrutiny Committees") for fact in facts(tmp_path, paper, "part_of"))


def test_a_row_with_an_empty_cell_is_a_row_and_a_vacant_seat_nobody_s(tmp_path: Path) -> None:
    table = (
        "Name                Role                        Organisation            Attended\n"
        "Fiona Marsden       Head of Care                Saltmere Council        4/4\n"
        "Helen Ogilvy        Headteacher representative  Saltmere Schools Forum  3/4\n"
        "Vacant              Lay Member                                          -\n"
    )
    paper = f"Saltmere Care Board\n\nAnnual Report\n\nMembership\n\n{table}"
    members = {fact.split(" member_of ")[0] for fact in facts(tmp_path, paper, "member_of")}
    assert members >= {"Fiona Marsden", "Helen Ogilvy"}
    assert not any("Vacant" in member for member in members)


def test_a_column_of_laws_tells_under_which_each_body_was_set_up(tmp_path: Path) -> None:
    paper = (
        "Boards\n\nBoard                     Legal basis                    Chair\n"
        "Saltmere Safety Board     Crime and Disorder Act 1998    Head of Law\n"
        "Saltmere Adults Board     Care Act 2014                  Head of Care\n"
    )
    assert facts(tmp_path, paper, "established_under") == {
        "Saltmere Safety Board established_under Crime and Disorder Act 1998",
        "Saltmere Adults Board established_under Care Act 2014",
    }


@pytest.mark.parametrize(
    ("name", "below"),
    [("Audit Committee", False), ("Harbour Partnership", False), ("Audit Group", True), ("Tides Panel", True)],
)
def test_a_group_has_no_committees_or_boards_below_it_in_a_table(tmp_path: Path, name: str, below: bool) -> None:
    paper = (
        "Saltmere Chief Officers Group\n\nTerms of Reference\n\n1. Structure\n\n"
        "| Group | Chair | Frequency |\n"
        f"| {name} | Head of Law | Quarterly |\n| Youth Group | Head of Care | Monthly |\n"
    )
    found = facts(tmp_path, paper, "part_of")
    assert (f"{name} part_of Saltmere Chief Officers Group" in found) is below


def test_a_table_of_outside_bodies_says_who_sits_on_each_and_who_deputises(tmp_path: Path) -> None:
    paper = (
        "Saltmere Town Council\n\nAppointments 2024\n\n| Outside body | Representative | Deputy |\n|---|---|---|\n"
        "| Saltmere Village Hall Trust | Cllr A Bishop | Cllr J Dean |\n| Holder Almshouse Charity | Cllr P Orme | |\n"
    )
    assert facts(tmp_path, paper, "member_of") == {
        "Cllr A Bishop member_of Saltmere Village Hall Trust",
        "Cllr J Dean member_of Saltmere Village Hall Trust [capacity=deputy]",
        "Cllr P Orme member_of Holder Almshouse Charity",
    }


def test_the_deputy_of_a_members_row_sits_as_a_deputy(tmp_path: Path) -> None:
    table = "| Organisation | Name | Deputy |\n|---|---|---|\n| Saltmere Port Authority | Ruth Calder | Ivor Denby |\n"
    found = facts(tmp_path, f"{HEAD}1. Members\n\n{table}| Holder Trust | Nell Orme | Kay Dell |\n", "member_of")
    assert f"Ivor Denby member_of {BOARD} [capacity=deputy]" in found


GRANTS = (
    "Saltmere Grants Committee\n\n| Applicant | Purpose | Amount |\n| --- | --- | --- |\n"
    "| Saltmere in Bloom | Hanging baskets | £500 |\n| Oakley Oaks Club | Training equipment | £300 |\n"
    "| Total | | £800 |\n"
)


def test_the_column_of_those_who_are_given_money_holds_bodies_and_its_purpose_is_no_duty_of_theirs(
    tmp_path: Path,
) -> None:
    extraction = extracted(tmp_path, GRANTS, title="")
    named = {m.name for m in extraction.mentions if m.type is EntityType.BODY and m.spans}
    assert named == {"Saltmere Grants Committee", "Saltmere in Bloom", "Oakley Oaks Club"}
    assert extraction.duties == ()


def test_headers_of_organisations_and_posts_in_other_words(tmp_path: Path) -> None:
    paper = (
        "Saltmere Youth Board\n\nMembership\n\n| Name | Job role | Agency represented |\n| --- | --- | --- |\n"
        "| Kay Dell | Head of Assets | Safe Anchorage |\n| Bo Hart | Head of Care | Quiet Tides |\n"
    )
    found = facts(tmp_path, paper, "holds", "post_in")
    assert {"Kay Dell holds Head of Assets", "Head of Assets post_in Safe Anchorage"} <= found


SIGNED = f"""{HEAD}1. The Board and the Eastmoor Panel agree.

Name / Organisation/Designation / Signature
Ivor Denby / Chair of the Eastmoor Panel /
Ruth Calder / Saltmere Hospitals Trust, Finance Director /
"""


def test_rows_of_who_signs_name_posts_and_no_members(tmp_path: Path) -> None:
    assert facts(tmp_path, SIGNED, "chairs", "holds", "post_in", "member_of") == {
        "Ivor Denby chairs Eastmoor Panel",
        "Ivor Denby holds Chair of the Eastmoor Panel",
        "Chair of the Eastmoor Panel chairs Eastmoor Panel",
        "Ruth Calder holds Finance Director",
        "Finance Director post_in Saltmere Hospitals Trust",
    }


def test_a_group_whose_field_ends_in_a_body_known_by_itself_is_all_of_its_cell(tmp_path: Path) -> None:
    table = (
        "| Subgroup | Chair | Frequency |\n| --- | --- | --- |\n"
        "| Neglect and Early Help | Head of Law | Quarterly |\n| Training | Head of Roads | Termly |\n"
    )
    found = facts(tmp_path, f"Tide Safeguarding Partnership\n\nReport\n\nSubgroups\n\n{table}", "chairs", "meets")
    assert "Head of Law chairs Neglect and Early Help" in found
    assert not {fact for fact in found if fact.startswith("Early Help") or fact.endswith("chairs Early Help")}


def test_a_column_of_members_may_name_several_people_in_a_cell(tmp_path: Path) -> None:
    paper = """Saltmere Schools Forum

5. Working groups

Group                     Members                       Next meeting
Formula Task Group        P Orme, R Ingle and C Tapp    4 May
Early Years Group         J Ash, T Cole                 9 June
"""
    assert facts(tmp_path, paper, "member_of") == {
        *(f"{person} member_of Formula Task Group" for person in ("P Orme", "R Ingle", "C Tapp")),
        *(f"{person} member_of Early Years Group" for person in ("J Ash", "T Cole")),
    }
