"""Finds in the reference data: a law by how it is cited, a kind by a body's name, the duties of a kind."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TypeVar

from protocolgraph.reference.load import (
    body_kinds,
    combined_authorities,
    laws,
    local_authorities,
    police_forces,
    role_kinds,
    statutory_duties,
)
from protocolgraph.reference.records import AuthorityKind, BodyKind, Law, LocalAuthority, RoleKind, StatutoryDuty
from protocolgraph.text.normalise import name_key

Kind = TypeVar("Kind", bound=BodyKind | RoleKind)
Item = TypeVar("Item")

_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_SECTION = re.compile(
    r"^(?:sections?|s\.?|ss\.?|regulations?|schedules?|parts?|chapters?)\s*[\dA-Z].*? of ", re.IGNORECASE
)
_AUTHORITY = re.compile(r"(?: (?:Mayoral|County))* Combined (?:County )?Authority$")
_DATE = re.compile(rf"\b(?:(?:\d{{1,2}} )?(?:{_MONTHS}) )?{_YEAR.pattern}", re.IGNORECASE)

_AUTHORITY_KINDS = {
    AuthorityKind.COUNTY: "county-council",
    AuthorityKind.DISTRICT: "district-council",
    AuthorityKind.UNITARY: "upper-tier-authority",
    AuthorityKind.METROPOLITAN: "upper-tier-authority",
    AuthorityKind.LONDON: "upper-tier-authority",
}
"""The kind of body of each type of authority: unitary, metropolitan and London councils have all functions."""


def law(id: str) -> Law:
    """Return the law with this id.

    Raises:
        KeyError: there is none.

    """
    return _laws_by_id()[id]


def laws_named(citation: str) -> tuple[Law, ...]:
    """Return the laws that a citation can mean, by year: one if it gives the year, all years of a title if not.

    "section 14 of the Children Act 2004", "the Children Act", "Working Together (2015)", "Working Together
    to Safeguard Children, March 2013". Empty if no law of the reference data bears that title, or none of
    that year.
    """
    years = {int(year) for year in _YEAR.findall(citation)}
    titled = _laws_by_title().get(_title_key(citation), ())
    return tuple(item for item in titled if not years or item.year in years)


def body_kind(id: str) -> BodyKind:
    """Return the kind of body with this id.

    Raises:
        KeyError: there is none.

    """
    return _bodies_by_id()[id]


def body_kind_of(name: str) -> BodyKind | None:
    """Return the kind that a body's name says it is of: by the longest of the kinds' words, or as a local authority.

    None if the name says nothing of it, as "Friends of the Park".
    """
    found = _kind_of(name, _phrases_of_bodies())
    if found is not None:
        return found
    named = {body_kind_of_authority(item.kind) for item in authorities_named(name)}
    if len(named) > 1:
        return body_kind("local-authority")
    return named.pop() if named else None


def body_kind_of_authority(kind: AuthorityKind) -> BodyKind:
    """Return the kind of body that authorities of a type are."""
    return body_kind(_AUTHORITY_KINDS[kind])


def role_kind_of(name: str) -> RoleKind | None:
    """Return the kind that a post's name says it is of, by the longest of the kinds' words in the name; else None."""
    return _kind_of(name, _phrases_of_roles())


def kinds_above(kind: BodyKind) -> tuple[BodyKind, ...]:
    """Return a kind and all that are broader, the nearest first."""
    found = [kind]
    for item in found:
        found += [body_kind(id) for id in item.broader if body_kind(id) not in found]
    return tuple(found)


def duties_of(kind: BodyKind, *, on: str | None = None) -> tuple[StatutoryDuty, ...]:
    """Return the statutory duties of a kind of body, and of the kinds that it is one of.

    Args:
        kind: the kind of body.
        on: an ISO day, month or year: leave out what was certainly not in force then.

    """
    own = {item.id for item in kinds_above(kind)}
    return tuple(
        duty
        for duty in statutory_duties()
        if duty.bearer in own and (on is None or duty.period.covers(on) is not False)
    )


def authorities_named(name: str) -> tuple[LocalAuthority, ...]:
    """Return the local authorities of this name, as the area or the council is called, by code."""
    return _authorities_by_name().get(name_key(name), ())


def authorities_in(text: str) -> tuple[LocalAuthority, ...]:
    """Return the local authorities whose councils' full names stand in a text; of two names in one the longer."""
    folded = " ".join(text.lower().replace("’", "'").split())
    found = [item for item in local_authorities() if item.council.lower() in folded]
    return tuple(item for item in found if not any(item.council in other.council != item.council for other in found))


@cache
def places() -> frozenset[str]:
    """Return the names of the places that have an authority or a police force of their own, folded by `name_key`."""
    named = [item.name for item in local_authorities()]
    named += [_AUTHORITY.sub("", item.name) for item in combined_authorities()]
    named += [item.area for item in police_forces()]
    return frozenset(map(name_key, named))


@cache
def _laws_by_id() -> Mapping[str, Law]:
    return {item.id: item for item in laws()}


@cache
def _bodies_by_id() -> Mapping[str, BodyKind]:
    return {item.id: item for item in body_kinds()}


@cache
def _laws_by_title() -> Mapping[str, tuple[Law, ...]]:
    return _grouped(sorted(laws(), key=lambda item: item.year), lambda item: (item.title, *item.aliases))


@cache
def _authorities_by_name() -> Mapping[str, tuple[LocalAuthority, ...]]:
    return _grouped(local_authorities(), lambda item: (item.name, item.council, f"{item.name} Council"))


@cache
def _phrases_of_bodies() -> Mapping[str, BodyKind]:
    return _phrases(body_kinds())


@cache
def _phrases_of_roles() -> Mapping[str, RoleKind]:
    return _phrases(role_kinds())


def _grouped(items: Iterable[Item], names: Callable[[Item], Iterable[str]]) -> Mapping[str, tuple[Item, ...]]:
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for key in sorted({name_key(name) for name in names(item)}):
            found[key].append(item)
    return {key: tuple(same) for key, same in found.items()}


def _phrases(kinds: Iterable[Kind]) -> Mapping[str, Kind]:
    found: dict[str, Kind] = {}
    for kind in kinds:
        for phrase in (kind.label, *kind.words):
            found[name_key(phrase)] = kind
    return found


def _kind_of(name: str, phrases: Mapping[str, Kind]) -> Kind | None:
    """The longest run of words that is a phrase; of two as long the later, for a name ends in what it is."""
    words = name_key(name).split()
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length, -1, -1):
            found = phrases.get(" ".join(words[start : start + length]))
            if found is not None:
                return found
    return None


def _title_key(citation: str) -> str:
    """A title without its year, month and article, and without the section that is cited."""
    return name_key(_DATE.sub(" ", _SECTION.sub("", citation.strip())))
