"""Finds what people mean by the names they type: parts of names, "the chair of X", plurals, slips of the pen.

`NameIndex` knows names; this knows how people use them. What is found is always told, never only
used: a reader sees in full which entity an answer is about, and where words may mean several
entities, all of them are returned.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from difflib import SequenceMatcher

from protocolgraph.errors import UnknownNameError
from protocolgraph.graph.index import KnowledgeIndex
from protocolgraph.model import Entity, EntityType, Scope
from protocolgraph.text.normalise import collapse, fold, name_key

_EACH = re.compile(
    r"^(?:each|every|all|any|both)(?: of)?(?: the)?(?: (?:two|three|four))?(?: (?:area|borough|council)s?'s?)? ",
    re.IGNORECASE,
)
_DETERMINER = re.compile(r"^(?:the|a|an|this|that|these|those|our|its|their)\s+", re.IGNORECASE)
_ANY = frozenset({"group", "groups", "body", "bodies", "organisation", "organisations", "agency", "agencies"})
"""Words that name no kind of body."""
_SMALL = frozenset(["of", "for", "the", "and", "in", "to", "on", "at", "a", "an", "by", "s"])
_CHAIR = frozenset({"chair", "chairman", "chairwoman", "chairperson", "head"})
_LONG_ENOUGH = 6
"""Letters of a word in which one slip leaves no doubt."""
_NEAR = 0.84


@dataclass(frozen=True, slots=True)
class Found:
    """The entities that words may mean."""

    words: str
    entities: tuple[Entity, ...]
    """One, or all that the words may mean; empty means any body at all ("each group")."""
    exact: bool
    """Whether the words are a name of theirs."""
    each: bool = False
    """Whether the words ask for several: "each Board"."""
    of_class: bool = False
    """Whether the words name one of the class that is found: a "Training Delivery Group" of the "Delivery Groups"."""

    @property
    def name(self) -> str:
        """The name of the one, or the words for several."""
        return self.entities[0].name if len(self.entities) == 1 else self.words


class NameFinder:
    """Finds entities by names, parts of names and slips."""

    def __init__(self, index: KnowledgeIndex, areas: Iterable[str], words: Mapping[str, Set[tuple[str, str]]]) -> None:
        """Find entities.

        Args:
            index: the entities and what is stated of them.
            areas: their areas.
            words: for each of the `words_of` their names, the ids and names in which it stands.

        """
        self._index = index
        self._entities, self._names = index.entities, index.names
        self._areas = sorted(areas, key=lambda area: (-len(area), area))
        self._words = words

    @classmethod
    def of(cls, index: KnowledgeIndex) -> NameFinder:
        """Return what finds all entities of an index in memory."""
        entities = index.entities.values()
        return cls(index, {entity.area for entity in entities if entity.area}, _by_word(entities))

    def find(self, words: str, types: tuple[EntityType, ...] = ()) -> Found:
        """Return the entities of these types that the words may mean.

        Tried in this order: a whole name; a whole name within the area that the words name; part of a
        name; a post by its body; the same once more with slips put right. The first that finds
        anything counts. Among what is found, one body counts for more than a class of bodies, and a
        body for more than a role, person, law or publication.

        Raises:
            UnknownNameError: nothing is called so; the error carries the nearest names.

        """
        plain = collapse(fold(words))
        each = _EACH.match(plain)
        bare = _DETERMINER.sub("", plain[each.end() :] if each else plain)
        if each and bare.casefold() in _ANY:
            return Found(words, (), exact=True, each=True)
        if each and (several := self._parts(bare, types)):
            return Found(words, several, exact=False, each=True)
        for text in (bare, self._without_slips(bare)):
            if text is None:
                break
            if found := self._whole(text, types):
                return Found(words, found, exact=text == bare)
            for look in (self._placed, self._parts, self._post_of, self._class_of):
                if found := look(text, types):
                    return Found(words, found, exact=False)
        raise UnknownNameError(bare, self._nearest(bare, types))

    def holding(self, words: str, types: tuple[EntityType, ...] = ()) -> Found:
        """Return every entity one of whose names holds all the words, those that bear them alone too."""
        bare = _DETERMINER.sub("", collapse(fold(words)))
        return Found(words, self._parts(bare, types), exact=False)

    def class_of(self, entity: Entity) -> Entity | None:
        """Return the class with whose whole name, of two words or more, the name of one ends."""
        words = entity.name.split() if entity.scope is not Scope.GENERIC else []
        for start in range(1, len(words) - 1):
            found = self._whole(" ".join(words[start:]), (entity.type,))
            if len(found) == 1 and found[0].scope is Scope.GENERIC:
                return found[0]
        return None

    def _nearest(self, words: str, types: tuple[EntityType, ...]) -> tuple[str, ...]:
        found = (name for type in types or (None,) for name in self._names.nearest(words, type=type))
        return tuple(dict.fromkeys(found))[:5]

    def _whole(self, words: str, types: tuple[EntityType, ...], area: str | None = None) -> tuple[Entity, ...]:
        """Whom the words name. A short title that is no post's full name may be any post's of that title."""
        for text in (words, *_other_numbers(words)):
            bearers = self._names.bearers(text, area=area)
            if text != words and all(entity.scope is Scope.GENERIC for entity in bearers):
                continue
            named = [entity for entity in bearers if name_key(entity.name) == name_key(text)]
            classes = [entity for entity in named if entity.scope is Scope.GENERIC]
            if found := _best(classes if classes == named else bearers, types) or _best(bearers, types):
                if not named and found[0].type is EntityType.ROLE and not text.isupper():
                    return tuple({entity.id: entity for entity in (*found, *self._parts(text, types))}.values())
                return found
        return ()

    def _class_of(self, words: str, types: tuple[EntityType, ...]) -> tuple[Entity, ...]:
        """The class of which the words name one, where no one is called so: "a safeguarding board"."""
        return _best((entity for text in _other_numbers(words) for entity in self._names.bearers(text)), types)

    def _placed(self, words: str, types: tuple[EntityType, ...]) -> tuple[Entity, ...]:
        """ "Northam's Safeguarding Board", "the Northam Panel": the area's own."""
        for area in self._areas:
            pattern = re.compile(rf"(?:\bin )?\b{re.escape(area)}\b(?:'s)?\s*", re.IGNORECASE)
            rest = collapse(pattern.sub(" ", words))
            if rest and rest != words:
                local = tuple(item for item in self._parts(rest, types) if item.area == area)
                if found := self._whole(rest, types, area) or local:
                    return found
        return ()

    def _post_of(self, words: str, types: tuple[EntityType, ...]) -> tuple[Entity, ...]:
        """ "The chair of the Board", "the Board's chair", "the Board Chair": a post that is known to be the body's."""
        if types and EntityType.ROLE not in types:
            return ()
        tokens = words.replace("'s ", " 's ").split()
        for cut in range(1, len(tokens)):
            before, after = tokens[:cut], tokens[cut:]
            for post, body in ((before, after[1:] if after[0] in ("of", "for", "to", "on") else []), (after, before)):
                if post and body and (found := self._posts_named(" ".join(post), " ".join(body))):
                    return found
        return ()

    def _posts_named(self, post: str, body: str) -> tuple[Entity, ...]:
        bodies = self._bodies(_DETERMINER.sub("", body))
        wanted = set(words_of(post))
        if not wanted:
            return ()
        roles = self._roles(bodies, ("chairs", "post_in"))
        named = [role for role in roles if wanted <= {word for name in all_names(role) for word in words_of(name)}]
        if not named and wanted <= _CHAIR:
            named = self._roles(bodies, ("chairs",))
        return _best(named, (EntityType.ROLE,))

    def _roles(self, bodies: Iterable[Entity], predicates: tuple[str, ...]) -> list[Entity]:
        """The posts that these predicates tie to the bodies."""
        facts = (fact for body in bodies for fact in self._index.facts_on.get(body.id, ()))
        found = {fact.subject for fact in facts if fact.predicate in predicates and not fact.negated}
        return [self._entities[role] for role in sorted(found) if role in self._entities]

    def _bodies(self, words: str) -> tuple[Entity, ...]:
        types = (EntityType.BODY,)
        return self._whole(words, types) or self._placed(words, types) or self._parts(words, types)

    def _parts(self, words: str, types: tuple[EntityType, ...]) -> tuple[Entity, ...]:
        """Every entity one of whose names holds all the words."""
        wanted = words_of(words)
        if not wanted:
            return ()
        names = frozenset[tuple[str, str]].intersection(*(frozenset(self._words.get(word, ())) for word in wanted))
        found = sorted({identifier for identifier, _ in names})
        return _best([self._entities[identifier] for identifier in found], types)

    def _without_slips(self, words: str) -> str | None:
        """The words with each that stands in no name changed into the one word that is near it; None if none is.

        Never into the name of an area: one letter may be another town's.
        """
        places = {word for area in self._areas for word in words_of(area)}
        changed = []
        for word in words.split():
            known = words_of(word)
            if not known or all(item in self._words for item in known):
                changed.append(word)
                continue
            near = _nearest_word(known[0], self._words)
            if len(known) > 1 or near is None or near in places:
                return None
            changed.append(near)
        corrected = " ".join(changed)
        return None if corrected == words else corrected


