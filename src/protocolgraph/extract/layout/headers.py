"""What the header of a table's column says that the column holds."""

from __future__ import annotations

import re
from functools import cache

from protocolgraph.vocab.lexicon import load_yaml


@cache
def _columns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = load_yaml("lexicon/layout_words.yaml")["columns"]
    return tuple((name, re.compile(f"(?:{pattern})", re.IGNORECASE)) for name, pattern in data)


def column_of(header: str) -> str | None:
    """Return what a column with this header holds, or None."""
    return next((name for name, pattern in _columns() if pattern.fullmatch(header.strip(" :*"))), None)
