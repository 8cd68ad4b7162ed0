"""What several units name alike: national bodies, laws, classes of bodies, and regional bodies named by their region.

A unit tells of each such entity what the others need to know it by; these parts are joined as names in an area are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from protocolgraph.model import BASE, Entity, Scope, slug
from protocolgraph.model.workspace import Workspace
from protocolgraph.resolve.decisions import Decisions, keys
from protocolgraph.resolve.group import Group, Joined, gather, partition
from protocolgraph.resolve.item import Item
from protocolgraph.resolve.linker import ORDER, fused_region
from protocolgraph.resolve.names import key
from protocolgraph.resolve.naming import areas_of, distinct_ids, full_name, other_names


@dataclass(frozen=True, slots=True)
class Part:
    """What a unit knows of an entity that others may know, too."""

    number: int
    """Of the entity in its unit."""
    scope: Scope
    item: Item
    """What it is compared as; its owner is the number of an entity of the unit."""
    owner_name: str | None
    slipped: tuple[str, ...]
    spellings: tuple[tuple[str, int], ...]
    """How often each name stands in the unit's documents."""
    telling: tuple[tuple[str, int], ...]
    """The same of those names that say more than the title."""
    uses: tuple[tuple[str, int], ...]
    """In how many of the documents."""
    areas: tuple[str | None, ...]
    local: str
    """How the first of the documents calls it."""


