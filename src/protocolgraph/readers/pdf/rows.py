"""Words to rows, and the white corridors between the columns of a page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter

from protocolgraph.readers.pdf.words import Word

_SAME_ROW = 0.5
"""Words of one row share so much of the height of the lower of them."""
_LOOK_BACK = 3
"""A word belongs to one of so many rows before it: columns need not stand on one line."""
_GAP = 0.75
"""White space between two words, in font sizes, that may be a corridor between columns."""
_TOGETHER = 0.5
"""Words that stand so close, in font sizes, are of one cell."""
_NARROWEST = 0.6
"""A corridor is nowhere narrower, in font sizes."""
_FEWEST = 3
"""So many rows on both sides of it make a corridor."""
_WIDE = 2.0
"""Where it is so wide, in font sizes, two do."""
_STEP = 1.9
"""A step of so many usual ones, with something larger below it, ends the columns."""
_TITLE = 1.6
"""What is so many times larger than the columns below it stands above them all."""
_LABEL = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]|[ivxl]{1,6}|[IVXL]{1,6}|[A-Z])[.):]{0,2}|[^\w\s(£$€&\"'‘“]|[\ue000-\uf8ff]|o"
)
"""A number, letter or bullet that hangs before its words."""

_PLACE = attrgetter("bottom", "x0")
_LEFT = attrgetter("x0")


@dataclass(slots=True)
class Row:
    """Words at one height, from left to right."""

    words: list[Word]
    x0: float = 0.0
    x1: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    size: float = 0.0
    gaps: list[tuple[float, float]] = field(default_factory=list)
    """White spaces between its words that are wide enough to part columns."""


@dataclass(slots=True)
class Corridor:
    """A white band from the row `first` to the row `last`, with words at both sides in the rows `both`."""

    x0: float
    x1: float
    first: int
    last: int
    both: list[int]


def rows_of(words: Sequence[Word]) -> list[Row]:
    """Return the rows of these words, from top to bottom."""
    rows: list[Row] = []
    for word in sorted(words, key=_PLACE):
        for row in rows[: -_LOOK_BACK - 1 : -1]:
            if _shares(row, word):
                row.words.append(word)
                break
        else:
            rows.append(Row([word], top=word.top, bottom=word.bottom))
    for row in rows:
        _measure(row)
    rows.sort(key=_PLACE)
    return rows


def _shares(row: Row, word: Word) -> bool:
    """Whether a row and a word share more than half of the height of the lower of them."""
    top = row.top if row.top > word.top else word.top
    bottom = row.bottom if row.bottom < word.bottom else word.bottom
    tall, other = row.bottom - row.top, word.bottom - word.top
    return bottom - top > _SAME_ROW * (tall if tall < other else other)


def _measure(row: Row) -> None:
    words = row.words
    words.sort(key=_LEFT)
    if len(words) > 1:
        words = row.words = _without_doubles(words)
    first = words[0]
    row.x0, end, alone = first.x0, first.x1, True
    top, bottom, size = first.top, first.bottom, first.size
    for before, word in pairwise(words):
        wide = word.x0 - end > _GAP * word.size
        if wide and not (alone and _hangs_before(before.text, word.text, first=before is first)):
            row.gaps.append((end, word.x0))
        if word.x1 > end:
            end = word.x1
        if word.top < top:
            top = word.top
        if word.bottom > bottom:
            bottom = word.bottom
        if word.size > size:
            size = word.size
        alone = wide
    row.x1, row.top, row.bottom, row.size = end, top, bottom, size


def _hangs_before(text: str, words: str, *, first: bool) -> bool:
    """Whether a word is a label: a bare number only at the head of a row, as others stand in columns of figures."""
    if not _LABEL.fullmatch(text):
        return False
    return first or not text[-1].isalnum() or text == "o" or ("." in text and words[0].isalpha())


def _without_doubles(words: list[Word]) -> list[Word]:
    """Return the words without those that were painted twice on one place, to look bold or to throw a shadow."""
    kept = [words[0]]
    for word in words[1:]:
        last = kept[-1]
        if word.text == last.text and abs(word.x0 - last.x0) < 0.2 * word.size:
            continue
        kept.append(word)
    return kept


def step_of(rows: Sequence[Row]) -> float:
    """Return the usual distance from one row to the next."""
    steps = sorted(
        step for before, row in pairwise(rows) if 0.5 * row.size < (step := row.bottom - before.bottom) < 3 * row.size
    )
    return steps[len(steps) // 2] if steps else 1.2 * (rows[0].size if rows else 12.0)


def find_corridors(rows: Sequence[Row]) -> list[Corridor]:
    """Return the corridors of a region, in the order of their first rows."""
    if not any(row.gaps for row in rows):
        return []
    step = step_of(rows)
    found: list[Corridor] = []
    active: list[Corridor] = []
    for at, row in enumerate(rows):
        if at and _parts(rows[at - 1], row, step):
            found += active
            active = []
        active, closed = _go_on(active, row, at)
        found += closed
        active += [
            Corridor(gap[0], gap[1], at, at, [at]) for gap in row.gaps if not any(_in(gap, other) for other in active)
        ]
    found += active
    kept = [_upwards(corridor, rows, step) for corridor in found if _is_one(corridor, rows)]
    return sorted(kept, key=lambda corridor: (corridor.first, corridor.x0))


def _parts(before: Row, row: Row, step: float) -> bool:
    """Whether wide white space and then something larger begins a region of its own."""
    return row.bottom - before.bottom > _STEP * step and row.size > before.size + 0.9 and not row.gaps


def _go_on(active: list[Corridor], row: Row, at: int) -> tuple[list[Corridor], list[Corridor]]:
    """Return the corridors that go on through a row, and those that end before it."""
    going, closed = [], []
    narrowest = _NARROWEST * row.size
    for corridor in active:
        best = None
        for gap in row.gaps:
            low, high = max(gap[0], corridor.x0), min(gap[1], corridor.x1)
            if high - low >= narrowest and (best is None or high - low > best[1] - best[0]):
                best = low, high
        if best:
            corridor.x0, corridor.x1 = best
            corridor.both.append(at)
        else:
            low, high = _beside(row, corridor)
            if high - low < narrowest:
                closed.append(corridor)
                continue
            corridor.x0, corridor.x1 = low, high
        corridor.last = at
        going.append(corridor)
    return going, closed


def _beside(row: Row, corridor: Corridor) -> tuple[float, float]:
    """Return what a row that stands at one side leaves of a corridor."""
    if row.x0 > corridor.x0:
        left = corridor.x0, min(corridor.x1, row.x0)
        if left[1] - left[0] > 0 and row.x0 >= corridor.x1 - 0.5 * (corridor.x1 - corridor.x0):
            return left
    if row.x1 < corridor.x1:
        return max(corridor.x0, row.x1), corridor.x1
    return 0.0, 0.0


def _in(gap: tuple[float, float], corridor: Corridor) -> bool:
    return min(gap[1], corridor.x1) - max(gap[0], corridor.x0) > 0


def _is_one(corridor: Corridor, rows: Sequence[Row]) -> bool:
    size = rows[corridor.both[0]].size
    width = corridor.x1 - corridor.x0
    return len(corridor.both) >= _FEWEST or (len(corridor.both) > 1 and width >= _WIDE * size)


def _upwards(corridor: Corridor, rows: Sequence[Row], step: float) -> Corridor:
    """Return a corridor that begins with the rows above it that stand at one side."""
    at = corridor.first - 1
    while at >= 0:
        row, below = rows[at], rows[at + 1]
        clear = row.x0 >= corridor.x1 or row.x1 <= corridor.x0
        if not clear or _parts(row, below, step) or below.bottom - row.bottom > 3 * step:
            break
        if row.size > _TITLE * below.size:
            break
        corridor.first = at
        at -= 1
    return corridor


def sides(words: Sequence[Word], corridors: Sequence[Corridor]) -> list[list[Word]]:
    """Return the words between these corridors, which stand from left to right, column by column."""
    bounds = [(corridor.x0 + corridor.x1) / 2 for corridor in corridors]
    columns: list[list[Word]] = [[] for _ in range(len(bounds) + 1)]
    for word in words:
        columns[bisect_right(bounds, (word.x0 + word.x1) / 2)].append(word)
    return columns


def cells_of(words: Sequence[Word], corridors: Sequence[Corridor]) -> list[list[Word]]:
    """Return the words of a row of a table, column by column; what no white space parts stays together."""
    columns = sides(words, corridors)
    for at in range(1, len(columns)):
        left, right = columns[at - 1], columns[at]
        while left and right and right[0].x0 - left[-1].x1 < _TOGETHER * right[0].size:
            left.append(right.pop(0))
    return columns


def hangs(text: str) -> bool:
    """Whether a word is a number, a letter or a bullet such as hangs before an item's words."""
    return bool(_LABEL.fullmatch(text))
