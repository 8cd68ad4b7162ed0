"""Units: the paragraphs, items, headings, values and cells of a document, before anyone knows how they nest."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from protocolgraph.model import Cell
from protocolgraph.structure.lines import Line
from protocolgraph.text.numbering import Label

Range = tuple[int, int]
"""Where words stand in the document's text: from, to."""


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
    """Lines that belong together.

    `text` is the words of `ranges`, one space between the ranges, so that the ranges tell where a
    word of it stands in the document. It is put together when it is asked for: a paragraph may
    have any number of lines.
    """

    kind: UnitKind
    lines: list[Line]
    ranges: list[Range]
    """Where its words stand, without its label."""
    words: list[str]
    """The words of the ranges."""
    label: Label | None = None
    label_at: Range | None = None
    field_label: list[Range] = field(default_factory=list)
    """Where the label of a labelled value stands."""
    over: list[Range] = field(default_factory=list)
    """Where the label stands that is over the label of a sort: "Present" over "Governors"."""
    values: list[list[Range]] = field(default_factory=list)
    """Where the values of a labelled value or a cell stand, if there are several; `ranges` is all of them."""
    number: str | None = None
    """Number of the section that a heading or numbered paragraph opens."""
    cell: Cell | None = None
    lead: bool = False
    """Whether it leads into the items that follow."""
    level: int | None = None
    """Level of a heading that the file's markup gives."""
    rank: int = 0
    """How far below the numbered section a heading without number stands, from 0."""
    listed: bool = False
    """Whether it is one line of several that stand below each other like a list, each on its own."""
    named: bool = False
    """Whether it is a line of its own below a heading on members."""
    stray: bool = False
    """Whether it is an item by its first words alone: only its first sentence belongs to the list."""
    settled: bool = False
    """Whether its kind is known for good."""
    open_brackets: int = 0

    @property
    def text(self) -> str:
        """All its words."""
        if len(self.words) > 1:
            self.words = [" ".join(self.words)]
        return self.words[0] if self.words else ""

    @property
    def tail(self) -> str:
        """The words of its last line."""
        return self.words[-1] if self.words else ""

    def cut(self, start: int, end: int | None = None) -> None:
        """Keep the words `text[start:end]`, and the ranges that they stand in."""
        text = self.text
        self.ranges = sub_ranges(self, start, len(text) if end is None else end)
        self.words = [text[start:end]] if self.ranges else []

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

    @property
    def glyph(self) -> bool:
        """Whether it began with a bullet that the text has lost."""
        return self.lines[0].glyph

    def add(self, line: Line) -> None:
        """Take a line that goes on with it."""
        self.lines.append(line)
        self.ranges.append((line.start, line.end))
        self.words.append(line.text)
        self.open_brackets = max(0, self.open_brackets + count_open(line.text))


def count_open(text: str) -> int:
    """Return how many more brackets a text opens than it closes."""
    return text.count("(") + text.count("[") - text.count(")") - text.count("]")


def make_unit(line: Line, label: Label | None) -> Unit:
    """Return a unit that begins with this line."""
    kind = UnitKind.ITEM if label or line.glyph else UnitKind.TEXT
    start = line.start + (label.end if label else 0)
    words = line.text[label.end :] if label else line.text
    unit = Unit(kind, [line], [(start, line.end)] if words else [], [words] if words else [])
    unit.label = label
    unit.label_at = (line.start, start) if label else None
    unit.open_brackets = max(0, count_open(words))
    return unit


def sub_ranges(unit: Unit, start: int, end: int) -> list[Range]:
    """Return where `unit.text[start:end]` stands in the document."""
    found = []
    offset = 0
    for low, high in unit.ranges:
        length = high - low
        first, last = max(start, offset), min(end, offset + length)
        if first < last:
            found.append((low + first - offset, low + last - offset))
        offset += length + 1
    return found


def undo_label(unit: Unit) -> None:
    """Make a unit's label part of its words again."""
    unit.kind = UnitKind.TEXT
    unit.label = unit.label_at = None
    unit.ranges = [(line.start, line.end) for line in unit.lines]
    unit.words = [line.text for line in unit.lines]
