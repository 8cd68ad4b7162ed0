"""Puts a document's canonical text together, block by block, page by page."""

from __future__ import annotations

from protocolgraph.model import Block, BlockKind, Box, Cell, Page


class Writer:
    """Collects text, blocks and pages; a blank line parts blocks that stand apart, a form feed pages."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._offset = 0
        self._page = 1
        self._page_start = 0
        self._size: tuple[float | None, float | None] = (None, None)
        self._fresh = True
        self.blocks: list[Block] = []
        self.pages: list[Page] = []

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    @property
    def length(self) -> int:
        """How many characters were written."""
        return self._offset

    def begin_page(self, number: int, width: float | None = None, height: float | None = None) -> None:
        """Begin a page; the first needs no call where a file is not told in pages."""
        if self._offset or self.pages or number > 1:
            self.end_page()
            self._write("\f")
        self._page, self._page_start, self._size, self._fresh = number, self._offset, (width, height), True

    def end_page(self) -> None:
        """End the page that is open."""
        if not self.pages or self.pages[-1].number != self._page:
            self.pages.append(Page(self._page, self._page_start, self._offset, *self._size))

    def add(  # noqa: PLR0913  the fields of a block, each by its name
        self,
        text: str,
        *,
        kind: BlockKind = BlockKind.PARAGRAPH,
        level: int | None = None,
        label: str | None = None,
        cell: Cell | None = None,
        apart: bool = True,
        indent: int = 0,
        box: Box | None = None,
        size: float | None = None,
        bold: bool = False,
        continues: bool = False,
    ) -> None:
        """Add a block; text without a visible character is left out."""
        text = text.strip()
        if not text:
            return
        if apart and not self._fresh:
            self._write("\n")
        self._fresh = False
        self._write(" " * indent)
        start = self._offset
        self._write(text)
        self.blocks.append(Block(start, self._offset, self._page, kind, level, label, cell, box, size, bold, continues))
        self._write("\n")

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._offset += len(text)
