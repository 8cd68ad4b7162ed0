"""Lines to units: the paragraphs, items and headings of a document, before anyone knows how they nest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from protocolgraph.model import BlockKind
from protocolgraph.structure import wording
from protocolgraph.structure.lines import Line
from protocolgraph.vocab.layout import load_layout
from protocolgraph.text.numbering import Label, LabelKind, follows, is_first, read_label


class UnitKind(StrEnum):
    """What a unit is."""

    TEXT = "text"
    ITEM = "item"
    HEADING = "heading"
    FIELD = "field"
    NOTE = "note"
    CELL = "cell"


@dataclass(slots=True)
class Unit:
    """Lines that belong together. `text` is their words, roughly; offsets come from `ranges`."""

    kind: UnitKind
    lines: list[Line]
    ranges: list[tuple[int, int]]
    """Where its words stand, without its label."""
    text: str
    label: Label | None = None
    label_at: tuple[int, int] | None = None
    field_label: list[tuple[int, int]] = field(default_factory=list)
    """Where the label of a labelled value stands."""
    stray: bool = False
    """Whether it is an item by its first words alone: only its first sentence belongs to the list."""
    settled: bool = False
    """Whether its kind is known for good."""
    rank: int = 0
    """How far below the numbered section a heading without number stands, from 0."""
    values: list[list[tuple[int, int]]] = field(default_factory=list)
    """Where the lines of a labelled value stand that are values of their own."""
    number: str | None = None
    """Number of the section that a heading or numbered paragraph opens."""
    lead: bool = False
    """Whether it leads into the items that follow."""
    level: int | None = None
    open_brackets: int = 0

    @property
    def start(self) -> int:
        """Where it begins, its label included."""
        return self.label_at[0] if self.label_at else self.lines[0].start

    @property
    def new_page(self) -> bool:
        """Whether a page begins with it."""
        return self.lines[0].new_page

    @property
    def gap(self) -> int:
        """Blank lines before it."""
        return self.lines[0].gap

    def add(self, line: Line) -> None:
        """Take a line that goes on with it."""
        self.lines.append(line)
        self.ranges.append((line.start, line.end))
        self.text = f"{self.text} {line.text}" if self.text else line.text
        self.open_brackets = max(0, self.open_brackets + _brackets(line.text))


def _brackets(text: str) -> int:
    return text.count("(") + text.count("[") - text.count(")") - text.count("]")


def make_unit(line: Line, label: Label | None) -> Unit:
    """Return a unit that begins with this line."""
    kind = UnitKind.ITEM if label or line.glyph else UnitKind.TEXT
    start = line.start + (label.end if label else 0)
    unit = Unit(kind, [line], [(start, line.end)] if start < line.end else [], line.text[label.end :] if label else line.text)
    unit.label = label
    unit.label_at = (line.start, start) if label else None
    unit.open_brackets = max(0, _brackets(unit.text))
    return unit


_DASHES = "-–—−*+"
_WINDOW = 12
_LONG_BRACKET = 300
_FULL = 0.87
"""A line that fills so much of the width may have been broken by it: letters are not of one width."""
_FULL_AFTER_STOP = 0.95
"""The same where the line ends as a sentence does."""
_NARROW = 0.6
"""Lines without blank lines between them that fill no more than this of the width stand in a column of their own."""
_JOINED_GAP = 4
_FEWEST_NAMES = 5
_CAPITAL_SHARE = 0.8
_ONE_LINE = 160
"""A line longer than this is a whole paragraph: the text is not wrapped."""


class Grouper:
    """Puts lines together to units."""

    def __init__(self, lines: Sequence[Line], skipped: set[int]) -> None:
        self._lines = _without(lines, skipped)
        self._wide = _widths(self._lines)
        self._widths = _local_widths(self._lines, self._wide)
        self._gaps = _usual_gaps(self._lines)

    def units(self) -> list[Unit]:
        """Return the units, in order."""
        units: list[Unit] = []
        number = 0
        while number < len(self._lines):
            end = self._column_end(number)
            if end > number + 1 or (end > number and units and _glued(units[-1], self._lines[number].text)):
                number = self._add_column(units, number, end)
                continue
            line = self._lines[number]
            label = self._label(number, units)
            if units and self._goes_on(number, units[-1], label):
                units[-1].add(line)
            else:
                units.append(make_unit(line, label))
            number += 1
        return units

    def _column_end(self, number: int) -> int:
        """Return where a column of labels that stand alone ends, if one begins here; else its own number."""
        while number < len(self._lines):
            label = self._lines[number].label
            if label is None or label.end < len(self._lines[number].text) or label.bare:
                break
            number += 1
        return number

    def _add_column(self, units: list[Unit], number: int, end: int) -> int:
        """Add the items whose labels stand from here to `end` and whose words follow; return where they end."""
        holders = [make_unit(line, line.label) for line in self._lines[number:end]]
        if units and (glyph := _glued(units[-1], self._lines[number].text)):
            holders.insert(0, glyph)
        words = self._words_of_column(end, len(holders))
        for holder, lines in zip(holders, words, strict=False):
            for line in lines:
                holder.add(line)
        units += holders
        return end + sum(len(lines) for lines in words)

    def _words_of_column(self, start: int, count: int) -> list[list[Line]]:
        """Return the lines of the items, as many as there are labels: whole paragraphs, or parts of the first."""
        blocks: list[list[Line]] = []
        for number in range(start, len(self._lines)):
            line = self._lines[number]
            if self._label(number, []) or line.glyph or wording.opens_resolution(line.text):
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
        lines = blocks[0] if len(blocks[0]) >= count else [line for block in blocks for line in block]
        return _fold(lines, count)

    def _label(self, number: int, units: Sequence[Unit]) -> Label | None:
        line = self._lines[number]
        label = line.label
        if label is None or not units:
            return label
        if units[-1].open_brackets and line.gap <= self._gaps[number] and label.kind is not LabelKind.BULLET and not label.text.endswith("."):
            return None
        rest = line.text[label.end :]
        before = units[-1]
        if label.kind is LabelKind.DECIMAL and label.text[-1] not in ".:" and wording.cites(before.text):
            return None
        unfinished = bool(before.text) and wording.is_unfinished(before.text)
        if label.kind is LabelKind.BULLET and label.text in _DASHES and self._is_dash(line, before, rest):
            return None
        if label.kind is LabelKind.BULLET:
            return label
        if False:
            return None if label.text in "-–—−*+" and line.gap == 0 and (unfinished or not rest) and before.kind is UnitKind.TEXT and rest else label
        if label.kind is LabelKind.WORD:
            return label if not rest or rest[0].isupper() or rest[0] in "(‘“'\"" else None
        if label.bare and rest and rest.split()[0].strip(",").lower() in load_layout().months:
            return None
        if label.bare:
            return label if wording.could_head(rest) and (wording.is_capitals(rest) or (wording.is_title(rest) and line.gap > 0)) and not unfinished else None
        if not rest or rest[0].isupper():
            if unfinished and line.gap == 0 and not _expected(label, units):
                return None
            return label
        if _expected(label, units):
            return label
        return label if line.gap > 0 and not unfinished and label.kind is not LabelKind.DECIMAL else None

    def _is_dash(self, line: Line, before: Unit, rest: str) -> bool:
        """Whether a dash at the head of a line stands inside a sentence."""
        if not rest or before.kind is not UnitKind.TEXT or not before.text:
            return False
        if line.gap == 0 and wording.is_unfinished(before.text):
            return True
        return rest[0].islower() and not wording.is_terminal(before.text) and not wording.leads_in(before.text) and len(before.lines) > 0

    def _goes_on(self, number: int, unit: Unit, label: Label | None) -> bool:
        line, before = self._lines[number], self._lines[number - 1]
        if line.block is not before.block and BlockKind.TEXT not in (line.block.kind, before.block.kind):
            return False
        if line.block is not before.block and line.block.kind is not before.block.kind:
            return False
        if label or line.glyph:
            return False
        if not unit.text:
            return True
        if _breaks_off(line, unit):
            return False
        if unit.open_brackets and len(unit.text) < _LONG_BRACKET:
            return True
        return self._continues(number, unit)

    def _continues(self, number: int, unit: Unit) -> bool:
        line, before = self._lines[number], self._lines[number - 1]
        text = before.text
        lower = line.text[0].islower()
        apart = line.gap > self._gaps[number]
        if len(text) > _ONE_LINE and line.gap:
            return lower and not wording.is_terminal(text) and not text.endswith(":")
        if self._differs(line, before):
            return False
        if wording.is_capitals(unit.text) and line.text.isupper() and not line.gap and not line.new_page:
            return True
        if line.gap and wording.is_capitals(line.text) and not wording.is_capitals(unit.text):
            return False
        if not apart and len(unit.text.split()) > 1 and wording.is_capitals(unit.text) and not wording.is_capitals(line.text):
            return False
        if text.endswith(":") and (apart or self._had_room(number)):
            return False
        if not wording.is_terminal(text):
            if lower and not text.endswith(":"):
                return True
            if line.text[0] in "(" and line.gap <= 1 and not text.endswith(":"):
                return not line.gap or unit.kind is UnitKind.ITEM or wording.known_label(unit.text.split(":")[0])
            if wording.is_unfinished(text) and (not apart or line.gap <= _JOINED_GAP or not self._had_room(number)):
                return not wording.leads_in(text) or not apart
        return not apart and not self._had_room(number)

    def _differs(self, line: Line, before: Line) -> bool:
        """Whether the two lines look different on the page: bold, size."""
        one, other = line.block, before.block
        return one is not other and (one.bold != other.bold or abs((one.size or 0) - (other.size or 0)) > 0.6)

    def _had_room(self, number: int) -> bool:
        """Whether the line's first word would have stood on the line before: the break is meant."""
        line, before = self._lines[number], self._lines[number - 1]
        first = line.text.split(None, 1)[0]
        stop = wording.is_terminal(before.text)
        width = self._wide[number - 1] if stop else self._widths[number - 1]
        full = _FULL_AFTER_STOP if stop else _FULL
        return (0 if before.block.box else before.indent) + len(before.text) + 1 + len(first) <= min(width - 2, full * width)


