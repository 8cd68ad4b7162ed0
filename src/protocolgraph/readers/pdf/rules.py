"""Ruled tables, by pdfplumber: slow, so only for the pages on which pdfium sees rules."""

from __future__ import annotations

import contextlib
import io
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import pdfplumber
import pypdfium2.raw as pdfium
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from protocolgraph.readers.pdf.regions import Grid
from protocolgraph.readers.pdf.rows import Row, rows_of
from protocolgraph.readers.pdf.words import PageWords, Word, turned

_LONG = 12.0
_THIN = 3.0
_BESIDE = 0.3
"""Share of a table's rows with words in two columns or more; what has fewer is a frame around a list."""
_CORNERS = range(4, 7)
"""Points of a rectangle's path, closed or not."""
_MOST_OBJECTS = 20_000
"""A page with more objects is a drawing."""
_MOST_CROSSINGS = 2_000_000
_FEW = 3
_MOST_WORDS = 15
_DEEPEST = 4
_SAME = 3.0
"""Points by which the edges of cells of one column differ."""
_SETTINGS = {"snap_tolerance": 3, "join_tolerance": 3, "intersection_tolerance": 4}
_FAULTS = (PdfminerException, PDFException, ValueError, KeyError, TypeError, AssertionError, RecursionError, IndexError)


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


def has_rules(page: Any) -> bool:
    """Whether a pdfium page has lines or boxes that could make a table, or the boxes of a chart."""
    across: dict[int, list[float]] = {}
    down: list[tuple[float, float, float]] = []
    boxes = 0
    width = page.get_width()
    for number, item in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=_DEEPEST)):
        if number > _MOST_OBJECTS:
            return False
        left, bottom, right, top = _bounds(item)
        if left > width or right < 0:
            continue
        flat, narrow = top - bottom < _THIN, right - left < _THIN
        box = not flat and not narrow and pdfium.FPDFPath_CountSegments(item.raw) in _CORNERS
        boxes += box and _is_label_sized(right - left, top - bottom)
        if (flat or box) and right - left > _LONG:
            for height in (bottom, top):
                across.setdefault(round(height / _SAME), []).extend((left, right))
        if (narrow or box) and top - bottom > 0.5 * _LONG:
            down += [(left, bottom, top), (right, bottom, top)]
    if len(across) < 2 or len(down) < 3 or len(across) * len(down) > _MOST_CROSSINGS:
        return False
    return boxes > _FEW or sum(_crossings(height * _SAME, ends, down) > 2 for height, ends in across.items()) > 1


def _bounds(item: Any) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of an object, as the form that holds it is placed on its page."""
    left, bottom, right, top = item.get_bounds()
    holder = item.container
    while holder is not None:
        matrix = holder.get_matrix()
        corners = [matrix.on_point(x, y) for x in (left, right) for y in (bottom, top)]
        across, up = [x for x, _ in corners], [y for _, y in corners]
        left, bottom, right, top = min(across), min(up), max(across), max(up)
        holder = holder.container
    return left, bottom, right, top


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


class RuledTables:
    """Finds the ruled tables of a file's pages; the file is opened for the first of them."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._open = contextlib.ExitStack()
        self._pdf: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def on(self, page: PageWords) -> list[RuledTable]:
        """Return the tables of a page, from top to bottom; none if the page cannot be understood."""
        try:
            if self._pdf is None:
                self._open.enter_context(_quiet())
                self._pdf = self._open.enter_context(pdfplumber.open(io.BytesIO(self._data)))
            plumbed = self._pdf.pages[page.number - 1]
            found = plumbed.find_tables({**_SETTINGS, **_thin_lines(plumbed.curves)})
            left, top = plumbed.bbox[:2]
            plumbed.close()
        except _FAULTS:
            return []
        made = [_ruled(table, page, left, top) for table in found]
        framed = [table for table in found if _is_frame(table)]
        if len(framed) > 1:
            made += [box for table in framed for box in _boxes(table, page, left, top)]
        return _apart(sorted((table for table in made if table), key=lambda table: (table.top, table.x0)))


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep the library's remarks on faulty fonts and the like from the terminal."""
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _ruled(table: Any, page: PageWords, left: float, top: float) -> RuledTable | None:
    """Return a table with the words in its cells; None if it is a box, or holds nothing."""
    cells = sorted({turned((x0 - left, y0 - top, x1 - left, y1 - top), page) for x0, y0, x1, y1 in table.cells})
    rows, columns = _edges([cell[1] for cell in cells]), _edges([cell[0] for cell in cells])
    if len(rows) * len(columns) < 2 or len(columns) < 2:
        return None
    grid: list[list[list[Word]]] = [[[] for _ in columns] for _ in rows]
    for cell in cells:
        at = _nearest(rows, cell[1]), _nearest(columns, cell[0])
        grid[at[0]][at[1]] += [word for word in page.words if _inside(word, cell)]
    used = [column for column in range(len(columns)) if any(row[column] for row in grid)]
    filled = [[row[column] for column in used] for row in grid if any(row)]
    beside = sum(sum(map(bool, row)) > 1 for row in filled)
    if len(used) < 2 or beside < max(1, _BESIDE * len(filled)):
        return None
    x0, x1 = min(cell[0] for cell in cells), max(cell[2] for cell in cells)
    made = Grid([[rows_of(cell) for cell in row] for row in filled], x0, x1, ruled=True)
    return RuledTable(min(cell[1] for cell in cells), max(cell[3] for cell in cells), x0, x1, made)


