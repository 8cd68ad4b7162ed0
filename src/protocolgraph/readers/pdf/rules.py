"""Ruled tables: the lines that pdfium keeps, put together to cells by pdfplumber's own functions for that."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

from protocolgraph.readers.pdf.drawing import Drawing, Rect
from protocolgraph.readers.pdf.regions import Grid
from protocolgraph.readers.pdf.rows import Row, rows_of
from protocolgraph.readers.pdf.words import PageWords, Word, turned

_LONG = 12.0
_BESIDE = 0.3
"""Share of a table's rows with words in two columns or more; what has fewer is a frame around a list."""
_MOST_CROSSINGS = 2_000_000
_FEW = 3
_MOST_WORDS = 15
_SAME = 3.0
"""Points by which the edges of cells of one column differ."""
_SNAP, _MEET = 3, 4
"""Points within which lines are one, and within which they meet."""


@dataclass(slots=True)
class RuledTable:
    """A table and its words."""

    top: float
    bottom: float
    x0: float
    x1: float
    grid: Grid

    @property
    def lines(self) -> list[Row]:
        """All lines in its cells."""
        return [line for row in self.grid.rows for cell in row for line in cell]

    @property
    def is_box(self) -> bool:
        """Whether it is one box of a chart."""
        return len(self.grid.rows) == 1 and len(self.grid.rows[0]) == 1

    @property
    def rect(self) -> Rect:
        """Where it stands."""
        return self.x0, self.top, self.x1, self.bottom


def has_rules(drawing: Drawing) -> bool:
    """Whether lines or boxes could make a table, or the boxes of a chart."""
    across: dict[int, list[float]] = {}
    down: list[tuple[float, float, float]] = []
    for x0, top, x1, bottom in drawing.edges:
        if x1 - x0 > _LONG:
            across.setdefault(round(top / _SAME), []).extend((x0, x1))
        elif bottom - top > 0.5 * _LONG:
            down.append((x0, top, bottom))
    if len(across) < 2 or len(down) < 3 or len(across) * len(down) > _MOST_CROSSINGS:
        return False
    labels = sum(_is_label_sized(x1 - x0, bottom - top) for x0, top, x1, bottom in drawing.boxes)
    return labels > _FEW or sum(_crossings(height * _SAME, ends, down) > 2 for height, ends in across.items()) > 1


def _is_label_sized(width: float, height: float) -> bool:
    """Whether a box could be one of a chart, with a name in it."""
    return _LONG * 3 < width < 300 and 15 < height < 200


def _crossings(height: float, ends: Sequence[float], down: Sequence[tuple[float, float, float]]) -> int:
    low, high = min(ends) - _SAME, max(ends) + _SAME
    return len(
        {
            round(x / (2 * _SAME))
            for x, bottom, top in down
            if low <= x <= high and bottom - _SAME <= height <= top + _SAME
        }
    )


