"""Passages out of lines: white space collapsed, wrapped lines joined, hyphens at line ends repaired."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import cached_property

from protocolgraph.model import Passage, Piece

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_WORD = re.compile(rf"[^\s{_INVISIBLE}]+")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_MARK = re.compile(rf"(?<=[^\s\dm{_RAISED}])[{_RAISED}]+")
"""The mark of a footnote: it stands between the words, and is none of them."""
_ODD = re.compile(rf"\s\s|[^\S ]|[{_INVISIBLE}{_RAISED}]|\*\*")
_BOLD = re.compile(r"\*\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*\*(?!\*)")
_LETTERS = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"[\w-]*$")
_BROKEN = re.compile(r"[-‐][ \t]*[\r\n]\s*[^\W\d_]+")
"""The second half of a word that a line end broke: no word of the text by itself."""
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_LONGEST_WORD = 60
_HYPHENS = "-‐"
_PREFIXES = re.compile(
    "all|anti|bi|by|co|counter|cross|de|e|ex|far|full|half|high|in|inter|intra|large|local|long|low|mid|multi|non|off|on|"
    "one|over|part|post|pre|pro|quasi|re|self|semi|short|single|small|sub|third|three|two|under|up|vice|well|whole|year"
)


class _Joint(Enum):
    """What stands between two runs of words."""

    SPACE = " "
    NOTHING = ""
    DROPPED = "dropped"
    """Nothing, and the hyphen before it goes: it only broke a word."""


class Composer:
    """Makes passages of one text; knows the text's words, to tell a broken word from a compound."""

    def __init__(self, text: str) -> None:
        self.text = text

    def passage(self, ranges: Iterable[tuple[int, int]]) -> Passage:
        """Return the words of these ranges of the text, in this order, single spaces between them."""
        parts: list[str] = []
        pieces: list[Piece] = []
        length = 0
        for start, end in (run for span in ranges for run in self._runs(*span)):
            if pieces:
                before = pieces[-1].start + pieces[-1].length
                joint = self._joint(before, start)
                if joint is _Joint.SPACE:
                    parts.append(" ")
                    length += 1
                elif joint is _Joint.DROPPED:
                    last = pieces.pop()
                    pieces.append(Piece(last.offset, last.start, last.length - 1))
                    parts[-1] = parts[-1][:-1]
                    length -= 1
            pieces.append(Piece(length, start, end - start))
            parts.append(self.text[start:end])
            length += end - start
        return Passage("".join(parts), tuple(pieces))

    def _runs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the runs of words between which single spaces stand."""
        if not _ODD.search(self.text, start, end):
            plain = self.text[start:end]
            if plain.strip():
                yield start + len(plain) - len(plain.lstrip()), start + len(plain.rstrip())
            return
        run: tuple[int, int] | None = None
        for first, last in self._words_between(start, end):
            if run and self.text[run[1] : first] == " ":
                run = run[0], last
                continue
            if run:
                yield run
            run = first, last
        if run:
            yield run

    def _words_between(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the words, without the stars that make them bold."""
        for match in _WORD.finditer(self.text, start, end):
            first = match.start()
            for low, high in self._left_out(*match.span()):
                if low > first:
                    yield first, low
                first = high
            if first < match.end():
                yield first, match.end()

    def _left_out(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield what is no part of a word: the stars that make it bold, the mark of a footnote."""
        at = start
        while (at := self.text.find("**", at, end)) >= 0:
            if at in self._stars:
                yield at, at + 2
            at += 2 if at in self._stars else 1
        yield from (match.span() for match in _MARK.finditer(self.text, start, end))

    def _joint(self, before: int, start: int) -> _Joint:
        """Say what joins the words that end at `before` with those that begin at `start`."""
        between = self.text[before:start]
        if before <= start and not any(c.isspace() for c in between):
            return _Joint.NOTHING
        if "\n" not in between and "\r" not in between:
            return _Joint.SPACE
        if between.startswith("\u00ad"):
            return _Joint.NOTHING
        return self._joint_at_break(before, start)

    def _joint_at_break(self, before: int, start: int) -> _Joint:
        """Say whether a hyphen at the end of a line joins two halves, and whether it stays."""
        after = _LETTERS.match(self.text, start, start + _LONGEST_WORD)
        ending = self.text[max(0, before - _LONGEST_WORD) : before]
        if not after or ending[-1] not in _HYPHENS or not ending[-2:-1].isalpha():
            return _Joint.SPACE
        word = _LAST_WORD.search(ending[:-1])
        first, second = (word[0].lower() if word else ""), after[0].lower()
        if (
            _PREFIXES.fullmatch(first)
            or "-" in first
            or after[0][0].isupper()
            or f"{first}-{second}" in self._compounds
        ):
            return _Joint.NOTHING
        if first + second in self._words or second not in self._words:
            return _Joint.DROPPED
        return _Joint.NOTHING

    @cached_property
    def _words(self) -> frozenset[str]:
        whole = _BROKEN.sub(" ", self.text)
        return frozenset(word.lower() for word in _LETTERS.findall(whole))

    @cached_property
    def _compounds(self) -> frozenset[str]:
        return frozenset(word.lower() for word in _COMPOUND.findall(self.text))

    @cached_property
    def _stars(self) -> frozenset[int]:
        """Where the pairs of stars stand that make words bold."""
        return frozenset(at for match in _BOLD.finditer(self.text) for at in (match.start(), match.end() - 2))


def cut(passage: Passage, bounds: Sequence[tuple[int, int]]) -> list[Passage]:
    """Return the passages `text[start:end]` of these bounds, which rise and do not overlap; in linear time."""
    made = []
    first = 0
    for start, end in bounds:
        pieces = []
        while first < len(passage.pieces) and _end(passage.pieces[first]) <= start:
            first += 1
        number = first
        while number < len(passage.pieces) and passage.pieces[number].offset < end:
            piece = passage.pieces[number]
            low, high = max(start, piece.offset), min(end, _end(piece))
            pieces.append(Piece(low - start, piece.start + low - piece.offset, high - low))
            number += 1
        made.append(Passage(passage.text[start:end], tuple(pieces)))
    return made


def _end(piece: Piece) -> int:
    return piece.offset + piece.length
