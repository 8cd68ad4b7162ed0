"""What every reader is: a function from a file's bytes and name to a document.

Invariant: all that is visible in `Document.text` stands in one of its blocks, the blocks are in
reading order and do not overlap, and so are the pages.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from protocolgraph.errors import ReadError
from protocolgraph.model import Block, Document, Page
from protocolgraph.text.english import looks_english
from protocolgraph.text.normalise import INVISIBLE

_SHAPELESS = "".join(sorted(INVISIBLE)) + " \t\u00a0"
NOT_ENGLISH = "does not look like English: statements will be few or wrong"
"""The warning that a document in another language carries."""


LONGEST = 10_000_000
"""Characters of the longest document that is read: some 4,000 pages. What is longer is a mistake, or many documents."""


class Reader(Protocol):
    """Reads one format."""

    def __call__(self, data: bytes, name: str) -> Document:
        """Return the document that these bytes are; `name` is the file's name.

        Raises:
            ReadError: the bytes are empty, damaged, protected or of another format.

        """


def finish(document: Document) -> Document:
    """Return a document that was just read with what is noted of any: whether it is English.

    Raises:
        ReadError: it holds no text at all, or more than `LONGEST`.

    """
    if len(document.text) > LONGEST:
        held, most = len(document.text) // 1_000_000, LONGEST // 1_000_000
        raise ReadError(document.name, f"holds {held} million characters, and {most} million are read: split it")
    if not document.blocks:
        raise ReadError(document.name, "holds no text")
    if looks_english(document.text):
        return document
    return replace(document, warnings=(*document.warnings, NOT_ENGLISH))


def sha256(data: bytes) -> str:
    """Return the hash by which a build sees that a file has changed."""
    return hashlib.sha256(data).hexdigest()


def iter_paragraph_blocks(text: str, page: Page) -> Iterator[Block]:
    """Yield the runs of non-blank lines of a page of plain text."""
    start = end = -1
    offset = page.start
    for line in text[page.start : page.end].splitlines(keepends=True):
        bare = line.rstrip()
        if bare and bare.strip(_SHAPELESS):
            start = offset if start < 0 else start
            end = offset + len(bare)
        elif start >= 0:
            yield Block(start, end, page.number)
            start = -1
        offset += len(line)
    if start >= 0:
        yield Block(start, end, page.number)
