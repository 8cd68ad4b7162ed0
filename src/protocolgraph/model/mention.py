"""What extraction reads in one document: mentions, other names, and candidate statements about mentions.

Nothing here knows which real-world entity a mention means: that is for resolution.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from protocolgraph.model.provenance import Evidence, Span


class EntityType(StrEnum):
    """What an entity is."""

    BODY = "body"
    ROLE = "role"
    PERSON = "person"
    LEGISLATION = "legislation"
    PUBLICATION = "publication"


class Scope(StrEnum):
    """How far an entity reaches; GENERIC is a class ("LSCBs", "partner agencies"), not one body."""

    LOCAL = "local"
    REGIONAL = "regional"
    NATIONAL = "national"
    GENERIC = "generic"


class MentionForm(StrEnum):
    """How a mention names its entity."""

    NAME = "name"
    ACRONYM = "acronym"
    DEFINITE = "definite"
    """"the Board", "this body"."""
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name, or point back to, an entity. Its id is its place in `Extraction.mentions`."""

    type: EntityType
    form: MentionForm
    text: str
    """The words as they stand, white space collapsed."""
    name: str
    """The name it stands for in this document: its own words without an article for a name; the
    antecedent's name for a definite description or a pronoun."""
    spans: tuple[Span, ...]
    scope: Scope
    owner: int | None = None
    """Mention of the body that a post, sub-group or publication belongs to ("the Board's Annual Report",
    "Chair of the Panel", "its Sub Groups"), where the text gives one."""
    antecedent: int | None = None
    """Mention that a definite description or pronoun points back to."""


@dataclass(frozen=True, slots=True)
class Alias:
    """The document itself says that two names mean the same: a definition, an acronym, an apposition."""

    type: EntityType
    short: str
    long: str
    rule: str
    """"acronym", "definition", "known as", ..."""
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class CandidateFact:
    """A relation read between two mentions."""

    subject: int
    predicate: str
    object: int | None
    """None only for `meets`."""
    qualifiers: tuple[tuple[str, str], ...]
    """Sorted by key: capacity, product, frequency, amount, sense, date ..."""
    negated: bool
    evidence: Evidence


class Modality(StrEnum):
    """The deontic force of a duty."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"
    MUST_NOT = "must_not"
    WILL = "will"
    FUNCTION = "function"


@dataclass(frozen=True, slots=True)
class DutyContent:
    """What is to be done, apart from by whom (Institutional Grammar 2.0: deontic, aim, object, context)."""

    modality: Modality
    action: str
    """Base form of the verb."""
    text: str
    """The duty as a clause without its bearer: "publish an Annual Report"."""
    object: str | None = None
    """The direct object's words."""
    frequency: str | None = None
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class CandidateDuty:
    """A duty read of a mention."""

    bearer: int
    content: DutyContent
    to: tuple[int, ...]
    """Mentions that it is done to, for or with."""
    product: int | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything read in one document."""

    document: str
    sha256: str
    title: str | None
    date: str | None
    area: str | None
    kind: str
    model: str
    """Name and version of the language model that read it."""
    mentions: tuple[Mention, ...]
    aliases: tuple[Alias, ...]
    facts: tuple[CandidateFact, ...]
    duties: tuple[CandidateDuty, ...]
