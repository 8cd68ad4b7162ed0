"""Tables drawn in plain text: columns that wide white space parts.

A table of labels that end in a colon, and what stands beside them, gives labelled values; any
other gives cells. Rows of a name and an amount are left alone: they read well as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from protocolgraph.model import Cell
from protocolgraph.structure import wording
from protocolgraph.structure.details import tells_details
from protocolgraph.structure.lines import Line
from protocolgraph.structure.parted import parted_end, parted_units
from protocolgraph.structure.people_rows import is_post, is_row, is_sure, is_whole_post
from protocolgraph.structure.segments import Segment, segment_of, unit_of, values_of
from protocolgraph.structure.units import Unit, UnitKind
from protocolgraph.text.numbering import Label, LabelKind

_WIDE = re.compile(r"\s{3,}|\t+")
_NARROW = re.compile(r"\s{2}(?=\S)")
_TWO_SPACES = re.compile(r"\s{2,}")
_MONTH = re.compile(r"(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? (?:19|20)\d\d")
_TAB_STOP = 40
"""What stands after so many tabs stands in the column of that number, however long the words before it are."""
_TOLERANCE = 1
_MOST_GAP = 1
_LOOK_AHEAD = 4
_PAIR = 2
_FULL = 0.8
"""So much of a column's width may the words of a cell fill before the next is put below them."""
_GROUP = 4
"""So many lines without a blank one between them are no cells that go on from line to line, if each has them all."""
_NEARLY = 3
"""Cells of a line, one fewer than the table has columns, that make it a row with an empty cell."""
_LONGEST_HEADER = 60
_VACANT = re.compile(r"\(?(?:currently |position |seat )?vacan(?:t|cy)(?: (?:position|seat|post))?\)?", re.IGNORECASE)
"""A seat that nobody holds, which is no surname of the person above it."""
_GROUPS = frozenset(
    {"group", "groups", "sub-group", "subgroup", "committee", "sub-committee", "board", "panel", "body"}
)
"""Headers of a column of groups."""
_PLAN_HEADERS = 2
"""Headers of a plan's columns that tell such a table: "What we will do   Owner   When"."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in the lines `start` to `end`."""

    start: int
    end: int
    table: int
    columns: tuple[int, ...]
    """Where its columns begin; empty for a table whose cells a sign parts."""


def find_grids(lines: Sequence[Line]) -> list[Grid]:
    """Return the tables of a text."""
    grids: list[Grid] = []
    at = 0
    while at < len(lines):
        columns: tuple[int, ...] = ()
        end = parted_end(lines, at)
        if end == at and _segments(lines[at]) and not _heads_clauses(lines, at):
            end, columns = _grid_end(lines, at)
        if end > at:
            grids.append(Grid(at, end, len(grids), columns))
        at = max(end, at + 1)
    return grids


def _heads_clauses(lines: Sequence[Line], at: int) -> bool:
    """Whether a number parted from its words heads clauses, and begins no row: "5     Staff" over "5.1   The Clerk"."""
    label = lines[at].label
    if label is None or label.kind is not LabelKind.DECIMAL or not label.bare or at + 1 == len(lines):
        return False
    below = lines[at + 1].label
    return below is not None and below.kind is LabelKind.DECIMAL and below.values == (*label.values, 1)


def _segments(line: Line) -> list[Segment]:
    """Return the columns of a line, none if it has but one."""
    label = line.label
    offset = label.end if label and (not label.bare or _numbers_heading(label, line)) else 0
    if line.block.box or wording.has_leaders(line.text) or not _WIDE.search(line.text, offset):
        return []
    found = []
    start = offset
    for match in [*_WIDE.finditer(line.text, offset), None]:
        end = match.start() if match else len(line.text)
        if end > start:
            found.append(segment_of(line, start, end))
        start = match.end() if match else end
    if "\t" in line.text and label is None:
        found = [replace(segment, column=_TAB_STOP * number) for number, segment in enumerate(found)]
    return found if len(found) > 1 else []


