"""Tables of two columns that were flattened: members first, then responsibilities, line below line.

"Membership" and "Key Responsibilities" stand one below the other; then come the short wrapped
lines of the first column, then the list of the second. Each column becomes a section of its own,
each member an item.
"""

from __future__ import annotations

from collections.abc import Sequence

from protocolgraph.structure import wording
from protocolgraph.structure.lines import Line
from protocolgraph.structure.units import Unit, UnitKind, make_unit
from protocolgraph.text.numbering import LabelKind
from protocolgraph.vocab.layout import load_layout

_CELL_SPACE = 8
"""So much white space at the end of a line is the rest of a cell."""
_LONGEST_MEMBER = 140


def split_columns(units: Sequence[Unit]) -> list[Unit]:
    """Return the units with flattened tables made into headings and items."""
    made: list[Unit] = []
    headers: tuple[Unit, Unit] | None = None
    at = 0
    while at < len(units):
        if _is_header(units, at):
            headers = (units[at], units[at + 1])
            if made and _names_group(made[-1]):
                _as_heading(made[-1], 0)
            at = _add_table(units, at + 2, headers, made)
        elif headers and wording.names_frequency(units[at].text) and not _is_header(units, at + 1):
            _as_heading(units[at], 0)
            made.append(units[at])
            at = _add_table(units, at + 1, headers, made) if _has_table(units, at + 1) else at + 1
        else:
            headers = headers if not _ends_table(units[at]) else None
            made.append(units[at])
            at += 1
    return made


def _key(unit: Unit) -> str:
    return " ".join(unit.text.lower().rstrip(" :").split())


def _is_header(units: Sequence[Unit], at: int) -> bool:
    if at + 2 >= len(units) or units[at].label or units[at + 1].label:
        return False
    layout = load_layout()
    return _key(units[at]) in layout.member_columns and _key(units[at + 1]) in layout.duty_columns


def _names_group(unit: Unit) -> bool:
    return unit.kind is UnitKind.TEXT and (wording.names_frequency(unit.text) or wording.could_head(unit.text))


def _ends_table(unit: Unit) -> bool:
    """Whether a numbered heading begins: the table is over."""
    return unit.label is not None and unit.label.kind in (LabelKind.DECIMAL, LabelKind.WORD)


def _as_heading(unit: Unit, rank: int) -> Unit:
    unit.kind, unit.rank, unit.settled = UnitKind.HEADING, rank, True
    return unit


def _copy_heading(header: Unit) -> Unit:
    return Unit(UnitKind.HEADING, header.lines, header.ranges, list(header.words), rank=1, settled=True)


def _has_table(units: Sequence[Unit], at: int) -> bool:
    """Whether short lines without labels and then a list follow: a table whose headers are those of the last."""
    start = at
    while at < len(units) and units[at].kind is UnitKind.TEXT and len(units[at].text) <= _LONGEST_MEMBER:
        at += 1
    return at > start + 1 and at < len(units) and units[at].kind is UnitKind.ITEM and not _ends_table(units[at])


def _add_table(units: Sequence[Unit], at: int, headers: tuple[Unit, Unit], made: list[Unit]) -> int:
    """Add the two columns that begin here; return where the second begins to be ordinary text again."""
    end = at
    while end < len(units) and _in_first_column(units, end):
        end += 1
    made.append(_copy_heading(headers[0]))
    made += _members(units[at:end])
    made.append(_copy_heading(headers[1]))
    while end < len(units) and _in_second_column(units, end):
        unit = units[end]
        if unit.kind is UnitKind.TEXT and wording.names_frequency(unit.text):
            _as_heading(unit, 2)
        made.append(unit)
        end += 1
    return end


def _in_first_column(units: Sequence[Unit], at: int) -> bool:
    unit = units[at]
    if unit.kind is not UnitKind.TEXT or (unit.new_page and wording.could_head(unit.text) and not unit.gap):
        return False
    if at + 1 < len(units) and wording.names_frequency(unit.text):
        return False
    return not _is_header(units, at)


def _in_second_column(units: Sequence[Unit], at: int) -> bool:
    unit = units[at]
    if _ends_table(unit) or _is_header(units, at) or _is_header(units, at + 1):
        return False
    if unit.kind is UnitKind.TEXT and wording.names_frequency(unit.text):
        return unit.text.endswith(")") and not unit.new_page and not _has_table(units, at + 1)
    return not (unit.kind is UnitKind.TEXT and unit.new_page and wording.could_head(unit.text))


def _members(units: Sequence[Unit]) -> list[Unit]:
    """Return the entries of the first column: blank lines, or the white space of a cell's rest, part them."""
    spaced = any(line.gap for unit in units[1:] for line in unit.lines)
    entries: list[Unit] = []
    for unit in units:
        if wording.says_something(unit.text) or wording.is_terminal(unit.text):
            entries.append(unit)
            continue
        for line in unit.lines:
            if entries and not _parts(entries[-1], line, spaced=spaced):
                entries[-1].add(line)
            else:
                entries.append(_entry(line))
    return entries


def _entry(line: Line) -> Unit:
    unit = make_unit(line, None)
    unit.kind = UnitKind.TEXT if line.text.endswith(":") else UnitKind.ITEM
    unit.settled = True
    return unit


def _parts(entry: Unit, line: Line, *, spaced: bool) -> bool:
    """Whether a line of the first column begins a new entry."""
    before = entry.lines[-1]
    if entry.text.endswith(":"):
        return True
    if entry.open_brackets or line.text[0].islower() or wording.is_unfinished(entry.text):
        return False
    return line.gap > 0 or not spaced or before.trailing >= _CELL_SPACE
