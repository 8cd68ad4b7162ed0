"""Where a statement stands: the picture of its page, its words marked."""

from __future__ import annotations

from pathlib import Path

from protocolgraph.errors import ReadError, UsageError
from protocolgraph.graph import open_graph
from protocolgraph.model import Evidence
from protocolgraph.pipeline.naming import distinct_names
from protocolgraph.pipeline.sources import Catalogue
from protocolgraph.readers.pdf.picture import draw_page
from protocolgraph.settings import DEFAULT_GRAPH

_SHORTEST = 6


def page_picture(
    document: str | Path, page: int, *, statement: str | None = None, graph: str | Path = DEFAULT_GRAPH
) -> bytes:
    """Return the picture of a page of a PDF document, as PNG.

    Args:
        document: a file, or the name that a document has in the graph.
        page: the page's number in the file, from 1.
        statement: id of a statement (or its beginning) whose words are marked.
        graph: folder of the graph that knows the document and the statement.

    Raises:
        ReadError: the file cannot be read.
        StoreError: the graph cannot be opened.
        UsageError: there is no such document, page or statement, or the words do not stand there.

    """
    path = document_path(document, graph)
    evidence = _evidence_of(statement, graph) if statement else None
    if evidence and evidence.page not in (None, page) and evidence.document == Path(document).name:
        raise UsageError(f"the words of this statement stand on page {evidence.page}")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(path.name, f"cannot be opened ({error.strerror})") from error
    if b"%PDF-" not in data[:1024]:
        raise UsageError(f"{path.name} is no PDF: only these have pages to show")
    return draw_page(data, page, path.name, quotes=[evidence.quote] if evidence else [])


def write_picture(file: Path, picture: bytes) -> None:
    """Write a picture, whole or not at all.

    Raises:
        UsageError: the file cannot be written.

    """
    fresh = file.with_name(f".{file.name}.tmp")
    try:
        fresh.write_bytes(picture)
        fresh.replace(file)
    except OSError as error:
        raise UsageError(f"{file}: cannot be written ({error.strerror})") from error


def document_path(document: str | Path, graph: str | Path) -> Path:
    """Return the file of a document.

    Args:
        document: a file, or the name that a document has in the graph.
        graph: folder of the graph.

    Raises:
        UsageError: there is neither.
        StoreError: the graph's list of documents is damaged.

    """
    if Path(document).is_file():
        return Path(document)
    known = distinct_names(Catalogue(Path(graph) / "documents.json").load())
    named = [path for path, name in known.items() if name == str(document)]
    if not named:
        raise UsageError(f"{document}: there is no such file, and no document of this name in the graph")
    return named[0]


def _evidence_of(statement: str, graph: str | Path) -> Evidence:
    wanted = statement.rpartition("/")[2]
    if len(wanted) < _SHORTEST:
        raise UsageError(f"{statement}: give at least {_SHORTEST} characters of a statement's id")
    found = open_graph(graph).beginning(wanted, most=1)
    if not found:
        raise UsageError(f"{statement}: no statement of the graph has this id")
    return found[0].evidence
