"""Attendance lists of several lines that no label of their own tells: sorts below the label, posts behind the names.

The label of a sort ("Borough councillors:", "Non school members:") tells by itself nothing of a meeting, so that its
names would be the last line's, or a list of something else: it counts only below the label of those who came, or did
not. Where the text gives the column of names first and the column of posts behind it, each name takes its post.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from protocolgraph.model import BlockKind, Cell
from protocolgraph.structure import wording
from protocolgraph.structure.lines import Line
from protocolgraph.structure.people_rows import is_personal, is_row
from protocolgraph.structure.two_columns import column_length, dealt, is_column_of_posts, names_only
from protocolgraph.structure.units import Range, Unit, UnitKind, make_unit

_SORT = re.compile(r"(?P<label>[A-Z][^:.;!?]{2,60}?)\s?:(?:\s?[-–])?(?:\s+(?P<value>\S.*))?$")
_NAME = re.compile(r"(?:[A-Z][\w'’.-]*\s+){1,3}[A-Z][\w'’-]+(?=$|\s*[,;(–-]|\s+and\s|\s+&\s)")
_PRESENCE = re.compile(r"[^:]*\b(?:present|attend\w*|apolog\w*|absen\w+|minutes?|invit\w+)\b[^:]*:", re.IGNORECASE)
"""Labels that begin a list of their own, and no sort of the one above them."""
_CHAIR = re.compile(r"\bchair(?:man|person|woman)?$", re.IGNORECASE)
"""The end of a label of an office and no sort of people: "The Chair: Ann Lee"."""
_IN_COLUMN = re.compile(r"[^:]{2,60}:\s{3,}(?=\S)")
"""A label, and the column that begins beside it."""
_LONGEST_SORT = 6
"""Words of the label of a sort."""
_NEAR = 6
"""Lines in which the first label stands."""
_INITIALS = re.compile(r"[A-Z]{2,4}[a-z]?$")
_FEWEST = 2
"""So many names with initials below them make a list."""
_NUMBER = re.compile(r"\d{1,2}\s+(?=[A-Z])")
"""The number of an item, without a full stop, before the label of those who came: "1 Present: Ann Lee"."""
_PARTED = 1
"""Blank lines that may part one sort from the next."""

_Value = list[tuple[int, Line]]
"""The lines that name somebody, each with where in the text its words begin."""


@dataclass(frozen=True, slots=True)
class _Label:
    """The label of a list or of a sort: the line, where in the text the label stands, and its words."""

    line: Line
    at: Range
    words: str


@dataclass(frozen=True, slots=True)
class _Sort:
    """Who is named below one label: who it names, and lines of posts of which nobody's can be told."""

    label: _Label
    values: list[_Value]
    loose: list[Line] = field(default_factory=list)
    columns: bool = False
    """Whether the names stand in a column, with the posts behind all of them."""


@dataclass(frozen=True, slots=True)
class PresenceLines:
    """Lines `start` to `end`: the label of an attendance list, and the sorts below it, or those it labels itself."""

    start: int
    end: int
    label: _Label
    sorts: list[_Sort]


def find_presence_lines(lines: Sequence[Line]) -> list[PresenceLines]:
    """Return the attendance lists whose names stand below labels of sorts, or before a column of posts."""
    found: list[PresenceLines] = []
    at = 0
    while at < len(lines):
        opening = _opening(lines[at])
        read = _read(lines, at, *opening) if opening is not None and not _in_columns(lines, at) else None
        if read is not None:
            found.append(read)
        at = read.end if read is not None else at + 1
    return found


def _in_columns(lines: Sequence[Line], at: int) -> bool:
    """Whether names stand in a column beside the labels, some below others: tables of labels are read elsewhere."""
    near = lines[at : at + _NEAR]
    starts = [(number, match) for number, line in enumerate(near[:-1]) if (match := _IN_COLUMN.match(line.text))]
    return any(near[number].indent + match.end() == near[number + 1].indent for number, match in starts)


