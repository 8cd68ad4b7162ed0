"""Whom a meeting elected or appointed, as its minutes tell: "RESOLVED that Cllr Ash be elected Vice-Chairman"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolgraph.extract.capacities import capacity_of
from protocolgraph.extract.collected import Collected
from protocolgraph.extract.found import Found
from protocolgraph.extract.labelled import has_verb
from protocolgraph.extract.layout.attendance import meeting_body, place_listed
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.people import PersonFinder
from protocolgraph.model import Clause, ClauseKind, EntityType, Evidence, PartKind, Scope

_CHOSEN = r"(?:duly |unanimously |formally )*(?:re-?)?(?:elected|appointed|nominated|confirmed|co-?opted)"
_ONTO = (
    r"(?:to (?:serve on |sit on |join |represent (?:the |this |our )(?:\w+ ){1,3}on )?|onto |members of "
    r"|(?:as|to be) (?:the |its |their |our |an? )?(?:[\w’'-]+ ){0,3}?"
    r"(?:members?|representatives?|delegates?|nominees?|trustees?|governors?) (?:on|to|of|for|at) )(?:the )?"
)
"""What leads from those who are chosen to the body that they will sit on."""
_TO_OFFICE = re.compile(
    rf"\b(?:be|was|is|been)\s+{_CHOSEN}\s+(?:as |to be |to serve as )?(?:the |its )?"
    r"(?=(?P<vice>(?:vice|deputy)[- ])?(?:co-)?chair(?:man|person|woman)?\b)",
    re.IGNORECASE,
)
_TO_BODY = re.compile(rf"\b(?:be|was|were|is|are|been)\s+{_CHOSEN}\s+{_ONTO}", re.IGNORECASE)
_CHOOSING = re.compile(
    r"\b(?:re-?)?(?:appoint|elect|nominate|co-?opt)(?:ed|ing|s)?\s+(?:the following )?", re.IGNORECASE
)
_THEN_ONTO = re.compile(rf"\s+{_ONTO}", re.IGNORECASE)
_FOLLOWING = re.compile(rf"\bfollowing\b(?: \w+){{0,3}} (?:be|was|were|is|are|been) {_CHOSEN} {_ONTO}", re.IGNORECASE)
"""What announces those who are chosen: "The following were appointed to the Task Group:"."""
_TO_CHAIR = re.compile(r"\s+(?:be asked to |to )?chair\s+(?:the )?", re.IGNORECASE)
_CHAIR = re.compile(r"\W*(?:in the )?chair", re.IGNORECASE)
_VICE = re.compile(r"\b(?:vice|deputy)[- ]?chair", re.IGNORECASE)
_OPENING = re.compile(r"^\W*(?:it was )?(?:(?:resolved|agreed)\W+)?(?:that\s+)?", re.IGNORECASE)
_SURE = 0.8
_CHOSEN_BEFORE = re.compile(
    r"\b(?:be|was|were|is|are|been|not|may|can|could|should|power|if) (?:\w+ )?$", re.IGNORECASE
)
"""Before a verb of choosing that is none of what this meeting did."""
_TITLE = 13
"""Characters of a title for all of several before the first name: "Councillors "."""
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
            _choosing(collected, clause, finder)
            _following(collected, clause, finder)
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
    people = [
        (person.moved(start.end()), beside) for person, beside in finder.listed(text[start.end() : match.start()])
    ]
    _sit(collected, clause, people, group)


def _choosing(collected: Collected, clause: Clause, finder: PersonFinder) -> None:
    """ "RESOLVED: To appoint Cllr Ash and Mr Cole to the Task Group", "The Council appointed Cllr Ash to it"."""
    text = clause.body.text
    match = _CHOOSING.search(text)
    onto = _THEN_ONTO.search(text, match.end()) if match else None
    group = _body_at(collected, clause, onto.end()) if onto else None
    if match is None or onto is None or group is None or _CHOSEN_BEFORE.search(text, 0, match.start()):
        return
    people = [(p.moved(match.end()), beside) for p, beside in finder.listed(text[match.end() : onto.start()])]
    if people and people[0][0].start - match.end() <= _TITLE:
        _sit(collected, clause, people, group)


def _following(collected: Collected, clause: Clause, finder: PersonFinder) -> None:
    """ "The following were appointed to the Task Group: Cllrs Ash, Birch and Cole", or a line for each."""
    lead = next((lead for lead in clause.leads if _FOLLOWING.search(lead.text)), clause.body)
    match = _FOLLOWING.search(lead.text)
    placed = collected.names.at(lead)
    group = _named_at(placed, match.end()) if match else None
    if group is None:
        return
    start = 0 if lead is not clause.body else clause.body.text.find(":", group.end) + 1
    people = finder.listed(clause.body.text[start:]) if start or lead is not clause.body else []
    if people and people[0][0].start <= _TITLE:
        _sit(collected, clause, [(person.moved(start), beside) for person, beside in people], group)


def _sit(collected: Collected, clause: Clause, people: Sequence[tuple[Found, str]], group: Placed) -> None:
    """Keep that people sit on a group, in the capacity that stands beside each."""
    evidence = _evidence(collected, clause)
    for person, beside in people:
        member = place_listed(collected, clause.body, person)
        vice = _VICE.search(beside) is not None
        capacity = "vice_chair" if vice else capacity_of(beside)
        qualifiers = {"capacity": capacity} if capacity else {}
        collected.fact(member.mention, "member_of", group.mention, evidence, qualifiers=qualifiers)
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
    return _named_at(collected.names.at(clause.body), start)


def _named_at(placed: Sequence[Placed], start: int) -> Placed | None:
    named = [p for p in placed if p.start == start and p.type is EntityType.BODY]
    body = max(named, key=lambda p: p.end, default=None)
    return body if body is not None and body.scope is not Scope.GENERIC else None
