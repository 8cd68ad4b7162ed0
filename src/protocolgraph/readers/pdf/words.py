"""The words of a page, with their boxes, as pdfium finds them: the one module that asks it for text.

pdfium gives a page's text in one call, but boxes and fonts one character at a time, which is slow
from Python. So a word is asked for its first and last character only, and a font for its size once.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from protocolgraph.model import Link
from protocolgraph.readers.pdf.calls import bare
from protocolgraph.readers.pdf.drawing import Drawing

_WORD = re.compile(r"[^\s\0\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
"""A word; one that is broken at the end of a line is two."""
_SMALLER = 0.8
"""So much of its neighbours' height has a mark that stands above them."""
_RAISED = 0.1
_CLOSE = 0.5
"""So near, in font sizes, to the word before it."""
_ASKEW = 3
"""Degrees by which a page lies askew that was scanned."""
_NAME_SIZE = 128
_NAME_ROOM = ctypes.c_ulong(_NAME_SIZE)
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_BOLD_FLAG = 1 << 18
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})
"""What pdfium puts for a hyphen at the end of a line."""
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


_GET_BOX, _GET_FONT, _GET_MATRIX = (
    bare(pdfium.FPDFText_GetLooseCharBox),
    bare(pdfium.FPDFText_GetFontInfo),
    bare(pdfium.FPDFText_GetMatrix),
)
_GET_OBJECT = bare(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)
_GET_SIZE = bare(pdfium.FPDFText_GetFontSize, ctypes.c_double)


@dataclass(slots=True)
class Word:
    """A word of a page, in points from the top left as the page is looked at."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    mark: bool = False
    """Whether it is small and raised: a footnote's mark."""
    turn: int = 0
    """Degrees that it is turned by, against the clock."""


@dataclass(slots=True)
class PageWords:
    """What a page holds: its words, and those that stand aslant (a watermark)."""

    number: int
    width: float
    height: float
    words: list[Word]
    aslant: list[Word]
    turn: int = 0
    """Degrees by which all was turned back, so that it can be read."""
    images: bool = False
    """Whether it is an image and nothing else."""
    drawing: Drawing | None = None
    """Its lines and boxes, if they could make a table or a chart."""
    damaged: bool = False
    recognised: bool = False
    """Whether its words are those of its image."""
    links: tuple[Link, ...] = ()


class _Probe:
    """Asks one text page for its characters; the memory for the answers is made once."""

    def __init__(self, text_page: Any, place: Callable[[float, float, float, float], tuple[float, ...]]) -> None:
        self.page = text_page
        self._place = place
        self._rect, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._flags, self._name = ctypes.c_int(), ctypes.create_string_buffer(_NAME_SIZE)
        self._by_rect, self._by_matrix = ctypes.byref(self._rect), ctypes.byref(self._matrix)
        self._by_name, self._by_flags = ctypes.byref(self._name), ctypes.byref(self._flags)
        self._looks: dict[int, tuple[float, bool]] = {}

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom of a character, in the page's own coordinates."""
        _GET_BOX(self.page, index, self._by_rect)
        rect = self._rect
        return rect.left, rect.top, rect.right, rect.bottom

    def look(self, index: int) -> tuple[float, bool]:
        """Return size and boldness of a character; those that were painted at once share them."""
        painted = _GET_OBJECT(self.page, index)
        found = self._looks.get(painted)
        if found is None:
            found = self._looks[painted] = round(self._size(index), 1), self._is_bold(index)
        return found

    def _is_bold(self, index: int) -> bool:
        self._name[0] = b"\0"
        _GET_FONT(self.page, index, self._by_name, _NAME_ROOM, self._by_flags)
        name = self._name.value.decode("latin-1").rpartition("+")[2]
        return bool(_BOLD.search(name)) or bool(self._flags.value & _BOLD_FLAG)

    def _size(self, index: int) -> float:
        matrix = self._matrix
        _GET_MATRIX(self.page, index, self._by_matrix)
        return float(_GET_SIZE(self.page, index)) * (math.hypot(matrix.c, matrix.d) or 1.0)

    def angle(self, index: int) -> int:
        """Return the degrees that a character is turned by, against the clock; a page that lay askew is not turned."""
        _GET_MATRIX(self.page, index, self._by_matrix)
        turn = round(math.degrees(math.atan2(self._matrix.b, self._matrix.a)) % 360) % 360
        quarter = round(turn / 90) * 90
        return quarter % 360 if abs(turn - quarter) <= _ASKEW else turn

    def word(self, text: str, first: int, last: int) -> Word:
        """Return the word of these characters."""
        left, top, right, bottom = self.box(first)
        height, turn = top - bottom, 0
        if last != first:
            left2, top2, right2, bottom2 = self.box(last)
            if right2 < right or not -0.5 * height <= top2 - top <= 0.5 * height:
                turn = self.angle(first)
            left, right = left2 if left2 < left else left, right2 if right2 > right else right
            top, bottom = top2 if top2 > top else top, bottom2 if bottom2 < bottom else bottom
        elif text.isalnum():
            turn = self.angle(first)
        size, bold = self.look(first)
        x0, y0, x1, y1 = self._place(left, top, right, bottom)
        return Word(text, x0, y0, x1, y1, size if size > 0 else max(1.0, round(height, 1)), bold, turn=turn)


