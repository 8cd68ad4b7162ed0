"""Posts in small letters with the words that describe them, and those who speak for somebody."""

from __future__ import annotations

from pathlib import Path

import pytest
from naming import found
from reading import duties, facts

from protocolgraph.model import EntityType


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("two scheme member representatives and three employer member representatives",
         ["scheme member representatives", "employer member representatives"]),
        ("Three member representatives.", ["member representatives"]),
        ("the harbour managers must agree", ["harbour managers"]),
        ("one lido principal attends", []),
        ("each lifeboat team manager must agree", ["lifeboat team manager"]),
        ("It shall comprise case managers, tide principals and town councillors.",
         ["case managers", "tide principals", "town councillors"]),
        ("It supports managers and trains tide principals.", ["managers", "principals"]),
        ("the existing managers and all new officers", ["managers", "officers"]),
        ("Departmental representatives may attend", ["Departmental representatives"]),
        ("Appoint representatives", ["representatives"]),
        ("Three Lido councillors", ["Lido councillors"]),
        ("the members and the trustees", ["members", "trustees"]),
    ],
)  # fmt: skip
def test_the_words_that_describe_a_post_belong_to_its_name(text: str, posts: list[str]) -> None:
    assert [post.text for post in found(text, EntityType.ROLE)] == posts


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Representative of commercial users of tide data", "Representative of commercial users of tide data"),
        ("a representative of the faith communities who", "representative of the faith communities"),
        ("a nominated representative of the fishing trade", "nominated representative of the fishing trade"),
        (
            "A representative from the fishing, ferry and harbour trades.",
            "representative from the fishing, ferry and harbour trades",
        ),
        ("representatives of local sea anglers, and", "representatives of local sea anglers"),
    ],
)
def test_for_whom_somebody_speaks_belongs_to_the_name(text: str, post: str) -> None:
    assert [name.text for name in found(text, EntityType.ROLE)] == [post]


def test_leads_from_several_sorts_of_bodies_are_one_class() -> None:
    text = "safeguarding leads from schools, early years settings and colleges meet"
    names = [post.text for post in found(text, EntityType.ROLE)]
    assert names == ["safeguarding leads from schools, early years settings and colleges"]


ROLE = """ROLE DESCRIPTION

Independent Chair, Saltmere Tide Board

Accountable to: Chief Executive, Saltmere Council

1. Purpose of the role

The post holder is independent of all member agencies.

2. Key responsibilities

2.1 Hold partner agencies to account for their contribution.
2.2 Present the annual report to the Saltmere Wellbeing Board.

3. Members

The following are members of the Board:

Name                      Role                                        Agency
Philip Dunne              Director of Moorings                        Saltmere Council
Supt. Gail Moss           Head of Harbour Police                      Saltmere Police
"""


def test_a_role_description_headed_with_post_and_body_is_about_the_post(tmp_path: Path) -> None:
    assert {row[0] for row in duties(tmp_path, ROLE, title="")} == {"Independent Chair"}
    assert facts(tmp_path, ROLE, "accountable_to") == {"Independent Chair accountable_to Chief Executive"}


def test_a_rank_with_a_full_stop_is_no_post_in_a_column_of_names(tmp_path: Path) -> None:
    assert "Gail Moss holds Head of Harbour Police" in facts(tmp_path, ROLE, "holds")
    assert not any("Supt" in fact for fact in facts(tmp_path, ROLE))


def test_what_is_not_done_to_them_is_said_of_them(tmp_path: Path) -> None:
    said = "The Lay Members bring the view of the community. They may not be employed by Saltmere Council.\n"
    assert ("Saltmere Council", "employ them") in [(row[0], row[3]) for row in duties(tmp_path, said)]
