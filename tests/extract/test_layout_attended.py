"""Records of attendance whose table was pulled apart into lines."""

from __future__ import annotations

from pathlib import Path

from reading import facts

BOARD = "Saltmere Safeguarding Board"
HEAD = f"{BOARD}\n\nAnnual Report\n\nAppendix 1\nAttendance of Board Members\n\n"
LINES = """Ruth Calder
Ivor Denby / Nell Orme

Head of Moorings, Saltmere Port Authority

Chief Nurse, Saltmere Hospitals Trust

4 out of 6
5 out of 6

67%
83%

Kay Laver

Director of Schools, Saltmere Borough Council

3 out of 6

50%

Tom Orme
"""


def test_posts_and_people_of_a_record_sit_on_the_body(tmp_path: Path) -> None:
    found = facts(tmp_path, f"{HEAD}{LINES}", "member_of")
    sitting = {fact.split(" member_of ")[0] for fact in found if fact.endswith(f" member_of {BOARD}")}
    assert sitting >= {"Ruth Calder", "Ivor Denby", "Nell Orme", "Kay Laver", "Chief Nurse", "Director of Schools"}
    assert "Tom Orme" not in sitting


def test_as_many_posts_as_people_before_them_are_held_in_turn(tmp_path: Path) -> None:
    assert facts(tmp_path, f"{HEAD}{LINES}", "holds") == {
        "Ruth Calder holds Head of Moorings",
        "Ivor Denby holds Chief Nurse",
        "Nell Orme holds Chief Nurse",
        "Kay Laver holds Director of Schools",
    }


def test_counts_below_another_heading_record_nobody(tmp_path: Path) -> None:
    paper = f"{HEAD}{LINES}".replace("Attendance of Board Members", "Audits of cases")
    assert not any(fact.endswith(f" member_of {BOARD}") for fact in facts(tmp_path, paper, "member_of"))


ROWS = f"""{BOARD}

Annual Report

Attendance at Board meetings

Agency June Sept Dec March
Independent Scrutineer Y Y Y Y
Saltmere Borough Council – Director of Schools Y Y N Y
Saltmere Police Y N Y Y
Saltmere Rowing Trust 3/4
"""


def test_rows_of_one_line_that_end_in_marks_record_who_came(tmp_path: Path) -> None:
    found = {fact for fact in facts(tmp_path, ROWS, "member_of") if fact.endswith(BOARD)}
    sitting = ("Independent Scrutineer", "Director of Schools", "Saltmere Police", "Saltmere Rowing Trust")
    assert found == {f"{one} member_of {BOARD}" for one in sitting}


def test_rows_of_marks_below_another_heading_record_nobody(tmp_path: Path) -> None:
    paper = ROWS.replace("Attendance at Board meetings", "Returns of the audit")
    assert not any(fact.endswith(f" member_of {BOARD}") for fact in facts(tmp_path, paper, "member_of"))


def test_membership_and_attendance_of_the_board_heads_its_members(tmp_path: Path) -> None:
    paper = (
        f"{BOARD}\n\nAnnual Report\n\nBoard membership and attendance\n\nTide Trust Chief Nurse 100%\nHead of Law 2/4\n"
    )
    found = facts(tmp_path, paper, "member_of")
    assert found == {f"Chief Nurse member_of {BOARD}", f"Head of Law member_of {BOARD}"}
