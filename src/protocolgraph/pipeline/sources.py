"""Which documents a graph is made of: those named now, and those that earlier builds were given.

A document's settings come from the nearest `protocolgraph.toml` at or above its folder, so they do
not depend on how the document was named.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from protocolgraph.errors import StoreError
from protocolgraph.model.workspace import DocumentOverride, DocumentPatterns, Workspace
from protocolgraph.pipeline.naming import distinct_names
from protocolgraph.readers import survey
from protocolgraph.workspace import FILE_NAME, load_workspace


@dataclass(frozen=True, slots=True)
class Source:
    """A document to read, and what holds for it."""

    path: Path
    name: str
    override: DocumentOverride
    ocr: bool = False
    """Whether pages that are images are read by character recognition."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a graph is made of."""

    areas: dict[Path, str | None]
    """The documents with the areas that they were given: the value of `known` for the next build."""
    sources: tuple[Source, ...]
    """In the order of their names."""
    workspace: Workspace
    """The settings of all their workspace files together."""
    skipped: dict[Path, str]
    """Other files below the roots, each with the reason why it is no document, but for those that settings skip."""


def find_sources(
    roots: Sequence[Path], *, area: str | None, known: Mapping[Path, str | None], ocr: bool = False
) -> Inputs:
    """Return the documents of a build, how each is to be read, and the settings of all.

    Args:
        roots: files and folders that this build was given.
        area: the area of the documents below them, where nothing else says it.
        known: documents of earlier builds, each with the area that it was given then. They stay,
            unless they stand below `roots` (then these say which there are) or their file is gone.
        ocr: whether pages that are images are read by character recognition.

    Raises:
        UsageError: a path is not there.
        WorkspaceError: a workspace file cannot be understood.

    """
    roots = [Path(os.path.normpath(root.absolute())) for root in roots]
    kept = {path: where for path, where in known.items() if not _below(path, roots) and path.is_file()}
    found = survey(roots)
    areas = {**kept, **dict.fromkeys(found.documents, area)}
    workspaces = _Workspaces()
    areas = {path: where for path, where in areas.items() if not workspaces.skips(path)}
    names = distinct_names(areas)
    sources = [
        Source(path, name, workspaces.override(path, name, area=areas[path]), ocr) for path, name in names.items()
    ]
    skipped = {path: reason for path, reason in found.skipped.items() if not workspaces.skips(path)}
    return Inputs(areas, tuple(sorted(sources, key=lambda source: source.name)), workspaces.together(), skipped)


def _below(path: Path, roots: Iterable[Path]) -> bool:
    return any(path.is_relative_to(root) for root in roots)


class _Workspaces:
    """The workspace files that the documents of one build stand under, each read once."""

    def __init__(self) -> None:
        self._loaded: dict[Path, Workspace] = {}
        self._patterns: dict[Path, DocumentPatterns] = {}
        self._folder_of = _WorkspaceFinder()
        self._said = cache(self._says)

    def override(self, path: Path, name: str, *, area: str | None) -> DocumentOverride:
        return self._said(path, name).over(DocumentOverride(area=area))

    def _says(self, path: Path, name: str) -> DocumentOverride:
        folder = self._folder_of(path.parent)
        if folder is None:
            return DocumentOverride()
        if folder not in self._loaded:
            self._loaded[folder] = load_workspace(folder)
            self._patterns[folder] = DocumentPatterns(self._loaded[folder].documents)
        return self._patterns[folder].override(name, path=path.relative_to(folder).as_posix())

    def skips(self, path: Path) -> bool:
        return self.override(path, path.name, area=None).skip

    def together(self) -> Workspace:
        parts = [self._loaded[folder] for folder in sorted(self._loaded)]
        return Workspace(
            **{f.name: tuple(x for part in parts for x in getattr(part, f.name)) for f in fields(Workspace)}
        )


def workspace_folders(documents: Iterable[Path], *, graph: Path) -> dict[Path, Path]:
    """Return for each document the folder of its workspace file; where there is none, where one is to be made.

    One that is made is beside the documents or above them, and never in the graph's own folder, where what came
    in an archive lies.
    """
    paths = list(documents)
    if not paths:
        return {}
    nearest = _WorkspaceFinder()
    outside = [path for path in paths if not path.is_relative_to(graph.absolute())]
    common = Path(os.path.commonpath([path.parent for path in outside])) if outside else graph.absolute().parent
    return {path: nearest(path.parent) or common for path in paths}


class _WorkspaceFinder:
    """Finds the nearest folder, at or above another, that has a workspace file; looks into each folder once."""

    def __init__(self) -> None:
        self._found: dict[Path, Path | None] = {}

    def __call__(self, folder: Path) -> Path | None:
        if folder not in self._found:
            here = (folder / FILE_NAME).is_file()
            above = self(folder.parent) if not here and folder.parent != folder else None
            self._found[folder] = folder if here else above
        return self._found[folder]


class Catalogue:
    """The file in which a graph's folder remembers its documents and the areas that they were given."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def load(self) -> dict[Path, str | None]:
        """Return the documents of the last build; none if there was no build.

        Raises:
            StoreError: the file is damaged.

        """
        try:
            entries = json.loads(self._file.read_text(encoding="utf-8"))
            return {Path(entry["path"]): entry["area"] for entry in entries}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise StoreError(f"{self._file}: damaged; remove this file and build from all documents again") from error

    def save(self, areas: Mapping[Path, str | None]) -> None:
        """Replace the list of documents, at once or not at all.

        Raises:
            StoreError: it cannot be written.

        """
        entries = [{"path": str(path), "area": areas[path]} for path in sorted(areas)]
        fresh = self._file.with_suffix(".tmp")
        try:
            fresh.write_text(json.dumps(entries, indent=1), encoding="utf-8")
            fresh.replace(self._file)
        except OSError as error:
            raise StoreError(f"{self._file}: cannot be written ({error.strerror}); the graph is as it was") from error