def _without(lines: Sequence[Line], skipped: set[int]) -> list[Line]:
    """Return the lines that are not skipped; a page break moves to the next line that is left."""
    kept: list[Line] = []
    new_page = False
    for number, line in enumerate(lines):
        new_page = new_page or line.new_page
        if number not in skipped:
            kept.append(replace(line, new_page=new_page))
            new_page = False
    return kept


def _breaks_off(line: Line, unit: Unit) -> bool:
    """Whether a line begins something of its own, or the unit before it is complete: a form's label, a table's row."""
    before = unit.lines[-1].text
    if wording.is_amount_row(before) or wording.has_leaders(before):
        return True
    if wording.is_amount_row(line.text):
        return len(unit.lines) > 1 or before.endswith((":", ".")) or line.gap > 0
    if line.text[0].isupper() and (wording.known_label(line.text) or wording.opens_field(line.text)):
        return not wording.is_unfinished(before) or line.gap > 0
    if len(unit.lines) == 1 and unit.label is None and wording.known_label(before) and line.text[0].isupper():
        return True
    return wording.names_frequency(line.text) or wording.names_frequency(before)


def _expected(label: Label, units: Sequence[Unit]) -> bool:
    """Whether a label begins a list, or goes on with one of those before."""
    for unit in reversed(units[-12:]):
        if unit.label and follows(label, unit.label):
            return True
    return is_first(label) and (wording.is_terminal(units[-1].text) or wording.leads_in(units[-1].text))


