"""Zip archives that strangers made: looked at before anything in them is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from lzma import LZMAError

from protocolgraph.errors import ReadError

LARGEST = 400_000_000
"""Bytes that an archive may unpack to."""
_MOST_ENTRIES = 20_000
_STEEPEST = 250
"""Nothing that people write packs so many times smaller; what does is a bomb."""
_SMALL = 5_000_000
"""Entries that unpack to less do no harm, however they are packed."""
_ENCRYPTED = 0x1
UNPACKABLE = (zipfile.BadZipFile, zlib.error, LZMAError, EOFError, NotImplementedError)
"""What Python's library raises for an entry that is broken, each packing in its own way."""
DAMAGED = (*UNPACKABLE, OSError, ValueError, RuntimeError)
"""And what else it raises for a broken archive in memory."""


def open_archive(data: bytes, name: str) -> zipfile.ZipFile:
    """Return the open archive.

    Raises:
        ReadError: it is damaged, protected by a password, or unpacks to more than any document has.

    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except DAMAGED as error:
        raise ReadError(name, "is damaged (its archive cannot be opened)") from error
    entries = archive.infolist()
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise ReadError(name, "is protected by a password")
    steep = any(
        entry.file_size > _SMALL and entry.file_size > _STEEPEST * max(1, entry.compress_size) for entry in entries
    )
    if steep or len(entries) > _MOST_ENTRIES or sum(entry.file_size for entry in entries) > LARGEST:
        raise ReadError(name, "unpacks to far more than a document holds; it was not opened")
    return archive


def member(archive: zipfile.ZipFile, path: str, name: str) -> bytes | None:
    """Return the bytes of an entry, None if there is none.

    Raises:
        ReadError: the entry is damaged.

    """
    try:
        return archive.read(path)
    except KeyError:
        return None
    except DAMAGED as error:
        raise ReadError(name, f"is damaged ({path} cannot be unpacked)") from error
