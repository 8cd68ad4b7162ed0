"""Who sits where, by tables and lines that cross posts with bodies, and by records of who came to which meeting.

A column for each body with marks below it, a column that lists the bodies of each post, "Head of Law: FSAB (member),
FCP (chair)", and the organisations or people of a table of attendance.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from protocolgraph.extract.capacities import capacity_of
from protocolgraph.extract.collected import Collected
from protocolgraph.extract.layout.columns import Cells, raw_tables
from protocolgraph.extract.layout.headers import column_of
from protocolgraph.extract.layout.members import body_above
from protocolgraph.extract.layout.named import named
from protocolgraph.extract.masked import Placed, outermost
from protocolgraph.extract.units import key_of
from protocolgraph.model import Clause, ClauseKind, EntityType, Passage, Scope
from protocolgraph.vocab.lexicon import load_yaml

_CHAIR = re.compile(r"(?:co-?)?chair(?:man|person|woman|s)?\b", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;/&]*(?:and\b)?[\s,;]*(?:the )?", re.IGNORECASE)
"""What stands between the bodies of a cell that only lists them."""
_BESIDE = re.compile(r"\s*\(([^()]{2,40})\)")
_SITTING = (EntityType.PERSON, EntityType.ROLE, EntityType.BODY)
_OF_MEMBERS = {"person", "post", "organisation"}
_FEWEST = 2


@cache
def words_of(kind: str) -> re.Pattern[str]:
    """Return the wordings of tables that cross posts with bodies, or count who came, of one kind."""
    return re.compile(load_yaml("lexicon/layout_words.yaml")["matrices"][kind], re.IGNORECASE)


def read(collected: Collected) -> None:
    """Read who sits where."""
    for rows in raw_tables(collected):
        if len(rows) < _FEWEST or not rows[0] or key_of(rows[0][min(rows[0])][0].body) in collected.taken:
            continue
        columns, column = _columns_of_bodies(collected, rows[0]), _column_of_seats(rows[0])
        if columns or column is not None:
            collected.taken.update(key_of(clause.body) for row in rows for cell in row.values() for clause in cell)
        if columns:
            _marked(collected, rows, columns)
        elif column is not None:
            _listed(collected, rows, column)
        elif (body := _whose_attendance(collected, rows)) is not None:
            _attending(collected, rows, body)
    for clause in collected.names.outline.clauses:
        if clause.kind is ClauseKind.FIELD:
            _field(collected, clause)


def _columns_of_bodies(collected: Collected, header: Cells) -> Mapping[int, int]:
    """The columns that only a body's name heads, with the body; none where fewer than two do."""
    first = min(header)
    found: dict[int, int] = {}
    for column, cell in header.items():
        bodies = _bodies(collected, cell[0].body) if column != first else []
        if len(bodies) == 1:
            found[column] = bodies[0].mention
    return found if len(found) >= _FEWEST else {}


def _bodies(collected: Collected, passage: Passage) -> list[Placed]:
    """The bodies of a passage that only lists bodies, each with a bracket behind it or none."""
    placed = outermost(p for p in collected.names.at(passage) if p.type is EntityType.BODY)
    at = 0
    for body in placed:
        if not _BETWEEN.fullmatch(passage.text, at, body.start):
            return []
        beside = _BESIDE.match(passage.text, body.end)
        at = beside.end() if beside else body.end
    named_all = placed and not passage.text[at:].strip(" .;,") and all(b.scope is not Scope.GENERIC for b in placed)
    return placed if named_all else []


def _marked(collected: Collected, rows: Sequence[Cells], columns: Mapping[int, int]) -> None:
    """A row for each post, with a mark or a capacity below each body that it sits on."""
    for row in rows[1:]:
        first = min(row)
        sitting = _sitting(collected, row[first][0]) if first not in columns else []
        for column in columns.keys() & row.keys() if sitting else ():
            mark = row[column][0].body.text.strip(" .")
            told = (
                words_of("sitting").fullmatch(mark)
                or capacity_of(mark)
                or _CHAIR.match(mark)
                or mark.lower() == "member"
            )
            for one in sitting if told else ():
                _sits(collected, one, columns[column], mark, [row[first][0], row[column][0]])


