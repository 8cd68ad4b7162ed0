"""What waits for a reviewer first, and the figures of a review."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factory import join_knowledge, make_knowledge

from protocolgraph.analyse.review import Order, Show, figures, queue
from protocolgraph.graph import Graph
from protocolgraph.model import Fact, Finding, FindingKind, Judged, Knowledge, Review, ReviewVerdict, Severity

SURE = make_knowledge("Board reports_to Council", "Board works_with Forum", "Board must act", confidence=0.9)
UNSURE = make_knowledge("Panel works_with Club", "Panel reports_to Cabinet", document="b.txt", confidence=0.5)
ALL = join_knowledge(SURE, UNSURE)


def judged(fact: Fact, **said: ReviewVerdict) -> Judged:
    reviews = tuple(Review(verdict, who, "2026-03-01", "so") for who, verdict in sorted(said.items()))
    return Judged(fact.id, fact, None, reviews)


def fact(knowledge: Knowledge, predicate: str) -> Fact:
    return next(fact for fact in knowledge.facts if fact.predicate == predicate)


YES, NO, OTHER = ReviewVerdict.ACCEPTED, ReviewVerdict.REJECTED, ReviewVerdict.CORRECTED


def test_the_least_certain_that_matter_most_come_first() -> None:
    order = [item.statement for item in queue(Graph(ALL), ()).first]
    assert order[0] == fact(UNSURE, "reports_to")
    assert order[1] == fact(UNSURE, "works_with")
    assert order[-1] == fact(SURE, "works_with")
    assert len(order) == 5


def test_each_place_is_explained() -> None:
    first = queue(Graph(ALL), ()).first[0]
    assert first.why == "confidence 0.50; about who answers to whom; 1 other statement about the same"


def test_what_a_grave_finding_rests_on_matters_more() -> None:
    weak = fact(UNSURE, "works_with")
    grave = Finding("PG101", FindingKind.GAP, Severity.HIGH, "m", (), ("b.txt",), (weak.evidence,))
    mild = replace(grave, severity=Severity.LOW)
    place = {item.statement.id: item for item in queue(Graph(ALL), (), findings=[grave]).first}[weak.id]
    assert place.grave
    assert "a finding of high severity rests on it" in place.why
    assert not any(item.grave for item in queue(Graph(ALL), (), findings=[mild]).first)


def test_a_fair_sample_does_not_depend_on_what_is_said() -> None:
    order = [item.statement.id for item in queue(Graph(ALL), (), order=Order.SAMPLE).first]
    assert order == sorted(order)


def test_all_that_wait_are_counted_where_only_the_first_of_a_sample_are_looked_up() -> None:
    many = Graph(make_knowledge(*(f"Board must publish plan {number}" for number in range(600))))
    first = queue(many, (), order=Order.SAMPLE)
    assert first.number == 600
    following = queue(many, (), order=Order.SAMPLE, decided={first.first[0].statement.id})
    assert following.number == 599
    assert following.first[0] == first.first[1]


def test_who_waits_for_whom() -> None:
    report, works = fact(SURE, "reports_to"), fact(SURE, "works_with")
    done = [judged(report, A=YES), judged(works, A=YES, B=NO)]
    left = replace(ALL, facts=tuple(f for f in ALL.facts if f.id != works.id))

    def waiting(show: Show, reviewer: str) -> set[str]:
        return {item.statement.id for item in queue(Graph(left), done, show=show, reviewer=reviewer).first}

    every = {each.id for each in ALL.facts} | {duty.id for duty in ALL.duties}
    assert waiting(Show.NEW, "A") == every - {report.id, works.id}
    assert waiting(Show.SECOND, "A") == set()
    assert waiting(Show.SECOND, "B") == {report.id}
    assert waiting(Show.SECOND, "C") == {report.id, works.id}
    assert waiting(Show.DISPUTED, "A") == {works.id}
    assert {item.statement.evidence.document for item in queue(Graph(left), done, document="b.txt").first} == {"b.txt"}


def test_figures_count_a_dispute_as_wrong() -> None:
    done = [
        judged(fact(SURE, "reports_to"), A=YES, B=YES),
        judged(fact(UNSURE, "reports_to"), A=YES, B=NO),
        judged(fact(UNSURE, "works_with"), A=OTHER),
    ]
    found = figures(Graph(ALL), done)
    assert (found.judged, found.statements) == (3, 5)
    assert [(row.document, row.judged, row.statements) for row in found.progress] == [("a.txt", 1, 3), ("b.txt", 2, 2)]
    rows = {row.kind: row for row in found.rows}
    assert (rows["reports_to"].accepted, rows["reports_to"].rejected, rows["reports_to"].disputed) == (1, 1, 1)
    assert (rows["works_with"].corrected, rows["works_with"].precision) == (1, 0.0)
    assert rows["reports_to"].precision == 0.5
    assert [(band.low, band.count, band.right) for band in found.bands] == [(0.5, 2, 0), (0.9, 1, 1)]
    [agreement] = found.agreements
    assert (agreement.reviewers, agreement.both, agreement.agreed) == (("A", "B"), 2, 1)


def test_kappa_is_agreement_beyond_chance() -> None:
    facts = [replace(fact(SURE, "reports_to"), id=f"{number}") for number in range(4)]
    said = [(YES, YES), (YES, YES), (NO, NO), (NO, YES)]
    done = [judged(one, A=left, B=right) for one, (left, right) in zip(facts, said, strict=True)]
    [agreement] = figures(Graph(ALL), done).agreements
    assert agreement.kappa == pytest.approx(0.5)


def test_no_kappa_where_chance_alone_would_agree() -> None:
    [agreement] = figures(Graph(ALL), [judged(fact(SURE, "reports_to"), A=YES, B=YES)]).agreements
    assert agreement.kappa is None
