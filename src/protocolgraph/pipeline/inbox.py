"""Documents that come in an archive or from standard input: laid down in the graph's folder, to be read from there."""

from __future__ import annotations

import hashlib
import shutil
import stat
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from protocolgraph.errors import StoreError, UsageError
from protocolgraph.readers import SUFFIXES
from protocolgraph.readers.archives import UNPACKABLE, open_archive
from protocolgraph.readers.finding import ARCHIVE
from protocolgraph.readers.kinds import suffix_of

STANDARD_INPUT = Path("-")
_LONGEST_NAME = 120
_MOST_INPUT = 500_000_000


class Inbox:
    """A folder with what was unpacked, archive by archive."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def open(self, roots: Sequence[Path]) -> tuple[list[Path], dict[Path, str]]:
        """Return the paths with archives and standard input replaced by what is in them, and what was left in them.

        Raises:
            ReadError: an archive is damaged, protected or a bomb.
            StoreError: there is no room for what is in it.
            UsageError: nothing comes from standard input.

        """
        try:
            return self._open(roots)
        except OSError as error:
            raise StoreError(f"{self._folder}: cannot be written ({error.strerror}); the graph is as it was") from error

    def _open(self, roots: Sequence[Path]) -> tuple[list[Path], dict[Path, str]]:
        found: list[Path] = []
        skipped: dict[Path, str] = {}
        for root in roots:
            if root == STANDARD_INPUT:
                found.append(self._take(sys.stdin.buffer.read(_MOST_INPUT)))
            elif root.suffix.lower() == ARCHIVE and root.is_file():
                found.append(self._unpack(root, skipped))
            else:
                found.append(root)
        return found, skipped

    def _take(self, data: bytes) -> Path:
        if not data.strip():
            raise UsageError("nothing came from standard input")
        suffix = suffix_of(data, ".txt", "standard input")
        file = self._folder / "input" / f"input-{hashlib.sha256(data).hexdigest()[:12]}{suffix}"
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(".tmp")
        fresh.write_bytes(data)
        fresh.replace(file)
        return file

    def _unpack(self, path: Path, skipped: dict[Path, str]) -> Path:
        """Lay down the documents of an archive in a folder of its own, in place of what an earlier build laid there."""
        place = hashlib.sha256(str(path.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:12]
        target = self._folder / place / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        with (
            open_archive(path.read_bytes(), path.name) as archive,
            tempfile.TemporaryDirectory(dir=self._folder) as fresh,
        ):
            made = Path(fresh, "unpacked")
            made.mkdir()
            for entry in archive.infolist():
                reason = _reason(entry)
                if reason:
                    skipped[path / entry.filename] = reason
                elif not entry.is_dir() and not _lay_down(archive, entry, made):
                    skipped[path / entry.filename] = "is damaged: it cannot be unpacked"
            shutil.rmtree(target, ignore_errors=True)
            made.replace(target)
        return target


def _reason(entry: zipfile.ZipInfo) -> str | None:
    """Return why an entry is not unpacked, None if it is."""
    if entry.is_dir():
        return None
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return "its path leads out of the archive"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "a link"
    if any(part.startswith((".", "__MACOSX")) for part in path.parts):
        return "hidden"
    if path.suffix.lower() == ARCHIVE:
        return "an archive in an archive"
    return None if path.suffix.lower() in SUFFIXES else "files of this kind are not read"


def _lay_down(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, folder: Path) -> bool:
    """Unpack an entry; return whether it could be."""
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    file = folder.joinpath(*map(_plain_name, path.parts))
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with archive.open(entry) as packed, file.open("wb") as unpacked:
            shutil.copyfileobj(packed, unpacked)
    except UNPACKABLE:
        file.unlink(missing_ok=True)
        return False
    return True


def _plain_name(part: str) -> str:
    """Return a name without control characters, and not longer than file systems bear."""
    plain = "".join(c if c.isprintable() else "_" for c in part)
    path = PurePosixPath(plain)
    return path.stem[:_LONGEST_NAME] + path.suffix[:10]


def iter_skipped(skipped: dict[Path, str], roots: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Yield the names of skipped files, told from the folder that they stand below, with the reasons."""
    for path, reason in skipped.items():
        root = next((root for root in roots if path.is_relative_to(root) and path != root), path.parent)
        yield path.relative_to(root).as_posix(), reason
