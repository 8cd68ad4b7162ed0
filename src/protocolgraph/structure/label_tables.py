"""Tables of two columns that are terms of reference: what a heading would say, and beside it what would stand below.

"Purpose", "Chair", "Membership", "Quorum" and "Duties" stand below each other in the first column. Such a table says
what the same headings and paragraphs say, and is read as these; one that is all short values is read as a card of
labels ("Chair: Head of Law").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from protocolgraph.model import Cell
from protocolgraph.structure import wording
from protocolgraph.structure.details import tells_details
from protocolgraph.structure.people_rows import is_post
from protocolgraph.structure.units import Unit, UnitKind
from protocolgraph.text.normalise import fold
from protocolgraph.vocab.layout import load_layout

_COLUMNS = {0, 1}
_FEWEST_KNOWN = 2
"""So many labels that documents of this genre have in common tell that a table is one of labels."""
_LONGEST_LABEL = 8
"""Words of a label."""
_LONGEST_VALUE = 120
_OF_A_MEETING = re.compile(
    r"(?:present|apologies|welcome|introductions?|minutes|matters arising|any other business|declarations?)\b",
    re.IGNORECASE,
)
"""How the items of an agenda and the lines of minutes begin, which other columns tell of."""


@dataclass(slots=True)
class _Row:
    """A label and the units beside it."""

    labels: list[Unit] = field(default_factory=list)
    values: list[Unit] = field(default_factory=list)


def open_label_tables(units: Sequence[Unit]) -> list[Unit]:
    """Return the units with the tables of labels made into headings with paragraphs, or into labelled values."""
    made: list[Unit] = []
    for number, group in groupby(units, key=_table):
        table = list(group)
        rows = _rows(table) if number is not None else []
        made += _opened(rows) if rows and _is_of_labels(rows) else table
    return made


def _cell(unit: Unit) -> Cell | None:
    return unit.cell or unit.lines[0].block.cell


def _table(unit: Unit) -> int | None:
    cell = _cell(unit)
    return None if cell is None else cell.table


def _rows(table: Sequence[Unit]) -> list[_Row]:
    """The rows of a table of two columns, a row without label taken to the one above; none for any other table."""
    rows: list[_Row] = []
    last = -1
    for unit in table:
        cell = _cell(unit)
        if cell is None or cell.column not in _COLUMNS:
            return []
        if not rows or (cell.row != last and cell.column == 0):
            rows.append(_Row())
        last = cell.row
        (rows[-1].values if cell.column else rows[-1].labels).append(unit)
    return rows


def _is_of_labels(rows: Sequence[_Row]) -> bool:
    """Whether most rows begin with a label that is known as one, and no label is a sentence or a list."""
    if any(len(row.labels) != 1 or not _is_label(row.labels[0].text) for row in rows):
        return False
    if any(_OF_A_MEETING.match(row.labels[0].text) for row in rows):
        return False
    known = sum(_is_known(row.labels[0].text) for row in rows if row.values)
    if _tells_of_organisation(rows):
        known = sum(_is_detail(row.labels[0].text) for row in rows if row.values)
    return known >= _FEWEST_KNOWN and 2 * known >= len(rows)


def _tells_of_organisation(rows: Sequence[_Row]) -> bool:
    """Whether labels are those of an organisation's details, of which posts are some: "Trustees", "Bankers"."""
    return any(tells_details(row.labels[0].text) for row in rows)


def _is_detail(text: str) -> bool:
    return tells_details(text) or is_post(text.rstrip(":")) or _is_known(text)


def _is_label(text: str) -> bool:
    return len(text.split()) <= _LONGEST_LABEL and wording.could_head(text)


def _is_known(text: str) -> bool:
    running = fold(text).lower().strip(" :") in load_layout().running_labels
    return running or wording.known_label(text) or wording.known_heading(text)


def _opened(rows: Sequence[_Row]) -> Iterator[Unit]:
    """The units of a table of labels, outside any table."""
    card, details = all(_is_short(row) for row in rows), _tells_of_organisation(rows)
    for row in rows:
        label = row.labels[0]
        if row.values and card:
            yield _field(label, row.values[0])
        elif details and (lines := list(_short_lines(row))):
            yield from (_field(label, line) for line in lines)
        else:
            yield Unit(UnitKind.HEADING, label.lines, label.ranges, list(label.words), rank=1, settled=True)
            yield from (below for value in row.values for below in _below(value, listed=len(row.values) == 1))


def _is_short(row: _Row) -> bool:
    """Whether a label has one short value beside it, as on a card."""
    if len(row.values) != 1 or row.values[0].label or len(row.values[0].values) > 1:
        return not row.values
    return _is_name(row.values[0].text)


def _short_lines(row: _Row) -> Iterator[Unit]:
    """The lines beside a label, each a value of its own; none where one is more than a name."""
    if len(row.values) == 1 and not row.values[0].label:
        value = row.values[0]
        texts = dict(zip(value.ranges, value.words, strict=True)) if len(value.words) == len(value.ranges) else {}
        lines = [
            (ranges, [texts[span] for span in ranges if span in texts]) for ranges in value.values or [value.ranges]
        ]
        if all(words and _is_name(" ".join(words)) for _, words in lines):
            yield from (Unit(UnitKind.TEXT, value.lines, list(ranges), words, settled=True) for ranges, words in lines)


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST_VALUE and not wording.says_something(text) and not text.endswith((".", ":"))


def _field(label: Unit, value: Unit) -> Unit:
    made = Unit(UnitKind.FIELD, [*label.lines, *value.lines], value.ranges, list(value.words), settled=True)
    made.field_label = label.ranges
    return made


def _below(value: Unit, *, listed: bool) -> Iterator[Unit]:
    """The paragraphs or items of a cell; its lines are items where it has several and nothing else."""
    if value.label or len(value.values) < len(_COLUMNS):
        kind = UnitKind.ITEM if value.label else UnitKind.TEXT
        made = Unit(kind, value.lines, value.ranges, list(value.words), settled=True)
        made.label, made.label_at = value.label, value.label_at
        yield made
        return
    texts = dict(zip(value.ranges, value.words, strict=True)) if len(value.words) == len(value.ranges) else {}
    for ranges in value.values:
        words = [texts[span] for span in ranges if span in texts]
        sentence = bool(words) and words[-1].endswith((".", ":"))
        kind = UnitKind.ITEM if listed and not sentence else UnitKind.TEXT
        yield Unit(kind, value.lines, list(ranges), words, settled=True)
