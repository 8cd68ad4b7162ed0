"""Files to documents. The only part that opens a document, and that knows the libraries for it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from protocolgraph.errors import ReadError
from protocolgraph.model import Document
from protocolgraph.readers.base import Reader
from protocolgraph.readers.finding import Found, find, holds_documents
from protocolgraph.readers.kinds import suffix_of


def _later(module: str, function: str) -> Reader:
    """Return a reader whose libraries are imported when its first document comes: a build of text needs none."""

    def read_later(data: bytes, name: str) -> Document:
        reader: Reader = getattr(import_module(f"protocolgraph.readers.{module}"), function)
        return reader(data, name)

    return read_later


READERS: dict[str, Reader] = {
    ".doc": _later("word", "read_doc"),
    ".docx": _later("word", "read_docx"),
    ".htm": _later("html", "read_html"),
    ".html": _later("html", "read_html"),
    ".md": _later("markdown", "read_markdown"),
    ".odt": _later("word", "read_odt"),
    ".pdf": _later("pdf", "read_pdf"),
    ".rtf": _later("word", "read_doc"),
    ".txt": _later("plain", "read_plain"),
}
"""Which reader reads files of which suffix."""

SUFFIXES = frozenset(READERS)
"""The suffixes of the files that can be read."""

LARGEST_FILE = 500_000_000
"""Bytes of the largest file that is opened."""
_TRIES = 3

__all__ = ["READERS", "SUFFIXES", "Found", "Reader", "any_documents", "find_documents", "read", "read_bytes", "survey"]


def read(path: Path, *, name: str | None = None, ocr: bool = False) -> Document:
    """Return the document in a file; `name` is what it is called, by default the file's name.

    With `ocr`, pages that are images are read by character recognition.

    Raises:
        ReadError: there is no such file, its format is not known, it cannot be read, or it keeps changing.

    """
    name = name or path.name
    return read_bytes(_steady_bytes(path, name), name, suffix=path.suffix, ocr=ocr)


def read_bytes(data: bytes, name: str, *, suffix: str = "", ocr: bool = False) -> Document:
    """Return the document that these bytes are; what they are counts more than the suffix, given or of the name.

    Raises:
        ReadError: their format is not known, or they cannot be read.

    """
    kind = suffix_of(data, (suffix or Path(name).suffix).lower(), name)
    reader = READERS.get(kind)
    if reader is None:
        raise ReadError(name, f"files of this kind cannot be read (only {', '.join(sorted(SUFFIXES))})")
    if ocr and kind == ".pdf":
        from protocolgraph.readers.pdf import read_pdf  # as the others, imported when it is needed

        return read_pdf(data, name, ocr=True)
    return reader(data, name)


def _steady_bytes(path: Path, name: str) -> bytes:
    """Return the bytes of a file that did not change while they were read."""
    try:
        for _ in range(_TRIES):
            before = path.stat()
            if before.st_size > LARGEST_FILE:
                raise ReadError(name, f"is larger than {LARGEST_FILE // 1_000_000} megabytes")
            data = path.read_bytes()
            if _same(before, path.stat()) and len(data) == before.st_size:
                return data
    except OSError as error:
        raise ReadError(name, f"cannot be opened ({error.strerror})") from error
    raise ReadError(name, "kept changing while it was read; build again when it is finished")


def _same(one: os.stat_result, other: os.stat_result) -> bool:
    return (one.st_size, one.st_mtime_ns, one.st_ino) == (other.st_size, other.st_mtime_ns, other.st_ino)


def survey(paths: Sequence[Path]) -> Found:
    """Return the documents among these files and below these folders, and why other files there are none.

    Raises:
        UsageError: a path is not there, or is neither a file nor a folder.

    """
    return find(paths, SUFFIXES)


def any_documents(paths: Sequence[Path]) -> bool:
    """Whether there is any document among these files and below these folders.

    Raises:
        UsageError: a path is not there, or is neither a file nor a folder.

    """
    return holds_documents(paths, SUFFIXES)


def find_documents(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the documents among these files and below these folders, sorted, each once.

    Raises:
        UsageError: a path is not there, or is neither a file nor a folder.

    """
    return survey(paths).documents
