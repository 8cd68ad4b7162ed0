"""Lists that name a person on one line and the post on the next: the posts are no members of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.layout.named import bare_person, place_person
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.units import Key, key_of
from protocolgraph.model import Clause, ClauseKind, EntityType

_FEWEST = 2
"""So many pairs make such a list."""
_SHARE = 0.7
"""Share of a list's lines that must belong to pairs."""


def below_people(collected: Collected) -> set[Key]:
    """Read the posts that stand below their holders; return the lines that hold them."""
    posts: set[Key] = set()
    for lines in _lists(collected):
        pairs = [(one, other) for one, other in pairwise(lines) if _names(collected, one) and _posts(collected, other)]
        if _every_second(collected, lines):
            posts.update(key_of(line.body) for line in lines if not _begins(collected, line))
        told = sum(_post(collected, below) is not None for _, below in pairs)
        if len(pairs) < _FEWEST or 2 * len(pairs) < _SHARE * len(lines) or 2 * told < len(pairs):
            continue
        for above, below in pairs:
            person, post = _person(collected, above), _post(collected, below)
            posts.add(key_of(below.body))
            if post is not None:
                evidence = collected.cells_evidence([above, below], rule="person-above-post", confidence=0.75)
                collected.fact(person.mention, "holds", post.mention, evidence)
    return posts


def _every_second(collected: Collected, lines: Sequence[Clause]) -> bool:
    """Whether a list names a person on every second line, so that the lines between only tell of them."""
    people = [_begins(collected, line) for line in lines]
    first = people.index(True) if True in people else 0
    turns = people[first:]
    even = turns[::2] == [True] * len(turns[::2]) and not any(turns[1::2])
    return even and sum(turns) > _FEWEST


def _lists(collected: Collected) -> Iterator[Sequence[Clause]]:
    items = [c for c in collected.names.outline.clauses if c.kind is ClauseKind.ITEM]
    for _, lines in groupby(items, key=lambda c: (c.section, c.leads)):
        yield list(lines)


def _begins(collected: Collected, clause: Clause) -> bool:
    """Whether a line is a person's name, with no more than a bracket behind it."""
    text = clause.body.text
    placed = [p for p in collected.names.at(clause.body) if p.masks and p.start == 0]
    end = next((p.end for p in placed if p.type is EntityType.PERSON), 0 if placed else bare_person(text))
    return end > 0 and (end == len(text) or text[end:].lstrip().startswith("("))


def _names(collected: Collected, clause: Clause) -> bool:
    """Whether a line is a person's name and nothing else."""
    text = clause.body.text
    placed = [p for p in collected.names.at(clause.body) if p.masks]
    if any(p.type is EntityType.PERSON for p in placed):
        return len(placed) == 1 and "," not in text
    return bare_person(text) == len(text) and not any(p.end - p.start >= _SHARE * len(text) for p in placed)


def _posts(collected: Collected, clause: Clause) -> bool:
    """Whether a line names a post or a body, and no person."""
    placed = [p for p in collected.names.at(clause.body) if p.masks]
    return bool(placed) and all(p.type is not EntityType.PERSON for p in placed)


def _person(collected: Collected, clause: Clause) -> Placed:
    people = [p for p in collected.names.at(clause.body) if p.type is EntityType.PERSON]
    return people[0] if people else place_person(collected, clause.body, len(clause.body.text))


def _post(collected: Collected, clause: Clause) -> Placed | None:
    """The post that a line begins with, tied to the body behind it."""
    placed = [p for p in collected.names.at(clause.body) if p.masks]
    post = next((p for p in placed if p.type is EntityType.ROLE and p.start <= 1), None)
    body = next((p for p in placed if p.type is EntityType.BODY and post is not None and p.start >= post.end), None)
    if post is not None and body is not None:
        collected.names.own(post.mention, body.mention)
    return post
