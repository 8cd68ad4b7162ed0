"""The area that a document is about, where nothing else says it: the place in the names of its local bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from protocolgraph.model import EntityType, Extraction, Mention, MentionForm, Scope
from protocolgraph.resolve.forms import clean_name
from protocolgraph.resolve.names import Word, acronym, key, words
from protocolgraph.vocab.lexicon import lexicon
from protocolgraph.vocab.resolution import resolution_words

LONGEST_PLACE = 3
"""Words of a place's name."""
LEAST = 3
"""Points that a place needs, and twice those of any other: one for each name that holds it and for the title."""
COUNCIL, SHORTENED = 2, 1
"""Points for "<Place> Borough Council", and for a name that the document also uses without its place."""
FEWEST = 2
"""Names of bodies that a place must stand in, if it is not known by its council."""
Key = tuple[str, ...]


def infer_area(extraction: Extraction) -> str | None:
    """Return the place that most names of local bodies in a document hold; None unless one is clear.

    A place is known by a council's name ("Northwick Borough Council", "London Borough of Northwick"), by a name
    that the document also uses without it ("Northwick Parenting Panel", "Parenting Panel"), or by being the first
    word of several names without being a word that names of bodies are made of.
    """
    names = sorted({clean_name(mention.name) for mention in extraction.mentions if _is_local_name(mention)})
    known = {key(name) for name in names}
    found: dict[Key, tuple[str, int]] = {}
    for name in names:
        for place, score in _places(name, known):
            spelt, before = found.get(key(place), (place, 0))
            found[key(place)] = (place if spelt.isupper() else spelt, max(before, score))
    title = key(extraction.title or "")
    support = {place: _support(place, known, found) for place in found}
    points = {
        place: score + support[place] + _holds(title, place)
        for place, (_, score) in found.items()
        if support[place] >= FEWEST or score == COUNCIL
    }
    ranked = sorted((place for place in points if points[place] >= LEAST), key=lambda place: (-points[place], place))
    clear = ranked and all(points[other] * 2 <= points[ranked[0]] for other in ranked[1:])
    spelling = found[ranked[0]][0] if clear else None
    return spelling.title() if spelling and spelling.isupper() else spelling


def _is_local_name(mention: Mention) -> bool:
    named = mention.form in (MentionForm.NAME, MentionForm.ACRONYM)
    return named and mention.type is EntityType.BODY and mention.scope is not Scope.GENERIC


def _support(place: Key, names: Iterable[Key], places: Iterable[Key]) -> int:
    """Return how many names hold a place; a name that holds a longer place speaks for that one."""
    longer = [other for other in places if len(other) > len(place) and _holds(other, place)]
    return sum(_holds(name, place) and not any(_holds(name, other) for other in longer) for name in names)


def _holds(name: Key, place: Key) -> bool:
    return any(name[start : start + len(place)] == place for start in range(len(name) - len(place) + 1))


def _places(name: str, known: set[Key]) -> Iterator[tuple[str, int]]:
    """Yield each place that a name may hold, with what speaks for it besides the number of such names."""
    found = words(name)
    lists = resolution_words().authority
    tiers = [i for i, word in enumerate(found) if word.folded in {*lists.principal, *lists.parish, *lists.acronyms}]
    if tiers and found[-1].folded in {"council", *lists.acronyms} and _is_place(found[: tiers[0]], name):
        yield _spelling(name, found[: tiers[0]]), COUNCIL
    if (
        tiers
        and found[tiers[-1] + 1 :]
        and found[tiers[-1] + 1].folded == "of"
        and _is_place(found[tiers[-1] + 2 :], name)
    ):
        yield _spelling(name, found[tiers[-1] + 2 :]), COUNCIL
    for size in range(1, min(LONGEST_PLACE, len(found) - 1) + 1):
        rest = key(name[found[size].start :])
        if (
            rest in known
            and _is_place(found[:size], name)
            and not resolution_words().plain[EntityType.BODY].issuperset(rest)
        ):
            yield _spelling(name, found[:size]), SHORTENED
    if len(found) > 1 and _is_place(found[:1], name):
        yield _spelling(name, found[:1]), 0


def _is_place(found: tuple[Word, ...], name: str) -> bool:
    """Whether words may be a place's name: capitalised, no acronym, and one of them is not common."""
    if not found or len(found) > LONGEST_PLACE or found[0].small or found[-1].small:
        return False
    bare = [_bare(word) for word in found if not word.small]
    if any(not text.isalpha() or not text[0].isupper() or (acronym(text) and not name.isupper()) for text in bare):
        return False
    return any(word.folded not in _common() for word in found if not word.small)


@cache
def _common() -> frozenset[str]:
    """Return the words that names of bodies are made of."""
    lists = resolution_words()
    groups = (lists.distinguishing, lists.optional, lists.placeless, *lists.plain.values())
    council = lists.authority.principal | lists.authority.parish
    phrases = [" ".join(head) for head in lists.authority.heads]
    for name in ("bodies", "roles", "publications", "words"):
        phrases += [phrase for group in lexicon(name).lists.values() for phrase in group]
    return frozenset().union(council, *groups, *(key(phrase) for phrase in phrases))


def _spelling(name: str, found: tuple[Word, ...]) -> str:
    first, last = found[0], found[-1]
    return name[first.start : last.start] + _bare(last)


def _bare(word: Word) -> str:
    """Return a word without its possessive ending."""
    return word.raw.replace("’", "'").removesuffix("'s")
