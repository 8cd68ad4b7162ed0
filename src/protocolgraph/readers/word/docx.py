"""Word .docx: paragraphs with the numbers that Word computes, headings by style, tables, notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from protocolgraph.errors import ReadError
from protocolgraph.model import BlockKind, Cell, Document, Link
from protocolgraph.readers import labels
from protocolgraph.readers.base import LONGEST, finish, sha256
from protocolgraph.readers.weblinks import MOST, web_link
from protocolgraph.readers.word.numbering import Numbering
from protocolgraph.readers.word.package import Package
from protocolgraph.readers.word.runs import RunReader, Words
from protocolgraph.readers.word.styles import Style, Styles, is_on
from protocolgraph.readers.word.tables import place_cells
from protocolgraph.readers.writing import Writer
from protocolgraph.readers.xml import attribute, child, children, local

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_HOLDERS = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice"})
"""Elements around paragraphs and tables that say nothing of their own."""
_DEEPEST = 40
_INDENT = 2
"""Spaces before an item, for each list that it stands in."""


def read_docx(data: bytes, name: str, *, media_type: str = MEDIA_TYPE, original: bytes | None = None) -> Document:
    """Return the document of a .docx file; tracked changes are accepted, comments and hidden text left out.

    Args:
        data: the file's bytes.
        name: the file's name.
        media_type: that of the file that a person gave, if this one was made of it.
        original: the bytes of that file.

    Raises:
        ReadError: it is damaged, protected, hostile, or holds no text.

    """
    if not data.strip():
        raise ReadError(name, "is empty")
    package = Package(data, name)
    reader = _Reader(package, name)
    reader.read()
    writer = reader.writer
    writer.end_page()
    metadata = tuple(sorted(package.properties().items()))
    return finish(
        Document(
            name,
            sha256(original or data),
            media_type,
            writer.text,
            tuple(writer.pages),
            tuple(writer.blocks),
            metadata,
            links=tuple(reader.links),
        )
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where paragraphs stand: in a cell, or in the body of the text."""

    cell: Cell | None = None


