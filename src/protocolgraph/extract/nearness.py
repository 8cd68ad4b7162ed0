"""How near a post's title stands to the body or pronoun whose it is."""

from __future__ import annotations

import re

from protocolgraph.extract.tokens import tokenize


def possessing(between: str) -> bool:
    """Whether only a possessive ending stands between a body and a title: "the Committee's chair"."""
    return re.fullmatch(r"['’]s?\s+", between) is not None


def beside(text: str, start: int, end: int) -> bool:
    """Whether a title follows its owner or a pronoun at once: "its new Independent Chair", "the Committee's chair"."""
    return _adjacent(text, start, end) or possessing(text[start:end])


def _adjacent(text: str, start: int, end: int) -> bool:
    """Whether only modifiers stand between a pronoun and a title: "its new Independent Chair"."""
    between = tokenize(text[start:end])
    return len(between) <= 2 and all(t.word for t in between)
