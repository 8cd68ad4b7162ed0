"""Rows of one column to paragraphs: a line goes on with the last unless white space, look or a label parts them."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protocolgraph.model import BlockKind, Box, Cell
from protocolgraph.readers.pdf.rows import Row, hangs
from protocolgraph.readers.pdf.words import Word

_USUAL_STEP = 1.2
"""From one line to the next, in font sizes, where there are too few to measure."""
_WIDER = 1.25
"""A step so many times the usual one has white space in it."""
_MOST_BOLD = 0.6
_OTHER_SIZE = 0.6
"""Points by which two looks differ."""
_LARGER = 1.12
"""So many times the size of most lines is that of a heading, whose lines may be broken anywhere."""
_INDENT = 0.8
"""In font sizes: a first line that stands so far in begins a paragraph."""
_OUT = 1.0
_NARROW = 0.6
_LESS_NARROW = 0.75
"""A line without a full stop that fills so much of the measure goes on, in small letters or in any."""
_AROUND = 4
_MEASURE = 25
"""So many lines before and after show how wide a column is set."""
_MOST = 0.8
_SOME = 0.2
_FEWEST = 3
_SPACE = 0.25
_FAR = 2.0
"""White space in font sizes, inside a row, that the text keeps as three spaces."""
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ENDS = re.compile(r"[.!?:;][\"'’”)\]]*[⁰¹²³⁴-⁹]*$")
_LABEL = re.compile(
    r"\d{1,3}(?:\.\d{1,3}){1,4}\.?|(?:\d{1,3}|[A-Za-z]|[ivxl]{1,6}|[IVXL]{1,6})[.)]|\([A-Za-z0-9]{1,4}\)"
)
_BULLET = re.compile("[•·●○◦‣⁃▪▫■□◆◇►▶➢➤❖✓✔✗§∙⚫⬤\ue000-\uf8ff]")
_UNFINISHED = re.compile(r"(?:,|&|[-–]|\b(?:and|or|of|for|the|to|in|on|with|from|by|at|a|an))$")
_OPEN = re.compile(r"(?:,|&|\b(?:an?|and|at|by|for|from|in|of|on|or|the|to|with))$")
"""What ends no line of a list of names."""
_LEADERS = re.compile(r"(?:[.…_]\s?){4,}\s*\w{0,6}$")


@dataclass(slots=True)
class Line:
    """A row of one column, as text."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    first: Word
    body: float
    """Where its words begin behind a label that hangs before them."""


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, and what they are."""

    lines: list[Line]
    apart: bool
    """Whether white space stands before it."""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    label: str | None = None
    cell: Cell | None = None
    continues: bool = False
    boxed: bool = False
    """Whether it stands in a box of its own: it goes on with nothing."""
    box_id: int | None = None
    """By which the box is known, if a line may lead to it."""

    @property
    def text(self) -> str:
        """Its lines with spaces between them."""
        return " ".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """The font size of its first line."""
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        """Whether all its lines are bold."""
        return all(line.bold for line in self.lines)

    @property
    def box(self) -> Box:
        """Where it stands on its page."""
        lines = self.lines
        return Box(
            round(min(line.x0 for line in lines), 1),
            round(min(line.top for line in lines), 1),
            round(max(line.x1 for line in lines), 1),
            round(max(line.bottom for line in lines), 1),
        )


def line_of(row: Row) -> Line:
    """Return a row as a line: its text, the size and weight of most of its letters."""
    words = row.words
    sizes: dict[float, int] = {}
    bold = letters = 0
    for word in words:
        sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
        letters += len(word.text)
        bold += len(word.text) if word.bold else 0
    size = max(sizes, key=lambda size: (sizes[size], size))
    body = words[1].x0 if len(words) > 1 and hangs(words[0].text) else row.x0
    return Line(_text(words), row.x0, row.x1, row.top, row.bottom, size, bold > _MOST_BOLD * letters, words[0], body)


def _text(words: Sequence[Word]) -> str:
    """Return words with a space between them, three where the white space is wide, none before a footnote's mark."""
    parts = [words[0].text]
    for before, word in itertools.pairwise(words):
        if word.mark:
            parts.append(word.text.translate(_SUPERSCRIPT))
            continue
        wide = word.x0 - before.x1 > _FAR * word.size and not (before is words[0] and hangs(before.text))
        parts.append(("   " if wide else " ") + word.text)
    return "".join(parts)


def paragraphs(rows: Sequence[Row], body: float | None = None) -> list[Paragraph]:
    """Return the paragraphs of a column; `body` is the size of most of the document's text."""
    lines = [line_of(row) for row in rows]
    if not lines:
        return []
    return list(_iter_paragraphs(lines, body or _usual_size(lines)))


def _usual_size(lines: Sequence[Line]) -> float:
    sizes: dict[float, int] = {}
    for line in lines:
        sizes[line.size] = sizes.get(line.size, 0) + len(line.text)
    return max(sizes, key=lambda size: (sizes[size], -size))


def _iter_paragraphs(lines: Sequence[Line], body: float) -> Iterator[Paragraph]:
    step, right = _usual_step(lines), _right_edges(lines)
    listed = _listed(lines, right, body)
    paragraph = Paragraph([lines[0]], apart=True)
    for at in range(1, len(lines)):
        line = lines[at]
        apart = _is_apart(lines[at - 1], line, step)
        new = at in listed and not line.text[0].islower() and not _OPEN.search(lines[at - 1].text)
        new = new and not _hangs_on(paragraph, line, right[at - 1])
        if apart or new or _begins(paragraph, line, right[at - 1], body):
            yield paragraph
            paragraph = Paragraph([line], apart=apart)
        else:
            paragraph.lines.append(line)
    yield paragraph


