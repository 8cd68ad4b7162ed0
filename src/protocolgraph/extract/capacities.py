"""In which capacity somebody sits or comes, by the words of a heading, a label or a bracket."""

from __future__ import annotations

import re
from functools import cache

from protocolgraph.vocab.lexicon import load_yaml


def capacity_of(text: str) -> str | None:
    """Return the capacity that words give ("Participating Observer"), or None."""
    return next((name for name, pattern in _capacities() if pattern.search(text)), None)


@cache
def _capacities() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = load_yaml("lexicon/layout_words.yaml")
    return tuple((name, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)) for name, pattern in data["capacities"])
