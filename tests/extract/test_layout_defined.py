"""Who is in a body whose members a sentence goes on to name, and who set one up together."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import facts

HEAD = "Tidal paper\n\n1. Members\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "It comes from the member bodies of the Tides Forum (TF) - currently Marsh Rowing Club and Quay Trust.",
        "The member bodies of the Tides Forum are Marsh Rowing Club and Quay Trust.",
        "We thank the member organisations of the Tides Forum: Marsh Rowing Club and Quay Trust.",
    ],
)
def test_member_organisations_are_members_of_the_body_and_of_no_class(tmp_path: Path, text: str) -> None:
    assert facts(tmp_path, f"{HEAD}{text}\n", "member_of") == {
        "Marsh Rowing Club member_of Tides Forum",
        "Quay Trust member_of Tides Forum",
    }


def test_what_a_force_and_a_councils_team_set_up_is_no_part_of_the_team(tmp_path: Path) -> None:
    text = "The Tides Group was set up by Northshire Police and Tide Council's Moorings Team to share charts.\n"
    assert facts(tmp_path, f"{HEAD}{text}", "part_of") == {"Moorings Team part_of Tide Council"}


def test_a_committee_in_whose_minutes_a_town_council_stands_above_is_part_of_it(tmp_path: Path) -> None:
    title = "SALTMERE TOWN COUNCIL\n\nMinutes of the meeting of the Quays Committee held on 3 May 2031"
    paper = f"{title}\n\n1. Apologies\n\nNone.\n"
    assert facts(tmp_path, paper, "part_of") == {"Quays Committee part_of SALTMERE TOWN COUNCIL"}


def test_how_many_stand_for_each_member_names_no_member(tmp_path: Path) -> None:
    paper = (
        "Saltmere Tides Group\n\nTerms of Reference\n\n3. Membership\n\n"
        "i. The group will be comprised of representatives from:\n\n• Tide Council\n\n• Northshire Police\n\n"
        "ii. Each member body shall be represented by at least one member of staff.\n"
    )
    assert facts(tmp_path, paper, "member_of") == {
        "Tide Council member_of Saltmere Tides Group",
        "Northshire Police member_of Saltmere Tides Group",
    }
