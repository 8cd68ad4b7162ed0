"""Whom a meeting elected or appointed, as its minutes tell: "RESOLVED that Cllr Ash be elected Vice-Chairman"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.labelled import has_verb
from protocolgraph.extract.layout.attendance import meeting_body, place_listed
from protocolgraph.extract.layout.members import capacity_of
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.people import PersonFinder
from protocolgraph.model import Clause, ClauseKind, EntityType, Evidence, PartKind, Scope

_CHOSEN = r"(?:duly |unanimously |formally )*(?:re-?)?(?:elected|appointed|nominated|confirmed)"
_TO_OFFICE = re.compile(
    rf"\b(?:be|was|is|been)\s+{_CHOSEN}\s+(?:as |to be |to serve as )?(?:the |its )?"
    r"(?=(?P<vice>(?:vice|deputy)[- ])?(?:co-)?chair(?:man|person|woman)?\b)",
    re.IGNORECASE,
)
_TO_BODY = re.compile(
    rf"\b(?:be|was|were|is|are|been)\s+{_CHOSEN}\s+"
    r"(?:to (?:serve on |sit on )?|onto |members of |as members of )(?:the )?",
    re.IGNORECASE,
)
_TO_CHAIR = re.compile(r"\s+(?:be asked to |to )?chair\s+(?:the )?", re.IGNORECASE)
_CHAIR = re.compile(r"\W*(?:in the )?chair", re.IGNORECASE)
_VICE = re.compile(r"\b(?:vice|deputy)[- ]?chair", re.IGNORECASE)
_OPENING = re.compile(r"^\W*(?:it was )?(?:(?:resolved|agreed)\W+)?(?:that\s+)?", re.IGNORECASE)
_SURE = 0.8
_NEAR = 40
"""Characters between the one who is chosen and the words that say so."""


def read(collected: Collected) -> None:
    """Read the elections and appointments that minutes record."""
    finder = PersonFinder.load()
    parts = collected.names.outline.parts
    for clause in collected.names.outline.clauses:
        told = clause.kind in (ClauseKind.SENTENCE, ClauseKind.ITEM) and parts[clause.part].kind is PartKind.MINUTES
        if told:
            _office(collected, clause)
            _seats(collected, clause, finder)
            _chairs(collected, clause)


def _evidence(collected: Collected, clause: Clause) -> Evidence:
    return collected.clause_evidence(clause, rule="elected", confidence=_SURE)


def _office(collected: Collected, clause: Clause) -> None:
    """Who was chosen to chair the body that met, or as its vice-chair; the body chose the holder of that office."""
    placed = collected.names.at(clause.body)
    for match in _TO_OFFICE.finditer(clause.body.text):
        office = max((p for p in placed if p.start == match.end()), key=lambda p: p.end, default=None)
        person = _before(placed, match.start())
        met = meeting_body(collected, clause)
        if office is None or office.type is not EntityType.ROLE or person is None or met is None:
            continue
        names, evidence = collected.names, _evidence(collected, clause)
        names.own(office.mention, met)
        body = names.mentions[office.mention].owner
        collected.fact(person.mention, "holds", office.mention, evidence)
        if body is not None and names.mentions[body].type is EntityType.BODY:
            for one in (person.mention, office.mention):
                if match["vice"]:
                    collected.fact(one, "member_of", body, evidence, qualifiers={"capacity": "vice_chair"})
                else:
                    collected.fact(one, "chairs", body, evidence)
            if names.meant(body) == names.meant(met):
                collected.fact(met, "appoints", office.mention, evidence)


def _before(placed: Sequence[Placed], end: int) -> Placed | None:
    """The person who is named right before a place."""
    people = [p for p in placed if p.type is EntityType.PERSON and 0 <= end - p.end <= _NEAR]
    return max(people, key=lambda p: p.end, default=None)


def _seats(collected: Collected, clause: Clause, finder: PersonFinder) -> None:
    """Who was put on which group: "that Cllr Ash (Chair), Cllr Birch and Mr Cole be appointed to the Task Group"."""
    text = clause.body.text
    match = _TO_BODY.search(text)
    start = _OPENING.match(text)
    group = _body_at(collected, clause, match.end()) if match else None
    if match is None or start is None or group is None or has_verb(text[start.end() : match.start()]):
        return
    evidence = _evidence(collected, clause)
    for person, beside in finder.listed(text[start.end() : match.start()]):
        member = place_listed(collected, clause.body, person.moved(start.end()))
        vice = _VICE.search(beside) is not None
        capacity = "vice_chair" if vice else capacity_of(beside)
        collected.fact(
            member.mention, "member_of", group.mention, evidence, qualifiers={"capacity": capacity} if capacity else {}
        )
        if _CHAIR.match(beside) and not vice:
            collected.fact(member.mention, "chairs", group.mention, evidence)


def _chairs(collected: Collected, clause: Clause) -> None:
    """ "that Cllr Ash chair the Task Group", "appointed Mr Cole to chair the Panel"."""
    for person in collected.names.at(clause.body):
        match = _TO_CHAIR.match(clause.body.text, person.end) if person.type is EntityType.PERSON else None
        group = _body_at(collected, clause, match.end()) if match else None
        if group is not None:
            collected.fact(person.mention, "chairs", group.mention, _evidence(collected, clause))


def _body_at(collected: Collected, clause: Clause, start: int) -> Placed | None:
    """The body that is named at a place, if it is one."""
    named = [p for p in collected.names.at(clause.body) if p.start == start and p.type is EntityType.BODY]
    body = max(named, key=lambda p: p.end, default=None)
    return body if body is not None and body.scope is not Scope.GENERIC else None
