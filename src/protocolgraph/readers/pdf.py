"""PDF by pdfplumber: words in lines, lines in blocks, with page, box, font size and bold."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from protocolgraph.errors import ReadError
from protocolgraph.model import Block, Box, Document, Page
from protocolgraph.readers.base import finish, sha256

_PARAGRAPH_GAP = 0.65
"""White space between two lines, in font sizes, above which they are two blocks."""
_INDENT = 6.0
"""Points by which a line must stand further in or out to begin a block."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    box: Box
    size: float
    bold: bool


def read_pdf(data: bytes, name: str) -> Document:
    """Return the document of a PDF file; its canonical text has a line feed after each line, a form feed after a page.

    Raises:
        ReadError: it is damaged, needs a password, or has no text at all (a scan).
    """
    if not data.strip():
        raise ReadError(name, "is empty")
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            pages = [(float(page.width), float(page.height), *_read_page(page)) for page in pdf.pages]
            metadata = _metadata(pdf.metadata)
    except PDFPasswordIncorrect as error:
        raise ReadError(name, "is protected by a password") from error
    except (PdfminerException, PDFException, ValueError, KeyError, TypeError, AssertionError, RecursionError) as error:
        if "PDFPasswordIncorrect" in repr(error):
            raise ReadError(name, "is protected by a password") from error
        raise ReadError(name, "is not a PDF that can be read (damaged, or of another format)") from error
    return _document(data, name, pages, metadata)


def _document(
    data: bytes, name: str, pages: list[tuple[float, float, list[_Line], bool]], metadata: tuple[tuple[str, str], ...]
) -> Document:
    text: list[str] = []
    offset = 0
    records: list[Page] = []
    blocks: list[Block] = []
    warnings: list[str] = []
    for number, (width, height, lines, images) in enumerate(pages, 1):
        start = offset
        for group in _iter_groups(lines):
            body = "\n".join(line.text for line in group)
            blocks.append(_block(group, offset, offset + len(body), number))
            text.append(body + "\n")
            offset += len(body) + 1
        if images and not lines:
            warnings.append(f"page {number} is an image without text: nothing was read from it")
        records.append(Page(number, start, offset, width, height))
        text.append("\f")
        offset += 1
    if not blocks:
        raise ReadError(name, "has no text: its pages are images (a scan); run character recognition on it first")
    whole = "".join(text)
    return finish(
        Document(
            name, sha256(data), "application/pdf", whole, tuple(records), tuple(blocks), metadata, tuple(warnings)
        )
    )


def _read_page(page: Any) -> tuple[list[_Line], bool]:
    """Return the lines of a page from top to bottom, and whether it holds images; the page's memory is freed."""
    words = page.dedupe_chars(tolerance=1).extract_words(
        x_tolerance_ratio=0.2, y_tolerance=3, keep_blank_chars=False, extra_attrs=["size", "fontname"]
    )
    images = bool(page.images)
    page.close()
    return [_line(row) for row in _rows(words)], images


def _rows(words: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Return the words by line: one line where they overlap in height by more than half of the lower of them."""
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda word: (round(word["bottom"]), word["x0"])):
        if rows and _same_line(rows[-1][-1], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: float(word["x0"])) for row in rows]


def _same_line(one: dict[str, Any], other: dict[str, Any]) -> bool:
    shared = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return bool(shared > 0.5 * min(one["bottom"] - one["top"], other["bottom"] - other["top"]))


def _line(words: list[dict[str, Any]]) -> _Line:
    widths: dict[float, int] = {}
    bold = 0
    for word in words:
        size = round(float(word["size"]), 1)
        widths[size] = widths.get(size, 0) + len(word["text"])
        bold += len(word["text"]) if "bold" in word["fontname"].lower() or "black" in word["fontname"].lower() else 0
    box = Box(
        round(min(float(word["x0"]) for word in words), 1),
        round(min(float(word["top"]) for word in words), 1),
        round(max(float(word["x1"]) for word in words), 1),
        round(max(float(word["bottom"]) for word in words), 1),
    )
    text = " ".join(word["text"].replace("\f", " ") for word in words)
    return _Line(text, box, max(widths, key=lambda size: (widths[size], size)), bold > 0.6 * sum(widths.values()))


def _iter_groups(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Yield runs of lines of one look with no white space between them."""
    group: list[_Line] = []
    for line in lines:
        if group and not _together(group, line):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _together(group: list[_Line], line: _Line) -> bool:
    last = group[-1]
    gap = line.box.top - last.box.bottom
    same_look = last.bold == line.bold and abs(last.size - line.size) < 0.6
    indented = len(group) > 1 and abs(line.box.x0 - last.box.x0) > _INDENT
    return same_look and gap < _PARAGRAPH_GAP * line.size and not indented


def _block(group: list[_Line], start: int, end: int, page: int) -> Block:
    box = Box(
        min(line.box.x0 for line in group),
        group[0].box.top,
        max(line.box.x1 for line in group),
        group[-1].box.bottom,
    )
    return Block(start, end, page, box=box, size=group[0].size, bold=group[0].bold)


def _metadata(stored: dict[str, Any] | None) -> tuple[tuple[str, str], ...]:
    kept = {"Title": "title", "CreationDate": "created", "ModDate": "modified"}
    return tuple(sorted((kept[key], str(value)) for key, value in (stored or {}).items() if key in kept and value))
