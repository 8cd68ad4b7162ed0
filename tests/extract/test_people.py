"""Which people a passage names: by a title, by a rank, in a list."""

from __future__ import annotations

import pytest
from naming import finder, texts

from protocolgraph.model import EntityType

TITLED = [
    ("Councillor Amy Brook (in the Chair)", ["Councillor Amy Brook"]),
    ("Councillors Ash, Birch (Vice-Chair) and Cole were present", ["Ash", "Birch", "Cole"]),
    ("Dr J. van Dale OBE wrote", ["Dr J. van Dale OBE"]),
    ("Detective Superintendent Kay Dell", ["Kay Dell"]),
    ("the Housing Strategy and the Early Years Unit", []),
    ("Mr Jones's letter", ["Mr Jones"]),
]


@pytest.mark.parametrize(("text", "names"), TITLED)
def test_people_with_titles(text: str, names: list[str]) -> None:
    assert texts(text, EntityType.PERSON) == names


def test_lists_of_people_keep_what_stands_beside_each() -> None:
    people = finder().people.listed("Ann Lee (in the Chair); Bo Hart, Head of Care; Councillors Ash and Birch")
    assert [(name.text, beside) for name, beside in people] == [
        ("Ann Lee", "in the Chair"),
        ("Bo Hart", "Head of Care"),
        ("Ash", ""),
        ("Birch", ""),
    ]


def test_a_rank_is_a_post() -> None:
    assert texts("Chief Inspector Kay Dell", EntityType.ROLE) == ["Chief Inspector"]
