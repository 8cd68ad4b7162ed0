"""A document's lines, with what their place says: blank lines before, indent, page breaks, lost bullets.

Text taken from PDFs often keeps a page break or a bullet only as one space at the head of a line.
Where a text does so, the two are told apart here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from protocolgraph.model import Block, BlockKind, Document
from protocolgraph.text.numbering import Label, follows, is_first, read_label, readings


@dataclass(frozen=True, slots=True)
class Line:
    """One line with words: `document.text[start:end]`, no white space at its ends."""

    start: int
    end: int
    text: str
    indent: float
    """White space before it, in characters (in points / 5 of lines of which the reader knows no more than the box)."""
    trailing: int
    """White space after it, in characters."""
    gap: int
    """Blank lines before it."""
    new_page: bool
    block: Block
    first: bool
    """Whether it is the first line of its block."""
    glyph: bool = False
    """Whether it began with a bullet that the text has lost."""

    lettered: bool = False
    """Whether it begins with a letter that numbers it without a point behind: "a   The Council shall"."""

    @property
    def label(self) -> Label | None:
        """The label at its head."""
        label = read_label(self.text)
        return replace(label, bare=False) if self.lettered and label is not None else label


_ONE_LINE = 160
"""A line longer than this is no line of a page: the text has lost its line ends, or has one line a paragraph."""
_FEWEST_GLUED = 4
"""So many numbers that count on inside a line show that it is more than one paragraph."""
_BULLET = re.compile(r"\s(?=[•●▪■◦]\s)")
_NUMBER = re.compile(r"(?P<number>\d{1,2}\.(?:\d{1,2}\.?)?)\s+(?=[A-Z“‘\"(])")
_LETTERED = re.compile(r"(?:a(?=\s{2,}|\s+[A-Z])|[b-z]|[ivx]{2,5})\s+(?=\S)(?!.*\S\s{3,}\S)")
"""A letter before the words of a line, with a wide gap behind it alone; "a" may be an article."""
_NEAR_LETTER = 40
"""The next letter is at most so many lines below."""
_LEAST_TRACES = 5
"""So many lines after a blank line with one space before them show that bullets were lost."""
_NEAR = 5
"""The next item of a tight list is at most so many lines below."""


def read_lines(document: Document) -> list[Line]:
    """Return the lines of the document's blocks."""
    lines = _with_letters(list(_iter_lines(document)))
    boxed = any(line.block.box for line in lines)
    if boxed or len(document.pages) > 1 or not lines:
        return lines
    return _restore(lines)


def _iter_lines(document: Document) -> Iterator[Line]:
    text = document.text
    last_end, last_page = 0, None
    for block in document.blocks:
        offset = block.start
        for position, raw in enumerate(text[block.start : block.end].splitlines(keepends=True)):
            bare = raw.strip()
            if bare:
                start = offset + raw.index(bare[0])
                end = start + len(bare)
                line = Line(
                    start,
                    end,
                    bare,
                    _indent(text, start, block),
                    len(raw.rstrip("\r\n")) - (end - offset),
                    max(0, _breaks(text[last_end:start]) - 1),
                    block.page != last_page,
                    block,
                    position == 0,
                )
                yield from _unglued(line) if block.kind is BlockKind.TEXT else [line]
                last_end, last_page = end, block.page
            offset += len(raw)


def _unglued(line: Line) -> Iterator[Line]:
    """Yield a line, or the paragraphs and items that a text without line ends has run together in it."""
    cuts = _glued(line.text) if len(line.text) > _ONE_LINE else []
    for start, end in pairwise([0, *cuts, len(line.text)]):
        text = line.text[start:end].rstrip()
        place = replace(line, start=line.start + start, end=line.start + start + len(text), text=text)
        yield replace(place, indent=0.0, gap=1, new_page=False, first=False) if start else place


def _glued(text: str) -> list[int]:
    """Return where numbers that count on, or several bullets, begin something of its own inside a line."""
    bullets = [match.end() for match in _BULLET.finditer(text)]
    last = _NUMBER.match(text)
    cuts, value = [], _value(last["number"]) if last else ()
    for match in _NUMBER.finditer(text, 1):
        number = _value(match["number"])
        if text[match.start() - 1].isspace() and _counts_on(number, value):
            cuts.append(match.start())
            value = number
    counted = cuts if len(cuts) >= (1 if last else _FEWEST_GLUED) else []
    return sorted({*counted, *(bullets if len(bullets) > 1 else [])})


