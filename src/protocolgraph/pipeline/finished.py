"""The build that made the graph: what it was made of, and its report. The same build again has nothing to do."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from protocolgraph.files import write_whole
from protocolgraph.model import digest, from_json, to_dict, to_json
from protocolgraph.model.workspace import Workspace
from protocolgraph.pipeline.judged import BuildOptions
from protocolgraph.pipeline.report import BuildReport, Status
from protocolgraph.pipeline.sources import Source


@dataclass(frozen=True, slots=True)
class _Finished:
    inputs: str
    store: str
    report: BuildReport


def inputs_of(
    sources: Sequence[Source],
    hashes: Mapping[str, str | None],
    workspace: Workspace,
    options: BuildOptions,
    version: str,
) -> str | None:
    """Return a hash of all that a graph is made of; None if a document cannot be read.

    Args:
        sources: the documents and what holds for each.
        hashes: of their bytes, by name; None for what cannot be read.
        workspace: the settings and the reviewers' decisions.
        options: how the build was asked for.
        version: of the program, its libraries and its model.

    """
    if None in hashes.values():
        return None
    read = [(source.name, str(source.path), hashes[source.name], to_dict(source.override)) for source in sources]
    return digest(version, json.dumps([read, to_dict(workspace), to_dict(options)], sort_keys=True, default=str))


def save_finished(folder: Path, inputs: str | None, store: str | None, report: BuildReport) -> None:
    """Keep what a build did, if the same again would do nothing: nothing failed, and the store can be told."""
    if inputs is not None and store is not None and not report.failed:
        write_whole(folder / _FILE, to_json(_Finished(inputs, store, report)))


def load_finished(folder: Path, inputs: str | None, store: str | None) -> BuildReport | None:
    """Return the report of a build that changed nothing, if the graph was made of the same and is still there.

    Args:
        folder: of the graph.
        inputs: what it would be made of now, as `inputs_of`.
        store: name of what the store holds now.

    """
    try:
        found = from_json(_Finished, (folder / _FILE).read_bytes())
    except (OSError, ValueError):
        return None
    if None in (inputs, store) or (found.inputs, found.store) != (inputs, store):
        return None
    documents = (
        replace(document, status=Status.UNCHANGED) if document.status is Status.READ else document
        for document in found.report.documents
        if document.status is not Status.REMOVED
    )
    return replace(found.report, documents=tuple(documents))


_FILE = "finished.json"
