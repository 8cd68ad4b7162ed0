"""Statements as RDF: the direct triple of a fact, the node that carries its evidence, and duties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from protocolgraph.graph.terms import agent_iri, document_iri, statement_iri
from protocolgraph.graph.written import Triple, boolean, date, integer, iri, number, term, text, under
from protocolgraph.model import QUOTE_GAP, Duty, Entity, Evidence, Fact, Particular, Review, ReviewVerdict, Span
from protocolgraph.vocab.schema import concepts, predicates
from protocolgraph.vocab.terms import Also, Predicate

QUALIFIERS = {
    "product": "pg:product",
    "frequency": "pg:frequency",
    "capacity": "pg:capacity",
    "sense": "pg:sense",
    "amount": "pg:amount",
    "date": "pg:date",
    "condition": "pg:condition",
}


def fact_triples(fact: Fact, entities: Mapping[str, Entity]) -> Iterator[Triple]:
    """Yield a fact's direct triples, unless it is negated, and its node with qualifiers and evidence."""
    predicate = predicates()[fact.predicate]
    subject, target = iri(fact.subject), _target(fact, predicate)
    if target is not None and not fact.negated:
        yield subject, term(predicate.property), target
        for also in predicate.also:
            if _holds(also, fact, entities):
                yield subject, term(also.property), target
    node = iri(statement_iri(fact.id))
    yield node, term("rdf:type"), term("pg:Statement")
    yield node, term("rdf:subject"), subject
    yield node, term("rdf:predicate"), term(predicate.property)
    if target is not None:
        yield node, term("rdf:object"), target
    yield node, term("pg:negated"), boolean(value=fact.negated)
    if not fact.negated:
        yield from _typed_node(node, fact, predicate, entities)
    yield from _qualifiers(node, fact, entities)
    yield from _evidence(node, (fact.evidence, *fact.also))
    yield from _reviews(node, fact.reviews)


def duty_triples(duty: Duty, entities: Mapping[str, Entity]) -> Iterator[Triple]:
    """Yield a duty's node with its content and evidence, and the link from its bearer."""
    node, bearer, content = iri(statement_iri(duty.id)), iri(duty.bearer), duty.content
    yield bearer, term("pg:hasDuty"), node
    yield node, term("rdf:type"), term("pg:Statement")
    yield node, term("rdf:type"), term("pg:Duty")
    yield node, term("pg:bearer"), bearer
    yield node, term("pg:modality"), term(concepts("modality")[content.modality].term)
    words = {
        "pg:action": content.action,
        "pg:text": content.text,
        "pg:object": content.object,
        "pg:frequency": content.frequency,
        "pg:condition": content.condition,
    }
    for name, value in words.items():
        if value is not None:
            yield node, term(name), text(value)
    for counterparty in duty.to:
        yield node, term("pg:counterparty"), iri(counterparty)
    if duty.product is not None:
        yield node, term("pg:product"), _entity_or_words(duty.product, entities)
    yield from _evidence(node, (duty.evidence, *duty.also))
    yield from _reviews(node, duty.reviews)


def particular_triples(document: str, at: int, particular: Particular) -> Iterator[Triple]:
    """Yield what a document says of itself, with its evidence; `at` tells it from the document's others."""
    node = under(document, f"/particular-{at}")
    yield document, term("pg:particular"), node
    yield node, term("rdf:type"), term("pg:Particular")
    yield node, term("pg:aspect"), text(particular.aspect)
    yield node, term("pg:value"), text(particular.value)
    yield node, term("pg:readFrom"), text(particular.how)
    if particular.part is not None:
        yield node, term("pg:part"), integer(particular.part)
    if particular.evidence is None:
        yield node, term("pg:confidence"), number(particular.confidence)
    else:
        yield from _evidence(node, (particular.evidence,))


def _target(fact: Fact, predicate: Predicate) -> str | None:
    """The object, or the qualifier that stands in its place ("meets")."""
    if fact.object is not None:
        return iri(fact.object)
    value = dict(fact.qualifiers).get(predicate.value or "")
    return None if value is None else text(value)


def _holds(also: Also, fact: Fact, entities: Mapping[str, Entity]) -> bool:
    subject = entities.get(fact.subject)
    qualifiers = dict(fact.qualifiers)
    excluded = any(qualifiers.get(name) in values for name, values in also.unless)
    return subject is not None and subject.type in also.subjects and not excluded


