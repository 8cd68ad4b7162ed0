"""A post and the person who holds it side by side: "the Chief Officer, Mrs Ann Lee, ...", "Ann Lee, the Clerk,"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.holding import before_person, behind_person, in_run, of_the_next
from protocolgraph.extract.masked import Placed, outermost
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
        for before, post, person in zip(placed, placed[1:], placed[2:], strict=False):
            kinds = (before.type, post.type)
            if kinds == (EntityType.PERSON, EntityType.ROLE) and of_the_next(unit.text, before, post, person):
                evidence = collected.unit_evidence(unit, rule="post-and-person", confidence=0.8)
                collected.fact(person.mention, "holds", post.mention, evidence)
        for person, post in _in_runs(unit.text, placed):
            evidence = collected.unit_evidence(unit, rule="person-and-post", confidence=0.8)
            collected.fact(person.mention, "holds", post.mention, evidence)
        for person in (p for p in placed if p.type is EntityType.PERSON and p.masks):
            held = behind_person(unit.text, person, placed)
            if held is not None:
                evidence = collected.unit_evidence(unit, rule="person-and-post", confidence=0.8)
                collected.fact(person.mention, "holds", held.mention, evidence)


def _in_runs(text: str, placed: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Each person with the post right behind: of "Ann Lee, Director of Care, and Tom Cole, Head of Law", both."""
    told: Placed | None = None
    for at, (person, post) in enumerate(pairwise(placed)):
        if (person.type, post.type) != (EntityType.PERSON, EntityType.ROLE):
            continue
        before = placed[at - 1] if at else None
        after = placed[at + 2] if at + 2 < len(placed) else None
        if in_run(text, None if before is told else before, person, post, after):
            yield person, post
            told = post
