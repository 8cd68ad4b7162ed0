"""From forms to entities, in three steps: within a document, within an area, and what areas share.

Bodies come before what belongs to them, because a post is known by its body. Classes keep to classes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from protocolgraph.model import EntityType, Extraction, Scope
from protocolgraph.resolve.compare.authority import is_principal
from protocolgraph.resolve.decisions import Decisions, keys, within
from protocolgraph.resolve.forms import Form, Forms
from protocolgraph.resolve.group import Group, fuse, gather, partition
from protocolgraph.resolve.item import Item
from protocolgraph.resolve.matcher import Verdict
from protocolgraph.resolve.names import acronym, key, tail
from protocolgraph.resolve.owners import Bodies, Owned, Surroundings, is_dependent, is_plain, take_apart
from protocolgraph.resolve.slips import odd_words
from protocolgraph.vocab.resolution import resolution_words

ORDER = (EntityType.BODY, EntityType.PERSON, EntityType.LEGISLATION, EntityType.ROLE, EntityType.PUBLICATION)
_WIDTH = (Scope.LOCAL, Scope.REGIONAL, Scope.NATIONAL, Scope.GENERIC)
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """All entities, and the entity of each form that belongs to one."""

    entities: dict[int, Group]
    """By number, in the order in which they were made."""
    entity_of: dict[int, int]
    owned: dict[int, Owned]
    """For each form, its name taken apart."""


class Linker:
    """Links the forms of a unit's documents."""

    def __init__(self, extractions: Sequence[Extraction], forms: Forms, decisions: Decisions) -> None:
        self.extractions = extractions
        self.forms = forms.all
        self.decisions = decisions
        self.near: dict[EntityType, list[Group]] = {}
        """Names joined within their documents, by type."""
        self.entities: dict[int, Group] = {}
        self.entity_of: dict[int, int] = {}
        self.owned: dict[int, Owned] = {}
        self.odd = odd_words(forms.all)
        self.known = _known_bodies(forms.all)

    def link(self) -> Linked:
        """Return the entities that the forms name."""
        for wave in self._waves():
            self._link(wave)
        return Linked(self.entities, self.entity_of, self.owned)

    def _waves(self) -> list[list[Form]]:
        """Return the forms in the order in which they are linked: owners before what they own."""
        rank = {form.number: (ORDER.index(form.type), self._depth(form)) for form in self.forms}
        ranked = sorted(self.forms, key=lambda form: (rank[form.number], form.number))
        return list(partition(ranked, lambda form: rank[form.number]))

    def _depth(self, form: Form) -> int:
        """Return how many bodies stand above a body that is known by its owner; 0 for anything else."""
        depth, seen = 0, set[int]()
        while form.type is EntityType.BODY and is_dependent(form.name) and form.number not in seen:
            seen.add(form.number)
            depth += 1
            if form.owner is None:
                break
            form = self.forms[form.owner]
        return depth

    def _link(self, wave: list[Form]) -> None:
        """Link the forms of a wave, together with those of the same type that are linked already."""
        bodies, type = self._bodies(), wave[0].type
        linked = [self._with_owner(group) for group in self.near.get(type, ())]
        groups = [*linked, *(Group(self._item(form, bodies)) for form in wave)]
        self.near[type] = gather(groups, self._document, self.decisions, document=True)
        self.entities = {number: group for number, group in self.entities.items() if group.item.type is not type}
        self._keep(self._shared(gather(self.near[type], self._area, self.decisions)))
        self._merge(type)

    def _with_owner(self, group: Group) -> Group:
        """Return a group with the number that its owner has now."""
        owner = group.item.owner
        return group if owner is None else replace(group, item=replace(group.item, owner=self.entity_of[owner]))

    def _bodies(self) -> dict[tuple[int, bool], Bodies]:
        """Return the bodies linked so far by their names, for each document, for classes and for others."""
        found: dict[tuple[int, bool], dict[Key, int]] = defaultdict(dict)
        kinds: dict[tuple[int, bool], dict[Key, set[int]]] = defaultdict(lambda: defaultdict(set))
        for number, group in self.entities.items():
            if group.item.type is not EntityType.BODY:
                continue
            names, ends = inner_names(self.names(number), group.item.area)
            for place in {(self.forms[form].extraction, group.item.generic) for form in group.item.forms}:
                for name in names:
                    found[place].setdefault(name, number)
                for kind in ends:
                    kinds[place][kind].add(number)
        for document, council in self._councils().items():
            for head in sorted(resolution_words().authority.heads):
                found[document, False].setdefault(head, council)
        for place, holders in kinds.items():
            for kind, numbers in holders.items():
                if len(numbers) == 1:
                    found[place].setdefault(kind, min(numbers))
        return dict(found)

    def _councils(self) -> dict[int, int]:
        """Return for each document the local authority of its area, where one is known and no other."""
        by_area: dict[Key, set[int]] = defaultdict(set)
        for number, group in self.entities.items():
            area = group.item.area
            if area and group.item.type is EntityType.BODY and is_principal(group.item.title, area):
                by_area[key(area)].add(number)
        councils = {area: min(numbers) for area, numbers in by_area.items() if len(numbers) == 1}
        areas = {place: key(extraction.area) for place, extraction in enumerate(self.extractions) if extraction.area}
        return {place: councils[area] for place, area in areas.items() if area in councils}

    def names(self, entity: int) -> list[str]:
        """Return all names of an entity, sorted."""
        forms = [self.forms[number] for number in self.entities[entity].item.forms]
        return sorted({name for form in forms for name in (*dict(form.spellings), *form.others)})

    def _item(self, form: Form, bodies: dict[tuple[int, bool], Bodies]) -> Item:
        owner = self.entity_of.get(form.owner) if form.owner is not None else None
        extraction = self.extractions[form.extraction]
        known = self.known.get((form.extraction, form.generic), frozenset())
        around = Surroundings(bodies.get((form.extraction, form.generic), {}), known, extraction.area)
        names = self.names(owner) if owner is not None else ()
        owned = take_apart(form.name, form.type, around, owner=owner, owner_names=names)
        self.owned[form.number] = owned
        return Item(
            type=form.type,
            name=form.name,
            title=owned.title,
            others=form.others,
            area=None if form.generic else extraction.area,
            document=extraction.document,
            owner=owned.owner,
            plain=owned.plain and (owned.owner is not None or not form.generic),
            generic=form.generic,
            count=form.count,
            odd=self.odd.get(form.extraction, frozenset()),
            forms=(form.number,),
            names=tuple(sorted({form.name, owned.title, *form.others})),
        )

    def _document(self, group: Group) -> tuple[str, bool]:
        return group.item.document, group.item.generic

    def _area(self, group: Group) -> Key:
        """Return what only names of one place share: their area; without one, their document."""
        item = group.item
        if item.generic:
            return ("generic",)
        return ("area", *key(item.area)) if item.area else ("document", item.document)

    def scope(self, group: Group) -> Scope:
        """Return the scope that most mentions have; of two equal ones the narrower."""
        if group.item.generic:
            return Scope.GENERIC
        if group.item.type is EntityType.LEGISLATION:
            return Scope.NATIONAL
        return scope_of(self.forms[number] for number in group.item.forms)

    def _shared(self, groups: list[Group]) -> list[Group]:
        """Join what areas share: national entities, and regional ones whose name says of which region."""
        scopes = [self.scope(group) for group in groups]
        national = [
            replace(group, item=replace(group.item, area=None))
            for group, scope in zip(groups, scopes, strict=True)
            if scope is Scope.NATIONAL
        ]
        regional = [
            group
            for group, scope in zip(groups, scopes, strict=True)
            if scope is Scope.REGIONAL and names_its_region(group.item.title)
        ]
        apart = {id(group) for group in regional}
        rest = [
            g for g, scope in zip(groups, scopes, strict=True) if scope is not Scope.NATIONAL and id(g) not in apart
        ]
        same = partition(regional, lambda group: (key(group.item.title), group.item.owner))
        return [*rest, *gather(national, lambda _: "national", self.decisions), *map(fused_region, same)]

    def _keep(self, groups: Iterable[Group]) -> None:
        """Give each group a number, that of its first form."""
        for group in sorted(groups, key=lambda group: group.item.forms):
            self.entities[group.item.forms[0]] = group
            self.entity_of.update(dict.fromkeys(group.item.forms, group.item.forms[0]))

    def _merge(self, type: EntityType) -> None:
        """Apply the reviewers' merges, within each area."""
        for merge in self.decisions.merges(type):
            verdict = Verdict(1.0, f"{merge.signed.who} decided on {merge.signed.when}: {merge.signed.why}")
            wanted = keys(merge.names)
            chosen = [
                number
                for number, group in self.entities.items()
                if group.item.type is type and wanted & keys(self.names(number))
            ]
            for near in self._neighbours(chosen, merge.area):
                for number in near[1:]:
                    self._absorb(near[0], number, verdict)

    def _neighbours(self, chosen: list[int], area: str | None) -> Sequence[list[int]]:
        """Return the entities in lists of those that one area (or one document without an area) names."""
        by_place: dict[tuple[str | None, str], list[int]] = defaultdict(list)
        for number in chosen:
            documents = {self.forms[form].extraction for form in self.entities[number].item.forms}
            for place in sorted({self._document_place(document) for document in documents}, key=str):
                if within(area, place[0]):
                    by_place[place].append(number)
        return list(by_place.values())

    def _document_place(self, document: int) -> tuple[str | None, str]:
        extraction = self.extractions[document]
        return (extraction.area, "") if extraction.area else (None, extraction.document)

    def _absorb(self, one: int, other: int, verdict: Verdict) -> None:
        """Make one entity of two; numbers are those of forms, so that they can be looked up after a merge too."""
        into, number = self.entity_of[one], self.entity_of[other]
        if into != number:
            self.entities[into] = fuse(self.entities[into], [(self.entities.pop(number), verdict)])
            self.entity_of.update(dict.fromkeys(self.entities[into].item.forms, into))


