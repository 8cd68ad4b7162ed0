"""A graph under way: what is put into it goes into its RDF and its records alike, home by home.

An edition begins empty, or as the graph that it will take the place of. Then only what differs is changed, so that
a change costs what it changes, and the outcome is that of writing all anew.
"""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Protocol

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad

from protocolgraph.graph.filing import Filed, Filing, entity_data, open_filing, short
from protocolgraph.graph.rdf import area_triples, document_triples, entity_triples
from protocolgraph.graph.terms import ENTITIES_GRAPH, document_iri
from protocolgraph.model import BASE, Duty, Entity, Fact, Knowledge, NameUse
from protocolgraph.model.statement import together

RECORDS, STORE = "records.db", "oxigraph"
_BATCH = 50_000
"""Quads that are given to a new store at once: it holds them in memory, and more at once is not faster."""
_UNION = DefaultGraph()


class Edition(Protocol):
    """What a build puts into a graph."""

    def put(self, home: str, knowledge: Knowledge, others: Mapping[str, Entity]) -> None:
        """Put this in the place of all that has this home.

        Args:
            home: name of a part of the graph.
            knowledge: its documents, what they state, and the entities that are at home there.
            others: entities that it names and that are at home elsewhere.

        """

    def note(self, key: str, value: str | None) -> None:
        """Note something for the next build; None takes a note away."""


@contextmanager
def open_edition(folder: Path, *, base: Path | None) -> Iterator[DiskEdition]:
    """Give an edition in a new folder: empty, or beginning as the generation in another folder is.

    Raises:
        OSError: it cannot be written.

    """
    if base is not None:
        shutil.copyfile(base / RECORDS, folder / RECORDS)
        _link(base / STORE, folder / STORE)
    with ExitStack() as stack:
        filing = stack.enter_context(open_filing(folder / RECORDS, fresh=base is None))
        edition = DiskEdition(filing, folder / STORE, fresh=base is None)
        try:
            yield edition
            edition.finish()
        finally:
            edition.close()


def _link(old: Path, new: Path) -> None:
    """Make a copy of a store. Its tables are never changed once they are written, so both may have them."""
    new.mkdir()
    for file in sorted(old.iterdir()):
        if file.suffix == ".sst":
            try:
                os.link(file, new / file.name)
                continue
            except OSError:
                pass  # a file system without links
        shutil.copyfile(file, new / file.name)


class DiskEdition:
    """An edition on disk."""

    def __init__(self, filing: Filing, path: Path, *, fresh: bool) -> None:
        self._filing = filing
        self._fresh = fresh
        try:
            self._store: pyoxigraph.Store | None = pyoxigraph.Store(str(path))
        except RuntimeError as error:
            raise OSError(str(error)) from error
        self._waiting: list[Quad] = []
        self._areas = filing.areas()
        self.changed = False
        """Whether a note was changed; of an edition that did not begin empty, whether anything was."""

    def note(self, key: str, value: str | None) -> None:
        """Note something for the next build; None takes a note away."""
        self.changed |= self._filing.note(key, value)

    def put(self, home: str, knowledge: Knowledge, others: Mapping[str, Entity]) -> None:
        """Put this in the place of all that has this home."""
        entities = {**others, **{entity.id: entity for entity in knowledge.entities}}
        documents = _documents(home, knowledge, entities)
        known = {} if self._fresh else self._filing.prints(home)
        for name in sorted({*known, *documents}):
            filed = documents.get(name)
            if filed is None or known.get(name) != filed.print:
                self._put_document(name, filed, entities)
        self._put_entities(home, knowledge.entities)

    def _put_document(self, name: str, filed: Filed | None, entities: Mapping[str, Entity]) -> None:
        if not self._fresh:
            self.changed = True
            self._filing.drop_document(name)
        graph = NamedNode(document_iri(name))
        quads: Iterator[Quad] = iter(())
        if filed is not None:
            self._filing.add_document(filed)
            triples = document_triples(name, filed.info, filed.uses, filed.statements, entities)
            quads = (Quad(*triple, graph) for triple in triples)
        self._replace(None, graph, quads)

    def _put_entities(self, home: str, entities: Sequence[Entity]) -> None:
        known = {} if self._fresh else self._filing.entities(home)
        wanted = {short(entity.id): entity for entity in entities}
        for own in sorted({*known, *wanted}):
            entity = wanted.get(own)
            if entity is not None and known.get(own) == entity_data(entity):
                continue
            self.changed |= not self._fresh
            if own in known:
                self._filing.drop_entity(own)
            quads: Iterator[Quad] = iter(())
            if entity is not None:
                self._filing.add_entity(entity, home)
                quads = (Quad(*triple, ENTITIES_GRAPH) for triple in entity_triples(entity))
            self._replace(NamedNode(entity.id if entity else BASE + own), ENTITIES_GRAPH, quads)

    def _replace(self, subject: NamedNode | None, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """Put quads in the place of what a graph holds, of all subjects or of one."""
        if self._fresh:
            self._waiting += quads
            if len(self._waiting) >= _BATCH:
                self._load()
            return
        before = set(self._open.quads_for_pattern(subject, None, None, graph))
        self._change(before, set(quads))

    def _change(self, before: set[Quad], after: set[Quad]) -> None:
        store = self._open
        for quad in before - after:
            store.remove(quad)
            stated = store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
            if not any(isinstance(other.graph_name, NamedNode) for other in stated):
                store.remove(_in_union(quad))
        store.extend(_with_union(after - before))

    def _load(self) -> None:
        self._open.bulk_extend(_with_union(self._waiting))
        self._waiting = []

    def finish(self) -> None:
        """Complete the RDF."""
        before, after = (
            {Quad(*triple, ENTITIES_GRAPH) for name in areas for triple in area_triples(name)}
            for areas in (self._areas, self._filing.areas())
        )
        if self._fresh:
            self._waiting += after
            self._load()
            self._open.optimize()
        else:
            self._change(before, after)
        self._open.flush()

    def close(self) -> None:
        """Let go of the store; only then are its files complete."""
        self._store = None

    @property
    def fingerprint(self) -> str:
        """What tells these records from any others."""
        return self._filing.fingerprint

    @property
    def _open(self) -> pyoxigraph.Store:
        if self._store is None:
            raise OSError("the edition is closed")
        return self._store


def _with_union(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield quads as a store holds them: in their graph, and in the union of all, the default graph."""
    for quad in quads:
        yield quad
        yield _in_union(quad)


def _in_union(quad: Quad) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object, _UNION)


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

    def note(self, key: str, value: str | None) -> None:
        """Keep no notes: others may change such a store."""

    def knowledge(self) -> Knowledge:
        """Return all that was put."""
        return together(self._homes[home] for home in sorted(self._homes))
