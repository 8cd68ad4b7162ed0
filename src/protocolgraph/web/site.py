"""What the pages show: one graph, its documents, and the addresses of everything in it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache, partial
from threading import Thread
from typing import Any
from urllib.parse import quote

from protocolgraph.analyse.compare import Comparison, Matrix
from protocolgraph.analyse.compare.named import compare, compare_over_time, matrix
from protocolgraph.graph import Choice, Graph
from protocolgraph.graph.export.rows import iter_rows
from protocolgraph.model import (
    BASE,
    Document,
    DocumentInfo,
    Duty,
    Entity,
    Evidence,
    Fact,
    Finding,
    Statement,
    digest,
    slug,
)
from protocolgraph.model.workspace import Waiver
from protocolgraph.present.timeline import Timeline, make_timeline

DocumentReader = Callable[[str], Document | None]
"""Returns the document of this name, or None where its file is not at hand or not the one that was read."""

_PATIENCE = 0.3
"""Seconds that a page waits for the checks before it goes out without them."""
_KEPT = 16
"""How many comparisons, matrices and timelines stay in memory once they were looked at."""


@dataclass(frozen=True)
class Pages:
    """Pages of documents as pictures, where a document has any."""

    has: Callable[[str], bool] = field(default=lambda _: False)
    """Whether the document of this name has pages that can be drawn."""
    draw: Callable[[str, int, tuple[str, ...]], bytes | None] = field(default=lambda *_: None)
    """Draws a page as PNG, the words of these quotes marked; None where the file is not the one that was read."""


@dataclass(frozen=True)
class Site:
    """A graph with what the pages need beside it."""

    graph: Graph
    read_document: DocumentReader = field(default=lambda _: None)
    check: Callable[[], tuple[Finding, ...]] = field(default=lambda: ())
    """Finds gaps, overlaps, conflicts and slips of drafting; asked once, when a page needs them."""
    stale: Callable[[], tuple[Waiver, ...]] = field(default=lambda: ())
    """Finds the waivers that cover nothing."""

    pages: Pages = field(default_factory=Pages)

    @cached_property
    def _checking(self) -> Future[tuple[Finding, ...]]:
        """The checks; they begin to run, beside everything else, when this is first asked for."""
        found: Future[tuple[Finding, ...]] = Future()

        def run() -> None:
            try:
                found.set_result(self.check())
            except Exception as error:  # noqa: BLE001  raised again where the findings are asked for
                found.set_exception(error)

        Thread(target=run, daemon=True).start()
        return found

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the checks find, the gravest first; waits until they have run."""
        return self._checking.result()

    def findings_soon(self) -> tuple[Finding, ...] | None:
        """What the checks find, or None while they still run."""
        try:
            return self._checking.result(timeout=_PATIENCE)
        except TimeoutError:
            return None

    def prepare(self) -> None:
        """Let the checks begin, so that the first visitor need not wait for them."""
        self._checking.running()

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Facts and duties by id."""
        stated: list[Statement] = [*self.graph.knowledge.facts, *self.graph.knowledge.duties]
        return {statement.id: statement for statement in stated}

    @cached_property
    def _by_words(self) -> dict[tuple[object, ...], str]:
        return {(s.evidence.document, s.evidence.spans): s.id for s in self.statements.values()}

    def statement_at(self, evidence: Evidence) -> str | None:
        """Return the id of a statement that was read from these words, if one was."""
        return self._by_words.get((evidence.document, evidence.spans))

    @cached_property
    def compared(self) -> Callable[[str, str], Comparison]:
        """Compares two areas or documents by name; the latest comparisons are kept."""
        return lru_cache(maxsize=_KEPT)(partial(compare, self.graph))

    @cached_property
    def compared_over_time(self) -> Callable[[str, int, int], Comparison]:
        """Compares an area to a year with what came after it to another; the latest comparisons are kept."""
        return lru_cache(maxsize=_KEPT)(
            lambda area, start, end: compare_over_time(self.graph, area, start=start, end=end)
        )

    @cached_property
    def matrix_of(self) -> Callable[[Choice], Matrix]:
        """Makes the accountability matrix of some of the documents; the latest are kept."""
        return lru_cache(maxsize=_KEPT)(partial(matrix, self.graph))

    @cached_property
    def timeline_of(self) -> Callable[[Choice], Timeline]:
        """Makes the timeline of some of the documents; the latest are kept."""
        return lru_cache(maxsize=_KEPT)(lambda choice: make_timeline(self.graph.narrowed(choice).knowledge))

    @cached_property
    def documents(self) -> dict[str, DocumentInfo]:
        """The documents by name."""
        return {info.name: info for info in self.graph.documents}

    @cached_property
    def by_document(self) -> dict[str, tuple[Statement, ...]]:
        """Statements by the document that makes them, in the order of its text."""
        found: dict[str, list[Statement]] = {}
        for statement in self.statements.values():
            found.setdefault(statement.evidence.document, []).append(statement)
        return {name: tuple(sorted(items, key=lambda item: item.evidence.spans)) for name, items in found.items()}

    @cached_property
    def areas(self) -> dict[str, str]:
        """Names of the areas by the word that stands for each in addresses."""
        named = {info.area for info in self.graph.documents if info.area}
        return {slug(name): name for name in sorted(named)}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.graph.knowledge.entities}

    @cached_property
    def entity_rows(self) -> tuple[Any, ...]:
        """Rows of the JSON Lines export for entities, in its order."""
        return tuple(iter_rows(replace(self.graph.knowledge, facts=(), duties=())))

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Facts by document and id."""
        return tuple(sorted(self.graph.knowledge.facts, key=lambda fact: (fact.evidence.document, fact.id)))

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """Duties by document and id."""
        return tuple(sorted(self.graph.knowledge.duties, key=lambda duty: (duty.evidence.document, duty.id)))

    @cached_property
    def names(self) -> dict[str, str]:
        """Preferred names by entity id."""
        return {entity.id: entity.name for entity in self.graph.knowledge.entities}


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


def source_address(evidence: Evidence, identifier: str) -> str:
    """Return the address of a statement's words in the page of their document."""
    return f"{document_address(evidence.document)}#s-{quote(identifier)}"