def names_its_region(name: str) -> bool:
    """Whether a regional body's name has a word that only one region's has: not "Probation Trust", not an acronym."""
    return acronym(name) is None and not resolution_words().placeless.issuperset(key(name))


def inner_names(names: Sequence[str], area: str | None) -> tuple[list[Key], list[Key]]:
    """Return the keys by which a body may stand inside other names, and the kinds of a region's one that it is.

    Its names, and these without the area's name: "Parenting Panel" for "Northwick Parenting Panel".
    """
    whole = keys(names)
    short = keys(bare for name in names if (bare := tail(name, area)) and not is_plain(bare, EntityType.BODY))
    kinds = {kind for kind in resolution_words().one_a_region for name in whole if name[-len(kind) :] == kind}
    return sorted(whole | short), sorted(kinds)


def scope_of(forms: Iterable[Form]) -> Scope:
    """Return the scope that most mentions of these forms have; of two equal ones the narrower."""
    votes: Counter[Scope] = Counter()
    for form in forms:
        votes.update(dict(form.scopes))
    return min(votes, key=lambda scope: (-votes[scope], _WIDTH.index(scope)))


def fused_region(groups: list[Group]) -> Group:
    """Return one group of those that are one region's body of one name."""
    verdict = Verdict(1.0, "the same region and the same name")
    return fuse(groups[0], [(group, verdict) for group in groups[1:]])


def _known_bodies(forms: Iterable[Form]) -> dict[tuple[int, bool], frozenset[Key]]:
    """Return the keys of all names of bodies, for each document, for classes and for others."""
    bodies = partition(
        (form for form in forms if form.type is EntityType.BODY), lambda form: (form.extraction, form.generic)
    )
    return {(near[0].extraction, near[0].generic): frozenset(key(form.name) for form in near) for near in bodies}
