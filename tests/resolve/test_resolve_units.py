"""Areas are resolved one by one: they share what is national, and change nothing of what is each other's own."""

from __future__ import annotations

import pytest
from resolution_factory import Reading, entity, known

from protocolgraph.model import EntityType, Scope
from protocolgraph.resolve import unit_of
from protocolgraph.resolve.places import space_of


def north() -> Reading:
    reading = Reading("north.txt", "Northwick")
    inspectorate = reading.body("Office for Standards", scope=Scope.NATIONAL)
    reading.alias("OfS", "Office for Standards")
    reading.fact(reading.body("Parenting Panel"), "reports_to", inspectorate)
    reading.fact(reading.role("Chair", owner=inspectorate), "chairs", inspectorate)
    reading.law("Children Act 2004")
    return reading


def south() -> Reading:
    reading = Reading("south.txt", "Southmoor")
    inspectorate = reading.body("OfS", scope=Scope.NATIONAL)
    reading.fact(reading.body("Parenting Panel"), "reports_to", inspectorate)
    reading.fact(reading.role("Chair", owner=inspectorate), "chairs", inspectorate)
    reading.law("the Children Act 2004")
    return reading


def test_a_national_body_is_one_though_an_area_knows_its_acronym_alone() -> None:
    knowledge = known(north(), south())
    assert entity(knowledge, "OfS").name == "Office for Standards"
    assert entity(knowledge, "OfS").documents == ("north.txt", "south.txt")
    assert entity(knowledge, "Children Act 2004").documents == ("north.txt", "south.txt")


def test_posts_of_a_national_body_are_one_and_named_by_its_full_name() -> None:
    knowledge = known(north(), south())
    chair = entity(knowledge, "Chair", EntityType.ROLE)
    assert (chair.name, chair.documents) == ("Chair of Office for Standards", ("north.txt", "south.txt"))


def test_local_bodies_of_one_name_stay_each_its_areas() -> None:
    found = [e.area for e in known(north(), south()).entities if e.name == "Parenting Panel"]
    assert found == ["Northwick", "Southmoor"]


def test_what_an_area_states_does_not_change_with_another() -> None:
    alone, beside = known(north()), known(north(), south())
    assert set(alone.facts) <= set(beside.facts)
    assert {e.id for e in alone.entities} <= {e.id for e in beside.entities}


def test_ids_of_statements_stay_when_another_area_knows_a_fuller_name() -> None:
    alone, beside = known(south()), known(north(), south())
    assert {fact.id for fact in alone.facts} <= {fact.id for fact in beside.facts}


@pytest.mark.parametrize(("one", "other"), [("King's Lynn", "Kings Lynn"), ("Bath & Wells", "Bath and Wells")])
def test_two_spellings_of_an_area_are_one_unit(one: str, other: str) -> None:
    assert unit_of("a.txt", one) == unit_of("b.txt", other) != unit_of("a.txt", "Northwick")


@pytest.mark.parametrize("area", ["National", "Generic", "Document X"])
def test_an_area_is_never_taken_for_what_all_areas_share(area: str) -> None:
    assert space_of("a.txt", area) not in (*Scope, space_of("x.txt", None))


def test_documents_of_one_file_name_without_an_area_are_in_one_unit() -> None:
    assert unit_of("2013/plan.txt", None) == unit_of("2014/plan.txt", None)
