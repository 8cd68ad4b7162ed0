"""Extractions made by hand for the tests of resolution."""

from __future__ import annotations

from protocolgraph.model import (
    Alias,
    CandidateDuty,
    CandidateFact,
    DutyContent,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Knowledge,
    Mention,
    MentionForm,
    Modality,
    Scope,
    Span,
)
from protocolgraph.model.workspace import Signature, Workspace
from protocolgraph.resolve import resolve

SIGNED = Signature("A. Reviewer", "2026-03-01", "seen in the minutes")


class Reading:
    """Builds the extraction of one document; every mention stands ten characters after the one before."""

    def __init__(self, document: str = "a.txt", area: str | None = "Northwick") -> None:
        self.document = document
        self.area = area
        self.mentions: list[Mention] = []
        self.aliases: list[Alias] = []
        self.facts: list[CandidateFact] = []
        self.duties: list[CandidateDuty] = []

    def mention(
        self,
        type: EntityType,
        name: str,
        *,
        scope: Scope = Scope.LOCAL,
        owner: int | None = None,
        form: MentionForm = MentionForm.NAME,
        antecedent: int | None = None,
        times: int = 1,
    ) -> int:
        for _ in range(times):
            span = Span(10 * len(self.mentions), 10 * len(self.mentions) + 5)
            self.mentions.append(Mention(type, form, name, name, (span,), scope, owner, antecedent))
        return len(self.mentions) - 1

    def body(self, name: str, *, scope: Scope = Scope.LOCAL, owner: int | None = None, times: int = 1) -> int:
        return self.mention(EntityType.BODY, name, scope=scope, owner=owner, times=times)

    def bodies(self, *names: str) -> list[int]:
        return [self.body(name) for name in names]

    def role(self, name: str, *, owner: int | None = None, scope: Scope = Scope.LOCAL) -> int:
        return self.mention(EntityType.ROLE, name, owner=owner, scope=scope)

    def person(self, name: str) -> int:
        return self.mention(EntityType.PERSON, name)

    def law(self, name: str) -> int:
        return self.mention(EntityType.LEGISLATION, name, scope=Scope.NATIONAL)

    def publication(self, name: str, *, owner: int | None = None) -> int:
        return self.mention(EntityType.PUBLICATION, name, owner=owner)

    def alias(self, short: str, long: str, type: EntityType = EntityType.BODY) -> None:
        self.aliases.append(Alias(type, short, long, "acronym", ()))

    def evidence(self, *, at: int = 0, confidence: float = 0.8, rule: str = "rule") -> Evidence:
        return Evidence(self.document, (Span(at, at + 20),), f"words at {at}", "1", 1, rule, confidence)

    def fact(
        self,
        subject: int,
        predicate: str,
        object: int | None,
        *,
        at: int = 0,
        confidence: float = 0.8,
        negated: bool = False,
        **qualifiers: str,
    ) -> None:
        evidence = self.evidence(at=at, confidence=confidence)
        found = tuple(sorted(qualifiers.items()))
        self.facts.append(CandidateFact(subject, predicate, object, found, negated, evidence))

    def duty(
        self, bearer: int, text: str, *, at: int = 0, modality: Modality = Modality.MUST, to: int | None = None
    ) -> None:
        content = DutyContent(modality, text.split()[0], text)
        whom = () if to is None else (to,)
        self.duties.append(CandidateDuty(bearer, content, whom, None, self.evidence(at=at)))

    def build(self) -> Extraction:
        return Extraction(
            document=self.document,
            sha256="0" * 64,
            title=None,
            date=None,
            area=self.area,
            kind="protocol",
            model="none",
            mentions=tuple(self.mentions),
            aliases=tuple(self.aliases),
            facts=tuple(self.facts),
            duties=tuple(self.duties),
        )


def known(*readings: Reading, workspace: Workspace | None = None) -> Knowledge:
    """Resolve these documents."""
    return resolve([reading.build() for reading in readings], workspace or Workspace())


def all_names(entity: Entity) -> set[str]:
    return {entity.name, *entity.aliases}


def names(knowledge: Knowledge, type: EntityType | None = None) -> set[frozenset[str]]:
    """Return the names of each entity of a type as one set."""
    return {frozenset(all_names(entity)) for entity in knowledge.entities if type in (None, entity.type)}


def entity(knowledge: Knowledge, name: str, type: EntityType | None = None) -> Entity:
    """Return the one entity of this name."""
    found = [e for e in knowledge.entities if name in all_names(e) and type in (None, e.type)]
    assert len(found) == 1, f"{name!r} is a name of {[e.id for e in found]}"
    return found[0]


def together(knowledge: Knowledge, *names: str) -> bool:
    """Whether these names are one entity's."""
    return any(set(names) <= all_names(e) for e in knowledge.entities)
