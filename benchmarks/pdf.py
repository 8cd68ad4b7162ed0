"""PDF pages a second beside pdfplumber's own words and pdfium's own text; the order of the words; memory by pages.

The pages are invented text in one column and in two, two pages alone, and ruled tables. Order is the share of the words
that come in the order in which they were written (the longest common run of words, by difflib).
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, TypeVar

import pdfplumber
import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Table, TableStyle

from benchmarks.documents import make_document
from benchmarks.measuring import Contest, Row, child, rate
from protocolgraph.readers import read

T = TypeVar("T")
LONG, SHORT = (9000, 9100), (700, 710)
"""Words of the invented text: some twenty pages, and two."""
ROWS = 12
"""Lines of a ruled table."""
READ = "import sys; from pathlib import Path; from protocolgraph.readers import read; read(Path(sys.argv[1]))"
KINDS: dict[str, dict[str, Any]] = {
    "1 column": {"columns": 1},
    "2 columns": {"columns": 2},
    "2 pages": {"columns": 1, "words": SHORT},
    "ruled tables": {"columns": 1, "ruled": True},
}


def run(*, rounds: int, large: bool) -> list[Row]:
    """Measure."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as name:
        for what, options in KINDS.items():
            file = Path(name) / f"{what}.pdf"
            truth = write_pdf(file, **options)
            pages = _pages(file)
            who: dict[str, Callable[[], str]] = {
                "protocolgraph": lambda file=file: read(file).text,
                "pdfplumber's extract_words": lambda file=file: _plumbed(file),
                "pdfium's text": lambda file=file: _pdfium(file),
            }
            rows += Contest(f"PDF, {what}", "pages/s", {n: rate(pages, go) for n, go in who.items()}).rows(rounds)
            rows += [Row(f"PDF, {what}, words in order", n, "", (in_order(truth, go()),)) for n, go in who.items()]
        for copies in (1, 4, 16) if large else (1, 4):
            file = Path(name) / f"long-{copies}.pdf"
            write_pdf(file, columns=1, copies=copies)
            held = child("-c", READ, str(file)).megabytes
            rows.append(Row("PDF, megabytes held", f"{_pages(file)} pages", "MB", (held,)))
    return rows


def write_pdf(file: Path, *, columns: int, copies: int = 1, words: tuple[int, int] = LONG, ruled: bool = False) -> str:
    """Write an invented document as PDF, and return its words in order."""
    text = make_document(0, words=words).text
    width, height = A4
    each = (width - 100) / columns
    frames = [Frame(50 + number * each, 50, each - 10, height - 100) for number in range(columns)]
    document = BaseDocTemplate(str(file), pagesize=A4)
    document.addPageTemplates(PageTemplate(frames=frames))
    style = getSampleStyleSheet()["BodyText"]
    lines = [line for _ in range(copies) for line in text.splitlines() if line.strip()]
    paragraphs = [Paragraph(line, style) for line in lines]
    document.build(_tables(paragraphs) if ruled else paragraphs)
    return " ".join(lines)


def _tables(paragraphs: Sequence[Paragraph]) -> list[Table]:
    """Return the paragraphs in ruled tables of two columns."""
    pairs = batched(paragraphs, 2)
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return [Table(rows, style=style) for rows in batched(pairs, ROWS)]


def batched(items: Sequence[T], size: int) -> list[list[T]]:
    """Return the items in lists of so many."""
    return [list(items[at : at + size]) for at in range(0, len(items), size)]


def _pages(file: Path) -> int:
    document = pypdfium2.PdfDocument(file)
    try:
        return len(document)
    finally:
        document.close()


def _plumbed(file: Path) -> str:
    with pdfplumber.open(file) as document:
        return " ".join(word["text"] for page in document.pages for word in page.extract_words())


def _pdfium(file: Path) -> str:
    document = pypdfium2.PdfDocument(file)
    try:
        return " ".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def in_order(truth: str, found: str) -> float:
    """Return the share of the written words that were found in their order."""
    one, other = truth.split(), found.split()
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return round(sum(block.size for block in blocks) / len(one), 3)
