"""Who came to how many meetings, where the table that counts it was pulled apart or stands in lines.

Pulled apart it has names, then posts, then counts: each line that is a post or a person sits on the body whose
attendance it is; as many posts as people right before them are held by these, in their order. In lines each row ends
in its marks: "Northwick Council – Head of Law Y Y N", "Northwick Police 3/4".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.found import Found
from protocolgraph.extract.labelled import has_verb
from protocolgraph.extract.layout.matrices import words_of
from protocolgraph.extract.layout.members import body_above
from protocolgraph.extract.layout.named import bare_person
from protocolgraph.extract.masked import Placed, outermost
from protocolgraph.model import Clause, ClauseKind, EntityType, Passage, Scope

_COUNTS = re.compile(r"(?:\d{1,2} ?(?:/|of|out of) ?\d{1,2}\s*|\(?\d{1,3} ?%\)?\s*)+")
"""A line of what a table of attendance counts: "4 out of 6", "67%", "3/4 2/4"."""
_MARK = r"(?:[YNxX✓✔√•*–—-]|Yes|No|Ap(?:ol(?:ogie)?s)?|Dep(?:uty)?|Sub|n/?a|N/A|\d{1,2}(?: ?/ ?\d{1,2})?|\d{1,3} ?%)"
_COUNTED = r"\d{1,2} ?(?:/|of|out of) ?\d{1,2}|\d{1,3} ?%"
_ROW = re.compile(rf"(?P<who>[A-Z].{{2,110}}?)[\s|:]+(?:(?:{_MARK}[\s|]+)+{_MARK}|{_COUNTED})$")
"""A row in one line: who it is, then a mark for each meeting, or how many of them."""
_FEWEST = 3
"""So many lines of counts, or rows, tell that it is a table of attendance."""
_FIRST = 3
"""Lines below a heading that may say whose attendance it is."""
_BETWEEN = re.compile(r"\s*(?:/|&|\band\b|,)\s*")
_AFTER = re.compile(r"\s*(?:$|[,(/–-])")


def read(collected: Collected) -> None:
    """Read the records of attendance that stand in lines."""
    for _, clauses in groupby(collected.names.outline.clauses, key=lambda c: c.section):
        own = list(clauses)
        lines = [clause for clause in own if clause.kind is not ClauseKind.CELL]
        counts = [at for at, clause in enumerate(own) if _is_count(clause)]
        apart = len([clause for clause in lines if _is_count(clause)]) >= _FEWEST
        rows = [(clause, row) for clause in lines if (row := _ROW.fullmatch(clause.body.text))]
        body = _whose(collected, own) if apart or len(rows) >= _FEWEST else None
        if body is None:
            continue
        if apart:
            _record(collected, own[: counts[-1]], body)
        for clause, row in rows:
            _row(collected, clause, row.end("who"), body)


def _row(collected: Collected, clause: Clause, end: int, body: int) -> None:
    """Keep whom a row names before its marks: the person, else the post, else the organisation it begins with."""
    placed = outermost(p for p in collected.names.at(clause.body) if p.masks and p.end <= end)
    placed = [p for p in placed if p.scope is not Scope.GENERIC]
    sorts = (EntityType.PERSON, EntityType.ROLE, EntityType.BODY)
    first = next((found for sort in sorts if (found := [p for p in placed if p.type is sort])), [])
    evidence = collected.clause_evidence(clause, rule="attendance-row", confidence=0.8)
    for one in first[:1]:
        if collected.names.meant(one.mention) != collected.names.meant(body):
            collected.fact(one.mention, "member_of", body, evidence)


def _is_count(clause: Clause) -> bool:
    return clause.body.text[:1] in "(0123456789" and _COUNTS.fullmatch(clause.body.text) is not None


def _whose(collected: Collected, clauses: Sequence[Clause]) -> int | None:
    """The body whose meetings a section counts by those who came; None for any other section."""
    heading = collected.names.outline.sections[clauses[0].section].heading
    above: tuple[Passage, ...] = (heading, *(clause.body for clause in clauses[:_FIRST]))
    told = [passage for passage in above if words_of("attendance").search(passage.text)]
    bodies = [p for passage in told for p in collected.names.at(passage) if p.type is EntityType.BODY and p.masks]
    if not told:
        return None
    return bodies[0].mention if bodies else body_above(clauses[0].section, collected)


def _record(collected: Collected, clauses: Sequence[Clause], body: int) -> None:
    for run in _runs(clauses):
        people = [(clause, found) for clause in run if (found := _people(collected, clause))]
        posts = [(clause, post) for clause in run for post in _posts(collected, clause)]
        for clause, one in [*((clause, person) for clause, found in people for person in found), *posts]:
            evidence = collected.clause_evidence(clause, rule="attendance-lines", confidence=0.8)
            collected.fact(one.mention, "member_of", body, evidence)
        if len(people) == len(posts) and all(p[0] is not q[0] for p, q in zip(people, posts, strict=True)):
            _hold(collected, people, posts)


def _runs(clauses: Sequence[Clause]) -> Iterator[list[Clause]]:
    """The lines between two runs of counts."""
    for counted, lines in groupby(clauses, key=_is_count):
        if not counted:
            yield list(lines)


def _people(collected: Collected, clause: Clause) -> list[Placed]:
    """The people with whom a line begins: "Ann Lee / Bo Hart"."""
    found: list[Placed] = []
    text, at = clause.body.text, 0
    placed = [p for p in collected.names.at(clause.body) if p.masks]
    while at < len(text):
        person = next((p for p in placed if p.start == at and p.type is EntityType.PERSON), None)
        if person is None and not any(p.start <= at < p.end for p in placed):
            person = _bare(collected, clause, at)
        if person is None:
            break
        found.append(person)
        between = _BETWEEN.match(text, person.end)
        at = between.end() if between else len(text)
    return found


def _bare(collected: Collected, clause: Clause, start: int) -> Placed | None:
    """The person whose name stands at a place with nothing behind it that would make another name of it."""
    end = start + bare_person(clause.body.text[start:])
    if end == start or not _AFTER.match(clause.body.text, end):
        return None
    name = clause.body.text[start:end]
    return collected.names.place(clause.body, Found(start, end, EntityType.PERSON, name, "person"))


def _posts(collected: Collected, clause: Clause) -> list[Placed]:
    """The posts that a line names, which says nothing of them."""
    placed = outermost(p for p in collected.names.at(clause.body) if p.masks)
    named = placed and placed[0].start == 0 and placed[0].type in (EntityType.PERSON, EntityType.ROLE)
    if not named or has_verb(clause.body.text):
        return []
    return [p for p in placed if p.type is EntityType.ROLE and p.scope is not Scope.GENERIC]


def _hold(
    collected: Collected, people: Sequence[tuple[Clause, Sequence[Placed]]], posts: Sequence[tuple[Clause, Placed]]
) -> None:
    for (named, holders), (line, post) in zip(people, posts, strict=True):
        evidence = collected.cells_evidence([named, line], rule="attendance-lines", confidence=0.8)
        for person in holders:
            collected.fact(person.mention, "holds", post.mention, evidence)
