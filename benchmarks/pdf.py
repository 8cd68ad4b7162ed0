"""PDF pages a second beside pdfplumber's own words and pdfium's own text; the order of the words; memory by pages.

The pages are invented text in one column and in two, without tables. Order is the share of the words that come in
the order in which they were written (the longest common run of words, by difflib).
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import pdfplumber
import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from benchmarks.documents import make_document
from benchmarks.measuring import Contest, Row, child, rate
from protocolgraph.readers import read

WORDS = (9000, 9100)
READ = "import sys; from pathlib import Path; from protocolgraph.readers import read; read(Path(sys.argv[1]))"


def run(*, rounds: int, large: bool) -> list[Row]:
    """Measure."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as name:
        for columns in (1, 2):
            file = Path(name) / f"{columns}.pdf"
            truth = write_pdf(file, columns=columns)
            pages = _pages(file)
            who: dict[str, Callable[[], str]] = {
                "protocolgraph": lambda file=file: read(file).text,
                "pdfplumber's extract_words": lambda file=file: _plumbed(file),
                "pdfium's text": lambda file=file: _pdfium(file),
            }
            what = f"{columns} column{'s' * (columns > 1)}"
            rows += Contest(f"PDF, {what}", "pages/s", {n: rate(pages, go) for n, go in who.items()}).rows(rounds)
            rows += [Row(f"PDF, {what}, words in order", n, "", (in_order(truth, go()),)) for n, go in who.items()]
        for copies in (1, 4, 16) if large else (1, 4):
            file = Path(name) / f"long-{copies}.pdf"
            write_pdf(file, columns=1, copies=copies)
            code = (
                "import sys; from pathlib import Path; from protocolgraph.readers import read; read(Path(sys.argv[1]))"
            )
            held = child("-c", code, str(file)).megabytes
            rows.append(Row("PDF, megabytes held", f"{_pages(file)} pages", "MB", (held,)))
    return rows


def write_pdf(file: Path, *, columns: int, copies: int = 1) -> str:
    """Write an invented document as PDF, and return its words in order."""
    text = make_document(0, words=WORDS).text
    width, height = A4
    each = (width - 100) / columns
    frames = [Frame(50 + number * each, 50, each - 10, height - 100) for number in range(columns)]
    document = BaseDocTemplate(str(file), pagesize=A4)
    document.addPageTemplates(PageTemplate(frames=frames))
    style = getSampleStyleSheet()["BodyText"]
    lines = [line for _ in range(copies) for line in text.splitlines() if line.strip()]
    document.build([Paragraph(line, style) for line in lines])
    return " ".join(lines)


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
