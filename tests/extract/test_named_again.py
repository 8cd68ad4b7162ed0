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