def _numbers_heading(label: Label, line: Line) -> bool:
    """Whether a number without a point stands before a heading in capitals: "24   MINUTES"."""
    return label.kind is LabelKind.DECIMAL and wording.is_capitals(line.text[label.end :])


def _cut(line: Line, columns: Iterable[int]) -> list[Segment]:
    """Return the columns of a line in a table, where two spaces are wide enough before a column that is known.

    A number before the words of a known column is a column, too: "4.1   Write to the Minister   Chair".
    """
    if line.block.box:
        return []
    whole = _segments(line) or [segment_of(line, 0, len(line.text))]
    number = line.text[: whole[0].start - line.start].rstrip()
    if number and _fits(whole[0].column, columns):
        whole = [segment_of(line, 0, len(number)), *whole]
    found = [piece for segment in whole for piece in _narrowly(line, segment, columns)]
    return found if len(found) > 1 else []


def _narrowly(line: Line, segment: Segment, columns: Iterable[int]) -> Iterator[Segment]:
    """Yield the parts of a segment that two spaces part where a column begins."""
    first = segment.start - line.start
    breaks = [match.end() for match in _NARROW.finditer(segment.text)]
    places = [place for place in breaks if _fits(segment.column + place, columns)]
    if not places:
        yield segment
        return
    for start, end in pairwise([0, *places, len(segment.text)]):
        yield segment_of(line, first + start, first + start + len(segment.text[start:end].rstrip()))


def _grid_end(lines: Sequence[Line], start: int) -> tuple[int, tuple[int, ...]]:
    """Return where a table that begins with this line ends, and its columns; the line itself if there is none."""
    heads = _segments(lines[start])
    first = [segment.column for segment in heads]
    columns = set(first)
    split = 1
    end = start + 1
    for at in range(start + 1, len(lines)):
        line = lines[at]
        segments = _cut(line, columns - {first[0]})
        if line.gap > _MOST_GAP or line.new_page or wording.has_leaders(line.text):
            break
        if _ragged(line, first):
            split += 1
            end = at + 1
        elif (
            segments
            and (_fits(segments[-1].column, columns - {first[0]}) or _is_under(segments[-1], heads))
            and segments[0].column <= first[-1] + _TOLERANCE
        ):
            apart = (s.column for s in segments if not _is_under(s, heads))
            columns |= {column for column in apart if not _fits(column, columns)}
            split += 1
            end = at + 1
        elif not segments and _continues_cell(line, first[0], columns):
            if at >= end + _LOOK_AHEAD:
                break
            end = at + 1 if _fits(int(line.indent), columns - {first[0]}) or not line.gap else end
        else:
            break
    if not _is_table(lines[start:end], split):
        return start, ()
    return end, _clusters(lines[start:end])


def _ragged(line: Line, columns: Sequence[int]) -> list[Segment]:
    """Return the cells of a row that a long cell pushed out of the columns: as many as these, from the first on."""
    segments = _segments(line)
    if len(segments) < len(columns) and len(columns) >= _NEARLY:
        segments = _apart(line)
        segments = segments if len(segments[0].text) + _NEARLY > columns[1] - columns[0] else []
    tight = not line.gap and line.label is None
    whole = tight and len(segments) == len(columns) > 1 and _fits(segments[0].column, columns[:1])
    pushed = whole and not all(_fits(segment.column, columns) or _counts(segment.text) for segment in segments)
    return segments if pushed else []


def _ends_row(text: str) -> bool:
    """Whether a cell is one that no other row's words run into: a number, or a date ("Dec 2022")."""
    return _counts(text) or _MONTH.fullmatch(text) is not None


def _counts(text: str) -> bool:
    """Whether a cell holds no words: numbers stand to the right in their column."""
    return not any(letter.isalpha() for letter in text)


