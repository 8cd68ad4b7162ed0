"""Names that a wide gap parts: what a table's line has in two columns is no one name.

"Training Sub Group               Head of Nursing" names a body and a post.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from protocolgraph.extract.found import Found, in_order
from protocolgraph.extract.glossary import is_acronym, long_form
from protocolgraph.extract.units import Unit
from protocolgraph.model import EntityType

_WIDE = 3
"""Spaces that part two columns; two may stand between the words of a justified line."""
_NAMING = (EntityType.BODY, EntityType.ROLE, EntityType.PUBLICATION, EntityType.PERSON)


def parted(found: Sequence[Found], unit: Unit, source: str, find: Callable[[str], list[Found]]) -> list[Found]:
    """Return the names of a passage, those that cross a wide gap read again on each side of it.

    Args:
        found: the names of the whole passage.
        unit: the passage.
        source: the document's text.
        find: finds the names of a text.

    """
    gaps = [*_gaps(unit, source), *_behind_short(found)] if found else []
    crossing = [n for n in found if n.type in _NAMING and any(n.start < gap < n.end for gap in gaps)]
    if not crossing:
        return list(found)
    kept = [name for name in found if name not in crossing and not any(name.overlaps(one) for one in crossing)]
    again = [
        name.moved(start)
        for start, end in pairwise([0, *gaps, len(unit.text)])
        if any(one.start < end and start < one.end for one in crossing)
        for name in find(unit.text[start:end].rstrip())
    ]
    new = [name for name in again if any(name.overlaps(one) for one in crossing)]
    return in_order([*kept, *(name for name in new if not any(name.overlaps(one) for one in kept))])


def _behind_short(found: Sequence[Found]) -> Iterator[int]:
    """Where the name begins that a short form at the head of its line stands for: "SAB Saltmere Adults Board"."""
    for name in found:
        short, _, rest = name.text.partition(" ")
        if name.start == 0 and short != "NHS" and is_acronym(short) and rest and long_form(short, rest) == rest:
            yield len(short) + 1
            return


def _gaps(unit: Unit, source: str) -> Iterator[int]:
    """Where in the passage the words begin that stand behind a wide gap of the same line."""
    for before, after in pairwise(unit.passage.pieces):
        between = source[before.start + before.length : after.start]
        wide = len(between) >= _WIDE or "\t" in between
        if wide and after.start > before.start and not between.strip(" \t\u00a0"):
            yield after.offset
