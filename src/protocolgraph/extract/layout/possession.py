"""A body that another body has: "the Council's Audit Committee", "the Executive Group of the Partnership", "its Sub Groups"."""

from __future__ import annotations

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.units import Unit
from protocolgraph.model import EntityType, Scope


def read(collected: Collected) -> None:
    """Read which body is part of which from how they are named together."""
    for unit in collected.names.units.values():
        bodies = [p for p in collected.names.at(unit.passage) if p.type is EntityType.BODY]
        for first, second in zip(bodies, bodies[1:], strict=False):
            if second.start >= first.end:
                _pair(collected, unit, first, second)


def _pair(collected: Collected, unit: Unit, first: Placed, second: Placed) -> None:
    between = unit.text[first.end : second.start].strip().lower().replace("’", "'")
    words = unit.text[first.start : first.end].lower()
    names = collected.names
    specific = Scope.GENERIC not in (first.scope, second.scope)
    if not specific:
        return
    if between in ("'s", "'") or words in ("its", "their") and not between:
        if names.mentions[second.mention].text.lower() not in ("board", "council", "panel"):
            evidence = collected.unit_evidence(unit, rule="possessive", confidence=0.8)
            collected.fact(second.mention, "part_of", first.mention, evidence)
    elif between in ("of the", "of") and names.heads[first.mention] not in ("representative", "office"):
        evidence = collected.unit_evidence(unit, rule="body-of-body", confidence=0.72)
        collected.fact(first.mention, "part_of", second.mention, evidence)