class _Reader:
    """Goes through a document's body once."""

    def __init__(self, package: Package, name: str) -> None:
        self._package, self._name = package, name
        self._styles = Styles(package.part("styles"))
        self._numbering = Numbering(package.part("numbering"), self._styles.lists)
        rendered = any(True for _ in package.document.iter("{*}lastRenderedPageBreak"))
        self._runs = RunReader(rendered=rendered)
        self._notes = {
            kind: {attribute(note, "id") or "": note for note in children(package.part(f"{kind}s"), kind)}
            for kind in ("footnote", "endnote")
        }
        self._page, self._table = 1, -1
        self._pending = ""
        """Words of a paragraph whose end a tracked change took away: they begin the next."""
        self._ends: list[tuple[str, etree._Element]] = []
        """Endnotes, which stand at the end."""
        self._addresses = package.addresses()
        self.writer = Writer()
        self.links: list[Link] = []

    def read(self) -> None:
        """Read the body, then the notes at the end, then headers and footers."""
        self._read_all(child(self._package.document, "body"), _Place(), 0)
        for number, note in self._ends:
            self._add_note(number, note)
        for kind in ("header", "footer"):
            for text in dict.fromkeys(filter(None, map(_plain, self._package.parts(kind).values()))):
                self.writer.add(text, kind=BlockKind.FURNITURE)

    def _read_all(self, parent: etree._Element | None, place: _Place, depth: int) -> None:
        for item in () if parent is None or depth > _DEEPEST else parent:
            name = local(item)
            if name == "p":
                self._read_paragraph(item, place, depth)
            elif name == "tbl":
                self._read_table(item, place, depth)
            elif name in _HOLDERS:
                self._read_all(item, place, depth + 1)

    def _read_paragraph(self, item: etree._Element, place: _Place, depth: int) -> None:
        if self.writer.length > LONGEST:
            raise ReadError(self._name, f"holds more than {LONGEST // 1_000_000} million characters: split it")
        properties = child(item, "pPr")
        words = self._runs.read(item)
        self._turn(words.breaks_before + bool(is_on(properties, "pageBreakBefore") and self._page_breaks_count))
        if child(properties, "rPr", "del") is not None:
            self._pending += "".join(words.pieces)
        else:
            words.pieces.insert(0, self._pending)
            self._pending = ""
            self._write(words, properties, place)
        self._lead(item)
        for kind, note_id in words.notes:
            self._take_note(kind, note_id)
        for box in words.boxes:
            self._read_all(box, place, depth + 1)
        self._turn(words.breaks)

    def _lead(self, paragraph: etree._Element) -> None:
        """Note where the words of a paragraph's links lead."""
        for item in paragraph.iter("{*}hyperlink") if self._addresses and len(self.links) < MOST else ():
            words = "".join(map(str, item.itertext("{*}t")))
            if link := web_link(self._page, words, self._addresses.get(attribute(item, "id") or "", "")):
                self.links.append(link)

    @property
    def _page_breaks_count(self) -> bool:
        return bool(self.writer.blocks)

    def _turn(self, pages: int) -> None:
        for _ in range(pages):
            self._page += 1
            self.writer.begin_page(self._page)

    def _write(self, words: Words, properties: etree._Element | None, place: _Place) -> None:
        style = self._styles.get(attribute(child(properties, "pStyle"), "val"))
        label, depth = self._label(properties, style, has_words=bool(words.text))
        if not words.text:
            return
        kind, level = BlockKind.PARAGRAPH, None
        if place.cell:
            kind = BlockKind.CELL
        elif (heading := _heading(properties, style)) and len(words.text) < _LONGEST_HEADING:
            kind, level = BlockKind.HEADING, heading
        bold = words.bold > words.plain + (0 if style.bold else words.unsaid)
        bold = bold or (style.bold and words.unsaid > words.plain)
        for number, line in enumerate(filter(None, words.text.split("\n"))):
            head = f"{label} " if label and not number else ""
            self.writer.add(
                head + line,
                kind=kind,
                level=level,
                label=label if not number else None,
                cell=place.cell,
                apart=not number,
                size=words.size or style.size,
                bold=bold,
                indent=_INDENT * depth if label and not number else 0,
            )

    def _label(self, properties: etree._Element | None, style: Style, *, has_words: bool) -> tuple[str | None, int]:
        """Return a paragraph's number or bullet, counting it, and how deep in lists it stands."""
        own = child(properties, "numPr")
        list_id = attribute(child(own, "numId"), "val") or style.list_id
        depth = attribute(child(own, "ilvl"), "val")
        at = int(depth) if depth and depth.isdigit() else style.depth or 0
        if not list_id or list_id == "0" or not has_words:
            return None, 0
        return self._numbering.label(list_id, at), at

    def _take_note(self, kind: str, note_id: str) -> None:
        note = self._notes[kind].get(note_id)
        if note is None:
            return
        number = str(self._runs.counts[kind])
        if kind == "endnote":
            self._ends.append((number, note))
        else:
            self._add_note(number, note)

    def _add_note(self, number: str, note: etree._Element) -> None:
        text = _plain(note)
        mark = labels.mark(number)
        self.writer.add(f"{mark} {text}", kind=BlockKind.FOOTNOTE, label=mark)

    def _read_table(self, table: etree._Element, place: _Place, depth: int) -> None:
        if place.cell:
            for _, cell in _iter_nested(table):
                self._read_all(cell, place, depth + 1)
            return
        self._table += 1
        for placed in place_cells(table, self._table):
            self._read_all(placed.element, _Place(placed.cell), depth + 1)


_LONGEST_HEADING = 300


def _heading(properties: etree._Element | None, style: Style) -> int | None:
    outline = attribute(child(properties, "outlineLvl"), "val")
    if outline and outline.isdigit():
        return int(outline) + 1 if int(outline) < 9 else None
    return style.heading


def _iter_nested(table: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    for row in children(table, "tr"):
        for cell in children(row, "tc"):
            yield row, cell


def _plain(part: etree._Element) -> str:
    """Return the words of a header, a footer or a note, in one line."""
    reader = RunReader(rendered=False)
    paragraphs: Sequence[etree._Element] = list(part.iter("{*}p"))
    return " ".join(" ".join(reader.read(paragraph).text for paragraph in paragraphs).split())
