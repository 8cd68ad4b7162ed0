"""Files to documents. The only part that opens a document, and that knows the libraries for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from protocolgraph.errors import ReadError, UsageError
from protocolgraph.model import Document
from protocolgraph.readers.base import Reader
from protocolgraph.readers.pdf import read_pdf
from protocolgraph.readers.plain import read_plain

READERS: dict[str, Reader] = {
    ".md": read_plain,
    ".pdf": read_pdf,
    ".txt": read_plain,
}
"""Which reader reads files of which suffix."""

SUFFIXES = frozenset(READERS)
"""The suffixes of the files that can be read."""

_NOT_DOCUMENTS = frozenset({"protocolgraph.toml", "readme", "readme.md", "readme.txt"})

__all__ = ["READERS", "SUFFIXES", "Reader", "find_documents", "read"]


def read(path: Path, *, name: str | None = None) -> Document:
    """Return the document in a file; `name` is what it is called, by default the file's name.

    Raises:
        ReadError: there is no such file, its format is not known, or it cannot be read.

    """
    name = name or path.name
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise ReadError(name, f"files of this kind cannot be read (only {', '.join(sorted(SUFFIXES))})")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(name, f"cannot be opened ({error.strerror})") from error
    return reader(data, name)


def find_documents(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the documents among these files and below these folders, sorted, each once.

    A file that is named is returned whatever its suffix; in folders, hidden files, README files,
    the workspace file and files of other suffixes are passed over.

    Raises:
        UsageError: a path is not there, or is neither a file nor a folder.

    """
    found: set[Path] = set()
    for path in paths:
        if path.is_dir():
            found.update(_iter_folder(path))
        elif path.is_file():
            found.add(path)
        elif path.exists():
            raise UsageError(f"{path}: is neither a file nor a folder")
        else:
            raise UsageError(f"{path}: there is no such file or folder")
    return tuple(sorted(found))


def _iter_folder(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if (
            not hidden
            and path.is_file()
            and path.suffix.lower() in SUFFIXES
            and path.name.lower() not in _NOT_DOCUMENTS
        ):
            yield path
