"""A graph under way: what is put into it goes into its RDF and its records alike, home by home.

An edition begins empty, or as the graph that it will take the place of. Then only what differs is changed, so that
a change costs what it changes, and the outcome is that of writing all anew.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from protocolgraph.graph.filing import Filed, Filing, entity_data, short
from protocolgraph.graph.filings import Filings, link_or_copy, open_filings
from protocolgraph.graph.filling import StoreFiller
from protocolgraph.graph.rdf import area_triples, document_triples, entity_triples
from protocolgraph.graph.terms import ENTITIES_GRAPH, document_iri
from protocolgraph.graph.written import Triple
from protocolgraph.model import BASE, Duty, Entity, Fact, Knowledge, NameUse
from protocolgraph.model.statement import together

RECORDS, STORE = "records", "oxigraph"


class Edition(Protocol):
    """What a build puts into a graph."""

    def put(self, home: str, knowledge: Knowledge, others: Mapping[str, Entity]) -> None:
        """Put this in the place of all that has this home.

        Args:
            home: name of a part of the graph.
            knowledge: its documents, what they state, and the entities that are at home there.
            others: entities that it names and that are at home elsewhere.

        """

    def note(self, key: str, value: str | None, *, home: str = "") -> None:
        """Note something for the next build, beside what has this home; None takes a note away."""


@contextmanager
def open_edition(folder: Path, *, base: Path | None) -> Iterator[DiskEdition]:
    """Give an edition in a new folder: empty, or beginning as the generation in another folder is.

    Raises:
        OSError: it cannot be written.

    """
    if base is not None:
        _link(base / STORE, folder / STORE)
    filler = StoreFiller(folder / STORE, fresh=base is None)
    try:
        with open_filings(folder / RECORDS, base=None if base is None else base / RECORDS) as filings:
            edition = DiskEdition(filings, filler, fresh=base is None)
            yield edition
            edition.finish()
        filler.wait()
    finally:
        filler.close()


def _link(old: Path, new: Path) -> None:
    """Make a copy of a store. Its tables are never changed once they are written, so both may have them."""
    new.mkdir()
    for file in sorted(old.iterdir()):
        (link_or_copy if file.suffix == ".sst" else shutil.copyfile)(file, new / file.name)


class DiskEdition:
    """An edition on disk."""

    def __init__(self, filings: Filings, filler: StoreFiller, *, fresh: bool) -> None:
        self._filings, self._filler = filings, filler
        self._fresh = fresh
        self._put: set[str] = set()
        """The documents that were put, and so are not gone when another home has them no more."""
        self.changed = False
        """Whether a note was changed; of an edition that did not begin empty, whether anything was."""

    def note(self, key: str, value: str | None, *, home: str = "") -> None:
        """Note something for the next build, beside what has this home; None takes a note away."""
        self.changed |= self._filings.of(home).note(key, value)

    def put(self, home: str, knowledge: Knowledge, others: Mapping[str, Entity]) -> None:
        """Put this in the place of all that has this home."""
        entities = {**others, **{entity.id: entity for entity in knowledge.entities}}
        documents = _documents(home, knowledge, entities)
        filing = self._filings.of(home)
        known = {} if self._fresh else filing.prints(home)
        for name in sorted({*known, *documents}):
            filed = documents.get(name)
            if filed is None or known.get(name) != filed.print:
                self._put_document(filing, name, filed, entities)
        self._put.update(documents)
        self._put_entities(filing, home, knowledge.entities)

    def _put_document(self, filing: Filing, name: str, filed: Filed | None, entities: Mapping[str, Entity]) -> None:
        if not self._fresh:
            self.changed = True
            filing.drop_document(name)
        graph = document_iri(name)
        if filed is not None:
            filing.add_document(filed)
            triples = document_triples(name, filed.info, filed.uses, filed.statements, entities)
            self._filler.replace(None, graph, triples)
        elif name not in self._put:
            self._filler.replace(None, graph, ())

    def _put_entities(self, filing: Filing, home: str, entities: Sequence[Entity]) -> None:
        known = {} if self._fresh else filing.entities(home)
        wanted = {short(entity.id): entity for entity in entities}
        for own in sorted({*known, *wanted}):
            entity = wanted.get(own)
            if entity is not None and known.get(own) == entity_data(entity):
                continue
            self.changed |= not self._fresh
            if own in known:
                filing.drop_entity(own)
            triples: Iterator[Triple] = iter(())
            if entity is not None:
                filing.add_entity(entity, home)
                triples = entity_triples(entity)
            self._filler.replace(entity.id if entity else BASE + own, ENTITIES_GRAPH, triples)

    def finish(self) -> None:
        """Begin to complete the RDF."""
        before, after = (
            [triple for name in sorted(areas) for triple in area_triples(name)]
            for areas in (self._filings.areas_before, self._filings.areas())
        )
        self._filler.exchange(ENTITIES_GRAPH, before, after)
        self._filler.finish()

    @property
    def fingerprint(self) -> str:
        """What tells these records from any others."""
        return self._filings.fingerprint


def _documents(home: str, knowledge: Knowledge, entities: Mapping[str, Entity]) -> dict[str, Filed]:
    infos = {info.name: info for info in knowledge.documents}
    uses: dict[str, list[NameUse]] = defaultdict(list)
    for use in knowledge.uses:
        uses[use.document].append(use)
    statements: dict[str, list[Fact | Duty]] = defaultdict(list)
    stated: tuple[Fact | Duty, ...] = (*knowledge.facts, *knowledge.duties)
    for statement in stated:
        statements[statement.evidence.document].append(statement)
    return {
        name: Filed(
            name=name,
            home=home,
            info=infos.get(name),
            uses=uses[name],
            statements=statements[name],
            names=tuple(entities[use.entity].name for use in uses[name] if use.entity in entities),
        )
        for name in sorted({*infos, *uses, *statements})
    }


class Gathering:
    """An edition in memory, for a store that is replaced as a whole."""

    def __init__(self) -> None:
        self._homes: dict[str, Knowledge] = {}

    def put(self, home: str, knowledge: Knowledge, others: Mapping[str, Entity]) -> None:
        """Put this in the place of all that has this home."""
        del others
        self._homes[home] = knowledge

    def note(self, key: str, value: str | None, *, home: str = "") -> None:
        """Keep no notes: others may change such a store."""

    def knowledge(self) -> Knowledge:
        """Return all that was put."""
        return together(self._homes[home] for home in sorted(self._homes))
