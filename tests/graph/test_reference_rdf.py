"""The reference data in Turtle: what the tables say, under terms that the ontology defines."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import RDF, SKOS, Graph, URIRef

from protocolgraph import reference
from protocolgraph.graph.ontology import ontology
from protocolgraph.graph.reference_rdf import FILES, main, turtle

ROOT = Path(__file__).parents[2]
PG = "https://w3id.org/protocolgraph/ns#"
ELI = "http://data.europa.eu/eli/ontology#"


@pytest.fixture(scope="module")
def graph() -> Graph:
    made = Graph()
    for name in FILES:
        made.parse(data=turtle(name), format="turtle")
    return made


@pytest.mark.parametrize("name", FILES)
def test_the_committed_file_is_what_the_table_says(name: str) -> None:
    committed = (ROOT / "ontologies" / "reference" / name).read_text(encoding="utf-8")
    assert committed == turtle(name), "the reference data changed: run `make ontology`"


def test_the_generator_writes_the_files(tmp_path: Path) -> None:
    main([str(tmp_path)])
    assert {path.name for path in tmp_path.iterdir()} == set(FILES)


def test_own_terms_are_those_of_the_ontology(graph: Graph) -> None:
    defined = {str(term) for term in Graph().parse(data=ontology(), format="turtle").subjects(RDF.type)}
    used = {str(term) for triple in graph for term in triple if str(term).startswith(PG)}
    assert used <= defined


def test_every_row_is_there_and_every_link_leads_to_one(graph: Graph) -> None:
    concepts, laws = (
        set(graph.subjects(RDF.type, SKOS.Concept)),
        set(graph.subjects(RDF.type, URIRef(ELI + "LegalResource"))),
    )
    assert len(concepts) == len(reference.body_kinds()) + len(reference.role_kinds())
    assert len(laws) == len(reference.laws())
    assert len(set(graph.subjects(RDF.type, URIRef(PG + "StatutoryDuty")))) == len(reference.statutory_duties())
    assert set(graph.objects(None, URIRef(PG + "bearerKind"))) <= concepts
    assert set(graph.objects(None, URIRef(PG + "recipientKind"))) <= concepts
    assert set(graph.objects(None, SKOS.broader)) <= concepts
    assert set(graph.objects(None, URIRef(PG + "law"))) <= laws


def test_every_row_has_its_source(graph: Graph) -> None:
    source = URIRef("http://purl.org/dc/terms/source")
    rows = [node for node in graph.subjects(RDF.type) if not re.search(r"#part-|-kinds$", str(node))]
    assert [node for node in rows if graph.value(node, source) is None] == []


def test_the_page_of_documentation_is_what_the_ontology_says(tmp_path: Path) -> None:
    """In a process of its own, for the tool that makes it sets up logging for all."""
    made = tmp_path / "page.html"
    script = ROOT / "scripts" / "make_ontology_page.py"
    subprocess.run([sys.executable, str(script), str(made)], check=True, capture_output=True)
    committed = ROOT / "docs" / "ontology" / "index.html"
    assert made.read_bytes() == committed.read_bytes(), "the ontology changed: run `make ontology`"