def read_words(page: Any, number: int) -> PageWords:
    """Return the words of an open pdfium page."""
    width, height = page.get_size()
    text_page = page.get_textpage()
    try:
        found = list(_iter_words(text_page.raw, placer(page)))
    finally:
        text_page.close()
    kept = [word for word in found if word.x1 > 0 < word.bottom and word.x0 < width and word.top < height]
    turn = _main_turn(kept, page.get_rotation())
    aslant = [word for word in kept if word.turn != turn and not _is_dot(word)]
    straight = [word for word in kept if word.turn == turn or _is_dot(word)] if aslant else kept
    back = (turn - page.get_rotation()) % 360
    size = (height, width) if back in (90, 270) else (width, height)
    read = PageWords(number, round(size[0], 1), round(size[1], 1), straight, aslant, back)
    for word in straight if back else ():
        word.x0, word.top, word.x1, word.bottom = turned((word.x0, word.top, word.x1, word.bottom), read)
    return read


def _iter_words(handle: Any, place: Callable[[float, float, float, float], tuple[float, ...]]) -> Iterator[Word]:
    probe = _Probe(handle, place)
    count = pdfium.FPDFText_CountChars(handle)
    if count <= 0:
        return
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(handle, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "surrogatepass")
    index_of = _same if len(text) == count else _index_by_pdfium(handle)
    before: Word | None = None
    broken, odd = "\x02" in text or "\ufffe" in text, _CONTROLS.search(text) is not None
    for match in _WORD.finditer(text):
        words = match[0].translate(_HYPHENS) if broken else match[0]
        if odd:
            words = _CONTROLS.sub("", words)
            if not words:
                continue
        word = probe.word(words, index_of(match.start()), index_of(match.end() - 1))
        word.mark = words.isdigit() and before is not None and _is_raised(word, before)
        if len(words) > 1 and words[-1].isdigit() and not word.mark:
            yield from _part_mark(probe, word, match, index_of)
        else:
            yield word
        before = word


def _is_raised(word: Word, before: Word) -> bool:
    """Whether a number is a footnote's mark behind a word: small, raised, and close to it."""
    high = before.bottom - before.top
    small = word.bottom - word.top <= _SMALLER * high and word.bottom < before.bottom - _RAISED * high
    return small and word.bottom > before.top and -1 < word.x0 - before.x1 < _CLOSE * before.size


def _same(index: int) -> int:
    return index


def _index_by_pdfium(handle: Any) -> Callable[[int], int]:
    """Return what tells a character's number from its place in the text, where pdfium left some out."""

    def index_of(place: int) -> int:
        found = int(pdfium.FPDFText_GetCharIndexFromTextIndex(handle, place))
        return found if found >= 0 else place

    return index_of


def _part_mark(probe: _Probe, word: Word, match: re.Match[str], index_of: Callable[[int], int]) -> Iterator[Word]:
    """Yield a word, and the footnote's mark at its end apart from it."""
    at = _mark_start(probe, word, match, index_of)
    if not at:
        yield word
        return
    mark = probe.word(word.text[at:], index_of(match.start() + at), index_of(match.end() - 1))
    mark.mark = True
    word.text, word.x1 = word.text[:at], mark.x0
    yield word
    yield mark


def _mark_start(probe: _Probe, word: Word, match: re.Match[str], index_of: Callable[[int], int]) -> int:
    """Return where small raised figures begin at the end of a word, 0 if there are none."""

    def is_small(place: int) -> bool:
        box = probe.box(index_of(match.start() + place))
        return box[1] - box[3] <= _SMALLER * high and box[3] > low + _RAISED * high

    first = probe.box(index_of(match.start()))
    high, low = first[1] - first[3], first[3]
    at = len(word.text)
    while at > 0 and word.text[at - 1].isdigit() and is_small(at - 1):
        at -= 1
    return at if at < len(word.text) else 0


def placer(page: Any) -> Callable[[float, float, float, float], tuple[float, ...]]:
    """Return what turns a box of the page's own coordinates into one of the page as it is looked at."""
    left, bottom, right, top = page.get_bbox()
    turn = page.get_rotation()
    if turn == 0:
        return lambda x0, y1, x1, y0: (x0 - left, top - y1, x1 - left, top - y0)

    def place(x0: float, y1: float, x1: float, y0: float) -> tuple[float, ...]:
        if turn == 90:
            return y0 - bottom, x0 - left, y1 - bottom, x1 - left
        if turn == 180:
            return right - x1, y0 - bottom, right - x0, y1 - bottom
        return top - y1, right - x1, top - y0, right - x0

    return place


def _is_dot(word: Word) -> bool:
    """Whether a word is too short to be turned by anything that matters: a bullet of its own font."""
    return len(word.text) == 1 and not word.text.isalnum()


def _main_turn(words: list[Word], usual: int) -> int:
    """Return the turn, by quarters, in which most letters of a page stand; the usual one if there are none."""
    letters: dict[int, int] = {}
    for word in words:
        if len(word.text) > 1 and not word.turn % 90:
            letters[word.turn] = letters.get(word.turn, 0) + len(word.text)
    return max(letters, key=lambda turn: (letters[turn], turn == usual)) if letters else usual


def turned(box: tuple[float, float, float, float], page: PageWords) -> tuple[float, float, float, float]:
    """Return a box of the page as it is looked at, turned as its words were."""
    x0, top, x1, bottom = box
    if page.turn == 90:
        return page.width - bottom, x0, page.width - top, x1
    if page.turn == 270:
        return top, page.height - x1, bottom, page.height - x0
    if page.turn == 180:
        return page.width - x1, page.height - bottom, page.width - x0, page.height - top
    return box
