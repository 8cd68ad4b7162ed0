"""What the pages show: one graph, its documents, and the addresses of everything in it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from threading import Thread
from typing import Any, TypeVar
from urllib.parse import quote

from protocolgraph.analyse.ask import Answer, ask
from protocolgraph.analyse.compare import Comparison, Matrix
from protocolgraph.analyse.compare.named import compare, compare_over_time, matrix
from protocolgraph.errors import QuestionError, UsageError
from protocolgraph.graph import Choice, Graph, source_line
from protocolgraph.graph.narrow import year_of
from protocolgraph.graph.query import Limits
from protocolgraph.model import (
    BASE,
    Document,
    DocumentInfo,
    Entity,
    EntityType,
    Evidence,
    Finding,
    Statement,
    digest,
    slug,
)
from protocolgraph.model.workspace import Waiver
from protocolgraph.present.chart import Chart, map_chart, neighbourhood_chart, others_of
from protocolgraph.present.profile import Profile, make_profile
from protocolgraph.present.timeline import Timeline, make_timeline
from protocolgraph.text.normalise import name_key
from protocolgraph.web.kept import Kept

DocumentReader = Callable[[str], Document | None]
"""Returns the document of this name, or None where its file is not at hand or not the one that was read."""
Asked = TypeVar("Asked")
Made = TypeVar("Made")

_ALL = Choice()
_PATIENCE = 0.3
"""Seconds that a page waits for the checks before it goes out without them."""
PATIENCE = 0.5
"""Seconds that a page waits for what it is about before it goes out and says that it is being worked out."""
_QUERIES = 2
"""Queries that are answered at once without waiting for a start."""
_READY = 60.0
"""Seconds in which the first query has an answer."""
_KEPT = 16
"""How many comparisons, matrices, timelines and parts of the graph stay in memory once they were looked at."""
_OFFERED = 300
"""Documents that a list offers to choose from."""
_NO_QUESTION = "?"
"""What cannot be read as a question, but has all loaded that reading one needs."""
_PROMINENT = 12
"""Bodies that the first page leads to."""
_MANY = 150
"""Statements beyond which an entity's page is an overview."""
_NEAR, _NEAR_OF_MANY = 24, 12
"""Others that an entity's diagram shows, those of which it is most surely stated; in an overview, fewer."""


@dataclass(frozen=True)
class Pages:
    """Pages of documents as pictures, where a document has any."""

    has: Callable[[str], bool] = field(default=lambda _: False)
    """Whether the document of this name has pages that can be drawn."""
    draw: Callable[[str, int, tuple[str, ...]], bytes | None] = field(default=lambda *_: None)
    """Draws a page as PNG, the words of these quotes marked; None where the file is not the one that was read."""


@dataclass(frozen=True, slots=True)
class About:
    """What the page of an entity shows of it."""

    profile: Profile
    many: bool
    """Whether so much is stated that the page is an overview."""
    chart: Chart
    """It with those beside it."""
    others: int
    """How many are beside it in all."""


@dataclass(frozen=True, slots=True)
class MapAsked:
    """What a map is to show."""

    area: str | None
    document: str | None
    links: tuple[str, ...]
    confidence: float
    year: int | None = None


