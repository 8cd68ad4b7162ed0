"""Facts and duties about entities: once a document, with ids that last."""

from __future__ import annotations

from dataclasses import replace

from resolution_factory import Reading, entity, known

from protocolgraph.model import Modality
from protocolgraph.model.workspace import Workspace
from protocolgraph.resolve import resolve


def board_and_panel(document: str = "a.txt") -> tuple[Reading, int, int]:
    reading = Reading(document)
    return reading, reading.body("Northwick Safeguarding Board"), reading.body("Corporate Parenting Panel")


def test_a_fact_stated_twice_is_one_with_its_best_evidence() -> None:
    reading, board, panel = board_and_panel()
    reading.fact(panel, "reports_to", board, at=200, confidence=0.6, frequency="annual")
    reading.fact(panel, "reports_to", board, at=100, confidence=0.9)
    reading.fact(panel, "reports_to", board, at=300, confidence=0.9, product="report")
    facts = known(reading).facts
    assert len(facts) == 1
    assert facts[0].evidence.quote == "words at 100"
    assert [evidence.quote for evidence in facts[0].also] == ["words at 200", "words at 300"]
    assert facts[0].qualifiers == (("frequency", "annual"), ("product", "report"))


def test_the_same_words_under_another_name_are_the_same_fact() -> None:
    reading, board, panel = board_and_panel()
    reading.fact(panel, "reports_to", board, at=100)
    reading.fact(reading.body("Northwick Corporate Parenting Panel"), "reports_to", reading.body("NSB"), at=200)
    assert len(known(reading).facts) == 1


def test_a_denial_is_another_fact() -> None:
    reading, board, panel = board_and_panel()
    reading.fact(panel, "reports_to", board)
    reading.fact(panel, "reports_to", board, negated=True)
    assert sorted(fact.negated for fact in known(reading).facts) == [False, True]


def test_two_documents_state_two_facts() -> None:
    readings = []
    for name in ("a.txt", "b.txt"):
        reading, board, panel = board_and_panel(name)
        reading.fact(panel, "reports_to", board)
        readings.append(reading)
    facts = known(*readings).facts
    assert {fact.evidence.document for fact in facts} == {"a.txt", "b.txt"}
    assert len({fact.id for fact in facts}) == 2
    assert len({(fact.subject, fact.object) for fact in facts}) == 1


def test_a_fact_of_a_body_with_itself_is_none() -> None:
    reading, board, _ = board_and_panel()
    reading.fact(board, "works_with", reading.body("NSB"))
    assert known(reading).facts == ()


def test_what_holds_from_both_sides_is_stated_once() -> None:
    reading, board, panel = board_and_panel()
    reading.fact(panel, "works_with", board, at=50)
    reading.fact(board, "works_with", panel, at=10)
    reading.fact(board, "oversees", panel)
    reading.fact(panel, "oversees", board)
    knowledge = known(reading)
    assert sorted(fact.predicate for fact in knowledge.facts) == ["oversees", "oversees", "works_with"]
    [linked] = [fact for fact in knowledge.facts if fact.predicate == "works_with"]
    assert linked.subject == entity(knowledge, "Northwick Safeguarding Board").id


def test_meetings_have_no_object() -> None:
    reading, board, _ = board_and_panel()
    reading.fact(board, "meets", None, frequency="quarterly")
    [fact] = known(reading).facts
    assert (fact.object, fact.qualifiers) == (None, (("frequency", "quarterly"),))


def test_duties_of_like_words_stay_apart_and_exact_repeats_do_not() -> None:
    reading, board, panel = board_and_panel()
    reading.duty(board, "publish an annual report", at=10)
    reading.duty(board, "publish an Annual Report", at=50, to=panel)
    reading.duty(board, "publish an annual report and plan", at=90)
    reading.duty(board, "publish an annual report", at=130, modality=Modality.SHOULD)
    reading.duty(panel, "publish an annual report", at=170)
    duties = known(reading).duties
    assert len(duties) == 4
    [repeated] = [duty for duty in duties if duty.also]
    assert repeated.evidence.quote == "words at 10"
    assert len(repeated.to) == 1


def test_an_id_does_not_change_when_other_documents_come() -> None:
    reading, board, panel = board_and_panel()
    reading.fact(panel, "reports_to", board)
    reading.duty(board, "publish an annual report")
    fuller, _, _ = board_and_panel("b.txt")
    fuller.body("Northwick Corporate Parenting Panel")
    alone, both = known(reading), known(reading, fuller)
    assert {fact.id for fact in alone.facts} == {fact.id for fact in both.facts}
    assert {duty.id for duty in alone.duties} == {duty.id for duty in both.duties}
    assert alone.facts[0].subject != both.facts[0].subject


def test_an_id_does_not_change_with_where_the_words_stand() -> None:
    first, board, panel = board_and_panel()
    first.fact(panel, "reports_to", board, at=10)
    second, board, panel = board_and_panel()
    second.fact(panel, "reports_to", board, at=900, confidence=0.5)
    assert known(first).facts[0].id == known(second).facts[0].id


def test_everything_is_sorted_and_the_order_of_documents_does_not_matter() -> None:
    readings = []
    for name in ("c.txt", "a.txt", "b.txt"):
        reading, board, panel = board_and_panel(name)
        reading.person("Councillor Pick")
        reading.publication("Annual Report", owner=board)
        reading.publication("Annual Report")
        reading.fact(panel, "reports_to", board)
        reading.duty(panel, "meet")
        readings.append(reading.build())
    knowledge = resolve(readings, Workspace())
    assert resolve(readings[::-1], Workspace()) == knowledge
    assert list(knowledge.entities) == sorted(knowledge.entities, key=lambda entity: entity.id)
    assert list(knowledge.facts) == sorted(knowledge.facts, key=lambda fact: fact.id)
    assert [info.name for info in knowledge.documents] == ["a.txt", "b.txt", "c.txt"]
    assert list(knowledge.uses) == sorted(knowledge.uses, key=lambda use: (use.document, use.entity))


def test_every_reference_is_to_an_entity_that_the_document_uses() -> None:
    reading, board, panel = board_and_panel()
    reading.fact(panel, "reports_to", board)
    reading.duty(panel, "send minutes", to=board)
    knowledge = known(reading)
    used = {(use.document, use.entity) for use in knowledge.uses}
    assert {entity.id for entity in knowledge.entities} == {entity for _, entity in used}
    for fact in knowledge.facts:
        assert {("a.txt", fact.subject), ("a.txt", fact.object)} <= used
    for duty in knowledge.duties:
        assert {("a.txt", one) for one in (duty.bearer, *duty.to)} <= used


def test_a_place_that_is_no_mention_states_nothing() -> None:
    reading, board, panel = board_and_panel()
    reading.fact(panel, "reports_to", board)
    damaged = replace(reading.build(), facts=(replace(reading.facts[0], object=99),))
    assert resolve([damaged], Workspace()).facts == ()


def test_nothing_makes_nothing() -> None:
    knowledge = resolve([], Workspace())
    assert (knowledge.documents, knowledge.entities, knowledge.facts) == ((), (), ())
