"""A cheap test of whether a text is English: the share of its commonest words."""

from __future__ import annotations

import re

_COMMON = re.compile(
    r"\b(?:the|of|and|with|that|this|which|from|have|been|their|shall|should|will|must|by|for|are|is|to|not|these|its)\b"
)
_WORD = re.compile(r"\b[^\W\d_]+")
SAMPLE = 20_000
"""Characters that are looked at."""
FEWEST_WORDS = 100
"""Below this many words in small letters nothing is said: a list of names shows no language."""
LEAST_SHARE = 0.06
"""English prose has 0.25 to 0.35 of these words, lists of names and agendas 0.1; other languages below 0.04."""


def looks_english(text: str) -> bool:
    """Return whether the text looks English, or is too short to tell."""
    sample = text[:SAMPLE]
    words = [word for word in _WORD.findall(sample) if word[0].islower() or word.isupper()]
    return len(words) < FEWEST_WORDS or len(_COMMON.findall(sample.lower())) / len(words) >= LEAST_SHARE
