"""Names of posts, publications and groups that belong to a body, taken apart: title and owner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from protocolgraph.model import EntityType
from protocolgraph.resolve.names import Word, key, words
from protocolgraph.vocab.resolution import resolution_words

_NAMED_BY = frozenset({"of", "for"})


@dataclass(frozen=True, slots=True)
class Owned:
    """A name, taken apart."""

    title: str
    """The name without its owner's; the whole name where that is its title."""
    owner: int | None
    plain: bool
    """Whether many bodies have one of that title."""


Bodies = Mapping[tuple[str, ...], int]
"""The bodies that a document mentions: the key of each of their names to the body's number."""


def take_apart(name: str, type: EntityType, *, owner: int | None, owner_names: Iterable[str], bodies: Bodies) -> Owned:
    """Return title and owner of a name.

    Args:
        name: as the document has it.
        type: of what bears the name.
        owner: number of the body that the document gives as its owner, if it gives one.
        owner_names: all names of that body.
        bodies: what else may stand inside the name as its owner.

    """
    if type not in (EntityType.BODY, EntityType.ROLE, EntityType.PUBLICATION):
        return Owned(name, None, plain=False)
    if owner is not None:
        return _given(name, type, owner, owner_names)
    return _inferred(name, type, bodies) or Owned(_ordered(name, type), None, plain=is_plain(name, type))


def is_plain(name: str, type: EntityType) -> bool:
    """Whether many bodies have one of this name: every word of it is common, or a number."""
    plain = resolution_words().plain.get(type, frozenset())
    return all(word in plain or word[0].isdigit() for word in key(name))


def is_dependent(name: str) -> bool:
    """Whether a body's name says that it belongs to another body ("Performance Sub-Group")."""
    return is_plain(name, EntityType.BODY) or not resolution_words().dependent.isdisjoint(key(name))


def _given(name: str, type: EntityType, owner: int, owner_names: Iterable[str]) -> Owned:
    found = _long_words(name)
    for place in _places(found, sorted({key(n) for n in owner_names}, key=lambda k: (-len(k), k))):
        title = _cut(name, found, *place)
        if title and _runs(name, found, *place, type):
            return Owned(name, None, plain=False)
        if title:
            return Owned(_ordered(title, type), owner, is_plain(title, type))
    title = _ordered(_without_reference(name, found, type), type)
    plain = is_plain(title, type)
    if type is EntityType.BODY and not is_dependent(name):
        return Owned(title, None, plain)
    if type is EntityType.ROLE and not plain and not _NAMED_BY.isdisjoint(name.lower().split()):
        return Owned(title, None, plain=False)
    return Owned(title, owner, plain)


def _without_reference(name: str, found: list[Word], type: EntityType) -> str:
    """Return a post's title without "of the Board", "of the Panel": words for the owner that say nothing of it."""
    for start in range(1, len(found)):
        between = name[found[start - 1].end : found[start].start].lower().split()
        rest = name[found[start].start :]
        if type is EntityType.ROLE and "of" in between and is_plain(rest, EntityType.BODY):
            return name[: found[start - 1].end]
    return name


def _inferred(name: str, type: EntityType, bodies: Bodies) -> Owned | None:
    """Return title and owner of a name that begins or ends with a known body's, the rest being a plain title."""
    found = _long_words(name)
    folded = tuple(word.folded for word in found)
    for size in range(len(found) - 1, 0, -1):
        for start, end in ((0, size), (len(found) - size, len(found))):
            owner = bodies.get(folded[start:end])
            title = _cut(name, found, start, end) if owner is not None else ""
            if title and is_plain(title, type) and not _runs(name, found, start, end, type):
                return Owned(_ordered(title, type), owner, plain=True)
    return None


def _long_words(name: str) -> list[Word]:
    return [word for word in words(name) if not word.small] or list(words(name))


def _places(found: list[Word], owners: list[tuple[str, ...]]) -> Iterable[tuple[int, int]]:
    folded = tuple(word.folded for word in found)
    for wanted in owners:
        for start in range(len(folded) - len(wanted) + 1):
            if wanted and folded[start : start + len(wanted)] == wanted:
                yield start, start + len(wanted)


def _cut(name: str, found: list[Word], start: int, end: int) -> str:
    """Return the name without its words from `start` to `end` and without what joined them to the rest."""
    before = name[: found[start - 1].end] if start else ""
    after = name[found[end].start :] if end < len(found) else ""
    return " ".join(part for part in (before.strip(), after.strip(" )")) if part)


def _runs(name: str, found: list[Word], start: int, end: int, type: EntityType) -> bool:
    """Whether a post is named by what it runs: "Director of Children's Services", "Cabinet Member"."""
    if type is not EntityType.ROLE:
        return False
    runs = resolution_words().runs
    if start and end == len(found):
        between = name[found[start - 1].end : found[start].start].split()
        return found[start - 1].folded in runs and not _NAMED_BY.isdisjoint(between)
    return start == 0 and len(found) - end == 1 and found[end].folded in runs


def _ordered(title: str, type: EntityType) -> str:
    """Return a publication's title with the year that it begins with after it: "Annual Report 2012-13"."""
    found = _long_words(title)
    if type is EntityType.PUBLICATION and len(found) > 1 and found[0].folded[0].isdigit():
        return f"{title[found[1].start :]} {title[found[0].start : found[0].end]}"
    return title
