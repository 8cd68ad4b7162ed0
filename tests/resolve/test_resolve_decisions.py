"""What reviewers decided outranks all that the program finds."""

from __future__ import annotations

from resolution_factory import SIGNED, Reading, entity, known, names, together

from protocolgraph.model import EntityType, Modality, Scope, Span
from protocolgraph.model.workspace import (
    Accept,
    AddedDuty,
    AddedFact,
    Merge,
    NameAlias,
    Named,
    Reject,
    Rename,
    Split,
    Workspace,
)
from protocolgraph.resolve import explain

BODY = EntityType.BODY


def test_an_alias_joins_names_that_nothing_else_would() -> None:
    reading = Reading()
    reading.bodies("Corporate Parenting Panel", "The Panel of Parents")
    alias = NameAlias("Panel of Parents", "Corporate Parenting Panel", BODY, None, None, SIGNED)
    assert len(known(reading, workspace=Workspace(aliases=(alias,))).entities) == 1


def test_an_alias_holds_in_its_area_and_document_only() -> None:
    one, two = Reading("a.txt", "Northwick"), Reading("b.txt", "Southmoor")
    for reading in (one, two):
        reading.bodies("Corporate Parenting Panel", "CPB")
    by_area = NameAlias("CPB", "Corporate Parenting Panel", None, "Southmoor", None, SIGNED)
    by_document = NameAlias("CPB", "Corporate Parenting Panel", None, None, "b.txt", SIGNED)
    for alias in (by_area, by_document):
        knowledge = known(one, two, workspace=Workspace(aliases=(alias,)))
        assert len([e for e in knowledge.entities if e.area == "Southmoor"]) == 1
        assert len([e for e in knowledge.entities if e.area == "Northwick"]) == 2


def test_a_merge_holds_in_each_area_and_never_between_two() -> None:
    one, two = Reading("a.txt", "Northwick"), Reading("b.txt", "Southmoor")
    for reading in (one, two):
        reading.bodies("Scrutiny Panel for Homes", "Homes Select Commission", "Cabinet")
    merge = Merge(("Scrutiny Panel for Homes", "Homes Select Commission"), None, None, SIGNED)
    knowledge = known(one, two, workspace=Workspace(merges=(merge,)))
    assert len(knowledge.entities) == 4
    assert together(knowledge, *merge.names)


def test_a_merge_of_more_than_two_and_of_groups_with_owners() -> None:
    reading = Reading()
    board = reading.body("Northwick Safeguarding Board")
    reading.body("Performance Sub-Group", owner=board)
    reading.bodies("Data Forum", "Figures Circle")
    merge = Merge(("Data Forum", "Figures Circle", "Performance Sub-Group"), BODY, "northwick", SIGNED)
    assert len(known(reading, workspace=Workspace(merges=(merge,))).entities) == 2


def test_a_board_may_be_merged_with_its_own_group() -> None:
    reading = Reading()
    board = reading.body("Northwick Safeguarding Board")
    reading.body("Executive Group", owner=board)
    merge = Merge(("Northwick Safeguarding Board", "Executive Group"), BODY, None, SIGNED)
    assert len(known(reading, workspace=Workspace(merges=(merge,))).entities) == 1


def test_what_belongs_to_merged_bodies_is_one_too() -> None:
    reading = Reading()
    one, two = reading.bodies("Scrutiny Panel for Homes", "Homes Select Commission")
    reading.role("Chair", owner=one)
    reading.role("Chair", owner=two)
    merge = Merge(("Scrutiny Panel for Homes", "Homes Select Commission"), None, None, SIGNED)
    assert len(names(known(reading, workspace=Workspace(merges=(merge,))), EntityType.ROLE)) == 1


def test_a_split_keeps_apart_what_would_be_one() -> None:
    reading = Reading()
    reading.bodies("Northwick Corporate Parenting Panel", "Corporate Parenting Panel")
    assert len(known(reading).entities) == 1
    split = Split(("Northwick Corporate Parenting Panel", "Corporate Parenting Panel"), BODY, None, SIGNED)
    assert len(known(reading, workspace=Workspace(splits=(split,))).entities) == 2


def test_a_split_holds_between_documents_and_against_a_definition() -> None:
    one, two = Reading("a.txt"), Reading("b.txt")
    one.bodies("Northwick Safeguarding Board", "NSB")
    one.alias("NSB", "Northwick Safeguarding Board")
    two.body("NSB")
    split = Split(("Northwick Safeguarding Board", "NSB"), None, "Northwick", SIGNED)
    knowledge = known(one, two, workspace=Workspace(splits=(split,)))
    assert entity(knowledge, "NSB").name == "NSB"


