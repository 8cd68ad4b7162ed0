"""Which body a document is about: seen from what "we" and "our" mean in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import pointed

WE = "\n\n1. Work\n\nWe will publish a plan.\n"


@pytest.mark.parametrize(
    ("front", "body"),
    [
        ("Saltmere Wellbeing Board\n\nTerms of Reference", "Saltmere Wellbeing Board"),
        ("Terms of Reference of the Saltmere Flood Forum", "Saltmere Flood Forum"),
        ("Saltmere Borough Council\n\nAudit Committee\n\nTerms of Reference", "Audit Committee"),
        ("Saltmere Harbour Association\nTerms of Reference: Tides Committee\n\nJune 2024", "Tides Committee"),
        ("Saltmere Adults Partnership (SAP)\n\nQuality Sub-Group\n\nTerms of Reference", "Quality Sub-Group"),
        ("Saltmere Adults Board\n\nExecutive Group\n\nMinutes of the meeting of 3 May 2024", "Executive Group"),
        ("Arrangements\n\nPublished by the Saltmere Care Partnership\n\nSaltmere Police", "Saltmere Care Partnership"),
        ("Protocol between the Saltmere Adults Board and the Saltmere Youth Board", "Saltmere Adults Board"),
        ("SALTMERE SCHOOLS FORUM\n9 OCTOBER 2024, 4.00 PM\nMINUTES", "SALTMERE SCHOOLS FORUM"),
        ("SALTMERE WELLBEING BOARD - 9 OCTOBER 2024\n\nMINUTES", "SALTMERE WELLBEING BOARD"),
        ("MINUTES OF THE SALTMERE ADULTS BOARD HELD ON THURSDAY 9TH MAY 2024 AT QUAY HOUSE", "SALTMERE ADULTS BOARD"),
        ("SALTMERE BOROUGH COUNCIL\nAUDIT COMMITTEE\nTHURSDAY, 9 OCTOBER 2024\nMINUTES", "AUDIT COMMITTEE"),
        ("MINUTES OF THE ANNUAL MEETING OF SALTMERE TOWN COUNCIL HELD ON 9 MAY 2024", "SALTMERE TOWN COUNCIL"),
    ],
)
def test_the_front_tells(tmp_path: Path, front: str, body: str) -> None:
    assert pointed(tmp_path, front + WE) == [("We", body)]


def test_an_executive_group_is_not_the_body_that_has_it(tmp_path: Path) -> None:
    work = "1. Work\n\nWe will publish a plan. The Executive Group meets monthly. The Executive Group is small.\n"
    paper = f"Saltmere Adults Partnership\n\nAnnual Report\n\n{work}"
    assert ("We", "Saltmere Adults Partnership") in pointed(tmp_path, paper)


def test_organisations_of_a_table_are_not_what_it_is_about(tmp_path: Path) -> None:
    table = "| Post | Organisation |\n|------|------|\n| Head of Moorings | Saltmere Port Authority |\n"
    paper = f"Saltmere Wellbeing Board\n\nTerms of Reference\n\n1. Membership\n\n{table}\n2. Work\n\nWe meet.\n"
    assert pointed(tmp_path, paper) == [("We", "Saltmere Wellbeing Board")]


def test_a_text_about_no_body(tmp_path: Path) -> None:
    assert pointed(tmp_path, "Notes on the tide\n\nWe saw it rise.\n") == []


@pytest.mark.parametrize(
    "front",
    [
        "Notes on the tide\n\n1. Tides\n\nThe keeper told the Saltmere Flood Forum of them.",
        "Membership\n\nThose who sit on it are:\n\n- Saltmere Flood Forum\n- Saltmere Youth Forum",
        "Our committees\n\nAudit Committee\n\nIt sees to the accounts.\n\nHarbour Committee\n\nIt sees to the quays."
        "\n\nLights Committee\n\nIt sees to the lamps.",
    ],
)
def test_a_text_is_about_no_body_that_is_named_by_the_way(tmp_path: Path, front: str) -> None:
    bodies = {body for words, body in pointed(tmp_path, f"{front}{WE}") if words == "We"}
    assert bodies == set()


def test_a_group_of_a_board_is_not_the_board_with_whose_name_its_own_begins(tmp_path: Path) -> None:
    work = "1. Work\n\nWe will train staff. The Board is told of it. The Board agrees what the Board needs.\n"
    paper = f"Terms of Reference\n\nEastmoor and Saltmere Safeguarding Adults Board Training Sub Group\n\n{work}"
    assert ("We", "Eastmoor and Saltmere Safeguarding Adults Board Training Sub Group") in pointed(tmp_path, paper)


@pytest.mark.parametrize(
    ("front", "short"),
    [
        ("Eastmoor Youth Council\n\nThe Constitution for the Youth Council", "Youth Council"),
        ("YC Terms of Reference\n\nEastmoor Youth Council", "YC"),
    ],
)
def test_a_title_may_shorten_the_name_that_stands_on_a_line_of_its_own(tmp_path: Path, front: str, short: str) -> None:
    paper = f"{front}\n\n1. Work\n\nWe will publish a plan. The {short} meets monthly.\n"
    assert ("We", "Eastmoor Youth Council") in pointed(tmp_path, paper)
