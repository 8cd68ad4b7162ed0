"""The records of the reference data: what is the same in all of England, each with its source.

A date is an ISO day, month or year ("2013-03-15", "2013-03", "2013"), as exact as its source is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from protocolgraph.model import Modality


@dataclass(frozen=True, slots=True)
class Period:
    """A time in which something holds."""

    start: str | None
    """Its first day; None if it is not recorded."""
    end: str | None
    """The first day on which it holds no longer; None if it still holds."""

    def covers(self, date: str) -> bool | None:
        """Tell whether it holds on an ISO day, month or year; None if the dates are too coarse to tell."""
        if _before(date, self.start) or (self.end is not None and _not_before(date, self.end)):
            return False
        begun = self.start is None or _not_before(date, self.start)
        return True if begun and (self.end is None or _before(date, self.end)) else None


def _before(date: str, bound: str | None) -> bool:
    """Whether all days of a date are before all of the bound: "2014-03" is before "2015", not before "2014"."""
    return bound is not None and date[: len(bound)] < bound[: len(date)]


def _not_before(date: str, bound: str) -> bool:
    """Whether no day of a date can be before the bound: within a bound that is a month or a year, none can be told."""
    return date[: len(bound)] > bound[: len(date)] or (date == bound and len(bound) == len("2013-03-15"))


class AuthorityKind(StrEnum):
    """A type of principal local authority in England, as the official codes tell them apart."""

    COUNTY = "county"
    DISTRICT = "district"
    UNITARY = "unitary"
    METROPOLITAN = "metropolitan"
    LONDON = "london"


@dataclass(frozen=True, slots=True)
class LocalAuthority:
    """A principal local authority of England, of now or of earlier."""

    code: str
    """The nine-character code of the Office for National Statistics (GSS), as last in force."""
    name: str
    """Name of the area."""
    council: str
    """Name of the council."""
    kind: AuthorityKind
    region: str
    county: str | None
    """Code of the county council above a district."""
    period: Period
    """When the authority existed; the start is recorded for those made since 2009."""
    former_codes: tuple[str, ...]
    """Codes that the same authority had before, for its boundary changed."""
    successors: tuple[str, ...]
    """Codes of those that took its place."""
    source: str


@dataclass(frozen=True, slots=True)
class CombinedAuthority:
    """A combined authority or combined county authority of England, made by order."""

    code: str
    name: str
    period: Period
    source: str


@dataclass(frozen=True, slots=True)
class PoliceForce:
    """A territorial police force of England."""

    code: str
    """The code of the police force area (Office for National Statistics)."""
    name: str
    area: str
    aliases: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class BodyKind:
    """A kind of body, as of a safeguarding board: a concept, not one body."""

    id: str
    label: str
    words: tuple[str, ...]
    """The words by which such bodies are known, acronyms among them."""
    broader: tuple[str, ...]
    """Ids of the kinds that it is one of."""
    definition: str
    law: str | None
    """Id of the law under which such bodies stand."""
    provision: str | None
    period: Period
    """When the law provided for such bodies."""
    successors: tuple[str, ...]
    """Ids of the kinds that took its place."""
    source: str


@dataclass(frozen=True, slots=True)
class RoleKind:
    """A kind of post or office."""

    id: str
    label: str
    words: tuple[str, ...]
    broader: tuple[str, ...]
    definition: str
    law: str | None
    provision: str | None
    source: str


class LawKind(StrEnum):
    """What sort of law it is."""

    ACT = "act"
    REGULATIONS = "regulations"
    ORDER = "order"
    GUIDANCE = "guidance"


@dataclass(frozen=True, slots=True)
class Provision:
    """A section, regulation or chapter of a law whose time differs from the law's own."""

    name: str
    """As it is cited: "sections 13 to 16"."""
    sections: tuple[str, ...]
    """Each by itself: ("13", "14", "14A", ...)."""
    subject: str
    period: Period
    replaced_by: str | None
    """What took its place, in words with the law's title."""


@dataclass(frozen=True, slots=True)
class Law:
    """An Act, a statutory instrument or an edition of statutory guidance."""

    id: str
    title: str
    """Without the year."""
    year: int
    number: str | None
    """Chapter of an Act ("c. 31"), number of an instrument ("SI 2006/90")."""
    kind: LawKind
    aliases: tuple[str, ...]
    made: str | None
    """Date of Royal Assent, of making or of publication."""
    period: Period
    """When the law as a whole was in force: the main provisions' first day, and the day of repeal."""
    replaced_by: tuple[str, ...]
    """Ids of the laws that took its place."""
    amended_by: tuple[str, ...]
    """Ids of laws that changed it in ways that matter here."""
    provisions: tuple[Provision, ...]
    subject: str
    note: str | None
    source: str
    checked: bool
    """Whether the dates were compared with a public text."""

    @property
    def citation(self) -> str:
        """Title and year, as a document cites it."""
        return f"{self.title} {self.year}"


@dataclass(frozen=True, slots=True)
class StatutoryDuty:
    """What a law or statutory guidance requires of a kind of body or post, in our own words."""

    id: str
    bearer: str
    """Id of the kind of body or role that bears it."""
    modality: Modality
    action: str
    """The base form of the verb."""
    object: str
    recipients: tuple[str, ...]
    """Kinds of bodies or roles to, for or with whom it is to be done: ids, else words."""
    frequency: str | None
    condition: str | None
    text: str
    """The whole duty as a clause without its bearer."""
    theme: str
    law: str
    """Id of the law."""
    provision: str
    period: Period
    source: str
    checked: bool
    """Whether its wording was compared with a public text of the provision."""