def _value(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.rstrip(".").split("."))


def _counts_on(number: tuple[int, ...], before: tuple[int, ...]) -> bool:
    """Whether "2", "1.1" or "1.2" is what may come after "1" or "1.1"; a text begins with "1"."""
    if not before:
        return number in ((1,), (1, 1))
    if len(number) == 1:
        return number[0] == before[0] + 1
    return number in ((before[0], 1 if len(before) == 1 else before[1] + 1), (before[0] + 1, 1))


def _with_letters(lines: list[Line]) -> list[Line]:
    """Return the lines with those marked that letters without a point number, as they follow one another.

    A line with more wide gaps is a row of a table.
    """
    found: set[int] = set()
    for run in _runs([at for at, line in enumerate(lines) if _LETTERED.match(line.text)], lines):
        found.update(run)
    return [replace(line, lettered=True) if at in found else line for at, line in enumerate(lines)] if found else lines


def _runs(places: Sequence[int], lines: Sequence[Line]) -> Iterator[list[int]]:
    """Yield the places of letters from the first on that count on, each near below the one before."""
    labels = {at: label for at in places if (label := lines[at].label) is not None and label.bare}
    for first in (at for at, label in labels.items() if any(is_first(one) for one in readings(label))):
        run = [first]
        for at in (at for at in labels if at > first):
            if at - run[-1] > _NEAR_LETTER:
                break
            if follows(labels[at], labels[run[-1]]):
                run.append(at)
        if len(run) > 1:
            yield run


def _breaks(between: str) -> int:
    return between.count("\n") or between.count("\r")


def _indent(text: str, start: int, block: Block) -> float:
    if block.box and block.kind is BlockKind.TEXT:
        return block.box.x0 / 5
    indent = 0
    while start > 0 and text[start - 1] in " \t\u00a0":
        start -= 1
        indent += 4 if text[start] == "\t" else 1
    return indent


def _restore(lines: list[Line]) -> list[Line]:
    """Return the lines with page breaks and lost bullets marked, if the text shows traces of them."""
    flush = sum(line.indent == 0 for line in lines)
    if flush < 0.5 * len(lines):
        return lines
    loose = sum(line.gap > 0 and line.indent == 1 and line.label is None for line in lines)
    traces = max(loose, _led_on(lines) if loose < _LEAST_TRACES else 0)
    return _with_bullets(lines) if traces >= _LEAST_TRACES else [_with_break(line) for line in lines]


def _led_on(lines: Sequence[Line]) -> int:
    """How many lines one space in stand right below lead-ins: "The Council will:" over " consult"."""
    found, led = 0, False
    for above, line in pairwise(lines):
        led = line.gap == 0 and line.indent == 1 and (led or (above.indent == 0 and above.text.endswith(":")))
        found += led
    return found


def _with_break(line: Line) -> Line:
    return replace(line, new_page=True) if line.gap == 0 and line.indent == 1 else line


def _with_bullets(lines: Sequence[Line]) -> list[Line]:
    restored: list[Line] = []
    tight_list = False
    last_item = last_loose = -2 * _NEAR
    for number, line in enumerate(lines):
        if line.indent not in (1, 2) or line.label is not None:
            restored.append(_with_break(line))
            tight_list = tight_list and number - last_item < _NEAR and line.label is None
            continue
        going = tight_list and number - last_item <= _NEAR
        loose_list = number - last_loose <= _NEAR and not (number and lines[number - 1].text.endswith(":"))
        tight_list = going or (not loose_list and _opens_tight_list(lines, number))
        glyph = line.gap > 0 or tight_list or (line.indent == 2 and line.text[0].isupper())
        restored.append(replace(line, glyph=glyph, new_page=line.gap == 0 and not (glyph and line.indent == 1)))
        last_item = number if glyph else last_item
        last_loose = number if glyph and not tight_list else last_loose
    return restored


def _opens_tight_list(lines: Sequence[Line], number: int) -> bool:
    """Whether an indented line begins a list whose items no blank line parts."""
    line = lines[number]
    if line.gap > 0 or line.indent != 1 or number == 0:
        return False
    opened = lines[number - 1]
    if line.text[0].islower() and not opened.text.endswith(":"):
        return False
    if opened.glyph or opened.indent or opened.text[-1] in ".;,":
        return False
    following = lines[number + 1 : number + 1 + _NEAR]
    return any(other.indent == 1 and other.label is None for other in following)
