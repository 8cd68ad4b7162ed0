"""Which boxes of a chart a line joins, where the geometry is plain.

Lines that touch each other are one net. A net that ends at two boxes joins them; one that leaves the lower side of one
box and ends at the upper sides of others joins that one with each of them. Of any other net nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from protocolgraph.readers.pdf.drawing import Point, Rect
from protocolgraph.readers.pdf.rules import RuledTable
from protocolgraph.readers.pdf.words import PageWords, turned

_NEAR = 8.0
"""Points between the end of a line and the box that it leads to: the head of an arrow stands between them."""
_TOUCH = 2.5
_LEAST = 6.0
"""Points of a line; what is shorter is the head of an arrow."""
_MOST = 400
"""A page with more lines is a drawing."""

Stroke = list[Point]


def joined_boxes(page: PageWords, tables: Sequence[RuledTable]) -> Iterator[tuple[RuledTable, RuledTable]]:
    """Yield the pairs of boxes that a line joins, each once."""
    boxes = [table for table in tables if table.is_box]
    if page.drawing is None or len(boxes) < 2:
        return
    strokes = [stroke for stroke in map(_Turner(page), page.drawing.strokes) if _is_link(stroke, boxes)]
    seen: set[tuple[int, int]] = set()
    for net in _nets(strokes) if len(strokes) <= _MOST else ():
        for one, other in _pairs(net, boxes):
            if (one, other) not in seen:
                seen.add((one, other))
                yield boxes[one], boxes[other]


class _Turner:
    """Turns a stroke as the words of its page were turned."""

    def __init__(self, page: PageWords) -> None:
        self._page = page

    def __call__(self, stroke: Stroke) -> Stroke:
        return [turned((x, y, x, y), self._page)[:2] for x, y in stroke]


def _is_link(stroke: Stroke, boxes: Sequence[RuledTable]) -> bool:
    """Whether a stroke may lead from box to box: open, of some length, and no side of a box."""
    first, last = stroke[0], stroke[-1]
    if first == last or max(abs(first[0] - last[0]), abs(first[1] - last[1])) < _LEAST:
        return False
    return not any(_is_side(stroke, box.rect) for box in boxes)


def _is_side(stroke: Stroke, rect: Rect) -> bool:
    """Whether all of a stroke runs along the border of a box."""
    x0, top, x1, bottom = rect
    inside = all(x0 - _TOUCH <= x <= x1 + _TOUCH and top - _TOUCH <= y <= bottom + _TOUCH for x, y in stroke)
    over = any(_over(stroke, rect, axis) for axis in (0, 1))
    return inside or over


def _over(stroke: Stroke, rect: Rect, axis: int) -> bool:
    """Whether a straight stroke covers a whole side of a box, as the wall of a row of boxes does."""
    low, high = rect[axis], rect[axis + 2]
    walls = (rect[1 - axis], rect[3 - axis])
    along, across = [point[axis] for point in stroke], [point[1 - axis] for point in stroke]
    level = max(across) - min(across) < _TOUCH and any(abs(across[0] - wall) < _TOUCH for wall in walls)
    return level and min(along) <= low + _TOUCH and max(along) >= high - _TOUCH


def _nets(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """Return the strokes in groups that touch each other."""
    nets: list[list[Stroke]] = []
    for stroke in strokes:
        own = [net for net in nets if any(_touch(stroke, other) for other in net)]
        nets = [net for net in nets if net not in own]
        nets.append([stroke, *(other for net in own for other in net)])
    return nets


def _touch(one: Stroke, other: Stroke) -> bool:
    """Whether an end of one of two strokes lies on the other."""
    return any(
        _on(point, start, end)
        for line, ends in ((one, other), (other, one))
        for point in (ends[0], ends[-1])
        for start, end in pairwise(line)
    )


def _on(point: Point, start: Point, end: Point) -> bool:
    """Whether a point lies on a piece of a line: the way over it is no longer than the piece."""
    way = _distance(start, point) + _distance(point, end)
    return way - _distance(start, end) < _TOUCH / 2


def _distance(one: Point, other: Point) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def _pairs(net: Sequence[Stroke], boxes: Sequence[RuledTable]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the boxes that a net joins; nothing unless it is plain."""
    ends = [end for stroke in net for end in (stroke[0], stroke[-1])]
    loose = [end for end in ends if not _is_joint(end, net)]
    found = [_nearest(end, boxes) for end in loose]
    if any(at is None for at, _ in found):
        return
    touched = {at: side for at, side in found if at is not None}
    if len(touched) == 2:
        one, other = sorted(touched)
        yield one, other
        return
    above = [at for at, side in touched.items() if side == "below"]
    below = [at for at, side in touched.items() if side == "above"]
    if len(above) == 1 and len(below) > 1 and len(touched) == 1 + len(below):
        yield from ((above[0], at) for at in sorted(below))


def _is_joint(end: Point, net: Sequence[Stroke]) -> bool:
    """Whether the end of a stroke lies on another stroke of its net."""
    return sum(any(_on(end, start, stop) for start, stop in pairwise(stroke)) for stroke in net) > 1


def _nearest(end: Point, boxes: Sequence[RuledTable]) -> tuple[int | None, str]:
    """Return the one box that an end of a line leads to, and at which of its sides the end stands."""
    near = [(at, side) for at, box in enumerate(boxes) if (side := _side_of(end, box.rect))]
    return near[0] if len(near) == 1 else (None, "")


def _side_of(end: Point, rect: Rect) -> str:
    """Return where a point stands beside a box, "above", "below" or "beside"; nothing if it is not near."""
    x, y = end
    x0, top, x1, bottom = rect
    if x0 - _TOUCH <= x <= x1 + _TOUCH:
        if -_NEAR <= y - top <= _TOUCH:
            return "above"
        if -_TOUCH <= y - bottom <= _NEAR:
            return "below"
    level = top - _TOUCH <= y <= bottom + _TOUCH
    return "beside" if level and (-_NEAR <= x - x0 <= _TOUCH or -_TOUCH <= x - x1 <= _NEAR) else ""
