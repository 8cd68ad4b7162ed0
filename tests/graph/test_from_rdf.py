"""The way back from RDF: nothing that a record holds is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factory import join_knowledge, make_knowledge

from protocolgraph.errors import StoreError
from protocolgraph.graph.from_rdf import knowledge_of
from protocolgraph.graph.rdf import iter_quads
from protocolgraph.model import Particular, Review, ReviewVerdict, Span

KNOWLEDGE = join_knowledge(
    make_knowledge(
        "Board (BoC) reports_to Council [frequency=annual; product=accounts]",
        "Ms Roe member_of Board [capacity=adviser; sort=odd]",
        "Board not oversees Council",
        "Board meets [frequency=monthly]",
        "Board must publish a plan",
    ),
    make_knowledge("Board reports_to Council", document="ü b.txt", area=None),
)


def test_the_records_come_back_as_they_were() -> None:
    assert knowledge_of(iter_quads(KNOWLEDGE)) == KNOWLEDGE


def test_what_a_document_says_of_itself_comes_back_in_its_order() -> None:
    evidence = KNOWLEDGE.facts[0].evidence
    said = tuple(Particular(part, "version", str(part), "its head", 0.9, evidence) for part in range(1, 13))
    told = (Particular(None, "area", "Northam", "a person's word", 1.0, None), *said)
    documents = [replace(info, layout=replace(info.layout, particulars=told)) for info in KNOWLEDGE.documents[:1]]
    many = replace(KNOWLEDGE, documents=(*documents, *KNOWLEDGE.documents[1:]))
    assert knowledge_of(iter_quads(many)) == many


def test_places_and_pieces_keep_their_order_beyond_nine() -> None:
    fact = KNOWLEDGE.facts[0]
    places = tuple(
        replace(fact.evidence, spans=(Span(number, number + 2), Span(50, 53)), quote=f"{number:02} […] abc")
        for number in range(12)
    )
    many = replace(KNOWLEDGE, facts=(replace(fact, evidence=places[0], also=places[1:]), *KNOWLEDGE.facts[1:]))
    assert knowledge_of(iter_quads(many)) == many


def test_who_reviewed_a_statement_comes_back() -> None:
    reviews = (
        Review(ReviewVerdict.ACCEPTED, "A. Reviewer", "2026-03-01", "seen"),
        Review(ReviewVerdict.ADDED, "B & C", "2026-03", "written so"),
    )
    facts = (replace(KNOWLEDGE.facts[0], reviews=reviews), *KNOWLEDGE.facts[1:])
    duties = (replace(KNOWLEDGE.duties[0], reviews=reviews[:1]), *KNOWLEDGE.duties[1:])
    reviewed = replace(KNOWLEDGE, facts=facts, duties=duties)
    assert knowledge_of(iter_quads(reviewed)) == reviewed


def test_half_of_a_statement_is_no_graph() -> None:
    quads = [quad for quad in iter_quads(KNOWLEDGE) if "quote" not in quad.predicate.value]
    with pytest.raises(StoreError, match="not whole"):
        knowledge_of(quads)