def presence_units(found: PresenceLines, table: int) -> list[Unit]:
    """Return the units of such a list: labelled values, each below the list's own label, and the posts of nobody.

    Names with their posts are tables without headers, the first of which has the number given.
    """
    units: list[Unit] = []
    for number, sort in enumerate(found.sorts):
        if sort.columns and not sort.loose:
            units += _table(sort, found.label, table + number)
        else:
            units += _field(sort, found.label)
    units[0].lines = [found.label.line, *units[0].lines]
    return units


def _field(sort: _Sort, over: _Label) -> Iterator[Unit]:
    """Yield a labelled value, and the posts of nobody, each a line by itself."""
    pieces = [piece for value in sort.values for piece in value]
    ranges = [(start, line.end) for start, line in pieces]
    words = [line.text[start - line.start :] for start, line in pieces]
    unit = Unit(UnitKind.FIELD, [sort.label.line, *(line for _, line in pieces)], ranges, words, settled=True)
    unit.values = [[(start, line.end) for start, line in value] for value in sort.values]
    unit.field_label, unit.over = [sort.label.at], [] if over is sort.label else [over.at]
    yield unit
    for line in sort.loose:
        post = make_unit(line, None)
        post.settled = True
        yield post


def _table(sort: _Sort, over: _Label, number: int) -> Iterator[Unit]:
    """Yield the label that leads into a table, and its rows: somebody, and the post."""
    known = wording.is_attendance(sort.label.words) or wording.heads_members(sort.label.words)
    label = sort.label if known else over
    yield Unit(UnitKind.TEXT, [label.line], [label.at], [label.words], settled=True)
    for row, (name, *post) in enumerate(sort.values, 1):
        for column, pieces in enumerate(([name], post)):
            lines = [line for _, line in pieces]
            ranges = [(start, line.end) for start, line in pieces]
            unit = Unit(UnitKind.CELL, lines, ranges, [line.text for line in lines], settled=True)
            unit.cell = Cell(number, row, column)
            yield unit


def _opening(line: Line) -> tuple[_Label, int] | None:
    """The label of an attendance list with which a line begins, and where in the line what it labels begins."""
    end = line.text.find(":", 0, 40)
    number = _NUMBER.match(line.text) if end > 0 else None
    start = number.end() if number else 0
    label = line.text[start:] if end < 0 else line.text[start:end]
    if line.block.kind is not BlockKind.TEXT or not (number or line.label is None) or not wording.is_presence(label):
        return None
    rest = line.text[start + len(label) :].lstrip(" :-–")
    label = label.rstrip(" :-–")
    begins = line.start + start
    return _Label(line, (begins, begins + len(label)), label), len(line.text) - len(rest)


def _read(lines: Sequence[Line], at: int, label: _Label, value: int) -> PresenceLines | None:
    inline = (lines[at].start + value, lines[at]) if value < len(lines[at].text) else None
    end, values = _initialled(lines, at + 1, inline)
    if len(values) >= _FEWEST:
        return PresenceLines(at, end, label, [_Sort(label, values)])
    sorts: list[_Sort] = []
    end = at
    if inline is None:
        end, plain = _people(lines, at + 1, label, None)
        if plain is not None and plain.columns:
            return PresenceLines(at, end, label, [plain])
        end = at + 1
    else:
        end, sort = _sort(lines, at, value)
        if sort is None and label.at[0] > lines[at].start:
            end, plain = _people(lines, at + 1, label, inline)
            return PresenceLines(at, end, label, [plain]) if plain is not None else None
        if sort is None:
            return None
        sorts.append(sort)
    while end < len(lines) and lines[end].gap <= _PARTED and not _PRESENCE.match(lines[end].text):
        after, sort = _sort(lines, end, 0)
        if sort is None:
            break
        sorts.append(sort)
        end = after
    return PresenceLines(at, end, label, sorts) if sorts else None


