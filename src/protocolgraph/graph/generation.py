"""A graph on disk, written so that a reader sees all of a build or nothing of it.

    FOLDER/current                   one line of JSON: format and name of the generation that counts
    FOLDER/lock                      held by the one process that writes
    FOLDER/generations/NAME/         manifest.json, records/ and oxigraph/, never changed once there
    FOLDER/generations/NAME.lock     held (shared) by each process that reads this generation

A build writes a new generation, or a copy of the last one with what changed, under a name that ends in
`.new`, syncs every file to the disk, renames it, and then replaces `current`: that one rename is the moment at
which the graph changes. Killed before it, the old graph stands; after it, the new one. What a killed build leaves
is removed by the next build, and so are generations that count no more, unless someone still reads them.
Nothing else in the folder is ever touched.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import pyoxigraph

from protocolgraph.errors import StoreError
from protocolgraph.graph.edition import RECORDS, STORE, Edition, open_edition
from protocolgraph.graph.filed import FiledRecords
from protocolgraph.locks import take_exclusive, take_shared
from protocolgraph.vocab.schema import schema

FORMAT = 9
"""Raised whenever the records, the RDF made of them or the layout of the folder change, so that no program reads
what another version wrote."""

_ATTEMPTS = 5
"""How often a reader looks again when builds replace the graph under its hands."""

_UNNAMED = "0" * 64
"""Name of a generation that is being written: its own is known when its records are."""

_OURS = re.compile(r"[0-9a-f]{64}(-\d+)?(\.new|\.old)?")


@dataclass(frozen=True, slots=True)
class Generation:
    """One build's graph, open for reading; it stays as it is, whatever is built meanwhile."""

    folder: Path
    store: pyoxigraph.Store
    records: FiledRecords
    handle: BinaryIO
    """Holds the shared lock."""

    @classmethod
    def open(cls, folder: Path) -> Generation:
        """Open the generation that counts.

        Raises:
            StoreError: there is no graph, or it is damaged or of another version.

        """
        for _ in range(_ATTEMPTS):
            name = current_name(folder)
            if name is None:
                raise StoreError(f"{folder}: there is no graph here; make one with `protocolgraph build PATH`")
            with suppress(OSError):
                return cls._open(folder / "generations", name)
            if current_name(folder) == name:
                break
        raise damaged(folder)

    @classmethod
    def _open(cls, generations: Path, name: str) -> Generation:
        handle = take_shared(generations / f"{name}.lock")
        if handle is None:
            raise FileNotFoundError(name)
        try:
            return cls(generations / name, *_open_whole(generations / name), handle)
        except BaseException:  # whatever stops the opening, the lock is let go, and it is raised again
            handle.close()
            raise

    def close(self) -> None:
        """Let go of the generation, so that a later build may remove it."""
        self.records.close()
        self.handle.close()


def current_name(folder: Path) -> str | None:
    """Return the name of the generation that counts, or None if no graph was ever written here.

    Raises:
        StoreError: the graph is damaged or of another version.

    """
    try:
        pointer = json.loads((folder / "current").read_text(encoding="utf-8"))
        written, name = pointer["format"], pointer["generation"]
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise StoreError(f"{folder}: the graph cannot be read ({error.strerror})") from error
    except (ValueError, TypeError, KeyError) as error:
        raise damaged(folder) from error
    if written != FORMAT:
        raise StoreError(
            f"{folder}: the graph was made by another version of the program (format {written}, not {FORMAT}); "
            "make it anew with `protocolgraph build PATH`"
        )
    if not isinstance(name, str) or not _OURS.fullmatch(name):
        raise damaged(folder)
    return name


@contextmanager
def new_generation(folder: Path, *, fresh: bool) -> Iterator[Edition]:
    """Give an edition, and make it the graph in the folder when all is put. The caller holds the folder's lock.

    Args:
        folder: of the graph.
        fresh: whether it begins empty, and not as the graph that counts.

    Raises:
        OSError: something cannot be written; the graph is as it was.

    """
    generations = folder / "generations"
    generations.mkdir(exist_ok=True)
    current = whole_name(folder)
    _sweep(generations, keep=_current_or_none(folder))
    new = generations / f"{_UNNAMED}.new"
    new.mkdir()
    base = None if fresh or current is None else generations / current
    with open_edition(new, base=base) as edition:
        yield edition
    name = _digest(edition.fingerprint)
    if current is not None and current.partition("-")[0] == name and not edition.changed:
        _remove(new)
        return
    name = _free_name(generations, name)
    _complete(new)
    (generations / f"{name}.lock").touch()
    new.rename(generations / name)
    _sync_folder(generations)
    _point(folder, name)
    _sweep(generations, keep=name)