def test_a_new_name_leaves_the_iri_and_the_ids() -> None:
    reading = Reading()
    council, panel = reading.bodies("Local Authority", "Corporate Parenting Panel")
    reading.fact(panel, "reports_to", council)
    rename = Rename("Local Authority", "Northwick Borough Council", None, None, SIGNED)
    before, after = known(reading), known(reading, workspace=Workspace(renames=(rename,)))
    assert entity(after, "Local Authority").name == "Northwick Borough Council"
    assert entity(after, "Local Authority").id == entity(before, "Local Authority").id
    assert [fact.id for fact in after.facts] == [fact.id for fact in before.facts]


def test_a_post_takes_its_bodys_new_name() -> None:
    reading = Reading()
    reading.role("Chair", owner=reading.body("Parenting Panel"))
    rename = Rename("Parenting Panel", "Corporate Parenting Panel", BODY, None, SIGNED)
    assert (
        entity(known(reading, workspace=Workspace(renames=(rename,))), "Chair").name
        == "Chair of Corporate Parenting Panel"
    )


def test_a_rejected_statement_goes_and_an_accepted_one_is_certain() -> None:
    reading = Reading()
    board, panel = reading.bodies("Safeguarding Board", "Corporate Parenting Panel")
    reading.fact(panel, "reports_to", board)
    reading.fact(board, "oversees", panel)
    reading.duty(panel, "meet")
    before = known(reading)
    wrong, right = before.facts
    workspace = Workspace(
        rejected=(Reject(wrong.id, SIGNED), Reject(before.duties[0].id, SIGNED)), accepted=(Accept(right.id, SIGNED),)
    )
    after = known(reading, workspace=workspace)
    assert [fact.id for fact in after.facts] == [right.id]
    assert after.facts[0].evidence.confidence == 1.0
    assert after.duties == ()


def added(spans: tuple[Span, ...]) -> Workspace:
    fact = AddedFact(
        "a.txt", "answers to Cabinet", Named("Corporate Parenting Panel", BODY), "accountable_to",
        Named("Cabinet", BODY), (), negated=False, section="4", signed=SIGNED, spans=spans, page=2,
    )  # fmt: skip
    duty = AddedDuty(
        "a.txt", "answers to Cabinet", Named("CPP", BODY), Modality.WILL, "answer", "answer to Cabinet",
        (Named("Cabinet", BODY),), Named("Plan", EntityType.PUBLICATION), None, None, None, SIGNED, spans, 2,
    )  # fmt: skip
    return Workspace(facts=(fact,), duties=(duty,))


def test_an_added_statement_is_about_the_entities_of_the_document() -> None:
    reading = Reading()
    reading.body("Northwick Corporate Parenting Panel")
    knowledge = known(reading, workspace=added((Span(5, 23),)))
    panel, cabinet = entity(knowledge, "Northwick Corporate Parenting Panel"), entity(knowledge, "Cabinet")
    [fact], [duty] = knowledge.facts, knowledge.duties
    assert (fact.subject, fact.object, fact.evidence.page, fact.evidence.confidence) == (panel.id, cabinet.id, 2, 1.0)
    assert (duty.bearer, duty.to) == (panel.id, (cabinet.id,))
    assert fact.evidence.rule == "reviewer"


def test_an_added_statement_without_its_words_is_left_out() -> None:
    reading = Reading()
    reading.body("Cabinet")
    knowledge = known(reading, workspace=added(()))
    assert (knowledge.facts, knowledge.duties, len(knowledge.entities)) == ((), (), 1)


def test_decisions_about_names_that_nobody_uses_change_nothing() -> None:
    reading = Reading()
    reading.body("Cabinet")
    workspace = Workspace(
        aliases=(NameAlias("A", "B", None, None, None, SIGNED),),
        merges=(Merge(("A", "B"), None, None, SIGNED),),
        splits=(Split(("A", "Cabinet"), None, None, SIGNED),),
        renames=(Rename("A", "B", None, None, SIGNED),),
        rejected=(Reject("no such id", SIGNED),),
    )
    assert known(reading, workspace=workspace) == known(reading)


def test_every_merge_explains_itself() -> None:
    reading = Reading()
    reading.bodies("Northwick Corporate Parenting Panel", "CPP", "Scrutiny Panel for Homes", "Homes Select Commission")
    reading.body("DfE", scope=Scope.NATIONAL)
    merge = Merge(("Scrutiny Panel for Homes", "Homes Select Commission"), None, None, SIGNED)
    reasons = {j.name: (j.head, j.reason) for j in explain([reading.build()], Workspace(merges=(merge,)))}
    assert reasons["CPP"] == (
        "Northwick Corporate Parenting Panel", "'CPP' has the initials of 'Corporate Parenting Panel'"
    )  # fmt: skip
    [(_, decided)] = [found for name, found in reasons.items() if "Homes" in name]
    assert decided == "A. Reviewer decided on 2026-03-01: seen in the minutes"
    assert set(reasons) <= {"CPP", "Scrutiny Panel for Homes", "Homes Select Commission"}
