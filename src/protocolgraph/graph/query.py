"""SPARQL over the union of all named graphs (the store's default graph); answers are plain tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph
from pyoxigraph import Literal

from protocolgraph.errors import QueryError
from protocolgraph.graph.frames import frame
from protocolgraph.model.showing import html_table
from protocolgraph.vocab.schema import prefixes

if TYPE_CHECKING:
    from pandas import DataFrame

Cell = str | int | float | bool | None
"""A value of an answer: an IRI or a string as text, a number or truth value as such, None where unbound."""


class QueryForm(StrEnum):
    """What a query asks for."""

    SELECT = "select"
    ASK = "ask"
    CONSTRUCT = "construct"


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a query.

    An ASK has one column "answer" and one row; a CONSTRUCT or DESCRIBE has the columns subject,
    predicate and object, and a row for each triple.
    """

    form: QueryForm
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    cut: bool = False
    """Whether there were more rows than the limit lets through."""

    def to_dicts(self) -> list[dict[str, Cell]]:
        """Return the rows as dictionaries from column to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_frame(self) -> DataFrame:
        """Return the answer as a pandas data frame; raises UsageError if pandas is not installed."""
        return frame(self.to_dicts(), self.columns)

    def _repr_html_(self) -> str:
        rows = [["" if cell is None else str(cell) for cell in row] for row in self.rows]
        return html_table(self.columns, rows, note="there are more rows" if self.cut else "")


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a query may run and how much it may answer; None for no limit."""

    seconds: float | None = None
    rows: int | None = None


NO_LIMITS = Limits()

_POSITION = re.compile(r"error at (\d+):(\d+)")
_QUIET = re.compile(
    r'<[^<>"{}|^`\s]*>|"""(?:.|\n)*?"""|\'\'\'(?:.|\n)*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|#[^\n]*'
)
_SERVICE = re.compile(r"(?<![\w?$:@-])SERVICE(?![\w:-])", re.IGNORECASE)
_UPDATE = re.compile(
    r"(?:\s*(?:PREFIX\s+[\w.-]*:|BASE))*\s*(WITH|INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|COPY|MOVE|ADD)\b", re.IGNORECASE
)
_DECLARED = re.compile(r"\bPREFIX\s+([\w.-]*):", re.IGNORECASE)
_LOADING = re.compile(r"(?<![\w?$:@-])LOAD(?![\w:-])", re.IGNORECASE)
_LOCAL = re.compile(r"[\w-]+(?:[./][\w-]+)*")
_ORDERED = re.compile(r"(?<![\w?$:@-])ORDER\s+BY(?![\w:-])", re.IGNORECASE)


def run_query(store: pyoxigraph.Store, query: str, *, rows: int | None = None) -> Table:
    """Run a SELECT, ASK, CONSTRUCT or DESCRIBE query over the union of the store's graphs.

    The schema's prefixes need no declaration; one that the query declares wins. Rows come in the
    order that the query asks for, else sorted; at most so many, if a number is given.

    Raises:
        QueryError: the query cannot be parsed or run, or asks another server.
        OSError: the store's files cannot be read.

    """
    words = quiet(query)
    if _SERVICE.search(words):
        raise QueryError("SERVICE is not available: a query reads this graph and asks no other server")
    try:
        answer = store.query(query, prefixes=dict(prefixes()))
        return make_table(answer, ordered=is_ordered(query), rows=rows)
    except SyntaxError as error:
        raise _syntax_error(query, words, str(error)) from error
    except (ValueError, RuntimeError) as error:
        if "Corruption" in str(error):  # RocksDB's word for a file whose checksum is wrong
            raise OSError(str(error)) from error
        raise QueryError(f"The query cannot be run: {' '.join(str(error).split())}") from error


def run_update(store: pyoxigraph.Store, text: str) -> None:
    """Carry out a SPARQL update; the schema's prefixes need no declaration.

    Raises:
        QueryError: the update cannot be parsed or run, or asks another server.

    """
    words = quiet(text)
    if _SERVICE.search(words) or _LOADING.search(words):
        raise QueryError("SERVICE and LOAD are not available: an update asks no other server")
    try:
        store.update(text, prefixes=dict(prefixes()))
    except SyntaxError as error:
        raise _syntax_error(text, words, str(error), update=True) from error
    except (ValueError, RuntimeError, OSError) as error:
        raise QueryError(f"The update cannot be run: {' '.join(str(error).split())}") from error


