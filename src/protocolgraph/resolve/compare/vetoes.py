"""What keeps two names apart, however alike they are."""

from __future__ import annotations

from protocolgraph.resolve.item import Item
from protocolgraph.resolve.names import key

_SPEAKING = frozenset({"representative", "nominee", "delegate"})
"""Who are as many as the bodies that send them."""


def other_owner(item: Item, head: Item) -> str:
    """They belong to different bodies, or one is a plain name of another document whose owner is not known."""
    if item.owner is not None and head.owner is not None:
        return "" if item.owner == head.owner else f"{item.title!r} and {head.title!r} belong to different bodies"
    if item.document == head.document or not (item.plain or head.plain):
        return ""
    return f"nothing says to whom {item.title!r} or {head.title!r} belongs"


def other_maker(item: Item, head: Item) -> str:
    """Papers of different bodies; not of one name that tells which it is, of which a document speaks twice."""
    told = item.document == head.document and not item.plain and key(item.name) == key(head.name)
    return "" if told else other_owner(item, head)


def other_sender(item: Item, head: Item) -> str:
    """One of them is said to be sent by a body, the other may be sent by anybody: "or their representative"."""
    title = key(item.title)
    if (item.owner is None) == (head.owner is None) or not title or title[-1] not in _SPEAKING:
        return ""
    return f"nothing says who sends {item.title!r} or {head.title!r}"
