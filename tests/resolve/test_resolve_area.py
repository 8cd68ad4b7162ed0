"""The area of a document of which nobody says it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from resolution_factory import Reading, known

from protocolgraph.model import Scope
from protocolgraph.model.workspace import Workspace
from protocolgraph.resolve import find_area, resolve

KNOWN = {"northwick", "long marsh"}


def place_of(reading: Reading, text: str = "") -> str | None:
    found = find_area(reading.build(), text, known=KNOWN)
    return found.name if found else None


def area_of(*names: str) -> str | None:
    reading = Reading("a.txt", None)
    reading.bodies(*names)
    return place_of(reading)


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
    assert place_of(reading) is None


def test_documents_of_one_area_meet_without_being_told() -> None:
    one, two = Reading("a.txt", None), Reading("b.txt", None)
    one.bodies("Northwick Borough Council", "Northwick Police", "Corporate Parenting Panel")
    two.bodies("Northwick Borough Council", "Northwick Police", "Northwick Corporate Parenting Panel")
    found = [replace(reading.build(), area=place_of(reading)) for reading in (one, two)]
    assert len(resolve(found, Workspace()).entities) == 3


def test_a_word_that_stands_in_small_letters_is_no_place_unless_a_council_is_called_by_it() -> None:
    reading = Reading("a.txt", None)
    reading.bodies("Northwick Board", "Public Northwick Board", "Northwick Team")
    assert place_of(reading) == "Northwick"
    assert place_of(reading, "The boards are there for northwick.") is None
    council = Reading("a.txt", None)
    council.bodies("Reading Borough Council", "Reading Safeguarding Board")
    assert place_of(council, "after reading the report") == "Reading"


def test_a_place_among_many_names_is_not_what_the_document_is_about() -> None:
    reading = Reading("a.txt", None)
    reading.bodies("Northwick City Council", "Northwick Police")
    assert place_of(reading) == "Northwick"
    reading.bodies(*(f"Board of {chr(65 + n // 26)}{chr(97 + n % 26)}rt" for n in range(60)))
    assert place_of(reading) is None


def test_a_shorter_word_for_the_place_is_no_other_place() -> None:
    reading = Reading("a.txt", None)
    reading.bodies("West Northshire County Council", "Northshire Police", "Northshire Trust", "West Northshire Board")
    assert place_of(reading) == "West Northshire"


def test_what_tells_the_place_is_told() -> None:
    reading = Reading("a.txt", None)
    reading.bodies("Cabinet", "Northwick Borough Council", "Northwick Police", "Northwick Police")
    found = find_area(reading.build())
    assert found is not None
    assert (found.mentions, found.council) == ((1, 2), True)
