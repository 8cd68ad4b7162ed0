"""Knowledge as RDF: one named graph per document, and one for what holds of the entities themselves.

A document's graph has the document's IRI as its name and holds everything that goes when the
document goes: its description, the names that it uses, its statements and their evidence. A fact
that is not negated is a direct triple and a node; a negated one is a node only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pyoxigraph import NamedNode, Quad, RdfFormat, parse
from pyoxigraph import Triple as OxigraphTriple

from protocolgraph.graph.statements import duty_triples, fact_triples, particular_triples
from protocolgraph.graph.terms import ENTITIES_GRAPH, area_iri, document_iri
from protocolgraph.graph.written import Triple, date, iri, line_of, term, text
from protocolgraph.model import DocumentInfo, Duty, Entity, Fact, Knowledge, NameUse, to_json
from protocolgraph.model.mark import NO_LAYOUT
from protocolgraph.vocab.schema import concepts, entity_types


def iter_quads(knowledge: Knowledge) -> Iterator[Quad]:
    """Yield the quads of all that is known, graph by graph; a quad may come twice."""
    for graph, triples in iter_graphs(knowledge):
        yield from quads_of(named_lines(graph, triples))


def iter_stored_quads(knowledge: Knowledge) -> Iterator[Quad]:
    """Yield the quads as a store holds them: the named graphs, and their union as the default graph.

    Oxigraph can take the union when it is asked, but counts a triple once for each document that
    states it, which SPARQL does not allow.
    """
    for graph, triples in iter_graphs(knowledge):
        yield from quads_of(stored_lines(graph, triples))


def named_lines(graph: str, triples: Iterable[Triple]) -> str:
    """Return the lines of N-Quads of a graph's triples."""
    end = f" {iri(graph)} .\n"
    return "".join([f"{line}{end}" for line in map(line_of, triples)])


def stored_lines(graph: str, triples: Iterable[Triple]) -> str:
    """Return the lines of N-Quads by which a store holds a graph's triples, two for each."""
    end = f" {iri(graph)} .\n"
    return "".join([f"{line}{end}{line} .\n" for line in map(line_of, triples)])


def quads_of(lines: str) -> Iterator[Quad]:
    """Return the quads that lines of N-Quads write.

    Raises:
        SyntaxError: something is no IRI.

    """
    return parse(lines.encode(), format=RdfFormat.N_QUADS)


def dataset_clause(documents: Iterable[str]) -> list[str]:
    """Return the FROM lines by which a query reads only what these documents state, and the entities' own graph."""
    graphs = [ENTITIES_GRAPH, *(document_iri(name) for name in documents)]
    return [f"FROM <{graph}>" for graph in graphs]


def sorted_quads(knowledge: Knowledge) -> list[Quad]:
    """Return each quad of the named graphs once, by graph, subject, predicate and object; types come first."""
    return sorted(set(iter_quads(knowledge)), key=lambda quad: (str(quad.graph_name), *_order(quad)))


def sorted_triples(knowledge: Knowledge) -> list[OxigraphTriple]:
    """Return each triple of the graphs' union once, by subject, predicate and object; types come first."""
    return sorted({quad.triple for quad in iter_quads(knowledge)}, key=_order)


def _order(item: Quad | OxigraphTriple) -> tuple[str, bool, str, str]:
    subject = item.subject.value if isinstance(item.subject, NamedNode) else str(item.subject)
    predicate = str(item.predicate)
    return subject, predicate != term("rdf:type"), predicate, str(item.object)


def iter_graphs(knowledge: Knowledge) -> Iterator[tuple[str, Iterator[Triple]]]:
    """Yield the IRIs of the named graphs that this knowledge makes, each with its triples."""
    yield ENTITIES_GRAPH, _entities_graph(knowledge)
    entities = {entity.id: entity for entity in knowledge.entities}
    statements, uses = _by_document(knowledge), _uses_by_document(knowledge)
    described = {document.name: document for document in knowledge.documents}
    for name in sorted({*described, *statements, *uses}):
        found = document_triples(name, described.get(name), uses.get(name, ()), statements.get(name, ()), entities)
        yield document_iri(name), found


