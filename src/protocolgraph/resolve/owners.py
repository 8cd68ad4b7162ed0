"""Names of posts, publications and groups that belong to a body, taken apart: title and owner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from protocolgraph.model import EntityType
from protocolgraph.resolve.compare.authority import authority
from protocolgraph.resolve.compare.names import sortless
from protocolgraph.resolve.names import Word, acronym, key, words
from protocolgraph.vocab.resolution import resolution_words

Key = tuple[str, ...]
_NAMED_BY = frozenset({"of", "for"})


@dataclass(frozen=True, slots=True)
class Owned:
    """A name, taken apart."""

    title: str
    """The name without its owner's; the whole name where that is its title."""
    owner: int | None
    plain: bool
    """Whether many bodies have one of that title."""


Bodies = Mapping[Key, int]
"""The bodies that a document mentions: the key of each of their names to the body's number."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a name may be taken apart by."""

    bodies: Bodies
    """Bodies that may stand inside it as its owner."""
    known: frozenset[Key]
    """Keys of all names of bodies in the same document."""
    area: str | None


def take_apart(
    name: str, type: EntityType, around: Surroundings, *, owner: int | None = None, owner_names: Iterable[str] = ()
) -> Owned:
    """Return title and owner of a name.

    What the name itself says outranks what was read beside it: "Leader of the Council" is the Council's.

    Args:
        name: as the document has it.
        type: of what bears the name.
        around: what it may be taken apart by.
        owner: number of the body that the document gives as its owner, if it gives one.
        owner_names: all names of that body.

    """
    if type not in (EntityType.BODY, EntityType.ROLE, EntityType.PUBLICATION):
        return Owned(name, None, plain=False)
    inside = None
    if owner is not None:
        inside = _inside(name, type, owner, owner_names) or _called_by_kind(name, type, owner, owner_names)
    found = inside or _inferred(name, type, around)
    if found is not None:
        return found
    if owner is not None:
        return _beside(name, type, owner)
    return Owned(_ordered(name, type), None, plain=is_plain(name, type))


def is_plain(name: str, type: EntityType) -> bool:
    """Whether many bodies have one of this name: every word of it is common, or a number."""
    plain = resolution_words().plain.get(type, frozenset())
    return all(word in plain or word[0].isdigit() for word in key(name))


def is_dependent(name: str) -> bool:
    """Whether a body's name says that it belongs to another body ("Performance Sub-Group")."""
    return is_plain(name, EntityType.BODY) or not resolution_words().dependent.isdisjoint(key(name))


def _inside(name: str, type: EntityType, owner: int, owner_names: Iterable[str]) -> Owned | None:
    """Return title and owner of a name in which the given owner's stands; None if it does not."""
    found = _long_words(name)
    for start, end in _places(found, sorted({key(n) for n in owner_names}, key=lambda k: (-len(k), k))):
        title = _cut(name, found, start, end)
        if title and _runs(name, found, start, end, type):
            return Owned(name, None, plain=False)
        if title:
            return Owned(_ordered(title, type), owner, is_plain(title, type))
    return None


def _called_by_kind(name: str, type: EntityType, owner: int, owner_names: Iterable[str]) -> Owned | None:
    """Return title and owner of a plain post "of the Council", where a council's own name ends in that word."""
    title, of, kind = name.lower().partition(" of the ")
    ends = {key(other)[-1:] for other in owner_names}
    if type is not EntityType.ROLE or not of or key(kind) not in ends or not is_plain(title, type):
        return None
    return Owned(name[: len(title)], owner, plain=True)


def _beside(name: str, type: EntityType, owner: int) -> Owned:
    """Return title and owner of a name beside which its owner stands ("the Board's Annual Report")."""
    title = _ordered(_without_reference(name, _long_words(name), type), type)
    plain = is_plain(title, type)
    telling = type is EntityType.ROLE and not plain and not _NAMED_BY.isdisjoint(name.lower().split())
    if telling or (type is EntityType.BODY and not is_dependent(name)):
        return Owned(title, None, plain)
    return Owned(title, owner, plain)


def _without_reference(name: str, found: list[Word], type: EntityType) -> str:
    """Return a post's title without words for the owner that say nothing of it: "of the Board", "Board" members."""
    if type is EntityType.ROLE and len(found) == 2 and found[1].folded == "member":
        of_one = found[0].folded == "council" or is_plain(found[0].raw, EntityType.BODY)
        return name[found[1].start :] if of_one else name
    for start in range(1, len(found)):
        between = name[found[start - 1].end : found[start].start].lower().split()
        rest = name[found[start].start :]
        if type is EntityType.ROLE and "of" in between and is_plain(rest, EntityType.BODY):
            return name[: found[start - 1].end]
    return name


def _inferred(name: str, type: EntityType, around: Surroundings) -> Owned | None:
    """Return title and owner of a name that begins or ends with a known body's, the rest being a title by itself.

    Such a title is plain, or the document uses it alone: "Council Licensing Board", "Licensing Board".
    """
    found = _long_words(name)
    folded = tuple(word.folded for word in found)
    for size in range(len(found) - 1, 0, -1):
        for start, end in ((0, size), (len(found) - size, len(found))):
            owner = around.bodies.get(folded[start:end])
            council = start == 0 and type is EntityType.BODY and authority(name[: found[end - 1].end], around.area)
            title = _cut(name, found, start, end) if owner is not None or council else ""
            if not title or _runs(name, found, start, end, type) or not _stands_apart(name, found, start, end):
                continue
            if type is EntityType.BODY and " ".join(folded[start:end]) in sortless(name):
                continue  # the sub-group "Learning and Review" is called "Learning and Review Subgroup", too
            if is_plain(title, type) and owner is not None:
                return Owned(_ordered(title, type), owner, plain=True)
            alone = key(title) in around.known and not is_plain(title, type) and not authority(title, around.area)
            if type is EntityType.BODY and start == 0 and alone:
                return Owned(title, None if council else owner, plain=False)
    return None


def _stands_apart(name: str, found: list[Word], start: int, end: int) -> bool:
    """Whether words inside a name are another name: several, an acronym, "Council", or joined to the rest by more
    than a space. The "Chief Executive" is not the chief of the Executive.
    """
    if end - start > 1 or acronym(found[start].raw) or (found[start].folded,) in resolution_words().authority.heads:
        return True
    left = name[found[start - 1].end : found[start].start] if start else ""
    right = name[found[end - 1].end : found[end].start] if end < len(found) else ""
    return bool(left.strip() or right.strip()) or found[start].raw.endswith(("'s", "’s"))


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
        if found[start - 1].folded == "member" and "of" in between:
            return False  # whose member somebody is, and not what a "Cabinet Member for" runs
        return found[start - 1].folded in runs and (not between or not _NAMED_BY.isdisjoint(between))
    if start or len(found) - end != 1 or (found[end].folded == "member" and name.endswith("s")):
        return False
    return found[end].folded in runs


def _ordered(title: str, type: EntityType) -> str:
    """Return a publication's title with the year that it begins with after it: "Annual Report 2012-13"."""
    found = _long_words(title)
    if type is EntityType.PUBLICATION and len(found) > 1 and found[0].folded[0].isdigit():
        return f"{title[found[1].start :]} {title[found[0].start : found[0].end]}"
    return title