def _is_under(segment: Segment, heads: Sequence[Segment]) -> bool:
    """Whether a number stands below the middle or the end of one of three headers or more: 1 under "Votes"."""
    under = len(heads) >= _NEARLY and any(
        h.column < segment.column < h.column + len(h.text) + _TOLERANCE for h in heads[1:]
    )
    return under and _counts(segment.text)


def _apart(line: Line) -> list[Segment]:
    """Return the words of a line as any two spaces part them."""
    cuts = [place for match in _TWO_SPACES.finditer(line.text) for place in match.span()]
    bounds = [0, *cuts, len(line.text)]
    return [segment_of(line, start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=True)]


def _fits(column: int, columns: Iterable[int]) -> bool:
    return any(abs(column - other) <= _TOLERANCE for other in columns)


def _continues_cell(line: Line, first: int, columns: set[int]) -> bool:
    """Whether a line of one column is the rest of a cell."""
    if line.text.endswith(":") or (line.label and not line.label.bare) or wording.is_presence(line.text):
        return False
    if _fits(int(line.indent), columns - {first}):
        return True
    return line.gap == 0 and _fits(int(line.indent), {first}) and len(line.text) < _LONGEST_HEADER


def _is_table(lines: Sequence[Line], split: int) -> bool:
    rows = [segments for line in lines if (segments := _segments(line))]
    if all(wording.is_amount_row(line.text) for line in lines if _segments(line)):
        return False
    labelled = [segments for segments in rows if segments[0].text.endswith(":")]
    return split > 1 or (bool(labelled) and len(lines) > 1 and len(rows[0]) == 2)


def _clusters(lines: Sequence[Line]) -> tuple[int, ...]:
    """Return where the columns begin; words behind a row's number stand in the column that the header has there."""
    over = _segments(lines[0])
    heads = [segment.column for segment in over]
    columns: list[int] = []
    aligned = [line for line in lines if not _ragged(line, heads)]
    under = {s.column for line in aligned for s in _segments(line) if _is_under(s, over)} - set(heads)
    for column in sorted({column for line in aligned for column in _begins(line, heads)} - under):
        if not columns or column - columns[-1] > _TOLERANCE + 1:
            columns.append(column)
    return tuple(columns)


def _begins(line: Line, heads: Sequence[int]) -> list[int]:
    """Where the columns of a line begin, under a header whose columns begin at `heads`."""
    found = [segment.column for segment in _segments(line)]
    numbered = bool(found) and line.label is not None and not line.label.bare and not _fits(found[0], heads)
    return [int(line.indent), *found[1:]] if numbered and _fits(int(line.indent), heads) else found


def grid_units(lines: Sequence[Line], grid: Grid) -> list[Unit]:
    """Return the cells or labelled values of a table."""
    own = lines[grid.start : grid.end]
    if not grid.columns:
        return parted_units(own, grid.table)
    rows = _rows(own, grid.columns)
    labels = [row for row in rows if 0 in row and row[0][-1].text.endswith(":")]
    if len(grid.columns) == 2 and 2 * len(labels) >= len(rows):
        return [unit for row in rows for unit in _field_units(row, own, _widest(rows))]
    header = _has_header(rows, own)
    return list(_iter_cells(rows, own, grid.table, header=header))


def _widest(rows: Sequence[_Row]) -> int:
    """Return how long the longest words of the second column are."""
    return max((len(segment.text) for row in rows for segment in row.get(1, ())), default=0)


_Cells = list[tuple[int, Segment]]
"""The segments of a line, each with the number of its column."""
_Row = dict[int, list[Segment]]
"""The segments of a row by the number of their column."""


