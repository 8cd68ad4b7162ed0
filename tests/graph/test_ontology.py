import re
from pathlib import Path

import pytest
from factory import join_knowledge, make_knowledge
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, URIRef

from protocolgraph.graph.ontology import main, ontology
from protocolgraph.graph.rdf import iter_quads
from protocolgraph.vocab.schema import predicates, prefixes

FILE = Path(__file__).parents[2] / "ontologies" / "protocolgraph.ttl"
PG = prefixes()["pg"]


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph().parse(data=ontology(), format="turtle")


def test_the_committed_file_is_what_the_schema_says() -> None:
    assert FILE.read_text(encoding="utf-8") == ontology(), (
        "the schema changed: run `python -m protocolgraph.graph.ontology ontologies/protocolgraph.ttl`"
    )


def test_the_generator_writes_the_file(tmp_path: Path) -> None:
    main([str(tmp_path / "made.ttl")])
    assert (tmp_path / "made.ttl").read_bytes() == FILE.read_bytes()


def test_each_own_term_has_a_label_and_a_definition(graph: Graph) -> None:
    own = {subject for subject in graph.subjects() if str(subject).startswith(PG) and str(subject) != PG}
    assert len(own) > 60
    for term in own:
        assert graph.value(term, RDFS.label) is not None, term
        assert graph.value(term, SKOS.definition) is not None, term
        assert graph.value(term, RDF.type) is not None, term


def test_each_class_and_property_has_an_example(graph: Graph) -> None:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property)
    for term in {subject for kind in kinds for subject in graph.subjects(RDF.type, kind)}:
        assert graph.value(term, SKOS.example) is not None, term


def test_a_domain_of_one_class_is_said_and_of_several_only_hinted(graph: Graph) -> None:
    schema_org = prefixes()["schema"]
    funds, chairs, confidence = (URIRef(PG + name) for name in ("funds", "chairs", "confidence"))
    assert (funds, RDFS.domain, URIRef(PG + "Body")) in graph
    assert (funds, RDFS.range, URIRef(PG + "Body")) in graph
    for term in (chairs, confidence):
        assert not list(graph.objects(term, RDFS.domain))
        assert len(set(graph.objects(term, URIRef(schema_org + "domainIncludes")))) > 1


def test_no_own_term_is_used_without_a_definition(graph: Graph) -> None:
    defined = set(graph.subjects(RDF.type))
    used = {term for triple in graph for term in triple if isinstance(term, URIRef) and str(term).startswith(PG)}
    assert used <= defined


def test_what_a_graph_says_is_defined(graph: Graph) -> None:
    """Every term of ours in a graph with each predicate, each sort of duty and each qualifier is in the ontology."""
    names = {
        "body": "Board",
        "role": "Chair",
        "person": "Ms Roe",
        "publication": "Care Plan",
        "legislation": "Care Act",
    }
    facts = [
        f"{names[subject]} {denied}{item.name}{''.join(f' {names[target]} of B' for target in item.objects[:1])} "
        "[capacity=member; product=a plan; frequency=annual; amount=5; sense=x; date=2012; condition=c; other=y]"
        for item in predicates().values()
        for subject in item.subjects
        for denied in ("", "not ")
    ]
    duties = [f"Board {modality} act" for modality in ("must", "should", "may", "must_not", "will", "function")]
    knowledge = join_knowledge(make_knowledge(*facts, *duties))
    text = "\n".join(str(quad) for quad in iter_quads(knowledge))
    used = {URIRef(found) for found in re.findall(rf"<({re.escape(PG)}[^>]+)>", text)}
    assert len(used) > 40
    assert used <= set(graph.subjects(RDF.type))


def test_narrower_properties_say_what_they_narrow(graph: Graph) -> None:
    org = prefixes()["org"]
    for name in ("reportsTo", "accountableTo"):
        assert (URIRef(PG + name), RDFS.subPropertyOf, URIRef(org + "reportsTo")) in graph
    assert (URIRef(PG + "chairs"), RDFS.subPropertyOf, URIRef(org + "headOf")) not in graph
    assert (URIRef(PG + "chairs"), SKOS.relatedMatch, URIRef(org + "headOf")) in graph
    assert (URIRef(PG + "memberOf"), RDFS.subPropertyOf, URIRef(org + "memberOf")) not in graph
    assert (URIRef(PG + "peerOf"), RDF.type, OWL.SymmetricProperty) in graph


def test_there_are_no_blank_nodes(graph: Graph) -> None:
    assert not [term for triple in graph for term in triple if isinstance(term, BNode)]
