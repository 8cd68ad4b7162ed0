"""Tables by what their columns hold: told by the headers, else by what most of their cells are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.layout.headers import column_of
from protocolgraph.extract.layout.named import bare_person, begins_with_given
from protocolgraph.model import Clause, ClauseKind, EntityType

_FEWEST = 2
"""So many rows tell what a column holds that no header names."""
_MOST = 0.6
"""Share of a column's cells that must be of one kind."""
_WITHIN = 4
"""Characters before the name that a cell begins with: an article, a bullet."""
_PRIMARY = frozenset({"outside", "group", "person", "post", "organisation", "bringer"})
_KINDS = {EntityType.ROLE: "post", EntityType.BODY: "organisation", EntityType.PERSON: "person"}
_BLOCK = ("person", "post", "organisation")

Cells = Mapping[int, tuple[Clause, ...]]
"""The cells of a row by the number of their column; a cell may hold several sentences or values."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row by what their columns hold: "group", "chair", "post", "organisation" ..."""

    cells: Mapping[str, tuple[Clause, ...]]
    headed: bool = True
    """Whether headers tell what the columns hold."""
    signed: bool = False
    """Whether a column is for signatures: who stands in such a table signs, and need not be a member."""

    @property
    def first(self) -> Clause:
        """The first clause of the row's first cell."""
        return next(iter(self.cells.values()))[0]

    def one(self, column: str) -> Clause | None:
        """Return the first clause of a column, if the row has it."""
        return self.cells[column][0] if column in self.cells else None


def raw_tables(collected: Collected) -> Iterator[list[dict[int, tuple[Clause, ...]]]]:
    """Yield the rows of each of the document's tables, that of headers first, cells by their columns."""
    cells = [c for c in collected.names.outline.clauses if c.kind is ClauseKind.CELL and c.cell is not None]
    for _, clauses in groupby(cells, key=lambda c: (c.part, c.cell.table if c.cell else 0)):
        rows = [
            {column: tuple(cell) for column, cell in groupby(row, key=lambda c: c.cell.column if c.cell else 0)}
            for _, row in groupby(clauses, key=lambda c: c.cell.row if c.cell else 0)
        ]
        _merge_down(rows)
        yield rows


def table_rows(collected: Collected) -> Iterator[Row]:
    """Yield the rows of the document's tables, those of headers left out."""
    for rows in raw_tables(collected):
        yield from _read(collected, rows)


def _read(collected: Collected, rows: list[dict[int, tuple[Clause, ...]]]) -> Iterator[Row]:
    if blocks := _blocks(collected, rows):
        yield from blocks
        return
    titled = {number for number, row in enumerate(rows) if _is_header(collected, row, first=number == 0)}
    told: dict[int, str] = {}
    if rows and 0 not in titled and _is_unknown_header(collected, rows[0]):
        del rows[0]
        titled = {number - 1 for number in titled}
    guessed = _guess(collected, [row for number, row in enumerate(rows) if number not in titled])
    for number, row in enumerate(rows):
        if number in titled:
            told = {column: kind for column, cell in row.items() if (kind := column_of(cell[0].body.text))}
            continue
        kinds = {**_untold(told, guessed), **told} if _PRIMARY.intersection(told.values()) else guessed
        if kinds is guessed and _is_list(collected, rows):
            yield from (Row({"organisation": cell}, headed=False) for cell in row.values())
            continue
        found: dict[str, tuple[Clause, ...]] = {}
        for column, cell in row.items():
            if column in kinds:
                found.setdefault(kinds[column], cell)
        if found:
            yield Row(found, headed=kinds is not guessed, signed="signature" in told.values())


def _untold(told: Mapping[int, str], guessed: Mapping[int, str]) -> dict[int, str]:
    """The column of posts beside organisations whose header is a title: "Partner", "Designated Liaison Officer"."""
    kinds = set(told.values())
    if "organisation" not in kinds or kinds & {"group", "post", "person"}:
        return {}
    posts = [column for column, kind in guessed.items() if kind == "post" and column not in told]
    return dict.fromkeys(posts[:1], "post")


def _is_list(collected: Collected, rows: Sequence[Cells]) -> bool:
    """Whether each cell of a table names an organisation: a list in columns, to save lines."""
    cells = [cell[0] for row in rows for cell in row.values()]
    return len(rows) > 1 and all(_begins_with(collected, cell) == "organisation" for cell in cells)


