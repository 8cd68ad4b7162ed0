"""The bodies that a title page names one a line below "between"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from protocolgraph.structure import wording
from protocolgraph.structure.lines import Line

_BETWEEN = re.compile(r"\b(?:between|amongst?)(?: the)?$", re.IGNORECASE)
_AND = re.compile(r"and|&", re.IGNORECASE)
_FEWEST = 2
_LONGEST = 90
"""Characters of a line that is a name."""


def find_parties(lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines that are each one party of the agreement whose title ends in "between"."""
    found: list[int] = []
    for number, line in enumerate(lines):
        if _BETWEEN.search(line.text):
            below = list(_named_below(lines, number + 1))
            found += below if len(below) >= _FEWEST and _side_by_side(below) else []
    return frozenset(found)


def _named_below(lines: Sequence[Line], start: int) -> Iterator[int]:
    """The lines that end as a body's name does, up to the first that does not; an "and" of its own parts none."""
    for number in range(start, len(lines)):
        text = lines[number].text
        if _AND.fullmatch(text):
            continue
        if len(text) > _LONGEST or not text[0].isupper() or not wording.names_body(text) or lines[number].label:
            return
        yield number


def _side_by_side(numbers: Sequence[int]) -> bool:
    """Whether nothing stands between two of them: "and" between each two makes one title of them all."""
    return any(other - one == 1 for one, other in pairwise(numbers))