def _widths(lines: Sequence[Line]) -> list[int]:
    """Return for each line the width of the text around it."""
    lengths = [len(line.text) for line in lines]
    return [sorted(lengths[max(0, at - _WINDOW) : at + _WINDOW + 1])[-3:][0] for at in range(len(lines))]


def _local_widths(lines: Sequence[Line], wide: Sequence[int]) -> list[int]:
    """Return the widths with those of narrow columns and of lists without bullets put right."""
    widths = list(wide)
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and lines[end].gap == 0 and not lines[end].new_page:
            end += 1
        local = max(len(line.text) for line in lines[at:end])
        if _is_list_of_names(lines[at:end]):
            widths[at:end] = [2 * local] * (end - at)
        elif end - at > 1 and local <= _NARROW * max(widths[at:end]):
            widths[at:end] = [local] * (end - at)
        at = end
    return widths


def _is_list_of_names(lines: Sequence[Line]) -> bool:
    """Whether lines without blank lines between them are one name each, and not a wrapped paragraph."""
    if len(lines) < _FEWEST_NAMES or any(line.text.endswith((".", ":", ",")) for line in lines[:-1]):
        return False
    return sum(line.text[0].isupper() for line in lines) >= _CAPITAL_SHARE * len(lines)


def _usual_gaps(lines: Sequence[Line]) -> list[int]:
    """Return for each line how many blank lines part the wrapped lines of one paragraph around it: 0, or 1 where the text is double-spaced."""
    wrapped = [0] * (len(lines) + 1)
    tight = [0] * (len(lines) + 1)
    for at, line in enumerate(lines):
        inside = at > 0 and line.text[0].islower() and not lines[at - 1].text.endswith((".", ":", ";"))
        wrapped[at + 1] = wrapped[at] + (inside and line.gap == 1)
        tight[at + 1] = tight[at] + (inside and line.gap == 0)
    usual = []
    for at in range(len(lines)):
        low, high = max(0, at - 2 * _WINDOW), min(len(lines), at + 2 * _WINDOW)
        usual.append(int(wrapped[high] - wrapped[low] > tight[high] - tight[low]))
    return usual


def _glued(unit: Unit, following: str) -> Unit | None:
    """Take the bullet that sticks to the colon at a paragraph's end off it: the first label of the column below."""
    if len(unit.text) < 3 or unit.text[-1] != following or not unit.text[:-1].rstrip().endswith((":", ":-")):
        return None
    start, end = unit.ranges[-1]
    unit.ranges[-1] = (start, end - 1)
    unit.text = unit.text[:-1].rstrip()
    return Unit(UnitKind.ITEM, [unit.lines[-1]], [], "", read_label(following), (end - 1, end))


def _fold(lines: Sequence[Line], count: int) -> list[list[Line]]:
    """Return the lines in so many runs: joined first where they begin small, then where the line before is open or long."""
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
