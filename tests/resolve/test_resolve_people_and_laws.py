"""Which names of people, and of laws, are one."""

from __future__ import annotations

import pytest
from resolution_factory import Reading, entity, known, names, together

from protocolgraph.model import EntityType


def people(*found: str) -> set[frozenset[str]]:
    reading = Reading()
    for name in found:
        reading.person(name)
    return names(known(reading), EntityType.PERSON)


@pytest.mark.parametrize(
    "same",
    [
        ("Councillor Amy Brook", "Cllr Amy Brook", "Amy Brook"),
        ("Mr John Edwards", "John Edwards", "Mr Edwards", "Edwards"),
        ("Councillor Beaumont", "Cllr. Beaumont", "Beaumont"),
        ("J. Beaumont", "Cllr. Beaumont"),
        ("Mrs Daphne Beaumont", "Cllr Mrs Beaumont", "Mrs Beaumont"),
        ("Ms. J. Jones", "J. Jones", "J Jones"),
        ("Pepe Di'Lasio", "Mr Di’Lasio"),
        ("Dr. Joan Fenwick-Green MBE", "Joan Fenwick-Green", "Fenwick-Green"),
        ("Professor Lena Strand", "L. Strand"),
        ("Councillor Mary Pick", "Councillor Pick"),
        ("A Beaumont", "Cllr A Beaumont"),
    ],
)
def test_titles_initials_and_bare_surnames(same: tuple[str, ...]) -> None:
    assert people(*same) == {frozenset(same)}
    assert people(*reversed(same)) == {frozenset(same)}


@pytest.mark.parametrize(
    "different",
    [
        ("Chris Edwards", "John Edwards"),
        ("Mr Smith", "Mrs Smith"),
        ("Mrs Smith", "Mr John Smith"),
        ("Councillor Smith", "Dorothy Smith"),
        ("Alan Hall", "Alan Hill"),
        ("Ann Clark", "Anne Clark"),
        ("Clark", "Clarke"),
        ("A. Jones", "Brian Jones"),
        ("Price", "Value"),
    ],
)
def test_different_people(different: tuple[str, ...]) -> None:
    assert people(*different) == {frozenset({name}) for name in different}


def test_a_bare_surname_of_two_people_is_nobodys() -> None:
    assert frozenset({"Edwards"}) in people("John Edwards", "Chris Edwards", "Edwards")
    assert frozenset({"Edwards"}) in people("John Edwards", "Councillor Edwards", "Edwards")


def test_a_titled_surname_is_the_one_who_bears_the_title() -> None:
    assert frozenset({"Mr John Edwards", "Mr Edwards"}) in people("Mr John Edwards", "Chris Edwards", "Mr Edwards")


def test_a_surname_means_nobody_in_another_document() -> None:
    one, two = Reading("a.txt"), Reading("b.txt")
    one.person("John Edwards")
    two.person("Edwards")
    two.person("Mr Edwards")
    assert entity(known(one, two), "John Edwards").aliases == ()


def test_people_of_two_areas_are_two() -> None:
    one, two = Reading("a.txt", "Northwick"), Reading("b.txt", "Southmoor")
    one.person("John Edwards")
    two.person("John Edwards")
    assert len(known(one, two).entities) == 2


def test_a_councillor_is_the_same_over_years() -> None:
    one, two = Reading("2013.txt"), Reading("2019.txt")
    one.person("Councillor Beaumont")
    two.person("Cllr Beaumont")
    assert len(known(one, two).entities) == 1


def laws(*found: str) -> set[frozenset[str]]:
    reading = Reading()
    for name in found:
        reading.law(name)
    return names(known(reading), EntityType.LEGISLATION)


@pytest.mark.parametrize(
    "same",
    [
        (
            "Working Together to Safeguard Children (2013)",
            "Working Together 2013",
            "Working Together to Safeguard Children 2013",
        ),
        ("Children Act 2004", "Children Act 2004 (as amended by the Children and Social Work Act 2017)"),
        ("Children Act 2004", "section 14 of the Children Act 2004", "the Children Act 2004"),
        ("Local Safeguarding Children Boards Regulations 2006", "Local Safeguarding Children Board Regulations 2006"),
        ("General Data Protection Regulation", "GDPR", "General Data Protection Regulations (GDPR)"),
        ("Care Act 2014", "Care Act"),
    ],
)
def test_a_law_under_its_names(same: tuple[str, ...]) -> None:
    assert len(laws(*same)) == 1


@pytest.mark.parametrize(
    "different",
    [
        ("Children Act 1989", "Children Act 2004"),
        ("Working Together 2013", "Working Together to Safeguard Children (2018)"),
        ("Children Act 2004", "Childcare Act 2004"),
        ("Care Act 2014", "Care Act 2014 Regulations 2015"),
        ("Education Act 2002", "Higher Education Act 2002"),
        ("Health and Social Care Act 2012", "Health Act 2012"),
    ],
)
def test_laws_of_another_year_or_title_are_others(different: tuple[str, ...]) -> None:
    assert laws(*different) == {frozenset({name}) for name in different}


def test_a_title_without_a_year_that_two_laws_have_is_neither() -> None:
    assert frozenset({"Children Act"}) in laws("Children Act 1989", "Children Act 2004", "Children Act")


def test_laws_are_shared_by_all_areas() -> None:
    one, two = Reading("a.txt", "Northwick"), Reading("b.txt", "Southmoor")
    one.law("Working Together 2013")
    two.law("Working Together to Safeguard Children (2013)")
    knowledge = known(one, two)
    assert together(knowledge, "Working Together 2013", "Working Together to Safeguard Children (2013)")
    assert knowledge.entities[0].area is None
    assert knowledge.entities[0].id.endswith("/national/legislation/working-together-to-safeguard-children-2013")


@pytest.mark.parametrize(
    "same", [("Sue Ash", "Susan Ash"), ("Mr Mike Wick", "Michael Wick"), ("Ann Lee FREng", "Ann Lee")]
)
def test_short_given_names_and_letters_behind_a_name(same: tuple[str, ...]) -> None:
    assert people(*same) == {frozenset(same)}


def test_another_given_name_cut_short_is_somebody_else() -> None:
    assert people("Sue Ash", "Steven Ash") == {frozenset({"Sue Ash"}), frozenset({"Steven Ash"})}
