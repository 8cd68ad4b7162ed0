"""People in one column and their posts in the next, which a text may give one after the other: names, then posts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolgraph.structure import wording
from protocolgraph.structure.people_rows import is_personal
from protocolgraph.vocab.layout import load_layout
from protocolgraph.vocab.lexicon import lexicon

_ALONE = re.compile(r"(?P<name>(?:[A-Z][\w'’.-]*\s+){1,4}[A-Z][\w'’-]+)(?:\s*\(?[A-Z][A-Za-z]{1,4}\)?)?$")
_FEWEST = 3
"""Names that make a column."""
_LONGEST_POST = 110
_SHARE = 0.5
"""Share of the lines behind the names that must say what somebody is or where they work."""


def column_length(texts: Sequence[str]) -> int:
    """Return how many lines, from the first on, are names and nothing else; 0 if they make no column."""
    length = 0
    while length < len(texts) and names_only(texts[length]):
        length += 1
    return length if length >= _FEWEST else 0


def names_only(text: str) -> bool:
    """Whether a line is one person's name, with initials or without."""
    match = _ALONE.match(text)
    if match is None:
        return False
    first, _, surname = match["name"].partition(" ")
    return is_personal(surname if first.lower() in load_layout().months else match["name"])


def dealt(names: int, posts: Sequence[str]) -> list[list[int]] | None:
    """Return for each of so many names which of the lines behind them are its post's; None if that cannot be told.

    A post that goes on over a line end shows it by a word that calls for more, a small letter or a single word.
    """
    if not is_column_of_posts(posts):
        return None
    groups: list[list[int]] = []
    for at, text in enumerate(posts):
        if at and _continues(posts[at - 1], text):
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups if len(groups) == names else None


def is_column_of_posts(lines: Sequence[str]) -> bool:
    """Whether lines behind a column of names say what those are, and name nobody."""
    if not lines or any(len(text) > _LONGEST_POST or wording.is_prose(text) for text in lines):
        return False
    return sum(_tells_post(text) for text in lines) >= _SHARE * len(lines)


def _tells_post(text: str) -> bool:
    words = [word.lower() for word in wording.words(text)]
    known = (lexicon("roles")["heads"], load_layout().owner_words)
    return any(word in nouns for word in words for nouns in known)


def _continues(before: str, text: str) -> bool:
    if text[0].islower() or before.endswith(("–", "-", "—")) or wording.is_unfinished(before):
        return True
    return len(text.split()) == 1 and text.lower() not in lexicon("roles")["heads"] and not text.isupper()
