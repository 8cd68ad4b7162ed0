"""A page's words to columns and tables, in the order in which they are read.

A region is cut along its best white corridor: the part above it, the columns from left to right, the
part below, each of them cut again. Where the corridor parts the cells of a table, rows are kept.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from protocolgraph.readers.pdf.rows import Corridor, Row, cells_of, find_corridors, hangs, rows_of, sides, step_of
from protocolgraph.readers.pdf.words import Word

_DEEPEST = 12
_PROSE_ROWS = 4
_PROSE_WORDS = 3.0
_FULL = 0.7
"""A row fills its column where it is so wide."""
_SHARED = 0.35
"""Share of rows with words in two columns or more from which a region is a table."""
_ITEMS, _BELONG, _HANGING = 3, 0.8, 3.0
"""A list has so many labels, and so large a share of its rows begins with one, or so close below an item's words."""
_SIDE_ROWS, _TALL, _DENSE = 4, 0.7, 0.6
"""A column beside the text has so many rows, its corridor goes through so large a share of the text's, and so much of
its height is lines."""
_GROUP = 3
"""So many lines that fill so many columns each may be rows without white bands between them."""
_NOTES = 3
"""A column of prose has so many times the rows of the notes in its margin."""
_BAND = 1.3
_BANDS = 0.3
"""White bands part the rows of a table that has so many of them for each line; elsewhere each line is one."""
_AS_LONG = 0.4
"""Share of the rows of the best corridor that any other goes through."""


@dataclass(slots=True)
class Column:
    """Rows of one column, from top to bottom."""

    rows: list[Row]


@dataclass(slots=True)
class Grid:
    """A table: for each row and column the lines of the cell, which may be none."""

    rows: list[list[list[Row]]]
    x0: float
    x1: float
    ruled: bool = False
    spans: dict[tuple[int, int], int] = field(default_factory=dict)
    """Over how many rows the cells go that are merged over several, by row and column."""


Region = Column | Grid


def lay_out(words: Sequence[Word]) -> list[Region]:
    """Return the columns and tables of these words in reading order."""
    return _lay_out(rows_of(words), 0)


def _lay_out(rows: list[Row], depth: int) -> list[Region]:
    corridors = find_corridors(rows) if depth < _DEEPEST else []
    if not corridors:
        return [Column(rows)] if rows else []
    best = max(corridors, key=lambda corridor: (len(corridor.both), corridor.x1 - corridor.x0))
    first, last = best.first, best.last
    inside = rows[first : last + 1]
    beside = _beside(best, corridors)
    parts = sides([word for row in inside for word in row.words], beside)
    columns = [rows_of(part) for part in parts]
    middle: list[Region]
    bare = _without_labels(columns, beside)
    if bare and len(bare) < len(beside):
        merged = [rows_of(part) for part in sides([word for row in inside for word in row.words], bare)]
        columns, beside = (merged, bare) if _are_columns(inside, merged, bare) else (columns, beside)
    if _are_columns(inside, columns, beside):
        middle = [region for column in columns for region in _lay_out(column, depth + 1)]
    else:
        first, last = _table_rows(rows, best)
        middle = [_grid(rows[first : last + 1], beside, prose=all(map(_is_prose, columns)))]
    return [*_lay_out(rows[:first], depth + 1), *middle, *_lay_out(rows[last + 1 :], depth + 1)]


def _without_labels(columns: Sequence[Sequence[Row]], beside: Sequence[Corridor]) -> list[Corridor]:
    """Return the corridors but for those between the numbers of a list and its words."""
    numbers = [
        bool(column) and all(len(row.words) == 1 and hangs(row.words[0].text) for row in column) for column in columns
    ]
    return [corridor for corridor, are_numbers in zip(beside, numbers, strict=False) if not are_numbers]


def _table_rows(rows: Sequence[Row], best: Corridor) -> tuple[int, int]:
    """Return the first and the last row of a table: with words in two columns, and the rest of the last row's cells."""
    last = max(best.both)
    step = step_of(rows[best.first : last + 1])
    while last < best.last and rows[last + 1].x0 > best.x0 and rows[last + 1].bottom - rows[last].bottom < 1.15 * step:
        last += 1
    return min(best.both), last


