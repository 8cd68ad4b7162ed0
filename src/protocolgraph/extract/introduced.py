"""Bodies that a sentence brings in: "It is overseen by a Youth Board, which ...", of which "the Board" then speaks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from protocolgraph.extract.found import Found
from protocolgraph.extract.units import Unit

if TYPE_CHECKING:
    from protocolgraph.extract.anaphora import Antecedent

_ENDED = re.compile(r"[.;?] ")
_FEW = 8
"""Bodies named last among which those of the sentence before are looked for."""
_ARTICLES = frozenset({"a", "an"})


def just_introduced(unit: Unit, recent: Sequence[Antecedent], named: Mapping[str, Antecedent]) -> list[Antecedent]:
    """Return the bodies that the sentence before, in the same paragraph, names first and with "a".

    Args:
        unit: the passage in which something points back.
        recent: the bodies that reading has met, the last first.
        named: the first body met of each name in lower case.

    """
    before = next((a.unit for a in recent[:_FEW] if a.unit is not unit), None)
    if before is None or before.block != unit.block or unit.block < 0:
        return []
    last = [a for a in recent[:_FEW] if a.unit is before and named.get(a.name.lower()) is a]
    return [a for a in last if _brought_in(a)]


def _brought_in(antecedent: Antecedent) -> bool:
    """Whether "a" stands before a body's name."""
    text = antecedent.unit.text
    place = text.find(antecedent.name)
    return place > 1 and text[:place].rstrip().rpartition(" ")[2].lower() in _ARTICLES


def unless_named_behind(meant: Antecedent | None, unit: Unit, name: Found, met: Sequence[Antecedent]) -> int | None:
    """Return the mention that "the Board" means, if not the one whose full name its sentence gives only behind it.

    "The Chair of the Care Board will present the Board's report to the Health Board" speaks of the Care Board.

    Args:
        meant: what it would mean anywhere in the paper.
        unit: the passage that it stands in.
        name: the words that point back.
        met: the bodies that reading has met, the last last.

    """
    if meant is None:
        return None
    behind = unit.text.lower().find(meant.name.lower(), name.end)
    if behind < 0 or _ENDED.search(unit.text, name.end, behind):
        return meant.mention
    before = (a for a in reversed(met) if a.unit is unit and a.head == meant.head and a.name != meant.name)
    return next((a.mention for a in before if unit.text.find(a.name) < name.start), meant.mention)
