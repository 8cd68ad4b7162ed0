"""Comparers of laws and statutory guidance: by title and year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from protocolgraph.resolve.compare.base import NOTHING, Comparison
from protocolgraph.resolve.item import Item
from protocolgraph.resolve.names import key
from protocolgraph.vocab.lexicon import lexicon
from protocolgraph.vocab.resolution import resolution_words

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_SUBTITLE = re.compile(r"\s*(?::| [-–—] ).*$")
_ACRONYM_TAIL = re.compile(r"\s*\([A-Z][A-Za-z]+\)")


@dataclass(frozen=True, slots=True)
class Law:
    """A law's name, read."""

    title: tuple[str, ...]
    """Its words without year, subtitle and what surrounds it; the full title where the lexicon knows it."""
    years: frozenset[str]


@lru_cache(65_536)
def law(name: str) -> Law:
    """Return a law's name as title and years."""
    lists = resolution_words().legislation
    bare = lists.after.sub("", lists.before.sub("", name)).strip(" ,;()") or name
    years = frozenset(_YEAR.findall(bare)) or frozenset(_YEAR.findall(name))
    short = _ACRONYM_TAIL.sub("", _YEAR.sub(" ", _SUBTITLE.sub("", bare)))
    title = key(short) or key(name)
    return Law(_full_titles().get(title, title), years)


@cache
def _full_titles() -> dict[tuple[str, ...], tuple[str, ...]]:
    known = lexicon("legislation")
    pairs = [
        (short, full) for group in ("guidance", "unnamed") for full, all_ in known[group].items() for short in all_
    ]
    return {key(short): key(full) for short, full in pairs}


def same_law(item: Item, head: Item) -> Comparison:
    """Same title and same year."""
    if law(item.name) == law(head.name):
        return Comparison(1.0, f"{item.name!r} and {head.name!r} have the same title and year")
    return NOTHING


def first_words(item: Item, head: Item) -> Comparison:
    """The first words of a title of the same year: "Working Together 2013" of "Working Together to ... (2013)"."""
    one, two = law(item.name), law(head.name)
    size = len(one.title)
    if not one.years or one.years != two.years or not 1 < size < len(two.title) or two.title[:size] != one.title:
        return NOTHING
    after = re.split(r"\s+", head.name.strip())
    cuts = resolution_words().legislation.cut_before
    if any(word.lower() in cuts and key(" ".join(after[:i])) == one.title for i, word in enumerate(after)):
        return Comparison(1.0, f"{item.name!r} is the beginning of {head.name!r}, of the same year")
    return NOTHING


def without_year(item: Item, head: Item) -> Comparison:
    """Same title, in one without a year, in the same document."""
    one, two = law(item.name), law(head.name)
    if item.document == head.document and one.title == two.title and bool(one.years) != bool(two.years):
        return Comparison(1.0, f"{item.name!r} is {head.name!r} without its year, in the same document")
    return NOTHING


def other_year(item: Item, head: Item) -> str:
    """They are of different years."""
    one, two = law(item.name), law(head.name)
    if one.years and two.years and one.years != two.years:
        return f"they are of {', '.join(sorted(one.years))} and of {', '.join(sorted(two.years))}"
    return ""
