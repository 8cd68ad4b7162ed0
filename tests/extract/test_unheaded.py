"""Bodies whose names hold no noun for what they are, told by the words around them."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import extracted, facts, other_bodies

HEAD = "Saltmere Wellbeing Board\n\nTerms of Reference\n\n1. Work\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Views are sought from Tideover Voice, our user forum, every year.", {"Tideover Voice"}),
        ("There is a support group called Quiet Harbour in the town.", {"Quiet Harbour"}),
        ("The Youth Forum, known as Our Harbour, meets.", {"Youth Forum", "Our Harbour"}),
        ("Views are sought from Quiet Tides, the Anglers Forum.", {"Anglers Forum", "Quiet Tides"}),
        ("The board works closely with The Lantern Project.", {"Lantern Project"}),
        ("Saltmere Lifeline is a charity for anglers.", {"Saltmere Lifeline"}),
        (
            "Its work is done by two committees, Audit & Risk and Education Standards.",
            {"Audit & Risk", "Education Standards"},
        ),
        ("It has three panels: Audit and Pay, Tides, and Homes.", {"Audit and Pay", "Tides", "Homes"}),
        ("Two Committees – Audit and Pay – report to it.", {"Audit", "Pay"}),
        (
            "The Board has the following sub-committees:\n\n- Education\n- Audit, Risk and Tides\n- Pay – sets pay\n",
            {"Education", "Audit, Risk and Tides", "Pay"},
        ),
        ("The Board has these panels to:\n\n- Read papers\n- Agree pay\n", set()),
        ("The registered name of the charity is Saltmere Village Hall.", {"Saltmere Village Hall"}),
        ("The purposes of its committees are:\n\n- Education\n- Tides\n", set()),
        ("Swimming lessons are run by Splash Saltmere and cost nothing.", {"Splash Saltmere"}),
        ("Safe Anchorage provides a refuge.", {"Safe Anchorage"}),
        ("Safe Anchorage and Quiet Tides have agreed a plan.", {"Safe Anchorage", "Quiet Tides"}),
        ("Safe Anchorage is seeking funding for a refuge.", {"Safe Anchorage"}),
        ("Safe Anchorage (a refuge) requested a grant of £500.", {"Safe Anchorage"}),
        ("That a grant of £800 be awarded to Safe Anchorage and noted.", {"Safe Anchorage"}),
        ("A donation was made to the Lantern Project.", {"Lantern Project"}),
        ("To award Safe Anchorage £1,100 towards a stove.", {"Safe Anchorage"}),
        ("Quiet Harbour was awarded a grant.", {"Quiet Harbour"}),
        ("Four grant applications from Safe Anchorage were refused.", {"Safe Anchorage"}),
        (
            "Saltmere Council, Safe Anchorage, Saltmere Police and Saltmere Hospitals Trust signed it.",
            {"Saltmere Council", "Safe Anchorage", "Saltmere Police", "Saltmere Hospitals Trust"},
        ),
        (
            "Members are:\n\n- Saltmere Council\n- Safe Anchorage\n- Saltmere Hospitals Trust\n- Saltmere Police\n",
            {"Saltmere Council", "Safe Anchorage", "Saltmere Hospitals Trust", "Saltmere Police"},
        ),
    ],
)
def test_what_stands_around_a_name_tells_a_body(tmp_path: Path, text: str, expected: set[str]) -> None:
    assert other_bodies(tmp_path, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Swimming lessons are run by Kay Dell and cost nothing.",
        "The Saltmere Growth Plan provides a list.",
        "Training is provided by the Head of Care.",
        "In North Saltmere, the wellbeing board meets by the sea.",
        "It looks at three topics, Housing and Health.",
        "Meals are provided by Adult Social Care staff.",
        "Mr Ash requested a grant of £500, and £200 was paid to Kay Dell.",
        "That £500 be transferred to the Play Area Fund.",
        "£500 was granted to Saltmere library users.",
    ],
)
def test_people_posts_papers_places_and_topics_are_no_bodies(tmp_path: Path, text: str) -> None:
    assert other_bodies(tmp_path, text) <= {"Adult Social Care", "wellbeing board"}


def test_a_body_that_one_sentence_tells_is_known_in_all_others(tmp_path: Path) -> None:
    text = "Tideover Voice, our user forum, is young. The Board must listen to Tideover Voice."
    found = extracted(tmp_path, HEAD + text, title="").mentions
    assert sum(m.name == "Tideover Voice" for m in found) == 2


def test_a_paper_that_says_the_board_all_along_has_a_board(tmp_path: Path) -> None:
    text = "The board meets in May. The clerk must tell the board. Papers for the board must be short."
    assert "board" in {m.name for m in extracted(tmp_path, f"Handbook\n\n1. Work\n\n{text}", title="").mentions}


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ("three sub-groups: Play and Sport, Rivers, and Trees", {"Play and Sport", "Rivers", "Trees"}),
        ("three sub-groups: Play and Sport, Ways and Means, Rivers", {"Play and Sport", "Ways and Means", "Rivers"}),
        ("three sub-groups: Play, Rivers and Trees", {"Play", "Rivers", "Trees"}),
        ("three sub-groups: Play and Sport, Ways and Means and Rivers", set()),
    ],
)  # fmt: skip
def test_groups_whose_names_hold_an_and_are_told_by_commas_and_the_count(
    tmp_path: Path, groups: str, expected: set[str]
) -> None:
    parts = facts(tmp_path, f"Saltmere Youth Board\n\nThe Board has {groups}.\n", "part_of")
    named = {part.removesuffix(" part_of Saltmere Youth Board") for part in parts} - {"sub-groups"}
    assert named == expected


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (
            "- Tide Council (Public Health)\n- Tide Council (Domestic Abuse Team)\n",
            {"Tide Council", "Tide Council (Public Health)", "Tide Council (Domestic Abuse Team)"},
        ),
        ("- Tide Council (Public Health)\n- Vale Council (TVC)\n", {"Tide Council", "Vale Council", "Public Health"}),
    ],
)
def test_a_body_that_a_list_names_again_and_again_is_there_by_its_parts(
    tmp_path: Path, items: str, expected: set[str]
) -> None:
    assert other_bodies(tmp_path, f"The members of the Board are:\n\n{items}- Saltmere Hospitals Trust\n") == {
        *expected,
        "Saltmere Hospitals Trust",
    }


def test_the_part_in_a_bracket_is_part_of_the_council_before_it(tmp_path: Path) -> None:
    items = "- Tide Council (Public Health)\n- Tide Council (Domestic Abuse Team)\n- Saltmere Hospitals Trust\n"
    paper = f"Saltmere Wellbeing Board\n\nTerms of Reference\n\n1. Members\n\nThe members of the Board are:\n\n{items}"
    assert facts(tmp_path, paper, "part_of") == {
        "Tide Council (Public Health) part_of Tide Council",
        "Tide Council (Domestic Abuse Team) part_of Tide Council",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All partner agencies of the STPB are committed to it.", {"STPB"}),
        ("The Clerk is a member of the STPB, and keeps its minutes.", {"STPB"}),
        ("The Mayor is represented on the STPB.", {"STPB"}),
        ("The work of the STPB process goes on.", set()),
    ],
)
def test_an_acronym_that_has_members_is_a_body(tmp_path: Path, text: str, expected: set[str]) -> None:
    found = {name for name in other_bodies(tmp_path, text) if name.isupper()}
    assert found == expected
