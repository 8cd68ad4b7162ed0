"""Two bodies that an "and" joins are two where the rest of the document knows one or both."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import facts, other_bodies


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Quiet Lantern Trust is a charity. Quiet Lantern Trust and NCA Victim Team met.",
            {"Quiet Lantern Trust", "NCA Victim Team"},
        ),
        (
            "Quiet Lantern is a charity. Tideshire Refugee Council is another."
            " Quiet Lantern and Tideshire Refugee Council will meet.",
            {"Quiet Lantern", "Tideshire Refugee Council"},
        ),
        (
            "Safe Anchorage and Tideshire Refugee Council will meet. It works with Tideshire Refugee Council.",
            {"Safe Anchorage", "Tideshire Refugee Council"},
        ),
    ],
)
def test_a_body_known_by_itself_ends_before_the_and_that_joins_another(
    tmp_path: Path, text: str, expected: set[str]
) -> None:
    assert other_bodies(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Health and Care Forum met. The Care Forum will meet.", "Health and Care Forum"),
        ("Saltmere Fire will go. The Saltmere Fire and Rescue Service met.", "Saltmere Fire and Rescue Service"),
        (
            "Elmford and Saltmere Adults Board met. The Saltmere Adults Board was its forerunner.",
            "Elmford and Saltmere Adults Board",
        ),
    ],
)
def test_what_goes_on_with_a_name_or_is_a_place_parts_none(tmp_path: Path, text: str, name: str) -> None:
    assert name in other_bodies(tmp_path, text)


def test_a_body_known_by_itself_ends_the_field_of_the_post_before_it(tmp_path: Path) -> None:
    text = (
        "The Data Panel will report to the Secretary of State for Homes and Local Growth and Tideshire Growth Board. "
        "Tideshire Growth Board meets monthly."
    )
    assert facts(tmp_path, text, "reports_to") == {
        "Data Panel reports_to Secretary of State for Homes and Local Growth",
        "Data Panel reports_to Tideshire Growth Board",
    }