@dataclass(frozen=True)
class Site:
    """A graph with what the pages need beside it."""

    graph: Graph
    read_document: DocumentReader = field(default=lambda _: None)
    check: Callable[[Choice], tuple[Finding, ...]] = field(default=lambda _: ())
    """Finds gaps, overlaps, conflicts and slips of drafting in some of the documents; asked when a page needs them."""
    stale: Callable[[], tuple[Waiver, ...]] = field(default=lambda: ())
    """Finds the waivers that cover nothing."""

    pages: Pages = field(default_factory=Pages)
    beside: Callable[[Callable[[Graph, Any], Any], Any], Any] | None = None
    """Makes something of the graph in another process, by a function that such a process can import."""

    def made(self, make: Callable[[Graph, Asked], Made], asked: Asked) -> Made:
        """Return what a function makes of the graph; of a large graph in another process, if there is one."""
        if self.beside and self.large:
            found: Made = self.beside(make, asked)
            return found
        return make(self.graph, asked)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the checks find in all documents, the gravest first, but of a large graph; waits until they have run."""
        return self.findings_in(_ALL)

    def findings_in(self, choice: Choice) -> tuple[Finding, ...]:
        """Return what the checks find in some of the documents; none in all of a large graph, which would take long."""
        return () if self.large and not choice else self._checked(choice)

    def findings_soon(self, choice: Choice = _ALL) -> tuple[Finding, ...] | None:
        """What the checks find, or None while they still run, and where so much cannot be checked at once."""
        if self.large and not choice:
            return ()
        return self._checked.soon(choice, patience=_PATIENCE)

    def findings_about(self, entity: Entity) -> tuple[Finding, ...] | None:
        """What the checks find about an entity, or None while they still run; of a large graph, if they ever ran.

        Whoever looks at one body of many would else set off the checks of its area.
        """
        choice = Choice(area=entity.area) if self.large else _ALL
        found = self._checked.ready(choice) if self.large else self.findings_soon()
        return None if found is None else tuple(finding for finding in found if entity.name in finding.entities)

    @cached_property
    def _checked(self) -> Kept[Choice, tuple[Finding, ...]]:
        return Kept(self.check, most=_KEPT)

    def prepare(self) -> None:
        """Let what every visitor needs be made, so that the first need not wait for it."""
        Thread(target=self._prepare, daemon=True).start()

    def _prepare(self) -> None:
        self.warm()
        gc.collect()
        gc.freeze()  # what is there for good need not be looked through again and again while pages are made
        self.findings_soon()
        self.made(_started, None)
        with ThreadPoolExecutor(_QUERIES) as pool:  # what answers queries is started
            list(pool.map(lambda _: self.graph.sparql("ASK { }", Limits(seconds=_READY)), range(_QUERIES)))

    def warm(self) -> None:
        """Make what the first pages need of the whole graph."""
        self._prominent(EntityType.BODY)
        _ = self.graph.tallies, self.titled  # each is made when it is first asked for
        with suppress(QuestionError):
            ask(self.graph, _NO_QUESTION)

    @cached_property
    def large(self) -> bool:
        """Whether the graph is so large that what takes in all of it is shown area by area."""
        return self.graph.is_large

    @cached_property
    def documents(self) -> dict[str, DocumentInfo]:
        """The documents by name."""
        return {info.name: info for info in self.graph.register}

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years of the documents."""
        return tuple(sorted({year for info in self.graph.register if (year := year_of(info))}))

    @cached_property
    def titled(self) -> tuple[tuple[DocumentInfo, str], ...]:
        """The documents by area and date, each with the words of its name and title as they are looked for."""
        ordered = sorted(self.graph.register, key=lambda info: (info.area or "", info.date or "", info.name))
        return tuple((info, f" {name_key(info.name)} {name_key(info.title or '')}") for info in ordered)

    def titled_with(self, words: str) -> tuple[DocumentInfo, ...]:
        """Return the documents in whose names or titles words begin with all of these."""
        asked = [f" {word}" for word in name_key(words).split()]
        return tuple(info for info, own in self.titled if all(word in own for word in asked))

    @cached_property
    def areas(self) -> dict[str, str]:
        """Names of the areas by the word that stands for each in addresses."""
        named = {info.area for info in self.graph.register if info.area}
        return {slug(name): name for name in sorted(named)}

    def area(self, text: str) -> str | None:
        """Return the area of this name, or for which this word stands in addresses; None for no text.

        Raises:
            UsageError: there is no such area.

        """
        if not text:
            return None
        found = self.areas.get(slug(text))
        if found is None:
            raise UsageError(f"There is no document of the area {text!r}; the areas are {self._told_areas}")
        return found

    @property
    def _told_areas(self) -> str:
        return ", ".join(self.areas.values()) or "none"

    def offered(self, area: str | None = None) -> tuple[DocumentInfo, ...] | None:
        """Return the documents of an area, or all, for a list to choose from; None if they are too many for one."""
        found = tuple(info for info in self.graph.register if not area or info.area == area)
        return found if len(found) <= _OFFERED else None

    @cached_property
    def part(self) -> Kept[Choice, Graph]:
        """Gives the graph of some of the documents."""
        return Kept(self.graph.narrowed, most=_KEPT)

    @cached_property
    def map_of(self) -> Kept[MapAsked, Chart]:
        """Makes the map of accountability of an area or document."""
        return Kept(
            lambda asked: map_chart(
                self.graph,
                area=asked.area,
                links=asked.links,
                document=asked.document,
                confidence=asked.confidence,
                year=asked.year,
            ),
            most=_KEPT,
        )

    @cached_property
    def compared(self) -> Kept[tuple[str, str], Comparison]:
        """Compares two areas or documents by name."""
        return Kept(partial(self.made, _compared), most=_KEPT)

    @cached_property
    def compared_over_time(self) -> Kept[tuple[str, int, int], Comparison]:
        """Compares an area to a year with what came after it to another."""
        return Kept(partial(self.made, _compared_over_time), most=_KEPT)

    @cached_property
    def answer_to(self) -> Kept[str, Answer]:
        """Answers a question in plain English."""
        return Kept(lambda question: ask(self.graph, question), most=_KEPT)

    @cached_property
    def matrix_of(self) -> Kept[Choice, Matrix]:
        """Makes the accountability matrix of some of the documents."""
        return Kept(partial(self.made, matrix), most=_KEPT)

    @cached_property
    def timeline_of(self) -> Kept[Choice, Timeline]:
        """Makes the timeline of some of the documents."""
        return Kept(partial(self.made, _timeline), most=_KEPT)

    @cached_property
    def about(self) -> Kept[str, About]:
        """Gives what the page of an entity shows of it, by its id."""
        return Kept(self._about, most=_KEPT)

    def _about(self, identifier: str) -> About:
        view = self.graph.entity(identifier)
        around = self.graph.around(view)
        profile = make_profile(around, view.record)
        many = sum(len(group.lines) for group in profile.groups) > _MANY
        others = others_of(view, {entity.id: entity for entity in around.entities})
        chart = neighbourhood_chart(self.graph, view, most=_NEAR_OF_MANY if many else _NEAR)
        return About(profile, many, chart, sum(1 for _ in others))

    @cached_property
    def statements_of(self) -> Kept[str, tuple[Statement, ...]]:
        """Gives the statements of a document by its name, in the order of its text."""
        return Kept(self._statements, most=4 * _KEPT)

    def _statements(self, document: str) -> tuple[Statement, ...]:
        stated: list[Statement] = [*self.graph.facts(document=document), *self.graph.duties(document=document)]
        return tuple(sorted(stated, key=lambda item: (item.evidence.spans, item.id)))

    def statement(self, identifier: str) -> Statement | None:
        """Return the fact or duty of this id."""
        return self.graph.statement(identifier)

    def prominent_soon(self) -> tuple[tuple[Entity, int], ...] | None:
        """The particular bodies that most is said of, with how many statements, or None while they are counted."""
        return self._prominent.soon(EntityType.BODY, patience=_PATIENCE)

    @cached_property
    def _prominent(self) -> Kept[EntityType, tuple[tuple[Entity, int], ...]]:
        return Kept(lambda type: self.graph.prominent(type, most=_PROMINENT), most=1)

    @property
    def names(self) -> Mapping[str, str]:
        """Preferred names by entity id."""
        return self.graph.names


