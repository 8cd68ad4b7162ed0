"""A PDF file to a document."""

from __future__ import annotations

import contextlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from protocolgraph.errors import ReadError
from protocolgraph.model import BlockKind, Document
from protocolgraph.readers.base import LONGEST, finish, sha256
from protocolgraph.readers.pdf.cells import Tables
from protocolgraph.readers.pdf.charts import joined_boxes
from protocolgraph.readers.pdf.drawing import read_drawing
from protocolgraph.readers.pdf.fields import read_fields
from protocolgraph.readers.pdf.furniture import find_furniture, without
from protocolgraph.readers.pdf.links import read_links
from protocolgraph.readers.pdf.looks import mark_looks
from protocolgraph.readers.pdf.ocr import recognise
from protocolgraph.readers.pdf.pages import lay_out_page
from protocolgraph.readers.pdf.paragraphs import Paragraph, line_of
from protocolgraph.readers.pdf.rules import find_tables, has_rules
from protocolgraph.readers.pdf.turns import ONE_AT_A_TIME
from protocolgraph.readers.pdf.words import PageWords, placer, read_words
from protocolgraph.readers.writing import Writer

_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?")
_CHARACTER = 5.0
_FARTHEST_IN = 90.0
_USUAL = 3
"""So many paragraphs that begin at one place make it an edge."""
_METADATA = (("CreationDate", "created"), ("ModDate", "modified"), ("Title", "title"))


def read_pdf(data: bytes, name: str, *, ocr: bool = False) -> Document:
    """Return the document of a PDF file; its canonical text has a line feed after each line, a form feed after a page.

    Columns stand one after the other, tables row by row; running headers, footers and page numbers
    stand at the end of their page, as furniture. With `ocr`, pages that are images are read by
    tesseract.

    Raises:
        ReadError: it is damaged, needs a password, or has no text at all (a scan).

    """
    if not data.strip():
        raise ReadError(name, "is empty")
    with ONE_AT_A_TIME, _open(data, name) as pdf:
        pages = list(_iter_pages(pdf, name, ocr=ocr))
        metadata = _metadata(pdf)
        unread = tuple(page.number for page in pages if page.damaged or (page.images and not page.words))
        recognised = [str(page.number) for page in pages if page.recognised]
        warnings = tuple(_unread(page) for page in pages if page.number in unread)
        if recognised:
            warnings += (f"read by character recognition, which errs: page {', '.join(recognised)}",)
        if not any(page.words for page in pages):
            raise ReadError(name, _no_text(pages))
        writer, joined = _write(pages)
    return finish(
        Document(
            name,
            sha256(data),
            "application/pdf",
            writer.text,
            tuple(writer.pages),
            tuple(writer.blocks),
            metadata,
            warnings,
            unread,
            tuple(page.number for page in pages if page.recognised),
            joined,
            tuple(link for page in pages for link in page.links),
        )
    )


def _unread(page: PageWords) -> str:
    how = "is damaged" if page.damaged else "is an image without text"
    return f"page {page.number} {how}: nothing was read from it"


def _no_text(pages: Sequence[PageWords]) -> str:
    if any(page.images for page in pages):
        return "has no text: its pages are images (a scan); ask for character recognition (--ocr)"
    return "holds no text"


@contextlib.contextmanager
def _open(data: bytes, name: str) -> Iterator[Any]:
    """Yield the open file.

    Raises:
        ReadError: it is no PDF, or it needs a password.

    """
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError(name, "is protected by a password") from error
        raise ReadError(name, "is not a PDF that can be read (damaged, or of another format)") from error
    try:
        yield pdf
    finally:
        pdf.close()


def _iter_pages(pdf: Any, name: str, *, ocr: bool) -> Iterator[PageWords]:
    """Yield the pages with their words; a page that is damaged is one without words."""
    held = 0
    for number in range(1, len(pdf) + 1):
        try:
            page = pdf[number - 1]
        except pypdfium2.PdfiumError:
            yield PageWords(number, 0.0, 0.0, [], [], damaged=True)
            continue
        try:
            words = read_words(page, number)
            place = placer(page)
            words.links = tuple(read_links(pdf, page, number, words.words, place)) if words.turn == 0 else ()
            words.words += read_fields(page, place)
            words.images = not words.words and _has_image(page)
            if ocr and words.images:
                words = recognise(page, number, name)
            drawing = read_drawing(page, place) if words.words else None
            words.drawing = drawing if drawing and has_rules(drawing) else None
        finally:
            page.close()
        held += sum(len(word.text) + 1 for word in words.words)
        if held > LONGEST:
            raise ReadError(name, f"holds more than {LONGEST // 1_000_000} million characters: split it")
        yield words


