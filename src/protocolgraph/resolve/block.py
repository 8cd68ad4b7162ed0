"""Keys under which names are looked up, so that only names that may be one are compared.

Any two items that a comparer can join share a key; the work grows with the number of names, not of pairs.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolgraph.model import EntityType
from protocolgraph.resolve.compare.authority import authority
from protocolgraph.resolve.compare.laws import law
from protocolgraph.resolve.compare.names import core, shorter
from protocolgraph.resolve.compare.people import person
from protocolgraph.resolve.item import Item
from protocolgraph.resolve.names import acronym, initials, key, words

_LONGEST_SLIP = 80
"""Names longer than this are not looked at for slips."""


def block_keys(item: Item, *, slips: bool) -> frozenset[str]:
    """Return the keys of an item; those for slips of the pen only among the names of one document."""
    if item.type is EntityType.PERSON:
        return frozenset({person(item.name).surname})
    found = set(_keys(item))
    if slips:
        found.update(_slip_keys(item))
    return frozenset(found)


def _keys(item: Item) -> Iterator[str]:
    for name in (*shorter(item), *item.others):
        yield " ".join(key(name))
        yield " ".join(sorted(key(name)))
        yield "=" + initials(name)
        yield "=" + initials(name, small=True)
    yield " ".join(core(item.title, item.area))
    yield from _special(item)


def _special(item: Item) -> Iterator[str]:
    if item.type is EntityType.LEGISLATION:
        yield "law " + " ".join(law(item.name).title[:2])
    if item.type is EntityType.BODY and authority(item.title, item.area):
        yield "authority"
    if item.type is EntityType.ROLE:
        yield from (f"post {word}" for word in _heads(item.title))
    if item.type is EntityType.BODY:
        yield "kind " + key(item.title)[-1]


def _heads(title: str) -> Iterator[str]:
    """Return the first word of a title and those that may be its head: before "of", "for", a bracket or comma."""
    found = words(title)
    yield key(title)[0]
    for place, word in enumerate(found):
        last = place + 1 == len(found)
        if not word.small and (last or found[place + 1].small or title[word.end : found[place + 1].start] != " "):
            yield word.folded


def _slip_keys(item: Item) -> Iterator[str]:
    """All that a name becomes when it loses one letter: two names with one slip between them share one of these."""
    whole = " ".join(key(item.title))
    wanted = {whole} if len(whole) <= _LONGEST_SLIP else set()
    for name in (*shorter(item), *item.others):
        letters = acronym(name)
        wanted.add("=" + (letters.lower() if letters else initials(name)))
    for text in wanted:
        yield "~" + text
        for place in range(text.startswith("="), len(text)):
            yield "~" + text[:place] + text[place + 1 :]
