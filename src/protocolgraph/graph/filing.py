"""Writes records into SQLite files in which they are found by what they are about; `filed` reads them.

Every record is a row with its JSON and the columns by which it is looked for. Documents and entities have a home,
the part of the graph that is put there as one. Homes are spread over some files, so that a change copies one of them,
not all records: `filings` opens them. A file keeps a fingerprint of all its records, which does not depend on the
order in which they came: equal fingerprints are equal graphs. Notes are what builds keep for the next.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from protocolgraph.graph.doubt import urgency_of
from protocolgraph.graph.finder import all_names, words_of
from protocolgraph.graph.lookup import keys_of
from protocolgraph.model import BASE, DocumentInfo, Duty, Entity, Fact, Layout, NameUse, from_json, to_json
from protocolgraph.model.mark import NO_LAYOUT
from protocolgraph.text.normalise import name_key

_TABLES = """
CREATE TABLE fingerprint(value TEXT NOT NULL);
CREATE TABLE note(key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE document(name TEXT PRIMARY KEY, home TEXT NOT NULL, area TEXT, print TEXT NOT NULL, data TEXT NOT NULL);
-- The layout stands apart: lists of documents do without, and most of what is kept of a document is its layout.
CREATE TABLE layout(document TEXT PRIMARY KEY, layout TEXT NOT NULL);
CREATE TABLE entity(
    id TEXT PRIMARY KEY, home TEXT NOT NULL, type TEXT NOT NULL, area TEXT, sort TEXT NOT NULL, data TEXT NOT NULL
);
CREATE TABLE mention(document TEXT, entity TEXT, PRIMARY KEY(document, entity)) WITHOUT ROWID;
CREATE TABLE use(document TEXT, entity TEXT, data TEXT NOT NULL, PRIMARY KEY(document, entity)) WITHOUT ROWID;
CREATE TABLE name(number INTEGER PRIMARY KEY, name TEXT NOT NULL, entity TEXT NOT NULL);
CREATE TABLE key(key TEXT, name INTEGER, PRIMARY KEY(key, name)) WITHOUT ROWID;
CREATE TABLE word(word TEXT, name INTEGER, PRIMARY KEY(word, name)) WITHOUT ROWID;
CREATE TABLE statement(
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, document TEXT NOT NULL, predicate TEXT,
    urgency REAL, data TEXT NOT NULL
);
-- The words of duties, and of all quotes, by the statement's number; they keep no text, so who removes a row gives
-- the text anew.
CREATE VIRTUAL TABLE said USING fts5(text, content = '', detail = none);
CREATE VIRTUAL TABLE quoted USING fts5(text, content = '', detail = none);
CREATE TABLE part(entity TEXT, part TEXT, statement INTEGER, PRIMARY KEY(entity, part, statement)) WITHOUT ROWID;
-- What is counted once, at the end: how much a document holds, and how many statements are about an entity.
CREATE TABLE tally(document TEXT PRIMARY KEY, mentions INTEGER, facts INTEGER, duties INTEGER) WITHOUT ROWID;
CREATE TABLE reach(entity TEXT PRIMARY KEY, statements INTEGER) WITHOUT ROWID;
"""
_INDICES = """
CREATE INDEX document_at ON document(home);
CREATE INDEX document_in ON document(area);
CREATE INDEX entity_at ON entity(home);
CREATE INDEX mention_of ON mention(entity);
CREATE INDEX name_of ON name(entity);
CREATE INDEX entity_in ON entity(area);
CREATE INDEX entity_listed ON entity(type, sort, id);
CREATE INDEX statement_by_id ON statement(id);
CREATE INDEX statement_in ON statement(document, kind);
CREATE INDEX statement_of ON statement(predicate);
CREATE INDEX statement_waiting ON statement(urgency DESC, id) WHERE urgency IS NOT NULL;
CREATE INDEX statement_reviewed ON statement(document) WHERE urgency IS NULL;
CREATE INDEX use_of ON use(entity);
"""
_COUNTED = """
DELETE FROM tally;
INSERT INTO tally SELECT
    name, (SELECT count(*) FROM mention WHERE document = name),
    (SELECT count(*) FROM statement WHERE document = name AND kind = 'fact'),
    (SELECT count(*) FROM statement WHERE document = name AND kind = 'duty')
FROM document;
DELETE FROM reach;
INSERT INTO reach SELECT entity, count(DISTINCT statement) FROM part GROUP BY entity;
"""
AREAS = "SELECT area FROM document WHERE area IS NOT NULL UNION SELECT area FROM entity WHERE area IS NOT NULL"
INFO = "SELECT data, layout FROM document JOIN layout ON document = name"
"""What all that is filed of a document is made of again."""
_ROUND = 2**256
KINDS: Mapping[str, type[Fact] | type[Duty]] = {"fact": Fact, "duty": Duty}
"""The records of statements by the words that the file has for them."""
Row = tuple[Any, ...]


@dataclass(frozen=True)
class Filed:
    """One document's records as they are filed."""

    name: str
    home: str
    info: DocumentInfo | None
    uses: Sequence[NameUse]
    statements: Sequence[Fact | Duty]
    names: tuple[str, ...]
    """What the entities that it uses are called, in the order of `uses`."""

    @cached_property
    def texts(self) -> tuple[list[str], list[str]]:
        """The JSON of the uses and of the statements."""
        return [to_json(use) for use in self.uses], [to_json(statement) for statement in self.statements]

    @cached_property
    def print(self) -> str:
        """A hash of all this: what is filed already, and has the same, need not be filed again."""
        uses, statements = self.texts
        found = sha256()
        for text in (to_json(self.info), *uses, *statements, *self.names, self.home):
            found.update(text.encode() + b"\n")
        return found.hexdigest()


def info_of(data: str, layout: str) -> DocumentInfo:
    """Return what is filed of a document."""
    return replace(from_json(DocumentInfo, data), layout=from_json(Layout, layout))


def short(identifier: str) -> str:
    """Return an entity's id as the file has it: without the beginning that all have."""
    return identifier.removeprefix(BASE)


def entity_data(entity: Entity) -> str:
    """Return what is filed of an entity; which documents mention it stands apart."""
    return to_json(replace(entity, documents=()))


@contextmanager
def open_filing(path: Path, *, fresh: bool) -> Iterator[Filing]:
    """Give what changes a file of records that nobody else knows yet; it counts for nothing unless it ends well.

    Raises:
        OSError: it cannot be written.

    """
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        if fresh:
            connection.executescript(_TABLES)
        filing = Filing(connection)
        yield filing
        filing.finish()
        if fresh:
            connection.executescript(_INDICES)
        connection.executescript(_COUNTED)
    except sqlite3.Error as error:
        raise OSError(f"{path.name}: {error}") from error
    finally:
        connection.close()


class Filing:
    """Files records, and takes them away."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute("BEGIN")
        found = self._rows("SELECT value FROM fingerprint")
        self._sum = int(found[0][0], 16) if found else 0

    @property
    def fingerprint(self) -> str:
        """What tells these records from any others."""
        return f"{self._sum:064x}"

    def finish(self) -> None:
        """Write what is still to be written."""
        self._run("DELETE FROM fingerprint")
        self._run("INSERT INTO fingerprint VALUES (?)", self.fingerprint)
        self._run("COMMIT")

    def prints(self, home: str) -> dict[str, str]:
        """Return the prints of the documents at a home, by name."""
        return dict(self._rows("SELECT name, print FROM document WHERE home = ?", home))

    def entities(self, home: str) -> dict[str, str]:
        """Return the data of the entities at a home, by their short ids."""
        return dict(self._rows("SELECT id, data FROM entity WHERE home = ?", home))

    def areas(self) -> set[str]:
        """Return the areas of documents and entities."""
        return {str(area) for (area,) in self._rows(AREAS)}

    def note(self, key: str, value: str | None) -> bool:
        """Note something for the next build, and return whether that is new; None takes a note away."""
        found = self._rows("SELECT value FROM note WHERE key = ?", key)
        if found == ([] if value is None else [(value,)]):
            return False
        self._run("DELETE FROM note WHERE key = ?", key)
        if value is not None:
            self._run("INSERT INTO note VALUES (?, ?)", key, value)
        return True

    def add_document(self, filed: Filed) -> None:
        """File a document's records."""
        if filed.info is not None:
            self._count("document", to_json(filed.info))
            data, layout = to_json(replace(filed.info, layout=NO_LAYOUT)), to_json(filed.info.layout)
            row = (filed.name, filed.home, filed.info.area, filed.print, data)
            self._run("INSERT INTO document VALUES (?, ?, ?, ?, ?)", *row)
            self._run("INSERT INTO layout VALUES (?, ?)", filed.name, layout)
        uses, statements = filed.texts
        for use, data in zip(filed.uses, uses, strict=True):
            entity = short(use.entity)
            self._run("INSERT INTO use VALUES (?, ?, ?)", filed.name, entity, self._count("use", data))
            self._mention(filed.name, entity)
        for statement, data in zip(filed.statements, statements, strict=True):
            self._add_statement(statement, data)

    def drop_document(self, name: str) -> None:
        """Take away what is filed of a document."""
        mentioned = self._rows("SELECT entity FROM mention WHERE document = ?", name)
        self._discount("mention", (_mention(name, entity) for (entity,) in mentioned))
        infos = self._rows(f"{INFO} WHERE name = ?", name)
        self._discount("document", (to_json(info_of(*row)) for row in infos))
        self._discount("use", (data for (data,) in self._rows("SELECT data FROM use WHERE document = ?", name)))
        for number, kind, data in self._rows("SELECT number, kind, data FROM statement WHERE document = ?", name):
            self._discount(kind, [data])
            stated = from_json(KINDS[kind], data)
            for _, entity in parts_of(stated):
                self._run("DELETE FROM part WHERE entity = ? AND statement = ?", short(entity), number)
            for table, words in _words_of(stated):
                self._run(f"INSERT INTO {table}({table}, rowid, text) VALUES ('delete', ?, ?)", number, words)
        self._run("DELETE FROM document WHERE name = ?", name)
        for table in ("layout", "use", "mention", "statement"):
            self._run(f"DELETE FROM {table} WHERE document = ?", name)

    def add_entity(self, entity: Entity, home: str) -> None:
        """File an entity with its names."""
        own = short(entity.id)
        data = self._count("entity", entity_data(entity))
        row = (own, home, entity.type.value, entity.area, entity.name.casefold(), data)
        self._run("INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?)", *row)
        for document in entity.documents:
            self._mention(document, own)
        for name in all_names(entity):
            number = self._run("INSERT INTO name(name, entity) VALUES (?, ?)", name, own).lastrowid
            self._connection.executemany("INSERT INTO key VALUES (?, ?)", ((key, number) for key in keys_of(name)))
            words = ((word, number) for word in dict.fromkeys(words_of(name)))
            self._connection.executemany("INSERT INTO word VALUES (?, ?)", words)

    def drop_entity(self, own: str) -> None:
        """Take away an entity, by its short id; the documents that mention it are another matter."""
        self._discount("entity", (data for (data,) in self._rows("SELECT data FROM entity WHERE id = ?", own)))
        for number, name in self._rows("SELECT number, name FROM name WHERE entity = ?", own):
            for key in keys_of(name):
                self._run("DELETE FROM key WHERE key = ? AND name = ?", key, number)
            for word in words_of(name):
                self._run("DELETE FROM word WHERE word = ? AND name = ?", word, number)
        self._run("DELETE FROM name WHERE entity = ?", own)
        self._run("DELETE FROM entity WHERE id = ?", own)

    def _add_statement(self, statement: Fact | Duty, data: str) -> None:
        predicate = statement.predicate if isinstance(statement, Fact) else None
        kind = "fact" if isinstance(statement, Fact) else "duty"
        self._count(kind, data)
        number = self._run(
            "INSERT INTO statement(kind, id, document, predicate, urgency, data) VALUES (?, ?, ?, ?, ?, ?)",
            kind, statement.id, statement.evidence.document, predicate, urgency_of(statement), data,
        ).lastrowid  # fmt: skip
        parts = ((short(entity), part, number) for part, entity in parts_of(statement))
        self._connection.executemany("INSERT OR IGNORE INTO part VALUES (?, ?, ?)", parts)
        for table, words in _words_of(statement):
            self._run(f"INSERT INTO {table}(rowid, text) VALUES (?, ?)", number, words)

    def _mention(self, document: str, entity: str) -> None:
        if self._run("INSERT OR IGNORE INTO mention VALUES (?, ?)", document, entity).rowcount:
            self._count("mention", _mention(document, entity))

    def _run(self, command: str, *values: object) -> sqlite3.Cursor:
        return self._connection.execute(command, values)

    def _rows(self, query: str, *values: object) -> list[Row]:
        return self._run(query, *values).fetchall()

    def _count(self, table: str, text: str) -> str:
        """Count a record into the fingerprint, and return it."""
        self._sum = (self._sum + _weight(table, text)) % _ROUND
        return text

    def _discount(self, table: str, texts: Iterable[str]) -> None:
        """Take records out of the fingerprint."""
        for text in texts:
            self._sum = (self._sum - _weight(table, text)) % _ROUND


def joined(fingerprints: Iterable[str]) -> str:
    """Return the fingerprint of all records from those of the files that hold them."""
    return f"{sum(int(one, 16) for one in fingerprints) % _ROUND:064x}"


def _weight(table: str, text: str) -> int:
    return int.from_bytes(sha256(f"{table}\n{text}".encode()).digest())


def _mention(document: str, entity: str) -> str:
    return f"{document}\n{entity}"


def _words_of(statement: Fact | Duty) -> Iterable[tuple[str, str]]:
    """Return what a statement is found by, each with the table of its words."""
    if isinstance(statement, Duty):
        yield "said", name_key(statement.content.text)
    yield "quoted", name_key(" ".join(place.quote for place in (statement.evidence, *statement.also)))


def parts_of(statement: Fact | Duty) -> Iterable[tuple[str, str]]:
    """Return the entities that a statement is about, each with the part that it has in it."""
    if isinstance(statement, Fact):
        ends = (("subject", statement.subject), ("object", statement.object))
        return [(part, entity) for part, entity in ends if entity is not None]
    return [("bearer", statement.bearer), *(("to", target) for target in dict.fromkeys(statement.to))]
