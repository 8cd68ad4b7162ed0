"""Tables to cells: numbered through the document, with their header rows, and going on over pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protocolgraph.model import BlockKind, Cell
from protocolgraph.readers.headers import counts_rows, names_columns
from protocolgraph.readers.pdf.paragraphs import Paragraph, paragraphs
from protocolgraph.readers.pdf.regions import Grid
from protocolgraph.readers.pdf.rows import Row

_NUMBER = re.compile(r"\d{1,4}|[ivxl]{1,6}")
_SAME_PLACE = 12.0
"""Points by which the columns of a table that goes on overleaf stand differently."""


@dataclass(slots=True)
class _Last:
    """The table that was written last, in case that the next page goes on with it."""

    number: int
    rows: int
    places: tuple[float, ...]
    header: tuple[str, ...]


class Tables:
    """Writes the tables of a document, page by page."""

    def __init__(self) -> None:
        self._next = 0
        self._last: _Last | None = None
        self._overleaf = False

    def begin_page(self) -> None:
        """Note that a page begins: a table that comes before any words may go on with the last page's."""
        self._overleaf = True

    def forget(self) -> None:
        """Note that words follow the last table: no table goes on with it."""
        self._last, self._overleaf = None, False

    def cells(self, grid: Grid, body: float) -> Iterator[Paragraph]:
        """Yield the paragraphs of a table's cells, row by row; row 0 is the header, if there is one."""
        last = self._last
        counted = len(grid.rows[0]) > 2 and counts_rows([_texts(row)[0] for row in grid.rows])
        if counted:
            yield from _as_furniture([row.pop(0) for row in grid.rows])
        overleaf, self._overleaf = self._overleaf, False
        if last is not None and _goes_on(last, grid) and (overleaf or not _is_another(last, grid)):
            number, shift, rows = last.number, last.rows, grid.rows
            if last.header and _texts(rows[0]) == last.header:
                yield from _as_furniture(rows[0])
                rows = rows[1:]
            cut = bool(rows) and _is_cut(rows[0])
            shift -= cut
        else:
            number, rows, cut = self._next, grid.rows, False
            self._next += 1
            shift = 0 if has_header(grid) else 1
            last = _Last(number, 0, _places(grid), _texts(rows[0]) if not shift else ())
        left_out = len(grid.rows) - len(rows)
        for at, row in enumerate(rows):
            header = bool(last.header) and at + shift == 0
            down = [grid.spans.get((at + left_out, column + counted), 1) for column in range(len(row))]
            yield from _row(row, Cell(number, at + shift, 0, header=header), body, down, continues=cut and not at)
        last.rows = len(rows) + shift
        self._last = last


def _row(
    row: Sequence[Sequence[Row]], place: Cell, body: float, down: Sequence[int], *, continues: bool
) -> Iterator[Paragraph]:
    first = True
    for column, cell in enumerate(row):
        for at, paragraph in enumerate(paragraphs(cell, body)):
            paragraph.kind = BlockKind.CELL
            paragraph.cell = Cell(place.table, place.row, column, header=place.header, rows=down[column])
            paragraph.apart = first
            paragraph.continues = continues and not at
            first = False
            yield paragraph


def _texts(row: Sequence[Sequence[Row]]) -> tuple[str, ...]:
    return tuple(" ".join(word.text for line in cell for word in line.words) for cell in row)


def _places(grid: Grid) -> tuple[float, ...]:
    """Return where the words of each column begin."""
    return tuple(
        min((line.x0 for row in grid.rows for line in row[column]), default=-1.0) for column in range(len(grid.rows[0]))
    )


def _goes_on(last: _Last, grid: Grid) -> bool:
    places = _places(grid)
    if len(places) != len(last.places):
        return False
    return all(
        abs(one - other) < _SAME_PLACE or min(one, other) < 0 for one, other in zip(places, last.places, strict=True)
    )


def _is_another(last: _Last, grid: Grid) -> bool:
    """Whether a table below another one has a header of its own."""
    return grid.ruled and has_header(grid) and _texts(grid.rows[0]) != last.header


def _is_cut(row: Sequence[Sequence[Row]]) -> bool:
    """Whether a page's first row is the rest of the row before: its first cell is empty, or begins small."""
    texts = _texts(row)
    first = texts[0]
    return not first or first[0].islower()


def has_header(grid: Grid) -> bool:
    """Whether the first row of a table holds the names of its columns."""
    if len(grid.rows) < 2:
        return False
    first = grid.rows[0]
    second = next((row for row in grid.rows[1:] if sum(map(bool, row)) > 1), grid.rows[1])
    return names_columns(_texts(first), bold=_all_bold(first) and not _all_bold(second))


def _all_bold(row: Sequence[Sequence[Row]]) -> bool:
    return all(word.bold for cell in row for line in cell for word in line.words)


def is_contents(grid: Grid) -> bool:
    """Whether a table is a list of contents: its last column holds rising page numbers and nothing else."""
    if grid.ruled or len(grid.rows) < 3:
        return False
    last = [_texts(row)[-1] for row in grid.rows]
    numbers = [int(text) for text in last if text.isdigit()]
    named = sum(bool(_NUMBER.fullmatch(text)) for text in last)
    return named >= 0.7 * len(last) and len(numbers) > 2 and numbers == sorted(numbers)


def contents(grid: Grid) -> Iterator[Paragraph]:
    """Yield the rows of a contents list, as furniture."""
    for row in grid.rows:
        yield from _as_furniture(row)


def _as_furniture(row: Sequence[Sequence[Row]]) -> Iterator[Paragraph]:
    for cell in row:
        for paragraph in paragraphs(cell):
            paragraph.kind = BlockKind.FURNITURE
            paragraph.apart = False
            yield paragraph
