"""PDF by pdfplumber: words in lines, lines in blocks, with page, box, font size and bold."""

from __future__ import annotations

import contextlib
import io
import itertools
import logging
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

_USUAL_STEP = 1.2
"""From one line to the next, in font sizes, where a page has too few wrapped lines to measure."""
_FEWEST_STEPS = 5
_WIDEST_STEP = 2.6
_WIDER = 1.25
"""A step so many times the usual one has white space in it."""
_TOUCHING = 0.12
"""Words that are no further apart, in font sizes, are one word."""
_INDENT = 6.0
"""Points by which a line must stand further in or out to begin a block."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    box: Box
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class _PageLines:
    width: float
    height: float
    lines: list[_Line]
    images: bool
    """Whether it holds an image."""


def read_pdf(data: bytes, name: str) -> Document:
    """Return the document of a PDF file; its canonical text has a line feed after each line, a form feed after a page.

    Raises:
        ReadError: it is damaged, needs a password, or has no text at all (a scan).

    """
    if not data.strip():
        raise ReadError(name, "is empty")
    try:
        with _quiet(), pdfplumber.open(io.BytesIO(data)) as pdf:
            pages = [_read_page(page) for page in pdf.pages]
            metadata = _metadata(pdf.metadata)
    except PDFPasswordIncorrect as error:
        raise ReadError(name, "is protected by a password") from error
    except (PdfminerException, PDFException, ValueError, KeyError, TypeError, AssertionError, RecursionError) as error:
        if "PDFPasswordIncorrect" in repr(error):
            raise ReadError(name, "is protected by a password") from error
        raise ReadError(name, "is not a PDF that can be read (damaged, or of another format)") from error
    return _document(data, name, pages, metadata)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep the library's remarks on faulty fonts and the like from the terminal."""
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _document(data: bytes, name: str, pages: list[_PageLines], metadata: tuple[tuple[str, str], ...]) -> Document:
    text: list[str] = []
    offset = 0
    records: list[Page] = []
    blocks: list[Block] = []
    warnings: list[str] = []
    for number, page in enumerate(pages, 1):
        start = offset
        for apart, group in _iter_groups(page.lines):
            body = "\n".join(line.text for line in group)
            space = "\n" if apart else ""
            offset += len(space)
            blocks.append(_block(group, offset, offset + len(body), number))
            text.append(f"{space}{body}\n")
            offset += len(body) + 1
        if page.images and not page.lines:
            warnings.append(f"page {number} is an image without text: nothing was read from it")
        records.append(Page(number, start, offset, page.width, page.height))
        text.append("\f")
        offset += 1
    if not blocks:
        raise ReadError(name, "has no text: its pages are images (a scan); run character recognition on it first")
    whole = "".join(text)
    return finish(
        Document(name, sha256(data), "application/pdf", whole, tuple(records), tuple(blocks), metadata, tuple(warnings))
    )


def _read_page(page: Any) -> _PageLines:
    """Return the lines of a page from top to bottom; the page's memory is freed."""
    words = page.dedupe_chars(tolerance=1).extract_words(
        x_tolerance_ratio=0.2, y_tolerance=3, keep_blank_chars=False, extra_attrs=["size", "fontname"]
    )
    lines = [_line(row) for row in _rows(words)]
    found = _PageLines(float(page.width), float(page.height), lines, bool(page.images))
    page.close()
    return found


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
    text = "".join(_space_before(words, at) + word["text"].replace("\f", " ") for at, word in enumerate(words))
    return _Line(text, box, max(widths, key=lambda size: (widths[size], size)), bold > 0.6 * sum(widths.values()))


def _space_before(words: list[dict[str, Any]], at: int) -> str:
    """Return the space before a word: none inside "24th", where only the size changes."""
    if not at:
        return ""
    before, word = words[at - 1], words[at]
    touching = float(word["x0"]) - float(before["x1"]) < _TOUCHING * float(before["size"])
    return "" if touching and not (word["text"].isdigit() and word["size"] < before["size"]) else " "


def _iter_groups(lines: list[_Line]) -> Iterator[tuple[bool, list[_Line]]]:
    """Yield runs of lines of one look with no white space between them, and whether white space stands before them."""
    group: list[_Line] = []
    apart = False
    usual = _usual_step(lines)
    for line in lines:
        if group and not _together(group, line, usual):
            yield apart, group
            apart = _is_apart(group[-1], line, usual)
            group = []
        group.append(line)
    if group:
        yield apart, group


def _usual_step(lines: list[_Line]) -> float:
    """Return the distance of the wrapped lines of this page from one to the next, in font sizes."""
    steps = sorted(
        step
        for before, line in itertools.pairwise(lines)
        if line.text[0].islower() and 0 < (step := (line.box.bottom - before.box.bottom) / line.size) < _WIDEST_STEP
    )
    return steps[len(steps) // 2] if len(steps) >= _FEWEST_STEPS else _USUAL_STEP


def _is_apart(before: _Line, line: _Line, usual: float) -> bool:
    """Whether white space stands between two lines."""
    return not 0 < (line.box.bottom - before.box.bottom) / line.size < _WIDER * usual


def _together(group: list[_Line], line: _Line, usual: float) -> bool:
    last = group[-1]
    same_look = last.bold == line.bold and abs(last.size - line.size) < 0.6
    indented = len(group) > 1 and abs(line.box.x0 - last.box.x0) > _INDENT
    return same_look and not indented and not _is_apart(last, line, usual)


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
