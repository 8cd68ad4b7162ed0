"""Schemes of delegation as tables: by a column that tells who decides, and by marks below whoever does."""

from __future__ import annotations

from pathlib import Path

from reading import duties, facts

HEAD = "Saltmere Academy Trust\n\nScheme of Delegation\n\n"

MARKED = f"""{HEAD}| Matter | Trust Board | Audit Committee | Chief Executive |
|---|---|---|---|
| Approve the annual budget | ✓ | | |
| Reviewing the risk register | | ✓ | ✓ |
| Appointment of porters | | | X |
"""

DELEGATED = f"""{HEAD}| No. | Matter | Delegated to | Limit |
|---|---|---|---|
| 1 | Approval of contracts | Finance Committee | £50,000 |
| 2 | Petty cash | Head of Finance or the Bursar | £50 |
| 3 | Complaints | Clerk, reporting to the Chief Executive | |
"""

SEATS = f"""{HEAD}| Post | Audit Committee | Trust Board |
|---|---|---|
| Head of Law | x | |
| Head of Finance | | x |
"""

RESERVED = f"""{HEAD}| Decision | Decided by |
|---|---|
| Setting the admissions policy | Trust Board |
"""


def stated(folder: Path, paper: str) -> list[tuple[str, str, str]]:
    return [(bearer, modality, text) for bearer, modality, _, text in duties(folder, paper, title="")]


def test_a_mark_below_a_body_makes_the_matter_its_function(tmp_path: Path) -> None:
    assert stated(tmp_path, MARKED) == [
        ("Trust Board", "function", "approve the annual budget"),
        ("Audit Committee", "function", "review the risk register"),
        ("Chief Executive", "function", "review the risk register"),
        ("Chief Executive", "function", "appoint porters"),
    ]
    assert facts(tmp_path, MARKED, "member_of") == set()


def test_whom_a_matter_is_delegated_to_may_decide_it(tmp_path: Path) -> None:
    assert stated(tmp_path, DELEGATED) == [
        ("Finance Committee", "may", "approve contracts"),
        ("Head of Finance", "may", "petty cash"),
        ("Bursar", "may", "petty cash"),
        ("Clerk", "may", "complaints"),
    ]


def test_who_decides_by_another_header_has_it_as_a_function(tmp_path: Path) -> None:
    assert stated(tmp_path, RESERVED) == [("Trust Board", "function", "set the admissions policy")]


def test_marks_beside_posts_tell_who_sits_where(tmp_path: Path) -> None:
    assert stated(tmp_path, SEATS) == []
    assert facts(tmp_path, SEATS, "member_of") == {
        "Head of Law member_of Audit Committee",
        "Head of Finance member_of Trust Board",
    }
