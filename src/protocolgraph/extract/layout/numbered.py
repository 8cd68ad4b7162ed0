"""Tables of members that lost their columns: a number, the person below it, then lines with posts and organisations.

The lines of an organisation go from the smaller to the larger: a team, the department that it is in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from protocolgraph.extract.capacities import capacity_of
from protocolgraph.extract.collected import Collected
from protocolgraph.extract.found import Found
from protocolgraph.extract.items import verb_forms
from protocolgraph.extract.layout.members import body_above, listed_in
from protocolgraph.extract.layout.named import RULE, bare_person, place_person
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.tokens import tokenize
from protocolgraph.extract.units import key_of
from protocolgraph.model import Clause, EntityType, Scope
from protocolgraph.vocab.lexicon import lexicon

_FEWEST = 3
"""So many rows make a table."""
_SHARE = 0.6
"""Share of the rows that must begin with a person."""
_LONGEST = 12
"""Words of a cell that names a post or an organisation."""
_LONGEST_NAME = 5
"""Words of an organisation whose name has no known word."""
_CHAIR = re.compile(r"\s*\((?:(?P<other>vice|deput[ey])[- ])?(?:chair\w*|conven[eo]r)\)", re.IGNORECASE)


def read(collected: Collected) -> None:
    """Read who sits on a body, in which post and of which organisation, from numbered lines."""
    rows = list(_rows(collected.names.outline.clauses))
    people = [(row, person) for row in rows if (person := _person(collected, row[1])) is not None]
    if len(rows) < _FEWEST or len(people) < _SHARE * len(rows):
        return
    for row, person in people:
        collected.taken.update(key_of(clause.body) for clause in row)
        _member(collected, row, person)
        _offices(collected, row, person)


def _rows(clauses: Sequence[Clause]) -> Iterator[Sequence[Clause]]:
    """Yield the clauses from each bare number to the next, the numbers in order from 1."""
    marks: list[int] = []
    for at, clause in enumerate(clauses):
        if clause.body.text == str(len(marks) + 1) and clause.label is None:
            marks.append(at)
    for start, end in pairwise([*marks, len(clauses)]):
        if end - start > 1:
            yield clauses[start:end]


def _person(collected: Collected, clause: Clause) -> Placed | None:
    named = [p for p in collected.names.at(clause.body) if p.type is EntityType.PERSON and p.start == 0]
    if named:
        return named[0]
    text = clause.body.text
    end = bare_person(text)
    alone = end > 0 and (end == len(text) or _CHAIR.match(text, end) is not None)
    return place_person(collected, clause.body, end) if alone else None


def _member(collected: Collected, row: Sequence[Clause], person: Placed) -> None:
    clause = row[1]
    found = listed_in(clause, collected)
    lead = found[2] if found else None
    listed = found[0] if found else body_above(clause.section, collected)
    if listed is None:
        return
    evidence = collected.clause_evidence(clause, rule="numbered-row", confidence=0.8, lead=lead)
    capacity = capacity_of(clause.body.text)
    collected.fact(person.mention, "member_of", listed, evidence, qualifiers={"capacity": capacity} if capacity else {})
    chair = _CHAIR.match(clause.body.text, person.end)
    if chair is not None and chair["other"] is None:
        collected.fact(person.mention, "chairs", listed, evidence)


def _offices(collected: Collected, row: Sequence[Clause], person: Placed) -> None:
    """The posts that the person holds and the organisations that these are in."""
    posts: list[tuple[Clause, Placed]] = []
    organisations: list[tuple[Clause, Placed]] = []
    for clause in row[2:]:
        if _remarks(collected, clause):
            break
        post = _post(collected, clause)
        if post is not None:
            posts.append((clause, post))
        organisation = _organisation(collected, clause, after=post, told=bool(posts))
        if organisation is not None:
            organisations.append((clause, organisation))
    for clause, post in posts:
        evidence = collected.cells_evidence([row[1], clause], rule="numbered-row", confidence=0.8)
        collected.fact(person.mention, "holds", post.mention, evidence)
        if organisations:
            collected.names.own_instead(post.mention, organisations[0][1].mention)
    for (above, part), (below, whole) in pairwise(organisations):
        evidence = collected.cells_evidence([above, below], rule="numbered-row", confidence=0.65)
        collected.fact(part.mention, "part_of", whole.mention, evidence)


def _remarks(collected: Collected, clause: Clause) -> bool:
    """Whether a cell says something of the member and names neither post nor organisation."""
    text = clause.body.text
    tokens = tokenize(text)
    if not tokens or len(tokens) > _LONGEST or text.endswith((".", ":")) or RULE.search(text):
        return True
    first = tokens[0].folded
    verb = verb_forms().get(first, first) != first
    return not tokens[0].capital or (
        verb and not any(p.start == 0 and p.masks for p in collected.names.at(clause.body))
    )


def _post(collected: Collected, clause: Clause) -> Placed | None:
    """The post that a cell begins with; else the whole cell, where its first or last word is that of a post."""
    placed = [p for p in collected.names.at(clause.body) if p.masks]
    posts = [p for p in placed if p.type is EntityType.ROLE]
    first = next((p for p in posts if p.start == 0), None)
    if first is not None:
        return first
    text = clause.body.text
    words = [token for token in tokenize(text.partition(" (")[0]) if token.word]
    heads = lexicon("roles")["heads"]
    if words and (words[-1].folded in heads or (words[0].folded in heads and "," in text)):
        end = words[-1].end if words[-1].folded in heads else text.index(",")
        found = Found(0, end, EntityType.ROLE, text[:end], words[-1].folded)
        for post in posts:
            collected.names.weak.add(post.mention)
        return collected.names.place(clause.body, found)
    return None


def _organisation(collected: Collected, clause: Clause, *, after: Placed | None, told: bool) -> Placed | None:
    """The organisation of a cell: a known one, behind the post if there is one, else a short name below a post."""
    start = after.end if after is not None else 0
    placed = [p for p in collected.names.at(clause.body) if p.masks and p.scope is not Scope.GENERIC]
    body = next((p for p in placed if p.type is EntityType.BODY and p.start >= start), None)
    if body is not None or after is not None or not told:
        return body
    text = clause.body.text.partition(" (")[0]
    words = text.split()
    titled = all(word[0].isupper() or len(word) <= _LONGEST_NAME - 2 for word in words)
    if not 1 <= len(words) <= _LONGEST_NAME or not titled or placed or "," in text:
        return None
    return collected.names.place(clause.body, Found(0, len(text), EntityType.BODY, text, words[-1].lower()))
