"""Organisations whose names hold no noun for what they are, named beside people who come from them."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import extracted, facts

from protocolgraph.model import EntityType

HEAD = "Saltmere Youth Board\n\nMinutes of the meeting held on 4 May 2022\n\n"
KNOWN = "Jo Marlow (Chair) – Saltmere Council\nPeter Ash – Saltmere Police\n"


def bodies(folder: Path, text: str) -> set[str]:
    found = extracted(folder, HEAD + text, title="").mentions
    named = {m.name for m in found if m.type is EntityType.BODY and m.spans}
    return named - {"Saltmere Youth Board", "Saltmere Council", "Saltmere Police"}


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Sam Birch – Tideover", {"Tideover"}),
        ("Sam Birch (Quiet Harbour)", {"Quiet Harbour"}),
        ("Sam Birch, Head of Assets, Saltmere Together", {"Saltmere Together"}),
        ("Sam Birch (SB) from Lantern House", {"Lantern House"}),
        ("Sam Birch – TWOS", {"TWOS"}),
        ("Ann Lee (Tideover), Bob Moss (Quiet Harbour)", {"Tideover", "Quiet Harbour"}),
    ],
)
def test_what_stands_where_others_of_a_list_have_their_bodies_is_one(
    tmp_path: Path, entry: str, expected: set[str]
) -> None:
    assert bodies(tmp_path, f"Present:\n{KNOWN}{entry}\n") == expected


@pytest.mark.parametrize(
    "entry",
    [
        "Sam Birch – Clerk",
        "Sam Birch (SBN)",
        "Cllr Sam Birch (Elmford)",
        "Sam Birch – Labour",
        "Sam Birch – Finance",
        "Sam Birch – Academies",
        "Sam Birch (Apologies)",
        "Sam Birch, Kay Dell",
        "Sam Birch (Chair), Zanib Quill (Consultant)",
        "Sam Birch, Zanib Quill, Kay Dell",
        "Sam Birch – Saltmere",
        "Sam Birch – Kestrel Way",
        "Councillors Birch (Elmford), Cole (Oakley)",
    ],
)
def test_posts_wards_parties_fields_initials_and_notes_beside_people_are_no_bodies(tmp_path: Path, entry: str) -> None:
    assert bodies(tmp_path, f"Present:\n{KNOWN}{entry}\n") == set()


def test_a_list_without_any_known_body_tells_of_none(tmp_path: Path) -> None:
    assert bodies(tmp_path, "Present:\nJo Marlow – Elmford\nPeter Ash – Oakley\nSam Birch – Highfield\n") == set()


def test_a_body_beside_somebody_has_their_posts_and_is_known_elsewhere(tmp_path: Path) -> None:
    paper = f"{HEAD}Present:\n{KNOWN}Sam Birch, Head of Assets, Tideover\n\n1. Work\n\nTideover has a plan.\n"
    assert "Head of Assets post_in Tideover" in facts(tmp_path, paper, "post_in")
    assert sum(m.name == "Tideover" and bool(m.spans) for m in extracted(tmp_path, paper, title="").mentions) == 2
