"""Attendance lists that stand in tables: "Present:" in one cell, those who were there in the others.

Where each cell names people, or has only their initials, the list becomes one labelled value, as it is where it stands
in lines. Where posts or organisations stand beside the names, the label leads into a table of the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from protocolgraph.model import BlockKind, Cell
from protocolgraph.structure import wording
from protocolgraph.structure.people_rows import is_personal
from protocolgraph.structure.units import Unit, UnitKind, sub_ranges

_NAME = re.compile(r"(?:[A-Z][\w'’.-]*\s+){1,3}[A-Z][\w'’-]+(?=$|\s*[,;(–-])")
_INITIALS = re.compile(r"\W*[A-Z]{1,4}(?:\s?[/,]\s?[A-Z]{1,4})*\W*")

_Row = list[Unit]


def gather_presence(units: Sequence[Unit]) -> list[Unit]:
    """Return the units with the attendance lists of their tables gathered."""
    last = max((cell.table for unit in units if (cell := _cell(unit))), default=-1)
    made: list[Unit] = []
    for table, group in groupby(units, _table):
        own = list(group)
        made += own if table is None else _gathered(own, last + 1 + len(made))
    return made


def _cell(unit: Unit) -> Cell | None:
    block = unit.lines[0].block
    return unit.cell or (block.cell if block.kind is BlockKind.CELL else None)


def _table(unit: Unit) -> int | None:
    cell = _cell(unit)
    return cell.table if cell else None


def _row(unit: Unit) -> int:
    cell = _cell(unit)
    return cell.row if cell else 0


def _gathered(units: Sequence[Unit], number: int) -> Iterator[Unit]:
    """Yield the units of a table; `number` is free for a table made of some of its rows."""
    rows = [list(row) for _, row in groupby(units, _row)]
    at = 0
    while at < len(rows):
        bounds = _label_bounds(rows[at][0].text)
        end = at + 1
        while bounds and end < len(rows) and _goes_on(rows[end]):
            end += 1
        yield from (_list(rows[at:end], bounds, number + at) if bounds else rows[at])
        at = end


def _label_bounds(text: str) -> tuple[int, int, int] | None:
    """Return where the label of an attendance list begins and ends in a cell, and where its first name begins."""
    if wording.is_presence(text):
        return 0, len(text), len(text)
    bounds = wording.field_bounds(text)
    return bounds if bounds and wording.is_presence(text[bounds[0] : bounds[1]]) else None


def _goes_on(row: _Row) -> bool:
    """Whether a row of a table is of the list above it: its first cell, or the one after the initials, is a name."""
    if any(_label_bounds(unit.text) or wording.is_prose(unit.text) for unit in row):
        return False
    first = next((unit for unit in row if not _INITIALS.fullmatch(unit.text)), row[0])
    return _names_somebody(first.text)


def _names_somebody(text: str) -> bool:
    match = _NAME.match(text)
    named = wording.begins_with_person(text) or (match is not None and is_personal(match[0]))
    return named and not wording.names_body(text) and not wording.field_bounds(text)


def _list(rows: Sequence[_Row], bounds: tuple[int, int, int], number: int) -> list[Unit]:
    """Return the units of a list whose label stands in the first cell; the rows as they are if it names nobody."""
    whole = [unit for row in rows for unit in row]
    label, first = whole[0], whole[0].text[bounds[2] :]
    texts = [first] * bool(first) + [unit.text for unit in whole[1:]]
    if not texts or not _names_somebody(texts[0]):
        return whole
    at = sub_ranges(label, *bounds[:2])
    values = [sub_ranges(label, bounds[2], len(label.text))] * bool(first) + [unit.ranges for unit in whole[1:]]
    if all(_names_somebody(text) or _INITIALS.fullmatch(text) for text in texts):
        lines = [line for unit in whole for line in unit.lines]
        ranges = [span for value in values for span in value]
        return [Unit(UnitKind.FIELD, lines, ranges, texts, field_label=at, values=values, settled=True)]
    lead = Unit(UnitKind.TEXT, label.lines, at, [label.text[slice(*bounds[:2])]], settled=True)
    label.cut(bounds[2])
    return [lead, *_table_below(rows if first else [rows[0][1:], *rows[1:]], number)]


def _table_below(rows: Sequence[_Row], number: int) -> Iterator[Unit]:
    """Yield the rows as a table without header, their first cells in its first column."""
    for at, row in enumerate(rows):
        first = _cell(row[0])
        for unit in row:
            cell = _cell(unit)
            if cell and first:
                unit.kind, unit.settled = UnitKind.CELL, True
                unit.cell = Cell(number, at + 1, cell.column - first.column)
            yield unit
