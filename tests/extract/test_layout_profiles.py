"""Members whose profiles stand one after the other."""

from __future__ import annotations

from pathlib import Path

from reading import facts

PANEL = """SALTMERE TIDE FORUM

Panel members

The Revd Dr Alan Marsh
Chair, The Brook Initiative

Lena Burrows
Head of Moorings, Saltmere Port Authority

Sir Peter Olsen FRS
Director of Rivers, Homestead
"""


def test_each_profile_is_a_member_with_a_post_in_what_stands_behind_it(tmp_path: Path) -> None:
    found = facts(tmp_path, PANEL, "holds", "post_in", "member_of")
    assert {
        "Lena Burrows holds Head of Moorings",
        "Head of Moorings post_in Saltmere Port Authority",
        "Lena Burrows member_of SALTMERE TIDE FORUM",
    } <= found
    assert any(
        fact.startswith("Director of Rivers") and " post_in " in fact and fact.endswith("Homestead") for fact in found
    )


def test_the_chair_of_another_body_does_not_chair_this_one(tmp_path: Path) -> None:
    assert not [fact for fact in facts(tmp_path, PANEL, "chairs") if "FORUM" in fact]
