"""Terms of reference that call their group by a noun alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import facts

MEMBERS = "Membership\n\n- Head of Drainage\n- Upton Town Council\n"


@pytest.mark.parametrize(
    ("paper", "body"),
    [
        ("Harbours Terms of Reference\n\nThe sub-group is run by volunteers.\n\n", "Harbours sub-group"),
        ("Rivers Terms of Reference\n\nThe group meets at the weir. It is small.\n\n", "Rivers group"),
        (
            "Care in Bad Weather (CBW) Terms of Reference\n\nThe CBW Sub-Group is new. The sub-group meets.\n\n",
            "CBW Sub-Group",
        ),
        ("Executive Terms of Reference\n\nPurpose: To keep the rivers clean.\n\n", "Executive"),
        (
            "Quays Terms of Reference\n\nThe Saltmere Quays Group is new. It is small.\n\n",
            "Saltmere Quays Group",
        ),
        (
            "Terms of Reference\n\nThe Committee is small. The Committee meets here. The Committee may vote.\n\n",
            "Committee",
        ),
    ],
)
def test_the_members_are_those_of_the_group_that_a_noun_calls(tmp_path: Path, paper: str, body: str) -> None:
    assert facts(tmp_path, paper + MEMBERS, "member_of") == {
        f"Upton Town Council member_of {body}",
        f"Head of Drainage member_of {body}",
    }


def test_a_noun_that_a_named_body_may_mean_is_no_name(tmp_path: Path) -> None:
    said = "The Panel is small. The Panel meets here. The Panel may vote. "
    paper = f"Terms of Reference\n\n{said}The Saltmere Scrutiny Panel is another.\n\n{MEMBERS}"
    assert "Upton Town Council member_of Panel" not in facts(tmp_path, paper)


def test_one_that_is_named_seldom_is_none(tmp_path: Path) -> None:
    paper = f"Terms of Reference\n\nThe Panel is small.\n\n{MEMBERS}"
    assert facts(tmp_path, paper, "member_of") == set()


def test_the_field_stands_right_before_the_words_for_the_sort(tmp_path: Path) -> None:
    title = "Annex C: Summary of Tides Strategy Group Terms of Reference"
    paper = f"{title}\n\nThe Group is small. The Group meets here. The Group may vote.\n\n{MEMBERS}"
    assert not [fact for fact in facts(tmp_path, paper) if "Tides group" in fact]
