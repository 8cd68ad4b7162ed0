"""What resolution makes: entities, and statements about entities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from protocolgraph.model.mark import NO_LAYOUT, Layout
from protocolgraph.model.mention import DutyContent, EntityType, Scope
from protocolgraph.model.provenance import Evidence


@dataclass(frozen=True, slots=True)
class Entity:
    """A body, role, person, law or publication under all its names."""

    id: str
    """IRI: base / area / type / slug of its name; stable over rebuilds."""
    type: EntityType
    name: str
    """Preferred name: the fullest that the documents use."""
    aliases: tuple[str, ...]
    """The other names, sorted."""
    area: str | None
    scope: Scope
    documents: tuple[str, ...]
    """Names of the documents that mention it, sorted."""


class ReviewVerdict(StrEnum):
    """What a reviewer says of a statement."""

    ACCEPTED = "accepted"
    """Its words say it."""
    REJECTED = "rejected"
    """They do not."""
    CORRECTED = "corrected"
    """They say something else, which the reviewer stated."""
    ADDED = "added"
    """The reviewer stated it, where nothing was read."""


@dataclass(frozen=True, slots=True)
class Review:
    """One reviewer's verdict on a statement."""

    verdict: ReviewVerdict
    who: str
    when: str
    """ISO date, as the reviewer's record gives it."""
    why: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A stated relation between two entities."""

    id: str
    subject: str
    predicate: str
    object: str | None
    qualifiers: tuple[tuple[str, str], ...]
    negated: bool
    evidence: Evidence
    """The best of the places where it is stated."""
    also: tuple[Evidence, ...] = ()
    """The other places in the same document."""
    reviews: tuple[Review, ...] = ()
    """The verdicts of those who accepted or stated it; sorted."""


@dataclass(frozen=True, slots=True)
class Duty:
    """A standing responsibility of a body or role."""

    id: str
    bearer: str
    content: DutyContent
    to: tuple[str, ...]
    product: str | None
    evidence: Evidence
    also: tuple[Evidence, ...] = ()
    reviews: tuple[Review, ...] = ()


Statement = Fact | Duty
"""What the graph holds: one document's claim, with the words it was read from."""


@dataclass(frozen=True, slots=True)
class NameUse:
    """The names by which one document calls one entity."""

    document: str
    entity: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What the graph keeps of a document."""

    name: str
    sha256: str
    title: str | None
    date: str | None
    area: str | None
    kind: str
    model: str
    layout: Layout = NO_LAYOUT
    """Its parts and headings, and what they show."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that a set of documents states, resolved: the input of the graph. Every tuple is sorted by id or name."""

    documents: tuple[DocumentInfo, ...]
    entities: tuple[Entity, ...]
    uses: tuple[NameUse, ...]
    facts: tuple[Fact, ...]
    duties: tuple[Duty, ...]


NOTHING = Knowledge((), (), (), (), ())
"""What no documents state."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement as the program read it, and what reviewers said of it."""

    id: str
    fact: Fact | None
    duty: Duty | None
    reviews: tuple[Review, ...]

    @property
    def statement(self) -> Statement:
        """The fact or the duty."""
        found = self.fact or self.duty
        if found is None:
            raise ValueError(f"no statement of id {self.id}")
        return found


def together(parts: Iterable[Knowledge]) -> Knowledge:
    """Return several parts of knowledge in one; which documents mention an entity is seen from their uses, too."""
    known = list(parts)
    uses = sorted((use for part in known for use in part.uses), key=lambda use: (use.document, use.entity))
    mentions: dict[str, set[str]] = defaultdict(set)
    for use in uses:
        mentions[use.entity].add(use.document)
    entities = [
        replace(entity, documents=tuple(sorted({*entity.documents, *mentions[entity.id]})))
        for part in known
        for entity in part.entities
    ]
    return Knowledge(
        documents=tuple(sorted((info for part in known for info in part.documents), key=lambda info: info.name)),
        entities=tuple(sorted(entities, key=lambda entity: entity.id)),
        uses=tuple(uses),
        facts=tuple(sorted((fact for part in known for fact in part.facts), key=lambda fact: fact.id)),
        duties=tuple(sorted((duty for part in known for duty in part.duties), key=lambda duty: duty.id)),
    )
