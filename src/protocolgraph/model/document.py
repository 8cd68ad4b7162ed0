"""What a reader makes of a file: pages and blocks over one canonical text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a reader knows of a block from the file's own markup or layout; plain text knows only TEXT."""

    TEXT = "text"
    """Lines, which may be a paragraph, or several, or a part of one."""
    PARAGRAPH = "paragraph"
    """A whole paragraph and nothing else, as all kinds below are whole."""
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points, the origin at the top left."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a block in a table; tables are numbered through the document, rows and columns from 0."""

    table: int
    row: int
    column: int
    header: bool = False
    rows: int = 1
    """Over so many rows it goes: words in one merged over three belong to each of the three."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines that belong together on a page: `document.text[start:end]`, never empty.

    Word, HTML and Markdown readers give kind, level and label from the markup; PDF gives kind, box,
    size and bold from the layout; plain text gives only the offsets and the page.
    """

    start: int
    end: int
    page: int
    kind: BlockKind = BlockKind.TEXT
    level: int | None = None
    """Depth of a heading or an item, from 1."""
    label: str | None = None
    """Number or bullet at the head of its text that the file's own markup makes one."""
    cell: Cell | None = None
    box: Box | None = None
    size: float | None = None
    """Font size in points."""
    bold: bool = False
    continues: bool = False
    """Whether it goes on with what the last block of its kind on an earlier page or column began."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address of the web."""

    page: int
    words: str
    """The words that a reader follows, white space collapsed; none for a picture."""
    target: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the file: `document.text[start:end]`. Numbers count from 1 as the file has them."""

    number: int
    start: int
    end: int
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was read.

    `text` is canonical: every offset in the system points into it. For a plain text file it is
    the file's own text, decoded, offset for offset.
    """

    name: str
    """The file's name; unique in a build."""
    sha256: str
    """Of the file's bytes."""
    media_type: str
    text: str
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    metadata: tuple[tuple[str, str], ...] = ()
    """What the file says of itself (title, created, modified), sorted by key."""
    warnings: tuple[str, ...] = ()
    """What could not be read, one line each."""
    unread: tuple[int, ...] = ()
    """Numbers of the pages of which nothing could be read."""
    recognised: tuple[int, ...] = ()
    """Numbers of the pages whose words were recognised in their image."""
    joined: tuple[tuple[int, int], ...] = ()
    """Numbers of the blocks, two by two, that a line of a chart joins; what the line means is not known."""
    links: tuple[Link, ...] = ()
    """Addresses of the web to which words lead, in the order of the pages."""

    def page_at(self, offset: int) -> int | None:
        """Return the number of the page that holds this offset; None for a text that is not told in pages."""
        if len(self.pages) == 1 and self.pages[0].width is None:
            return None
        for page in self.pages:
            if page.start <= offset < page.end:
                return page.number
        return self.pages[-1].number if self.pages else None