def _initialled(lines: Sequence[Line], at: int, inline: tuple[int, Line] | None) -> tuple[int, list[_Value]]:
    """Read names that each have their initials on the line below, as the next column's."""
    values: list[_Value] = []
    if inline and at < len(lines) and _has_initials(inline[1].text[inline[0] - inline[1].start :], lines[at]):
        values.append([inline, (lines[at].start, lines[at])])
        at += 1
    elif inline:
        return at, values
    while at + 1 < len(lines) and lines[at].gap <= _PARTED and _has_initials(lines[at].text, lines[at + 1]):
        values.append([(line.start, line) for line in lines[at : at + 2]])
        at += 2
    return at, values


def _has_initials(name: str, below: Line) -> bool:
    return not below.gap and _INITIALS.match(below.text) is not None and below.text[0] == name[0] and names_only(name)


def _sort(lines: Sequence[Line], at: int, start: int) -> tuple[int, _Sort | None]:
    """Read the sort whose label begins in a line; return the line after it, and None if there is no such sort."""
    line = lines[at]
    match = _SORT.match(line.text[start:])
    if match is None or line.label is not None or not _is_sort(match["label"]):
        return at, None
    begins = line.start + start
    words = match["label"].rstrip()
    label = _Label(line, (begins, begins + len(words)), words)
    end, sort = _people(lines, at + 1, label, (begins + match.start("value"), line) if match["value"] else None)
    return (end, sort) if sort is not None else (at, None)


def _people(lines: Sequence[Line], at: int, label: _Label, inline: tuple[int, Line] | None) -> tuple[int, _Sort | None]:
    """Read those whom lines name, and what stands beside them in the label's own line; None if they name nobody."""
    end = at
    while end < len(lines) and _goes_on(lines[end], first=end == at and inline is None):
        end += 1
    below = lines[at:end]
    length = 0 if inline else column_length([line.text for line in below])
    posts = below[length:]
    if length and is_column_of_posts([line.text for line in posts]):
        groups = dealt(length, [line.text for line in posts])
        pairs = [[(line.start, line)] for line in below[:length]]
        for pair, group in zip(pairs, groups or [], strict=False):
            pair += [(posts[number].start, posts[number]) for number in group]
        return end, _Sort(label, pairs, [] if groups else list(posts), columns=True)
    values: list[_Value] = [[inline]] if inline else []
    for line in below:
        if values and _continues(values[-1][-1][1].text, line.text):
            values[-1].append((line.start, line))
        else:
            values.append([(line.start, line)])
    first = values[0][0] if values else None
    named = first is not None and _names_somebody(first[1].text[first[0] - first[1].start :])
    return end, _Sort(label, values) if named else None


def _is_sort(label: str) -> bool:
    """Whether words say of which sort somebody is, and of no other matter of a meeting."""
    short = len(label.split()) <= _LONGEST_SORT and not wording.says_something(label) and not _CHAIR.search(label)
    known = wording.known_label(label) and not wording.is_attendance(label)
    return short and (not known or wording.is_office(label)) and label.count("(") == label.count(")")


def _goes_on(line: Line, *, first: bool) -> bool:
    """Whether a line may name people of the sort above it."""
    if line.gap > (_PARTED if first else 0) or (line.new_page and not first) or line.block.kind is not BlockKind.TEXT:
        return False
    if line.label is not None or _SORT.match(line.text) or _opening(line) or wording.known_heading(line.text):
        return False
    return not wording.is_prose(line.text.rstrip(".")) and not wording.opens_field(line.text)


def _continues(before: str, text: str) -> bool:
    """Whether a line goes on with the one before: that is open, or this begins nobody's name."""
    if before.endswith((",", ";")) or wording.is_unfinished(before) or text[0].islower() or text.startswith("("):
        return True
    return not (wording.begins_with_person(text) or is_row(text) or _names_somebody(text))


def _names_somebody(text: str) -> bool:
    match = _NAME.match(text)
    return wording.begins_with_person(text) or (match is not None and is_personal(match[0]))
