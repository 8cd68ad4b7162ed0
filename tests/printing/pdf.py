"""Elements as PDF: one column or two, with a running header and page numbers."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from printing.source import Element

BODY, BOLD = "Helvetica", "Helvetica-Bold"
SIZE, LARGE = 10.0, 13.0
STEP, SPACE = 1.2, 8.0
MARGIN, GUTTER = 60.0, 24.0
TOP, FOOT = 90.0, 80.0
HANG = 22.0


class Printer:
    """Prints lines column by column, page by page."""

    def __init__(self, *, columns: int = 1, header: str = "") -> None:
        self.stream = io.BytesIO()
        self.canvas = Canvas(self.stream, pagesize=A4, invariant=1)
        self.columns, self.header = columns, header
        self.width = (A4[0] - 2 * MARGIN - (columns - 1) * GUTTER) / columns
        self.page, self.column, self.top = 1, 0, TOP

    def add(self, element: Element) -> None:
        """Print an element, its label hanging before its words."""
        font, size = (BOLD, LARGE) if element.heading else (BODY, SIZE)
        hang = HANG * max(1, element.depth) if element.label else 0.0
        for number, line in enumerate(_wrapped(element.text, font, size, self.width - hang)):
            self._make_room(size)
            left = MARGIN + self.column * (self.width + GUTTER)
            self.canvas.setFont(font, size)
            if not number and element.label:
                self.canvas.drawString(left + hang - HANG, A4[1] - self.top, element.label)
            self.canvas.drawString(left + hang, A4[1] - self.top, line)
            self.top += STEP * size
        self.top += SPACE

    def _make_room(self, size: float) -> None:
        if self.top + size < A4[1] - FOOT:
            return
        self.top = TOP
        self.column += 1
        if self.column == self.columns:
            self._end_page()

    def _end_page(self) -> None:
        self.canvas.setFont(BODY, 8)
        self.canvas.drawString(MARGIN, A4[1] - 40, self.header)
        self.canvas.drawString(A4[0] / 2, 40, f"Page {self.page}")
        self.canvas.showPage()
        self.page, self.column, self.top = self.page + 1, 0, TOP

    def bytes(self) -> bytes:
        """Return the file."""
        self._end_page()
        self.canvas.save()
        return self.stream.getvalue()


def _wrapped(text: str, font: str, size: float, width: float) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and stringWidth(longer, font, size) > width:
            yield line
            longer = word
        line = longer
    yield line


def pdf(elements: Sequence[Element], *, columns: int = 1) -> bytes:
    """Return the elements as a PDF file."""
    printer = Printer(columns=columns, header="For the meeting of the council in public")
    for element in elements:
        printer.add(element)
    return printer.bytes()
