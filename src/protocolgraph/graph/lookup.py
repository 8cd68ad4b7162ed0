"""Finds entities by what people call them: any name or acronym, in any case; offers the nearest for a slip."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from heapq import nsmallest

from protocolgraph.errors import AmbiguousNameError, UnknownNameError
from protocolgraph.model import Entity, EntityType, Scope
from protocolgraph.text.normalise import name_key

_NEAR_RATIO = 0.6
_NEAREST = 5
_BEGINNING = 2
"""Letters at the beginning of a word that a name which comes near shares with another."""
_LOOKED_AT = 500
"""Names that are compared letter by letter."""
_PLACED = re.compile(r"(?P<name>.+\S)\s*\((?P<place>[^()]+)\)")
_APOSTROPHE = re.compile("['’‘]")
_ORDER = tuple(EntityType)
"""Where one name is borne by a body and by a role, the body is meant."""


class NameIndex:
    """The names of entities, folded; made once, asked often."""

    def __init__(self, by_id: Mapping[str, Entity], by_key: Mapping[str, Sequence[tuple[str, Entity]]]) -> None:
        """Look names up.

        Args:
            by_id: the entities.
            by_key: for each of the `keys_of` their names, the names and who bears them.

        """
        self._by_id = by_id
        self._by_key = by_key

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> NameIndex:
        """Return the index of these entities."""
        by_id: dict[str, Entity] = {}
        by_key: dict[str, list[tuple[str, Entity]]] = defaultdict(list)
        for entity in entities:
            by_id[entity.id] = entity
            for name in (entity.name, *entity.aliases):
                for key in keys_of(name):
                    by_key[key].append((name, entity))
        return cls(by_id, by_key)

    def resolve(self, name: str, *, type: EntityType | None = None, area: str | None = None) -> Entity:
        """Return the one entity that this name means.

        The name is an id, or a preferred or other name in any case, with or without article and
        punctuation; "NAME (AREA)" means the one of that area. A misspelt name is not guessed, for one
        letter may be another town's: the nearest names are offered. Among several that bear the
        name, one body counts for more than a class of bodies, and a body for more than a role,
        person, law or publication.

        Args:
            name: what the entity is called.
            type: only entities of this type.
            area: only entities of this area.

        Raises:
            UnknownNameError: no entity bears the name; the error carries the nearest names.
            AmbiguousNameError: several do.

        """
        found = self.bearers(name, type=type, area=area)
        if not found and (placed := _PLACED.fullmatch(name.strip())):
            found = self.bearers(placed["name"], type=type, area=placed["place"])
        if not found:
            raise UnknownNameError(name, self.nearest(name, type=type))
        best = min(map(_rank, found))
        left = [entity for entity in found if _rank(entity) == best]
        if len(left) > 1:
            raise AmbiguousNameError(name, told_apart(left))
        return left[0]

    def nearest(self, name: str, *, type: EntityType | None = None) -> tuple[str, ...]:
        """Return names that come near this one, of at most five entities, the nearest first."""
        key = name_key(name)
        nearness = _Nearness(key)
        scored = []
        for other in self._spelt_alike(key):
            score = nearness.of(other)
            if score >= _NEAR_RATIO:
                bearers = self._by_key[other]
                scored += [(-score, spelt, entity.id) for spelt, entity in bearers if type in (None, entity.type)]
        names: dict[str, str] = {}
        for _, spelt, identifier in sorted(scored):
            names.setdefault(identifier, spelt)
        return tuple(dict.fromkeys(names.values()))[:_NEAREST]

    def _spelt_alike(self, key: str) -> list[str]:
        """The keys that share the beginnings of most words with this one, and for one word those about as long."""
        shared = Counter(other for letters in _beginnings(key) for other in self._by_beginning.get(letters, ()))
        number = len(key.split())
        best = nsmallest(_LOOKED_AT, shared, key=lambda one: (-shared[one], abs(len(one.split()) - number), one))
        lengths = range(len(key) - 1, len(key) + 2) if number == 1 else ()
        return [*best, *(other for length in lengths for other in self._single.get(length, ()) if other not in shared)]

    @cached_property
    def _single(self) -> Mapping[int, Sequence[str]]:
        """The keys of one word, such as acronyms, by their length."""
        found: dict[int, list[str]] = defaultdict(list)
        for key in self._by_key:
            if " " not in key:
                found[len(key)].append(key)
        return found

    @cached_property
    def _by_beginning(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for key in self._by_key:
            for letters in _beginnings(key):
                found[letters].append(key)
        return found

    def bearers(self, name: str, *, type: EntityType | None = None, area: str | None = None) -> list[Entity]:
        """Return all that bear this name, of this type and area."""
        place = None if area is None else area.casefold()
        found = {
            entity.id: entity
            for entity in self._named(name)
            if type in (None, entity.type) and place in (None, (entity.area or entity.scope).casefold())
        }
        return list(found.values())

    def _named(self, name: str) -> list[Entity]:
        if name in self._by_id:
            return [self._by_id[name]]
        return [entity for key in keys_of(name) for _, entity in self._by_key.get(key, ())]


class Names(Mapping[str, str]):
    """Preferred names by entity id, looked up when they are asked for."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self._entities = entities

    def __getitem__(self, identifier: str) -> str:
        return self._entities[identifier].name

    def __iter__(self) -> Iterator[str]:
        return iter(self._entities)

    def __len__(self) -> int:
        return len(self._entities)


def _beginnings(key: str) -> set[str]:
    """The first letters of each word: a slip of the pen seldom is in those of all words."""
    return {word[:_BEGINNING] for word in key.split()}


def keys_of(name: str) -> tuple[str, ...]:
    """Return the keys under which a name is found.

    Without the possessive, and with its s but no apostrophe: as people type "Children's" and "Childrens".
    """
    return tuple(dict.fromkeys((name_key(name), name_key(_APOSTROPHE.sub("", name)))))


def _rank(entity: Entity) -> tuple[bool, int]:
    return entity.scope is Scope.GENERIC, _ORDER.index(entity.type)


def told_apart(entities: Sequence[Entity]) -> tuple[str, ...]:
    """Return names that tell these entities apart, sorted: with the area, else the ids."""
    labels = [f"{entity.name} ({entity.area or entity.scope.value})" for entity in entities]
    if len(set(labels)) < len(labels):
        labels = [entity.id for entity in entities]
    return tuple(sorted(labels))


class _Nearness:
    """How near names come to one; what is to be known of that one is found out once."""

    def __init__(self, key: str) -> None:
        self._key, self._words = key, set(key.split())
        self._matcher = SequenceMatcher(None, "", key, autojunk=False)

    def of(self, other: str) -> float:
        """Names that hold all the words asked for come before those that are only spelt alike."""
        if self._key and self._words <= set(other.split()):
            return 1 + len(self._key) / len(other)
        self._matcher.set_seq1(other)
        if self._matcher.real_quick_ratio() < _NEAR_RATIO or self._matcher.quick_ratio() < _NEAR_RATIO:
            return 0.0
        return self._matcher.ratio()
