"""What names side by side state: a body's body, bodies without rank between them, the office in a title."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import facts

HEAD = "Saltmere Borough Council\n\nAudit Committee\n\nTerms of Reference\n\n1. Work\n\n"
COUNCIL = "Saltmere Borough Council"


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The Council's Standards Panel hears complaints.", f"Standards Panel part_of {COUNCIL}"),
        ("The Council’s Standards Panel hears complaints.", f"Standards Panel part_of {COUNCIL}"),
        ("The Audit Committee and its Risk Panel meet in private.", "Risk Panel part_of Audit Committee"),
        ("The Audit Committee reports to the Standards Panel or its Case Group.", "Case Group part_of Standards Panel"),
        ("The Executive Group of the Saltmere Adults Board met.", "Executive Group part_of Saltmere Adults Board"),
    ],
)
def test_a_body_that_another_has(tmp_path: Path, text: str, fact: str) -> None:
    assert fact in facts(tmp_path, HEAD + text, "part_of")


def test_two_bodies_side_by_side_are_not_one_in_the_other(tmp_path: Path) -> None:
    found = facts(tmp_path, f"{HEAD}The Standards Panel and the Risk Panel met.", "part_of")
    assert found == {f"Audit Committee part_of {COUNCIL}"}


def test_a_committee_below_its_council_at_the_head(tmp_path: Path) -> None:
    assert facts(tmp_path, f"{HEAD}It reads accounts.", "part_of") == {f"Audit Committee part_of {COUNCIL}"}


def test_a_group_named_after_an_acronym(tmp_path: Path) -> None:
    paper = "Saltmere Adults Board (SAB)\n\nTerms of Reference\n\n1. Work\n\nThe SAB Executive Group helps the SAB.\n"
    assert facts(tmp_path, paper, "part_of") == {"SAB Executive Group part_of SAB"}


@pytest.mark.parametrize("group", ["Steering Group", "Operating Group", "Strategic Board"])
def test_who_steers_what_an_acronym_stands_for_is_no_part_of_it(tmp_path: Path, group: str) -> None:
    paper = f"Terms\n\n1. Work\n\nThe Tide Risk Conference (TRC) hears cases. The TRC {group} meets monthly.\n"
    assert facts(tmp_path, paper, "part_of") == set()


def test_partners_named_after_a_board_are_no_part_of_it(tmp_path: Path) -> None:
    paper = "Saltmere Adults Board (SAB)\n\nTerms of Reference\n\n1. Work\n\nAll SAB partner agencies help the SAB.\n"
    assert facts(tmp_path, paper, "part_of") == set()


@pytest.mark.parametrize(
    "text",
    [
        "There is no hierarchy between the Saltmere Adults Board and the Saltmere Youth Board.",
        "The Saltmere Adults Board and the Saltmere Youth Board are equal partners.",
        "The Saltmere Adults Board is not subordinate to the Saltmere Youth Board.",
        "Neither Board is subordinate to the other.",
    ],
)
def test_bodies_without_rank_between_them(tmp_path: Path, text: str) -> None:
    title = "Protocol between the Saltmere Adults Board and the Saltmere Youth Board\n\n1. Relationship\n\n"
    assert facts(tmp_path, title + text, "peer_of") == {"Saltmere Adults Board peer_of Saltmere Youth Board"}


def test_each_pair_of_three_equal_bodies(tmp_path: Path) -> None:
    text = "The Standards Panel, the Risk Panel and the Saltmere Ports Panel are of equal status."
    assert facts(tmp_path, HEAD + text, "peer_of") == {
        "Standards Panel peer_of Risk Panel",
        "Standards Panel peer_of Saltmere Ports Panel",
        "Risk Panel peer_of Saltmere Ports Panel",
    }


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The Chair of the Saltmere Ports Panel spoke.",
            "Chair of the Saltmere Ports Panel chairs Saltmere Ports Panel",
        ),
        (
            "The Vice-Chair of the Saltmere Ports Panel spoke.",
            "Vice-Chair of the Saltmere Ports Panel member_of Saltmere Ports Panel [capacity=vice_chair]",
        ),
        (
            "The Clerk to the Saltmere Ports Panel spoke.",
            "Clerk to the Saltmere Ports Panel post_in Saltmere Ports Panel",
        ),
    ],
)
def test_a_title_tells_its_office(tmp_path: Path, text: str, fact: str) -> None:
    assert facts(tmp_path, HEAD + text, "chairs", "member_of", "post_in") == {fact}


def test_its_chair_chairs_what_it_means(tmp_path: Path) -> None:
    text = "The Saltmere Ports Panel counts ships. Its Chair writes to the harbour."
    assert facts(tmp_path, HEAD + text, "chairs") == {"Chair chairs Saltmere Ports Panel"}


def test_a_list_of_posts_and_bodies_gives_no_post_to_the_body_behind_it(tmp_path: Path) -> None:
    paper = (
        "Saltmere Board\n\nThe Board will consult Ministers, the Data Group, the Harbour Forum and the Tide Panel.\n"
    )
    assert facts(tmp_path, paper, "post_in") == set()


def test_a_name_that_goes_on_with_a_place_is_no_part_of_the_shorter_one(tmp_path: Path) -> None:
    paper = (
        "Saltmere Board\n\nThe Department of Tides met the Department of Tides in Northern Fens. The Board will report "
        "to the Department of Tides.\n"
    )
    assert facts(tmp_path, paper, "part_of") == set()


def test_groups_that_the_sentence_itself_goes_on_to_name(tmp_path: Path) -> None:
    paper = (
        "Saltmere Flood Forum\n\n1. Groups\n\n"
        "Two groups assist the Saltmere Flood Forum: the Tide Group and the Harbour Works Group.\n\n"
        "Members of the following groups may attend: the Saltmere Youth Forum and the Pier Users Forum.\n"
    )
    assert facts(tmp_path, paper, "part_of") == {
        "Tide Group part_of Saltmere Flood Forum",
        "Harbour Works Group part_of Saltmere Flood Forum",
    }


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The Council's Housing Team and Youth Services met.", f"Youth Services part_of {COUNCIL}"),
        ("The Tides Lab at the University of Wexmoor met.", "Tides Lab part_of University of Wexmoor"),
        ("It thanks the Tides Lab, University of Wexmoor.", "Tides Lab part_of University of Wexmoor"),
        ("The Ports Unit (Home Office) met.", "Ports Unit part_of Home Office"),
    ],
)
def test_a_unit_named_with_what_it_is_in(tmp_path: Path, text: str, fact: str) -> None:
    assert fact in facts(tmp_path, HEAD + text, "part_of")


def test_a_room_is_no_part_of_the_hospital_where_a_meeting_is(tmp_path: Path) -> None:
    found = facts(tmp_path, f"{HEAD}It meets in the Education Centre, Saltmere Hospital.", "part_of")
    assert found == {f"Audit Committee part_of {COUNCIL}"}


@pytest.mark.parametrize("group", ["Highways and Environment Scrutiny Committee", "Cabinet", "Adult Services Team"])
def test_a_council_that_only_its_committees_name_tells_has_that_committee(tmp_path: Path, group: str) -> None:
    text = f"{HEAD}The Committee is subject to scrutiny by the Ashmere County Council {group}.\n"
    assert f"Ashmere County Council {group} part_of Ashmere County Council" in facts(tmp_path, text, "part_of")


def test_what_is_no_committee_of_a_council_tells_none(tmp_path: Path) -> None:
    text = f"{HEAD}The Committee asks the Ashmere Parish Council Partners and reads on Ashmere Town Council Tax.\n"
    assert facts(tmp_path, text, "part_of") == {f"Audit Committee part_of {COUNCIL}"}


def test_a_hub_is_part_of_the_partnership_above_it(tmp_path: Path) -> None:
    paper = "SALTMERE CHASE SAFETY PARTNERSHIP\n\nPARTNERSHIP HUB\n\nTERMS OF REFERENCE\n\n1. Aim\n\nThe Hub meets.\n"
    assert "PARTNERSHIP HUB part_of SALTMERE CHASE SAFETY PARTNERSHIP" in facts(tmp_path, paper, "part_of")


def test_a_board_that_only_its_sub_groups_name_tells_has_that_sub_group(tmp_path: Path) -> None:
    group = "West Saltmere Safeguarding Adults Board Engagement Sub Group"
    paper = f"Terms of Reference\n\n{group}\n\n1. Work\n\nMinutes are kept.\n"
    assert facts(tmp_path, paper, "part_of") == {f"{group} part_of West Saltmere Safeguarding Adults Board"}


def test_the_house_of_a_party_is_no_body_that_it_is_part_of(tmp_path: Path) -> None:
    paper = "AGREEMENT\n\n(1) Saltmere Borough Council of the Civic Centre, Quay Road, Saltmere; and\n"
    assert facts(tmp_path, paper, "part_of") == set()


@pytest.mark.parametrize("which", ["which, in turn, is", "which is in turn", "which is"])
def test_a_group_of_a_group(tmp_path: Path, which: str) -> None:
    text = (
        f"The Risk Panel is a sub-group of the Tides Partnership {which} a sub-group of the Saltmere Wellbeing Board."
    )
    assert facts(tmp_path, HEAD + text, "part_of") >= {
        "Risk Panel part_of Tides Partnership",
        "Tides Partnership part_of Saltmere Wellbeing Board",
    }
