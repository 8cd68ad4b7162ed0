"""Writes the ontology's page of documentation: `make ontology` runs it."""

from __future__ import annotations

import sys
from pathlib import Path

from pylode import OntPub
from rdflib import RDF, SKOS, Graph

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "ontology" / "index.html"


def page() -> str:
    ontology = Graph().parse(ROOT / "ontologies" / "protocolgraph.ttl")
    # pyLODE takes each concept scheme for an ontology of its own, and gives the page all their titles.
    for scheme in list(ontology.subjects(RDF.type, SKOS.ConceptScheme)):
        ontology.remove((scheme, None, None))
    made = OntPub(ontology=ontology, sort_subjects=True).make_html()
    return "\n".join(line.rstrip() for line in str(made).splitlines()) + "\n"


def main(arguments: list[str]) -> None:
    """Write the page to the file that the argument names, else where the documentation has it."""
    target = Path(arguments[0]) if arguments else PAGE
    target.parent.mkdir(exist_ok=True)
    target.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
