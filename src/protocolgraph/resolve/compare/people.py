"""Comparers of people's names, with and without titles."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from protocolgraph.resolve.compare.base import NOTHING, Comparison
from protocolgraph.resolve.item import Item
from protocolgraph.vocab.resolution import resolution_words


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name, read: everything in lower case."""

    titles: frozenset[str]
    """Courtesy titles as written; an elected office under one word."""
    offices: frozenset[str]
    given: tuple[str, ...]
    surname: str

    @property
    def initials_only(self) -> bool:
        """Whether the given names are initials."""
        return bool(self.given) and all(len(name) == 1 for name in self.given)


@lru_cache(65_536)
def person(name: str) -> Person:
    """Return a person's name as titles, given names and surname."""
    lists = resolution_words().people
    courtesies = lists.masculine | lists.feminine | lists.neutral
    parts = [_plain(part) for part in re.split(r"[\s,]+|(?<=\w)\.(?=\w)", name)]
    parts = [part for part in parts if part]
    titles, offices = set(), set()
    while len(parts) > 1 and (parts[0] in courtesies or parts[0] in lists.office):
        title = parts.pop(0)
        titles.add(lists.office.get(title, title))
        offices |= {lists.office[title]} if title in lists.office else set()
    while len(parts) > 1 and parts[-1] in lists.after:
        parts.pop()
    return Person(frozenset(titles), frozenset(offices), tuple(parts[:-1]), parts[-1] if parts else "")


def _plain(part: str) -> str:
    plain = unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z-]", "", plain).strip("-")


def full_name(item: Item, head: Item) -> Comparison:
    """Same given names and surname."""
    one, two = person(item.name), person(head.name)
    if one.given and one.given == two.given and one.surname == two.surname:
        return Comparison(1.0, f"{item.name!r} and {head.name!r} are the same full name")
    return NOTHING


def short_name(item: Item, head: Item) -> Comparison:
    """Same surname, and a given name cut short, in one document: "Sue Ash" and "Susan Ash"."""
    one, two = person(item.name), person(head.name)
    if item.document != head.document or one.surname != two.surname or len(one.given) != 1 or len(two.given) != 1:
        return NOTHING
    short, (mine, other) = resolution_words().people.short, (one.given[0], two.given[0])
    if other in short.get(mine, ()) or mine in short.get(other, ()):
        return Comparison(1.0, f"{item.name!r} and {head.name!r} are a short and a full name, in the same document")
    return NOTHING


def initial(item: Item, head: Item) -> Comparison:
    """Same surname, and the initials of the same given names, in one document."""
    one, two = person(item.name), person(head.name)
    if item.document != head.document or one.surname != two.surname or not one.initials_only or not two.given:
        return NOTHING
    if len(one.given) <= len(two.given) and all(b.startswith(a) for a, b in zip(one.given, two.given, strict=False)):
        return Comparison(1.0, f"{item.name!r} has the initials of {head.name!r}, in the same document")
    return NOTHING


def titled_surname(item: Item, head: Item) -> Comparison:
    """A title and a surname: an elected office in any document of the area, another title in the same document.

    A list of councillors may give the office once and their initials: "Cllrs. J. Ash, B. Elm"; "Mrs" may tell, too.
    """
    one, two = person(item.name), person(head.name)
    if one.given or not one.titles or one.surname != two.surname:
        return NOTHING
    if one.offices & two.offices:
        return Comparison(1.0, f"{item.name!r} and {head.name!r} have the same office and surname")
    share = bool(one.titles & two.titles)
    if one.offices and (two.offices or not (two.initials_only or share)):
        return NOTHING
    if item.document == head.document:
        reason = f"{item.name!r} has the surname of {head.name!r}, in the same document"
        return Comparison(1.0 if share else 0.95, reason)
    return NOTHING


def bare_surname(item: Item, head: Item) -> Comparison:
    """A surname alone, in the same document."""
    one, two = person(item.name), person(head.name)
    if one.given or one.titles or one.surname != two.surname:
        return NOTHING
    if item.document == head.document:
        return Comparison(1.0, f"{item.name!r} is the surname of {head.name!r}, in the same document")
    return NOTHING


def other_person(item: Item, head: Item) -> str:
    """Their titles are a man's and a woman's, or their given names differ."""
    lists = resolution_words().people
    one, two = person(item.name), person(head.name)
    for mine, other in ((lists.masculine, lists.feminine), (lists.feminine, lists.masculine)):
        if one.titles & mine and two.titles & other:
            return f"{item.name!r} and {head.name!r} have titles of a man and of a woman"
    return ""
