"""Headings made of the genre's own topics, which no list of headings holds whole: "Frequency and Conduct of Meetings".

Right below a list and right above a paragraph, with no blank line, such a line would be taken for the last entry.
"""

from __future__ import annotations

import re
from functools import cache

from protocolgraph.structure import wording
from protocolgraph.vocab.layout import load_layout

_LETTERS = re.compile(r"[^\W\d_][\w'’&-]*")
_LONGEST = 70
_CALLED = frozenset(
    {"chair", "chairman", "chairperson", "chairmanship", "deputy", "vice", "vice-chair", "officer", "office", "support"}
    | {"authority", "bodies", "business", "working", "workstreams"}
)
"""Words of such headings by which members are called, too."""


@cache
def _topics() -> frozenset[str]:
    """The words of the headings of the genre, less those that members are called by."""
    layout = load_layout()
    told = {word for heading in layout.section_headings for word in _LETTERS.findall(heading)}
    return frozenset(told - layout.owner_words - layout.group_words - layout.small_words - _CALLED)


def joins_topics(text: str) -> bool:
    """Whether a line is written as a title, and all its words are topics."""
    if len(text) > _LONGEST or not text[:1].isupper() or not text[-1].isalpha():
        return False
    small = load_layout().small_words
    found = [word for word in _LETTERS.findall(text) if word.lower() not in small]
    return len(found) > 1 and all(word[0].isupper() and word.lower() in _topics() for word in found)


def tops_prose(heading: str, below: str) -> bool:
    """Whether a line of topics stands above a line that begins a sentence."""
    return below[:1].isupper() and joins_topics(heading) and wording.says_something(below)
