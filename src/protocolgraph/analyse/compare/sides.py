"""One side of a comparison, indexed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property

from protocolgraph.analyse.tasks import Task, tasks_of
from protocolgraph.model import DocumentInfo, Entity, EntityType, Evidence, Fact, Knowledge, Scope
from protocolgraph.reference import body_kind_of, role_kind_of
from protocolgraph.text.normalise import name_key
from protocolgraph.vocab.checks import content_words, is_own_council
from protocolgraph.vocab.thesaurus import stem, words_of


class Side:
    """What one area, document or year states."""

    def __init__(self, label: str, knowledge: Knowledge) -> None:
        self.label = label
        self.knowledge = knowledge
        self.entities = {entity.id: entity for entity in knowledge.entities}
        self.words = cache(self._words_of)
        self.key = cache(self._key_of)
        self.kind = cache(self._kind_of)

    @property
    def documents(self) -> tuple[DocumentInfo, ...]:
        """The documents of this side."""
        return self.knowledge.documents

    def name(self, identifier: str | None) -> str:
        """Return an entity's name."""
        found = self.entities.get(identifier or "")
        return found.name if found else identifier or ""

    def _words_of(self, entity: Entity) -> frozenset[str]:
        """Return the words that say what an entity is for, the place apart."""
        return content_words(re.sub(r"\(.*?\)", "", entity.name)) - self._place_words

    def _key_of(self, entity: Entity) -> str:
        """Return an entity's name without the place, for comparing."""
        key = name_key(entity.name)
        for area in self._areas:
            key = re.sub(rf"\b{re.escape(name_key(area))}\b", "", key)
        return " ".join(key.split())

    @cached_property
    def _areas(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(document.area for document in self.documents if document.area))

    @cached_property
    def _place_words(self) -> frozenset[str]:
        return frozenset(word for area in self._areas for word in content_words(area))

    def _kind_of(self, entity: Entity) -> str:
        """Return the kind of a body or post by its name, "the Council" being the area's own; "" if it tells none."""
        if entity.type is EntityType.ROLE:
            post = role_kind_of(entity.name)
            return post.id if post else ""
        own = is_own_council(entity.name) and entity.scope is not Scope.GENERIC
        found = body_kind_of(f"{entity.area} Council" if own and entity.area else entity.name)
        return found.id if found else ""

    def owner(self, post: Entity) -> Entity | None:
        """Return the body that a post is stated to be one of, or to chair."""
        return self.entities.get(self._owners.get(post.id, ""))

    @cached_property
    def _owners(self) -> dict[str, str]:
        return {
            fact.subject: fact.object
            for predicate in ("chairs", "post_in")
            for fact in self.facts
            if fact.predicate == predicate and fact.object
        }

    @cached_property
    def actors(self) -> tuple[Entity, ...]:
        """The bodies and posts of the place that something is stated of, the most talked of first."""
        counts: dict[str, int] = {}
        for fact in self.facts:
            for end in (fact.subject, fact.object or ""):
                counts[end] = counts.get(end, 0) + 1
        for duty in self.knowledge.duties:
            counts[duty.bearer] = counts.get(duty.bearer, 0) + 1
        found = [
            entity
            for entity in self.knowledge.entities
            if entity.type in (EntityType.BODY, EntityType.ROLE)
            and entity.scope is not Scope.GENERIC
            and counts.get(entity.id)
        ]
        return tuple(sorted(found, key=lambda entity: (-counts[entity.id], entity.id)))

    def actors_of(self, kinds: Iterable[str]) -> list[Entity]:
        """Return the actors of any of these kinds, the most talked of first."""
        found = [place for kind in kinds for place in self._by_kind.get(kind, ())]
        return [self.actors[place] for place in sorted(found)]

    @cached_property
    def _by_kind(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for place, entity in enumerate(self.actors):
            found[self.kind(entity)].append(place)
        return found

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that are not denied, in reading order."""
        found = [fact for fact in self.knowledge.facts if not fact.negated]
        return tuple(sorted(found, key=lambda fact: (fact.evidence.document, fact.evidence.spans, fact.id)))

    @cached_property
    def lines(self) -> Mapping[tuple[str, str], tuple[Fact, ...]]:
        """The facts by subject and predicate."""
        found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        for fact in self.facts:
            found[fact.subject, fact.predicate].append(fact)
        return {key: tuple(facts) for key, facts in found.items()}

    @cached_property
    def first_words(self) -> Mapping[str, Evidence]:
        """The first words in which each entity has a part in a fact or bears a duty."""
        found: dict[str, Evidence] = {}
        ends = [(end, fact.evidence) for fact in self.facts for end in (fact.subject, fact.object) if end]
        ends += [(duty.bearer, duty.evidence) for duty in self.knowledge.duties]
        for identifier, place in ends:
            before = found.setdefault(identifier, place)
            if (place.document, place.spans) < (before.document, before.spans):
                found[identifier] = place
        return found

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """Everything that its documents ask for, once each: two documents may carry the same text."""
        return tuple(_once(tasks_of(self.knowledge, documents=[document.name for document in self.documents])))


def _once(tasks: Sequence[Task]) -> Iterator[Task]:
    """Yield tasks that none says before in the same words; one without a bearer only if none says it with one."""
    words = [frozenset(map(stem, words_of(task.text))) for task in tasks]
    borne = {key for key, task in zip(words, tasks, strict=True) if task.bearer}
    seen: set[tuple[object, ...]] = set()
    for key, task in zip(words, tasks, strict=True):
        said = (key, task.bearer, task.duty.content.modality if task.duty else None)
        if said not in seen and (task.bearer or key not in borne):
            seen.add(said)
            yield task
