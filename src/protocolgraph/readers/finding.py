"""Which files are documents: those that are named, and those below the folders that are named."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from protocolgraph.errors import UsageError

_SETTINGS = "protocolgraph.toml"
SETTINGS = "the settings"
"""Why the workspace file is none; nobody needs to be told."""
_ABOUT = frozenset({"readme", "readme.md", "readme.txt"})
ARCHIVE = ".zip"
_MAGIC = re.compile(r"[*?[]")


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at some paths."""

    documents: tuple[Path, ...]
    """Sorted, each once."""
    skipped: dict[Path, str]
    """The other files, each with the reason why it is no document."""


def find(paths: Sequence[Path], suffixes: Iterable[str]) -> Found:
    """Return the documents among these files and below these folders.

    A file that is named is a document whatever its suffix, unless it is an archive; in folders,
    hidden files and the workspace file are passed over, and other files of no known suffix are
    skipped. Links to folders are not followed, so that none leads round in a circle.

    Raises:
        UsageError: a path is not there, or is neither a file nor a folder.

    """
    known = frozenset(suffixes)
    documents: set[Path] = set()
    skipped: dict[Path, str] = {}
    for path in _expanded(paths):
        if path.is_dir():
            for file in _iter_folder(path):
                reason = _reason(file, known)
                if reason is None:
                    documents.add(file)
                else:
                    skipped[file] = reason
        elif path.is_file():
            if path.suffix.lower() != ARCHIVE:
                documents.add(path)
        elif path.exists():
            raise UsageError(f"{path}: is neither a file nor a folder")
        else:
            raise UsageError(f"{path}: there is no such file or folder")
    left = {path: reason for path, reason in sorted(skipped.items()) if path not in documents}
    return Found(tuple(sorted(documents)), left)


def _expanded(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the paths; one that is not there and has wildcards stands for those that it fits."""
    for path in paths:
        if not path.exists() and _MAGIC.search(str(path)):
            fitting = sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor))))
            if not fitting:
                raise UsageError(f"{path}: no file fits this pattern")
            yield from fitting
        else:
            yield path


def _iter_folder(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder that are not hidden, and the links to folders, which are not followed."""
    for where, folders, files in os.walk(folder, followlinks=False):
        links = [name for name in folders if Path(where, name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in links)
        yield from (Path(where, name) for name in sorted([*files, *links]) if not name.startswith("."))


def _reason(file: Path, known: frozenset[str]) -> str | None:
    """Return why a file in a folder is no document, None if it may be one."""
    name, suffix = file.name.lower(), file.suffix.lower()
    if file.is_dir():
        return "a link to a folder, which is not followed"
    if file.is_symlink() and not file.exists():
        return "a link that leads nowhere"
    if not file.is_file():
        return "no ordinary file"
    if name in _ABOUT or name == _SETTINGS:
        return SETTINGS if name == _SETTINGS else "tells about the folder"
    if suffix == ARCHIVE:
        return "an archive: name it, and what is in it is read"
    return None if suffix in known else "files of this kind are not read"
