"""What a protocol between several boards says of them all, and of each."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import duties, facts

PROTOCOL = """Joint Protocol between

Saltmere Health and Wellbeing Board
Saltmere Safeguarding Children Partnership
Saltmere Safeguarding Adults Board and
Safer Saltmere Partnership

1. Introduction

1.1 This protocol sets out the relationship between the Saltmere Health and Wellbeing Board (SHWB), the Saltmere
    Safeguarding Children Partnership (SSCP), the Saltmere Safeguarding Adults Board (SSAB) and the Safer Saltmere
    Partnership (SSP), "the Boards".

1.2 It will enable each of the Boards to be clear about its own role.

2. Roles of the Boards

2.1 There is no hierarchy between the Boards.

2.2 Saltmere Health and Wellbeing Board
    The Health and Wellbeing Board is a committee of Saltmere Council. It is chaired by the Leader of the Council. The
    Board has oversight of the Tide Fund and of the Children's Panel, which is a sub-group of the Board.

2.3 The SSCP and the SSAB will hold a joint meeting at least once a year. The SSCP is not accountable for the work of
    its members.
"""


def test_all_parties_are_peers_though_one_is_called_short_again_and_again(tmp_path: Path) -> None:
    assert len(facts(tmp_path, PROTOCOL, "peer_of")) == 6


def test_what_a_protocol_will_enable_is_no_duty_of_the_first_board(tmp_path: Path) -> None:
    assert not any(action == "enable" for _, _, action, _ in duties(tmp_path, PROTOCOL, title=""))


def test_a_joint_meeting_is_not_how_often_each_meets(tmp_path: Path) -> None:
    assert facts(tmp_path, PROTOCOL, "meets") == set()


def test_what_a_body_is_not_accountable_for_is_denied_once(tmp_path: Path) -> None:
    said = [(modality, text) for _, modality, _, text in duties(tmp_path, PROTOCOL, title="") if "accountable" in text]
    assert said == [("must_not", "be accountable for the work of its members")]


THREE = "Saltmere Care Board\nSaltmere Tide Board\nSafer Quay Partnership\n"
FRONTS = {
    "a line each below between": f"Joint Protocol\n\nbetween\n\n{THREE}",
    "with commas": "A protocol for the relationship between\n\nthe Saltmere Care Board,\nthe Saltmere Tide Board\n"
    "and the Safer Quay Partnership\n",
    "above the title": f"{THREE}\nPartnership Protocol\n",
    "below the title": "Joint Protocol\n\nSaltmere Care Board (SCB)\nSaltmere Tide Board (STB)\n"
    "Safer Quay Partnership (SQP)\n",
}


@pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS.keys())
def test_the_lines_of_a_front_page_are_the_parties(tmp_path: Path, front: str) -> None:
    paper = f"{front}\n1. Introduction\n\nThe three boards will work together. No board is subordinate to another.\n"
    assert facts(tmp_path, paper, "peer_of") == {
        "Saltmere Care Board peer_of Saltmere Tide Board",
        "Saltmere Care Board peer_of Safer Quay Partnership",
        "Saltmere Tide Board peer_of Safer Quay Partnership",
    }


def test_who_scrutinises_the_boards_oversees_each_of_them(tmp_path: Path) -> None:
    paper = f"{FRONTS['above the title']}\n1. Scrutiny\n\nThe boards are subject to scrutiny by the Pier Committee.\n"
    assert facts(tmp_path, paper, "oversees") == {
        "Pier Committee oversees Saltmere Care Board",
        "Pier Committee oversees Saltmere Tide Board",
        "Pier Committee oversees Safer Quay Partnership",
    }


def test_a_council_above_its_board_is_no_party(tmp_path: Path) -> None:
    front = "Holderby Council\nSaltmere Care Board\n\nProtocol\n\n1. Work\n\n"
    paper = f"{front}The boards are scrutinised by the Pier Committee.\n"
    assert facts(tmp_path, paper, "oversees") == set()
