"""How names are brought together: by blocks, to heads, never by a chain, in time that grows with the names."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from resolution_factory import Reading, known, names, together

from protocolgraph.model import EntityType
from protocolgraph.model.workspace import Workspace
from protocolgraph.resolve import explain, resolve
from protocolgraph.resolve.block import asked_for, kept_under
from protocolgraph.resolve.item import Item
from protocolgraph.resolve.matcher import THRESHOLD, judge

BODIES = [
    "Northwick Local Safeguarding Children Board", "NLSCB", "NSLCB", "LSCB", "Northwick LSCB",
    "Safeguarding Children Board", "Northwick Borough Council", "Council", "NBC", "Local Authority", "Youth Council",
    "Northwick NHS Foundation Trust", "Northwick Foundation NHS Trust", "Police", "Moorland Police", "MP",
    "Children and Young People's Services", "Children and Yong Peoples Services", "CYPS", "LSCBs",
    "Performance & QA Group", "P&QA Group", "Performance and Quality Assurance Group", "Council Cabinet", "Cabinet",
]  # fmt: skip
ROLES = [
    "Chair", "Independent Chair", "Director", "Director of Finance", "Deputy Director of Finance", "Headteacher",
    "Virtual School Headteacher", "Acting Head for Families", "Acting Head", "DOF", "Chief Executive",
    "Lead Member for Children's Services", "Lead Member for Children and Family Services",
]  # fmt: skip
PEOPLE = ["Councillor Pick", "Cllr Dave Pick", "Pick", "D. Pick", "Mr Pick", "Mrs Ann Pick", "Ann Stone", "Stone"]
LAWS = [
    "Children Act 2004", "Children Act 1989", "Children Act", "section 14 of the Children Act 2004",
    "Working Together 2013", "Working Together to Safeguard Children (2013)", "Working Together", "WTSC 2013",
]  # fmt: skip


def item(name: str, type: EntityType, owner: int | None) -> Item:
    return Item(
        type=type, name=name, title=name, others=(), area="Northwick", document="a.txt", owner=owner, plain=False,
        generic=False, count=1, odd=frozenset({"yong"}), forms=(0,), names=(name,),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("type", "found"),
    [
        (EntityType.BODY, BODIES),
        (EntityType.ROLE, ROLES),
        (EntityType.PERSON, PEOPLE),
        (EntityType.LEGISLATION, LAWS),
    ],
)
def test_names_that_can_be_one_always_meet(type: EntityType, found: list[str]) -> None:
    """A pair that the comparers would join and no block brings together would be lost without a word."""
    items = [item(name, type, owner) for name in found for owner in (None, 7)]
    lost = [
        (one.name, other.name)
        for one, other in itertools.permutations(items, 2)
        if judge(one, other).score >= THRESHOLD and asked_for(one, near=True).isdisjoint(kept_under(other, near=True))
    ]
    assert lost == []


def test_nothing_is_joined_by_a_chain() -> None:
    """Each of two short names fits the long one, and they do not fit each other."""
    reading = Reading()
    reading.bodies("Harbour Trust", "Northwick NHS Harbour Trust", "Local Harbour Trust Northwick", "LHTN", "NHT")
    knowledge = known(reading)
    assert together(knowledge, "Harbour Trust", "Local Harbour Trust Northwick")
    joined = [name for joined in explain([reading.build()], Workspace()) for name in (joined.head,)]
    assert len(set(joined)) == len([entity for entity in knowledge.entities if entity.aliases])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*BODIES, *ROLES]), max_size=25), st.randoms(use_true_random=False))
def test_the_order_of_mentions_does_not_matter(found: list[str], random: object) -> None:
    one, other = Reading(), Reading()
    for name in found:
        one.mention(EntityType.ROLE if name in ROLES else EntityType.BODY, name)
    for name in sorted(found):
        other.mention(EntityType.ROLE if name in ROLES else EntityType.BODY, name)
    assert names(known(one)) == names(known(other))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from([*BODIES, *PEOPLE]), max_size=12), max_size=4))
def test_the_order_of_documents_does_not_matter(found: list[list[str]]) -> None:
    extractions = []
    for number, document in enumerate(found):
        reading = Reading(f"{number}.txt")
        for name in document:
            reading.mention(EntityType.PERSON if name in PEOPLE else EntityType.BODY, name)
        extractions.append(reading.build())
    assert resolve(extractions[::-1], Workspace()) == resolve(extractions, Workspace())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=8))
def test_any_words_may_be_names(found: list[str]) -> None:
    reading = Reading()
    for name in found:
        for type in EntityType:
            reading.mention(type, name)
    knowledge = known(reading)
    ids = [entity.id for entity in knowledge.entities]
    assert len(ids) == len(set(ids))
    assert all(entity.name for entity in knowledge.entities)


def many(count: int) -> float:
    """Return the seconds that it takes to resolve this many documents of one area."""
    extractions = []
    for number in range(count):
        reading = Reading(f"{number}.txt")
        for place in range(40):
            reading.body(f"{_word(number * 40 + place)} {_word(place)} Board")
        board = reading.body("Northwick Local Safeguarding Children Board")
        reading.role("Chair", owner=board)
        extractions.append(reading.build())
    start = time.perf_counter()
    resolve(extractions, Workspace())
    return time.perf_counter() - start


def _word(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in str(number)).title() + "ley"


def test_work_grows_with_the_names_and_not_with_their_pairs() -> None:
    many(2)
    small, large = many(10), many(80)
    assert large < 8 * small * 4
