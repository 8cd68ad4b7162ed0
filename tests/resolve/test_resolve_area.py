"""The area of a document of which nobody says it."""

from __future__ import annotations

import pytest
from resolution_factory import Reading, known

from protocolgraph.model import Scope


def area_of(*names: str) -> str | None:
    reading = Reading("a.txt", None)
    reading.bodies(*names)
    return known(reading).documents[0].area


@pytest.mark.parametrize(
    "names",
    [
        ("Northwick Metropolitan Borough Council", "Cabinet", "Health and Wellbeing Board"),
        ("London Borough of Northwick", "Cabinet"),
        ("Northwick LSCB", "LSCB", "Northwick Safeguarding Adults Board"),
        ("Northwick's Corporate Parenting Panel", "Corporate Parenting Panel", "Healthwatch Northwick"),
        ("Northwick Police", "Northwick Safeguarding Board", "Safer Northwick Partnership"),
        ("NORTHWICK BOROUGH COUNCIL", "Northwick Police"),
    ],
)
def test_the_place_in_the_names_of_bodies(names: tuple[str, ...]) -> None:
    assert area_of(*names) == "Northwick"


def test_a_place_of_several_words() -> None:
    assert area_of("Long Marsh District Council", "Long Marsh Panel") == "Long Marsh"


@pytest.mark.parametrize(
    "names",
    [
        ("Cabinet", "Youth Cabinet", "Children's Board", "Trust Board"),
        ("Safeguarding Adults Board", "Safeguarding Children Board", "Safeguarding Partnership"),
        ("Health and Wellbeing Board", "Health Scrutiny Committee", "Corporate Parenting Panel"),
        ("Northwick Borough Council", "Southmoor Borough Council", "Eastfield Borough Council"),
        ("PSCP Executive Group", "PSCP Delivery Group", "PSCP Board"),
        (),
    ],
)
def test_no_place_where_none_is_clear(names: tuple[str, ...]) -> None:
    assert area_of(*names) is None


def test_what_is_given_is_not_overruled() -> None:
    reading = Reading("a.txt", "Southmoor")
    reading.bodies("Northwick Borough Council", "Northwick Police", "Northwick Board")
    assert known(reading).documents[0].area == "Southmoor"


def test_classes_say_nothing_of_the_area() -> None:
    reading = Reading("a.txt", None)
    reading.body("Northwick Borough Council", scope=Scope.GENERIC)
    assert known(reading).documents[0].area is None


def test_documents_of_one_area_meet_without_being_told() -> None:
    one, two = Reading("a.txt", None), Reading("b.txt", None)
    one.bodies("Northwick Borough Council", "Northwick Police", "Corporate Parenting Panel")
    two.bodies("Northwick Borough Council", "Northwick Police", "Northwick Corporate Parenting Panel")
    assert len(known(one, two).entities) == 3
