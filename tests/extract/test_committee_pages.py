"""What pages of committees, protocols of members and officers, and minutes say in their ordinary wordings."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import duties, facts

COUNCIL = "Saltmere Council"
HEAD = f"{COUNCIL}\n\nProtocol\n\n"

OFFICERS = [
    ("Members serve for a term, whilst Officers are responsible to the Council.",
     f"Officers accountable_to {COUNCIL}"),
    ("Officers serve all Members. Their job is to give advice to the Tide Panel and to carry out its decisions.",
     "Officers advises Tide Panel"),
    ("Members will perform roles on the Tide Panel and the Harbour Committee.", "Members member_of Harbour Committee"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "fact"), OFFICERS)
def test_what_a_protocol_says_of_officers_and_members(tmp_path: Path, sentence: str, fact: str) -> None:
    assert fact in facts(tmp_path, HEAD + sentence)


def test_members_answer_to_nobody_by_a_protocols_words(tmp_path: Path) -> None:
    assert facts(tmp_path, f"{HEAD}Members are responsible to the Council.", "accountable_to") == set()


def test_minutes_that_tell_whose_duties_follow_say_what_they_are(tmp_path: Path) -> None:
    minutes = "Agenda item\n\nMinutes:\n\nUnder the Care Act 2014 the Tide Panel has duties as follows:\n\n"
    assert [
        (row[0], row[3]) for row in duties(tmp_path, f"{minutes}- To review the plan;\n- To ask owners.\n", title="")
    ] == [
        ("Tide Panel", "review the plan"),
        ("Tide Panel", "ask owners"),
    ]


def test_a_label_before_what_is_done_makes_no_heading_of_the_first_item(tmp_path: Path) -> None:
    paper = (
        "Functions of the Tide Panel\n\n1. Fees: Deciding, with the owners, the fees that are needed.\n"
        "2. Boats: Agreeing the list of boats.\n"
    )
    assert [row[3] for row in duties(tmp_path, paper, title="")] == [
        "decide, with the owners, the fees that are needed",
        "agree the list of boats",
    ]


def test_initials_with_dots_and_no_spaces_belong_to_the_surname_behind_them(tmp_path: Path) -> None:
    minutes = (
        "Tide Panel\n\nMinutes of a meeting held on 3 May 2023\n\n"
        "Present: Councillor R.L. Ashby (Chairman); Councillors Mrs. M.E.J. Cole, K.J. Garrow and S.T. Dunn.\n\n"
        "Apologies\n\nThese were received from Councillor R.J. Bertram.\n"
    )
    assert facts(tmp_path, minutes, "chairs", "member_of") >= {
        "Councillor R.L. Ashby chairs Tide Panel",
        "Mrs. M.E.J. Cole member_of Tide Panel",
        "K.J. Garrow member_of Tide Panel",
        "S.T. Dunn member_of Tide Panel",
    }


def test_those_below_attendance_details_were_there(tmp_path: Path) -> None:
    minutes = (
        "Tide Panel\n\nMinutes\n\nAttendance Details\n\nCllr Ken Ashby (Chairman), Cllr Jim Dunn and Cllr Kay Cole\n"
    )
    assert "Cllr Jim Dunn member_of Tide Panel" in facts(tmp_path, minutes, "member_of")


def test_an_attendance_list_goes_on_behind_its_chair_with_names_that_have_no_title(tmp_path: Path) -> None:
    minutes = (
        "Minutes of the Tide Panel held on 3 May 2023\n\n"
        "Present: Councillor Elwyn Ashby (Chair), Geraint Hollow, Ottoline Tarn and Kay Dunn\n"
    )
    assert facts(tmp_path, minutes, "member_of") >= {
        "Geraint Hollow member_of Tide Panel",
        "Ottoline Tarn member_of Tide Panel",
        "Kay Dunn member_of Tide Panel",
    }