def shortened(cell: Cell) -> str:
    """Return a value as people read it: an IRI of the schema's prefixes with its prefix, nothing for an unbound one."""
    if cell is None:
        return ""
    text = str(cell)
    for prefix, namespace in prefixes().items():
        local = text.removeprefix(namespace)
        if local != text and _LOCAL.fullmatch(local):
            return f"{prefix}:{local}"
    return text


def checked_query(query: str) -> tuple[str, bool]:
    """Return a query for another server, with its prefixes declared, and whether it answers with triples.

    It is parsed here first, so that a slip is told in the same words whatever the store.

    Raises:
        QueryError: the query cannot be parsed, or asks another server.

    """
    words = quiet(query)
    if _SERVICE.search(words):
        raise QueryError("SERVICE is not available: a query reads this graph and asks no other server")
    try:
        answer = pyoxigraph.Store().query(query, prefixes=dict(prefixes()))
    except SyntaxError as error:
        raise _syntax_error(query, words, str(error)) from error
    own = set(_DECLARED.findall(words))
    declared = " ".join(f"PREFIX {prefix}: <{iri}>" for prefix, iri in prefixes().items() if prefix not in own)
    return f"{declared} {query}", isinstance(answer, pyoxigraph.QueryTriples)


def quiet(query: str) -> str:
    """Return the query without its strings, IRIs and comments: what is left are its own words."""
    return _QUIET.sub(" ", query)


def is_ordered(query: str) -> bool:
    """Whether the query asks for an order of its rows."""
    return _ORDERED.search(quiet(query)) is not None


def make_table(answer: object, *, ordered: bool, rows: int | None = None) -> Table:
    """Return what a store answers as a table of at most so many rows.

    Raises:
        QueryError: it is no answer to a query.

    """
    if isinstance(answer, pyoxigraph.QueryBoolean):
        return Table(QueryForm.ASK, ("answer",), ((bool(answer),),))
    most = None if rows is None else rows + 1
    if isinstance(answer, pyoxigraph.QuerySolutions):
        columns = tuple(variable.value for variable in answer.variables)
        found = [tuple(_cell(value) for value in solution) for solution in islice(answer, most)]
        return _cut(QueryForm.SELECT, columns, found if ordered else _sorted(found), rows)
    if isinstance(answer, pyoxigraph.QueryTriples | pyoxigraph.QuadParser):
        triples = {(_cell(item.subject), _cell(item.predicate), _cell(item.object)) for item in islice(answer, most)}
        return _cut(QueryForm.CONSTRUCT, ("subject", "predicate", "object"), _sorted(triples), rows)
    raise QueryError("The query gives no table")


def _cut(form: QueryForm, columns: tuple[str, ...], found: list[tuple[Cell, ...]], rows: int | None) -> Table:
    cut = rows is not None and len(found) > rows
    return Table(form, columns, tuple(found[:rows]), cut)


def _sorted(rows: Iterable[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """By value, column by column: unbound first, then numbers, then text."""
    return sorted(rows, key=lambda row: [_rank(cell) for cell in row])


def _rank(cell: Cell) -> tuple[int, float, str]:
    if cell is None:
        return 0, 0.0, ""
    if isinstance(cell, int | float):
        return 1, float(cell), ""
    return 2, 0.0, cell


def _cell(value: object) -> Cell:
    if value is None:
        return None
    if not isinstance(value, Literal):
        return str(getattr(value, "value", value))
    kind = value.datatype.value.rpartition("#")[2]
    try:
        if kind in ("integer", "int", "long", "nonNegativeInteger"):
            return int(value.value)
        if kind in ("decimal", "double", "float"):
            return float(value.value)
    except ValueError:
        return value.value
    return value.value == "true" if kind == "boolean" else value.value


def _syntax_error(query: str, words: str, message: str, *, update: bool = False) -> QueryError:
    """The parser lists every token that could follow; a person needs the place and what stands there."""
    if not update and (verb := _UPDATE.match(words)):
        return QueryError(f"{verb[1].upper()} is not available: a graph changes by a build, a query only reads")
    position = _POSITION.search(message)
    if position is None:
        return QueryError(f"The query cannot be parsed: {' '.join(message.split())}")
    line, column = int(position[1]), int(position[2])
    text = [*query.split("\n"), ""][line - 1]
    before, after = text[: column - 1].strip()[-30:], text[column - 1 :].strip()[:30]
    place = (f"line {line}, column {column}", before and f"after {before!r}", after and f"before {after!r}")
    what = "uses a prefix that is not declared" if "Prefix not found" in message else "cannot be parsed"
    return QueryError(f"The query {what}: {', '.join(filter(None, place))}")
