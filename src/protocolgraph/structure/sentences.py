"""Sentences of a paragraph, by rules that know the genre's abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolgraph.model import Passage
from protocolgraph.structure.passages import cut
from protocolgraph.vocab.layout import load_layout

_END = re.compile(r"(?<![.!?])[.!?]+[\"'’”)\]]*\d{0,2}(?P<gap>\s+)(?=[\"'‘“(\[]*[A-Z0-9£])")
_LAST_WORD = re.compile(r"([^\s(\[\"'‘“]*)$")
_LONGEST_WORD = 40
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}[A-Z]")
"""Initials before a surname: "Councillor R.L. Ash"."""


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a text without line breaks begin and end."""
    bounds = []
    start = 0
    for end, following in _iter_ends(text):
        if end > start:
            bounds.append((start, end))
            start = following
    if text[start:].strip():
        bounds.append((start, len(text.rstrip())))
    return bounds


def sentences(passage: Passage) -> list[Passage]:
    """Return the sentences of a passage."""
    bounds = split_sentences(passage.text)
    return [passage] if len(bounds) == 1 else cut(passage, bounds)


def _iter_ends(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(text):
        if _is_end(text, match, start):
            yield match.start("gap"), match.end()
            start = match.end()


def _before(window: str, word: str) -> str:
    """The word in front of the last one, as lists of words hold it: the title of a name."""
    words = window[: len(window) - len(word)].split()
    return words[-1].lower().rstrip(".") if words else ""


def _is_end(text: str, match: re.Match[str], start: int) -> bool:
    if text[match.start()] != ".":
        return True
    window = text[max(start, match.start() - _LONGEST_WORD) : match.start()]
    last = _LAST_WORD.search(window)
    word = last[1] if last else ""
    if not word:
        return False
    layout = load_layout()
    plain = word.lower().strip("*_")
    following = text[match.end()]
    if plain in layout.numeric_abbreviations and following.isdigit():
        return False
    if plain in layout.abbreviations:
        return False
    if len(word) == 1 and word.isalpha() and word.isupper():
        return False
    if _INITIALS.fullmatch(word) and _before(window, word) in layout.name_titles:
        return False
    return not (len(word) <= 3 and word.rstrip(")").isdigit() and match.start() - len(word) == start)
