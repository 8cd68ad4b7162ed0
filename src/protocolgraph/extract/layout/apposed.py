"""A post and the person who holds it side by side: "the Chief Officer, Mrs Ann Lee, ...", "Ann Lee, the Clerk,"."""

from __future__ import annotations

import re
from itertools import pairwise

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.units import Unit
from protocolgraph.model import EntityType, Scope

_COMMA = re.compile(r"(?:,\s+|\s+\()")
_THEN_POST = re.compile(
    r"(?:,\s+|\s+\()(?:who is |as )?(?:the|its|their|our|his|her)\s+(?:(?:current|new|present|interim|acting)\s+)?"
    r"|,? as (?:the |its |their |our )?",
    re.IGNORECASE,
)
"""Between a person and the post that the article or "as" says to be hers."""
_ENDS = re.compile(r"\s*(?:[,.;:)–—]|$|\bas at\b|\b(?:who|shall|will|must|may|is|has)\b)")
_LISTED_ON = re.compile(r"\s*,\s+(?:and\s+)?(?:the\s+)?$")
_POINTED = re.compile(r"(?:^|\b(?:the|its|their|our|an?|by|present|current|new)\s+)$", re.IGNORECASE)


def read(collected: Collected) -> None:
    """Read who holds which post from the persons that sentences set beside posts."""
    names = collected.names
    for unit in names.units.values():
        placed = _outermost(names.at(unit.passage))
        for one, other in pairwise(placed):
            kinds = (one.type, other.type)
            if kinds == (EntityType.ROLE, EntityType.PERSON) and _beside(unit, one, other):
                evidence = collected.unit_evidence(unit, rule="post-and-person", confidence=0.85)
                collected.fact(other.mention, "holds", one.mention, evidence)
        people = [p for p in placed if p.type is EntityType.PERSON and p.masks]
        for person in people:
            post = _post_behind(unit, person, placed)
            if post is not None:
                evidence = collected.unit_evidence(unit, rule="person-and-post", confidence=0.8)
                collected.fact(person.mention, "holds", post.mention, evidence)


def _beside(unit: Unit, post: Placed, person: Placed) -> bool:
    apart = _COMMA.fullmatch(unit.text, post.end, person.start)
    one = post.scope is not Scope.GENERIC and person.masks
    return one and apart is not None and _POINTED.search(unit.text, 0, post.start) is not None


def _post_behind(unit: Unit, person: Placed, placed: list[Placed]) -> Placed | None:
    """The one post that is said of a person behind the name, where no list of people and posts goes on."""
    posts = [p for p in placed if p.type is EntityType.ROLE and p.start > person.end and p.scope is not Scope.GENERIC]
    if not posts or _THEN_POST.fullmatch(unit.text, person.end, posts[0].start) is None:
        return None
    if _ENDS.match(unit.text, posts[0].end) is None:
        return None
    after = next((p for p in placed if p.start >= posts[0].end), None)
    listed = after is not None and _LISTED_ON.fullmatch(unit.text, posts[0].end, after.start) is not None
    return None if listed else posts[0]


def _outermost(placed: list[Placed]) -> list[Placed]:
    """The longest names, in order."""
    kept: list[Placed] = []
    for place in sorted(placed, key=lambda p: (p.start, -p.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept
