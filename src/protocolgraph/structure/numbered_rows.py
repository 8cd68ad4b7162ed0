"""Tables that lost their columns: a number on a line of its own, a person below it, then post, organisation, remark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolgraph.structure import wording
from protocolgraph.structure.units import Unit, UnitKind

_FEWEST = 3
"""So many numbers in order make such a table."""
_SHARE = 0.6
"""Share of the numbers that a person's name must follow."""
_LONGEST_ROW = 12
"""Units that a row has at most."""


def split_numbered_rows(units: Sequence[Unit]) -> list[Unit]:
    """Return the units with each cell of such tables a unit of its own that is neither heading nor item."""
    apart = [part for unit in units for part in _without_number(unit)]
    numbers = _numbers(apart)
    named = [at for at in numbers if at + 1 < len(apart) and _is_name(apart[at + 1])]
    if len(numbers) < _FEWEST or len(named) < _SHARE * len(numbers):
        return list(units)
    ends = [*numbers[1:], len(apart)]
    rows = {at: min(end, at + _LONGEST_ROW) for at, end in zip(numbers, ends, strict=True)}
    made: list[Unit] = []
    row = 0
    for at, unit in enumerate(apart):
        row = rows.get(at, row)
        made += _cells(unit) if numbers[0] <= at < row else [unit]
    return made


def _without_number(unit: Unit) -> Iterator[Unit]:
    """Yield a unit, and the number of the next row by itself where it stands close below the unit."""
    plain = unit.kind is UnitKind.TEXT and not unit.settled and len(unit.lines) == len(unit.ranges) > 1
    if plain and unit.lines[-1].text.isdecimal() and not wording.is_unfinished(unit.lines[-2].text):
        yield _part(unit, 0, len(unit.lines) - 1)
        yield _part(unit, len(unit.lines) - 1, len(unit.lines))
    else:
        yield unit


def _part(unit: Unit, start: int, end: int) -> Unit:
    lines = unit.lines[start:end]
    return Unit(UnitKind.TEXT, lines, unit.ranges[start:end], [line.text for line in lines])


def _numbers(units: Sequence[Unit]) -> list[int]:
    """Return where the longest run of bare numbers from 1 on stands."""
    best: list[int] = []
    run: list[int] = []
    for at, unit in enumerate(units):
        if unit.kind is UnitKind.TEXT and unit.text == "1":
            run = [at]
        elif unit.kind is UnitKind.TEXT and run and unit.text == str(len(run) + 1):
            run = [*run, at]
        best = max(best, run, key=len)
    return best


def _is_name(unit: Unit) -> bool:
    first = unit.lines[0].text.partition(" (")[0]
    return wording.like_name(first) or wording.begins_with_person(first)


def _cells(unit: Unit) -> Iterator[Unit]:
    if unit.kind is not UnitKind.TEXT or unit.settled:
        yield unit
        return
    for start, end in _bounds(unit):
        cell = _part(unit, start, end)
        cell.settled = True
        yield cell


def _bounds(unit: Unit) -> Iterator[tuple[int, int]]:
    """Yield which lines are a cell: each of its own, until one reads as a sentence that goes on."""
    if len(unit.lines) != len(unit.ranges) or wording.is_prose(unit.text):
        yield 0, len(unit.lines)
        return
    start = 0
    for at in range(1, len(unit.lines) + 1):
        goes_on = at < len(unit.lines) and (
            not unit.lines[at].text[0].isupper() or wording.is_unfinished(unit.lines[at - 1].text)
        )
        if not goes_on:
            yield start, at
            start = at