def whole_name(folder: Path) -> str | None:
    """Return the name of the generation that counts, if all of it is there."""
    name = _current_or_none(folder)
    return name if name is not None and _is_whole(folder / "generations" / name) else None


def damaged(folder: Path) -> StoreError:
    """Return the error that says so and what to do; records of another vocabulary look no different."""
    return StoreError(
        f"{folder}: the graph is damaged, or another version of the program made it; make it anew "
        "with `protocolgraph build PATH`"
    )


def _current_or_none(folder: Path) -> str | None:
    """A graph that is damaged or of another version is no reason not to write a good one."""
    try:
        return current_name(folder)
    except StoreError:
        return None


def _digest(fingerprint: str) -> str:
    """Equal records, vocabulary and format have an equal name: then there is nothing to write."""
    return hashlib.sha256(f"{FORMAT}\n{schema()!r}\n{fingerprint}".encode()).hexdigest()


def _free_name(generations: Path, name: str) -> str:
    """The digest itself is taken when its folder is damaged, or still read since an earlier build."""
    free, count = name, 0
    while (generations / free).exists():
        count += 1
        free = f"{name}-{count}"
    return free


def _complete(new: Path) -> None:
    """Write the manifest, and make everything last."""
    manifest = {"files": {path.relative_to(new).as_posix(): path.stat().st_size for path in _files(new)}}
    (new / "manifest.json").write_text(json.dumps(manifest, indent=1, sort_keys=True), encoding="utf-8")
    for path in _files(new):
        _sync_file(path)
    for path in (new / STORE, new / RECORDS, new):
        _sync_folder(path)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _point(folder: Path, name: str) -> None:
    """Make this generation the one that counts, in one step."""
    new = folder / "current.new"
    new.write_text(json.dumps({"format": FORMAT, "generation": name}) + "\n", encoding="utf-8")
    _sync_file(new)
    new.replace(folder / "current")
    _sync_folder(folder)


def _check(generation: Path) -> None:
    """Raise OSError unless every file of the generation is there, as long as it was written."""
    try:
        manifest = json.loads((generation / "manifest.json").read_bytes())
        sizes: Mapping[str, Any] = manifest["files"]
    except (ValueError, TypeError, KeyError) as error:
        raise OSError("the manifest cannot be read") from error
    for name, size in sizes.items():
        if (generation / name).stat().st_size != size:
            raise OSError(f"{name} has another length")


def _open_whole(generation: Path) -> tuple[pyoxigraph.Store, FiledRecords]:
    """Open the store and the records of a generation; raise OSError unless all of the generation is there."""
    _check(generation)
    try:
        records = FiledRecords(generation / RECORDS, lambda: damaged(generation.parents[1]))
        if _digest(records.fingerprint) != generation.name.partition("-")[0]:
            raise OSError("the records are those of another generation")
        return pyoxigraph.Store.read_only(str(generation / STORE)), records
    except (RuntimeError, StoreError) as error:
        raise OSError(str(error)) from error


def _is_whole(generation: Path) -> bool:
    try:
        _, records = _open_whole(generation)
    except OSError:
        return False
    records.close()
    return True


def _sweep(generations: Path, *, keep: str | None) -> None:
    """Remove what counts no more; what cannot be removed now is left for the next build."""
    for path in sorted(generations.iterdir()):
        name = path.name.removesuffix(".lock")
        if name == keep or not _OURS.fullmatch(name):
            continue
        with suppress(OSError):
            _remove(path)


def _remove(path: Path) -> None:
    if path.suffix in (".new", ".old"):
        shutil.rmtree(path)
    elif path.suffix == ".lock":
        if not path.with_suffix("").exists():
            path.unlink()
    elif (handle := take_exclusive(path.with_name(path.name + ".lock"))) is not None:
        with handle:
            # A folder with open files cannot be moved on Windows, so a reader there is not robbed of half of them.
            old = path.rename(path.with_name(path.name + ".old"))
            shutil.rmtree(old)
            path.with_name(path.name + ".lock").unlink()


def _sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    """Make the names in a folder last; Windows does so by itself and cannot open folders."""
    if os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