def _rows(lines: Sequence[Line], columns: tuple[int, ...]) -> list[_Row]:
    """Return the rows: a blank line parts them, else a line with as many columns as the first."""
    placed = [_by_column(line, columns) for line in lines]
    spaced = any(line.gap for line in lines[2:]) and not _groups_lines(lines, placed)
    width = _width_of_first(lines, placed, columns)
    full = max((len(cells) for cells in placed[1:]), default=len(columns))
    rows: list[_Row] = []
    for at, (line, cells) in enumerate(zip(lines, placed, strict=True)):
        begins = _begins_row(line, cells, columns, max(full, _PAIR), spaced=spaced, first=at == 1)
        begins = begins or (spaced and len(columns) == _PAIR and _labels_next(rows, cells))
        open_cell = len(rows) > 1 and any(_is_open(cell[-1].text) for cell in rows[-1].values())
        begins = begins or (not spaced and len(rows) > 1 and _had_room(rows[-1], cells, width))
        if at == 0 or (not open_cell and begins):
            rows.append({})
        for column, segment in cells:
            rows[-1].setdefault(column, []).append(segment)
    return rows


def _groups_lines(lines: Sequence[Line], placed: Sequence[_Cells]) -> bool:
    """Whether blank lines only group a table's rows, of which each line is one: none lacks a cell or goes on."""
    below = list(zip(lines, placed, strict=True))[1:]
    starts = [at for at, (line, _) in enumerate(below) if line.gap or not at]
    longest = max(end - start for start, end in pairwise([*starts, len(below)]))
    full = {len(cells) for _, cells in below}
    return longest >= _GROUP and len(full) == 1 and all(c.text[0].isupper() for _, cells in below for _, c in cells)


def _width_of_first(lines: Sequence[Line], placed: Sequence[_Cells], columns: tuple[int, ...]) -> int:
    """Return how wide the first column is; none is too wide where a long cell pushes the others aside."""
    if any(_ragged(line, columns) for line in lines):
        return _LONGEST_HEADER * 2
    return max((len(cells[0][1].text) for cells in placed if cells[0][0] == 0 and len(cells) > 1), default=0)


def _had_room(row: _Row, cells: _Cells, width: int) -> bool:
    """Whether the first words of a line would have stood beside those above, in the first column: they begin a row."""
    column, segment = cells[0]
    if column > 0 or 0 not in row or not segment.text[0].isupper():
        return False
    above = row[0][-1].text
    if len(cells) == 1:
        return (is_row(above) and is_row(segment.text)) or (len(row) > 1 and _is_open(segment.text))
    return len(above) + 1 + len(segment.text.split(None, 1)[0]) <= _FULL * width


def _labels_next(rows: Sequence[_Row], cells: _Cells) -> bool:
    """Whether a line goes on a list of labels and values: "Bankers" below "Company Secretary", which is whole, too."""
    if not rows or len(cells) != _PAIR or 0 not in rows[-1] or not _is_whole_label(cells[0][1].text):
        return False
    return len(rows[-1]) > 1 and _is_whole_label(" ".join(segment.text for segment in rows[-1][0]))


def _is_whole_label(cell: str) -> bool:
    """Whether the words of a cell are a post, or what details of an organisation are labelled with."""
    return tells_details(cell) or is_post(cell.rstrip(":")) or wording.known_label(cell)


def _is_open(cell: str) -> bool:
    """Whether the words of a cell call for more; the label "Reports to" does not, nor the dash of an empty cell."""
    return cell.strip("-–—") != "" and wording.is_unfinished(cell) and not wording.known_label(cell)


def _by_column(line: Line, columns: tuple[int, ...]) -> _Cells:
    if pushed := _ragged(line, columns):
        return list(enumerate(pushed))
    segments = _cut(line, columns[1:]) or [segment_of(line, 0, len(line.text))]
    return [(max((n for n, c in enumerate(columns) if c <= s.column + _TOLERANCE), default=0), s) for s in segments]


