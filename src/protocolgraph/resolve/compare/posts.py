"""Comparers of the titles of posts."""

from __future__ import annotations

from protocolgraph.resolve.compare.base import NOTHING, Comparison
from protocolgraph.resolve.item import Item
from protocolgraph.resolve.names import key
from protocolgraph.vocab.resolution import resolution_words


def described(item: Item, head: Item) -> Comparison:
    """The same post of the same body, in one with a word that only describes it: "Chair", "Independent Chair"."""
    one, two = key(item.title), key(head.title)
    describing = resolution_words().describing.get(one[-1] if one else "", frozenset())
    if item.owner is None or item.owner != head.owner or one == two or not describing:
        return NOTHING
    if _bare(one, describing) == _bare(two, describing):
        return Comparison(1.0, f"a body has one {one[-1]}: {item.title!r} and {head.title!r} are that of the same body")
    return NOTHING


def _bare(found: tuple[str, ...], describing: frozenset[str]) -> tuple[str, ...]:
    return tuple(word for word in found if word not in describing)
