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
    documents: set[Path] = set()
    skipped: dict[Path, str] = {}
    for file, reason in _iter_files(paths, suffixes):
        if reason is None:
            documents.add(file)
        else:
            skipped[file] = reason
    left = {path: skipped[path] for path in _sorted(skipped) if path not in documents}
    return Found(tuple(_sorted(documents)), left)


def holds_documents(paths: Sequence[Path], suffixes: Iterable[str]) -> bool:
    """Whether there is any document among these files and below these folders; raises as `find`."""
    return any(reason is None for _, reason in _iter_files(paths, suffixes))


def _iter_files(paths: Sequence[Path], suffixes: Iterable[str]) -> Iterator[tuple[Path, str | None]]:
    """Yield the files at some paths, each with the reason why it is no document, None if it is one."""
    known = frozenset(suffixes)
    for path in [path for path in _expanded(paths) if _is_there(path)]:
        if path.is_dir():
            yield from ((Path(entry.path), _reason(entry, known)) for entry in _iter_folder(path))
        elif path.suffix.lower() != ARCHIVE:
            yield path, None


def _is_there(path: Path) -> bool:
    if not path.exists():
        raise UsageError(f"{path}: there is no such file or folder")
    if not path.is_dir() and not path.is_file():
        raise UsageError(f"{path}: is neither a file nor a folder")
    return True


def _sorted(paths: Iterable[Path]) -> list[Path]:
    return sorted(paths, key=lambda path: path.parts)


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


def _iter_folder(folder: str | Path) -> Iterator[os.DirEntry[str]]:
    """Yield the files below a folder that are not hidden, and the links to folders, which are not followed.

    What the system tells of a folder's entries at once need not be asked of each: there may be many thousands.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _iter_folder(entry.path)
        else:
            yield entry


def _reason(file: os.DirEntry[str], known: frozenset[str]) -> str | None:
    """Return why a file in a folder is no document, None if it may be one."""
    name, suffix = file.name.lower(), Path(file.name).suffix.lower()
    if file.is_symlink() and not Path(file.path).exists():
        return "a link that leads nowhere"
    if file.is_dir():
        return "a link to a folder, which is not followed"
    if not file.is_file():
        return "no ordinary file"
    if name in _ABOUT or name == _SETTINGS:
        return SETTINGS if name == _SETTINGS else "tells about the folder"
    if suffix == ARCHIVE:
        return "an archive: name it, and what is in it is read"
    return None if suffix in known else "files of this kind are not read"
