"""The ontology in Turtle, made from the schema: `python -m protocolgraph.graph.ontology FILE` writes it.

A domain or range of one class is an rdfs:domain or rdfs:range. Several are given with schema.org's
domainIncludes and rangeIncludes, which conclude nothing about a thing from its use.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Triple

from protocolgraph.graph import terms
from protocolgraph.graph.terms import term
from protocolgraph.model import EntityType
from protocolgraph.vocab.schema import entity_types, expand, prefixes, schema
from protocolgraph.vocab.terms import ConceptScheme, EntityKind, Matches, Predicate, Property, RecordClass

_OWN = "pg:"
_STANDARDS = (
    "http://www.w3.org/TR/vocab-org/",
    "http://www.w3.org/TR/prov-o/",
    "http://www.w3.org/TR/annotation-vocab/",
    "http://www.w3.org/TR/skos-reference/",
    "http://www.w3.org/TR/odrl-vocab/",
    "http://purl.org/dc/terms/",
    "http://data.europa.eu/eli/ontology#",
    "http://data.europa.eu/m8g/",
)
"""What the terms build on, or are aligned with."""
_LITERAL = "rdfs:Literal"


def ontology() -> str:
    """Return the ontology as Turtle; equal schema gives equal bytes."""
    triples = sorted({Triple(*triple) for triple in _triples()}, key=_order)
    return terms.serialise(triples, form=RdfFormat.TURTLE).decode("utf-8")


def _order(triple: Triple) -> tuple[str, bool, str, str]:
    """Types come first in what is said of a term."""
    return str(triple.subject), triple.predicate != term("rdf:type"), str(triple.predicate), str(triple.object)


def _triples() -> Iterator[terms.Triple]:
    own = schema()
    yield from _header()
    for kind in own.entity_types.values():
        yield from _entity_kind(kind)
    for predicate in own.predicates.values():
        yield from _predicate(predicate)
    for record in own.records.values():
        yield from _record(record)
    for scheme in own.concepts.values():
        yield from _scheme(scheme)


def _header() -> Iterator[terms.Triple]:
    node = NamedNode(prefixes()["pg"])
    yield node, term("rdf:type"), term("owl:Ontology")
    for name in ("dcterms:title", "rdfs:label"):
        yield node, term(name), terms.english("protocolgraph: bodies, roles, duties and reporting lines")
    yield (
        node,
        term("dcterms:description"),
        terms.english(
            "Terms for what governance documents state, and for the words it was read from; "
            "they extend the W3C Organization Ontology, PROV-O and the Web Annotation Vocabulary."
        ),
    )
    yield node, term("vann:preferredNamespacePrefix"), terms.text(_OWN.rstrip(":"))
    yield node, term("vann:preferredNamespaceUri"), terms.text(node.value)
    yield node, term("dcterms:license"), NamedNode("https://spdx.org/licenses/MIT")
    for standard in _STANDARDS:
        yield node, term("dcterms:references"), NamedNode(standard)


def _labels(
    node: NamedNode, *, label: str, definition: str, example: str | None = None, notes: str | None = None
) -> Iterator[terms.Triple]:
    yield node, term("rdfs:label"), terms.english(label)
    yield node, term("skos:definition"), terms.english(definition)
    yield node, term("rdfs:isDefinedBy"), NamedNode(prefixes()["pg"])
    for name, text in (("skos:example", example), ("skos:note", notes)):
        if text is not None:
            yield node, term(name), terms.english(text)


def _ends(node: NamedNode, end: str, classes: Iterable[NamedNode]) -> Iterator[terms.Triple]:
    """The domain or range: one class holds of all that is there, of several each thing is of some."""
    found = tuple(classes)
    known = len(found) == 1 and found[0] != term("rdfs:Resource")
    for item in found:
        yield node, term(f"rdfs:{end}" if known else f"schema:{end}Includes"), item


def _matches(node: NamedNode, matches: Matches) -> Iterator[terms.Triple]:
    for mapping, targets in matches:
        for target in targets:
            yield node, term(mapping), term(target)


def _entity_kind(kind: EntityKind) -> Iterator[terms.Triple]:
    if not kind.rdf_class.startswith(_OWN):
        return
    node = term(kind.rdf_class)
    yield node, term("rdf:type"), term("owl:Class")
    yield from _labels(node, label=kind.label, definition=kind.definition, example=kind.example, notes=kind.notes)
    for broader in kind.broader:
        yield node, term("rdfs:subClassOf"), term(broader)
    yield from _matches(node, kind.matches)


def _predicate(predicate: Predicate) -> Iterator[terms.Triple]:
    """Only our own properties are defined; what an `also` states of some subjects only is a match."""
    if not predicate.property.startswith(_OWN):
        return
    node = term(predicate.property)
    yield node, term("rdf:type"), term("owl:ObjectProperty" if predicate.objects else "owl:DatatypeProperty")
    if predicate.symmetric:
        yield node, term("rdf:type"), term("owl:SymmetricProperty")
    yield from _labels(
        node, label=predicate.label, definition=predicate.definition, example=predicate.example, notes=predicate.notes
    )
    yield from _ends(node, "domain", map(_class, predicate.subjects))
    yield from _ends(node, "range", map(_class, predicate.objects) if predicate.objects else [term("xsd:string")])
    if predicate.inverse_label is not None and not predicate.symmetric:
        yield node, term("skos:altLabel"), terms.english(f"inverse: {predicate.inverse_label}")
    for also in predicate.also:
        whole = also.subjects == predicate.subjects and not also.unless
        yield node, term("rdfs:subPropertyOf" if whole else "skos:relatedMatch"), term(also.property)
    yield from _matches(node, predicate.matches)


def _class(kind: EntityType) -> NamedNode:
    return term(entity_types()[kind].rdf_class)


def _record(record: RecordClass) -> Iterator[terms.Triple]:
    if record.rdf_class is not None and record.rdf_class.startswith(_OWN):
        node = term(record.rdf_class)
        yield node, term("rdf:type"), term("owl:Class")
        yield from _labels(
            node, label=record.label, definition=record.definition, example=record.example, notes=record.notes
        )
        for broader in record.broader:
            yield node, term("rdfs:subClassOf"), term(broader)
        yield from _matches(node, record.matches)
    for item in record.properties:
        yield from _property(item, record.rdf_class)


def _property(item: Property, rdf_class: str | None) -> Iterator[terms.Triple]:
    node = term(item.property)
    kind = "owl:DatatypeProperty" if item.range.startswith("xsd:") or item.range == _LITERAL else "owl:ObjectProperty"
    yield node, term("rdf:type"), term("rdf:Property" if item.range == "rdfs:Resource" else kind)
    yield from _labels(node, label=item.label, definition=item.definition, example=item.example)
    yield from _ends(node, "range", [term(item.range)])
    yield from _ends(node, "domain", map(term, item.domains or ([rdf_class] if rdf_class else [])))
    for broader in item.broader:
        yield node, term("rdfs:subPropertyOf"), term(broader)
    yield from _matches(node, item.matches)


def _scheme(scheme: ConceptScheme) -> Iterator[terms.Triple]:
    node = NamedNode(f"{expand('pg:')}{scheme.name}-scheme")
    yield node, term("rdf:type"), term("skos:ConceptScheme")
    yield from _labels(node, label=scheme.label, definition=scheme.definition)
    for concept in scheme.concepts.values():
        own = term(concept.term)
        yield own, term("rdf:type"), term("skos:Concept")
        if scheme.rdf_class is not None:
            yield own, term("rdf:type"), term(scheme.rdf_class)
        yield own, term("skos:inScheme"), node
        yield own, term("skos:notation"), terms.text(concept.name)
        yield own, term("skos:prefLabel"), terms.english(concept.label)
        yield from _labels(own, label=concept.label, definition=concept.definition)
        yield from _matches(own, concept.matches)


def main(arguments: list[str]) -> None:
    """Write the ontology to the file that the only argument names."""
    (path,) = arguments
    Path(path).write_text(ontology(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
