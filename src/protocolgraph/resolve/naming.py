"""Preferred names and IRIs of entities."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from protocolgraph.model import BASE, EntityType, Extraction, Scope, digest, slug
from protocolgraph.resolve.compare.laws import law
from protocolgraph.resolve.compare.people import person
from protocolgraph.resolve.compare.posts import field
from protocolgraph.resolve.decisions import Decisions, keys
from protocolgraph.resolve.forms import Form
from protocolgraph.resolve.group import Group
from protocolgraph.resolve.item import Item
from protocolgraph.resolve.linker import Linked, names_its_region, scope_of
from protocolgraph.resolve.names import key
from protocolgraph.resolve.owners import is_plain
from protocolgraph.resolve.places import space_of
from protocolgraph.text.normalise import fold
from protocolgraph.vocab.lexicon import lexicon
from protocolgraph.vocab.resolution import resolution_words

Words = tuple[str, ...]
LONGEST_NAME = 16
"""Words; what is longer is no name but a description."""
_BRACKET = re.compile(r"\s*\([^()]*\)$")
_YEARS = re.compile(r"[,\s]+\(?(?:for )?20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?\)?$")
_VERSION = re.compile(
    r"^(?:draft|proposed|next|shared|revised|latest|updated|current|final|new|first|second|third|fourth|fifth|sixth"
    r"|seventh|eighth|ninth|tenth|eleventh|twelfth)\s+",
    re.IGNORECASE,
)
_SORTS = frozenset(
    {"report", "reports", "plan", "plans", "policy", "strategy", "document", "papers", "minutes", "agenda"}
)
"""Sorts of papers, by which no paper is known."""
_POSSESSIVE = re.compile(r"['’]s\b")
_SENTENCE = re.compile(r"[.;:?!]\s+\S|\n| (?:is|are|will|shall|must|may|has|have|was|were|which|who|that) ")


@dataclass(frozen=True, slots=True)
class Named:
    """What an entity is called."""

    id: str
    name: str
    """Preferred name."""
    scope: Scope
    area: str | None
    by_document: dict[str, tuple[str, ...]]
    """The names that each document uses, sorted."""
    local: dict[str, str]
    """For each document, the fullest name that it uses, with the owner's where the name alone says too little."""
    shared: bool
    """Whether documents of other areas may mean the same, so that its id and name are theirs, too."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """The names other than the preferred one, each in one spelling, sorted."""
        return other_names(self.name, Counter(name for names in self.by_document.values() for name in names))


def other_names(own: str, uses: Counter[str]) -> tuple[str, ...]:
    """Return the names other than the preferred one, each in one spelling, sorted.

    Args:
        own: the preferred name.
        uses: in how many documents each name stands.

    """
    folded = fold(own).casefold()
    return tuple(name for name in sorted(set(one_spelling(uses))) if fold(name).casefold() != folded)


class Namer:
    """Names the entities of a unit, owners before what they own."""

    def __init__(
        self, extractions: Sequence[Extraction], forms: Sequence[Form], linked: Linked, decisions: Decisions
    ) -> None:
        self.extractions = extractions
        self.forms = forms
        self.linked = linked
        self.decisions = decisions
        self.named: dict[int, Named] = {}
        self.under_way: set[int] = set()
        self.spelt = {(form.extraction, form.type, key(form.name)) for form in forms}
        self.titled = entities_by_title(forms, linked)
        self.bare = entities_by_bare_title(forms, linked)

    def name_all(self) -> dict[int, Named]:
        """Return the names of all entities by number."""
        for number in self.linked.entities:
            self._name(number)
        return _distinct(self.named)

    def _name(self, number: int) -> Named:
        if number not in self.named:
            self.under_way.add(number)
            self.named[number] = self._made(self.linked.entities[number])
            self.under_way.remove(number)
        return self.named[number]

    def _owner(self, group: Group) -> Named | None:
        """Return the owner, named; None where decisions made an entity its own owner."""
        if group.item.owner is None:
            return None
        owner = self.linked.entity_of[group.item.owner]
        return None if owner in self.under_way else self._name(owner)

    def _made(self, group: Group) -> Named:
        forms = [self.forms[number] for number in group.item.forms]
        owner = self._owner(group)
        scope = self._scope(group, forms, owner)
        shared = scope in (Scope.GENERIC, Scope.NATIONAL) or self._everywhere(group, scope)
        area = None if shared else group.item.area
        fullest = self._fullest(group, forms, owner)
        by_document = self._by_document(forms)
        chosen = self.decisions.rename(group.item.type, self._areas(forms), keys({*group.item.names, fullest}))
        return Named(
            id="/".join(
                (BASE.rstrip("/"), scope if shared else self._space(group), group.item.type, self._slug(group, fullest))
            ),
            name=chosen or fullest,
            scope=scope,
            area=area,
            by_document=by_document,
            local={document: self._local(group, names, owner, document) for document, names in by_document.items()},
            shared=shared,
        )

    def _scope(self, group: Group, forms: list[Form], owner: Named | None) -> Scope:
        if group.item.generic:
            return Scope.GENERIC
        if group.item.type is EntityType.LEGISLATION:
            return Scope.NATIONAL
        if owner is not None and group.item.plain:
            return owner.scope
        return scope_of(forms)

    @staticmethod
    def _everywhere(group: Group, scope: Scope) -> bool:
        return scope is Scope.REGIONAL and names_its_region(group.item.title)

    def _areas(self, forms: list[Form]) -> list[str | None]:
        return areas_of(self.extractions[form.extraction].area for form in forms)

    def _space(self, group: Group) -> str:
        return space_of(group.item.document, group.item.area)

    def _slug(self, group: Group, name: str) -> str:
        """Return the end of the IRI; a plain name whose owner nobody gives has its document's with it."""
        if group.item.plain and group.item.owner is None and group.item.area:
            return f"{slug(name)}--{slug(PurePosixPath(group.item.document).stem)}"
        return slug(name)

    def _by_document(self, forms: list[Form]) -> dict[str, tuple[str, ...]]:
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for form in forms:
            others = [*form.others, *self._title(form)]
            defined = [name for name in others if (form.extraction, form.type, key(name)) not in self.spelt]
            document = self.extractions[form.extraction].document
            found[document].update({**dict.fromkeys(defined, 0), **dict(form.spellings)})
        return {document: tuple(one_spelling(names)) for document, names in sorted(found.items())}

    def _title(self, form: Form) -> list[str]:
        """Return a post's title without its body's name, where its document has only one post of that title."""
        title = self.linked.owned[form.number].title
        one = len(self.titled.get((form.extraction, key(title)), ())) == 1
        titles = [title] if one and key(title) != key(form.name) else []
        bare = [name for name in bare_titles(title, form.type) if not is_plain(name, EntityType.ROLE)]
        return titles + [name for name in bare if len(self.bare[form.extraction, form.type, key(name)]) == 1]

    def _fullest(self, group: Group, forms: list[Form], owner: Named | None) -> str:
        """Return the fullest name that the documents use; of a plain title one with the owner's name in it."""
        told = spellings(forms, self.linked, telling=owner is not None and group.item.plain)
        return full_name(told, group.item, owner.name if owner else None, group.slipped)

    def _local(self, group: Group, names: tuple[str, ...], owner: Named | None, document: str) -> str:
        name = fullest(Counter(names), group.item.type, slipped=frozenset())
        if owner is None or not group.item.plain:
            return name
        return f"{name} | {owner.local.get(document, owner.name)}"


