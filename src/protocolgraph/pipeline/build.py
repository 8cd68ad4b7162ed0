"""From documents to a graph on disk: find, read what changed, resolve everything, replace the graph."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path

from protocolgraph.errors import UsageError
from protocolgraph.graph import DiskStore, EndpointStore
from protocolgraph.model import Entity, digest, to_dict
from protocolgraph.model.review import Reviewed
from protocolgraph.model.workspace import Correction, Workspace, correction_id
from protocolgraph.opening import open_store, working_folder
from protocolgraph.pipeline.affected import affected_units
from protocolgraph.pipeline.cache import BUILDING_PARTS, ReadingCache, reading_version
from protocolgraph.pipeline.cluster import iter_cluster_readings
from protocolgraph.pipeline.finished import inputs_of, load_finished, save_finished
from protocolgraph.pipeline.inbox import STANDARD_INPUT, Inbox, iter_skipped
from protocolgraph.pipeline.judged import BuildOptions, load_options, save_options, save_reviewed
from protocolgraph.pipeline.kept import BUILDS, MARKS, KeptDocument, load_kept, load_marks
from protocolgraph.pipeline.limits import Limits
from protocolgraph.pipeline.naming import distinct_names, plain_name
from protocolgraph.pipeline.pool import iter_readings
from protocolgraph.pipeline.reading import Extracts
from protocolgraph.pipeline.readings import ReadChanged, Readings
from protocolgraph.pipeline.report import BuildReport, DocumentReport, Status, totals_of
from protocolgraph.pipeline.sources import Catalogue, Source, find_sources
from protocolgraph.pipeline.update import Update
from protocolgraph.readers import SUFFIXES, any_documents
from protocolgraph.readers.finding import ARCHIVE, SETTINGS
from protocolgraph.resolve import idle_names
from protocolgraph.settings import DEFAULT_GRAPH
from protocolgraph.workspace import FILE_NAME, kind_of, not_applied


class Step(StrEnum):
    """What a build is doing."""

    READ = "read"
    RESOLVE = "resolve"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build has come: `done` of `total` documents are read, `name` the last of them."""

    step: Step
    done: int
    total: int
    name: str | None = None


ProgressCallback = Callable[[Progress], None]
DEFAULT_LIMITS = Limits()


def build(  # noqa: PLR0913  the options of the whole program, each by its name
    paths: Sequence[str | Path],
    *,
    graph: str | Path = DEFAULT_GRAPH,
    workers: int = 1,
    scheduler: str | None = None,
    area: str | None = None,
    model: str | None = None,
    progress: ProgressCallback | None = None,
    extractor: Extracts | None = None,
    limits: Limits = DEFAULT_LIMITS,
    people: bool = True,
    ocr: bool = False,
) -> BuildReport:
    """Update a graph with these documents, and return what was done.

    Documents of earlier builds stay in the graph while their files are there; below the folders in
    `paths`, what is there now counts. A document is read again only when its bytes, its settings or
    the program changed. The same documents and settings give the same graph, byte for byte in every
    export, whatever the number of workers and the order in which they were named.

    A document that cannot be read is named in the report and left out; when none can be read, the
    graph stays as it was. A build that is stopped, at any moment, leaves the old graph or the new one.
    Each document is read in a process of its own kind, without network and within limits; one that
    breaks it, or needs more, is named, and the others are read.

    Args:
        paths: documents, folders and zip archives that hold documents, patterns with wildcards; "-"
            for a document from standard input.
        graph: folder of the graph, made if it is not there; or the URL of a SPARQL server.
        workers: how many processes read.
        scheduler: address of a Dask scheduler whose workers read ("tcp://HOST:8786"), instead of processes here.
        area: where the documents' bodies act, for documents of which nothing else says it.
        model: name of an installed spaCy model; by default the small English one.
        progress: called after each step, in this process.
        extractor: reads the statements, instead of the one made of `model`; with one worker, in this process.
        limits: time and memory that reading one document may take.
        people: whether the graph holds people, and what is stated of them.
        ocr: whether pages that are images are read by character recognition (tesseract).

    Raises:
        ReadError: an archive cannot be opened.
        UsageError: a path is not there, holds no document, `workers` is not positive, or the cluster cannot be used.
        WorkspaceError: a workspace file cannot be understood.
        ModelError: the language model is not installed.
        StoreError: the graph cannot be read or written, or another build is writing it.

    """
    if workers < 1:
        raise UsageError(f"{workers} workers cannot read anything; give 1 or more")
    roots = [Path(path) for path in paths]
    if not any_documents(_on_disk(roots)) and not any(map(_is_packed, roots)):
        raise UsageError(f"{', '.join(map(str, paths))}: no documents there ({_suffixes()})")
    how = _How(BuildOptions(people, ocr, model), workers, extractor, limits, progress or _say_nothing, scheduler)
    return _update(roots, graph, how, area=area)


