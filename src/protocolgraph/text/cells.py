"""Text for the cells of a spreadsheet."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def neutral(value: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe before a leading = + - @ or tab."""
    return "'" + value if value.startswith(_FORMULA) else value
