"""Graphs of made-up areas as records, without documents to read: as many duties as are wanted, in a second or a minute.

An area has governing documents of twenty duties each; for ten duties there are three bodies, one post, ten facts and
two clauses that ask for something of nobody named. Every second body has its counterpart in the other areas.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import cycle, islice
from random import Random

from benchmarks.documents import place
from benchmarks.overlaps import PURPOSES, SEED, SYLLABLES, duties
from protocolgraph.model import (
    BASE,
    DocumentInfo,
    Duty,
    DutyContent,
    Entity,
    EntityType,
    Evidence,
    Fact,
    Heading,
    Knowledge,
    Layout,
    Mark,
    MarkKind,
    Modality,
    NameUse,
    Part,
    PartKind,
    Scope,
    Span,
    digest,
    slug,
)

PER_DOCUMENT = 20
_KINDS = ("Board", "Panel", "Committee", "Partnership", "Group", "Forum")
_PREDICATES = ("member_of", "reports_to", "part_of", "works_with", "oversees", "accountable_to", "member_of")
_MODALITIES = (Modality.MUST, Modality.SHOULD, Modality.FUNCTION, Modality.WILL)
_LINE = 200
"""Characters of the made-up text that a statement takes."""


def knowledge(number: int, *, areas: int) -> Knowledge:
    """Return so many duties in so many areas, the same for the same numbers."""
    random = Random(SEED)
    texts = duties(number)
    words = sorted({"".join(random.choices(SYLLABLES, k=3)).capitalize() for _ in range(PURPOSES)})
    common = [tuple(random.sample(words, 2)) for _ in range(number // areas)]
    made = [_Area(random, place(area), words, common) for area in range(areas)]
    for area, of_area in enumerate(made):
        of_area.fill(texts[area::areas])
    return Knowledge(
        documents=tuple(sorted((item for area in made for item in area.documents), key=lambda item: item.name)),
        entities=tuple(sorted((item for area in made for item in area.entities.values()), key=lambda item: item.id)),
        uses=tuple(sorted((item for area in made for item in area.uses), key=lambda use: (use.document, use.entity))),
        facts=tuple(sorted((item for area in made for item in area.facts), key=lambda item: item.id)),
        duties=tuple(sorted((item for area in made for item in area.duties), key=lambda item: item.id)),
    )


@dataclass
class _Area:
    random: Random
    name: str
    words: list[str]
    common: list[tuple[str, ...]]
    documents: list[DocumentInfo] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    uses: list[NameUse] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)

    def fill(self, texts: list[str]) -> None:
        """Make the documents that say these duties."""
        for first in range(0, len(texts), PER_DOCUMENT):
            self._document(f"{self.name.lower()}-{first // PER_DOCUMENT:05d}.txt", texts[first : first + PER_DOCUMENT])

    def _document(self, name: str, texts: list[str]) -> None:
        bodies = [self._body(name, number) for number in range(max(1, len(texts) * 3 // 10))]
        chair = self._entity(name, EntityType.ROLE, f"Chair of the {bodies[0].name}")
        director = self._entity(name, EntityType.ROLE, f"Director of {self.random.choice(self.words)}")
        marks = []
        for number, text in enumerate(texts):
            bearer = self.random.choice(bodies)
            quote = f"The {bearer.name} must {text}"
            content = DutyContent(self.random.choice(_MODALITIES), text.split()[0], text)
            place = _place(name, quote, number * 2)
            self.duties.append(Duty(digest(name, str(number), text), bearer.id, content, (), None, place))
            fact = self._fact(name, number, [*bodies, director], chair)
            self.facts.append(fact)
        for number, text in enumerate(islice(cycle(texts[1::5]), len(texts) // 5)):
            asked = f"{text} in all wards"
            marks.append(Mark(MarkKind.TASK, asked, _place(name, asked, 2 * len(texts) + number)))
        end = _LINE * 3 * (len(texts) + 1)
        part = Part(PartKind.TERMS_OF_REFERENCE, "Terms of reference", "2015-03", bodies[0].name, 0, end)
        layout = Layout((part,), (Heading(1, "1", "Duties", 0, end),), tuple(marks))
        self.documents.append(
            DocumentInfo(name, digest(name), f"Terms {name}", "2015-03", self.name, "terms_of_reference", "-", layout)
        )
        mentioned = [entity for entity in self.entities.values() if name in entity.documents]
        self.uses += [NameUse(name, entity.id, (entity.name,)) for entity in mentioned]

    def _fact(self, document: str, number: int, ends: list[Entity], chair: Entity) -> Fact:
        predicate = self.random.choice(_PREDICATES)
        one, other = self.random.choice(ends), self.random.choice(ends[:-1])
        if number == 0:
            one, predicate, other = chair, "chairs", ends[0]
        quote = f"{one.name} {predicate} {other.name}"
        place = _place(document, quote, number * 2 + 1)
        identifier = digest(document, str(number), quote)
        return Fact(identifier, one.id, predicate, other.id, qualifiers=(), negated=False, evidence=place)

    def _body(self, document: str, number: int) -> Entity:
        ours = self.random.sample(self.words, 2) if number % 2 else self.random.choice(self.common)
        kind = _KINDS[len("".join(ours)) % len(_KINDS)]
        return self._entity(document, EntityType.BODY, f"{self.name} {' '.join(ours)} {kind}")

    def _entity(self, document: str, type: EntityType, name: str) -> Entity:
        identifier = f"{BASE}{slug(self.name)}/{type}/{slug(name)}"
        known = self.entities.get(identifier)
        documents = tuple(sorted({*(known.documents if known else ()), document}))
        self.entities[identifier] = Entity(identifier, type, name, (), self.name, Scope.LOCAL, documents)
        return self.entities[identifier]


def _place(document: str, quote: str, line: int) -> Evidence:
    start = line * _LINE
    return Evidence(document, (Span(start, start + len(quote)),), quote, "1", None, "made up", 0.9)
