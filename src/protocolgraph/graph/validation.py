"""Checks a graph against the SHACL shapes of `ontologies/shapes/`, and says what is wrong in words."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyshacl
from rdflib import RDF, RDFS, SH, SKOS, Dataset, Graph, Literal, URIRef
from rdflib.term import Node
from rdflib.util import guess_format

from protocolgraph.errors import StoreError, UsageError
from protocolgraph.vocab.ontologies import ontologies
from protocolgraph.vocab.schema import expand, prefixes

_PROV_DOCUMENT = URIRef(expand("prov:wasDerivedFrom"))
_FILE_NAME = URIRef(expand("dcterms:identifier"))


@dataclass(frozen=True, slots=True)
class Violation:
    """One way in which a graph is not as the shapes say that every graph is."""

    shape: str
    """The shape's name, such as "DutyParts"."""
    node: str
    """IRI of what is wrong."""
    name: str
    """What a person calls it: its name, the file's name, or its short IRI."""
    message: str
    """What should hold, in words: "a duty: has one modality"."""
    path: str | None
    """The property that is wrong, with its prefix."""
    value: str | None
    """The value that is wrong."""
    document: str | None
    """Name of the document, for a statement."""


def validate_dataset(dataset: Dataset) -> tuple[Violation, ...]:
    """Return what is wrong with a dataset's graphs taken together, by node and shape; empty if nothing is."""
    return _violations(_merged(dataset))


def validate_file(path: str | Path) -> tuple[Violation, ...]:
    """Return what is wrong with a graph in a file, in any RDF format that its suffix names.

    Raises:
        UsageError: the file is not there, or it is not RDF of that format.

    """
    form = guess_format(str(path))
    if form is None:
        raise UsageError(f"{path}: the suffix names no RDF format; use .ttl, .trig, .nq, .nt, .jsonld or .rdf")
    # A date that is none is a violation, which we tell; rdflib tells it too, with a traceback.
    logging.getLogger("rdflib.term").setLevel(logging.ERROR)
    dataset = Dataset()
    try:
        dataset.parse(Path(path).resolve().as_uri(), format=form)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from error
    except Exception as error:  # each of rdflib's parsers raises errors of its own
        reason = " ".join(str(error).split())[:200]
        raise UsageError(f"{path}: cannot be read as RDF ({form}): {reason}") from error
    return _violations(_merged(dataset))


def _merged(dataset: Dataset) -> Graph:
    """All triples in one graph in memory, where the checks run many times as fast as over a store on disk."""
    merged = Graph()
    merged += ((subject, predicate, value) for subject, predicate, value, _ in dataset.quads())
    return merged


@cache
def shapes() -> Graph:
    """Return all shapes in one graph.

    Raises:
        VocabularyError: the folder is missing.

    """
    found = Graph()
    for file in sorted((ontologies() / "shapes").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".ttl"):
            found.parse(data=file.read_text(encoding="utf-8"), format="turtle")
    return found


def _violations(data: Graph) -> tuple[Violation, ...]:
    conforms, report, _ = pyshacl.validate(data, shacl_graph=shapes())
    if conforms:
        return ()
    if not isinstance(report, Graph):
        raise StoreError(f"The graph cannot be checked: {report}")
    found = {_violation(data, report, result) for result in report.subjects(RDF.type, SH.ValidationResult)}
    return tuple(sorted(found, key=lambda item: (item.node, item.shape, item.message, item.value or "")))


def _violation(data: Graph, report: Graph, result: Node) -> Violation:
    node = report.value(result, SH.focusNode)
    shape = _node_shape(report.value(result, SH.sourceShape))
    value, path = report.value(result, SH.value), report.value(result, SH.resultPath)
    about = shapes().value(shape, RDFS.label)
    return Violation(
        shape=str(shape).rpartition("#")[2],
        node=str(node),
        name=_name(data, node),
        message=f"{about}: {report.value(result, SH.resultMessage)}",
        path=_short(path) if isinstance(path, URIRef) else None,
        value=None if value is None or value == node else _name(data, value),
        document=_document(data, node if data.value(node, _PROV_DOCUMENT) else value),
    )


def _node_shape(shape: Node | None) -> Node | None:
    """A property shape is part of the node shape that names it, and that one has a name."""
    return shapes().value(predicate=SH.property, object=shape) or shape


def _name(data: Graph, node: Node | None) -> str:
    if isinstance(node, Literal):
        return str(node)
    return str(data.value(node, SKOS.prefLabel) or data.value(node, _FILE_NAME) or _short(node))


def _document(data: Graph, statement: Node | None) -> str | None:
    document = data.value(statement, _PROV_DOCUMENT)
    return None if document is None else _name(data, document)


def _short(node: Node | None) -> str:
    """An IRI with its prefix, where it has one."""
    text = str(node)
    for prefix, namespace in prefixes().items():
        if text.startswith(namespace):
            return f"{prefix}:{text.removeprefix(namespace)}"
    return text
