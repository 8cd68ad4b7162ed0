"""Looks records up in the files that `filing` wrote. Only what is asked for is read."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from protocolgraph.errors import StoreError
from protocolgraph.garbage import uncollected
from protocolgraph.graph.filed_lists import LAST, FiledLists
from protocolgraph.graph.filed_words import FiledWords
from protocolgraph.graph.filing import INFO, KINDS, info_of, joined, short
from protocolgraph.graph.filings import SHARED, SUFFIX
from protocolgraph.graph.finder import NameFinder, words_of
from protocolgraph.graph.index import KnowledgeIndex
from protocolgraph.graph.looked_up import KEPT, LookedUp
from protocolgraph.graph.lookup import NameIndex
from protocolgraph.graph.paths import AccountabilityMap
from protocolgraph.graph.records import Counts, Tally, is_particular
from protocolgraph.graph.searching import in_order
from protocolgraph.model import BASE, DocumentInfo, Duty, Entity, EntityType, Fact, Knowledge, NameUse, from_json
from protocolgraph.text.normalise import name_key
from protocolgraph.vocab.schema import accountability

_FEW = 8
"""How many lists of what waits for a reviewer in all documents stay in memory."""
_AT_ONCE = 500
"""Values of one query; SQLite takes no end of them."""
_LOOKED_AT = 200
"""Entities at which a search looks to find the best, those of the shortest names."""
_SEARCHES = 256
"""How many searches' answers stay in memory."""
Value = TypeVar("Value")
Named = TypeVar("Named", Entity, Fact, Duty)
Stated = TypeVar("Stated", Fact, Duty)
Record = TypeVar("Record", DocumentInfo, Entity, NameUse, Fact, Duty)
_ENTITY = "SELECT id, data, (SELECT json_group_array(document) FROM mention WHERE mention.entity = id) FROM entity"