def rebuild(
    graph: str | Path = DEFAULT_GRAPH, *, progress: ProgressCallback | None = None, extractor: Extracts | None = None
) -> BuildReport:
    """Update a graph with the documents that it is made of, as it was built; corrections made since are applied.

    Args:
        graph: folder of the graph, or the URL of a SPARQL server.
        progress: called after each step.
        extractor: as for `build`.

    Raises:
        WorkspaceError: a workspace file cannot be understood.
        ModelError: the language model is not installed.
        StoreError: the graph cannot be read or written, or another build is writing it.

    """
    how = _How(load_options(working_folder(graph)), 1, extractor, DEFAULT_LIMITS, progress or _say_nothing)
    return _update([], graph, how, area=None)


@dataclass(frozen=True, slots=True)
class _How:
    """How documents are read, and who is told."""

    options: BuildOptions
    workers: int
    extractor: Extracts | None
    limits: Limits
    tell: ProgressCallback
    scheduler: str | None = None


def _reading(how: _How) -> ReadChanged:
    """Return what reads documents: this process, several, or a cluster."""
    make = partial(make_extractor, how.extractor, how.options.model)
    if how.scheduler is not None:
        cluster = partial(iter_cluster_readings, scheduler=how.scheduler, model=how.options.model)
        return partial(cluster, make=make, limits=how.limits)
    own = 0 if how.extractor is not None and how.workers == 1 else how.workers
    return partial(iter_readings, make=make, workers=own, limits=how.limits)


def _update(roots: Sequence[Path], graph: str | Path, how: _How, *, area: str | None) -> BuildReport:
    store, folder, tell, options = open_store(graph), working_folder(graph), how.tell, how.options
    ocr, model, extractor = options.ocr, options.model, how.extractor
    with store.lock():
        opened, left = Inbox(folder / "inbox").open(roots)
        catalogue = Catalogue(folder / "documents.json")
        known = catalogue.load()
        found = find_sources(opened, area=area, known=known, ocr=ocr)
        areas, sources, workspace = found.areas, found.sources, found.workspace
        skipped = [*iter_skipped(left, roots), *iter_skipped(found.skipped, [root.absolute() for root in opened])]
        hashes = {source.name: _sha256(source.path) for source in sources}
        reader = extractor.model_name if extractor else model
        version = reading_version(reader, BUILDING_PARTS)
        inputs = inputs_of(sources, hashes, workspace, options, version)
        report = load_finished(folder, inputs, store.mark()) if set(known) == set(areas) else None
        if report is None:
            made = digest(version, json.dumps(to_dict(options), sort_keys=True))
            kept = replace(load_kept(store.notes(BUILDS), made), made=made)
            cache = ReadingCache(folder / "readings", reading_version(reader))
            keys = {source.name: _key(source, hashes[source.name]) for source in sources}
            readings = Readings(hashes, cache, _reading(how))
            update = Update(sources, keys, workspace, kept, readings, people=options.people)
            update.read(lambda done, total, name: tell(Progress(Step.READ, done, total, name)))
            tell(Progress(Step.RESOLVE, update.size, update.size))
            marks_of = partial(_marks, store)
            update.resolve(affected_units(kept.workspace, workspace, kept.units, _finder(store), marks_of))
            idle: Sequence[Correction] = ()
            if update.size:
                tell(Progress(Step.WRITE, len(sources), len(sources)))
                # First the list, then the graph: should this process end between the two, the next build ends its work.
                catalogue.save(_worth_knowing(areas, sources, update, known))
                save_options(folder, options)
                with store.edit(fresh=not kept.units) as edition:
                    update.write(edition)
                idle = (*idle_names(_entities(store, workspace), workspace), *update.idle())
                save_reviewed(folder, Reviewed(update.judged(), tuple(map(correction_id, idle))))
            report = _report(sources, update, removed=_removed(known, areas), idle=idle)
            if update.size:
                save_finished(folder, inputs, store.mark(), report)
                cache.drop_other_versions()
    return replace(report, documents=(*report.documents, *_skipped(skipped)))


