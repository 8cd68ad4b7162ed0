"""Keys under which names are looked up, so that only names that may be one are compared.

Any item that a comparer can join to a head asks for a key under which the head is kept; the work grows with the
number of names, not of pairs. Some comparers look only within one document: `near`.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolgraph.model import EntityType
from protocolgraph.resolve.compare.authority import authority
from protocolgraph.resolve.compare.laws import law
from protocolgraph.resolve.compare.names import (
    core,
    ends,
    kind_key,
    kinds_at_end,
    plain_class,
    shorter,
    sortless,
    without_acronym,
    without_years,
)
from protocolgraph.resolve.compare.people import person
from protocolgraph.resolve.compare.posts import cuts, field, main_word
from protocolgraph.resolve.item import Item
from protocolgraph.resolve.names import acronym, initials, key, shortened
from protocolgraph.vocab.resolution import resolution_words

_LONGEST_SLIP = 80
"""Names longer than this are not looked at for slips."""


def kept_under(item: Item, *, near: bool) -> frozenset[str]:
    """Return the keys under which a head is kept."""
    found = {*_both(item, near=near), *(_short_forms(item) if near else ())}
    for name in _names(item):
        found |= {"=" + letters for letters in _initials(name)}
        if shortened(name):
            found |= {"short=" + letters for letters in _initials(name)}
    return frozenset(found)


def asked_for(item: Item, *, near: bool) -> frozenset[str]:
    """Return the keys under which the heads are kept that an item may join."""
    found = set(_both(item, near=near))
    for name in _names(item):
        found |= {"short=" + letters for letters in _initials(name)}
        if shortened(name):
            found |= {"=" + letters for letters in _initials(name)}
    if near and item.type is EntityType.ROLE:
        found.add("short " + " ".join(key(item.title)))
    if near and item.type is EntityType.BODY and key(item.title) in resolution_words().one_a_region:
        found.add("kind " + kind_key(key(item.title)))
    return frozenset(found)


def _names(item: Item) -> tuple[str, ...]:
    return () if item.type is EntityType.PERSON else (*shorter(item), *item.others)


def _initials(name: str) -> tuple[str, str]:
    return initials(name), initials(name, small=True)


def _both(item: Item, *, near: bool) -> Iterator[str]:
    if item.type is EntityType.PERSON:
        yield person(item.name).surname
        return
    for name in _names(item):
        yield " ".join(key(name))
        yield " ".join(sorted(key(name)))
    yield " ".join(core(item.title, item.area))
    if item.type is EntityType.LEGISLATION:
        yield "law " + " ".join(law(item.name).title[:2])
    if item.type is EntityType.BODY and authority(item.title, item.area):
        yield "authority"
    if item.type is EntityType.ROLE and item.owner is not None:
        yield f"post {item.owner} {key(item.title)[-1]}"
    if item.type is EntityType.ROLE:
        yield "field " + " ".join(field(key(item.title)))
    if near and item.generic and (of_all := plain_class(item)):
        yield "class " + " ".join(of_all)
    if near:
        yield from _slip_keys(item)
    if near and item.type in (EntityType.BODY, EntityType.ROLE, EntityType.PUBLICATION):
        yield "last " + key(item.title)[-1]


def _short_forms(item: Item) -> Iterator[str]:
    """The short forms of a name by which the same document may call it."""
    if item.type is EntityType.BODY:
        yield from (" ".join(end) for end in ends(item.title))
        yield from sortless(item.title)
        yield from ("kind " + kind for kind in kinds_at_end(item.title))
    if bare := without_acronym(item.title):
        yield " ".join(key(bare))
    if item.type is EntityType.PUBLICATION and (bare_title := without_years(item.title)):
        yield " ".join(bare_title)
    if item.type is EntityType.ROLE:
        yield from ("short " + " ".join(key(cut)) for cut in cuts(item.title))
        yield "short " + main_word(item.title)


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
