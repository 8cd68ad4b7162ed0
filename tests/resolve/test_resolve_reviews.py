"""Reviewers' judgements: what they change, what they leave alone, and what is said of those that match nothing."""

from __future__ import annotations

from dataclasses import replace

from resolution_factory import SIGNED, Reading, known

from protocolgraph.model import EntityType, Fact, ReviewVerdict, Span
from protocolgraph.model.workspace import (
    Accept,
    AddedFact,
    Merge,
    NameAlias,
    Named,
    Reject,
    Rename,
    Signature,
    Split,
    Workspace,
)
from protocolgraph.resolve import Resolved, resolve_reviewed

BODY = EntityType.BODY
OTHER = Signature("B. Reviewer", "2026-03-02", "cannot see it")
PLACE = (Span(3, 9),)


def reading() -> Reading:
    made = Reading()
    board, panel, cabinet = made.bodies("Safeguarding Board", "Corporate Parenting Panel", "Cabinet")
    made.fact(panel, "reports_to", board, frequency="annual")
    made.fact(board, "accountable_to", cabinet, at=40)
    return made


def reviewed(workspace: Workspace, made: Reading | None = None) -> Resolved:
    return resolve_reviewed([(made or reading()).build()], workspace)


def stated(subject: str, object: str, *, replaces: str | None = None, **qualifiers: str) -> AddedFact:
    return AddedFact(
        "a.txt", "quoted", Named(subject, BODY), "reports_to", Named(object, BODY), tuple(qualifiers.items()),
        negated=False, section=None, signed=SIGNED, spans=PLACE, page=1, replaces=replaces,
    )  # fmt: skip


def report() -> Fact:
    return next(fact for fact in known(reading()).facts if fact.predicate == "reports_to")


def test_a_judged_statement_keeps_what_the_program_read() -> None:
    wanted = report()
    found = reviewed(Workspace(accepted=(Accept(wanted.id, SIGNED),)))
    [judged] = found.judged
    assert judged.statement == wanted
    assert [review.verdict for review in judged.reviews] == [ReviewVerdict.ACCEPTED]
    kept = next(fact for fact in found.knowledge.facts if fact.id == wanted.id)
    assert (kept.evidence.confidence, [review.who for review in kept.reviews]) == (1.0, ["A. Reviewer"])


def test_where_reviewers_disagree_the_one_who_rejects_prevails() -> None:
    wanted = report()
    found = reviewed(Workspace(accepted=(Accept(wanted.id, SIGNED),), rejected=(Reject(wanted.id, OTHER),)))
    assert wanted.id not in {fact.id for fact in found.knowledge.facts}
    assert {review.verdict for review in found.judged[0].reviews} == {ReviewVerdict.ACCEPTED, ReviewVerdict.REJECTED}


def test_a_correction_takes_the_place_of_what_was_read() -> None:
    wanted = report()
    found = reviewed(Workspace(facts=(stated("Corporate Parenting Panel", "Cabinet", replaces=wanted.id),)))
    [fact] = [fact for fact in found.knowledge.facts if fact.predicate == "reports_to"]
    assert (fact.object or "").endswith("/cabinet")
    assert [review.verdict for review in fact.reviews] == [ReviewVerdict.CORRECTED]
    assert found.judged[0].statement == wanted


def test_a_correction_may_take_a_detail_away() -> None:
    wanted = report()
    found = reviewed(Workspace(facts=(stated("Corporate Parenting Panel", "Safeguarding Board", replaces=wanted.id),)))
    [fact] = [fact for fact in found.knowledge.facts if fact.predicate == "reports_to"]
    assert (fact.id, fact.qualifiers, fact.evidence.rule) == (wanted.id, (), "reviewer")


def test_a_correction_whose_words_are_not_there_leaves_what_was_read() -> None:
    wanted = report()
    added = replace(stated("Corporate Parenting Panel", "Cabinet", replaces=wanted.id), spans=())
    assert reviewed(Workspace(facts=(added,))).knowledge == known(reading())


def test_an_id_does_not_change_when_names_are_joined_parted_or_brought_in() -> None:
    made = reading()
    made.body("Northwick Safeguarding Board and Forum")
    wanted = next(f for f in known(made).facts if f.predicate == "reports_to")
    longer = "Northwick Safeguarding Board and Forum"
    for workspace in (
        Workspace(merges=(Merge(("Safeguarding Board", longer), None, None, SIGNED),)),
        Workspace(aliases=(NameAlias("Safeguarding Board", longer, None, None, None, SIGNED),)),
        Workspace(facts=(stated("Northwick Safeguarding Board", "Cabinet"),)),
    ):
        rejecting = replace(workspace, rejected=(Reject(wanted.id, SIGNED),))
        found = reviewed(rejecting, made)
        assert [fact.predicate for fact in found.knowledge.facts if fact.evidence.rule != "reviewer"] == [
            "accountable_to"
        ]
        assert found.idle == ()


def test_a_statement_that_a_reviewer_adds_and_the_program_read_too_is_one() -> None:
    wanted = report()
    found = reviewed(Workspace(facts=(stated("Corporate Parenting Panel", "Safeguarding Board"),)))
    [fact] = [fact for fact in found.knowledge.facts if fact.predicate == "reports_to"]
    assert (fact.id, fact.evidence.rule, dict(fact.qualifiers)) == (wanted.id, "reviewer", {"frequency": "annual"})
    assert fact.also == (wanted.evidence,)


def test_decisions_that_match_nothing_are_told() -> None:
    nothing = Workspace(
        aliases=(NameAlias("A", "B", None, None, None, SIGNED),),
        merges=(Merge(("A", "B"), None, None, SIGNED),),
        splits=(Split(("A", "Cabinet"), None, None, SIGNED),),
        renames=(Rename("A", "B", None, None, SIGNED),),
        accepted=(Accept("no such id", SIGNED),),
        rejected=(Reject("no such id", SIGNED),),
        facts=(stated("Cabinet", "Cabinet"), stated("Cabinet", "Corporate Parenting Panel", replaces="no such id")),
    )
    assert set(reviewed(nothing).idle) == set(nothing.corrections())


def test_decisions_that_match_are_not_told() -> None:
    made = reading()
    made.body("Parenting Group")
    found = reviewed(
        Workspace(
            merges=(Merge(("Parenting Group", "Corporate Parenting Panel"), None, "Northwick", SIGNED),),
            splits=(Split(("Cabinet", "Safeguarding Board"), BODY, None, SIGNED),),
            renames=(Rename("Safeguarding Board", "Board for Safety", None, None, SIGNED),),
            accepted=(Accept(report().id, SIGNED),),
        ),
        made,
    )
    assert found.idle == ()
