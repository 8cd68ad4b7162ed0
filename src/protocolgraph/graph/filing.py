"""Writes records into an SQLite file in which they are found by what they are about; `filed` reads it.

Every record is a row with its JSON and the columns by which it is looked for. The file keeps a fingerprint of all
its records, too, which does not depend on the order in which they came: equal fingerprints are equal graphs.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from protocolgraph.graph.finder import all_names, words_of
from protocolgraph.graph.lookup import keys_of
from protocolgraph.model import BASE, DocumentInfo, Duty, Entity, Fact, Knowledge, NameUse, to_dict
from protocolgraph.text.normalise import name_key

_TABLES = """
CREATE TABLE fingerprint(value TEXT NOT NULL);
CREATE TABLE document(name TEXT PRIMARY KEY, data TEXT NOT NULL);
CREATE TABLE entity(id TEXT PRIMARY KEY, type TEXT NOT NULL, area TEXT, data TEXT NOT NULL);
CREATE TABLE mention(document TEXT, entity TEXT, PRIMARY KEY(document, entity)) WITHOUT ROWID;
CREATE TABLE use(document TEXT, entity TEXT, data TEXT NOT NULL, PRIMARY KEY(document, entity)) WITHOUT ROWID;
CREATE TABLE name(number INTEGER PRIMARY KEY, name TEXT NOT NULL, entity TEXT NOT NULL);
CREATE TABLE key(key TEXT, name INTEGER, PRIMARY KEY(key, name)) WITHOUT ROWID;
CREATE TABLE word(word TEXT, name INTEGER, PRIMARY KEY(word, name)) WITHOUT ROWID;
CREATE TABLE statement(
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, document TEXT NOT NULL, predicate TEXT,
    data TEXT NOT NULL
);
-- The words of duties by the statement's number; it keeps no text, so who removes a row gives the text anew.
CREATE VIRTUAL TABLE said USING fts5(text, content = '', detail = none);
CREATE TABLE part(entity TEXT, part TEXT, statement INTEGER, PRIMARY KEY(entity, part, statement)) WITHOUT ROWID;
"""
_INDICES = """
CREATE INDEX name_of ON name(entity);
CREATE INDEX entity_in ON entity(area);
CREATE INDEX statement_by_id ON statement(id);
CREATE INDEX statement_in ON statement(document, kind);
CREATE INDEX statement_of ON statement(predicate);
"""
_ROUND = 2**256
Record = DocumentInfo | Entity | NameUse | Fact | Duty


def short(identifier: str) -> str:
    """Return an entity's id as the file has it: without the beginning that all have."""
    return identifier.removeprefix(BASE)


@contextmanager
def new_file(path: Path) -> Iterator[Filing]:
    """Give what writes a new file of records, and complete it in the end.

    Raises:
        OSError: it cannot be written.

    """
    connection = _connect(path)
    try:
        connection.executescript(_TABLES)
        filing = Filing(connection)
        yield filing
        filing.finish()
        connection.executescript(_INDICES)
    except sqlite3.Error as error:
        raise OSError(f"{path.name}: {error}") from error
    finally:
        connection.close()


def _connect(path: Path) -> sqlite3.Connection:
    """Open a file that nobody else knows yet, and that counts for nothing if it is not completed: no journal."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    return connection


class Filing:
    """Files records."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute("BEGIN")
        found = connection.execute("SELECT value FROM fingerprint").fetchone()
        self._sum = int(found[0], 16) if found else 0

    @property
    def fingerprint(self) -> str:
        """What tells these records from any others."""
        return f"{self._sum:064x}"

    def finish(self) -> None:
        """Write the fingerprint, and what else is still to be written."""
        self._connection.execute("DELETE FROM fingerprint")
        self._connection.execute("INSERT INTO fingerprint VALUES (?)", (self.fingerprint,))
        self._connection.execute("COMMIT")

    def add(self, knowledge: Knowledge) -> None:
        """File all these records."""
        for document in knowledge.documents:
            self._run("INSERT INTO document VALUES (?, ?)", (document.name, self._counted(document)))
        for entity in knowledge.entities:
            self.add_entity(entity)
        for use in knowledge.uses:
            row = (use.document, short(use.entity), self._counted(use))
            self._run("INSERT INTO use VALUES (?, ?, ?)", row)
        statements: tuple[Fact | Duty, ...] = (*knowledge.facts, *knowledge.duties)
        for statement in statements:
            self._add_statement(statement)

    def add_entity(self, entity: Entity) -> None:
        """File an entity with its names and the documents that mention it."""
        own = short(entity.id)
        row = (own, entity.type.value, entity.area, self._counted(entity))
        self._run("INSERT INTO entity VALUES (?, ?, ?, ?)", row)
        mentions = ((document, own) for document in entity.documents)
        self._connection.executemany("INSERT OR IGNORE INTO mention VALUES (?, ?)", mentions)
        for name in all_names(entity):
            number = self._run("INSERT INTO name(name, entity) VALUES (?, ?)", (name, own)).lastrowid
            self._connection.executemany("INSERT INTO key VALUES (?, ?)", ((key, number) for key in keys_of(name)))
            words = ((word, number) for word in dict.fromkeys(words_of(name)))
            self._connection.executemany("INSERT INTO word VALUES (?, ?)", words)

    def _add_statement(self, statement: Fact | Duty) -> None:
        predicate = statement.predicate if isinstance(statement, Fact) else None
        kind, document = _kind(statement), statement.evidence.document
        number = self._run(
            "INSERT INTO statement(kind, id, document, predicate, data) VALUES (?, ?, ?, ?, ?)",
            (kind, statement.id, document, predicate, self._counted(statement)),
        ).lastrowid
        parts = ((short(entity), part, number) for part, entity in parts_of(statement))
        self._connection.executemany("INSERT OR IGNORE INTO part VALUES (?, ?, ?)", parts)
        if isinstance(statement, Duty):
            words = name_key(statement.content.text)
            self._run("INSERT INTO said(rowid, text) VALUES (?, ?)", (number, words))

    def _run(self, command: str, values: tuple[object, ...]) -> sqlite3.Cursor:
        return self._connection.execute(command, values)

    def _counted(self, record: Record) -> str:
        """Return a record's JSON, and count it into the fingerprint."""
        text = json.dumps(to_dict(record), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        self._sum = (self._sum + _weight(record, text)) % _ROUND
        return text


def _weight(record: Record, text: str) -> int:
    return int.from_bytes(sha256(f"{type(record).__name__}\n{text}".encode()).digest())


def _kind(statement: Fact | Duty) -> str:
    return "fact" if isinstance(statement, Fact) else "duty"


def parts_of(statement: Fact | Duty) -> Iterable[tuple[str, str]]:
    """Return the entities that a statement is about, each with the part that it has in it."""
    if isinstance(statement, Fact):
        ends = (("subject", statement.subject), ("object", statement.object))
        return [(part, entity) for part, entity in ends if entity is not None]
    return [("bearer", statement.bearer), *(("to", target) for target in dict.fromkeys(statement.to))]
