"""The organisation beside somebody in a list of members or of those present: "Cllr Ash - Northwick Council".

A councillor who stands beside a council and beside no post is one of its members, and so is anybody beside an
organisation that has members and not staff alone. With a post between them ("Ann Lee, Head of Law, Northwick Council")
the post is in it, and no more is said of the person.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.spoken import is_group_head
from protocolgraph.model import Clause, EntityType, Scope
from protocolgraph.vocab.lexicon import load_yaml

_Row = tuple[int, int, int]
"""Part, table and number of a row."""
_LISTS = {"attendance", "member-list", "table-row"}
"""Rules that read who sits or was present, one by one."""
_OFFICE = r"(?:\s*\((?:[A-Z]{2,4}|(?:joint |co-|vice[- ]|deputy )?chair\w*)\))*"
_BETWEEN = re.compile(rf"{_OFFICE}(?P<mark>\s*\(|\s+[–—-]+\s+|,\s+|\s*\.{{3,}}\s*|\s+)(?:the )?", re.IGNORECASE)
"""What stands between somebody and an organisation; columns that ran together have a space alone."""
_ENDS = re.compile(rf"\)?{_OFFICE}\s*(?:$|[,;.]|\s[–—-]\s)", re.IGNORECASE)
_COUNCILLOR = re.compile(r"(?:councillors?|cllrs?)\b", re.IGNORECASE)
_COUNCILS = frozenset({"council", "borough", "city", "authority", "corporation"})
_WITH_MEMBERS = frozenset(load_yaml("lexicon/layout_words.yaml")["with_members"])
_ONLY_OFFICE = re.compile(rf"{_OFFICE}\W*$", re.IGNORECASE)


def read(collected: Collected) -> None:
    """Read whose member somebody is who sits on a body or was present at its meeting."""
    sat = {
        fact.subject: fact.object
        for fact in collected.facts
        if fact.predicate == "member_of" and fact.object is not None and fact.evidence.rule in _LISTS
    }
    rows = _rows(collected)
    for clause in collected.names.outline.clauses:
        placed = collected.names.at(clause.body)
        for person in placed:
            if person.type is EntityType.PERSON and person.mention in sat:
                here = _behind(collected, clause, person)
                found = (clause, here) if here is not None else _in_row(collected, clause, person, rows)
                if found is not None and collected.names.meant(found[1]) != _meant(collected, sat[person.mention]):
                    cells = [clause] if found[0] is clause else [clause, found[0]]
                    evidence = collected.cells_evidence(cells, rule="affiliated", confidence=0.8)
                    collected.fact(person.mention, "member_of", found[1], evidence)


def _rows(collected: Collected) -> dict[_Row, list[Clause]]:
    """The cells of each row of a table."""
    rows: dict[_Row, list[Clause]] = defaultdict(list)
    for clause in collected.names.outline.clauses:
        if clause.cell is not None:
            rows[clause.part, clause.cell.table, clause.cell.row].append(clause)
    return rows


def _meant(collected: Collected, body: int | None) -> str:
    return "" if body is None else collected.names.meant(body)


def _behind(collected: Collected, clause: Clause, person: Placed) -> int | None:
    """The organisation right behind somebody's name, no post beside it."""
    between = _BETWEEN.match(clause.body.text, person.end)
    if between is None:
        return None
    starts = {between.end("mark"), between.end()}
    found = [p for p in collected.names.at(clause.body) if p.start in starts and p.masks]
    if any(p.type is not EntityType.BODY for p in found):
        return None
    body = max(found, key=lambda p: p.end, default=None)
    whole = body is not None and _ENDS.match(clause.body.text, body.end) is not None
    return body.mention if body is not None and whole and _has_member(collected, clause, person, body) else None


def _in_row(
    collected: Collected, clause: Clause, person: Placed, rows: Mapping[_Row, Sequence[Clause]]
) -> tuple[Clause, int] | None:
    """The organisation in a cell beside somebody, with that cell, in a row that names no post."""
    if clause.cell is None or not _ONLY_OFFICE.match(clause.body.text, person.end):
        return None
    others = [c for c in rows[clause.part, clause.cell.table, clause.cell.row] if c is not clause]
    named = [(cell, p) for cell in others for p in collected.names.at(cell.body) if p.masks]
    whole = [(cell, p) for cell, p in named if _fills(cell.body.text, p)]
    if len(whole) != 1 or any(p.type is EntityType.ROLE for _, p in named):
        return None
    cell, body = whole[0]
    return (cell, body.mention) if _has_member(collected, clause, person, body) else None


def _fills(text: str, placed: Placed) -> bool:
    """Whether a cell holds an organisation and no more."""
    return placed.type is EntityType.BODY and placed.masks and not text[: placed.start] and placed.end >= len(text)


def _has_member(collected: Collected, clause: Clause, person: Placed, body: Placed) -> bool:
    """Whether a body may have somebody as its member who sits on another: no group on which people only sit."""
    head = collected.names.heads[body.mention]
    if body.scope is Scope.GENERIC or is_group_head(head):
        return False
    councillor = head in _COUNCILS and _COUNCILLOR.match(clause.body.text, person.start) is not None
    return head in _WITH_MEMBERS or councillor
