"""Titles without the words for the sort of document: "Terms of Reference of the Place Board" is the Place Board's."""

from __future__ import annotations

import re
from functools import cache

from protocolgraph.vocab.lexicon import load_yaml


@cache
def _title_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = load_yaml("lexicon/layout_words.yaml")["title_words"]
    sorts = "|".join(f"(?:{pattern})" for pattern in data["sorts"])
    before = rf"(?:(?:{'|'.join(data['states'])}) )*(?:{sorts})(?: of| for|[:–-]| )+(?:the )?(?:meeting of (?:the )?)?"
    after = rf"\s*[:,(–-]*\s*(?:(?:{'|'.join(data['states'])}) )*\b(?:{sorts})\b.*"
    return re.compile(rf"^{before}", re.IGNORECASE), re.compile(rf"{after}$", re.IGNORECASE)


_SENTENCE = 8
"""Words of a passage that is more than a line of the title, if no full stop ends it."""


def bare_title(title: str) -> str:
    """Return a title without the words for the sort of document: "Terms of Reference of the", "Annual Report"."""
    before, after = _title_words()
    rest = after.sub("", before.sub("", title)).strip(" :–-")
    return rest or title


def says(text: str) -> bool:
    """Return whether a passage is more than a line of the title."""
    return text.endswith(".") or len(text.split()) >= _SENTENCE
