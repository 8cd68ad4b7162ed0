"""Papers whose names say whom or what they are for."""

from __future__ import annotations

import pytest
from naming import texts

from protocolgraph.model import EntityType

NAMED = [
    ("the Statement of Purpose for the Fostering Service", "Statement of Purpose for the Fostering Service"),
    ("the Tidewater Code of Conduct for Parish Councillors", "Tidewater Code of Conduct for Parish Councillors"),
    ("keeps a strategic risk register for public protection", "strategic risk register for public protection"),
    (
        "a joint protocol for the assessment of children in need",
        "joint protocol for the assessment of children in need",
    ),
    ("a joint protocol for release from approved premises", "joint protocol for release from approved premises"),
    ("the Statements of Purpose for all regulated services", "Statements of Purpose for all regulated services"),
    ("its complaints policy for young people and sends it", "complaints policy for young people"),
]

BARE = [
    ("the complaints policy for approval", "complaints policy"),
    ("the Code of Conduct for the Board", "Code of Conduct"),
    ("the Code of Conduct for 2024", "Code of Conduct"),
    ("the annual report for the Fostering Service", "annual report"),
    ("the complaints policy for settling disputes", "complaints policy"),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_paper_is_told_by_whom_or_what_it_is_for(text: str, name: str) -> None:
    assert texts(text, EntityType.PUBLICATION) == [name]


@pytest.mark.parametrize(("text", "name"), BARE)
def test_who_gets_a_paper_when_and_why_is_no_part_of_its_name(text: str, name: str) -> None:
    assert texts(text, EntityType.PUBLICATION) == [name]


def test_the_body_that_a_paper_is_for_is_named_too() -> None:
    text = "approves the Statement of Purpose for the Fostering Service"
    assert texts(text, EntityType.BODY) == ["Fostering Service"]
