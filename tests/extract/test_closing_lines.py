"""Who wrote a foreword: the name and the post on the lines behind its last sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import facts

HEAD = "Saltmere Adults Board\n\nAnnual Report\n\nForeword\n\nI would like to thank all of our partners.\n"


@pytest.mark.parametrize("gap", ["", "\n"])
def test_the_post_below_a_name_at_the_end_of_a_text_is_that_persons(tmp_path: Path, gap: str) -> None:
    paper = f"{HEAD}{gap}Mary Stone\n{gap}Independent Chair of the Saltmere Adults Board\n"
    assert "Mary Stone holds Independent Chair of the Saltmere Adults Board" in facts(tmp_path, paper, "holds")


def test_a_name_below_another_is_none(tmp_path: Path) -> None:
    assert facts(tmp_path, f"{HEAD}Mary Stone\nJane Hill\nChief Officer\n", "holds") == set()
