"""The files of records of an edition: copies of those in which something changes, and links to the others."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from zlib import crc32

from protocolgraph.graph.filing import AREAS, Filing, joined, open_filing

SHARED = "shared"
"""Name of the file of the home without a name: what many documents share."""
SUFFIX = ".db"
_FILES = 16
"""Over so many files the other homes are spread: each is looked through when something is looked for."""


def file_of(home: str) -> str:
    """Return the name of the file in which a home is."""
    return f"{crc32(home.encode('utf-8', 'surrogatepass')) % _FILES:x}" if home else SHARED


def link_or_copy(old: Path, new: Path) -> None:
    """Put a file that nobody changes any more in a second place."""
    try:
        os.link(old, new)
    except OSError:  # a file system without links
        shutil.copyfile(old, new)


@contextmanager
def open_filings(folder: Path, *, base: Path | None) -> Iterator[Filings]:
    """Give the files of records of an edition; they count for nothing unless it ends well.

    Args:
        folder: where they are to be; made here.
        base: where those are that the edition begins with; None if it begins empty.

    Raises:
        OSError: they cannot be written.

    """
    folder.mkdir()
    with ExitStack() as stack:
        filings = Filings(folder, base, stack)
        yield filings
    filings.take_over()


class Filings:
    """Files of records, each opened when something of it is asked for."""

    def __init__(self, folder: Path, base: Path | None, stack: ExitStack) -> None:
        self._folder, self._stack = folder, stack
        self._old = {} if base is None else {path.stem: path for path in sorted(base.glob(f"*{SUFFIX}"))}
        self._open: dict[str, Filing] = {}
        self._areas = {name: _areas(path) for name, path in self._old.items()}
        self.areas_before = _together(self._areas)
        """The areas of documents and entities in the files that the edition begins with."""

    def of(self, home: str) -> Filing:
        """Return the file in which a home is."""
        name = file_of(home)
        if name not in self._open:
            path, old = self._folder / f"{name}{SUFFIX}", self._old.get(name)
            if old is not None:
                shutil.copyfile(old, path)
            self._open[name] = self._stack.enter_context(open_filing(path, fresh=old is None))
        return self._open[name]

    def areas(self) -> set[str]:
        """Return the areas of documents and entities as they are now."""
        return _together({**self._areas, **{name: filing.areas() for name, filing in self._open.items()}})

    def take_over(self) -> None:
        """Put the files in which nothing changed beside the others."""
        for name, path in self._old.items():
            if name not in self._open:
                link_or_copy(path, self._folder / path.name)

    @property
    def fingerprint(self) -> str:
        """What tells these records from any others."""
        kept = (
            _read(path, "SELECT value FROM fingerprint") for name, path in self._old.items() if name not in self._open
        )
        return joined([*(one for found in kept for one in found), *(one.fingerprint for one in self._open.values())])


def _together(areas: dict[str, set[str]]) -> set[str]:
    return set[str]().union(*areas.values())


def _areas(path: Path) -> set[str]:
    return set(_read(path, AREAS))


def _read(path: Path, query: str) -> list[str]:
    """Return the values of a query of one column in a file that nobody changes."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            return [str(value) for (value,) in connection.execute(query)]
    except sqlite3.Error as error:
        raise OSError(f"{path.name}: {error}") from error