class _Words:
    """A page's words by the height that they stand at."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = sorted(words, key=_height)
        self._heights = [_height(word) for word in self._words]

    def inside(self, cell: Rect) -> list[Word]:
        """Return the words whose middle is in a cell."""
        low, high = bisect_left(self._heights, cell[1]), bisect_right(self._heights, cell[3])
        return [word for word in self._words[low:high] if cell[0] <= (word.x0 + word.x1) / 2 <= cell[2]]


def _height(word: Word) -> float:
    return (word.top + word.bottom) / 2


def find_tables(page: PageWords) -> list[RuledTable]:
    """Return the ruled tables of a page, from top to bottom, and the boxes of a chart."""
    if page.drawing is None:
        return []
    found, alone = _tables([turned(edge, page) for edge in page.drawing.edges])
    words = _Words(page.words)
    made = [_ruled(cells, words) for cells in found]
    framed = [cells for cells in found if _is_frame(cells)]
    boxes = list(_boxes(alone, words))
    if len(framed) > 1 or len(boxes) > _FEW or (framed and boxes):
        made += [*boxes, *(box for cells in framed for box in _boxes(cells, words))]
    return _apart(sorted((table for table in made if table), key=lambda table: (table.top, table.x0)))


def _tables(edges: Sequence[Rect]) -> tuple[list[list[Rect]], list[Rect]]:
    """Return the cells of each table that these lines make, and the boxes that are of no table."""
    lines = merge_edges([_line(edge) for edge in edges], _SNAP, _SNAP, _SNAP, _SNAP)
    lines = [line for line in lines if line["width"] + line["height"] >= _SNAP]
    cells = intersections_to_cells(edges_to_intersections(lines, _MEET, _MEET))
    tables = cells_to_tables(cells)
    sized = [cell for cell in cells if _is_label_sized(cell[2] - cell[0], cell[3] - cell[1])]
    return tables, [cell for cell in sized if not any(_adjoin(cell, other) for other in cells if other != cell)]


def _adjoin(one: Rect, other: Rect) -> bool:
    """Whether two cells overlap or lie wall to wall."""
    return (
        one[0] - _MEET < other[2]
        and other[0] - _MEET < one[2]
        and one[1] - _MEET < other[3]
        and other[1] - _MEET < one[3]
    )


def _line(edge: Rect) -> dict[str, Any]:
    """Return a line as pdfplumber tells it."""
    x0, top, x1, bottom = edge
    size = {"width": x1 - x0, "height": bottom - top, "orientation": "h" if x1 - x0 > bottom - top else "v"}
    return {"x0": x0, "top": top, "x1": x1, "bottom": bottom, **size}


def _ruled(found: Sequence[Rect], words: _Words) -> RuledTable | None:
    """Return a table with the words in its cells; None if it is a box, or holds nothing."""
    cells = sorted(set(found))
    rows, columns = _edges([cell[1] for cell in cells]), _edges([cell[0] for cell in cells])
    if len(rows) * len(columns) < 2 or len(columns) < 2:
        return None
    grid: list[list[list[Word]]] = [[[] for _ in columns] for _ in rows]
    for cell in cells:
        at = _nearest(rows, cell[1]), _nearest(columns, cell[0])
        grid[at[0]][at[1]] += words.inside(cell)
    _take_rest(grid, cells, words, rows, columns)
    used = [column for column in range(len(columns)) if any(row[column] for row in grid)]
    full = [row for row in range(len(rows)) if any(grid[row])]
    filled = [[grid[row][column] for column in used] for row in full]
    beside = sum(sum(map(bool, row)) > 1 for row in filled)
    if len(used) < 2 or beside < max(1, _BESIDE * len(filled)):
        return None
    x0, x1 = min(cell[0] for cell in cells), max(cell[2] for cell in cells)
    spans = _spans(cells, [rows[row] for row in full], [columns[column] for column in used])
    made = Grid([[rows_of(cell) for cell in row] for row in filled], x0, x1, ruled=True, spans=spans)
    return RuledTable(min(cell[1] for cell in cells), max(cell[3] for cell in cells), x0, x1, made)


def _spans(cells: Sequence[Rect], rows: Sequence[float], columns: Sequence[float]) -> dict[tuple[int, int], int]:
    """Return over how many rows the cells go that are merged over several; rows and columns by where they begin."""
    found = {}
    for x0, top, _, bottom in cells:
        over = [at for at, row in enumerate(rows) if top - _SAME <= row < bottom - _SAME]
        if len(over) > 1 and abs(columns[_nearest(columns, x0)] - x0) <= _SAME:
            found[over[0], _nearest(columns, x0)] = len(over)
    return found


def _take_rest(
    grid: list[list[list[Word]]], cells: Sequence[Rect], words: _Words, rows: Sequence[float], columns: Sequence[float]
) -> None:
    """Put the words of a table that stand in none of its cells, as one side is not ruled, where row and column meet."""
    whole = min(c[0] for c in cells), min(c[1] for c in cells), max(c[2] for c in cells), max(c[3] for c in cells)
    taken = {id(word) for row in grid for cell in row for word in cell}
    for word in words.inside(whole):
        if id(word) not in taken:
            row, column = bisect_right(rows, _height(word)) - 1, bisect_right(columns, (word.x0 + word.x1) / 2) - 1
            grid[max(row, 0)][max(column, 0)].append(word)


def _is_frame(cells: Sequence[Rect]) -> bool:
    """Whether a table is a row of boxes, none larger than one of a chart; a label and its value are none."""
    if len({round(cell[1]) for cell in cells}) > 1 or len(cells) < _FEW:
        return False
    return all(_is_label_sized(x1 - x0, bottom - top) for x0, top, x1, bottom in cells)


def _boxes(cells: Sequence[Rect], words: _Words) -> Iterator[RuledTable]:
    """Yield the boxes of a chart that hold a few words, each a table of one cell."""
    for cell in cells:
        held = words.inside(cell)
        if 0 < len(held) <= _MOST_WORDS:
            yield RuledTable(cell[1], cell[3], cell[0], cell[2], Grid([[rows_of(held)]], cell[0], cell[2], ruled=True))


def _apart(tables: Sequence[RuledTable]) -> list[RuledTable]:
    """Return the tables without those whose words stand in one before them; boxes of one cell count more."""
    kept: list[RuledTable] = []
    taken: set[int] = set()
    for table in sorted(tables, key=lambda table: not table.is_box):
        words = {id(word) for line in table.lines for word in line.words}
        if not words & taken:
            kept.append(table)
            taken |= words
    return sorted(kept, key=lambda table: (table.top, table.x0))


def _edges(places: Sequence[float]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _SAME:
            edges.append(place)
    return edges


def _nearest(edges: Sequence[float], place: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - place))