def _hangs_on(paragraph: Paragraph, line: Line, right: float) -> bool:
    """Whether a line stands below the words behind a bullet, and had no room above: the same name goes on."""
    first = paragraph.lines[0]
    below = first.body > first.x0 and abs(line.x0 - first.body) < _SPACE * line.size
    return below and line.body <= line.x0 and not _had_room(paragraph.lines[-1], line, right)


def _usual_step(lines: Sequence[Line]) -> float:
    """Return the distance from a wrapped line to the next, in font sizes."""
    steps = sorted(
        (line.bottom - before.bottom) / line.size
        for before, line in itertools.pairwise(lines)
        if line.text[0].islower() and 0.8 < (line.bottom - before.bottom) / line.size < 2.6
    )
    if len(steps) < _FEWEST:
        steps = sorted(
            step
            for before, line in itertools.pairwise(lines)
            if 0.8 < (step := (line.bottom - before.bottom) / line.size) < 1.7
        )
    return steps[len(steps) // 2] if len(steps) >= _FEWEST else _USUAL_STEP


def _is_apart(before: Line, line: Line, step: float) -> bool:
    distance = line.bottom - before.bottom
    return not -0.5 * line.size < distance <= max(_WIDER * step * line.size, line.size * _USUAL_STEP)


def _right_edges(lines: Sequence[Line]) -> list[float]:
    """Return for each line where the lines of its size around it end."""
    places: dict[float, list[int]] = {}
    for at, line in enumerate(lines):
        places.setdefault(round(line.size), []).append(at)
    edges = [0.0] * len(lines)
    for same in places.values():
        ends = [lines[at].x1 for at in same]
        for at in same:
            low, high = bisect_left(same, at - _MEASURE), bisect_right(same, at + _MEASURE)
            edges[at] = max(ends[low:high])
    return edges


def _listed(lines: Sequence[Line], right: Sequence[float], body: float) -> set[int]:
    """Return the lines among lines that were nearly all ended on purpose, and not by a full stop: a list of names.

    Where every line around begins with a capital, none has a bullet and none ends as a sentence does, fewer need to
    be so short: a narrow list's longest names leave no room for the next.
    """
    meant, whole = [0], [0]
    for at, line in enumerate(lines):
        after = lines[at + 1] if at + 1 < len(lines) else line
        alone = line.size <= _LARGER * body and not line.text[0].islower() and not _ENDS.search(line.text)
        meant.append(meant[-1] + (alone and _had_room(line, after, right[at])))
        whole.append(whole[-1] + (alone and _is_like_name(line)))
    found = set()
    for at in range(len(lines)):
        low, high = max(0, at - _AROUND), min(len(lines), at + _AROUND + 1)
        size = high - low
        least = _SOME if whole[high] - whole[low] == size else _MOST
        if size > _FEWEST and meant[high] - meant[low] >= least * size:
            found.add(at)
    return found


def _is_like_name(line: Line) -> bool:
    """Whether a line could be a name and nothing else, all of it."""
    plain = line.body <= line.x0 and line.text[0].isupper() and not line.text.isupper()
    return (plain or line.text.isalpha()) and not _UNFINISHED.search(line.text)


def _begins(paragraph: Paragraph, line: Line, right: float, body: float) -> bool:
    """Whether a line that stands close below a paragraph begins another."""
    before = paragraph.lines[-1]
    if abs(before.size - line.size) >= _OTHER_SIZE or _LEADERS.search(before.text):
        return True
    if _BULLET.match(line.text) and line.body > line.x0 + 0.5:
        return True
    if before.text.endswith("-") and len(before.text) > 1 and before.text[-2].isalnum():
        return False
    lower = line.text[0].islower()
    ends = bool(_ENDS.search(before.text))
    heading = before.size > _LARGER * body
    room = _had_room(before, line, right)
    if before.bold != line.bold and (ends or line.text[0].isupper() or (room and not lower)):
        return True
    if _LABEL.fullmatch(line.first.text):
        return room or ends or line.x0 < before.x0 - 0.5 or (not heading and paragraph.lines[0].body > line.x0 + 1)
    if heading:
        return False
    if room:
        return ends or before.x1 - before.x0 < (_NARROW if lower else _LESS_NARROW) * (right - before.x0)
    return _indented(paragraph, line)


def _had_room(before: Line, line: Line, right: float) -> bool:
    """Whether the first word of a line would have stood on the line before it: the break is meant."""
    first = line.first
    return before.x1 + _SPACE * line.size + (first.x1 - first.x0) < right - 0.3 * line.size


def _indented(paragraph: Paragraph, line: Line) -> bool:
    """Whether a line stands further in or out than the paragraph above it goes on."""
    lines = paragraph.lines
    before, size = lines[-1], line.size
    usual = lines[0].body if len(lines) == 1 else before.x0
    if line.x0 > usual + _INDENT * size:
        return bool(_ENDS.search(before.text)) and len(lines) > 1
    if line.x0 < usual - _OUT * size:
        return len(lines) > 1 and bool(_ENDS.search(before.text))
    return False