def _has_image(page: Any) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4))


def _metadata(pdf: Any) -> tuple[tuple[str, str], ...]:
    try:
        stored = pdf.get_metadata_dict()
    except UnicodeDecodeError:  # its bytes are damaged, and no word of them is worth a document
        return ()
    named = [(name, str(stored[key]).strip()) for key, name in _METADATA if stored.get(key)]
    return tuple(sorted((name, value if name == "title" else _iso(value)) for name, value in named if value))


def _iso(date: str) -> str:
    """Return a date as ISO 8601 writes it; as it stands where it is not as PDF wants it."""
    found = _DATE.match(date)
    if found is None:
        return date
    year, month, day, hour, minute = found.groups()
    return f"{year}-{month or '01'}-{day or '01'}" + (f"T{hour}:{minute}" if hour and minute else "")


def _write(pages: Sequence[PageWords]) -> tuple[Writer, tuple[tuple[int, int], ...]]:
    """Return what was written, and the numbers of the blocks that lines of charts join."""
    body = _body_size(pages)
    ruled = [find_tables(page) for page in pages]
    loose = [
        without(page.words, [line for table in found for line in table.lines])
        for page, found in zip(pages, ruled, strict=True)
    ]
    furniture = find_furniture(pages, loose, body)
    tables = Tables()
    laid = [
        lay_out_page(without(words, rows), found, tables, body)
        for words, rows, found in zip(loose, furniture, ruled, strict=True)
    ]
    writer = Writer()
    numbers: dict[int | None, int] = {}
    mark_looks(laid, body)
    edges = Counter(round(paragraph.lines[0].x0) for paragraphs in laid for paragraph in paragraphs)
    for page, paragraphs, rows in zip(pages, laid, furniture, strict=True):
        writer.begin_page(page.number, page.width, page.height)
        for paragraph in paragraphs:
            numbers[paragraph.box_id] = len(writer.blocks)
            _add(writer, paragraph, indent=_indent(paragraph, edges))
        for row in rows:
            _add(writer, Paragraph([line_of(row)], apart=True, kind=BlockKind.FURNITURE))
        for word in page.aslant:
            writer.add(word.text, kind=BlockKind.FURNITURE)
    writer.end_page()
    links = [pair for page, found in zip(pages, ruled, strict=True) for pair in joined_boxes(page, found)]
    known = [(numbers.get(id(one.grid)), numbers.get(id(other.grid))) for one, other in links]
    return writer, tuple((one, other) for one, other in known if one is not None and other is not None)


def _indent(paragraph: Paragraph, edges: Counter[int]) -> int:
    """Return how far a paragraph stands in from the edge of its column, in characters."""
    x0 = paragraph.lines[0].x0
    if paragraph.kind is not BlockKind.PARAGRAPH:
        return 0
    usual = [edge for edge, count in edges.items() if count >= _USUAL and x0 - _FARTHEST_IN <= edge <= x0 + 1]
    return max(0, round((x0 - min(usual, default=x0)) / _CHARACTER))


def _add(writer: Writer, paragraph: Paragraph, *, indent: int = 0) -> None:
    writer.add(
        "\n".join(line.text for line in paragraph.lines),
        kind=paragraph.kind,
        level=paragraph.level,
        label=paragraph.label,
        cell=paragraph.cell,
        apart=paragraph.apart,
        indent=indent,
        box=paragraph.box,
        size=paragraph.size,
        bold=paragraph.bold,
        continues=paragraph.continues,
    )


def _body_size(pages: Sequence[PageWords]) -> float:
    """Return the size of most letters."""
    sizes: dict[float, int] = {}
    for page in pages:
        for word in page.words:
            sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
    return max(sizes, key=lambda size: (sizes[size], -size))
