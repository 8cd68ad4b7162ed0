"""Makes small records for tests: say what matters, the rest is filled in.

    make_knowledge(
        "Board of Care (BoC) reports_to Council",
        "Board of Care must publish an Annual Report",
    )

A fact is "SUBJECT predicate OBJECT [key=value; ...]"; "not " before the predicate denies it, and the
qualifiers in brackets may be left out. A duty is "BEARER must|should|may|must_not|will|function TEXT". "(…)" after a
name gives an alias. Names with " Act" are legislation, with " Report" or " Plan" publications, with
"Chair", "Director" or "Officer" at their beginning roles, with "Ms " or "Mr " people, else bodies.
"""

from __future__ import annotations

import re
from dataclasses import replace

from protocolgraph.model import (
    BASE,
    DocumentInfo,
    Duty,
    DutyContent,
    Entity,
    EntityType,
    Evidence,
    Fact,
    Knowledge,
    Modality,
    NameUse,
    Scope,
    Span,
    digest,
    slug,
)
from protocolgraph.vocab.schema import predicates

_PREDICATES = "|".join(sorted(predicates(), key=len, reverse=True))
_MODALITIES = "|".join(sorted(Modality, key=len, reverse=True))
_FACT = re.compile(
    rf"(?P<subject>.+?) (?P<denied>not )?(?P<predicate>{_PREDICATES})"
    r"(?: (?P<object>[^\[]+?))?(?: \[(?P<qualifiers>.+)\])?"
)
_DUTY = re.compile(rf"(?P<bearer>.+?) (?P<modality>{_MODALITIES}) (?P<text>.+)")
_NAME = re.compile(r"(?P<name>[^()]+?)\s*(?:\((?P<alias>[^()]+)\))?")
_KINDS = (
    (re.compile(r" Act\b"), EntityType.LEGISLATION),
    (re.compile(r" (Report|Plan)\b"), EntityType.PUBLICATION),
    (re.compile(r"^(Chair|Director|Officer)\b"), EntityType.ROLE),
    (re.compile(r"^(Ms|Mr) "), EntityType.PERSON),
)


def make_entity(
    name: str,
    *,
    aliases: tuple[str, ...] = (),
    type: EntityType | None = None,
    area: str | None = "Northam",
    documents: tuple[str, ...] = ("a.txt",),
) -> Entity:
    """Return an entity; its type follows from its name if it is not given."""
    kind = type or next((kind for pattern, kind in _KINDS if pattern.search(name)), EntityType.BODY)
    identifier = f"{BASE}{slug(area or 'england')}/{kind}/{slug(name)}"
    return Entity(identifier, kind, name, tuple(sorted(aliases)), area, Scope.LOCAL, documents)


def make_evidence(
    quote: str, *, document: str = "a.txt", start: int = 0, section: str | None = "1.1", confidence: float = 0.9
) -> Evidence:
    """Return evidence for one run of words that begins at an offset of the document, on page 1."""
    spans = (Span(start, start + len(quote)),)
    return Evidence(document, spans, quote, section, 1, "test", confidence)


def make_document(
    name: str = "a.txt", *, area: str | None = "Northam", date: str | None = "2012-05-01"
) -> DocumentInfo:
    """Return what the graph keeps of a document."""
    return DocumentInfo(name, digest(name), f"Title of {name}", date, area, "protocol", "model 1.0")


def make_knowledge(
    *statements: str, document: str = "a.txt", area: str | None = "Northam", confidence: float = 0.9
) -> Knowledge:
    """Return what one document states, in the short form that this module's head describes."""
    made = _Maker(document, area, confidence)
    for statement in statements:
        made.add(statement)
    return made.knowledge()


def join_knowledge(*parts: Knowledge) -> Knowledge:
    """Return the knowledge of several documents as one; entities of the same id become one."""
    entities: dict[str, Entity] = {}
    for entity in (entity for part in parts for entity in part.entities):
        known = entities.get(entity.id, entity)
        entities[entity.id] = replace(
            known,
            aliases=tuple(sorted({*known.aliases, *entity.aliases})),
            documents=tuple(sorted({*known.documents, *entity.documents})),
        )
    return Knowledge(
        documents=tuple(sorted((item for part in parts for item in part.documents), key=lambda item: item.name)),
        entities=tuple(entities[key] for key in sorted(entities)),
        uses=tuple(sorted((use for part in parts for use in part.uses), key=lambda use: (use.document, use.entity))),
        facts=tuple(sorted((fact for part in parts for fact in part.facts), key=lambda fact: fact.id)),
        duties=tuple(sorted((duty for part in parts for duty in part.duties), key=lambda duty: duty.id)),
    )


class _Maker:
    def __init__(self, document: str, area: str | None, confidence: float) -> None:
        self.document, self.area, self.confidence = document, area, confidence
        self.entities: dict[str, Entity] = {}
        self.facts: list[Fact] = []
        self.duties: list[Duty] = []
        self.offset = 0

    def add(self, statement: str) -> None:
        if fact := _FACT.fullmatch(statement):
            self._fact(fact)
        elif duty := _DUTY.fullmatch(statement):
            self._duty(duty)
        else:
            raise ValueError(f"neither a fact nor a duty: {statement}")

    def knowledge(self) -> Knowledge:
        entities = tuple(sorted(self.entities.values(), key=lambda entity: entity.id))
        return Knowledge(
            documents=(make_document(self.document, area=self.area),),
            entities=entities,
            uses=tuple(
                NameUse(self.document, entity.id, tuple(sorted((entity.name, *entity.aliases)))) for entity in entities
            ),
            facts=tuple(sorted(self.facts, key=lambda fact: fact.id)),
            duties=tuple(sorted(self.duties, key=lambda duty: duty.id)),
        )

    def _fact(self, match: re.Match[str]) -> None:
        items = match["qualifiers"].split("; ") if match["qualifiers"] else []
        qualifiers = sorted((key, value) for key, _, value in (item.partition("=") for item in items))
        self.facts.append(
            Fact(
                id=digest(self.document, match[0]),
                subject=self._entity(match["subject"]),
                predicate=match["predicate"],
                object=None if match["object"] is None else self._entity(match["object"]),
                qualifiers=tuple(qualifiers),
                negated=match["denied"] is not None,
                evidence=self._evidence(match[0]),
            )
        )

    def _duty(self, match: re.Match[str]) -> None:
        content = DutyContent(Modality(match["modality"]), match["text"].split()[0], match["text"])
        bearer = self._entity(match["bearer"])
        self.duties.append(Duty(digest(self.document, match[0]), bearer, content, (), None, self._evidence(match[0])))

    def _entity(self, words: str) -> str:
        match = _NAME.fullmatch(words)
        if match is None:
            raise ValueError(f"not a name: {words}")
        aliases = (match["alias"],) if match["alias"] else ()
        made = make_entity(match["name"], aliases=aliases, area=self.area, documents=(self.document,))
        known = self.entities.setdefault(made.id, made)
        if aliases and not known.aliases:
            self.entities[made.id] = made
        return made.id

    def _evidence(self, statement: str) -> Evidence:
        evidence = make_evidence(statement, document=self.document, start=self.offset, confidence=self.confidence)
        self.offset += len(statement) + 1
        return evidence