def document_triples(
    name: str,
    info: DocumentInfo | None,
    uses: Iterable[NameUse],
    statements: Iterable[Fact | Duty],
    entities: Mapping[str, Entity],
) -> Iterator[Triple]:
    """Yield what a document's graph holds.

    Args:
        name: the document's.
        info: its description, if there is one.
        uses: the names that it uses.
        statements: what it states.
        entities: those that it names, by id.

    """
    node = iri(document_iri(name))
    if info is not None:
        yield from _document(node, info)
    yield from _names(node, uses, entities)
    for statement in statements:
        yield from _statement(statement, entities)


def _by_document(knowledge: Knowledge) -> Mapping[str, list[Fact | Duty]]:
    found: dict[str, list[Fact | Duty]] = defaultdict(list)
    statements: tuple[Fact | Duty, ...] = (*knowledge.facts, *knowledge.duties)
    for statement in statements:
        found[statement.evidence.document].append(statement)
    return found


def _uses_by_document(knowledge: Knowledge) -> Mapping[str, list[NameUse]]:
    found: dict[str, list[NameUse]] = defaultdict(list)
    for use in knowledge.uses:
        found[use.document].append(use)
    return found


def _statement(statement: Fact | Duty, entities: Mapping[str, Entity]) -> Iterator[Triple]:
    if isinstance(statement, Fact):
        return fact_triples(statement, entities)
    return duty_triples(statement, entities)


def _entities_graph(knowledge: Knowledge) -> Iterator[Triple]:
    areas = {document.area for document in knowledge.documents} | {entity.area for entity in knowledge.entities}
    for name in sorted(area for area in areas if area):
        yield from area_triples(name)
    for entity in knowledge.entities:
        yield from entity_triples(entity)


def area_triples(name: str) -> Iterator[Triple]:
    """Yield what holds of an area."""
    node = iri(area_iri(name))
    yield node, term("rdf:type"), term("pg:Area")
    yield node, term("skos:prefLabel"), text(name)


def entity_triples(entity: Entity) -> Iterator[Triple]:
    """Yield what holds of an entity whichever document names it."""
    node = iri(entity.id)
    kind = entity_types()[entity.type]
    for name in (kind.rdf_class, *kind.broader):
        yield node, term("rdf:type"), term(name)
    yield node, term("skos:prefLabel"), text(entity.name)
    for alias in entity.aliases:
        yield node, term("skos:altLabel"), text(alias)
    yield node, term("pg:scope"), term(concepts("scope")[entity.scope].term)
    if entity.area:
        yield node, term("pg:area"), iri(area_iri(entity.area))


def _document(node: str, document: DocumentInfo) -> Iterator[Triple]:
    yield node, term("rdf:type"), term("pg:Document")
    yield node, term("dcterms:identifier"), text(document.name)
    yield node, term("pg:kind"), text(document.kind)
    yield node, term("pg:sha256"), text(document.sha256)
    yield node, term("pg:readBy"), text(document.model)
    layout = replace(document.layout, particulars=())
    if layout != NO_LAYOUT:
        yield node, term("pg:layout"), text(to_json(layout))
    for number, particular in enumerate(document.layout.particulars, start=1):
        yield from particular_triples(node, number, particular)
    if document.title:
        yield node, term("dcterms:title"), text(document.title)
    if document.date:
        yield node, term("dcterms:date"), date(document.date)
    if document.area:
        yield node, term("pg:area"), iri(area_iri(document.area))


def _names(graph: str, uses: Iterable[NameUse], entities: Mapping[str, Entity]) -> Iterator[Triple]:
    for use in uses:
        node = iri(use.entity)
        yield graph, term("pg:mentions"), node
        preferred = entities[use.entity].name if use.entity in entities else None
        for name in use.names:
            yield node, term("skos:prefLabel" if name == preferred else "skos:altLabel"), text(name)