def entities_by_title(forms: Iterable[Form], linked: Linked) -> dict[tuple[int, tuple[str, ...]], set[int]]:
    """Return the entities whose posts have a title, by document and title; of titles that say more than "Chair"."""
    found: dict[tuple[int, tuple[str, ...]], set[int]] = defaultdict(set)
    for form in forms:
        title = linked.owned[form.number].title
        if form.type is EntityType.ROLE and fold(title) not in lexicon("roles")["alone"]:
            found[(form.extraction, key(title))].add(linked.entity_of[form.number])
    return found


def entities_by_bare_title(forms: Iterable[Form], linked: Linked) -> dict[tuple[int, EntityType, Words], set[int]]:
    """Return the entities that a title means, whole or bare, by document, type and title."""
    found: dict[tuple[int, EntityType, Words], set[int]] = defaultdict(set)
    for form in forms:
        title = linked.owned[form.number].title
        for name in (title, *bare_titles(title, form.type)):
            found[form.extraction, form.type, key(name)].add(linked.entity_of[form.number])
    return found


def bare_titles(title: str, type: EntityType) -> list[str]:
    """Return what else a post or paper is called by its title alone.

    A post without the field, place or holder of a second office in brackets behind it; a paper without its year and
    without the words before it that say only which version or what number it is.
    """
    if type is EntityType.ROLE:
        bare = _BRACKET.sub("", title)
    elif type is EntityType.PUBLICATION:
        bare = _VERSION.sub("", _YEARS.sub("", title))
    else:
        return []
    return [bare] if key(bare) not in ((), key(title)) and fold(bare).casefold() not in _SORTS else []


