"""The library's own functions, for programs and notebooks."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path

from protocolgraph import readers
from protocolgraph.errors import ReadError
from protocolgraph.graph import Graph
from protocolgraph.model import Document
from protocolgraph.opening import open_graph
from protocolgraph.pipeline.build import DEFAULT_LIMITS, ProgressCallback
from protocolgraph.pipeline.build import build as update
from protocolgraph.pipeline.limits import Limits
from protocolgraph.pipeline.report import Status
from protocolgraph.settings import DEFAULT_GRAPH


def build(  # noqa: PLR0913  the options of the command, each by its name
    paths: str | Path | Sequence[str | Path],
    *,
    graph: str | Path = DEFAULT_GRAPH,
    workers: int = 1,
    scheduler: str | None = None,
    area: str | None = None,
    model: str | None = None,
    progress: ProgressCallback | None = None,
    limits: Limits = DEFAULT_LIMITS,
    people: bool = True,
    ocr: bool = False,
) -> Graph:
    """Update the graph in a folder with these documents, and open it.

    As `update`, which tells what was done with each document; here, each document that could not be
    read, or only in part, is a Python warning.

    Examples:
        >>> import protocolgraph as pg
        >>> g = pg.build("corpus")  # doctest: +SKIP
        >>> g.body("Corporate Parenting Panel").reports_to.names  # doctest: +SKIP

    Args:
        paths: a document or a folder of documents, or several.
        graph: folder of the graph, made if it is not there; or the URL of a SPARQL server.
        workers: how many processes read.
        scheduler: address of a Dask scheduler whose workers read, instead of processes here.
        area: where the documents' bodies act, for documents of which nothing else says it.
        model: name of an installed spaCy model; by default the small English one.
        progress: called after each step.
        limits: time and memory that reading one document may take.
        people: whether the graph holds people, and what is stated of them.
        ocr: whether pages that are images are read by character recognition (tesseract).

    Raises:
        ReadError: none of the documents can be read; the graph stays as it was.
        UsageError, WorkspaceError, ModelError, StoreError: as `update`.

    """
    several = [paths] if isinstance(paths, str | Path) else paths
    report = update(
        several,
        graph=graph,
        workers=workers,
        scheduler=scheduler,
        area=area,
        model=model,
        progress=progress,
        limits=limits,
        people=people,
        ocr=ocr,
    )
    if report.failed and not report.totals["documents"]:
        raise ReadError(report.failed[0].name, report.failed[0].reason or "cannot be read")
    for document in report.documents:
        if document.status is Status.SKIPPED:
            continue
        for line in (document.reason, *document.warnings):
            if line:
                warnings.warn(f"{document.name}: {line}", stacklevel=2)
    for problem in report.problems:
        warnings.warn(problem, stacklevel=2)
    return open_graph(graph)


def read(path: str | Path, *, ocr: bool = False) -> Document:
    """Return the document in a file: its canonical text, pages and blocks.

    With `ocr`, pages that are images are read by character recognition (tesseract).

    Raises:
        ReadError: there is no such file, its format is not known, or it cannot be read.

    """
    return readers.read(Path(path), ocr=ocr)
