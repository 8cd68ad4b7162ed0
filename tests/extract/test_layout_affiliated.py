"""Which organisation somebody is of who stands beside it in a list."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import facts

PANEL = "Saltmere Police and Crime Panel"


def found(folder: Path, lines: str) -> set[str]:
    stated = facts(folder, f"{PANEL}\n\nMinutes of the meeting held on 6 February 2025\n\n{lines}\n", "member_of")
    return {fact for fact in stated if not fact.endswith(PANEL) and f"{PANEL} [" not in fact}


@pytest.mark.parametrize(
    "line",
    [
        "Cllr Ann Osgood - Marsh Council",
        "Cllr Ann Osgood (Marsh Council)",
        "Cllr Ann Osgood, Marsh Council",
        "Cllr Ann Osgood (Vice-Chairman) - Marsh Council",
        "Cllr Ann Osgood (AO) – Marsh Council (Chair)",
    ],
)
def test_somebody_beside_an_organisation_is_of_it(tmp_path: Path, line: str) -> None:
    lines = f"Present:\n{line}\nCllr Bo Tansy (Vale Council)\n"
    assert "Cllr Ann Osgood member_of Marsh Council" in found(tmp_path, lines)


def test_so_is_who_has_an_organisation_in_the_next_cell(tmp_path: Path) -> None:
    lines = "Present\n\nCllr Ann Osgood (Chair)    Marsh Council\nCllr Bo Tansy              Vale Council\n"
    assert found(tmp_path, lines) == {"Cllr Ann Osgood member_of Marsh Council", "Cllr Bo Tansy member_of Vale Council"}


def test_with_a_post_between_them_the_post_is_in_it(tmp_path: Path) -> None:
    lines = "Present:\nCllr Bo Tansy (Vale Council)\nAnn Osgood, Head of Law, Marsh Council\n"
    assert found(tmp_path, lines) == {"Cllr Bo Tansy member_of Vale Council"}


def test_a_ward_beside_a_councillor_has_no_members(tmp_path: Path) -> None:
    lines = "Present:\nCllr Bo Tansy (Vale Council)\nCllr Ann Osgood (East Division)\n"
    assert found(tmp_path, lines) == {"Cllr Bo Tansy member_of Vale Council"}


def test_a_group_beside_somebody_is_no_organisation_they_come_from(tmp_path: Path) -> None:
    lines = "Present:\nCllr Bo Tansy (Vale Council)\nCllr Ann Osgood (Scrutiny Panel)\n"
    assert found(tmp_path, lines) == {"Cllr Bo Tansy member_of Vale Council"}


@pytest.mark.parametrize(
    "heading",
    ["Members at 31 March 2022", "Membership 2023/24", "Members (May 2024)", "Committee members as at 1 May 2024"],
)
def test_a_heading_of_members_may_say_of_what_date_they_are(tmp_path: Path, heading: str) -> None:
    text = f"Saltmere Standards Committee\n\n{heading}\n\nMr Adam Curwen\nMrs Beth Ofori\n"
    stated = facts(tmp_path, text, "member_of")
    assert stated == {f"{who} member_of Saltmere Standards Committee" for who in ("Mr Adam Curwen", "Mrs Beth Ofori")}


def test_those_in_a_table_below_the_bare_name_of_a_board_sit_on_it(tmp_path: Path) -> None:
    rows = "Marian Oduya     Chair\nJonathan Wray    Chief Executive\nBea Longford     Finance Director\n"
    text = f"Saltmere Homes\n\nOUR BOARD\n\nThe Board sets the strategy.\n\n{rows}"
    stated = facts(tmp_path, text, "member_of")
    assert {f"{who} member_of BOARD" for who in ("Marian Oduya", "Jonathan Wray", "Bea Longford")} <= stated


def test_a_column_of_offices_holds_posts(tmp_path: Path) -> None:
    rows = "  Name               Office                 Category\n  Mrs Diana Kelby    Safeguarding Governor  parent\n"
    rows += "  Mr Paul Storrey    Headteacher            -\n"
    stated = facts(tmp_path, f"Governing Board of Saltmere School\n\nMembers\n\n{rows}", "holds")
    assert stated == {"Mrs Diana Kelby holds Safeguarding Governor", "Mr Paul Storrey holds Headteacher"}


def test_membership_of_a_year_in_lines_whose_columns_ran_together(tmp_path: Path) -> None:
    rows = "Councillor Tim Beale (Chair) Hexton District Council\nCouncillor Ann Lee Mere Borough Council\n"
    paper = f"Tide Crime Panel\n\nAnnual Report\n\nMembers\n\nMembership during 2030/31 was as follows:\n{rows}"
    assert facts(tmp_path, paper, "member_of") == {
        "Councillor Tim Beale member_of Tide Crime Panel",
        "Councillor Ann Lee member_of Tide Crime Panel",
        "Councillor Tim Beale member_of Hexton District Council",
        "Councillor Ann Lee member_of Mere Borough Council",
    }
