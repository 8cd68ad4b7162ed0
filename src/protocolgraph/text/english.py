"""A cheap test of whether a text is English: the share of its commonest words."""

from __future__ import annotations

import re

_COMMON = re.compile(
    r"\b(?:the|of|and|with|that|this|which|from|have|been|their|shall|should|will|must|by|for|are|is|to|not|these|its)\b"
)
_WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000
"""Characters that are looked at."""
FEWEST_WORDS = 100
"""Below this many words nothing is said."""
LEAST_SHARE = 0.06
"""English prose has 0.25 to 0.35 of these words, lists of names and agendas 0.1; other languages below 0.04."""


def looks_english(text: str) -> bool:
    """Return whether the text looks English, or is too short to tell."""
    sample = text[:SAMPLE].lower()
    words = len(_WORD.findall(sample))
    return words < FEWEST_WORDS or len(_COMMON.findall(sample)) / words >= LEAST_SHARE
