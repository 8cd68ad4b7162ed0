"""Lines to units: the paragraphs, items and headings of a document, before anyone knows how they nest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
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
_ONE_LINE = 160
"""A line longer than this is a whole paragraph: the text is not wrapped."""


class Grouper:
    """Puts lines together to units."""

    def __init__(self, lines: Sequence[Line], skipped: set[int]) -> None:
        self._lines = [line for number, line in enumerate(lines) if number not in skipped]
        self._widths = _widths(self._lines)
        self._gaps = _usual_gaps(self._lines)

    def units(self) -> list[Unit]:
        """Return the units, in order."""
        units: list[Unit] = []
        for number, line in enumerate(self._lines):
            label = self._label(number, units)
            stacked = len(units) > 1 and not units[-1].text and not units[-2].text
            if units and not stacked and self._goes_on(number, units[-1], label):
                units[-1].add(line)
            else:
                units.append(make_unit(line, label))
        return _dealt(units)

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
        return label if _expected(label, units) or (line.gap > 0 and not unfinished) else None

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
        if wording.is_capitals(unit.text) and wording.is_capitals(line.text) and not line.gap and not line.new_page:
            return True
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
        width = self._widths[number - 1]
        full = _FULL_AFTER_STOP if wording.is_terminal(before.text) else _FULL
        return (0 if before.block.box else before.indent) + len(before.text) + 1 + len(first) <= min(width - 2, full * width)


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
    widths = [sorted(lengths[max(0, at - _WINDOW) : at + _WINDOW + 1])[-3:][0] for at in range(len(lines))]
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and lines[end].gap == 0 and not lines[end].new_page:
            end += 1
        local = max(lengths[at:end])
        if end - at > 1 and local <= _NARROW * max(widths[at:end]):
            widths[at:end] = [local] * (end - at)
        at = end
    return widths


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


def _dealt(units: list[Unit]) -> list[Unit]:
    """Give labels that stand in a column of their own the paragraphs that follow them, one each."""
    dealt: list[Unit] = []
    waiting: list[Unit] = []
    for unit in units:
        if unit.label and not unit.text:
            if not waiting and dealt:
                waiting += _unglued(dealt[-1])
            waiting.append(unit)
        elif waiting and unit.label is None and not unit.lines[0].glyph:
            holder = waiting.pop(0)
            unit.kind, unit.label, unit.label_at = UnitKind.ITEM, holder.label, holder.label_at
            dealt.append(unit)
        else:
            dealt += waiting
            waiting = []
            dealt.append(unit)
    return dealt + waiting


def _unglued(unit: Unit) -> list[Unit]:
    """Take the bullet that sticks to the colon at a paragraph's end off it: the first label of the column below."""
    if len(unit.text) < 3 or unit.text[-1] not in "•−–-" or unit.text[-2] not in ":-":
        return []
    start, end = unit.ranges[-1]
    unit.ranges[-1] = (start, end - 1)
    unit.text = unit.text[:-1].rstrip()
    label = read_label(unit.lines[-1].text[-1])
    return [Unit(UnitKind.ITEM, [unit.lines[-1]], [], "", label, (end - 1, end))]
