"""Words of a line that stand in one column of a table, and the cells made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from protocolgraph.structure import wording
from protocolgraph.structure.lines import Line
from protocolgraph.structure.people_rows import is_whole_post
from protocolgraph.structure.units import Range, Unit, UnitKind, count_open


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of a line that stand in one column."""

    column: int
    """Characters before it on the line."""
    start: int
    end: int
    text: str


def segment_of(line: Line, start: int, end: int) -> Segment:
    """Return the words of a line from one character to another."""
    return Segment(int(line.indent) + start, line.start + start, line.start + end, line.text[start:end])


def unit_of(kind: UnitKind, segments: Sequence[Segment], lines: Sequence[Line]) -> Unit:
    """Return the unit of the words of one cell, which stand in some of these lines."""
    first = next(line for line in lines if line.start <= segments[0].start < line.end)
    ranges = [(one.start, one.end) for one in segments]
    unit = Unit(kind, [first], ranges, [one.text for one in segments], settled=True)
    unit.values = values_of(segments, max(len(one.text) for one in segments))
    return unit


def values_of(segments: Sequence[Segment], width: int) -> list[list[Range]]:
    """Return the lines of a cell, those joined that are one value; `width` is that of the column."""
    values: list[list[Range]] = []
    text = ""
    for one in segments:
        room = len(text) + len(one.text.split(None, 1)[0]) < width
        alike = text.endswith(")") and one.text.endswith(")") and not count_open(text)
        apart = room or alike or (is_whole_post(text) and is_whole_post(one.text))
        goes_on = count_open(text) > 0 or wording.is_unfinished(text) or not one.text[0].isupper() or not apart
        if values and goes_on and not wording.begins_with_person(one.text):
            values[-1].append((one.start, one.end))
        else:
            values.append([(one.start, one.end)])
        text = one.text
    return values