def _beside(best: Corridor, corridors: Sequence[Corridor]) -> list[Corridor]:
    """Return the corridors through the rows of the best, from left to right; pieces of one count together."""
    chosen: list[Corridor] = [best]
    left = [corridor for corridor in corridors if corridor.first <= best.last and corridor.last >= best.first]
    left.sort(key=lambda corridor: -len(corridor.both))
    while left:
        whole = left.pop(0)
        for corridor in list(left):
            low, high = max(whole.x0, corridor.x0), min(whole.x1, corridor.x1)
            if high > low:
                whole = Corridor(low, high, whole.first, whole.last, [*whole.both, *corridor.both])
                left.remove(corridor)
        apart = all(whole.x1 <= other.x0 or whole.x0 >= other.x1 for other in chosen)
        if apart and (len(whole.both) >= _AS_LONG * len(best.both) or _is_tall(whole, best)):
            chosen.append(whole)
    return sorted(chosen, key=lambda corridor: corridor.x0)


def _is_tall(corridor: Corridor, best: Corridor) -> bool:
    """Whether a wide corridor goes through nearly all rows of the best, as beside a column that ends early."""
    rows = min(corridor.last, best.last) - max(corridor.first, best.first) + 1
    wide = corridor.x1 - corridor.x0 > best.x1 - best.x0
    return wide and len(corridor.both) >= _SIDE_ROWS and rows >= _TALL * (best.last - best.first + 1)


def _are_columns(inside: Sequence[Row], columns: Sequence[Sequence[Row]], corridors: Sequence[Corridor]) -> bool:
    """Whether the columns are read one after the other, and not row by row."""
    prose = [_is_prose(column) for column in columns]
    if all(prose):
        return not _is_banded(columns)
    if all(_is_listed(column) for column in columns):
        return True
    if _has_notes(columns, prose) or _has_sidebar(columns, prose):
        return True
    shared = sum(sum(map(bool, sides(row.words, corridors))) > 1 for row in inside)
    return shared < _SHARED * max(len(column) for column in columns)


def _is_prose(rows: Sequence[Row]) -> bool:
    """Whether rows are the wrapped lines of paragraphs."""
    if len(rows) < _PROSE_ROWS:
        return False
    width = max(row.x1 for row in rows) - min(row.x0 for row in rows)
    full = sum(row.x1 - row.x0 > _FULL * width for row in rows)
    words = sum(len(row.words) for row in rows)
    return full >= 0.45 * len(rows) and words >= _PROSE_WORDS * len(rows)


def _is_listed(rows: Sequence[Row]) -> bool:
    """Whether most rows begin with a bullet or number, or go on below one: a list of its own."""
    labelled = [len(row.words) > 1 and hangs(row.words[0].text) for row in rows]
    if len(rows) > 1 and sum(hangs(row.words[0].text) for row in rows) >= 0.5 * len(rows):
        return True
    if sum(labelled) < _ITEMS:
        return False
    place, belong = math.inf, 0
    for row, own in zip(rows, labelled, strict=True):
        place = row.words[1].x0 if own else place
        belong += own or abs(row.x0 - place) < _HANGING
    return belong >= _BELONG * len(rows)


def _has_notes(columns: Sequence[Sequence[Row]], prose: Sequence[bool]) -> bool:
    """Whether the columns are prose with a few words in the margin at its right."""
    if not prose[0] or any(prose[1:]):
        return False
    notes = [row for column in columns[1:] for row in column]
    return len(columns[0]) >= _NOTES * len(notes) and all(len(row.words) <= 4 for row in notes)


def _has_sidebar(columns: Sequence[Sequence[Row]], prose: Sequence[bool]) -> bool:
    """Whether the first or the last column is not prose as the others are, and stands close: no labels of a table."""
    for side, others in ((columns[0], prose[1:]), (columns[-1], prose[:-1])):
        if all(others) and len(others) > 1 and len(side) >= _SIDE_ROWS:
            high = side[-1].bottom - side[0].top
            return len(side) * step_of(side) >= _DENSE * high
    return False


