"""A report as a Word document."""

from __future__ import annotations

import io
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from protocolgraph.errors import UsageError
from protocolgraph.graph import source_line
from protocolgraph.model import Evidence
from protocolgraph.present.report.content import (
    Block,
    Figure,
    Grid,
    Labelled,
    Listing,
    Paragraph,
    Phrase,
    Phrases,
    Quoted,
    Report,
    Section,
    plain,
)
from protocolgraph.present.report.drawing import DOTS, pictured
from protocolgraph.text.normalise import collapse

_WIDTH_CM = 18.0
"""What A4 leaves between the margins."""
_MARGIN_CM = 1.5
_ABOVE_A_GRID = 10
"""Points above the title of a table, which may follow another one."""
_UNTOLD = 72
"""Dots an inch that a picture is taken to have if it does not say."""


def report_docx(report: Report) -> bytes:
    """Return a report as a Word document; the words that it cites stand numbered at its end.

    Raises:
        UsageError: python-docx or pygraphviz is not installed.

    """
    try:
        docx = import_module("docx")
    except ImportError as error:
        raise UsageError("To write Word documents, install python-docx: pip install 'protocolgraph[report]'") from error
    writer = _Writer(docx)
    writer.write(report)
    stream = io.BytesIO()
    writer.file.save(stream)
    return _without_times(stream.getvalue())


def _without_times(file: bytes) -> bytes:
    """Return a zip file whose parts have no times of writing, so that the same report is the same bytes."""
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(file)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(ZipInfo(part.filename), old.read(part), ZIP_DEFLATED)
    return stream.getvalue()


class _Writer:
    """Adds blocks to a Word file."""

    def __init__(self, docx: ModuleType) -> None:
        self._docx, self._units = docx, docx.shared
        self.file = docx.Document()

    def write(self, report: Report) -> None:
        self._prepare(report)
        self.file.add_heading(_clean(report.title), 0)
        self.file.add_paragraph(_clean(report.about) + ".")
        for section in (*report.sections, *report.appendices):
            self._section(section, 1)
        self.file.add_heading("The words", 1)
        for number, place in enumerate(report.notes, start=1):
            self._paragraph(plain(f"{number}. {_quote(place)}"))

    def _prepare(self, report: Report) -> None:
        properties = self.file.core_properties
        properties.title, properties.author = _clean(report.title), "protocolgraph"
        properties.comments = ""
        cm = self._units.Cm
        page = self.file.sections[0]
        page.page_width, page.page_height = cm(21), cm(29.7)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = cm(_MARGIN_CM)
        self.file.styles["Normal"].font.size = self._units.Pt(10)

    def _section(self, section: Section, level: int) -> None:
        self.file.add_heading(_clean(section.title), level)
        for block in section.blocks:
            self._block(block, level)

    def _block(self, block: Block, level: int) -> None:
        match block:
            case Section():
                self._section(block, min(level + 1, 9))
            case Paragraph(phrases):
                self._paragraph(phrases)
            case Listing(items=items):
                for item in items:
                    self._paragraph(item, "List Bullet")
            case Labelled(entries):
                for label, told in entries:
                    self._paragraph((Phrase(f"{label}: ", strong=True), *told))
            case Quoted(places):
                for place in places:
                    self._paragraph(plain(_quote(place)), "Quote")
            case Figure(_, chart):
                self._picture(pictured(chart))
                self._paragraph(plain(f"{block.caption}."), "Caption")
            case Grid():
                self._grid(block)

    def _paragraph(self, phrases: Phrases, style: str | None = None, *, above: int | None = None) -> None:
        """Add a paragraph, with so many points above it if that is not left to its style."""
        paragraph = self.file.add_paragraph(style=style)
        if above:
            paragraph.paragraph_format.space_before = self._units.Pt(above)
        self._fill(paragraph, phrases)

    def _fill(self, paragraph: Any, phrases: Phrases) -> None:
        for phrase in phrases:
            paragraph.add_run(_clean(phrase.text)).bold = phrase.strong or None
            if phrase.notes:
                paragraph.add_run(", ".join(map(str, phrase.notes))).font.superscript = True

    def _picture(self, picture: bytes) -> None:
        shape = self.file.add_picture(io.BytesIO(picture))
        width = min(self._units.Cm(_WIDTH_CM), round(shape.width * _UNTOLD / DOTS))
        shape.height, shape.width = round(shape.height * width / shape.width), width

    def _grid(self, grid: Grid) -> None:
        if not grid.headed:
            self._paragraph((Phrase(grid.title, strong=True),), above=_ABOVE_A_GRID)
        table = self.file.add_table(rows=1, cols=len(grid.columns), style="Table Grid")
        table.autofit = False
        self._row(table.rows[0].cells, tuple((Phrase(column, strong=True),) for column in grid.columns))
        for row in grid.rows:
            self._row(table.add_row().cells, row)
        for column, share in zip(table.columns, grid.shares, strict=True):
            column.width = self._units.Cm(_WIDTH_CM * share / 100)
            for cell in column.cells:
                cell.width = column.width
        self._repeat_head(table)

    def _repeat_head(self, table: Any) -> None:
        """Let the first row stand again on each page that the table goes on to."""
        mark = self._docx.oxml.OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(mark)

    def _row(self, cells: Sequence[Any], row: Sequence[Phrases]) -> None:
        for cell, phrases in zip(cells, row, strict=True):
            self._fill(cell.paragraphs[0], phrases)


def _quote(place: Evidence) -> str:
    return f"“{collapse(place.quote)}” ({source_line(place)})"


def _clean(text: str) -> str:
    """A text without the control characters that no Word file may hold."""
    return "".join(letter for letter in text if letter.isprintable() or letter == "\n")