def _started(_: Graph, asked: None) -> None:
    """Do nothing, where what is made later will be made."""


def _compared(graph: Graph, sides: tuple[str, str]) -> Comparison:
    return compare(graph, *sides)


def _compared_over_time(graph: Graph, asked: tuple[str, int, int]) -> Comparison:
    area, start, end = asked
    return compare_over_time(graph, area, start=start, end=end)


def _timeline(graph: Graph, choice: Choice) -> Timeline:
    return make_timeline(graph.narrowed(choice).knowledge)


def entity_address(identifier: str) -> str:
    """Return the address of an entity's page, made of its IRI so that it lasts as long."""
    return "/id/" + quote(identifier.removeprefix(BASE))


def document_address(name: str) -> str:
    """Return the address of a document's page."""
    return "/document/" + quote(name)


def statement_address(identifier: str) -> str:
    """Return the address of a statement's page."""
    return "/statement/" + quote(identifier)


def picture_address(name: str, page: int, identifier: str | None = None) -> str:
    """Return the address of a page's picture: all its statements marked, or only the one of this id."""
    return f"/picture/{page}/{quote(name)}" + (f"?statement={quote(identifier)}" if identifier else "")


def finding_id(finding: Finding) -> str:
    """Return a word that stands for a finding in addresses as long as it says the same."""
    return digest(finding.code, *finding.entities, "|", *finding.documents, finding.message)


def source_address(evidence: Evidence) -> str:
    """Return the address of these words in the page of their document."""
    spans = ",".join(f"{span.start}-{span.end}" for span in evidence.spans)
    return f"{document_address(evidence.document)}?words={spans}#here"


def place_line(evidence: Evidence) -> str:
    """Return where words stand in their document, for where the document is known: "section 7.3, page 4"."""
    return source_line(replace(evidence, document="")) or "without a section"