def _key(source: Source, sha256: str | None) -> str:
    """Return a hash of all that the reading of a document depends on, but for the program."""
    return digest(source.name, sha256, json.dumps(to_dict(source.override), sort_keys=True), source.ocr)


def _finder(store: DiskStore | EndpointStore) -> Callable[[str], str | None]:
    """Return what tells which document makes a statement of the graph as it is."""

    def document_of(identifier: str) -> str | None:
        found = store.records().statement(identifier)
        return None if found is None else found.evidence.document

    return document_of


def _marks(store: DiskStore | EndpointStore) -> Mapping[str, frozenset[str]]:
    return load_marks(store.notes(MARKS))


def _entities(store: DiskStore | EndpointStore, workspace: Workspace) -> Iterable[Entity]:
    """Return the entities, if any decision is about names."""
    named = (workspace.aliases, workspace.merges, workspace.splits, workspace.renames)
    return store.records().entities() if any(named) else ()


def _on_disk(roots: Sequence[Path]) -> list[Path]:
    return [root for root in roots if root != STANDARD_INPUT]


def _is_packed(root: Path) -> bool:
    return root == STANDARD_INPUT or root.suffix.lower() == ARCHIVE


def _skipped(files: Sequence[tuple[str, str]]) -> list[DocumentReport]:
    return [
        DocumentReport(plain_name(name), Status.SKIPPED, reason) for name, reason in sorted(files) if reason != SETTINGS
    ]


def _say_nothing(progress: Progress) -> None:
    """Stand in for a callback that was not given."""


def _suffixes() -> str:
    return ", ".join(sorted(SUFFIXES))


def _worth_knowing(
    areas: Mapping[Path, str | None], sources: Sequence[Source], update: Update, known: Mapping[Path, str | None]
) -> dict[Path, str | None]:
    """Return the documents to look at again in each later build: not those that never could be read."""
    failed = {name for name, result in update.results.items() if result.status is Status.FAILED}
    never = {source.path for source in sources if source.name in failed and source.path not in known}
    return {path: area for path, area in areas.items() if path not in never}


def make_extractor(given: Extracts | None, model: str | None) -> Extracts:
    """Return the extractor that was given, or one made of a model (None for the default).

    Raises:
        ModelError: the language model is not installed.

    """
    if given is not None:
        return given
    from protocolgraph.extract import Extractor  # here, as spaCy takes a second to load and often nothing has changed

    return Extractor(model)


def _sha256(path: Path) -> str | None:
    """Return the hash of a file's bytes; None if it cannot be read, for reading it tells what is wrong with it."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _removed(known: Mapping[Path, str | None], areas: Mapping[Path, str | None]) -> list[str]:
    """Return the names, as they were, of the documents that are gone."""
    names = distinct_names(known)
    return [names[path] for path in known if path not in areas]


def _report(
    sources: Sequence[Source], update: Update, *, removed: Sequence[str], idle: Sequence[Correction]
) -> BuildReport:
    twins = _twins(sources, update.documents)
    documents = [_told(source.name, update, twins.get(source.name, ())) for source in sources]
    gone = [DocumentReport(name, Status.REMOVED) for name in sorted(removed)]
    told = tuple(f"{FILE_NAME}: {not_applied(item, kind_of(item))}" for item in idle)
    totals = totals_of(update.documents.values(), update.types())
    return BuildReport((*documents, *gone), totals, (*update.problems(), *told))


def _told(name: str, update: Update, twin: tuple[str, ...]) -> DocumentReport:
    found, result = update.documents.get(name), update.results.get(name)
    if found is None or (result and result.status is Status.FAILED):
        return DocumentReport(name, Status.FAILED, result.reason if result else None)
    unchanged = Status.PARTLY if found.unread else Status.UNCHANGED
    status = result.status if result else unchanged
    warnings = (*found.warnings, *twin)
    return DocumentReport(name, status, None, warnings, found.facts, found.duties, found.unread)


def _twins(sources: Sequence[Source], documents: Mapping[str, KeptDocument]) -> dict[str, tuple[str, ...]]:
    """Return a warning for each document that is a copy of an earlier one, whose statements then count twice."""
    first: dict[str, str] = {}
    found: dict[str, tuple[str, ...]] = {}
    for source in sources:
        if source.name in documents:
            sha256 = documents[source.name].sha256
            if first.setdefault(sha256, source.name) != source.name:
                found[source.name] = (f"is a copy of {first[sha256]}",)
    return found
