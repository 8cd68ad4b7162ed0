"""The reference data in Turtle: `python -m protocolgraph.graph.reference_rdf FOLDER` writes a file for each table.

Kinds of bodies and posts are SKOS concepts, laws ELI legal resources, authorities and forces ORG
organisations under the addresses of the official statistics; equal rows give equal bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Triple

from protocolgraph import reference
from protocolgraph.graph import terms
from protocolgraph.graph.terms import term
from protocolgraph.reference import BodyKind, Law, LocalAuthority, Period, RoleKind, StatutoryDuty
from protocolgraph.vocab.schema import concepts

_REFERENCE = "https://w3id.org/protocolgraph/reference/"
_GEOGRAPHY = "http://statistics.data.gov.uk/id/statistical-geography/"


def _node(kind: str, identifier: str) -> NamedNode:
    return NamedNode(f"{_REFERENCE}{kind}/{identifier}")


def _period(node: NamedNode, period: Period) -> Iterator[terms.Triple]:
    for name, date in (("pg:inForceFrom", period.start), ("pg:inForceUntil", period.end)):
        if date is not None:
            yield node, term(name), terms.date(date)


def _source(node: NamedNode, source: str) -> Iterator[terms.Triple]:
    yield node, term("dcterms:source"), NamedNode(source) if source.startswith("http") else terms.text(source)


def _organisation(code: str, name: str, other: Iterable[str], source: str) -> Iterator[terms.Triple]:
    node = NamedNode(_GEOGRAPHY + code)
    yield node, term("rdf:type"), term("org:Organization")
    yield node, term("dcterms:identifier"), terms.text(code)
    yield node, term("skos:prefLabel"), terms.english(name)
    for word in other:
        yield node, term("skos:altLabel"), terms.english(word)
    yield from _source(node, source)


def _local_authority(item: LocalAuthority) -> Iterator[terms.Triple]:
    node = NamedNode(_GEOGRAPHY + item.code)
    yield from _organisation(item.code, item.council, [item.name], item.source)
    yield node, term("org:classification"), _node("kind", reference.body_kind_of_authority(item.kind).id)
    yield node, term("dcterms:spatial"), terms.english(item.region)
    for code in item.former_codes:
        yield node, term("skos:hiddenLabel"), terms.text(code)
    for code in item.successors:
        yield node, term("dcterms:isReplacedBy"), NamedNode(_GEOGRAPHY + code)
    yield from _period(node, item.period)


def local_authorities() -> Iterator[terms.Triple]:
    """Yield the local and combined authorities."""
    for item in reference.local_authorities():
        yield from _local_authority(item)
    for other in reference.combined_authorities():
        yield from _organisation(other.code, other.name, [], other.source)
        yield NamedNode(_GEOGRAPHY + other.code), term("org:classification"), _node("kind", "combined-authority")
        yield from _period(NamedNode(_GEOGRAPHY + other.code), other.period)


def police_forces() -> Iterator[terms.Triple]:
    """Yield the police forces."""
    for item in reference.police_forces():
        yield from _organisation(item.code, item.name, item.aliases, item.source)
        yield NamedNode(_GEOGRAPHY + item.code), term("org:classification"), _node("kind", "police-force")
        yield NamedNode(_GEOGRAPHY + item.code), term("dcterms:spatial"), terms.english(item.area)


def kinds() -> Iterator[terms.Triple]:
    """Yield the kinds of bodies and of posts, two concept schemes."""
    for scheme, label, found in (
        ("body-kinds", "kinds of bodies", reference.body_kinds()),
        ("role-kinds", "kinds of posts and offices", reference.role_kinds()),
    ):
        node = NamedNode(_REFERENCE + scheme)
        yield node, term("rdf:type"), term("skos:ConceptScheme")
        yield node, term("skos:prefLabel"), terms.english(label)
        for item in found:
            yield from _kind(item, node)


def _kind(item: BodyKind | RoleKind, scheme: NamedNode) -> Iterator[terms.Triple]:
    node = _node("kind", item.id)
    yield node, term("rdf:type"), term("skos:Concept")
    yield node, term("skos:inScheme"), scheme
    yield node, term("skos:notation"), terms.text(item.id)
    yield node, term("skos:prefLabel"), terms.english(item.label)
    yield node, term("skos:definition"), terms.english(item.definition)
    for word in item.words:
        yield node, term("skos:altLabel"), terms.english(word)
    for broader in item.broader:
        yield node, term("skos:broader"), _node("kind", broader)
    if not item.broader:
        yield node, term("skos:topConceptOf"), scheme
    if item.law is not None:
        yield node, term("pg:law"), _node("law", item.law)
    if item.provision is not None:
        yield node, term("pg:provision"), terms.text(item.provision)
    if isinstance(item, BodyKind):
        yield from _period(node, item.period)
        for successor in item.successors:
            yield node, term("dcterms:isReplacedBy"), _node("kind", successor)
    yield from _source(node, item.source)


def legislation() -> Iterator[terms.Triple]:
    """Yield the laws, with the provisions whose time differs."""
    for item in reference.laws():
        yield from _law(item)


def _law(item: Law) -> Iterator[terms.Triple]:
    node = _node("law", item.id)
    yield node, term("rdf:type"), term("eli:LegalResource")
    yield node, term("dcterms:title"), terms.english(item.citation)
    yield node, term("dcterms:type"), terms.text(item.kind)
    yield node, term("dcterms:description"), terms.english(item.subject)
    words = {"skos:altLabel": item.aliases, "eli:id_local": [item.number] if item.number else []}
    for name, values in words.items():
        for value in values:
            yield node, term(name), terms.text(value)
    links = {"dcterms:isReplacedBy": item.replaced_by, "eli:amended_by": item.amended_by}
    for name, others in links.items():
        for other in others:
            yield node, term(name), _node("law", other)
    dates = {
        "eli:date_document": item.made,
        "eli:first_date_entry_in_force": item.period.start,
        "eli:date_no_longer_in_force": item.period.end,
    }
    for name, date in dates.items():
        if date is not None:
            yield node, term(name), terms.date(date)
    for number, part in enumerate(item.provisions, 1):
        own = NamedNode(f"{node.value}#part-{number}")
        yield node, term("eli:has_part"), own
        yield own, term("rdf:type"), term("eli:LegalResourceSubdivision")
        yield own, term("dcterms:title"), terms.english(part.name)
        yield own, term("dcterms:description"), terms.english(part.subject)
        yield from _period(own, part.period)
    if item.note is not None:
        yield node, term("skos:note"), terms.english(item.note)
    yield node, term("pg:checked"), terms.boolean(value=item.checked)
    yield from _source(node, item.source)


def statutory_duties() -> Iterator[terms.Triple]:
    """Yield the statutory duties."""
    for item in reference.statutory_duties():
        yield from _duty(item)


def _duty(item: StatutoryDuty) -> Iterator[terms.Triple]:
    node = _node("duty", item.id)
    kinds = {found.id for found in reference.body_kinds()} | {found.id for found in reference.role_kinds()}
    yield node, term("rdf:type"), term("pg:StatutoryDuty")
    yield node, term("pg:bearerKind"), _node("kind", item.bearer)
    yield node, term("pg:modality"), term(concepts("modality")[item.modality].term)
    words: dict[str, str | None] = {
        "pg:action": item.action,
        "pg:object": item.object,
        "pg:text": item.text,
        "pg:frequency": item.frequency,
        "pg:condition": item.condition,
        "dcterms:subject": item.theme,
        "pg:provision": item.provision,
    }
    for name, value in words.items():
        if value is not None:
            yield node, term(name), terms.text(value)
    for recipient in item.recipients:
        known = recipient in kinds
        yield (
            node,
            term("pg:recipientKind" if known else "dcterms:audience"),
            _node("kind", recipient) if known else terms.text(recipient),
        )
    yield node, term("pg:law"), _node("law", item.law)
    yield from _period(node, item.period)
    yield node, term("pg:checked"), terms.boolean(value=item.checked)
    yield from _source(node, item.source)


FILES: dict[str, Callable[[], Iterator[terms.Triple]]] = {
    "kinds.ttl": kinds,
    "legislation.ttl": legislation,
    "local_authorities.ttl": local_authorities,
    "police_forces.ttl": police_forces,
    "statutory_duties.ttl": statutory_duties,
}
"""The Turtle files, and what each says."""


def turtle(name: str) -> str:
    """Return one of `FILES` as Turtle."""
    triples = sorted({Triple(*triple) for triple in FILES[name]()}, key=_order)
    return terms.serialise(triples, form=RdfFormat.TURTLE).decode("utf-8")


def _order(triple: Triple) -> tuple[str, bool, str, str]:
    return str(triple.subject), triple.predicate != term("rdf:type"), str(triple.predicate), str(triple.object)


def main(arguments: list[str]) -> None:
    """Write the files to the folder that the only argument names."""
    (folder,) = arguments
    for name in FILES:
        (Path(folder) / name).write_text(turtle(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
