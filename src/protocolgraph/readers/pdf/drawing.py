"""The straight lines and boxes that are drawn on a page, as pdfium keeps them.

pdfium is asked through its own functions, object by object: its Python helpers, and any reader that has
to understand a page's letters before it tells its lines, take many times as long.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from protocolgraph.readers.pdf.calls import Handle, bare

_MOST_OBJECTS = 20_000
"""A page with more objects, or more points in its paths, is a picture."""
_MOST_POINTS = 40_000
_DEEPEST = 4
_THIN = 3.0
"""Points: a shape is so thin, or thinner, that it looks like a line."""
_STRAIGHT = 0.1
"""Points by which the ends of a line that stands upright or lies level differ."""
_CORNERS = (4, 5)
_BEND = 3
"""Points of a bend, of which the last is where it leads."""
_STROKE = 12
"""Points of a path that may be a line between two boxes; one with more is a picture's outline."""

_GET_MATRIX = bare(pdfium.FPDFPageObj_GetMatrix)
_TYPE_OF = bare(pdfium.FPDFPageObj_GetType, ctypes.c_int)
_COUNT_SEGMENTS = bare(pdfium.FPDFPath_CountSegments, ctypes.c_int)
_GET_SEGMENT = bare(pdfium.FPDFPath_GetPathSegment, Handle)
_SEGMENT_TYPE = bare(pdfium.FPDFPathSegment_GetType, ctypes.c_int)
_GET_POINT = bare(pdfium.FPDFPathSegment_GetPoint)
_CLOSES = bare(pdfium.FPDFPathSegment_GetClose, ctypes.c_int)
_ON_PAGE = bare(pdfium.FPDFPage_CountObjects, ctypes.c_int), bare(pdfium.FPDFPage_GetObject, Handle)
_ON_FORM = bare(pdfium.FPDFFormObj_CountObjects, ctypes.c_int), bare(pdfium.FPDFFormObj_GetObject, Handle)

Rect = tuple[float, float, float, float]
"""Left, top, right and bottom."""
Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawing:
    """What is drawn on a page, in points from its top left."""

    edges: list[Rect] = field(default_factory=list)
    """Lines that lie level or stand upright, among them the sides of boxes."""
    boxes: list[Rect] = field(default_factory=list)
    strokes: list[list[Point]] = field(default_factory=list)
    """Lines of one or more pieces that are no box, bent or slanting ones too."""


class _Pen:
    """Follows the paths of one page; the memory for pdfium's answers is made once."""

    def __init__(self, place: Callable[[float, float, float, float], Sequence[float]]) -> None:
        self._place = place
        self._x, self._y, self._matrix = ctypes.c_float(), ctypes.c_float(), pdfium.FS_MATRIX()
        self._by_point = ctypes.byref(self._x), ctypes.byref(self._y)
        self._by_matrix = ctypes.byref(self._matrix)
        self.points = 0
        self.drawing = Drawing()

    def matrix_of(self, item: Any, outer: Matrix) -> Matrix:
        """Return how an object's own coordinates become those of the page."""
        _GET_MATRIX(item, self._by_matrix)
        own, (a, b, c, d, e, f) = self._matrix, outer
        return (
            own.a * a + own.b * c,
            own.a * b + own.b * d,
            own.c * a + own.d * c,
            own.c * b + own.d * d,
            own.e * a + own.f * c + e,
            own.e * b + own.f * d + f,
        )

    def follow(self, path: Any, matrix: Matrix) -> None:
        """Note the lines of a path."""
        a, b, c, d, e, f = matrix
        count = _COUNT_SEGMENTS(path)
        self.points += count
        if self.points > _MOST_POINTS:
            return
        piece: list[Point] = []
        bent = 0
        for number in range(count):
            segment = _GET_SEGMENT(path, number)
            kind = _SEGMENT_TYPE(segment)
            if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
                bent += 1
                if bent % _BEND:
                    continue
            elif kind == pdfium.FPDF_SEGMENT_MOVETO:
                self._note(piece)
                piece = []
            _GET_POINT(segment, *self._by_point)
            x, y = self._x.value, self._y.value
            x, y = a * x + c * y + e, b * x + d * y + f
            left, top, _, _ = self._place(x, y, x, y)
            piece.append((left, top))
            if _CLOSES(segment) and piece[0] != piece[-1]:
                piece.append(piece[0])
        self._note(piece)

    def _note(self, piece: list[Point]) -> None:
        if len(piece) < 2:
            return
        across, down = [x for x, _ in piece], [y for _, y in piece]
        rect = min(across), min(down), max(across), max(down)
        width, height = rect[2] - rect[0], rect[3] - rect[1]
        if min(width, height) < _THIN:
            self._note_thin(rect, width, height)
        elif _is_box(piece, rect):
            x0, top, x1, bottom = rect
            self.drawing.boxes.append(rect)
            self.drawing.edges += [(x0, top, x1, top), (x0, bottom, x1, bottom)]
            self.drawing.edges += [(x0, top, x0, bottom), (x1, top, x1, bottom)]
        else:
            self.drawing.edges += _straight(piece)
            if len(piece) <= _STROKE:
                self.drawing.strokes.append(piece)

    def _note_thin(self, rect: Rect, width: float, height: float) -> None:
        x0, top, x1, bottom = rect
        if max(width, height) < _THIN:
            return
        if width > height:
            middle = (top + bottom) / 2
            edge = (x0, middle, x1, middle)
        else:
            middle = (x0 + x1) / 2
            edge = (middle, top, middle, bottom)
        self.drawing.edges.append(edge)
        self.drawing.strokes.append([edge[:2], edge[2:]])


def read_drawing(page: Any, place: Callable[[float, float, float, float], Sequence[float]]) -> Drawing:
    """Return the lines and boxes of an open pdfium page; none if it is a picture of many thousand lines."""
    pen = _Pen(place)
    for number, (path, matrix) in enumerate(_paths(page.raw, pen, _IDENTITY, 0)):
        pen.follow(path, matrix)
        if number > _MOST_OBJECTS or pen.points > _MOST_POINTS:
            return Drawing()
    return pen.drawing


def _paths(holder: Any, pen: _Pen, outer: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
    """Yield the paths of a page, and of the forms that are drawn on it."""
    count, get = _ON_FORM if depth else _ON_PAGE
    for number in range(count(holder)):
        item = get(holder, number)
        kind = _TYPE_OF(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield item, pen.matrix_of(item, outer)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            yield from _paths(item, pen, pen.matrix_of(item, outer), depth + 1)


def _is_box(piece: Sequence[Point], rect: Rect) -> bool:
    """Whether a path goes round a rectangle."""
    if len(piece) not in _CORNERS or (len(piece) == max(_CORNERS) and piece[0] != piece[-1]):
        return False
    x0, top, x1, bottom = rect
    corners = {(_near(x, x0, x1), _near(y, top, bottom)) for x, y in piece}
    return len(corners) == 4 and None not in {end for corner in corners for end in corner}


def _near(place: float, low: float, high: float) -> bool | None:
    if abs(place - low) < _STRAIGHT:
        return False
    return True if abs(place - high) < _STRAIGHT else None


def _straight(piece: Sequence[Point]) -> Iterator[Rect]:
    for (x0, y0), (x1, y1) in pairwise(piece):
        if abs(x0 - x1) < _STRAIGHT or abs(y0 - y1) < _STRAIGHT:
            yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
