"""Tables with one row a line, whose cells a sign parts: a bar, or the slash that a text taken from a table may have."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolgraph.model import Cell
from protocolgraph.structure import wording
from protocolgraph.structure.lines import Line
from protocolgraph.structure.people_rows import is_row, is_sure
from protocolgraph.structure.segments import Segment, segment_of, unit_of
from protocolgraph.structure.units import Unit, UnitKind

_BAR = re.compile(r"\s*\|\s*")
_SLASH = re.compile(r"\s+/(?:\s+|$)|^/\s+")
_FEWEST_BARS = 2
"""Bars on a line of a table that no rule of dashes tells; one will do where one line more than this has it."""
_RULE = re.compile(r"[|\s:+=-]+$")
_MOST_GAP = 1
_FEWEST_ROWS = 2
_FEWEST_HEADERS = 2
_WIDE_ROW = 3
"""Cells of a row that show, with as many rows, that slashes part cells and not words."""
_LONGEST_CELL = 10
"""Lines without a slash that go on with the cell above them."""


def parted_end(lines: Sequence[Line], at: int) -> int:
    """Return where a table ends of which this line is the first row; the line itself if it is none."""
    if "|" in lines[at].text:
        return _bar_end(lines, at)
    return _slash_end(lines, at) if _is_slashed(lines[at]) else at


def parted_units(lines: Sequence[Line], table: int) -> list[Unit]:
    """Return the cells of such a table."""
    if "|" in lines[0].text:
        rows = [[line] for line in lines if not _RULE.match(line.text)]
        return [
            unit for number, row in enumerate(rows) for unit in _cells(row, _BAR, table, number, header=number == 0)
        ]
    rows = _rows(lines)
    header = _is_header(_texts(rows[0][0]))
    units: list[Unit] = []
    for number, row in enumerate(rows):
        units += _cells(row, _SLASH, table, number if header else number + 1, header=header and number == 0)
    return units


def _bar_end(lines: Sequence[Line], at: int) -> int:
    """Return where a table between bars ends: a rule below its first line tells it, or as many bars on each line."""
    ruled = at + 1 < len(lines) and _is_bar(lines[at + 1]) and _RULE.match(lines[at + 1].text)
    if _is_bar(lines[at]) and ruled:
        while at < len(lines) and _is_bar(lines[at]):
            at += 1
        return at
    bars, end = lines[at].text.count("|"), at + 1
    while bars and end < len(lines) and lines[end].text.count("|") == bars and lines[end].gap <= _MOST_GAP:
        end += 1
    return end if end - at > max(1, _FEWEST_BARS + 1 - bars) else at


def _is_bar(line: Line) -> bool:
    return line.text.startswith("|") and line.text.count("|") > 1


def _is_slashed(line: Line) -> bool:
    return " / " in line.text or line.text.endswith(" /")


def _slash_end(lines: Sequence[Line], at: int) -> int:
    """Return where rows between slashes end: at a blank line, or where a cell has gone on for long."""
    end = last = at + 1
    while end < len(lines) and not lines[end].gap and not lines[end].label and end - last < _LONGEST_CELL:
        end += 1
        last = end if _is_slashed(lines[end - 1]) else last
    return end if _are_rows([line for line in lines[at:end] if _is_slashed(line)]) else at


def _are_rows(lines: Sequence[Line]) -> bool:
    """Whether slashes part the cells of these lines, and no words: headers, people, labels or many cells tell it."""
    rows = [_texts(line) for line in lines]
    if len(rows) < _FEWEST_ROWS:
        return False
    if _is_header(rows[0]):
        return True
    firsts = [row[0] for row in rows]
    beside = any(len(row) > 1 and is_sure(row[1]) for row in rows)
    people = 0 if beside else sum(is_row(first) and is_sure(first) for first in firsts)
    labels = sum(wording.known_label(first) or wording.known_heading(first) for first in firsts)
    if max(people, labels) >= max(_FEWEST_ROWS, len(rows) / 2):
        return True
    return len(rows) >= _WIDE_ROW and all(len(row) >= _WIDE_ROW for row in rows)


def _texts(line: Line) -> list[str]:
    """The words of a row's cells, those of empty ones left out."""
    return [text for text in _SLASH.split(line.text) if text]


def _is_header(cells: Sequence[str]) -> bool:
    """Whether cells are the names of columns; one beside two that are known may be any ("Signature")."""
    known = cells and wording.heads_column(cells[0]) and sum(map(wording.heads_column, cells))
    return max(known or 0, sum(map(wording.heads_plan, cells))) >= _FEWEST_HEADERS


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """The rows, each with the lines that go on with its last cell."""
    rows: list[list[Line]] = []
    for line in lines:
        if _is_slashed(line) or not rows:
            rows.append([])
        rows[-1].append(line)
    return rows


def _cells(row: Sequence[Line], sign: re.Pattern[str], table: int, number: int, *, header: bool) -> list[Unit]:
    """The cells of a row; lines below its first go on with the last cell."""
    units: list[Unit] = []
    for column, piece in _pieces(row[0], sign):
        units.append(unit_of(UnitKind.CELL, [piece], row))
        units[-1].cell = Cell(table, number, column, header=header)
    if len(row) > 1 and units:
        cell = units[-1].cell
        last = Segment(0, units[-1].ranges[0][0], units[-1].ranges[0][1], units[-1].text)
        units[-1] = unit_of(UnitKind.CELL, [last, *(segment_of(line, 0, len(line.text)) for line in row[1:])], row)
        units[-1].cell = cell
    return units


def _pieces(line: Line, sign: re.Pattern[str]) -> list[tuple[int, Segment]]:
    """The words between the signs of a line, each with the number of its column."""
    found: list[tuple[int, Segment]] = []
    start, column = 0, 0
    for match in [*sign.finditer(line.text), None]:
        end = match.start() if match else len(line.text)
        if end > start:
            found.append((column, segment_of(line, start, end)))
        column += bool(match and match.start() > 0)
        start = match.end() if match else end
    return found
