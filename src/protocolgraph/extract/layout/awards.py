"""Grants in lists and tables: "The following grants were awarded: Saltmere Scouts £300", a column "Awarded"."""

from __future__ import annotations

import re

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.found import Found
from protocolgraph.extract.layout.attendance import meeting_of
from protocolgraph.extract.layout.granted import AMOUNT
from protocolgraph.model import Clause, ClauseKind, EntityType, Passage, Scope

_AWARDS = re.compile(
    r"\b(?:the following (?:[\w-]+ ){0,3}(?:grants?|donations?)|(?:grants?|donations?|funding)"
    r" (?:awarded|approved|agreed|made|given|paid)|award the following)\b",
    re.IGNORECASE,
)
"""What stands above a list of those who get something."""
_ASKED = re.compile(r"\b(?:appl\w+|request\w*|refus\w*|reject\w*|declin\w*|receiv\w*|consider\w*)\b", re.IGNORECASE)
_DECIDED = re.compile(r"\b(?:award\w*|approv\w*|agreed|resolved|made|given|paid)\b", re.IGNORECASE)
_AMOUNT = re.compile(AMOUNT)
_LINE = re.compile(rf"(?P<name>[A-Z0-9][^£:]{{2,70}}?)\s*[:–-]?\s*(?P<amount>{AMOUNT})\W*")
_COLUMN = re.compile(r"(?:amount |grant |sum |total )?(?:awarded|approved|granted|agreed)(?: \(?£\)?)?", re.IGNORECASE)
"""The head of the column that tells what each gets."""
_NAMING = re.compile(r"[A-Z0-9][\w'’&.-]*(?: (?:[A-Z0-9&(][\w'’&.)-]*|of|the|and|for|in|on)){0,7}")
_TOTALS = re.compile(r"(?:sub-?)?total|balance|remaining|budget", re.IGNORECASE)
_APPLIES = re.compile(
    rf"(?P<name>{_NAMING.pattern}) (?:is|are|has|have|would like|wish|wishes|seeks?|requests?|appl(?:y|ies))\b"
    r"(?= .{0,60}\b(?:request\w*|seek\w*|appl\w+|ask\w*|funding|organise)\b| (?:for|to)\b)"
)
"""The first sentence of what somebody wants money for."""
_GRANTED = re.compile(rf"(?:(?P<amount>{AMOUNT}) )?(?:approved|agreed|awarded)\W*", re.IGNORECASE)
_REFUSED = re.compile(r"(?:rejected|refused|declined|deferred|withdrawn|recommend\w*|not)\b", re.IGNORECASE)
_ON_GRANTS = re.compile(r"\b(?:grants?|donations?|funding)\b", re.IGNORECASE)


def read(collected: Collected) -> None:
    """Read who gets how much in lists of grants, from the body whose meeting or paper it is."""
    _applications(collected)
    for clause in collected.names.outline.clauses:
        if "£" not in clause.body.text:
            continue
        found = _listed(collected, clause) or _in_table(clause)
        giver = _giver(collected, clause) if found is not None else None
        if found is None or giver is None:
            continue
        passage, name, amount = found
        receiver = _receiver(collected, passage, name)
        if receiver is not None and collected.names.meant(receiver) != collected.names.meant(giver):
            lead = passage if passage is not clause.body else None
            evidence = collected.clause_evidence(clause, rule="awarded-in-list", confidence=0.8, lead=lead)
            collected.fact(giver, "funds", receiver, evidence, qualifiers={"amount": amount})


