"""From mentions to forms: each name that a document uses, once, with the mentions that use it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache

from protocolgraph.model import Alias, EntityType, Extraction, MentionForm, Scope
from protocolgraph.resolve.names import abbreviates, acronym, is_class, is_plural, key, words
from protocolgraph.vocab.lexicon import lexicon
from protocolgraph.vocab.resolution import resolution_words

_BRACKETED = re.compile(r"\s*\((?P<inner>[^()]{2,12})\)$")
_DEEPEST = 4
"""Owners of owners that are followed."""
Key = tuple[object, ...]
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A name of one type in one document; of a plain name there is one form for each owner."""

    number: int
    extraction: int
    type: EntityType
    generic: bool
    name: str
    """The spelling that the document uses most."""
    spellings: tuple[tuple[str, int], ...]
    """Every spelling and how often it stands there, sorted."""
    scopes: tuple[tuple[Scope, int], ...]
    owner: int | None
    """Number of the form that names its owner."""
    others: tuple[str, ...]
    """Names that the document defines to mean the same, sorted."""

    @property
    def count(self) -> int:
        """Number of mentions."""
        return sum(count for _, count in self.spellings)


@dataclass(frozen=True, slots=True)
class Forms:
    """All forms of all documents."""

    all: tuple[Form, ...]
    of: tuple[tuple[int | None, ...], ...]
    """For each extraction, for each mention, the number of its form; None if it names nothing."""


def read_forms(extractions: Sequence[Extraction]) -> Forms:
    """Return the forms of these documents, numbered in the order in which they first stand there."""
    forms: list[Form] = []
    of = []
    for number, extraction in enumerate(extractions):
        reader = _Reader(extraction)
        places = reader.forms(number, len(forms))
        forms += places.made
        of.append(places.of)
    return Forms(tuple(forms), tuple(of))


@dataclass(frozen=True, slots=True)
class _Places:
    made: list[Form]
    of: tuple[int | None, ...]


