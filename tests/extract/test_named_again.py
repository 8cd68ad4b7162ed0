"""Whom members, pronouns and a noun alone mean, where several are named before."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import extracted, pointed


@pytest.mark.parametrize(
    ("title", "said", "owner"),
    [
        ("Saltmere Parish Council", "Council members", "Saltmere Parish Council"),
        ("Saltmere Tides Partnership", "Group members", "Saltmere Tides Partnership"),
    ],
)
def test_members_are_of_the_body_that_their_noun_means(tmp_path: Path, title: str, said: str, owner: str) -> None:
    found = extracted(tmp_path, f"Rules\n\n1. Conduct\n\n{said} must declare interests.\n", title=f"{title}\n\n")
    (members,) = [m for m in found.mentions if m.text == said]
    assert members.owner is not None
    assert found.mentions[members.owner].name == owner


def test_him_is_none_of_many(tmp_path: Path) -> None:
    text = "The Council shall send the Head of Moorings a list of the office bearers and advise him of all changes.\n"
    assert ("him", "Head of Moorings") in pointed(tmp_path, f"Saltmere Parish Council\n\n1. Rules\n\n{text}")


def test_in_a_committees_paper_council_members_are_the_councils(tmp_path: Path) -> None:
    text = "Saltmere Borough Council set up the Committee.\n\n1. Conduct\n\nCouncil members must declare interests.\n"
    found = extracted(tmp_path, text, title="Saltmere Borough Council Quays Committee\n\nTerms of reference\n\n")
    (members,) = [m for m in found.mentions if m.text == "Council members"]
    assert members.owner is not None
    assert found.mentions[members.owner].name == "Saltmere Borough Council"
