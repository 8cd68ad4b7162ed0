"""Blocks by which people and posts stand together: signatures, cards of groups, groups inside a list of members."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import facts

BOARD = "Saltmere Wellbeing Board"

FORMS = """Memorandum of Understanding between Saltmere Council and Saltmere Police

Signed on behalf of the parties:

Name: Ruth Calder
Title: Chief Executive
Organisation: Saltmere Council
Date: 1 May 2015

Name: Ivor Denby
Title: Borough Commander, Saltmere Police
"""

COLUMNS = """Memorandum of Understanding between Saltmere Council and Saltmere Police

Signatories

Ruth Calder                         Ivor Denby
Chief Executive                     Borough Commander
Saltmere Council                    Saltmere Police
"""

CARDS = """Saltmere Carers – Trustee handbook

Section 2: Committees and people

Two groups of trustees do the work between meetings.

FINANCE & RESOURCES ("F&R")
Chair: Honorary Treasurer
Members: Head of Moorings; Harbour Clerk
Meets: monthly

SERVICES & SAFEGUARDING
Chair: Ruth Calder
Meets: every other month
"""


@pytest.mark.parametrize("paper", [FORMS, COLUMNS])
def test_signatories_hold_the_posts_in_their_own_block(tmp_path: Path, paper: str) -> None:
    assert facts(tmp_path, paper, "holds", "post_in") == {
        "Ruth Calder holds Chief Executive",
        "Chief Executive post_in Saltmere Council",
        "Ivor Denby holds Borough Commander",
        "Borough Commander post_in Saltmere Police",
    }


def test_a_short_heading_above_a_card_names_the_group(tmp_path: Path) -> None:
    assert facts(tmp_path, CARDS, "chairs", "member_of", "meets") >= {
        "Honorary Treasurer chairs FINANCE & RESOURCES",
        "Head of Moorings member_of FINANCE & RESOURCES",
        "FINANCE & RESOURCES meets [frequency=monthly]",
        "Ruth Calder chairs SERVICES & SAFEGUARDING",
    }


def test_a_line_in_a_list_of_members_may_head_those_below_it(tmp_path: Path) -> None:
    paper = (
        f"{BOARD}\n\nMembers\nHead of Moorings\nDirector of Housing\nRegular attenders (non-voting)\nFinance Manager\n"
        "Healthwatch Saltmere\n"
    )
    assert facts(tmp_path, paper, "member_of") == {
        f"Head of Moorings member_of {BOARD}",
        f"Director of Housing member_of {BOARD}",
        f"Finance Manager member_of {BOARD} [capacity=in_attendance]",
        f"Healthwatch Saltmere member_of {BOARD} [capacity=in_attendance]",
    }


def test_offices_in_square_brackets_and_labels_set_bold(tmp_path: Path) -> None:
    paper = (
        f"Minutes of the {BOARD} held on 21 September 2022\n\n**Present:** Ruth Calder (RC), Ivor Denby [Chair] (ID), "
        "Nell Orme (NO)\n\n**Apologies:** Kit Pelham\n"
    )
    assert facts(tmp_path, paper, "member_of", "chairs") >= {
        f"Ruth Calder member_of {BOARD}",
        f"Ivor Denby member_of {BOARD}",
        f"Ivor Denby chairs {BOARD}",
        f"Nell Orme member_of {BOARD}",
        f"Kit Pelham member_of {BOARD}",
    }


def test_those_present_stand_without_a_label_at_the_head_of_minutes(tmp_path: Path) -> None:
    paper = (
        "Minutes of the Saltmere Parish Council meeting held at the Village Hall on Tuesday 4th June\n"
        "Cllr Ruth Calder in the Chair\nCllrs I Denby, N Orme and K Pelham\n"
        "The Clerk, Mrs S Hale, and 4 members of the public were in attendance.\n1. Cllr Denby spoke of the hall.\n"
    )
    council = "Saltmere Parish Council"
    assert facts(tmp_path, paper, "member_of", "chairs") >= {
        f"Cllr Ruth Calder chairs {council}",
        f"Cllr Ruth Calder member_of {council}",
        f"I Denby member_of {council}",
        f"N Orme member_of {council}",
        f"K Pelham member_of {council}",
        f"Mrs S Hale member_of {council} [capacity=in_attendance]",
    }


def test_what_stands_between_the_names_of_a_list_is_no_member(tmp_path: Path) -> None:
    paper = (
        f"{BOARD}\n\nMembers of the Board\n\nName\nInterest\nRuth Calder (Chairman)\nHorse riding\nIvor Denby\n"
        "Farming\nNell Orme\nWalking\n"
    )
    assert facts(tmp_path, paper, "member_of") == {
        f"{name} member_of {BOARD}" for name in ("Ruth Calder", "Ivor Denby", "Nell Orme")
    }
