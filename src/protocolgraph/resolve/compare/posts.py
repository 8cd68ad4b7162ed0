"""Comparers of the titles of posts."""

from __future__ import annotations

from itertools import pairwise

from protocolgraph.model import EntityType
from protocolgraph.resolve.compare.base import NOTHING, Comparison
from protocolgraph.resolve.item import Item
from protocolgraph.resolve.names import key, words
from protocolgraph.vocab.lexicon import lexicon
from protocolgraph.vocab.resolution import resolution_words

FEWEST_OF_FIELD = 4
"""Words that a title needs to be known without one that goes along with another."""
_CUTS = frozenset({"of", "for"})


def described(item: Item, head: Item) -> Comparison:
    """The same post of the same body, in one with a word that only describes it: "Chair", "Independent Chair"."""
    one, two = key(item.title), key(head.title)
    describing = resolution_words().describing.get(one[-1] if one else "", frozenset())
    if item.owner is None or item.owner != head.owner or one == two or not describing:
        return NOTHING
    if _bare(one, describing) == _bare(two, describing):
        return Comparison(1.0, f"a body has one {one[-1]}: {item.title!r} and {head.title!r} are that of the same body")
    return NOTHING


def same_field(item: Item, head: Item) -> Comparison:
    """The same post of an area for the same field of work, one with a word that only goes along with another."""
    one, two = key(item.title), key(head.title)
    here = item.document == head.document or (item.area is not None and item.area == head.area)
    if here and one != two and len(field(one)) >= FEWEST_OF_FIELD and field(one) == field(two):
        return Comparison(1.0, f"{item.title!r} and {head.title!r} differ only in a word that goes along with another")
    return NOTHING


def field(found: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a title without those that only go along with others of them."""
    beside = resolution_words().beside
    return tuple(word for word in found if beside.get(word, frozenset()).isdisjoint(found))


def cut_title(item: Item, head: Item) -> Comparison:
    """A title without what follows "of", "for" or a comma, in the same document: "Acting Director for Families"."""
    if item.document == head.document and key(item.title) in {key(cut) for cut in cuts(head.title)}:
        return Comparison(1.0, f"{item.title!r} is {head.title!r} cut short, and the only one in the document")
    return NOTHING


def last_word(item: Item, head: Item) -> Comparison:
    """The last word of a title, in the same document: "the Headteacher" of a "Virtual School Headteacher".

    A class is none of the narrower ones: "officials" of one body are not those of another.
    """
    one, two = key(item.title), _main(head.title)
    if item.document != head.document or len(one) != 1 or len(two) < 2 or one[0] != two[-1]:
        return NOTHING
    if item.generic and head.generic:
        return NOTHING
    if resolution_words().distinguishing.isdisjoint(two):
        return Comparison(1.0, f"{item.title!r} is short for {head.title!r}, the only one in the document")
    return NOTHING


def cuts(title: str) -> list[str]:
    """Return what is left of a title that is cut before "of", "for", a comma, a bracket or its bare field of work."""
    found = []
    lists = resolution_words()
    plain = lists.plain.get(EntityType.ROLE, frozenset())
    whole = next((len(whole) for whole in lexicon("roles")["whole"] if title.lower().startswith(whole)), 0)
    for before, after in pairwise(words(title)):
        if before.end < whole:
            continue
        between = title[before.end : after.start]
        if (
            (after.small and after.folded in _CUTS)
            or "," in between
            or "(" in between
            or (before.folded in lists.runs and after.folded not in plain)
        ):
            found.append(title[: before.end])
    return found


def main_word(title: str) -> str:
    """Return the last word of a title before "of", "for", a comma or a bracket."""
    return _main(title)[-1]


def _main(title: str) -> tuple[str, ...]:
    return key((cuts(title) or [title])[0]) or key(title)


def _bare(found: tuple[str, ...], describing: frozenset[str]) -> tuple[str, ...]:
    return tuple(word for word in found if word not in describing)
