"""How wide the text is around each line, and so whether a line was broken by the width or on purpose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolgraph.structure import wording
from protocolgraph.structure.lines import Line
from protocolgraph.vocab.lexicon import lexicon

_WINDOW = 12
"""So many lines before and after show the width."""
_FULL = 0.87
"""A line that fills so much of the width may have been broken by it: letters are not of one width."""
_FULL_AFTER_STOP = 0.95
"""The same where the line ends as a sentence does."""
_RAGGED = 0.7
"""In a block that a reader put together, lines of one paragraph may be so much shorter than the longest."""
_NARROW = 0.6
_CELL = 42
"""Lines without blank lines between them that are no longer than these stand in a column of their own."""
_ONE_LINE = 160
"""A line longer than this is a whole paragraph: it is not wrapped, and shows no width."""
_LEAST_WIDTH = 80
"""No page's text is narrower, in characters."""
_FEWEST_NAMES = 5
_CAPITAL_SHARE = 0.8
_FEWEST_DEEDS = 2
_DEED_SHARE = 0.75


class Widths:
    """The widths of a document's text, line by line."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._wide = _wide(lines)
        self._local = list(self._wide)
        self.listed = [False] * len(lines)
        """Whether each line is one of several that stand below each other, each broken on purpose."""
        self.gaps = _usual_gaps(lines)
        """Blank lines between the wrapped lines of one paragraph: 0, or 1 where the text is double-spaced."""
        for start, end in _iter_blocks(lines):
            self._measure(start, end)

    def _measure(self, start: int, end: int) -> None:
        block = self._lines[start:end]
        local = max(len(line.text) for line in block)
        led = start > 0 and self._lines[start - 1].text.endswith(":")
        narrow = not led and end - start > 1 and local <= min(_CELL, _NARROW * max(self._wide[start:end]))
        boxed = block[0].block.box is not None
        if boxed and end - start > 1:
            self._local[start:end] = self._wide[start:end] = [local] * (end - start)
        follows_list = start > 0 and self.listed[start - 1] and not block[0].gap
        if (follows_list or _leads_in(self._lines, start)) and _is_list_of_deeds(block):
            self.listed[start:end] = [True] * (end - start)
        elif _is_list_of_names(block):
            self._local[start:end] = [2 * local] * (end - start)
            self.listed[start:end] = [True] * (end - start)
        elif narrow and not all(line.text[0].islower() for line in block):
            self._local[start:end] = [local] * (end - start)
        elif end - start > 1 and all(
            self._room(at, self._wide[at - 1], _RAGGED if boxed else _FULL) for at in range(start + 1, end)
        ):
            self.listed[start:end] = [True] * (end - start)

    def had_room(self, number: int) -> bool:
        """Whether the line's first word would have stood on the line before: the break is meant."""
        if wording.is_terminal(self._lines[number - 1].text):
            return self._room(number, self._wide[number - 1], _FULL_AFTER_STOP)
        return self._room(number, self._local[number - 1], _FULL)

    def ends_early(self, number: int) -> bool:
        """The same for a line among names, which may all be short: only a line as wide as a page's is full."""
        return self._room(number, max(self._wide[number - 1], _LEAST_WIDTH), _FULL)

    def _room(self, number: int, width: int, full: float) -> bool:
        line, before = self._lines[number], self._lines[number - 1]
        first = line.text.split(None, 1)[0]
        used = (0 if before.block.box else before.indent) + len(before.text)
        return used + 1 + len(first) <= min(width - 2, full * width)


def _wide(lines: Sequence[Line]) -> list[int]:
    """Return for each line the third longest of the lines around it, in a short text the longest."""
    lengths = [len(line.text) for line in lines]
    longest = -1 if len(lines) < _WINDOW else -3
    widths = []
    for at in range(len(lines)):
        low, high = max(0, at - _WINDOW), at + _WINDOW + 1
        around = lengths[low:high]
        if max(around) > _ONE_LINE and any(_is_continued(lines, other) for other in range(low, min(high, len(lines)))):
            around = [length for length in around if length <= _ONE_LINE] or around
        widths.append(sorted(around)[max(longest, -len(around))])
    return widths


def _is_continued(lines: Sequence[Line], at: int) -> bool:
    """Whether a line goes on with the sentence of the line before it."""
    return at > 0 and lines[at].text[0].islower() and not lines[at - 1].text.endswith((".", ":", ";"))


def _iter_blocks(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield where runs of lines without blank lines, labels or lost bullets between them begin and end."""
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or _begins_block(lines[at - 1], lines[at]):
            yield start, at
            start = at


def _begins_block(before: Line, line: Line) -> bool:
    boxed = line.block.box is not None and line.block is not before.block
    return bool(line.gap or line.new_page or line.glyph or boxed) or before.text.endswith(":") or _is_labelled(line)


def _is_labelled(line: Line) -> bool:
    label = line.label
    return label is not None and not label.bare


def _is_list_of_names(block: Sequence[Line]) -> bool:
    """Whether lines without blank lines between them are one name each, and not a wrapped paragraph."""
    said = [_said(line) for line in block]
    if len(block) < _FEWEST_NAMES or any(text.endswith((".", ":", ",")) or ". " in text for text in said):
        return False
    return sum(line.text[0].isupper() for line in block) >= _CAPITAL_SHARE * len(block)


def _said(line: Line) -> str:
    """What a line says behind its label: the full stop in "4. Membership" ends no sentence."""
    return line.text[line.label.end if line.label else 0 :]


def _leads_in(lines: Sequence[Line], start: int) -> bool:
    return start > 0 and wording.leads_in(lines[start - 1].text)


def _is_list_of_deeds(block: Sequence[Line]) -> bool:
    """Whether lines below a lead-in are what somebody does, one each: "monitor ...", "give advice ..."."""
    verbs = lexicon("verbs")["actions"]
    said = [_said(line) for line in block]
    deeds = sum(text.partition(" ")[0].lower() in verbs for text in said)
    return len(block) >= _FEWEST_DEEDS and deeds >= _DEED_SHARE * len(block)


def _usual_gaps(lines: Sequence[Line]) -> list[int]:
    wrapped = [0] * (len(lines) + 1)
    tight = [0] * (len(lines) + 1)
    for at, line in enumerate(lines):
        inside = _is_continued(lines, at)
        wrapped[at + 1] = wrapped[at] + (inside and line.gap == 1)
        tight[at + 1] = tight[at] + (inside and line.gap == 0)
    usual = []
    for at in range(len(lines)):
        low, high = max(0, at - 2 * _WINDOW), min(len(lines), at + 2 * _WINDOW)
        usual.append(int(wrapped[high] - wrapped[low] > tight[high] - tight[low]))
    return usual
