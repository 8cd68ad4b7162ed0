"""Reads the documents of a gold set and compares what was read with what a careful reader wrote down."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from protocolgraph.analyse.evaluate import Evaluation, Gold, evaluate, load_gold, load_rows, load_texts
from protocolgraph.errors import ReadError, UsageError
from protocolgraph.graph.export.rows import iter_rows
from protocolgraph.model import Extraction
from protocolgraph.model.workspace import DocumentOverride, Workspace
from protocolgraph.pipeline.build import Progress, ProgressCallback, Step, make_extractor
from protocolgraph.pipeline.pool import iter_readings
from protocolgraph.pipeline.reading import Extracts, Failure, Outcome
from protocolgraph.pipeline.sources import Source
from protocolgraph.resolve import resolve


def measure(
    gold: str | Path,
    *,
    statements: str | Path | None = None,
    workers: int = 1,
    progress: ProgressCallback | None = None,
    extractor: Extracts | None = None,
) -> Evaluation:
    """Compare what is read in the documents of a gold set with its gold.

    No workspace file counts: what is measured is what the program reads by itself.

    Args:
        gold: folder of gold files (`NAME.json`), with the documents in it or below it.
        statements: an export in JSON Lines to measure, instead of reading the documents.
        workers: how many processes read.
        progress: called after each document.
        extractor: reads the statements, instead of the one made of the default model.

    Raises:
        UsageError: there is no gold there, a document of it is missing, or an input is malformed.
        ReadError: a document cannot be read.
        ModelError: the language model is not installed.

    """
    folder = Path(gold)
    golds = load_gold(folder)
    around = folder if folder.is_dir() else folder.parent
    if statements is not None:
        return evaluate(load_rows(Path(statements)), golds, load_texts(golds, around))
    tell = progress or (lambda _: None)
    extractions = []
    make = partial(make_extractor, extractor, None)
    here = extractor is not None and workers == 1
    readings = iter_readings(_sources(golds, around), make, workers=0 if here else workers)
    for done, (source, outcome) in enumerate(readings, start=1):
        extractions.append(_extraction(source, outcome))
        tell(Progress(Step.READ, done, len(golds), source.name))
    return evaluate(iter_rows(resolve(extractions, Workspace())), golds, load_texts(golds, around))


def _sources(golds: Sequence[Gold], folder: Path) -> list[Source]:
    files = {file.name: file for file in sorted(folder.rglob("*"), reverse=True)}
    for gold in golds:
        if gold.document not in files:
            raise UsageError(f"{folder}: the document {gold.document!r} of the gold is not there")
    return [Source(files[gold.document], gold.document, DocumentOverride()) for gold in golds]


def _extraction(source: Source, outcome: Outcome) -> Extraction:
    if isinstance(outcome, Failure):
        raise ReadError(source.name, outcome.reason)
    return outcome.extraction
