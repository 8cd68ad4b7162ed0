"""Grants that a meeting resolved to give: "RESOLVED that Saltmere Scouts be awarded a grant of £300"."""

from __future__ import annotations

import re

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.found import Found
from protocolgraph.extract.layout.attendance import meeting_of
from protocolgraph.extract.masked import Placed
from protocolgraph.model import Clause, EntityType, Scope

AMOUNT = r"£ ?\d[\d,]*(?:\.\d\d)?(?:k|m)?"
"""A sum that somebody gets."""
_AMOUNT = rf"(?P<amount>{AMOUNT})"
_SUM = rf"(?:(?:an? |the )?(?:\w+ ){{0,2}}(?:grant|donation|contribution|sum)s? of )?{_AMOUNT}"
_GIVEN = re.compile(
    rf"\s+(?:be|is|was|are|were) (?:awarded|granted|given|paid) {_SUM}|\s*[–-]\s*{_AMOUNT.replace('amount', 'beside')}"
    r" (?:awarded|granted|agreed)\b",
    re.IGNORECASE,
)
"""Behind who gets it: "be awarded a grant of £300"."""
_GIVING = re.compile(
    rf"\b(?:award|grant|donate|give|pay|contribute|make) {_SUM}(?: grant| donation)?,? (?:to|towards) (?:the )?$"
    rf"|{_SUM.replace('amount', 'passive')}(?: grant| donation)? (?:be|was|is|were)"
    r" (?:awarded|made|given|paid|donated|granted) to (?:the )?$",
    re.IGNORECASE,
)
"""Before who gets it: "to donate £300 to the", "a grant of £300 be made to"."""
_AWARDING = re.compile(
    r"\b(?:award(?: of)?|make|give|approve)(?: the| an?)?(?: [\w-]+){0,2}? (?:grants?|donations?)(?: in kind)?"
    rf"(?: of {_AMOUNT.replace('amount', 'said')})? to (?:the )?$",
    re.IGNORECASE,
)
"""The same where the amount stands behind, or nowhere: "the award of annual grants to A, B and C be approved"."""
_SUM_TO = re.compile(rf"^\W*(?:an? )?(?:grant|donation) of {_AMOUNT} to (?:the )?$", re.IGNORECASE)
_WAS_MADE = re.compile(r"[^.;:£]{0,40}? (?:be|was|were|is) (?:approved|agreed|made|awarded)\b", re.IGNORECASE)
"""Around who gets it: "a donation of £50 to the Scouts was approved"."""
_AND = re.compile(r"(?:,|,? and|,? &) (?:the )?")
"""Between those who get the same."""
_UP_TO = re.compile(rf"[^.;:£]{{0,40}}{_AMOUNT.replace('amount', 'most')}", re.IGNORECASE)
_NAME = re.compile(
    r"(?!That\b|The\b)(?:\d(?:st|nd|rd|th) )?[A-Z][\w'’-]+"
    r"(?: (?:(?:of|the|for|&|in|and(?= [A-Z][\w'’-]*\b(?! [A-Z]))) ){0,2}[A-Z][\w'’-]*){1,6}"
)
_SETTLED = re.compile(r"\b(?:resolved|agreed|approved|that)\b", re.IGNORECASE)
_DOUBTFUL = re.compile(r"\b(?:if|recommend\w*|request\w*|propos\w*|not|declin\w*|refus\w*|would|had)\b", re.IGNORECASE)
"""What leaves it to somebody else or to another day, or tells of another day's grant."""
_MOVED = re.compile(
    r"\b(?:it was )?proposed by [^.;:]{2,80}?,? (?:and )?(?=(?:it was )?(?:resolved|agreed|carried))", re.IGNORECASE
)
"""Who moved what was then agreed; that leaves nothing to doubt."""
_MONEY = re.compile(r"£|\b(?:grants?|donations?)\b", re.IGNORECASE)


def read(collected: Collected) -> None:
    """Read to whom a meeting gave how much."""
    for clause in collected.names.outline.clauses:
        body = meeting_of(collected, clause) if _MONEY.search(clause.body.text) else None
        said = _MOVED.sub("", " ".join([*(lead.text for lead in clause.leads[-1:]), clause.body.text]))
        if body is None or not _SETTLED.search(said) or _DOUBTFUL.search(said):
            continue
        for one, amount in _receivers(collected, clause):
            if collected.names.meant(one) != collected.names.meant(body):
                evidence = collected.clause_evidence(clause, rule="granted", confidence=0.8)
                collected.fact(body, "funds", one, evidence, qualifiers={"amount": amount} if amount else {})


def _receivers(collected: Collected, clause: Clause) -> list[tuple[int, str]]:
    """Those who get something, with how much where it is told; a list of them gets the same."""
    text, found = clause.body.text, []
    last: int | None = None
    for start, end, placed in _named(collected, clause):
        given = _given(text, start, end)
        listed = last is not None and _AND.fullmatch(text, last, start) is not None
        if given is None and not listed:
            continue
        name = text[start:end]
        one = placed or collected.names.place(
            clause.body, Found(start, end, EntityType.BODY, name, name.split()[-1].lower())
        )
        found.append((one.mention, given or ""))
        last = end
    return found


def _named(collected: Collected, clause: Clause) -> list[tuple[int, int, Placed | None]]:
    """The bodies of a clause, and words that look like the name of one without a noun: "Saltmere Scouts"."""
    placed = collected.names.at(clause.body)
    known = [p for p in placed if p.type is EntityType.BODY and p.scope is not Scope.GENERIC and p.masks]
    free = [
        match.span()
        for match in _NAME.finditer(clause.body.text)
        if not any(p.start < match.end() and match.start() < p.end for p in placed)
    ]
    return sorted([*((p.start, p.end, p) for p in known), *((*span, None) for span in free)], key=lambda n: n[0])


def _given(text: str, start: int, end: int) -> str | None:
    """What the one named here is given: the amount, or "" where none is told; None if the words say no such thing."""
    given = _GIVEN.match(text, end) or _GIVING.search(text, 0, start)
    given = given or (_SUM_TO.search(text, 0, start) if _WAS_MADE.match(text, end) else None)
    if given is None and (given := _AWARDING.search(text, 0, start)) is not None and given["said"] is None:
        behind = _UP_TO.match(text, end)
        return behind["most"] if behind else ""
    return next((amount for amount in given.groups() if amount), "") if given else None