def _merge_down(rows: Sequence[dict[int, tuple[Clause, ...]]]) -> None:
    """Put what stands in a cell merged over several rows into each of them."""
    for at, row in enumerate(rows):
        for column, clauses in list(row.items()):
            place = clauses[0].cell
            for other in rows[at + 1 : at + place.rows] if place else ():
                other.setdefault(column, clauses)


def _blocks(collected: Collected, rows: Sequence[Cells]) -> list[Row]:
    """Return the columns of a table with a person at the head of each, post and organisation below: signatures."""
    kinds = [{_begins_with(collected, cell[0]) for cell in row.values()} for row in rows[: len(_BLOCK)]]
    if len(kinds) < _FEWEST or len(rows[0]) < _FEWEST or len(rows) > len(_BLOCK):
        return []
    if any(kind != {told} for kind, told in zip(kinds, _BLOCK, strict=False)):
        return []
    columns = sorted(rows[0])
    return [
        Row({kind: row[column] for kind, row in zip(_BLOCK, rows, strict=False) if column in row}, headed=False)
        for column in columns
    ]


def _is_header(collected: Collected, row: Cells, *, first: bool) -> bool:
    """Whether a row names the columns: the first where some header is known, a later one where all are."""
    known = [column_of(cell[0].body.text) is not None for cell in row.values()]
    place = row[min(row)][0].cell
    if not first:
        return len(known) > 1 and all(known)
    told = place is not None and place.header
    return any(known) if told else len(known) > 1 and known[0] and not _names(collected, row)


def _names(collected: Collected, row: Cells) -> bool:
    """Whether some cell of a row begins with a person, a post or a body."""
    return any(column_of(c[0].body.text) is None and _begins_with(collected, c[0]) for c in row.values())


def _is_unknown_header(collected: Collected, row: Cells) -> bool:
    """Whether a first row that the layout sets apart names neither people nor posts nor bodies."""
    place = row[min(row)][0].cell
    return place is not None and place.header and not _names(collected, row)


def _guess(collected: Collected, rows: Sequence[Cells]) -> dict[int, str]:
    """Return what the columns hold by what most of their cells begin with; nothing for a table of one row."""
    guessed: dict[int, str] = {}
    if len(rows) < _FEWEST:
        return guessed
    for column in sorted({column for row in rows for column in row}):
        cells = [row[column][0] for row in rows if column in row]
        kinds = [_begins_with(collected, cell) for cell in cells]
        kind = max(_KINDS.values(), key=kinds.count)
        if kind == "person" and not any(_is_sure(collected, cell) for cell in cells):
            continue
        if len(cells) >= _FEWEST and kinds.count(kind) >= _MOST * len(cells) and kind not in guessed.values():
            guessed[column] = kind
    return guessed


def _is_sure(collected: Collected, clause: Clause) -> bool:
    """Whether a cell names a person, and no theme in capitals ("Healthy Places"): one known, or by a given name."""
    known = any(p.type is EntityType.PERSON for p in collected.names.at(clause.body))
    return known or begins_with_given(clause.body.text)


def _begins_with(collected: Collected, clause: Clause) -> str | None:
    """What a cell begins with: a person, a post, an organisation."""
    placed = [p for p in collected.names.at(clause.body) if p.masks and p.start <= _WITHIN]
    if placed:
        return _KINDS.get(max(placed, key=lambda p: p.end).type)
    end = bare_person(clause.body.text)
    return "person" if end and not re.match(r"\s*\w", clause.body.text[end:]) else None


def stacked_rows(collected: Collected) -> Iterator[Row]:
    """Yield the rows of tables whose cells stand one below the other: first the headers, then row by row."""
    items = [c for c in collected.names.outline.clauses if c.kind is ClauseKind.ITEM and c.label is None]
    for _, lines in groupby(items, key=lambda c: (c.section, c.leads)):
        listed = list(lines)
        headers = list(takewhile(lambda header: header is not None, (column_of(clause.body.text) for clause in listed)))
        width = len(headers)
        if width > 1 and len(set(headers)) == width and len(listed) > width and len(listed) % width == 0:
            for start in range(width, len(listed), width):
                cells = zip(headers, listed[start : start + width], strict=True)
                yield Row({header: (clause,) for header, clause in cells if header is not None})
