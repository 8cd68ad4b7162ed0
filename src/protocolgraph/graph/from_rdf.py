"""Knowledge from its RDF: the way back from `rdf`, for stores that hold nothing else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode, Quad

from protocolgraph.errors import StoreError
from protocolgraph.graph.statements import QUALIFIERS
from protocolgraph.graph.terms import ENTITIES_GRAPH, statement_id, term
from protocolgraph.model import (
    BASE,
    DocumentInfo,
    Duty,
    DutyContent,
    Entity,
    EntityType,
    Evidence,
    Fact,
    Knowledge,
    Layout,
    Modality,
    NameUse,
    Particular,
    Review,
    ReviewVerdict,
    Scope,
    Span,
    from_json,
)
from protocolgraph.model.mark import NO_LAYOUT
from protocolgraph.vocab.schema import concepts, entity_types, predicates

Node = NamedNode | Literal


class _Nodes:
    """The triples of one graph by subject and predicate."""

    def __init__(self) -> None:
        self._found: dict[str, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))

    def add(self, quad: Quad) -> None:
        """Take a triple in; blank nodes are none of ours."""
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            self._found[quad.subject.value][quad.predicate.value].append(quad.object)

    def of_type(self, name: str) -> list[str]:
        """The nodes of this class, sorted."""
        wanted = term(name)
        return sorted(node for node, found in self._found.items() if wanted in found.get(_RDF_TYPE, ()))

    def values(self, node: str, name: str) -> list[str]:
        """The values of a property, sorted."""
        return sorted(value.value for value in self._found[node].get(term(name).value, ()))

    def value(self, node: str, name: str) -> str:
        """The one value of a property; raises LookupError if there is none."""
        return self.values(node, name)[0]

    def get(self, node: str, name: str) -> str | None:
        """The value of a property, or None."""
        return next(iter(self.values(node, name)), None)

    def subjects(self, name: str) -> list[str]:
        """The nodes that have a property, sorted."""
        return sorted(node for node, found in self._found.items() if term(name).value in found)


_RDF_TYPE = term("rdf:type").value
_NUMBER = re.compile(r"(\d+)$")


def knowledge_of(quads: Iterable[Quad]) -> Knowledge:
    """Return the knowledge of which these are the quads; what is none of ours is left out.

    Raises:
        StoreError: the quads are not whole: something that a record needs is missing.

    """
    graphs: dict[str, _Nodes] = defaultdict(_Nodes)
    for quad in quads:
        if isinstance(quad.graph_name, NamedNode):
            graphs[quad.graph_name.value].add(quad)
    try:
        return _knowledge(graphs)
    except (LookupError, ValueError) as error:
        raise StoreError(f"the graph is not whole: {error}; make it anew with `protocolgraph build PATH`") from error


def _knowledge(graphs: Mapping[str, _Nodes]) -> Knowledge:
    entities = graphs.get(ENTITIES_GRAPH, _Nodes())
    documents, uses, mentioned = [], [], defaultdict(list)
    facts, duties = [], []
    areas = {node: entities.value(node, "skos:prefLabel") for node in entities.of_type("pg:Area")}
    for iri in sorted(graphs):
        nodes = graphs[iri]
        for document in nodes.of_type("pg:Document"):
            info = _document(nodes, document, areas)
            documents.append(info)
            for entity in nodes.values(document, "pg:mentions"):
                mentioned[entity].append(info.name)
                names = (*nodes.values(entity, "skos:prefLabel"), *nodes.values(entity, "skos:altLabel"))
                uses.append(NameUse(info.name, entity, tuple(sorted(names))))
        for node in nodes.of_type("pg:Statement"):
            if term("pg:Duty").value in nodes.values(node, "rdf:type"):
                duties.append(_duty(nodes, node))
            else:
                facts.append(_fact(nodes, node))
    return Knowledge(
        documents=tuple(sorted(documents, key=lambda item: item.name)),
        entities=tuple(_entity(entities, node, areas, mentioned) for node in entities.subjects("pg:scope")),
        uses=tuple(sorted(uses, key=lambda use: (use.document, use.entity))),
        facts=tuple(sorted(facts, key=lambda fact: fact.id)),
        duties=tuple(sorted(duties, key=lambda duty: duty.id)),
    )


def _document(nodes: _Nodes, iri: str, areas: Mapping[str, str]) -> DocumentInfo:
    area, layout = nodes.get(iri, "pg:area"), nodes.get(iri, "pg:layout")
    return DocumentInfo(
        name=nodes.value(iri, "dcterms:identifier"),
        sha256=nodes.value(iri, "pg:sha256"),
        title=nodes.get(iri, "dcterms:title"),
        date=nodes.get(iri, "dcterms:date"),
        area=None if area is None else areas[area],
        kind=nodes.value(iri, "pg:kind"),
        model=nodes.value(iri, "pg:readBy"),
        layout=replace(
            NO_LAYOUT if layout is None else from_json(Layout, layout),
            particulars=tuple(_particular(nodes, node) for node in _in_order(nodes, iri, "pg:particular")),
        ),
    )


def _particular(nodes: _Nodes, iri: str) -> Particular:
    part, places = nodes.get(iri, "pg:part"), _places(nodes, iri)
    return Particular(
        part=None if part is None else int(part),
        aspect=nodes.value(iri, "pg:aspect"),
        value=nodes.value(iri, "pg:value"),
        how=nodes.value(iri, "pg:readFrom"),
        confidence=float(nodes.value(iri, "pg:confidence")),
        evidence=places[0] if places else None,
    )


def _entity(nodes: _Nodes, iri: str, areas: Mapping[str, str], mentioned: Mapping[str, list[str]]) -> Entity:
    kinds = set(nodes.values(iri, "rdf:type"))
    area = nodes.get(iri, "pg:area")
    return Entity(
        id=iri,
        type=next(type for name, type in _types().items() if name in kinds),
        name=nodes.value(iri, "skos:prefLabel"),
        aliases=tuple(nodes.values(iri, "skos:altLabel")),
        area=None if area is None else areas[area],
        scope=Scope(_concepts("scope")[nodes.value(iri, "pg:scope")]),
        documents=tuple(sorted(mentioned.get(iri, ()))),
    )


def _fact(nodes: _Nodes, iri: str) -> Fact:
    predicate = _predicates()[nodes.value(iri, "rdf:predicate")]
    places = _places(nodes, iri)
    value = predicates()[predicate].value
    return Fact(
        id=statement_id(iri),
        subject=nodes.value(iri, "rdf:subject"),
        predicate=predicate,
        object=None if value else nodes.get(iri, "rdf:object"),
        qualifiers=_qualifiers(nodes, iri),
        negated=nodes.value(iri, "pg:negated") == "true",
        evidence=places[0],
        also=places[1:],
        reviews=_reviews(nodes, iri),
    )


def _duty(nodes: _Nodes, iri: str) -> Duty:
    places = _places(nodes, iri)
    content = DutyContent(
        modality=Modality(_concepts("modality")[nodes.value(iri, "pg:modality")]),
        action=nodes.value(iri, "pg:action"),
        text=nodes.value(iri, "pg:text"),
        object=nodes.get(iri, "pg:object"),
        frequency=nodes.get(iri, "pg:frequency"),
        condition=nodes.get(iri, "pg:condition"),
    )
    return Duty(
        id=statement_id(iri),
        bearer=nodes.value(iri, "pg:bearer"),
        content=content,
        to=tuple(nodes.values(iri, "pg:counterparty")),
        product=nodes.get(iri, "pg:product"),
        evidence=places[0],
        also=places[1:],
        reviews=_reviews(nodes, iri),
    )


def _qualifiers(nodes: _Nodes, iri: str) -> tuple[tuple[str, str], ...]:
    found = [(name, value) for name, property_ in QUALIFIERS.items() for value in nodes.values(iri, property_)]
    capacities = _concepts("capacity")
    named = [(name, capacities.get(value, value) if name == "capacity" else value) for name, value in found]
    others = [other.partition("=") for other in nodes.values(iri, "pg:qualifier")]
    return tuple(sorted((*named, *((name, value) for name, _, value in others))))


def _places(nodes: _Nodes, iri: str) -> tuple[Evidence, ...]:
    return tuple(_place(nodes, place) for place in _in_order(nodes, iri, "pg:evidence"))


def _in_order(nodes: _Nodes, iri: str, property_: str) -> list[str]:
    """Return the values of a property by the numbers at their ends."""
    return sorted(nodes.values(iri, property_), key=_last_number)


def _place(nodes: _Nodes, iri: str) -> Evidence:
    targets = _in_order(nodes, iri, "oa:hasTarget")
    page = nodes.get(iri, "pg:page")
    return Evidence(
        document=unquote(nodes.value(targets[0], "oa:hasSource").removeprefix(BASE + "document/")),
        spans=tuple(_span(nodes, target) for target in targets),
        quote=nodes.value(iri, "pg:quote"),
        section=nodes.get(iri, "pg:section"),
        page=None if page is None else int(page),
        rule=nodes.value(iri, "pg:rule"),
        confidence=float(nodes.value(iri, "pg:confidence")),
    )


def _span(nodes: _Nodes, target: str) -> Span:
    position = next(node for node in nodes.values(target, "oa:hasSelector") if node.endswith("-position"))
    return Span(int(nodes.value(position, "oa:start")), int(nodes.value(position, "oa:end")))


def _reviews(nodes: _Nodes, iri: str) -> tuple[Review, ...]:
    return tuple(_review(nodes, review) for review in _in_order(nodes, iri, "pg:review"))


def _review(nodes: _Nodes, iri: str) -> Review:
    return Review(
        verdict=ReviewVerdict(_concepts("verdict")[nodes.value(iri, "pg:verdict")]),
        who=nodes.value(nodes.value(iri, "prov:wasAssociatedWith"), "foaf:name"),
        when=nodes.value(iri, "dcterms:date"),
        why=nodes.value(iri, "pg:reason"),
    )


def _last_number(iri: str) -> int:
    number = _NUMBER.search(iri)
    return int(number[1]) if number else 0


@cache
def _types() -> dict[str, EntityType]:
    return {term(kind.rdf_class).value: type for type, kind in entity_types().items()}


@cache
def _predicates() -> dict[str, str]:
    return {term(item.property).value: name for name, item in predicates().items()}


@cache
def _concepts(scheme: str) -> dict[str, str]:
    return {term(concept.term).value: name for name, concept in concepts(scheme).items()}
