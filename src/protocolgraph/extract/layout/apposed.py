"""A post with the person who holds it behind a comma: "the Chief Officer, Mrs Ann Lee, presented ..."."""

from __future__ import annotations

import re
from itertools import pairwise

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.units import Unit
from protocolgraph.model import EntityType, Scope

_COMMA = re.compile(r"(?:,\s+|\s+\()")
_POINTED = re.compile(r"(?:^|\b(?:the|its|their|our|an?|by|present|current|new)\s+)$", re.IGNORECASE)


def read(collected: Collected) -> None:
    """Read who holds which post from the persons that sentences set beside posts."""
    names = collected.names
    for unit in names.units.values():
        for post, person in pairwise(_outermost(names.at(unit.passage))):
            if post.type is EntityType.ROLE and person.type is EntityType.PERSON and _beside(unit, post, person):
                evidence = collected.unit_evidence(unit, rule="post-and-person", confidence=0.85)
                collected.fact(person.mention, "holds", post.mention, evidence)


def _beside(unit: Unit, post: Placed, person: Placed) -> bool:
    apart = _COMMA.fullmatch(unit.text, post.end, person.start)
    one = post.scope is not Scope.GENERIC and person.masks
    return one and apart is not None and _POINTED.search(unit.text, 0, post.start) is not None


def _outermost(placed: list[Placed]) -> list[Placed]:
    """The longest names, in order."""
    kept: list[Placed] = []
    for place in sorted(placed, key=lambda p: (p.start, -p.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept
