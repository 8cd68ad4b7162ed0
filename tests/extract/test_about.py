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
        ("Protocol between the Saltmere Adults Board and the Saltmere Youth Board", "Saltmere Adults Board"),
    ],
)
def test_the_front_tells(tmp_path: Path, front: str, body: str) -> None:
    assert pointed(tmp_path, front + WE) == [("We", body)]


def test_organisations_of_a_table_are_not_what_it_is_about(tmp_path: Path) -> None:
    table = "| Post | Organisation |\n|------|------|\n| Head of Moorings | Saltmere Port Authority |\n"
    paper = f"Saltmere Wellbeing Board\n\nTerms of Reference\n\n1. Membership\n\n{table}\n2. Work\n\nWe meet.\n"
    assert pointed(tmp_path, paper) == [("We", "Saltmere Wellbeing Board")]


def test_a_text_about_no_body(tmp_path: Path) -> None:
    assert pointed(tmp_path, "Notes on the tide\n\nWe saw it rise.\n") == []
