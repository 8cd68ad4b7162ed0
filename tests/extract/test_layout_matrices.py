"""Who sits where, by tables that cross posts with bodies and by records of who came."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import facts

HEAD = (
    "Joint working of the Saltmere boards\n\nThe Saltmere Adults Board (SAB), the Saltmere Health Board (SHB) and the "
    "Saltmere Crime Partnership (SCP) agree as follows.\n\n"
)
SEATS = {
    "Head of Law member_of SAB",
    "Head of Law member_of SHB",
    "Chief Nurse member_of SCP",
}
MARKS = """Common membership

Post               SAB      SHB      SCP
Head of Law        Yes      Yes      No
Chief Nurse        No       No       Yes
Head of Care       No       No       No
"""
LISTED = """Common membership

Post               Sits on
Head of Law        SAB, SHB
Chief Nurse        SCP
Head of Care       None
"""
LINES = """Who sits where

Head of Law: SAB (member), SHB (member)
Chief Nurse: SCP (member)
"""


@pytest.mark.parametrize("table", [MARKS, LISTED, LINES])
def test_posts_crossed_with_bodies(tmp_path: Path, table: str) -> None:
    assert facts(tmp_path, HEAD + table, "member_of") == SEATS


def test_a_cell_or_bracket_may_say_in_which_capacity(tmp_path: Path) -> None:
    text = f"{HEAD}Who sits where\n\nHead of Law: SAB (chair), SHB (observer)\n"
    assert facts(tmp_path, text, "member_of", "chairs") == {
        "Head of Law chairs SAB",
        "Head of Law member_of SAB",
        "Head of Law member_of SHB [capacity=participating_observer]",
    }


def test_those_of_whom_a_table_counts_the_attendance_sit_on_the_body(tmp_path: Path) -> None:
    text = "Saltmere Adults Board\n\nAnnual report\n\nAttendance at Board meetings\n\n"
    text += "Agency              June   Sept   Total\nSaltmere Council    Y      N      50%\n"
    text += "Marsh Police        Y      Y      100%\n"
    assert facts(tmp_path, text, "member_of") == {
        "Saltmere Council member_of Saltmere Adults Board",
        "Marsh Police member_of Saltmere Adults Board",
    }


def test_a_table_of_figures_counts_no_members(tmp_path: Path) -> None:
    text = "Saltmere Adults Board\n\nAnnual report\n\nReferrals\n\n"
    text += "Agency              2022   2023\nSaltmere Council    12     14\nMarsh Police        30     31\n"
    assert facts(tmp_path, text, "member_of") == set()


def test_a_chair_called_by_the_short_name_of_its_body_is_not_what_that_means(tmp_path: Path) -> None:
    text = f"{HEAD}Groups\n\nBody     Led by                         Meets\n"
    text += "SAB      Independent Chair of the SAB   monthly\nSHB      SHB Chair                      quarterly\n"
    assert facts(tmp_path, text, "meets", "chairs") >= {
        "SAB meets [frequency=monthly]",
        "SHB meets [frequency=quarterly]",
    }


def test_semicolons_part_the_members_of_a_row(tmp_path: Path) -> None:
    text = "Saltmere Adults Board\n\nMembership\n\nOrganisation        Representative\n"
    text += "Saltmere Council    Head of Law; Head of Housing\nCriminal justice    Marsh Police; Probation Service\n"
    assert facts(tmp_path, text, "member_of") == {
        f"{who} member_of Saltmere Adults Board"
        for who in ("Head of Law", "Head of Housing", "Marsh Police", "Probation Service")
    }


def test_a_capacity_in_a_row_with_an_organisation_is_no_post_there(tmp_path: Path) -> None:
    text = "Saltmere Adults Board\n\nMembership\n\nName           Organisation        Role\n"
    text += "Ann Birch      Saltmere Council    Chair\nTom Sloane     Marsh Police        Member\n"
    assert facts(tmp_path, text, "chairs", "holds", "member_of") == {
        "Ann Birch chairs Saltmere Adults Board",
        "Ann Birch member_of Saltmere Adults Board",
        "Tom Sloane member_of Saltmere Adults Board",
    }


def test_a_groups_name_alone_heads_a_table_of_posts_with_their_organisations(tmp_path: Path) -> None:
    text = "Saltmere Crime Partnership\n\nAnnual report\n\nSafer Streets Group\n\n"
    text += "   Head of Law (Chair)      Saltmere Council\n   Chief Inspector          Marsh Police\n"
    text += "   Head of Care             Saltmere Council\n"
    assert facts(tmp_path, text, "chairs", "member_of") == {
        "Head of Law chairs Safer Streets Group",
        "Head of Law member_of Safer Streets Group",
        "Chief Inspector member_of Safer Streets Group",
        "Head of Care member_of Safer Streets Group",
    }