def _listed(collected: Collected, clause: Clause) -> tuple[Passage, str, str] | None:
    """The name and the amount of a line below "the following grants were awarded" or "Grants awarded"."""
    above = [lead.text for lead in clause.leads] or [collected.names.outline.sections[clause.section].heading.text]
    said = next((text for text in above if _AWARDS.search(text)), None)
    if said is None or _ASKED.search(said) or not _DECIDED.search(said):
        return None
    if clause.kind is ClauseKind.FIELD and _AMOUNT.fullmatch(clause.body.text.strip(" .")):
        return clause.leads[-1], clause.leads[-1].text.strip(" :"), clause.body.text.strip(" .")
    line = _LINE.fullmatch(clause.body.text)
    return (clause.body, line["name"].rstrip(), line["amount"]) if line else None


def _in_table(clause: Clause) -> tuple[Passage, str, str] | None:
    """The first cell of a row, and the amount in its column "Awarded"."""
    if clause.kind is not ClauseKind.CELL or len(clause.leads) != 2:
        return None
    head, row = clause.leads
    amount = _AMOUNT.fullmatch(clause.body.text.strip())
    if amount is None or not _COLUMN.fullmatch(head.text.strip(" :")):
        return None
    return row, row.text.strip(), amount[0]


def _giver(collected: Collected, clause: Clause) -> int | None:
    """Whose meeting it is, else the council or trust that the paper is about."""
    meeting = meeting_of(collected, clause)
    about = collected.names.memory.about(clause.part)
    return meeting if meeting is not None else (about[0].mention if about else None)


def _receiver(collected: Collected, passage: Passage, name: str) -> int | None:
    """The body that a line or a cell names, else its words where they are written as a name."""
    placed = collected.names.at(passage)
    bodies = [p for p in placed if p.type is EntityType.BODY and (p.masks or passage.text[p.start : p.end] == name)]
    if bodies:
        first = bodies[0]
        whole = passage.text[first.start : first.end] == name and " " in name
        called = whole and all(word[0].isupper() for word in name.split())
        return first.mention if called or first.scope is not Scope.GENERIC else None
    if not _NAMING.fullmatch(name) or _TOTALS.match(name) or placed:
        return None
    found = Found(0, len(name), EntityType.BODY, name, name.split()[-1].lower())
    return collected.names.place(passage, found).mention if passage.text.startswith(name) else None


def _applications(collected: Collected) -> None:
    """Read what a meeting said of each application, where a table of them has lost its columns.

    Below the applicant's name stand what it is for, how much is asked and "Approved." or "£250 approved.".
    """
    sections = collected.names.outline.sections
    on_grants = {number for number, section in enumerate(sections) if _ON_GRANTS.search(section.heading.text)}
    if not on_grants:
        return
    applicant: tuple[Passage, str] | None = None
    section, before = -1, ""
    for clause in collected.names.outline.clauses:
        below = on_grants.intersection(collected.names.path(clause.section))
        body = meeting_of(collected, clause) if below else None
        if body is None:
            applicant = None
            continue
        if clause.section != section:
            section, heading, before = clause.section, sections[clause.section].heading, ""
            applicant = None if section in on_grants else (heading, heading.text)
        applicant = applicant or _applicant(collected, clause, begins=not before or before.endswith("."))
        before = clause.body.text
        granted = _GRANTED.fullmatch(before)
        receiver = _receiver(collected, *applicant) if granted and applicant else None
        if granted and receiver is not None and applicant is not None:
            evidence = collected.clause_evidence(clause, rule="application-approved", confidence=0.7, lead=applicant[0])
            amount = {"amount": granted["amount"]} if granted["amount"] else {}
            collected.fact(body, "funds", receiver, evidence, qualifiers=amount)
        applicant = None if granted or _REFUSED.match(before) else applicant


def _applicant(collected: Collected, clause: Clause, *, begins: bool) -> tuple[Passage, str] | None:
    """The one whose name is a line of its own and goes on no line above, or who "is seeking funding"."""
    text = clause.body.text
    if begins and any(
        (p.start, p.end) == (0, len(text)) and p.type is EntityType.BODY for p in collected.names.at(clause.body)
    ):
        return clause.body, text
    applies = _APPLIES.match(text)
    return (clause.body, applies["name"]) if applies else None
