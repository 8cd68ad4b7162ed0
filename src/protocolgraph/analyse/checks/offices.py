"""Which names of posts and people mean one office."""

from __future__ import annotations

from itertools import chain, combinations

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
        chairs: dict[tuple[str, str | None], str] = {}
        for fact in self._world.stated("chairs"):
            if self._world.entity(fact.subject).type is EntityType.ROLE:
                self._join(chairs.setdefault((fact.evidence.document, fact.object), fact.subject), fact.subject)

    def _alike(self) -> None:
        together: dict[tuple[str, str, str], list[Entity]] = {}
        for entity in self._world.knowledge.entities:
            head, said, _ = entity.name.lower().partition(" for ")
            if entity.type is EntityType.ROLE and entity.area and said:
                for document in entity.documents:
                    together.setdefault((document, entity.area, head), []).append(entity)
        for one, other in chain.from_iterable(combinations(roles, 2) for roles in together.values()):
            if _alike(one, other):
                self._join(one.id, other.id)


def _alike(one: Entity, other: Entity) -> bool:
    """Whether two names of posts that begin alike share most of the words of what they are for."""
    first, second = (content_words(entity.name.split(" for ", 1)[1]) for entity in (one, other))
    return len(first & second) >= _ALIKE * min(len(first), len(second)) and len(first & second) >= 2
