"""Labels that stand in a column of their own, one below the other, before the words that they label."""

from __future__ import annotations

from collections.abc import Sequence

from protocolgraph.structure import wording
from protocolgraph.structure.lines import Line
from protocolgraph.structure.units import Unit, UnitKind, make_unit
from protocolgraph.text.numbering import read_label


def stack_end(lines: Sequence[Line], number: int) -> int:
    """Return where a column of labels that stand alone ends, if one begins with this line; else its own number."""
    while number < len(lines):
        label = lines[number].label
        if label is None or label.end < len(lines[number].text) or label.bare:
            break
        number += 1
    return number


def unglue(unit: Unit, following: str) -> Unit | None:
    """Take the bullet that sticks to the colon at a paragraph's end off it: the first label of the column below."""
    if len(unit.tail) < 3 or unit.tail[-1] != following or not unit.tail[:-1].rstrip().endswith((":", ":-")):
        return None
    start, end = unit.ranges[-1]
    unit.ranges[-1] = (start, end - 1)
    unit.words[-1] = unit.tail[:-1]
    return Unit(UnitKind.ITEM, [unit.lines[-1]], [], [], read_label(following), (end - 1, end))


def deal(lines: Sequence[Line], number: int, end: int, first: Unit | None) -> tuple[list[Unit], int]:
    """Return the items whose labels are the lines up to `end` and whose words follow, and where these end.

    `first` is a label that stood before the column.
    """
    items = [*([first] if first else []), *(make_unit(line, line.label) for line in lines[number:end])]
    words = _words(lines, end, len(items))
    for item, item_lines in zip(items, words, strict=False):
        for line in item_lines:
            item.add(line)
    return items, end + sum(len(item_lines) for item_lines in words)


def _words(lines: Sequence[Line], start: int, count: int) -> list[list[Line]]:
    """Return the lines of so many items: whole paragraphs, or the lines of the first."""
    blocks: list[list[Line]] = []
    for line in lines[start:]:
        label = line.label
        if (label and not label.bare) or line.glyph or wording.opens_resolution(line.text):
            break
        if blocks and not line.gap and not line.new_page:
            if wording.is_capitals(blocks[-1][-1].text) and not wording.is_capitals(line.text):
                break
            blocks[-1].append(line)
        elif len(blocks) == count:
            break
        else:
            blocks.append([line])
    if len(blocks) >= count or not blocks:
        return blocks[:count]
    return _fold(blocks[0] if len(blocks[0]) >= count else [line for block in blocks for line in block], count)


def _fold(lines: Sequence[Line], count: int) -> list[list[Line]]:
    """Return the lines in so many runs: joined where they begin small, then where the line before is open or long."""
    joins = sorted(range(1, len(lines)), key=lambda at: _join_rank(lines[at - 1], lines[at]))
    joined = set(joins[: max(0, len(lines) - count)])
    runs: list[list[Line]] = []
    for at, line in enumerate(lines):
        if at in joined:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _join_rank(before: Line, line: Line) -> tuple[bool, bool, int]:
    return not line.text[0].islower(), not wording.is_unfinished(before.text), -len(before.text)