def spellings(forms: Iterable[Form], linked: Linked, *, telling: bool) -> Counter[str]:
    """Return how often each spelling stands in the documents; `telling` leaves out those that are a title alone."""
    names: Counter[str] = Counter()
    for form in forms:
        title = key(linked.owned[form.number].title)
        for name, count in form.spellings:
            if not telling or len(key(name)) > len(title):
                names[name] += count
    return names


def full_name(told: Counter[str], item: Item, owner: str | None, slipped: frozenset[str]) -> str:
    """Return the fullest of the spellings; where none tells whose it is, one with the owner's name in it."""
    if owner is not None and not told:
        return with_owner(item.title, owner, item.type)
    return fullest(told, item.type, slipped=slipped)


def areas_of(areas: Iterable[str | None]) -> list[str | None]:
    """Return the areas, each once, sorted."""
    return sorted(set(areas), key=lambda area: area or "")


def with_owner(title: str, owner: str, type: EntityType) -> str:
    """Return a name for a post, group or publication of which documents use only the plain title."""
    return f"{title} of {owner}" if type is EntityType.ROLE else f"{owner} {title}"


def fullest(names: Counter[str], type: EntityType, *, slipped: frozenset[str]) -> str:
    """Return the longest of these names that is a name: no sentence, no slip, not in capitals if avoidable.

    A law's name has its year, a person's as many given names as there are. "Eastmere Board" is preferred to
    "Eastmere's Board", a post's title to one with a word that only goes along. Of names of one length, the first in
    the alphabet.
    """
    folded = {fold(name).casefold() for name in names}
    fields = {key(name) for name in names}

    def rank(name: str) -> tuple[object, ...]:
        bare = _POSSESSIVE.sub("", name)
        owned = bare != name and fold(bare).casefold() in folded
        loose = type is EntityType.ROLE and field(key(name)) != key(name) and field(key(name)) in fields
        return (name in slipped, *_poor(name, type), owned or loose, -len(name), name)

    return min(one_spelling(names), key=rank)


def _poor(name: str, type: EntityType) -> tuple[int, ...]:
    """Return what makes a name a poor one to prefer; the less the better."""
    if type is EntityType.LEGISLATION:
        return (bool(resolution_words().legislation.after.search(name)), not law(name).years)
    if type is EntityType.PERSON:
        found = person(name)
        return (-len(found.given), found.initials_only)
    sentence = len(name.split()) > LONGEST_NAME or bool(_SENTENCE.search(name))
    return (sentence, len(key(name)) == 1 and name.isupper())


def one_spelling(names: Counter[str]) -> list[str]:
    """Return one spelling of each name: not in capitals, if there is another; else the one used most."""
    chosen: dict[str, str] = {}
    for name in sorted(names, key=lambda name: (name.isupper() and " " in name, name.islower(), -names[name], name)):
        chosen.setdefault(fold(name).casefold(), name)
    return sorted(chosen.values())


def _distinct(named: dict[int, Named]) -> dict[int, Named]:
    """Return the names with IRIs that no two entities share; what tells the later ones apart is added to theirs."""
    own = {number: entity for number, entity in named.items() if not entity.shared}
    ids = distinct_ids({number: (entity.id, tuple(sorted(entity.local.items()))) for number, entity in own.items()})
    return {number: replace(entity, id=ids.get(number, entity.id)) for number, entity in named.items()}


def distinct_ids(wanted: Mapping[int, tuple[str, tuple[object, ...]]]) -> dict[int, str]:
    """Return an id for each entity that no other has: the wanted one, for later ones with what tells them apart."""
    taken: set[str] = set()
    ids = {}
    for number in sorted(wanted, key=lambda n: wanted[n]):
        id, apart = wanted[number]
        if id in taken:
            id = f"{id}--{digest(list(apart))[:6]}"
        while id in taken:
            id += "-2"
        taken.add(id)
        ids[number] = id
    return ids
