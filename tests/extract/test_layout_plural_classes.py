"""A class that duties name one by one is called by its plural, where the paper has that."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import duties

TITLE = "Working Together in Saltmere\n\nProtocol\n\n"


@pytest.mark.parametrize(
    ("before", "each", "bearer"),
    [
        ("Nothing here takes from what the Boards have to do.", "Each Board", "Boards"),
        ("The three Boards have their own papers. The Boards meet.", "Each Board", "three Boards"),
        ("What the Authorities pay is set out below.", "Any Authority", "Authorities"),
        ("Boards of other places are not bound.", "Each Board", "Board"),
    ],
)
def test_the_paper_says_how_all_are_called(tmp_path: Path, before: str, each: str, bearer: str) -> None:
    found = duties(
        tmp_path, f"1. Scope\n\n{before}\n\n2. Duties\n\n{each} must send a copy to the Clerk.\n", title=TITLE
    )
    assert [who for who, _, _, text in found if text == "send a copy to the Clerk"] == [bearer]
