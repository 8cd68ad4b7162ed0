"""Passages out of lines: white space collapsed, wrapped lines joined, hyphens at line ends repaired."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from protocolgraph.model import Passage, Piece

_WORD = re.compile(r"[^\s\u00ad\u200b\u200c\u200d\u2060\ufeff]+")
_ODD = re.compile(r"\s\s|[^\S ]|[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_LETTERS = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_HYPHENS = "-‐"
_PREFIXES = frozenset(
    "all anti bi by co counter cross de e ex far full half high in inter intra large local long low mid multi non off "
    "on one over part post pre pro quasi re self semi short single small sub third third-party three two under up vice "
    "well whole year".split()
)


class Composer:
    """Makes passages of one text; knows the text's words, to tell a broken word from a compound."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word.lower() for word in _LETTERS.findall(self.text))

    @cached_property
    def _compounds(self) -> frozenset[str]:
        return frozenset(word.lower() for word in _COMPOUND.findall(self.text))

    def passage(self, ranges: Iterable[tuple[int, int]]) -> Passage:
        """Return the words of these ranges of the text, in this order, single spaces between them."""
        parts: list[str] = []
        pieces: list[Piece] = []
        length = 0
        glue = False
        for start, end in ranges:
            for piece_start, piece_end, joined in self._pieces(start, end):
                if pieces and not (glue or joined):
                    hyphen = self._at_break(parts[-1], piece_start, piece_end) if piece_start >= start else None
                    if hyphen is None:
                        parts.append(" ")
                        length += 1
                    elif not hyphen:
                        last = pieces.pop()
                        parts[-1] = parts[-1][:-1]
                        pieces.append(Piece(last.offset, last.start, last.length - 1))
                        length -= 1
                glue = False
                pieces.append(Piece(length, piece_start, piece_end - piece_start))
                parts.append(self.text[piece_start:piece_end])
                length += piece_end - piece_start
            glue = end > start and self.text[end - 1] == "\u00ad"
        return Passage("".join(parts), tuple(pieces))

    def _pieces(self, start: int, end: int) -> Iterable[tuple[int, int, bool]]:
        """Yield runs of words that stand with single spaces, and whether they join on to the run before."""
        if not _ODD.search(self.text, start, end):
            yield from self._plain(start, end)
            return
        last: list[int] = []
        joined = False
        for match in _WORD.finditer(self.text, start, end):
            between = self.text[last[1] : match.start()] if last else ""
            if last and between == " ":
                last[1] = match.end()
                continue
            if last:
                yield last[0], last[1], joined
                joined = not any(c.isspace() for c in between)
            last = [match.start(), match.end()]
        if last:
            yield last[0], last[1], joined

    def _plain(self, start: int, end: int) -> Iterable[tuple[int, int, bool]]:
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        if start < end:
            yield start, end, False

    def _at_break(self, before: str, start: int, end: int) -> bool | None:
        """Say whether a hyphen at the end of a line stays (True), goes (False), or was a dash or none (None)."""
        if before[-1] not in _HYPHENS or len(before) < 2 or not before[-2].isalpha():
            return None
        gap_start = self.text.rfind(before[-1], 0, start)
        if "\n" not in self.text[gap_start:start] and "\r" not in self.text[gap_start:start]:
            return None
        after = _LETTERS.match(self.text, start, end)
        if not after:
            return None
        first = re.split(r"[^\w-]", before[:-1])[-1].lower()
        second = after[0].lower()
        if first in _PREFIXES or "-" in first or after[0][0].isupper() or f"{first}-{second}" in self._compounds:
            return True
        if first + second in self._words:
            return False
        return second in self._words


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