def _typed_node(node: str, fact: Fact, predicate: Predicate, entities: Mapping[str, Entity]) -> Iterator[Triple]:
    """A class such as org:Membership asserts what it describes, so a negated fact must not have it."""
    if predicate.node_class is not None:
        yield node, term("rdf:type"), term(predicate.node_class)
    for end in predicate.ends:
        identifier = fact.subject if end.end == "subject" else fact.object
        if identifier is not None and identifier in entities and entities[identifier].type in end.types:
            yield node, term(end.property), iri(identifier)
    capacity = dict(fact.qualifiers).get("capacity", "member")
    if predicate.node_class == "org:Membership" and capacity in concepts("capacity"):
        yield node, term("org:role"), term(concepts("capacity")[capacity].term)


def _qualifiers(node: str, fact: Fact, entities: Mapping[str, Entity]) -> Iterator[Triple]:
    for name, value in fact.qualifiers:
        if name not in QUALIFIERS:
            yield node, term("pg:qualifier"), text(f"{name}={value}")
        elif name == "capacity" and value in concepts("capacity"):
            yield node, term("pg:capacity"), term(concepts("capacity")[value].term)
        else:
            yield node, term(QUALIFIERS[name]), _entity_or_words(value, entities)


def _entity_or_words(value: str, entities: Mapping[str, Entity]) -> str:
    return iri(value) if value in entities else text(value)


def _evidence(node: str, places: tuple[Evidence, ...]) -> Iterator[Triple]:
    """The best place first: its confidence is the statement's."""
    yield node, term("pg:confidence"), number(places[0].confidence)
    for index, place in enumerate(places, 1):
        yield node, term("prov:wasDerivedFrom"), iri(document_iri(place.document))
        own = under(node, f"#evidence-{index}")
        yield node, term("pg:evidence"), own
        yield own, term("rdf:type"), term("pg:Evidence")
        yield own, term("rdf:type"), term("oa:Annotation")
        yield own, term("oa:hasBody"), node
        yield own, term("pg:quote"), text(place.quote)
        yield own, term("pg:rule"), text(place.rule)
        yield own, term("pg:confidence"), number(place.confidence)
        if place.section is not None:
            yield own, term("pg:section"), text(place.section)
        if place.page is not None:
            yield own, term("pg:page"), integer(place.page)
        for piece, (span, words) in enumerate(_pieces(place), 1):
            yield from _selected(own, under(own, f"-{piece}"), place.document, span, words)


_STATED = (ReviewVerdict.ADDED, ReviewVerdict.CORRECTED)


def _reviews(node: str, reviews: tuple[Review, ...]) -> Iterator[Triple]:
    """Who accepted or stated it, when and why; the day is the record's own, for PROV's times are to the second."""
    for index, review in enumerate(reviews, 1):
        own, agent = under(node, f"#review-{index}"), iri(agent_iri(review.who))
        yield node, term("pg:review"), own
        yield own, term("rdf:type"), term("pg:Review")
        yield own, term("rdf:type"), term("prov:Activity")
        yield own, term("pg:verdict"), term(concepts("verdict")[review.verdict].term)
        yield own, term("pg:reason"), text(review.why)
        yield own, term("dcterms:date"), date(review.when)
        yield own, term("prov:wasAssociatedWith"), agent
        yield agent, term("rdf:type"), term("prov:Agent")
        yield agent, term("foaf:name"), text(review.who)
        if review.verdict in _STATED:
            yield node, term("prov:wasAttributedTo"), agent


def _pieces(place: Evidence) -> list[tuple[Span, str]]:
    """Each span with its own words; lengths tell the pieces apart, for words may hold the gap's mark."""
    pieces, start = [], 0
    for span in place.spans:
        end = start + span.end - span.start
        pieces.append((span, place.quote[start:end]))
        start = end + len(QUOTE_GAP)
    return pieces


def _selected(own: str, target: str, document: str, span: Span, words: str) -> Iterator[Triple]:
    exact, position = under(target, "-quote"), under(target, "-position")
    yield own, term("oa:hasTarget"), target
    yield target, term("rdf:type"), term("oa:SpecificResource")
    yield target, term("oa:hasSource"), iri(document_iri(document))
    yield target, term("oa:hasSelector"), exact
    yield target, term("oa:hasSelector"), position
    yield exact, term("rdf:type"), term("oa:TextQuoteSelector")
    yield exact, term("oa:exact"), text(words)
    yield position, term("rdf:type"), term("oa:TextPositionSelector")
    yield position, term("oa:start"), integer(span.start)
    yield position, term("oa:end"), integer(span.end)