def _thin_lines(curves: Sequence[Any]) -> dict[str, list[dict[str, Any]]]:
    """Return thin shapes as lines, as some programs draw them."""
    across, down = [], []
    for curve in curves:
        width, height = curve["x1"] - curve["x0"], curve["bottom"] - curve["top"]
        if height < _THIN < width:
            middle = (curve["top"] + curve["bottom"]) / 2
            across.append({**curve, "object_type": "line", "top": middle, "bottom": middle, "height": 0})
        elif width < _THIN < height:
            middle = (curve["x0"] + curve["x1"]) / 2
            down.append({**curve, "object_type": "line", "x0": middle, "x1": middle, "width": 0})
    return {"explicit_horizontal_lines": across, "explicit_vertical_lines": down}


def _is_frame(table: Any) -> bool:
    """Whether a table is a row of boxes, none larger than one of a chart; a label and its value are none."""
    if len({round(cell[1]) for cell in table.cells}) > 1 or len(table.cells) < _FEW:
        return False
    return all(_is_label_sized(x1 - x0, bottom - top) for x0, top, x1, bottom in table.cells)


def _boxes(table: Any, page: PageWords, left: float, top: float) -> Iterator[RuledTable]:
    """Yield the boxes of a chart that hold a few words, each a table of one cell."""
    for x0, y0, x1, y1 in table.cells:
        cell = turned((x0 - left, y0 - top, x1 - left, y1 - top), page)
        words = [word for word in page.words if _inside(word, cell)]
        if 0 < len(words) <= _MOST_WORDS:
            yield RuledTable(cell[1], cell[3], cell[0], cell[2], Grid([[rows_of(words)]], cell[0], cell[2], ruled=True))


def _apart(tables: Sequence[RuledTable]) -> list[RuledTable]:
    """Return the tables without those whose words stand in one before them; boxes of one cell count more."""
    kept: list[RuledTable] = []
    taken: set[int] = set()
    for table in sorted(tables, key=lambda table: not _is_box(table)):
        words = {id(word) for line in table.lines for word in line.words}
        if not words & taken:
            kept.append(table)
            taken |= words
    return sorted(kept, key=lambda table: (table.top, table.x0))


def _is_box(table: RuledTable) -> bool:
    return len(table.grid.rows) == 1 and len(table.grid.rows[0]) == 1


def _edges(places: Sequence[float]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _SAME:
            edges.append(place)
    return edges


def _nearest(edges: Sequence[float], place: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - place))


def _inside(word: Word, cell: tuple[float, float, float, float]) -> bool:
    across, down = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return cell[0] <= across <= cell[2] and cell[1] <= down <= cell[3]
