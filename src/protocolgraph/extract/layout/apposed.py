"""A post and the person who holds it side by side: "the Chief Officer, Mrs Ann Lee, ...", "Ann Lee, the Clerk,"."""

from __future__ import annotations

from itertools import pairwise

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.holding import before_person, behind_person
from protocolgraph.extract.masked import outermost
from protocolgraph.model import EntityType


def read(collected: Collected) -> None:
    """Read who holds which post from the persons that sentences set beside posts."""
    names = collected.names
    for unit in names.units.values():
        placed = outermost(names.at(unit.passage))
        for one, other in pairwise(placed):
            kinds = (one.type, other.type)
            if kinds == (EntityType.ROLE, EntityType.PERSON) and before_person(unit.text, one, other):
                evidence = collected.unit_evidence(unit, rule="post-and-person", confidence=0.85)
                collected.fact(other.mention, "holds", one.mention, evidence)
        for person in (p for p in placed if p.type is EntityType.PERSON and p.masks):
            post = behind_person(unit.text, person, placed)
            if post is not None:
                evidence = collected.unit_evidence(unit, rule="person-and-post", confidence=0.8)
                collected.fact(person.mention, "holds", post.mention, evidence)
