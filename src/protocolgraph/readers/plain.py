"""Plain text: the canonical text is the file's own text, decoded, offset for offset."""

from __future__ import annotations

import codecs

import charset_normalizer

from protocolgraph.errors import ReadError
from protocolgraph.model import Document, Page
from protocolgraph.readers.base import finish, iter_paragraph_blocks, sha256

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64_000
"""Bytes that the guess of an encoding looks at."""
_MOST_CONTROLS = 0.01
"""Share of control characters above which a file is no text."""
_SPACES = frozenset("\t\n\r\f\v\x1c\x1d\x1e\x85")


def read_plain(data: bytes, name: str) -> Document:
    """Return the document of a plain text file; form feeds part its pages.

    Raises:
        ReadError: the file is empty, or is no text.

    """
    if not data.strip():
        raise ReadError(name, "is empty")
    text = decode(data, name)
    pages = split_pages(text)
    blocks = tuple(block for page in pages for block in iter_paragraph_blocks(text, page))
    return finish(Document(name, sha256(data), "text/plain", text, pages, blocks))


def decode(data: bytes, name: str) -> str:
    """Return the text of these bytes: by byte-order mark, else as UTF-8, else as guessed, else as Windows-1252.

    Raises:
        ReadError: the bytes are no text.

    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise ReadError(name, f"is not the {encoding} text that its first bytes announce") from error
    if b"\0" in data:
        raise ReadError(name, "is not a text file (it holds zero bytes)")
    text = _decode_unmarked(data)
    controls = sum(text.count(chr(code)) for code in range(32) if chr(code) not in _SPACES)
    if controls > _MOST_CONTROLS * len(text):
        raise ReadError(name, "is not a text file (it holds control characters)")
    return text


def _decode_unmarked(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    guess = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    for encoding in (guess.encoding if guess else "cp1252", "cp1252"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", errors="replace")


def split_pages(text: str) -> tuple[Page, ...]:
    """Return the pages that form feeds part; an empty page keeps its number."""
    pages: list[Page] = []
    start = 0
    for part in text.split("\f"):
        pages.append(Page(len(pages) + 1, start, start + len(part)))
        start += len(part) + 1
    return tuple(pages)
