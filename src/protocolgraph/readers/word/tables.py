"""The cells of a Word table in their places: merged cells, header rows, boxes that only look like tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from lxml import etree

from protocolgraph.model import Cell
from protocolgraph.readers.headers import counts_rows, names_columns
from protocolgraph.readers.word.styles import is_on
from protocolgraph.readers.xml import attribute, child, local

_WIDEST = 63
"""Word has no more columns."""
_HOLDERS = frozenset({"sdt", "sdtContent", "ins", "customXml"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell's element and its place; None where it is a box around ordinary text."""

    element: etree._Element
    cell: Cell | None


def place_cells(table: etree._Element, number: int) -> Iterator[Placed]:
    """Yield the cells, row by row, without the rest of a cell that is merged downwards, and the numbers of rows."""
    rows = [list(_iter_row(row)) for row in _within(table, "tr")]
    columns = max((column + 1 for row in rows for column, _ in row), default=0)
    elements = _within(table, "tr")
    titles = 1 if columns > 1 and len(rows) > 2 and len(rows[0]) == 1 else 0
    header = len(rows) > titles + 1 and _is_header(rows[titles], elements[titles], columns)
    counted = columns > 2 and counts_rows([_words(cell) for row in rows[titles:] for column, cell in row if not column])
    for at, row in enumerate(rows):
        for column, cell in row:
            if counted and not column and at >= titles:
                continue
            if columns < 2 or at < titles:
                yield Placed(cell, None)
            else:
                row_number = at - titles + (0 if header else 1)
                down = _rows_below(cell, column, elements[at + 1 :])
                place = Cell(number, row_number, column - counted, header=header and at == titles, rows=1 + down)
                yield Placed(cell, place)


def _rows_below(cell: etree._Element, column: int, below: Sequence[etree._Element]) -> int:
    """Return into how many of the rows below a cell goes that is merged downwards."""
    if child(cell, "tcPr", "vMerge") is None:
        return 0
    merged = takewhile(bool, (any(at == column and _goes_on(own) for at, own in _iter_all(row)) for row in below))
    return sum(merged)


def _goes_on(cell: etree._Element) -> bool:
    """Whether a cell is the rest of the one above it."""
    merge = child(cell, "tcPr", "vMerge")
    return merge is not None and attribute(merge, "val") != "restart"


def _iter_row(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Yield the cells of a row with their columns."""
    return ((column, cell) for column, cell in _iter_all(row) if not _goes_on(cell))


def _iter_all(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Yield the cells of a row with their columns, and what goes on of those above."""
    column = _whole(attribute(child(row, "trPr", "gridBefore"), "val"), 0)
    for cell in _within(row, "tc"):
        yield column, cell
        column += max(1, _whole(attribute(child(cell, "tcPr", "gridSpan"), "val"), 1))
        if column > _WIDEST:
            return


def _within(parent: etree._Element, name: str) -> list[etree._Element]:
    """Return the rows of a table or the cells of a row, those inside content controls too."""
    found: list[etree._Element] = []
    for item in parent:
        if local(item) == name:
            found.append(item)
        elif local(item) in _HOLDERS:
            found += _within(item, name)
    return found


def _is_header(row: list[tuple[int, etree._Element]], element: etree._Element | None, columns: int) -> bool:
    """Whether a row holds the names of the columns."""
    texts = [_words(cell) for _, cell in row]
    bold = all(all(_bold_runs(cell)) for _, cell in row)
    marked = bool(is_on(child(element, "trPr"), "tblHeader"))
    return len(row) == columns and names_columns(texts, bold=bold, marked=marked)


def _words(cell: etree._Element) -> str:
    return " ".join("".join(map(str, cell.itertext("{*}t"))).split())


def _bold_runs(cell: etree._Element) -> Iterator[bool]:
    for run in cell.iter("{*}r"):
        if "".join(run.itertext("{*}t")).strip():
            yield bool(is_on(child(run, "rPr"), "b"))


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isdigit() and len(text) < 4 else default
