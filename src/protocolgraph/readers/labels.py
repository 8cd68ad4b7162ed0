"""Numbers and bullets as word processors and browsers print them."""

from __future__ import annotations

BULLETS = "•◦▪"
"""What stands before the items of a list, of a list in it, and of a list in that."""
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 5000
_MOST_LETTERS = 20
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def bullet(depth: int) -> str:
    """Return the bullet of a list that stands in so many others."""
    return BULLETS[depth % len(BULLETS)]


def decimal(number: int) -> str:
    """Return "4"."""
    return str(number)


def letter(number: int) -> str:
    """Return "d" for 4, "aa" for 27 and "bb" for 28, as word processors count."""
    if not 0 < number <= 26 * _MOST_LETTERS:
        return str(number)
    return chr(97 + (number - 1) % 26) * (1 + (number - 1) // 26)


def roman(number: int) -> str:
    """Return "iv" for 4."""
    if not 0 < number < _LARGEST_ROMAN:
        return str(number)
    numeral = ""
    for value, letters in _ROMAN:
        numeral += letters * (number // value)
        number %= value
    return numeral


def ordinal(number: int) -> str:
    """Return "4th"."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def mark(number: str) -> str:
    """Return a footnote's number raised, as it stands in the text."""
    return number.translate(_SUPERSCRIPT)
