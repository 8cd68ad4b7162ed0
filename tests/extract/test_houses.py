"""Houses of meetings, which are no bodies though their names are like those of bodies."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import extracted

from protocolgraph.model import EntityType

HEAD = "Saltmere Forum\n\nMinutes\n\n"


def _named(folder: Path, body: str, kind: EntityType) -> set[str]:
    return {m.name for m in extracted(folder, body, title=HEAD).mentions if m.type is kind} - {"Saltmere Forum"}


@pytest.mark.parametrize(
    "line",
    [
        "Venue: Council Chamber, County Hall",
        "Venue: by Video Conference",
        "Location: Saltmere Primary School",
        "The meeting was held at Saltmere Primary School.",
        "A meeting is to be held at 7.30pm on Monday 4 May 2019 at Saltmere Community Association.",
        "Minutes of the meeting held on 3 May 2020 in the Saltmere Community Association.",
    ],
)
def test_where_a_meeting_is_held_is_no_body(tmp_path: Path, line: str) -> None:
    assert _named(tmp_path, line, EntityType.BODY) == set()


def test_a_house_that_does_something_is_one(tmp_path: Path) -> None:
    line = "The meeting was held at Saltmere Primary School.\n\nSaltmere Primary School will send a report."
    assert _named(tmp_path, line, EntityType.BODY) == {"Saltmere Primary School"}


def test_a_wide_gap_ends_a_persons_name(tmp_path: Path) -> None:
    line = "Proposed by: Cllr Thorn               Seconded by: Cllr Grade"
    assert _named(tmp_path, line, EntityType.PERSON) == {"Cllr Thorn", "Cllr Grade"}