def _begins_row(line: Line, cells: _Cells, columns: tuple[int, ...], full: int, *, spaced: bool, first: bool) -> bool:
    """Whether a line begins a row; `full` is the most cells that a line below the first has.

    The column that a header opens for signatures may be empty in all rows.
    """
    if cells[0][0] > 0:
        whole = cells[0][0] == 1 and len(cells) == len(columns) - 1 > 1
        left, right = cells[0][1].text, cells[-1][1].text
        return whole and (_is_named(left) or _ends_row(right) or (left[0].isupper() and is_whole_post(right)))
    if len(cells) > 1 and _VACANT.fullmatch(cells[0][1].text):
        return True
    if cells[0][1].text.endswith(":") or (line.label is not None and line.label.kind is LabelKind.DECIMAL):
        return True
    if spaced:
        return line.gap > 0
    opens = cells[0][1].text[0]
    nearly = len(cells) >= max(_NEARLY, full - 1) and (opens.isupper() or opens.isdigit())
    return first or nearly or len(cells) == full or (len(cells) > 1 and "\t" in line.text)


def _is_named(cell: str) -> bool:
    """Whether a cell is somebody's name or a group's, who stands in a row of their own below an empty cell."""
    return is_row(cell) or wording.is_group(cell)


def _has_header(rows: Sequence[_Row], lines: Sequence[Line]) -> bool:
    """Whether the first row holds the names of the columns."""
    cells = [" ".join(segment.text for segment in row) for row in rows[0].values()]
    if len(rows) > 1 and len(cells) > 1 and all(wording.heads_column(cell) for cell in cells):
        return True
    if len(rows) > 1 and len(cells) > 1 and cells[0].lower() in _GROUPS and all(map(_is_known_header, cells[1:])):
        return True
    if len(rows) > 1 and sum(wording.heads_plan(cell) for cell in cells) >= _PLAN_HEADERS:
        return True
    if any(wording.says_something(cell) or len(cell) > _LONGEST_HEADER or not cell[0].isalpha() for cell in cells):
        return False
    if _names_somebody(rows[0]) and any(_names_somebody(row) for row in rows[1:]):
        return False
    return len(cells) > 2 or (len(lines) > 1 and lines[1].gap > 0 and len(rows) > 2)


def _names_somebody(row: _Row) -> bool:
    """Whether a row begins with a person's name, as each of an attendance list does."""
    first = " ".join(segment.text for segment in next(iter(row.values())))
    return is_row(first) and is_sure(first)


def _is_known_header(cell: str) -> bool:
    return wording.heads_column(cell) or wording.known_label(cell)


def _iter_cells(rows: Sequence[_Row], lines: Sequence[Line], table: int, *, header: bool) -> Iterator[Unit]:
    widths: dict[int, int] = {}
    for column, segments in (pair for row in rows for pair in row.items()):
        widths[column] = max(widths.get(column, 0), *(len(segment.text) for segment in segments))
    for number, row in enumerate(rows):
        for column, segments in sorted(row.items()):
            unit = unit_of(UnitKind.CELL, segments, lines)
            unit.values = values_of(segments, widths[column])
            place = Cell(table, number if header else number + 1, column, header=header and number == 0)
            unit.cell = place if column else replace(place, rows=1 + _rows_without_first(rows[number + 1 :]))
            yield unit


def _rows_without_first(rows: Sequence[_Row]) -> int:
    """How many of the next rows leave the first column empty: what stands above holds for them, too."""
    return sum(1 for _ in takewhile(lambda row: 0 not in row, rows))


def _field_units(row: _Row, lines: Sequence[Line], width: int) -> Iterator[Unit]:
    if 1 not in row or 0 not in row:
        yield from (unit_of(UnitKind.TEXT, segments, lines) for segments in row.values())
        return
    unit = unit_of(UnitKind.FIELD, row[1], lines)
    unit.values = values_of(row[1], width)
    unit.field_label = [(segment.start, segment.end) for segment in row[0]]
    yield unit
