"""OpenDocument text (.odt): headings, lists with their numbers, tables, notes."""

from __future__ import annotations

from lxml import etree

from protocolgraph.errors import ReadError
from protocolgraph.model import BlockKind, Cell, Document, Link
from protocolgraph.readers import labels
from protocolgraph.readers.archives import member, open_archive
from protocolgraph.readers.base import LONGEST, finish, sha256
from protocolgraph.readers.headers import counts_rows, names_columns
from protocolgraph.readers.weblinks import MOST, web_link
from protocolgraph.readers.word.odt_lists import Lists
from protocolgraph.readers.writing import Writer
from protocolgraph.readers.xml import attribute, child, children, local, parse

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_DEEPEST = 60
_MOST_SPACES = 50
_MOST_COLUMNS = 100
_GONE = frozenset(
    {"tracked-changes", "annotation", "annotation-end", "forms", "sequence-decls", "script", "title", "desc"}
)
_INDENT = 2


def read_odt(data: bytes, name: str) -> Document:
    """Return the document of an .odt file; deleted words and comments are left out.

    Raises:
        ReadError: it is damaged, protected, hostile, or holds no text.

    """
    if not data.strip():
        raise ReadError(name, "is empty")
    archive = open_archive(data, name)
    if b"encryption-data" in (member(archive, "META-INF/manifest.xml", name) or b""):
        raise ReadError(name, "is protected by a password")
    content = member(archive, "content.xml", name)
    if content is None:
        raise ReadError(name, "is not an OpenDocument text (it has no content)")
    styles = member(archive, "styles.xml", name)
    reader = _Reader(parse(content, name), parse(styles, name) if styles else None, name)
    reader.read()
    meta = member(archive, "meta.xml", name)
    writer = reader.writer
    writer.end_page()
    return finish(
        Document(
            name,
            sha256(data),
            MEDIA_TYPE,
            writer.text,
            tuple(writer.pages),
            tuple(writer.blocks),
            _metadata(parse(meta, name)) if meta else (),
            links=tuple(reader.links),
        )
    )


def _metadata(root: etree._Element) -> tuple[tuple[str, str], ...]:
    kept = {"title": "title", "creation-date": "created", "date": "modified"}
    meta = child(root, "meta")
    items = [item for item in (() if meta is None else meta) if local(item) in kept and item.text]
    return tuple(sorted((kept[local(item)], (item.text or "").strip()) for item in items))


