"""Which names of posts and people mean one office."""

from __future__ import annotations

from itertools import combinations

from protocolgraph.analyse.checks.world import World
from protocolgraph.model import Entity, EntityType
from protocolgraph.vocab.checks import content_words

_ALIKE = 0.75
"""Share of the words that two names of one post have in common."""


class Offices:
    """Posts and people of a graph, those that mean one office together.

    Two posts are one office if one document has both in the chair of one body, or if their names, in one area,
    begin alike and differ in a word or two ("Cabinet Member for Children's Services", "Cabinet Member for Children
    and Families Services").
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._head: dict[str, str] = {}
        self._same_chair()
        self._alike()

    def of(self, identifier: str) -> str:
        """Return the id that stands for the office of this post or person."""
        while identifier in self._head:
            identifier = self._head[identifier]
        return identifier

    def _join(self, one: str, other: str) -> None:
        first, second = sorted((self.of(one), self.of(other)))
        if first != second:
            self._head[second] = first

    def _same_chair(self) -> None:
        for one, other in combinations(self._world.stated("chairs"), 2):
            same = one.object == other.object and one.evidence.document == other.evidence.document
            types = {self._world.entity(fact.subject).type for fact in (one, other)}
            if same and types == {EntityType.ROLE}:
                self._join(one.subject, other.subject)

    def _alike(self) -> None:
        roles = [entity for entity in self._world.knowledge.entities if entity.type is EntityType.ROLE and entity.area]
        for one, other in combinations(roles, 2):
            if one.area == other.area and _alike(one, other) and set(one.documents) & set(other.documents):
                self._join(one.id, other.id)


def _alike(one: Entity, other: Entity) -> bool:
    """Whether two names of posts begin with the same two words and share most of the others."""
    heads = [entity.name.lower().split(" for ")[0] for entity in (one, other)]
    if heads[0] != heads[1] or " for " not in one.name or " for " not in other.name:
        return False
    first, second = (content_words(entity.name.split(" for ", 1)[1]) for entity in (one, other))
    return len(first & second) >= _ALIKE * min(len(first), len(second)) and len(first & second) >= 2
