"""One page to paragraphs in reading order: columns, tables, the lines of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protocolgraph.model import BlockKind, Cell
from protocolgraph.readers.pdf.paragraphs import Paragraph, paragraphs
from protocolgraph.readers.pdf.regions import Column, Grid, Region, lay_out
from protocolgraph.readers.pdf.rules import RuledTable
from protocolgraph.readers.pdf.words import Word

_NUMBER = re.compile(r"\d{1,4}|[ivxl]{1,6}")


def lay_out_page(words: Sequence[Word], tables: Sequence[RuledTable], body: float) -> list[Paragraph]:
    """Return the paragraphs, headings and cells of a page in reading order; tables are numbered from 0."""
    found: list[Paragraph] = []
    number = 0
    for region in _regions(words, tables):
        if isinstance(region, Column):
            found += paragraphs(region.rows, body)
        elif _is_contents(region):
            found += _furniture(region)
        else:
            found += _cells(region, number, body)
            number += 1
    return found


def _regions(words: Sequence[Word], tables: Sequence[RuledTable]) -> list[Region]:
    """Return the regions of a page; its ruled tables stand where their upper edge is."""
    taken = {
        id(word) for table in tables for row in table.grid.rows for cell in row for line in cell for word in line.words
    }
    left = [word for word in words if id(word) not in taken]
    found: list[Region] = []
    for table in tables:
        above = [word for word in left if word.bottom < table.top + 0.5 * (word.bottom - word.top)]
        ids = set(map(id, above))
        left = [word for word in left if id(word) not in ids]
        found += lay_out(above)
        found.append(table.grid)
    return [*found, *lay_out(left)]


def _is_contents(grid: Grid) -> bool:
    """Whether a table is a list of contents: its last column holds rising page numbers and nothing else."""
    if grid.ruled or len(grid.rows) < 3:
        return False
    last = [" ".join(word.text for line in row[-1] for word in line.words) for row in grid.rows]
    numbers = [int(text) for text in last if text.isdigit()]
    named = sum(bool(_NUMBER.fullmatch(text)) for text in last)
    return named >= 0.7 * len(last) and len(numbers) > 2 and numbers == sorted(numbers)


def _furniture(grid: Grid) -> Iterator[Paragraph]:
    for row in grid.rows:
        for cell in row:
            for paragraph in paragraphs(cell):
                paragraph.kind = BlockKind.FURNITURE
                yield paragraph


def _cells(grid: Grid, number: int, body: float) -> Iterator[Paragraph]:
    """Yield the paragraphs of a table's cells, row by row; row 0 is the header, if there is one."""
    shift = 0 if has_header(grid) else 1
    for at, row in enumerate(grid.rows):
        first = True
        for column, cell in enumerate(row):
            for paragraph in paragraphs(cell, body):
                paragraph.kind = BlockKind.CELL
                paragraph.cell = Cell(number, at + shift, column, header=not shift and at == 0)
                paragraph.apart = paragraph.apart and first
                first = False
                yield paragraph


def has_header(grid: Grid) -> bool:
    """Whether the first row of a table holds the names of its columns."""
    if len(grid.rows) < 2:
        return False
    first, second = grid.rows[0], grid.rows[1]
    names = [" ".join(word.text for line in cell for word in line.words) for cell in first]
    if not all(names) or any(len(name) > 60 or name[0].isdigit() for name in names):
        return False
    words = [word for cell in first for line in cell for word in line.words]
    below = [word for cell in second for line in cell for word in line.words]
    if all(word.bold for word in words) and not all(word.bold for word in below):
        return True
    return len(first) > 2 and all(len(name.split()) <= 5 for name in names)