def _by_word(entities: Iterable[Entity]) -> Mapping[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for entity in entities:
        for name in all_names(entity):
            for word in words_of(name):
                found[word].add((entity.id, name))
    return found


def all_names(entity: Entity) -> tuple[str, ...]:
    """Return all names of an entity, the preferred one first."""
    return (entity.name, *entity.aliases)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a name that matter, without the s of a plural."""
    return tuple(_singular(word) for word in name_key(text).split() if word not in _SMALL)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _other_numbers(words: str) -> tuple[str, ...]:
    """The plural for the singular, and the other way round."""
    return (words[:-1],) if words.endswith("s") and not words.endswith("ss") else (f"{words}s",)


def _best(found: Iterable[Entity], types: tuple[EntityType, ...]) -> tuple[Entity, ...]:
    fitting = [entity for entity in found if not types or entity.type in types]
    order = tuple(EntityType)
    ranks = {entity.id: (entity.scope is Scope.GENERIC, order.index(entity.type)) for entity in fitting}
    best = min(ranks.values(), default=None)
    chosen = {entity.id: entity for entity in fitting if ranks[entity.id] == best}
    return tuple(chosen[identifier] for identifier in sorted(chosen))


def _nearest_word(word: str, known: Iterable[str]) -> str | None:
    """The one word that is near; None if there is none, or more than one."""
    if len(word) < _LONG_ENOUGH or not word.isalpha():
        return None
    alike = (other for other in known if abs(len(other) - len(word)) <= 2)
    near = {other: SequenceMatcher(None, word, other, autojunk=False).ratio() for other in alike}
    best = sorted((other for other, ratio in near.items() if ratio >= _NEAR), key=lambda other: (-near[other], other))
    return best[0] if best and (len(best) == 1 or near[best[0]] > near[best[1]]) else None
