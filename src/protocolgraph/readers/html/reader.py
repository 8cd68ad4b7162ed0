"""HTML to a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import lxml.html
from lxml import etree

from protocolgraph.errors import ReadError
from protocolgraph.model import BlockKind, Cell, Document, Link
from protocolgraph.readers import labels
from protocolgraph.readers.base import LONGEST, finish, sha256
from protocolgraph.readers.html.lists import ListOfItems
from protocolgraph.readers.html.main import Aside, find_main, is_silent, tag
from protocolgraph.readers.html.notes import note_mark, note_number, note_words
from protocolgraph.readers.html.tables import is_data, place_cells
from protocolgraph.readers.plain import decode
from protocolgraph.readers.weblinks import MOST, web_link
from protocolgraph.readers.writing import Writer

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_LABELLED = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|\([a-z0-9]{1,4}\)|[a-z][.)]|[•·●▪–—-])\s")
"""An item that brings its own number or bullet."""
_TAG = re.compile(r"<[^<>]*>")
_SILENT = re.compile(r"<(script|style)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_HEAD = 4000
_BOM = "\ufeff"
_INDENT = 2
_DATES = {"dcterms.modified": "modified", "dcterms.created": "created", "article:published_time": "created",
          "article:modified_time": "modified", "dc.date": "created", "last-modified": "modified"}  # fmt: skip
_BOLD = frozenset({"b", "strong"})


def read_html(data: bytes, name: str) -> Document:
    """Return the document of a web page: its own words, and then, as furniture, those of menus and footers.

    Raises:
        ReadError: it is empty, no text, or holds nothing that is shown.

    """
    if not data.strip():
        raise ReadError(name, "is empty")
    return document_of(_decode(data, name), data, name, media_type="text/html")


def document_of(
    text: str,
    data: bytes,
    name: str,
    *,
    media_type: str,
    metadata: tuple[tuple[str, str], ...] = (),
    lines: bool = False,
) -> Document:
    """Return the document of a page's markup.

    Args:
        text: the markup.
        data: the file's bytes.
        name: the file's name.
        media_type: what the file is.
        metadata: what is known of it beside the markup.
        lines: whether line ends inside paragraphs count, as they do in the text that Markdown is.

    Raises:
        ReadError: it holds nothing that is shown.

    """
    root = _parse(text, name)
    reader = _Reader(root, name, lines=lines)
    reader.read()
    reader.writer.end_page()
    writer = reader.writer
    known = {**_metadata(root), **dict(metadata)}
    return finish(
        Document(
            name,
            sha256(data),
            media_type,
            writer.text,
            tuple(writer.pages),
            tuple(writer.blocks),
            tuple(sorted(known.items())),
            links=tuple(reader.links),
        )
    )


def _decode(data: bytes, name: str) -> str:
    declared = _DECLARED.search(data[:_HEAD])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, name)


def _parse(text: str, name: str) -> etree._Element:
    text = text.lstrip(_BOM).replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    bare = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    parser = lxml.html.HTMLParser(no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(bare, parser=parser)
        if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
            root = lxml.html.document_fromstring(_flat(bare))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(name, "holds no text") from error
    return root


def _flat(text: str) -> str:
    """Return the words of markup that is nested deeper than any page, and than the parser goes: a paragraph a piece."""
    words = _SILENT.sub(" ", text)
    return "".join(f"<p>{piece}</p>" for piece in _TAG.split(words) if piece.strip())


def _metadata(root: etree._Element) -> dict[str, str]:
    title = " ".join(" ".join(map(str, item.itertext())) for item in root.iterfind(".//title"))
    found = {"title": " ".join(title.split())} if title.strip() else {}
    for item in root.iterfind(".//meta"):
        key = _DATES.get((item.get("name") or item.get("property") or item.get("http-equiv") or "").lower())
        if key and item.get("content"):
            found.setdefault(key, (item.get("content") or "").strip())
    return found


@dataclass(slots=True)
class _State:
    """Where in the page the words are that come now."""

    note: str | None = None
    """The number of the footnote that they are of."""
    level: int | None = None
    label: str | None = None
    cell: Cell | None = None
    lists: list[ListOfItems] = field(default_factory=list)
    aside: bool = False
    bold: int = 0


Step = tuple[Literal["open", "close", "text"], etree._Element, str]


class _Reader:
    """Goes through a page once, and writes a block wherever one ends."""

    def __init__(self, root: etree._Element, name: str, *, lines: bool) -> None:
        self._root, self._name, self._lines = root, name, lines
        body = root.find(".//body")
        self._body = body if body is not None else root
        self._main = None if lines else find_main(self._body)
        self._aside = Aside(self._body)
        self._state = _State()
        self._states: list[_State] = []
        self._pieces: list[str] = []
        self._bold = self._letters = 0
        self._apart = True
        self._kept: list[str] = []
        """The words of menus and the like, which stand at the end."""
        self._tables = -1
        self._places: dict[etree._Element, Cell] = {}
        self._numbers: set[etree._Element] = set()
        """The cells that only number the rows of their table."""
        self.writer = Writer()
        self.links: list[Link] = []

    def read(self) -> None:
        """Read the page's own words, then all others."""
        for step, element, text in _steps(self._body):
            if step == "text":
                self._take(text)
            elif step == "open":
                self._open(element)
            else:
                self._close(element)
        self._flush()
        for text in dict.fromkeys(self._kept):
            self.writer.add(text, kind=BlockKind.FURNITURE)

    def _take(self, text: str) -> None:
        self._pieces.append(text)
        letters = len(text.strip())
        self._letters += letters
        self._bold += letters if self._state.bold else 0

    def _open(self, element: etree._Element) -> None:
        name, state = tag(element), self._state
        if name == "br":
            self._line_end()
            return
        if name in _BLOCKS:
            self._flush()
        aside = state.aside or (not self._lines and self._is_aside(element))
        if aside and not state.aside:
            self._flush()
        self._states.append(state)
        self._state = _State(state.note, state.level, state.label, state.cell, state.lists, aside, state.bold)
        state = self._state
        state.note = state.note or note_number(element)
        if name in ("ul", "ol"):
            state.lists = [*state.lists, ListOfItems(element, len(state.lists))]
        elif name == "li" and state.lists:
            state.label = state.lists[-1].label(element)
            self._states[-1].label = None
        elif len(name) == 2 and name[0] == "h" and name[1].isdigit():
            state.level = int(name[1])
        elif name == "table":
            self._enter_table(element)
        elif name in ("td", "th"):
            state.cell, state.aside = self._places.get(element, state.cell), state.aside or element in self._numbers
        elif name in _BOLD:
            state.bold += 1

    def _close(self, element: etree._Element) -> None:
        name = tag(element)
        if name == "br":
            return
        if name == "a" and not self._state.aside:
            self._lead(element)
        if name == "a" and self._pieces and not self._state.note and (mark := note_mark(element, self._pieces[-1])):
            self._pieces[-1] = mark
        if name == "sup" and self._pieces and self._pieces[-1].strip().isdigit():
            self._pieces[-1] = labels.mark(self._pieces[-1].strip())
        if name in _BLOCKS or (self._state.aside and not self._states[-1].aside):
            self._flush()
        self._state = self._states.pop()

    def _lead(self, element: etree._Element) -> None:
        """Note where the words of a link lead."""
        link = web_link(1, "".join(map(str, element.itertext())), element.get("href") or "")
        if link and len(self.links) < MOST:
            self.links.append(link)

    def _is_aside(self, element: etree._Element) -> bool:
        """Whether an element is no content of the page: beside what it marks as its content, or a menu in it."""
        if self._main is not None and element is not self._main and tag(element) in _BLOCKS:
            inside = any(parent is self._main for parent in element.iterancestors())
            around = any(parent is element for parent in self._main.iterancestors())
            if not inside and not around:
                return True
        return self._aside.holds(element)

    def _line_end(self) -> None:
        """End a line on purpose: the next block stands close below."""
        self._flush()
        self._apart = False

    def _flush(self) -> None:
        """Write the block whose words were collected."""
        raw, self._pieces = "".join(self._pieces), []
        bold, letters, self._bold, self._letters = self._bold, self._letters, 0, 0
        apart, self._apart = self._apart, True
        text = _clean(raw, lines=self._lines)
        if not text:
            return
        state = self._state
        if state.aside:
            self._kept.append(text)
            return
        if self.writer.length > LONGEST:
            raise ReadError(self._name, f"holds more than {LONGEST // 1_000_000} million characters: split it")
        label, state.label = state.label, None
        if state.note and not state.cell:
            self._write_note(state.note, note_words(text), apart=apart)
            return
        label = None if label and _LABELLED.match(text) else label
        kind = BlockKind.HEADING if state.level else BlockKind.PARAGRAPH
        if state.cell:
            kind = BlockKind.CELL
        elif "\n" in text and kind is BlockKind.PARAGRAPH:
            kind = BlockKind.TEXT
        self.writer.add(
            f"{label} {text}" if label else text,
            kind=kind,
            level=state.level if kind is BlockKind.HEADING else None,
            label=label,
            cell=state.cell,
            apart=apart,
            indent=_INDENT * state.lists[-1].depth if label and state.lists else 0,
            bold=letters > 0 and bold > 0.6 * letters,
        )

    def _write_note(self, number: str, text: str, *, apart: bool) -> None:
        if text:
            mark = labels.mark(number)
            self.writer.add(f"{mark} {text}", kind=BlockKind.FOOTNOTE, label=mark, apart=apart)

    def _enter_table(self, table: etree._Element) -> None:
        """Find the places of a table's cells, if it is one and not there for the layout."""
        if self._state.cell or not is_data(table):
            return
        self._tables += 1
        places, numbers = place_cells(table, self._tables)
        self._places.update(places)
        self._numbers.update(numbers)


def _clean(text: str, *, lines: bool) -> str:
    if not lines:
        return " ".join(text.split())
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


def _steps(body: etree._Element) -> Iterator[Step]:
    """Yield a page's elements and words in order, without calling itself: pages may be nested without end."""
    stack: list[tuple[etree._Element, Iterator[etree._Element]]] = []

    def enter(element: etree._Element) -> Iterator[Step]:
        yield "open", element, ""
        if element.text:
            yield "text", element, element.text
        stack.append((element, iter(element)))

    yield from enter(body)
    while stack:
        element, rest = stack[-1]
        item = next(rest, None)
        if item is None:
            stack.pop()
            yield "close", element, ""
        elif not is_silent(item):
            yield from enter(item)
            continue
        else:
            element = item
        if stack and element.tail and element is not body:
            yield "text", element, element.tail