class _Reader:
    """Goes through a document's body once."""

    def __init__(self, content: etree._Element, styles: etree._Element | None, name: str) -> None:
        self._content, self._styles, self._name = content, styles, name
        roots = [root for root in (styles, content) if root is not None]
        self._lists = Lists(roots)
        self._bold = _bold_styles(roots)
        self._page, self._table, self._notes = 1, -1, 0
        self._cell: Cell | None = None
        self._label: str | None = None
        self._depth = 0
        self.writer = Writer()
        self.links: list[Link] = []

    def read(self) -> None:
        """Read the body, then headers and footers."""
        self._read_all(child(self._content, "body", "text"), 0)
        seen: set[str] = set()
        for master in self._styles.iter("{*}master-page") if self._styles is not None else ():
            for part in master:
                text = " ".join(" ".join(str(piece) for piece in part.itertext()).split())
                if text and text not in seen:
                    seen.add(text)
                    self.writer.add(text, kind=BlockKind.FURNITURE)

    def _read_all(self, parent: etree._Element | None, depth: int) -> None:
        for item in () if parent is None or depth > _DEEPEST else parent:
            name = local(item)
            if name in ("p", "h"):
                self._read_paragraph(item)
            elif name == "list":
                self._read_list(item, depth)
            elif name == "table":
                self._read_table(item, depth)
            elif name == "soft-page-break":
                self._turn()
            elif name and name not in _GONE:
                self._read_all(item, depth + 1)

    def _turn(self) -> None:
        self._page += 1
        self.writer.begin_page(self._page)

    def _read_paragraph(self, item: etree._Element) -> None:
        if self.writer.length > LONGEST:
            raise ReadError(self._name, f"holds more than {LONGEST // 1_000_000} million characters: split it")
        pieces: list[str] = []
        notes: list[tuple[str, etree._Element]] = []
        breaks = self._collect(item, pieces, notes, 0)
        label, depth = self._label, self._depth
        self._label = None
        level = None
        if local(item) == "h":
            level = _whole(attribute(item, "outline-level"), 1)
            label = label or self._lists.heading(level)
        text = "\n".join(" ".join(line.split()) for line in "".join(pieces).split("\n")).strip()
        kind = BlockKind.CELL if self._cell else BlockKind.HEADING if level else BlockKind.PARAGRAPH
        bold = attribute(item, "style-name") in self._bold or self._is_bold(item, text)
        for number, line in enumerate(filter(None, text.split("\n"))):
            own = label if not number else None
            self.writer.add(
                f"{own} {line}" if own else line,
                kind=kind,
                level=level if kind is BlockKind.HEADING else None,
                label=own,
                cell=self._cell,
                apart=not number,
                bold=bold,
                indent=_INDENT * max(0, depth - 1) if own else 0,
            )
        for mark, note in notes:
            words = " ".join(" ".join(str(piece) for piece in note.itertext()).split())
            self.writer.add(f"{mark} {words}", kind=BlockKind.FOOTNOTE, label=mark)
        for _ in range(breaks):
            self._turn()

    def _is_bold(self, item: etree._Element, text: str) -> bool:
        spans = [span for span in item.iter("{*}span") if attribute(span, "style-name") in self._bold]
        letters = sum(len("".join(map(str, span.itertext())).strip()) for span in spans)
        return bool(text) and letters > 0.6 * len(text)

    def _collect(
        self, item: etree._Element, pieces: list[str], notes: list[tuple[str, etree._Element]], depth: int
    ) -> int:
        """Add the words of an element; return how many pages begin in it."""
        breaks = 0
        pieces.append(_one_space(item.text))
        for inner in item:
            name = local(inner)
            if name == "a" and len(self.links) < MOST:
                link = web_link(self._page, "".join(map(str, inner.itertext())), attribute(inner, "href") or "")
                self.links += [link] if link else []
            if name == "note":
                self._notes += 1
                mark = labels.mark(str(self._notes))
                body = child(inner, "note-body")
                if body is not None:
                    pieces.append(mark)
                    notes.append((mark, body))
            elif name == "s":
                pieces.append(" " * min(_MOST_SPACES, _whole(attribute(inner, "c"), 1)))
            elif name in ("tab", "line-break"):
                pieces.append(" " if name == "tab" else "\n")
            elif name == "soft-page-break":
                breaks += 1
            elif name and name not in _GONE and depth < _DEEPEST:
                breaks += self._collect(inner, pieces, notes, depth + 1)
                if name in ("p", "h"):
                    pieces.append("\n")
            pieces.append(_one_space(inner.tail))
        return breaks

    def _read_list(self, item: etree._Element, depth: int) -> None:
        self._depth += 1
        self._lists.enter(item, self._depth)
        for entry in item:
            if local(entry) == "list-item":
                self._label = self._lists.label(entry, self._depth) if _has_words(entry) else None
                self._read_all(entry, depth + 1)
                self._label = None
            elif local(entry) == "list-header":
                self._read_all(entry, depth + 1)
        self._lists.leave()
        self._depth -= 1

    def _read_table(self, table: etree._Element, depth: int) -> None:
        if self._cell:
            for row in table.iter("{*}table-row"):
                for cell in children(row, "table-cell"):
                    self._read_all(cell, depth + 1)
            return
        self._table += 1
        rows = list(table.iter("{*}table-row"))
        headers = {id(row) for part in children(table, "table-header-rows") for row in part}
        header = bool(headers) or (bool(rows) and _has_header(rows))
        counted = _counts_rows(rows)
        for at, row in enumerate(rows):
            column = -counted
            for cell in row:
                if local(cell) == "table-cell" and column >= 0:
                    number = at if header else at + 1
                    down = min(_whole(attribute(cell, "number-rows-spanned"), 1) or 1, len(rows) - at)
                    self._cell = Cell(self._table, number, column, header=header and at == 0, rows=down)
                    self._read_all(cell, depth + 1)
                    self._cell = None
                column += min(_MOST_COLUMNS, _whole(attribute(cell, "number-columns-repeated"), 1))


def _has_words(entry: etree._Element) -> bool:
    """Whether a list item begins with a paragraph of its own, and not with a list in it."""
    first = next((item for item in entry if local(item) in ("p", "h", "list")), None)
    return first is not None and local(first) != "list"


def _has_header(rows: list[etree._Element]) -> bool:
    """Whether the first row holds the names of the columns."""
    names = [_words(cell) for cell in children(rows[0], "table-cell")]
    return len(rows) > 1 and names_columns(names, bold=False)


def _counts_rows(rows: list[etree._Element]) -> bool:
    """Whether the first column of a table holds the numbers of its rows."""
    cells = [list(children(row, "table-cell")) for row in rows]
    wide = max(map(len, cells), default=0) > 2
    return wide and counts_rows([_words(row[0]) for row in cells if row])


def _words(cell: etree._Element) -> str:
    return " ".join(" ".join(map(str, cell.itertext())).split())


def _bold_styles(roots: list[etree._Element]) -> frozenset[str]:
    found = set()
    for root in roots:
        for style in root.iter("{*}style"):
            if attribute(child(style, "text-properties"), "font-weight") == "bold":
                found.add(attribute(style, "name") or "")
    return frozenset(found)


def _one_space(text: str | None) -> str:
    return " ".join(f"x{text}x".split())[1:-1] if text else ""


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isdigit() and len(text) < 6 else default