@dataclass(frozen=True, slots=True)
class Common:
    """What an entity is called by all."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Commons:
    """All entities that units may share."""

    entities: tuple[Entity, ...]
    """By id; which documents mention them, the units know."""
    of: Mapping[str, Mapping[int, Common]]
    """For each unit, for each of its parts by number."""
    joined: tuple[Joined, ...]


def join_parts(parts: Mapping[str, Sequence[Part]], workspace: Workspace) -> Commons:
    """Return the entities that the parts of all units make."""
    return _Joiner(parts, Decisions(workspace)).join()


@dataclass
class _Joiner:
    """Joins parts, owners before what they own. Each part has a number here, by its unit's name and its own."""

    given: Mapping[str, Sequence[Part]]
    decisions: Decisions
    parts: list[Part] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    numbers: dict[tuple[str, int], int] = field(default_factory=dict)
    entity_of: dict[int, int] = field(default_factory=dict)
    groups: dict[int, Group] = field(default_factory=dict)
    strangers: dict[tuple[str, int], int] = field(default_factory=dict)
    """Owners that are one unit's alone, by numbers below zero."""
    called: dict[int, str] = field(default_factory=dict)
    under_way: set[int] = field(default_factory=set)

    def join(self) -> Commons:
        for unit in sorted(self.given):
            for part in sorted(self.given[unit], key=lambda part: part.number):
                self.numbers[unit, part.number] = len(self.parts)
                self.parts.append(part)
                self.units.append(unit)
        for wave in self._waves():
            self._join(wave)
        entities = self._entities()
        of: dict[str, dict[int, Common]] = {unit: {} for unit in self.given}
        for number, part in enumerate(self.parts):
            entity = entities[self.entity_of[number]]
            of[self.units[number]][part.number] = Common(entity.id, entity.name)
        joined = tuple(joined for group in self.groups.values() for joined in group.joined)
        return Commons(tuple(sorted(entities.values(), key=lambda entity: entity.id)), of, joined)

    def _waves(self) -> list[list[int]]:
        rank = [(ORDER.index(part.item.type), self._depth(number)) for number, part in enumerate(self.parts)]
        ranked = sorted(range(len(self.parts)), key=lambda number: (rank[number], number))
        return list(partition(ranked, lambda number: rank[number]))

    def _owner(self, number: int) -> int | None:
        """Return the part that owns a part; None if none does."""
        owner = self.parts[number].item.owner
        return None if owner is None else self.numbers.get((self.units[number], owner))

    def _depth(self, number: int) -> int:
        """Return how many parts of the same type stand above a part."""
        depth, above, seen = 0, self._owner(number), {number}
        while above is not None and above not in seen and self.parts[above].item.type is self.parts[number].item.type:
            seen.add(above)
            depth, above = depth + 1, self._owner(above)
        return depth

    def _join(self, wave: list[int]) -> None:
        """Join the parts of a wave, together with those of the same type that are joined already."""
        type = self.parts[wave[0]].item.type
        earlier = [group for group in self.groups.values() if group.item.type is type]
        groups = [*(self._renewed(group) for group in earlier), *self._equal(wave)]
        for number in [number for number, group in self.groups.items() if group.item.type is type]:
            del self.groups[number]
        regional = [group for group in groups if self._scope(group) is Scope.REGIONAL]
        rest = [group for group in groups if self._scope(group) is not Scope.REGIONAL]
        same = partition(regional, lambda group: (key(group.item.title), group.item.owner))
        for group in [*gather(rest, self._scope, self.decisions), *map(fused_region, same)]:
            first = group.item.forms[0]
            self.groups[first] = group
            self.entity_of.update(dict.fromkeys(group.item.forms, first))

    def _equal(self, wave: list[int]) -> Iterator[Group]:
        """Yield a group for the parts that are the same in all by which they are compared: most are."""
        items = {number: self._item(number) for number in wave}
        for near in partition(wave, lambda number: _compared(self.parts[number].scope, items[number])):
            first = items[near[0]]
            names = {name for number in near for name in items[number].names}
            slipped = {name for number in near for name in self.parts[number].slipped}
            count = sum(items[number].count for number in near)
            item = replace(first, count=count, forms=tuple(near), names=tuple(sorted(names)))
            yield Group(item, frozenset(slipped))

    def _item(self, number: int) -> Item:
        item = self.parts[number].item
        return item if item.owner is None else replace(item, owner=self._owned_by(number, item.owner))

    def _owned_by(self, number: int, owner: int) -> int:
        above = self._owner(number)
        if above is not None and above in self.entity_of:
            return self.entity_of[above]
        return self.strangers.setdefault((self.units[number], owner), -1 - len(self.strangers))

    def _renewed(self, group: Group) -> Group:
        """Return a group with the number that its owner has now."""
        owner = group.item.owner
        if owner is None or owner < 0:
            return group
        return replace(group, item=replace(group.item, owner=self.entity_of[owner]))

    def _scope(self, group: Group) -> Scope:
        return self.parts[group.item.forms[0]].scope

    def _entities(self) -> dict[int, Entity]:
        """Return the entities by the number of their group, with ids that no two share."""
        wanted = {number: self._wanted(number, group) for number, group in self.groups.items()}
        ids = distinct_ids(wanted)
        return {number: self._entity(ids[number], number, group) for number, group in self.groups.items()}

    def _wanted(self, number: int, group: Group) -> tuple[str, tuple[object, ...]]:
        """Return the id that an entity should have, and what tells it from others."""
        space = self._scope(group).value
        id = "/".join((BASE.rstrip("/"), space, group.item.type, slug(self._fullest(number, group))))
        return id, min((part.item.document, part.local) for part in self._members(group))

    def _members(self, group: Group) -> list[Part]:
        return [self.parts[number] for number in group.item.forms]

    def _entity(self, id: str, number: int, group: Group) -> Entity:
        members = self._members(group)
        name = self._name(number, group)
        uses = _added(part.uses for part in members)
        return Entity(id, group.item.type, name, other_names(name, uses), None, self._scope(group), ())

    def _name(self, number: int, group: Group) -> str:
        fullest, names = self._fullest(number, group), group.item.names
        areas = areas_of(area for part in self._members(group) for area in part.areas)
        return self.decisions.rename(group.item.type, areas, keys({*names, fullest})) or fullest

    def _fullest(self, number: int, group: Group) -> str:
        if number not in self.called:
            self.under_way.add(number)
            members, owner = self._members(group), self._owner_name(group)
            plain = owner is not None and group.item.plain
            told = _added(part.telling if plain else part.spellings for part in members)
            self.called[number] = full_name(told, group.item, owner, group.slipped)
            self.under_way.remove(number)
        return self.called[number]

    def _owner_name(self, group: Group) -> str | None:
        """Return what the owner is called; None where decisions made an entity its own owner."""
        owner = group.item.owner
        if owner is None:
            return None
        if owner < 0:
            return self.parts[group.item.forms[0]].owner_name
        number = self.entity_of[owner]
        return None if number in self.under_way else self._name(number, self.groups[number])


def _compared(scope: Scope, item: Item) -> tuple[object, ...]:
    """Return all by which the item of a part is compared with others, apart from how often it stands there."""
    return (scope, item.name, item.title, item.others, item.owner, item.plain, item.odd)


def _added(counts: Iterable[Sequence[tuple[str, int]]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for counted in counts:
        total.update(dict(counted))
    return total
