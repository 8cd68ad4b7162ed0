"""Who says "we" in a paper that neither its title nor its first lines call anybody's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from protocolgraph.extract.found import Found
from protocolgraph.extract.known import name_key
from protocolgraph.extract.spoken import is_group_head
from protocolgraph.extract.units import Key, Unit
from protocolgraph.model import EntityType, Scope

_OURS = re.compile(r"\b(?:we|our)\b", re.IGNORECASE)
_FEWEST = 2
"""Passages that say "we" or "our" in a page that speaks for somebody."""
_DOES = re.compile(r"\s(?:\([^()]*\)\s)?(?:is|are|has|have|will|meets?|works?|brings|aims?|was|[a-z]+s)\b")


def speaker_of(units: Mapping[Key, Unit], found: Mapping[Key, Sequence[Found]]) -> Found | None:
    """Return the one group of which a page speaks that says "we": "The Safety Board is ...", "our members".

    Args:
        units: the passages of a part.
        found: names found in each passage.

    """
    if sum(_OURS.search(unit.text) is not None for unit in units.values()) < _FEWEST:
        return None
    groups = {name_key(name.text): name for key in units for name in reversed(found[key]) if _is_group(name)}
    if len(groups) != 1:
        return None
    (group,) = groups.values()
    told = any(
        name_key(name.text) == name_key(group.text) and name.start <= len("The ") and _DOES.match(unit.text, name.end)
        for key, unit in units.items()
        for name in found[key]
    )
    return group if told else None


def _is_group(name: Found) -> bool:
    local = name.scope in (Scope.LOCAL, Scope.REGIONAL) and not name.weak
    return name.type is EntityType.BODY and local and is_group_head(name.head)
