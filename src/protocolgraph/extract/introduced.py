"""Bodies that a sentence brings in: "It is overseen by a Youth Board, which ...", of which "the Board" then speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from protocolgraph.extract.units import Unit

if TYPE_CHECKING:
    from protocolgraph.extract.anaphora import Antecedent

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