def _column_of_seats(header: Cells) -> int | None:
    """The column that lists the bodies that the post, person or organisation of the first sits on."""
    first = min(header)
    if column_of(header[first][0].body.text) not in _OF_MEMBERS:
        return None
    return next(
        (n for n, cell in header.items() if n != first and words_of("seats").fullmatch(cell[0].body.text)), None
    )


def _listed(collected: Collected, rows: Sequence[Cells], column: int) -> None:
    """A row for each post, with the bodies that it sits on beside it."""
    for row in rows[1:]:
        first = min(row)
        sitting = _sitting(collected, row[first][0]) if first != column and column in row else []
        for body in _bodies(collected, row[column][0].body) if sitting else ():
            said = _BESIDE.match(row[column][0].body.text, body.end)
            for one in sitting:
                _sits(collected, one, body.mention, said[1] if said else "", [row[first][0], row[column][0]])


def _whose_attendance(collected: Collected, rows: Sequence[Cells]) -> int | None:
    """The body whose meetings a table counts by those who came; None for any other table."""
    cells = [cell[0].body.text.strip() for row in rows[1:] for column, cell in row.items() if column != min(row)]
    if not cells or not all(words_of("mark").fullmatch(cell) for cell in cells):
        return None
    first = rows[0][min(rows[0])][0]
    headers = [cell[0].body for cell in rows[0].values()]
    heading = collected.names.outline.sections[first.section].heading
    for passage in (*headers, *first.leads, *_before(collected, first), heading):
        if words_of("attendance").search(passage.text):
            bodies = [p for p in collected.names.at(passage) if p.type is EntityType.BODY and p.masks]
            return bodies[0].mention if bodies else body_above(first.section, collected)
    return None


def _before(collected: Collected, clause: Clause) -> Sequence[Passage]:
    """The passage before a table in its section."""
    start = key_of(clause.body)[0]
    before = [
        c.body for c in collected.names.outline.clauses if c.section == clause.section and key_of(c.body)[0] < start
    ]
    return before[-1:]


def _attending(collected: Collected, rows: Sequence[Cells], body: int) -> None:
    for row in rows:
        cell = row[min(row)][0]
        for one in _sitting(collected, cell) if column_of(cell.body.text) is None else ():
            _sits(collected, one, body, "", [cell])


def _field(collected: Collected, clause: Clause) -> None:
    """ "Head of Law: FSAB (member), FCP (chair)": a capacity in each bracket, or a heading that says who sits where."""
    bodies = _bodies(collected, clause.body)
    label = clause.leads[-1] if clause.leads else None
    if not bodies or label is None:
        return
    sitting = [
        p
        for p in collected.names.at(label)
        if p.masks and p.start <= len("the ") and p.type in _SITTING and p.scope is not Scope.GENERIC
    ]
    beside = [said[1] if (said := _BESIDE.match(clause.body.text, body.end)) else "" for body in bodies]
    told = all(capacity_of(said) or _CHAIR.match(said) or said.lower() == "member" for said in beside)
    heading = collected.names.outline.sections[clause.section].heading.text
    posts = [p for p in sitting if p.type is not EntityType.BODY] if not told else sitting
    if told or (words_of("heading").search(heading) and len(bodies) >= _FEWEST):
        for one in posts[:1]:
            for body, capacity in zip(bodies, beside, strict=True):
                _sits(collected, one, body.mention, capacity, [clause])


def _sitting(collected: Collected, clause: Clause) -> list[Placed]:
    found = [p for p in named(collected, clause) if p.type in _SITTING]
    return [p for p in found if p.type is EntityType.PERSON] or found


def _sits(collected: Collected, one: Placed, body: int, said: str, clauses: Sequence[Clause]) -> None:
    """Keep that somebody sits on a body in the capacity that words give, or chairs it."""
    if collected.names.meant(one.mention) == collected.names.meant(body):
        return
    evidence = collected.cells_evidence(clauses, rule="who-sits-where", confidence=0.85)
    capacity = capacity_of(said)
    qualifiers = {"capacity": capacity} if capacity else {}
    collected.fact(one.mention, "member_of", body, evidence, qualifiers=qualifiers)
    if _CHAIR.match(said.strip()):
        collected.fact(one.mention, "chairs", body, evidence)
