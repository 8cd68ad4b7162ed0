"""The local authority of an area under its names: "the Council", "Northwick Borough Council", "Local Authority"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from protocolgraph.resolve.compare.base import NOTHING, Comparison
from protocolgraph.resolve.item import Item
from protocolgraph.resolve.names import key
from protocolgraph.vocab.resolution import resolution_words


@dataclass(frozen=True, slots=True)
class Authority:
    """A name of a local authority, read."""

    named: bool
    """Whether the area's name is in it."""
    tiers: frozenset[str]
    """"borough", "county", "parish" ..."""
    parish: bool | None
    """None if the name does not say."""


@lru_cache(65_536)
def authority(name: str, area: str | None) -> Authority | None:
    """Return how a name names the local authority of this area; None if it does not."""
    if area is None:
        return None
    lists, place = resolution_words().authority, key(area)
    found = [word for part in key(name) for word in lists.acronyms.get(part, (part,))]
    named = _without(found, place)
    tiers = frozenset(word for word in found if word in lists.principal | lists.parish)
    rest = tuple(word for word in found if word not in tiers)
    if rest in lists.heads or (not rest and named and tiers - {"city", "county"}):
        principal = rest in lists.principal_heads or bool(tiers & lists.principal)
        parish = bool(tiers & lists.parish)
        return Authority(named, tiers, False if principal else True if parish else None)
    return None


def is_principal(name: str, area: str) -> bool:
    """Whether a name is that of the area's local authority and not of a parish."""
    found = authority(name, area)
    return found is not None and not found.parish


def _without(found: list[str], place: tuple[str, ...]) -> bool:
    """Take the words of the area's name out of a list; return whether they stood in it."""
    size = len(place)
    for start in range(len(found) - size + 1):
        if tuple(found[start : start + size]) == place:
            del found[start : start + size]
            return True
    return False


def local_authority(item: Item, head: Item) -> Comparison:
    """Both are names of the area's local authority, and do not name different tiers."""
    one, two = authority(item.title, item.area), authority(head.title, head.area)
    if one is None or two is None or item.generic or head.generic:
        return NOTHING
    other_tier = not (one.tiers <= two.tiers or two.tiers <= one.tiers)
    other_kind = one.parish is not None and two.parish is not None and one.parish != two.parish
    if other_tier or other_kind:
        return NOTHING
    score = 0.9 if one.parish or two.parish else 1.0
    return Comparison(score, f"{item.title!r} and {head.title!r} are the local authority of {item.area}")
