"""Whether two names mean the same: the comparers' scores, weighed in one table.

The best weighted score decides, if nothing speaks against it. What a document itself defines outranks the words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from protocolgraph.model import EntityType
from protocolgraph.resolve.compare.authority import authority, local_authority
from protocolgraph.resolve.compare.base import Comparer, Veto
from protocolgraph.resolve.compare.laws import first_words, law, other_year, same_law, without_year
from protocolgraph.resolve.compare.names import (
    abbreviation,
    after_acronym,
    area_name,
    cut_paper,
    cut_short,
    defined,
    regional_kind,
    reordered,
    same_class,
    same_name,
    slip,
    undated,
    without_optional,
    without_place,
    without_sort,
    without_years,
)
from protocolgraph.resolve.compare.people import (
    bare_surname,
    full_name,
    initial,
    other_person,
    person,
    short_name,
    titled_surname,
)
from protocolgraph.resolve.compare.posts import cut_title, described, last_word, same_field
from protocolgraph.resolve.compare.vetoes import other_maker, other_owner, other_sender
from protocolgraph.resolve.item import Item
from protocolgraph.resolve.names import acronym, key
from protocolgraph.vocab.resolution import resolution_words

THRESHOLD = 0.7
"""Least weighted score at which two names are one."""

_WORDS: tuple[tuple[Comparer, float], ...] = (
    (same_name, 1.0),
    (defined, 0.98),
    (area_name, 0.95),
    (abbreviation, 0.85),
    (reordered, 0.8),
    (slip, 0.75),
    (after_acronym, 0.8),
)
WEIGHTS: Mapping[EntityType, tuple[tuple[Comparer, float], ...]] = {
    EntityType.BODY: (
        *_WORDS,
        (local_authority, 0.9),
        (without_optional, 0.8),
        (without_place, 0.72),
        (regional_kind, 0.75),
        (cut_short, 0.71),
        (without_sort, 0.71),
        (same_class, 0.72),
    ),
    EntityType.ROLE: (
        *_WORDS,
        (described, 0.8),
        (cut_title, 0.78),
        (last_word, 0.75),
        (same_field, 0.75),
        (cut_short, 0.71),
    ),
    EntityType.PUBLICATION: (*_WORDS, (undated, 0.75), (cut_paper, 0.71)),
    EntityType.PERSON: (
        (full_name, 1.0),
        (titled_surname, 0.85),
        (short_name, 0.82),
        (initial, 0.8),
        (bare_surname, 0.8),
    ),
    EntityType.LEGISLATION: (
        (same_law, 1.0),
        (defined, 0.98),
        (first_words, 0.9),
        (abbreviation, 0.85),
        (without_year, 0.8),
    ),
}
"""What speaks for two names of a type being one, and how much."""
VETOES: Mapping[EntityType, tuple[Veto, ...]] = {
    EntityType.BODY: (other_owner,),
    EntityType.ROLE: (other_owner, other_sender),
    EntityType.PUBLICATION: (other_maker,),
    EntityType.PERSON: (other_person,),
    EntityType.LEGISLATION: (other_year,),
}
"""What keeps names of a type apart, whatever else speaks for them."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How sure it is that two names are one, and why; a score below `THRESHOLD` is a no."""

    score: float
    reason: str
    slip: bool = False
    """Whether the item is a slip of the pen for the head."""


def judge(item: Item, head: Item) -> Verdict:
    """Return whether an item and the head of a cluster, of the same type, are one entity, and why."""
    best = Verdict(0.0, f"nothing says that {item.name!r} is {head.name!r}")
    for comparer, weight in WEIGHTS[item.type]:
        found = comparer(item, head)
        if found.score * weight > best.score:
            best = Verdict(found.score * weight, found.reason, slip=comparer is slip)
    if best.score:
        for veto in VETOES[item.type]:
            if against := veto(item, head):
                return Verdict(0.0, against)
    return best


def fullness(item: Item) -> tuple[object, ...]:
    """Return a key that sorts the names by which clusters begin, the fullest first."""
    return (*_rank(item), -len(item.title), -item.count, item.title, item.document, item.forms)


def _rank(item: Item) -> tuple[int, ...]:
    if item.type is EntityType.PERSON:
        found = person(item.name)
        return (-bool(found.given), found.initials_only, -len(found.given), -len(found.titles))
    if item.type is EntityType.LEGISLATION:
        return (-bool(law(item.name).years), -len(law(item.name).title))
    council = authority(item.title, item.area)
    named = council is not None and council.named
    words = key(item.title)
    poor = (words in resolution_words().one_a_region, acronym(item.title) is not None, not item.odd.isdisjoint(words))
    undated = item.type is EntityType.PUBLICATION and not without_years(item.title)
    return (undated, item.owner is None, not named, *poor, -len(words))