def _is_banded(columns: Sequence[Sequence[Row]]) -> bool:
    """Whether white bands go through all columns at the same heights: the rows of a table whose cells are prose."""
    bands = [_bands(column) for column in columns]
    fewest, most = min(map(len, bands)), max(map(len, bands))
    if fewest < 2 or fewest < 0.6 * most:
        return False
    shared = sum(
        all(any(min(high, h) - max(low, t) > 0 for t, h in other) for other in bands[1:]) for low, high in bands[0]
    )
    return shared >= 0.8 * most


def _bands(rows: Sequence[Row]) -> list[tuple[float, float]]:
    step = step_of(rows)
    return [
        (before.bottom, row.top + 0.01) for before, row in pairwise(rows) if row.bottom - before.bottom > _BAND * step
    ]


def _grid(inside: Sequence[Row], corridors: Sequence[Corridor], *, prose: bool) -> Grid:
    """Return the table of these rows: white bands part its rows, else a line with words in two columns begins one.

    Where the columns are prose, bands alone part rows, as few as they are.
    """
    step = step_of(inside)
    bands = sum(row.bottom - before.bottom > _BAND * step for before, row in pairwise(inside))
    spaced = len(inside) > 3 and bands >= (2 if prose else max(2, _BANDS * len(inside)))
    cut = [cells_of(row.words, corridors) for row in inside]
    alone = _each_alone(inside, cut, step)
    made: list[list[list[Row]]] = []
    before: Row | None = None
    for row, parts, own in zip(inside, cut, alone, strict=True):
        begins = before is None or own or _begins_row(row, before, parts, step, spaced=spaced)
        begins = begins or _crosses(row, parts, corridors)
        if begins or _is_labelled(made[-1], parts):
            made.append([[] for _ in parts])
        for cell, words in zip(made[-1], parts, strict=True):
            cell += rows_of(words)
        before = row
    return Grid(made, min(row.x0 for row in inside), max(row.x1 for row in inside))


def _each_alone(rows: Sequence[Row], cut: Sequence[Sequence[Sequence[Word]]], step: float) -> list[bool]:
    """Return which lines begin a row of their own though no white band stands above them.

    So it is of lines between two bands when all fill the same columns, three or more, and no cell begins in small
    letters: of wrapped cells some have fewer lines than others, and lines that go on.
    """
    alone = [False] * len(rows)
    for group in _groups(rows, step):
        filled = [{at for at, part in enumerate(cut[line]) if part} for line in group]
        usual = set.intersection(*filled)
        if len(group) < _GROUP or len(usual) < _GROUP or any(len(own - usual) > 1 for own in filled):
            continue
        firsts = [part[0].text[0] for line in group for part in cut[line] if part]
        if not any(letter.islower() for letter in firsts):
            for line in group[1:]:
                alone[line] = True
    return alone


def _groups(rows: Sequence[Row], step: float) -> list[list[int]]:
    """Return the numbers of the rows that no white band parts."""
    groups = [[0]]
    for at in range(1, len(rows)):
        if rows[at].bottom - rows[at - 1].bottom > _BAND * step:
            groups.append([])
        groups[-1].append(at)
    return groups


def _is_labelled(last: Sequence[Sequence[Row]], parts: Sequence[Sequence[Word]]) -> bool:
    """Whether a line begins with a label of its own: the one before it ended in a colon."""
    return bool(parts[0]) and bool(last[0]) and last[0][-1].words[-1].text.endswith(":")


def _crosses(row: Row, parts: Sequence[Sequence[Word]], corridors: Sequence[Corridor]) -> bool:
    """Whether a line of one piece goes over the white band beside the first column."""
    return bool(parts[0]) and not any(parts[1:]) and row.x1 > corridors[0].x1


def _begins_row(row: Row, before: Row, parts: Sequence[Sequence[Word]], step: float, *, spaced: bool) -> bool:
    if spaced:
        return row.bottom - before.bottom > _BAND * step
    filled = sum(bool(part) for part in parts)
    if not parts[0]:
        return False
    return filled > 1 or row.bottom - before.bottom > _BAND * step
