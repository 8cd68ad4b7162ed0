"""The area that a document is about, where nothing else says it: the place in the names of its local bodies."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from protocolgraph.model import EntityType, Extraction, Mention, MentionForm, Scope
from protocolgraph.resolve.forms import clean_name
from protocolgraph.resolve.names import Word, acronym, key, words
from protocolgraph.text.normalise import name_key
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
SHARE = 0.04
"""Share of a document's names of bodies that hold the place that it is about, if its title does not."""
SHORTEST = 4
"""Letters that a place shares with what it is called for short."""
Key = tuple[str, ...]
_SMALL = re.compile(r"\b[a-z][a-z'’]+\b")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class FoundArea:
    """A place, and what tells it."""

    name: str
    mentions: tuple[int, ...]
    """Mentions of the bodies whose names hold it, one of each name, as the document has them."""
    council: bool
    """Whether a council is called by it."""


def find_area(extraction: Extraction, text: str = "", *, known: Collection[str] = ()) -> FoundArea | None:
    """Return the place that most names of local bodies in a document hold; None unless one is clear.

    A place is known by a council's name ("Northwick Borough Council", "London Borough of Northwick"); one that is
    known anyway also by a name that the document uses without it, too ("Northwick Parenting Panel", "Parenting
    Panel"), or by being the first word of several names. A word that the document also writes in small letters is
    no place, unless a council is called by it: "bath", and "Reading".

    Args:
        extraction: what was read in the document; its bodies and its title count.
        text: the document's text.
        known: names of places, as `name_key` folds them.

    """
    names = sorted({clean_name(mention.name) for mention in extraction.mentions if _is_local_name(mention)})
    title = key(extraction.title or "")
    found = {
        place: (spelt, score)
        for place, (spelt, score) in _candidates(names, text).items()
        if score == COUNCIL or name_key(spelt) in known
    }
    held = {key(name) for name in names}
    support = {place: _support(place, held, found) for place in found}
    points = {
        place: score + support[place] + _holds(title, place)
        for place, (_, score) in found.items()
        if support[place] >= FEWEST or score == COUNCIL
    }
    ranked = sorted((place for place in points if points[place] >= LEAST), key=lambda place: (-points[place], place))
    if not ranked:
        return None
    wholes = [place for place in ranked if _is_part(ranked[0], place) and points[place] * 2 > points[ranked[0]]]
    best = max(wholes, key=lambda place: len(" ".join(place)))
    rivals = [place for place in ranked if not _is_part(place, best)]
    if not _is_of_weight(best, held, title) or any(points[other] * 2 > points[best] for other in rivals):
        return None
    spelling, score = found[best]
    tells = tuple(_mentions_of(extraction, best))
    return FoundArea(spelling.title() if spelling.isupper() else spelling, tells, score == COUNCIL)


def _candidates(names: Sequence[str], text: str) -> dict[Key, tuple[str, int]]:
    """Return each place that the names may hold: how it is spelt, and its points."""
    known = {key(name) for name in names}
    small = set(_SMALL.findall(text))
    found: dict[Key, tuple[str, int]] = {}
    for name in names:
        for place, score in _places(name, known):
            if score < COUNCIL and any(word.lower() in small for word in _WORD.findall(place)):
                continue
            spelt, before = found.get(key(place), (place, 0))
            found[key(place)] = (place if spelt.isupper() else spelt, max(before, score))
    return found


def _is_of_weight(place: Key, names: Collection[Key], title: Key) -> bool:
    """Whether the document is about a place, and does not only name it among many others."""
    held = sum(_holds(name, place) for name in names)
    return held >= SHARE * len(names) or _holds(title, place)


def _is_part(place: Key, whole: Key) -> bool:
    """Whether a place is only a shorter word for another: "Sussex" in "West Sussex", "Herts" for "Hertfordshire"."""
    return _holds(whole, place) or (len(place) == len(whole) == 1 and whole[0].startswith(place[0][:SHORTEST]))


def _mentions_of(extraction: Extraction, place: Key) -> Iterator[int]:
    """Yield the first mention of each name that holds a place."""
    seen: set[str] = set()
    for number, mention in enumerate(extraction.mentions):
        name = clean_name(mention.name)
        if _is_local_name(mention) and mention.spans and name not in seen and _holds(key(mention.text), place):
            seen.add(name)
            yield number


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
