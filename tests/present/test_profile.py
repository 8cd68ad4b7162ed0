"""A profile shows every statement about an entity once, in a fixed order, with all its sources."""

from __future__ import annotations

import pytest

from protocolgraph.model import (
    Duty,
    DutyContent,
    Entity,
    EntityType,
    Evidence,
    Fact,
    Knowledge,
    Modality,
    Scope,
    Span,
)
from protocolgraph.present import make_profile, profile_dict
from protocolgraph.present.profile import TITLES
from protocolgraph.vocab.schema import predicates


def evidence(document: str = "a.txt", start: int = 0, confidence: float = 0.9) -> Evidence:
    return Evidence(document, (Span(start, start + 5),), "words", "1", 1, "rule", confidence)


def body(name: str) -> Entity:
    return Entity(f"id/{name}", EntityType.BODY, name, (), "North", Scope.LOCAL, ("a.txt",))


def fact(
    subject: str,
    predicate: str,
    object: str | None,
    *,
    at: Evidence | None = None,
    negated: bool = False,
    qualifiers: tuple[tuple[str, str], ...] = (),
) -> Fact:
    place = at or evidence()
    target = None if object is None else f"id/{object}"
    key = f"{subject}{predicate}{object}{place.document}{place.spans}"
    return Fact(key, f"id/{subject}", predicate, target, qualifiers, negated, place)


def knowledge(facts: list[Fact], duties: list[Duty] | None = None) -> Knowledge:
    entities = tuple(body(name) for name in ("Ann", "Ben", "Board", "Cabinet", "Panel", "Scrutiny"))
    return Knowledge((), entities, (), tuple(facts), tuple(duties or []))


def groups(facts: list[Fact], duties: list[Duty] | None = None) -> dict[str, list[str]]:
    profile = make_profile(knowledge(facts, duties), body("Board"))
    return {group.title: [line.text for line in group.lines] for group in profile.groups}


def test_every_predicate_of_the_schema_has_a_title_at_both_ends() -> None:
    for predicate in predicates().values():
        assert (predicate.name, "subject") in TITLES
        if predicate.objects and not predicate.symmetric:
            assert (predicate.name, "object") in TITLES


def test_facts_stand_under_the_end_at_which_the_entity_is() -> None:
    found = groups([fact("Board", "reports_to", "Cabinet"), fact("Panel", "reports_to", "Board")])
    assert found == {"Reports to": ["Cabinet"], "Receives reports from": ["Panel"]}


@pytest.mark.parametrize("ends", [("Board", "Panel"), ("Panel", "Board")])
def test_a_symmetric_relation_reads_the_same_from_both_ends(ends: tuple[str, str]) -> None:
    assert groups([fact(ends[0], "peer_of", ends[1])]) == {"On a level with": ["Panel"]}


def test_members_are_divided_by_capacity() -> None:
    facts = [
        fact("Panel", "member_of", "Board"),
        fact("Cabinet", "member_of", "Board", qualifiers=(("capacity", "participating_observer"),)),
    ]
    assert groups(facts) == {"Members": ["Panel"], "Members (participating observer)": ["Cabinet"]}


def test_a_predicate_without_an_object_shows_its_value() -> None:
    assert groups([fact("Board", "meets", None, qualifiers=(("frequency", "quarterly"),))]) == {"Meets": ["quarterly"]}


def test_equal_statements_are_one_line_with_the_surest_source_first() -> None:
    weak, strong = evidence("a.txt", 10, 0.5), evidence("b.txt", 20, 0.9)
    facts = [fact("Board", "reports_to", "Cabinet", at=weak), fact("Board", "reports_to", "Cabinet", at=strong)]
    [line] = make_profile(knowledge(facts), body("Board")).groups[0].lines
    assert (line.evidence, line.also) == (strong, (weak,))


def test_what_is_denied_is_not_mixed_with_what_is_stated() -> None:
    facts = [fact("Board", "reports_to", "Cabinet", negated=True), fact("Board", "reports_to", "Cabinet")]
    lines = make_profile(knowledge(facts), body("Board")).groups[0].lines
    assert sorted(line.negated for line in lines) == [False, True]


def test_lines_come_in_the_order_of_the_text() -> None:
    facts = [
        fact("Board", "reports_to", "Scrutiny", at=evidence(start=90)),
        fact("Board", "reports_to", "Panel", at=evidence(start=10)),
    ]
    assert groups(facts) == {"Reports to": ["Panel", "Scrutiny"]}


def test_duties_of_one_force_are_told_theme_by_theme() -> None:
    texts = ("meet monthly", "scrutinise the plan", "be there", "publish a report")
    contents = [DutyContent(Modality.MUST, text.split()[0], text) for text in texts]
    duties = [Duty(content.text, "id/Board", content, (), None, evidence()) for content in contents]
    titles = [group.title for group in make_profile(knowledge([], duties), body("Board")).groups]
    assert titles == [
        "Duties: must (oversight and challenge)",
        "Duties: must (reports and information)",
        "Duties: must (meetings and membership)",
        "Duties: must",
    ]


def test_a_post_is_told_with_those_who_hold_it() -> None:
    facts = [fact("Chair", "chairs", "Board"), fact("Ann", "holds", "Chair"), fact("Ben", "holds", "Chair")]
    [group] = make_profile(knowledge(facts, []), body("Board")).groups
    assert group.lines[0].notes == ("held by Ann, Ben",)


def test_duties_are_grouped_by_modality_and_name_whom_they_are_owed_to() -> None:
    content = DutyContent(Modality.MUST, "publish", "publish a plan", frequency="annual")
    own = Duty("1", "id/Board", content, ("id/Panel",), None, evidence())
    other = Duty("2", "id/Panel", content, (), None, evidence())
    profile = make_profile(knowledge([], [own, other]), body("Board"))
    [group] = profile.groups
    assert group.title == "Duties: must (reports and information)"
    assert [(line.text, line.notes) for line in group.lines] == [("publish a plan", ("annual", "to Panel"))]


def test_the_dictionary_carries_words_and_places() -> None:
    [group] = profile_dict(make_profile(knowledge([fact("Panel", "reports_to", "Board")]), body("Board")))["groups"]
    assert group["key"] == "receives_reports_from"
    [statement] = group["statements"]
    assert statement["source"] == {
        "document": "a.txt",
        "section": "1",
        "page": 1,
        "quote": "words",
        "spans": [[0, 5]],
        "confidence": 0.9,
        "rule": "rule",
    }
