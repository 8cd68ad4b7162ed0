"""What keeps two names apart, however alike they are."""

from __future__ import annotations

from protocolgraph.resolve.item import Item
from protocolgraph.resolve.names import acronym, is_plural, key
from protocolgraph.vocab.resolution import resolution_words


def other_owner(item: Item, head: Item) -> str:
    """They belong to different bodies, or one is a plain name of another document whose owner is not known."""
    if item.owner is not None and head.owner is not None:
        return "" if item.owner == head.owner else f"{item.title!r} and {head.title!r} belong to different bodies"
    if item.document == head.document or not (item.plain or head.plain):
        return ""
    return f"nothing says to whom {item.title!r} or {head.title!r} belongs"


def one_or_many(item: Item, head: Item) -> str:
    """One is the plural of what there is one of: "LSCBs" are not the local LSCB."""
    if item.generic or is_plural(item.title) == is_plural(head.title):
        return ""
    many = item.title if is_plural(item.title) else head.title
    single = acronym(many) is not None or key(many)[-1] in resolution_words().single
    return f"{many!r} are several" if single else ""