class FiledRecords:
    """The records in a folder of files, which must not change while they are read."""

    def __init__(self, folder: Path, damaged: Callable[[], StoreError]) -> None:
        """Open the files.

        Args:
            folder: where they are.
            damaged: makes the error that is raised when they cannot be read.

        """
        self._damaged = damaged
        self._files: dict[str, sqlite3.Connection] = {}
        self._reach: dict[str, int] = {}
        self._homes: dict[str, str] = {}
        if not folder.is_dir():
            raise damaged()
        for path in sorted(folder.glob(f"*{SUFFIX}")):
            address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
            try:
                self._files[path.stem] = sqlite3.connect(address, uri=True, check_same_thread=False)
            except sqlite3.Error as error:
                self.close()
                raise damaged() from error

    def close(self) -> None:
        """Let go of the files."""
        for connection in self._files.values():
            connection.close()

    @cached_property
    def fingerprint(self) -> str:
        """What tells these records from any others."""
        return joined(str(one) for (one,) in self._rows("SELECT value FROM fingerprint"))

    def notes(self, beginning: str) -> dict[str, str]:
        """Return what the build noted for the next one under keys that begin so."""
        query = "SELECT key, value FROM note WHERE key BETWEEN ? AND ?"
        return dict(self._rows(query, beginning, beginning + LAST))

    @cached_property
    def index(self) -> KnowledgeIndex:
        """Entities by id and name, statements by whom they are about."""
        entities = LookedUp(self._entity, lambda: (entity.id for entity in self.entities()))
        return KnowledgeIndex(
            entities=entities,
            names=NameIndex(entities, LookedUp(self._bearers, lambda: self._keys("key", "key"))),
            facts_of=self._about(Fact, "subject"),
            facts_on=self._about(Fact, "object"),
            duties_of=self._about(Duty, "bearer"),
            duties_to=self._about(Duty, "to"),
            accountability=AccountabilityMap(self._accountability),
        )

    @cached_property
    def finder(self) -> NameFinder:
        """Finds entities by what people call them."""
        return NameFinder(
            self.index, set(self.lists.areas), LookedUp(self._holders, lambda: self._keys("word", "word"))
        )

    @cached_property
    def counts(self) -> Counts:
        """How many records there are."""
        types = self._counted("SELECT type, count(*) FROM entity GROUP BY type")
        entities = {EntityType(type): types[type] for type in sorted(types)}
        held = self.tallies.values()
        return Counts(len(held), entities, sum(one.facts for one in held), sum(one.duties for one in held))

    @cached_property
    def documents(self) -> tuple[DocumentInfo, ...]:
        """The documents, by name."""
        return self._infos(self._rows(INFO))

    @cached_property
    def register(self) -> tuple[DocumentInfo, ...]:
        """The documents without their layout, by name."""
        return tuple(sorted(self._records(DocumentInfo, "SELECT data FROM document"), key=lambda item: item.name))

    def document(self, name: str) -> DocumentInfo | None:
        """Return the document of this name; None if there is none."""
        return next(iter(self._infos(self._rows(f"{INFO} WHERE name = ?", name))), None)

    def knowledge(self) -> Knowledge:
        """Return all records."""
        with uncollected():
            uses = self._records(NameUse, "SELECT data FROM use")
            return Knowledge(
                documents=self.documents,
                entities=tuple(self.entities()),
                uses=tuple(sorted(uses, key=lambda use: (use.document, use.entity))),
                facts=tuple(self.facts()),
                duties=tuple(self.duties()),
            )

    def within(self, documents: Iterable[DocumentInfo]) -> Knowledge:
        """Return what these documents state, as `narrowed` does."""
        names = {document.name for document in documents}
        if len(names) == self.counts.documents:
            return self.knowledge()
        with uncollected():
            return self._stated_in(names)

    def _stated_in(self, names: Set[str]) -> Knowledge:
        mentions: dict[str, list[str]] = defaultdict(list)
        for own, document in self._among("SELECT entity, document FROM mention WHERE document IN", names):
            mentions[own].append(document)
        entities = self._bare(mentions)
        uses = self._read(NameUse, self._among("SELECT data FROM use WHERE document IN", names))
        stated = "SELECT data FROM statement WHERE kind = '{}' AND document IN"
        return Knowledge(
            documents=self._infos(self._among(f"{INFO} WHERE name IN", names)),
            entities=tuple(replace(one, documents=tuple(sorted(mentions[short(one.id)]))) for one in _by_id(entities)),
            uses=tuple(sorted(uses, key=lambda use: (use.document, use.entity))),
            facts=tuple(_by_id(self._read(Fact, self._among(stated.format("fact"), names)))),
            duties=tuple(_by_id(self._read(Duty, self._among(stated.format("duty"), names)))),
        )

    def entities(self, type: EntityType | None = None, document: str | None = None) -> list[Entity]:
        """Return the entities of this type that this document mentions, by id."""
        if document is None:
            return _by_id(self._entities(f"{_ENTITY} WHERE (?1 IS NULL OR type = ?1)", type))
        named = {str(own) for (own,) in self._rows("SELECT entity FROM mention WHERE document = ?", document)}
        return _by_id(entity for entity in self._entities_of(named) if type in (None, entity.type))

    def among(self, identifiers: Collection[str]) -> list[Entity]:
        """Return the entities that have one of these ids, by id, without the documents that mention them."""
        return _by_id(self._bare({short(one) for one in identifiers if one.startswith(BASE)}))

    def facts(self, predicate: str | None = None, document: str | None = None) -> list[Fact]:
        """Return the facts of this predicate that this document states, by id."""
        return _by_id(self._stated(Fact, "fact", predicate=predicate, document=document))

    def duties(self, document: str | None = None) -> list[Duty]:
        """Return the duties that this document states, by id."""
        return _by_id(self._stated(Duty, "duty", document=document))

    def statement(self, identifier: str) -> Fact | Duty | None:
        """Return the fact or duty of this id; None if there is none."""
        return self._statement(identifier)

    @cached_property
    def _statement(self) -> Callable[[str], Fact | Duty | None]:
        return lru_cache(maxsize=KEPT)(self._find_statement)

    def _find_statement(self, identifier: str) -> Fact | Duty | None:
        for kind, data in self._rows("SELECT kind, data FROM statement WHERE id = ?", identifier):
            return from_json(KINDS[kind], data)
        return None

    def statements(self, identifiers: Collection[str]) -> Mapping[str, Fact | Duty]:
        """Return the facts and duties that have one of these ids, by id."""
        rows = self._among("SELECT kind, data FROM statement WHERE id IN", identifiers)
        return {statement.id: statement for statement in self._statements(rows)}

    @cached_property
    def tallies(self) -> Mapping[str, Tally]:
        """How much each document holds, by its name."""
        held = {name: Tally(*numbers) for name, *numbers in self._rows("SELECT * FROM tally")}
        return {name: held[name] for name in sorted(held)}

    def links(self, predicates: Collection[str], documents: Collection[str], area: str | None = None) -> list[Fact]:
        """Return the facts of these predicates that these documents state, or whose subject is of the area, by id."""
        marks = ", ".join("?" * len(predicates))
        # The plus keeps SQLite from looking through all facts of the predicates.
        stated = f"SELECT data FROM statement WHERE +predicate IN ({marks}) AND document IN"
        about = f"""SELECT statement.data FROM entity JOIN part ON part.entity = entity.id AND part = 'subject'
            JOIN statement ON number = statement WHERE area = ? AND +predicate IN ({marks})"""
        rows = [*self._among(stated, documents, *predicates)]
        rows += self._rows(about, area, *predicates) if area is not None else []
        return _by_id(self._read(Fact, dict.fromkeys(rows)))

    def named(self, text: str, most: int) -> list[Entity]:
        """Return the entities one of whose names holds words that begin with all of these, the best first."""
        return self._named(text, most)

    @cached_property
    def _named(self) -> Callable[[str, int], list[Entity]]:
        return lru_cache(maxsize=_SEARCHES)(self._find_named)

    def _find_named(self, text: str, most: int) -> list[Entity]:
        if not words_of(text):
            return []
        called = {entity.id: entity for entity in self.index.names.bearers(text)}
        found = self._entities_of(self.lists.called(text, max(_LOOKED_AT, most)))
        return in_order(called, {**called, **{entity.id: entity for entity in found}}.values())[:most]

    def saying(self, text: str, most: int) -> list[Duty]:
        """Return duties whose text holds words that begin with all of these."""
        return list(self._read(Duty, self.words.data(name_key(text).split(), most)))[:most]

    @cached_property
    def words(self) -> FiledWords:
        """The words of duties and quotes."""
        return FiledWords(self._files, self._ask)

    def unreviewed(self, most: int, document: str | None, *, at_random: bool) -> list[Fact | Duty]:
        """Return statements that nobody has judged or stated: the most urgent first, or as their ids fall."""
        return self._waiting(most, at_random) if document is None else self._find_waiting(most, at_random, document)

    @cached_property
    def _waiting(self) -> Callable[[int, bool], list[Fact | Duty]]:
        return lru_cache(maxsize=_FEW)(self._find_waiting)

    def _find_waiting(self, most: int, at_random: bool, document: str | None = None) -> list[Fact | Duty]:  # noqa: FBT001  lru_cache takes all by place
        # The plus makes SQLite look for the document, not through all in order.
        order = "id" if at_random else "urgency DESC, id" if document is None else "+urgency DESC, id"
        rank = "0.0" if at_random else "-urgency"
        where = "urgency IS NOT NULL" if document is None else "document = ?2 AND urgency IS NOT NULL"
        values = (most,) if document is None else (most, document)
        query = f"SELECT {rank}, id, number FROM statement WHERE {where} ORDER BY {order} LIMIT ?1"
        found = ((*row, name) for name in self._files for row in self._ask(name, query, values))
        return self._numbered((name, number) for _, _, number, name in sorted(found)[:most])

    def _numbered(self, places: Iterable[tuple[str, int]]) -> list[Fact | Duty]:
        """The statements of these numbers in these files, in this order: the index alone says which these are."""
        wanted: dict[str, list[int]] = defaultdict(list)
        ordered = list(places)
        for name, number in ordered:
            wanted[name].append(number)
        rows: dict[tuple[str, int], tuple[Any, ...]] = {}
        for name, numbers in wanted.items():
            for some in _parts(numbers):
                query = f"SELECT number, kind, data FROM statement WHERE number IN ({', '.join('?' * len(some))})"
                rows |= {(name, row[0]): row[1:] for row in self._ask(name, query, tuple(some))}
        return self._statements(rows[place] for place in ordered)

    @cached_property
    def reviewed(self) -> Mapping[str, int]:
        """How many statements of each document people have judged or stated."""
        return dict(self._rows("SELECT document, count(*) FROM statement WHERE urgency IS NULL GROUP BY document"))

    def reaches(self, entities: Collection[str]) -> Mapping[str, int]:
        """Return how many statements are about each of these entities."""
        new = {short(entity) for entity in entities}.difference(self._reach)
        counted = Counter(dict.fromkeys(new, 0))
        for own, number in self._among("SELECT entity, statements FROM reach WHERE entity IN", new):
            counted[own] += number
        self._reach.update(counted)
        return {entity: self._reach[short(entity)] for entity in entities}

    def uses(self, entity: str, document: str | None) -> list[NameUse]:
        """Return by which names documents, or one, call an entity."""
        query, values = "SELECT data FROM use WHERE entity = ?1", [short(entity)]
        if document is not None:
            query, values = f"{query} AND document = ?2", [*values, document]
        return sorted(self._records(NameUse, query, *values), key=lambda use: use.document)

    def placed(self, type: EntityType | None, area: str | None) -> list[Entity]:
        """Return the entities of this type and of this area, or of none, by id."""
        return _by_id(self._entities(f"{_ENTITY} WHERE (?1 IS NULL OR type = ?1) AND area IS ?2", type, area))

    def listed(self, type: EntityType, area: str | None, text: str, part: slice) -> tuple[list[Entity], int]:
        """Return part of this type's entities by name, of an area and called so if asked, and how many they are."""
        if area is None and not text:
            shown, number = self.lists.listed(type, part), self.counts.entities.get(type, 0)
        else:
            shown, number = self.lists.chosen(type, area, text, part)
        found = {short(one.id): one for one in self._entities_of(shown)}
        return [found[own] for own in shown], number

    @cached_property
    def lists(self) -> FiledLists:
        """Lists of entities."""
        return FiledLists(self._files, self._ask)

    def prominent(self, type: EntityType, most: int) -> list[tuple[Entity, int]]:
        """Return the particular entities of this type that most statements are about, with how many."""
        found: list[tuple[Entity, int]] = []
        counted = self._counted("SELECT entity, statements FROM reach WHERE entity LIKE ?", f"%/{type.value}/%")
        for own, number in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
            entity = self.index.entities[BASE + own]
            found += [(entity, number)] if is_particular(entity) else []
            if len(found) == most:
                break
        return found

    def beginning(self, letters: str, most: int) -> list[Fact | Duty]:
        """Return statements whose id begins so, at most so many."""
        query = "SELECT id, kind, data FROM statement WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?"
        first = sorted(self._rows(query, letters, letters + LAST, most), key=lambda row: str(row[0]))[:most]
        return self._statements(row[1:] for row in first)

    def _statements(self, rows: Iterable[tuple[Any, ...]]) -> list[Fact | Duty]:
        found: list[Fact | Duty] = []
        for kind, data in rows:
            found += self._read(Fact, [(data,)]) if kind == "fact" else self._read(Duty, [(data,)])
        return found

    def _stated(self, record: type[Stated], kind: str, **wanted: str | None) -> Iterator[Stated]:
        asked = {"kind": kind, **{column: value for column, value in wanted.items() if value is not None}}
        where = " AND ".join(f"{column} = ?" for column in asked)
        return self._records(record, f"SELECT data FROM statement WHERE {where}", *asked.values())

    def _about(self, record: type[Stated], part: str) -> LookedUp[tuple[Stated, ...]]:
        query = "SELECT data FROM part JOIN statement ON number = statement WHERE part.entity = ? AND part = ?"

        def find(entity: str) -> tuple[Stated, ...] | None:
            with uncollected():  # a class may have tens of thousands
                return tuple(_by_id(self._read(record, self._beside(entity, query, part)))) or None

        return LookedUp(find, lambda: (entity.id for entity in self.entities()))

    def _accountability(self, entity: str) -> Iterable[Fact]:
        """The facts about an entity of which chains of accountability are made."""
        predicates = [link.predicate for link in accountability()]
        marks = ", ".join("?" * len(predicates))
        query = (
            f"SELECT data FROM part JOIN statement ON number = statement WHERE entity = ? AND predicate IN ({marks})"
        )
        return _by_id(self._read(Fact, self._beside(entity, query, *predicates)))

    def _beside(self, entity: str, query: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of a query that begins with an entity; what names one that is not shared is in its own file."""
        own = short(entity)
        home = self._home(own)
        files = self._files if home in (None, SHARED) else (home,)
        return [row for name in files for row in self._ask(name, query, (own, *values))]

    @cached_property
    def _home(self) -> Callable[[str], str | None]:
        return lru_cache(maxsize=KEPT)(self._find_home)

    def _find_home(self, own: str) -> str | None:
        """The file in which the entity of a short id is; those whose ids begin alike are mostly in the same."""
        beginning = own.partition("/")[0]
        likely = self._homes.get(beginning, SHARED)
        for name in sorted(self._files, key=lambda file: file != likely):
            if self._ask(name, "SELECT 1 FROM entity WHERE id = ?", (own,)):
                self._homes[beginning] = name
                return name
        return None

    def _entity(self, identifier: str) -> Entity | None:
        own = short(identifier)
        home = self._home(own)
        return None if home is None else next(self._entities_in(home, f"{_ENTITY} WHERE id = ?", own), None)

    def _bearers(self, key: str) -> list[tuple[str, Entity]] | None:
        query = "SELECT name.name, entity FROM key JOIN name ON number = key.name WHERE key = ? ORDER BY entity, number"
        rows = sorted(self._rows(query, key), key=lambda row: str(row[1]))
        found = ((name, self.index.entities.get(BASE + own)) for name, own in rows)
        return [(name, entity) for name, entity in found if entity is not None] or None

    def _holders(self, word: str) -> set[tuple[str, str]] | None:
        query = "SELECT entity, name.name FROM word JOIN name ON number = word.name WHERE word = ?"
        return {(BASE + own, name) for own, name in self._rows(query, word)} or None

    def _keys(self, table: str, column: str) -> Iterator[str]:
        return iter(dict.fromkeys(str(key) for (key,) in self._rows(f"SELECT DISTINCT {column} FROM {table}")))

    def _infos(self, rows: Iterable[tuple[Any, ...]]) -> tuple[DocumentInfo, ...]:
        try:
            return tuple(sorted((info_of(*row) for row in rows), key=lambda item: item.name))
        except ValueError as error:
            raise self._damaged() from error

    def _records(self, record: type[Record], query: str, *values: object) -> Iterator[Record]:
        return self._read(record, self._rows(query, *values))

    def _entities_of(self, ids: Iterable[str]) -> Iterator[Entity]:
        """The entities of these short ids."""
        for some in _parts(sorted(ids)):
            yield from self._entities(f"{_ENTITY} WHERE id IN ({', '.join('?' * len(some))})", *some)

    def _bare(self, ids: Iterable[str]) -> Iterator[Entity]:
        """The entities of these short ids without the documents that mention them, which may be thousands."""
        return self._read(Entity, self._among("SELECT data FROM entity WHERE id IN", ids))

    def _entities(self, query: str, *values: object) -> Iterator[Entity]:
        """The entities of which a query gives the data, with the documents that mention them in the same file."""
        for name in self._files:
            yield from self._entities_in(name, query, *values)

    def _entities_in(self, name: str, query: str, *values: object) -> Iterator[Entity]:
        rows = self._ask(name, query, values)
        shared = self._mentions([own for own, _, _ in rows]) if name == SHARED else {}
        documents = (shared[own] if name == SHARED else json.loads(mentions) for own, _, mentions in rows)
        entities = self._read(Entity, ((data,) for _, data, _ in rows))
        for entity, named in zip(entities, documents, strict=True):
            yield replace(entity, documents=tuple(sorted(named)))

    def _mentions(self, ids: Iterable[str]) -> Mapping[str, list[str]]:
        """The documents, in whatever file, that mention entities which many share."""
        found: dict[str, list[str]] = {own: [] for own in ids}
        for own, document in self._among("SELECT entity, document FROM mention WHERE entity IN", found):
            found[own].append(document)
        return found

    def _read(self, record: type[Record], rows: Iterable[tuple[Any, ...]]) -> Iterator[Record]:
        try:
            for (data,) in rows:
                yield from_json(record, data)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise self._damaged() from error

    def _among(self, query: str, values: Iterable[str], *before: object) -> Iterator[tuple[Any, ...]]:
        """The rows of a query that asks for a list of values; what it asks for before them comes first."""
        for some in _parts(sorted(values)):
            yield from self._rows(f"{query} ({', '.join('?' * len(some))})", *before, *some)

    def _counted(self, query: str, *values: object) -> Counter[str]:
        """The sums over all files of what a query counts."""
        total: Counter[str] = Counter()
        for what, number in self._rows(query, *values):
            total[what] += number
        return total

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of a query in all files."""
        return [row for name in self._files for row in self._ask(name, query, values)]

    def _ask(self, name: str, query: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        try:
            return self._files[name].execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise self._damaged() from error


def _by_id(records: Iterable[Named]) -> list[Named]:
    return sorted(records, key=lambda record: record.id)


def _parts(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """Parts of many values, each for one query."""
    return (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))
