"""Corrections of a graph: recorded in the workspace files of its documents, taken back, and applied at once."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from protocolgraph.errors import ProtocolGraphError, StoreError, UsageError
from protocolgraph.model.review import Recorded, Reviewed
from protocolgraph.model.workspace import AddedDuty, AddedFact, Correction, Workspace, correction_id
from protocolgraph.pipeline.build import rebuild
from protocolgraph.pipeline.judged import load_reviewed
from protocolgraph.pipeline.naming import distinct_names
from protocolgraph.pipeline.reading import Extracts
from protocolgraph.pipeline.sources import Catalogue, workspace_folders
from protocolgraph.readers import read
from protocolgraph.workspace import FILE_NAME, kind_of, load_workspace, place_quotes, record, told, undo

_ATTEMPTS, _PAUSE = 20, 0.25
"""How often, and after how many seconds, a rebuild is tried again while another build is writing."""


def _stamp(file: str | Path) -> tuple[int, int] | None:
    """What changes when a file is written; None if there is none."""
    try:
        found = os.stat(file)  # noqa: PTH116  asked for hundreds of times a page, where a path takes thrice as long
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


@dataclass(frozen=True, slots=True)
class _Listed:
    """The documents as their list has them."""

    stamp: tuple[int, int] | None = None
    names: Mapping[Path, str] = field(default_factory=dict)
    paths: Mapping[str, Path] = field(default_factory=dict)
    ones: Mapping[Path, Path] = field(default_factory=dict)
    """One of the documents of each folder: all in a folder have the same workspace file."""
    files: tuple[str, ...] = ()
    """Where their workspace files may be."""

    @classmethod
    def of(cls, stamp: tuple[int, int] | None, names: Mapping[Path, str]) -> _Listed:
        ones = {path.parent: path for path in names}
        folders = sorted({above for folder in ones for above in (folder, *folder.parents)})
        files = tuple(str(folder / FILE_NAME) for folder in folders)
        return cls(stamp, names, {name: path for path, name in names.items()}, ones, files)


class Desk:
    """Where reviewers of one graph work; may be used by several threads, and beside other processes."""

    def __init__(
        self, graph: str | Path, *, extractor: Extracts | None = None, elsewhere: Callable[[], bool] = lambda: False
    ) -> None:
        """Open the desk of the graph in a folder.

        Args:
            graph: the folder.
            extractor: reads documents that changed, instead of the one that the graph was built with.
            elsewhere: builds the graph with what is kept in another process, unless it is for this one; returns
                whether it did.

        """
        self._graph = Path(graph)
        self._extractor, self._elsewhere = extractor, elsewhere
        self._lock = threading.Lock()
        """Held while the graph is built: by one of this program's threads at a time."""
        self._writing = threading.Lock()
        """Held while a correction is kept or taken back: what this program's threads write need not be tried again."""
        self._looking = threading.Lock()
        self._looked: tuple[float, tuple[object, ...]] = (0.0, ())
        """When somebody last began to look whether files changed, and what was seen."""
        self._list = _Listed()
        self._known: tuple[object, tuple[Recorded, ...], Reviewed] = (None, (), Reviewed())

    def corrections(self) -> tuple[Recorded, ...]:
        """Return all corrections that hold for the graph's documents.

        Raises:
            WorkspaceError: a workspace file cannot be understood.

        """
        return self._as_they_are()[0]

    def _as_they_are(self) -> tuple[tuple[Recorded, ...], Reviewed]:
        """The corrections and what was judged, read anew when one of their files has changed."""
        stamp = (self.stamp(), _stamp(self._graph / "reviewed.json"))
        if stamp != self._known[0]:
            reviewed = load_reviewed(self._graph)
            self._known = (stamp, tuple(self._recorded(reviewed)), reviewed)
        return self._known[1:]

    def _recorded(self, reviewed: Reviewed) -> Iterator[Recorded]:
        idle = set(reviewed.idle)
        for item in self._all():
            key = correction_id(item)
            yield Recorded(key, kind_of(item), item, told(item), key in idle)

    def _all(self) -> Iterator[Correction]:
        for folder in self._folders():
            yield from load_workspace(folder).corrections()

    def reviewed(self) -> Reviewed:
        """Return what was judged, as the program read it when the graph was last built."""
        return self._as_they_are()[1]

    def stamp(self) -> tuple[object, ...]:
        """Return something that changes when a workspace file or the graph does.

        Of many that ask at once one looks at the files, which are hundreds: what was looked at after one asked holds.
        """
        asked = time.monotonic()
        with self._looking:
            if self._looked[0] <= asked:
                began = time.monotonic()
                files: tuple[str | Path, ...] = (*self._listed().files, self._graph / "current")
                self._looked = (began, tuple(_stamp(file) for file in files))
            return self._looked[1]

    def record(self, correction: Correction, *, documents: Iterable[str]) -> None:
        """Record a correction and apply it.

        Args:
            correction: what was decided.
            documents: the documents that it is about; it is kept in the workspace file of the first.

        Raises:
            UsageError: it states words that do not stand in their document.
            WorkspaceError: a workspace file cannot be read or written.
            StoreError: the graph cannot be written; the correction is kept for the next build.

        """
        self.keep(correction, documents=documents)
        self.apply_what_is_kept()

    def undo(self, key: str) -> Correction:
        """Take a correction back, apply what is left, and return it.

        Raises:
            UsageError: there is no such correction.
            WorkspaceError: a workspace file cannot be read or written.
            StoreError: the graph cannot be written; the next build does so.

        """
        gone = self.drop(key)
        self.apply_what_is_kept()
        return gone

    def keep(self, correction: Correction, *, documents: Iterable[str]) -> None:
        """Record a correction, to be applied later; arguments and errors as for `record`."""
        listed = self._listed()
        self._check_words(correction, listed.paths)
        named = sorted(name for name in documents if name in listed.paths) or sorted(listed.paths)[:1]
        if not named:
            raise UsageError("the graph has no documents whose corrections could be kept")
        folders = workspace_folders(listed.ones.values(), graph=self._graph)
        with self._writing:
            record(folders[listed.ones[listed.paths[named[0]].parent]], correction)

    def drop(self, key: str) -> Correction:
        """Take a correction back, which is to be applied later, and return it; errors as for `undo`."""
        with self._writing:
            for folder in self._folders():
                gone = undo(folder, key)
                if gone is not None:
                    return gone
        raise UsageError(f"{key}: there is no such correction; it may have been taken back by somebody else")

    def apply_what_is_kept(self) -> None:
        """Apply what was recorded.

        Raises:
            StoreError: the graph cannot be built with it, which the next build tries again.

        """
        try:
            self.apply()
        except ProtocolGraphError as error:
            raise StoreError(
                f"this is kept in {FILE_NAME}, but the graph could not be built with it: {error}"
            ) from error

    def apply(self) -> None:
        """Apply what others changed in the workspace files."""
        with self._lock:
            for attempt in range(1, _ATTEMPTS + 1):
                try:
                    if not self._elsewhere():
                        rebuild(self._graph, extractor=self._extractor)
                except StoreError:
                    if attempt == _ATTEMPTS:
                        raise
                    time.sleep(_PAUSE)
                else:
                    return

    def _listed(self) -> _Listed:
        """The documents, looked up anew when their list has changed."""
        file = self._graph / "documents.json"
        stamp = _stamp(file)
        if stamp is None or stamp != self._list.stamp:
            self._list = _Listed.of(stamp, distinct_names(Catalogue(file).load()))
        return self._list

    def _folders(self) -> list[Path]:
        return sorted(set(workspace_folders(self._listed().ones.values(), graph=self._graph).values()))

    def _check_words(self, correction: Correction, paths: Mapping[str, Path]) -> None:
        if not isinstance(correction, AddedFact | AddedDuty):
            return
        name = correction.document
        documents = {name: read(paths[name], name=name)} if name in paths else {}
        facts = (correction,) if isinstance(correction, AddedFact) else ()
        duties = (correction,) if isinstance(correction, AddedDuty) else ()
        for problem in place_quotes(Workspace(facts=facts, duties=duties), documents)[1]:
            raise UsageError(problem.removeprefix(f"{FILE_NAME}: [[add]]: ").removeprefix(f"{FILE_NAME}: [[add]] "))