class _Reader:
    """Groups the mentions of one document."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.mentions = extraction.mentions
        self.roots = [self._root(place) for place in range(len(self.mentions))]
        self.names = [clean_name(m.name, person=m.type is EntityType.PERSON) for m in self.mentions]
        self.defined = list(self._definitions())
        self.one_and_all = self._one_and_all()

    def _definitions(self) -> Iterator[tuple[EntityType, str, str]]:
        """Yield type, short and long name of what the document defines.

        The acronym of a name's end is the whole name's, where a body is called so and none by the end alone: "ICP" of
        the "Northwick Integrated Care Partnership (ICP)", though it speaks of "Integrated Care Partnerships", too.
        """
        mentioned = [name for name, m in zip(self.names, self.mentions, strict=True) if m.type is EntityType.BODY]
        bodies = {key(name) for name in mentioned}
        one = {key(name) for name in mentioned if not is_plural(name)}
        for alias in self.extraction.aliases:
            type, short, long = _definition(alias)
            whole = clean_name(alias.long)
            called = type is EntityType.BODY and key(whole) in bodies and key(long) not in one
            yield type, short, whole if called else long

    def _root(self, place: int) -> int:
        """Return the mention that this one points back to in the end; itself if it points to none of its type."""
        seen = {place}
        while True:
            mention = self.mentions[place]
            before = mention.antecedent
            if before is None or before in seen or not 0 <= before < len(self.mentions):
                return place
            if self.mentions[before].type is not mention.type:
                return place
            seen.add(before)
            place = before

    def key(self, place: int, depth: int = 0) -> Key | None:
        """Return what the mentions of one form share; None if this mention names nothing."""
        root = self.roots[place]
        mention, words = self.mentions[root], key(self.names[root])
        if not words or (mention.form is MentionForm.PRONOUN and words == key(mention.text)):
            return None
        owner = self._owner(place)
        shared = self.key(owner, depth + 1) if owner is not None and depth < _DEEPEST else None
        generic = self._generic(root) or (mention.type, words) in self.one_and_all
        return (mention.type.value, generic, words, shared)

    def _generic(self, place: int) -> bool:
        mention = self.mentions[place]
        return mention.scope is Scope.GENERIC or self._class(self.names[place], mention.type)

    def _class(self, name: str, type: EntityType) -> bool:
        """Whether a name is a class: the plural acronym of plurals that are none ("LSPs" of "Lead Partners") is not."""
        if not _is_class(name, type):
            return False
        full = [long for kind, short, long in self.defined if kind is type and acronym(name) and short == name]
        return not full or any(_is_class(long, type) or not long.endswith("s") for long in full)

    def _one_and_all(self) -> frozenset[tuple[EntityType, Words]]:
        """Names that the document uses of a class and of one of it: "Scrutiny Panels" and "the Scrutiny Panel".

        Where a longer name ends so ("Northwick Scrutiny Panel"; a post's begins so), the one is that one; so
        does a "Strategic Board" beside "strategic boards". An office of which each body has one is never one of many:
        "the Chief Executive" reads a report that "Chief Executives" of others do not.
        """
        found: dict[bool, set[tuple[EntityType, Words, bool]]] = {True: set(), False: set()}
        for place in dict.fromkeys(self.roots):
            name = self.names[place]
            capital = name[name.rstrip().rfind(" ") + 1 :][:1].isupper()
            office = self.mentions[place].type is EntityType.ROLE and capital and key(name) in _one_each()
            several = len(key(name)) > 1 or acronym(name) is not None or key(name) in _of_many()
            if several and self.mentions[place].owner is None and not office:
                found[self._generic(place)].add((self.mentions[place].type, key(name), capital))
        longer = {(type, words[start:]) for type, words, _ in found[False] for start in range(1, len(words))}
        roles = (words for type, words, _ in found[False] if type is EntityType.ROLE)
        longer |= {(EntityType.ROLE, words[:end]) for words in roles for end in range(1, len(words))}
        longer |= {(type, ("".join(word[0] for word in words),)) for type, words in longer}
        council = resolution_words().authority.heads if self.extraction.area else frozenset()
        both = found[True] & found[False]
        apart = self._short_of_one({(type, words) for type, words, _ in both})
        return frozenset(
            (type, words)
            for type, words, _ in both
            if (type, words) not in apart
            and words not in council
            and longer.isdisjoint({(type, words), (type, ("".join(w[0] for w in words),))})
        )

    def _short_of_one(self, both: Set[tuple[EntityType, Words]]) -> frozenset[tuple[EntityType, Words]]:
        """Short names that the document gives one body by its place, of which the plural is not: "HWBBs" beside "the
        HWBB" of one area's Health and Wellbeing Board.
        """
        return frozenset(
            (alias.type, key(alias.short))
            for alias in self.extraction.aliases
            if acronym(alias.short) and not abbreviates(alias.short, clean_name(alias.long))
            if not is_class(alias.long) and (alias.type, key(alias.long)) not in both
        )

    def _owner(self, place: int) -> int | None:
        for asked in (self.roots[place], place):
            owner = self.mentions[asked].owner
            if owner is not None and 0 <= owner < len(self.mentions) and self.roots[owner] != self.roots[place]:
                return owner
        return None

    def forms(self, number: int, first: int) -> _Places:
        keys = [self.key(place) for place in range(len(self.mentions))]
        numbers: dict[Key, int] = {}
        for found in keys:
            if found is not None:
                numbers.setdefault(found, first + len(numbers))
        groups: dict[Key, list[int]] = {found: [] for found in numbers}
        for place, found in enumerate(keys):
            if found is not None:
                groups[found].append(place)
        made = [self._form(number, numbers, found, places) for found, places in groups.items()]
        self._define(made, first)
        of = tuple(None if found is None else numbers[found] for found in keys)
        named = {form.number: key(form.name) for form in made}
        return _Places([self._with_others(form, named) for form in made], of)

    def _form(self, extraction: int, numbers: dict[Key, int], found: Key, places: list[int]) -> Form:
        spellings = Counter(self.names[self.roots[place]] for place in places)
        mention = self.mentions[self.roots[places[0]]]
        owner = found[3]
        return Form(
            number=numbers[found],
            extraction=extraction,
            type=mention.type,
            generic=bool(found[1]),
            name=min(spellings, key=lambda name: (-spellings[name], name.isupper(), name)),
            spellings=tuple(sorted(spellings.items())),
            scopes=tuple(sorted(Counter(self.mentions[self.roots[place]].scope for place in places).items())),
            owner=numbers.get(owner) if isinstance(owner, tuple) else None,
            others=(),
        )

    def _define(self, made: list[Form], first: int) -> None:
        """Add a form for each full name that the document defines and never uses otherwise."""
        for type, short, long in self.defined:
            known = {key(form.name) for form in made if form.type is type}
            shorts = [form for form in made if form.type is type and key(form.name) == key(short)]
            if key(long) and key(long) not in known and shorts:
                by = shorts[0]
                made.append(replace(by, number=first + len(made), name=long, spellings=((long, 0),), others=()))

    def _with_others(self, form: Form, named: Mapping[int, Words]) -> Form:
        """Return a form with the names that the document defines for it; those of a class only for a class.

        A post's name with its body's ("Superintendent, Ash Police") is that of the post in this body, of no other.
        """
        wanted = key(form.name)
        owner = named.get(form.owner) if form.owner is not None else None
        others = {
            short
            for type, short, long in self.defined
            if type is form.type
            and key(long) == wanted
            and key(short) not in ((), wanted)
            and (
                type is not EntityType.ROLE
                or key(short) == (*wanted, *(owner or ()))
                or not _begins(wanted, key(short))
            )
            and (form.generic or not (self._class(short, type) or _is_class(long, type)))
        }
        return replace(form, others=tuple(sorted(others)))


def _definition(alias: Alias) -> tuple[EntityType, str, str]:
    """Return type, short and long name; of a long name that begins too early, the end that the acronym spells."""
    short, long = clean_name(alias.short), clean_name(alias.long)
    if acronym(short) and not abbreviates(short, long):
        ends = [long[word.start :] for word in words(long)[1:]]
        long = next((end for end in ends if abbreviates(short, end)), long)
    return alias.type, short, long


@cache
def _one_each() -> frozenset[Words]:
    """Offices of which a body has one."""
    return frozenset(key(office) for office in lexicon("roles")["one_each"]) - _of_many()


@cache
def _of_many() -> frozenset[Words]:
    """Posts of one word that many hold: "the Headteacher" of each school."""
    return frozenset(key(post) for post in lexicon("roles")["class_singulars"])


def _begins(first: Words, whole: Words) -> bool:
    return len(first) < len(whole) and whole[: len(first)] == first


def _is_class(name: str, type: EntityType) -> bool:
    return type in (EntityType.BODY, EntityType.ROLE) and is_class(name)


def clean_name(name: str, *, person: bool = False) -> str:
    """Return a name without an article before it, marks around it, or its last words' acronym in brackets after it.

    The "A" before a person's surname is an initial.
    """
    text = " ".join(name.split()).strip(' ,;:."“”•-–—')
    first, _, rest = text.partition(" ")
    if rest and not person and first.lower() in resolution_words().determiners:
        text = rest
    match = _BRACKETED.search(text)
    bare = text[: match.start()] if match else text
    spelt = match and any(abbreviates(match["inner"], bare[word.start :]) for word in words(bare))
    return bare if spelt else text
