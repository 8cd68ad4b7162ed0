"""Which rows and columns of a table name the others: one judgement for all formats."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LONGEST_NAME, _LONGEST_BOLD = 60, 100
_MOST_WORDS = 6
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d\d|\d{4}))?")
_A_WORD = re.compile(r"[^\W\d_]{3,}")
_LABELLED = re.compile(r"\w:\s+\w")
"""A label with its value: "Present: Ann Lee" names no column."""
_NUMBER = re.compile(r"\(?\d{1,3}(?:\.\d{1,3})*[.)]?")


def names_columns(first: Sequence[str], *, bold: bool, marked: bool = False) -> bool:
    """Whether the first row of a table holds the names of its columns; the column of row numbers may have none.

    Args:
        first: the words of the row's cells.
        bold: whether it is bold and the next row is not.
        marked: whether the file's markup says that it is.

    """
    names = first[1:] if len(first) > 2 and not first[0] else first
    if marked:
        return any(names)
    if any(_LABELLED.search(name) for name in names) or [name[-1:] for name in names].count(":") == 1:
        return False
    if (
        not names
        or not all(names)
        or any(
            len(name) > (_LONGEST_BOLD if bold else _LONGEST_NAME) or not _has_letters(name, bold=bold)
            for name in names
        )
    ):
        return False
    return bold or (len(names) > 2 and all(len(name.split()) <= _MOST_WORDS for name in names))


def counts_rows(column: Sequence[str]) -> bool:
    """Whether a column holds the numbers of the rows and nothing else."""
    numbers = [cell for cell in column if cell]
    return len(numbers) > 1 and all(_NUMBER.fullmatch(cell) for cell in numbers[1:]) and _is_count_name(numbers[0])


def _is_count_name(name: str) -> bool:
    return bool(_NUMBER.fullmatch(name)) or len(name) <= 4


def _has_letters(name: str, *, bold: bool) -> bool:
    """Whether a cell is words: where it is set bold, a single word in it is enough ("2017/18 data")."""
    if bold and _A_WORD.search(name):
        return True
    return sum(c.isalpha() for c in name) >= 0.4 * len(name) or bool(_YEAR.fullmatch(name))
