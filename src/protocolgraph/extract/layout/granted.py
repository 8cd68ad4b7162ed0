"""Grants that a meeting resolved to give: "RESOLVED that Saltmere Scouts be awarded a grant of £300"."""

from __future__ import annotations

import re

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.found import Found
from protocolgraph.extract.layout.attendance import meeting_of
from protocolgraph.extract.masked import Placed
from protocolgraph.model import Clause, EntityType, Scope

_AMOUNT = r"(?P<amount>£ ?\d[\d,]*(?:\.\d\d)?(?:k|m)?)"
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
_NAME = re.compile(r"(?!That\b|The\b)[A-Z][\w'’-]+(?: (?:(?:of|the|and|for|&|in) ){0,2}[A-Z][\w'’-]*){1,6}")
_SETTLED = re.compile(r"\b(?:resolved|agreed|approved|that)\b", re.IGNORECASE)
_DOUBTFUL = re.compile(r"\b(?:if|recommend\w*|request\w*|propos\w*|not|declin\w*|refus\w*|would|had)\b", re.IGNORECASE)
"""What leaves it to somebody else or to another day, or tells of another day's grant."""


def read(collected: Collected) -> None:
    """Read to whom a meeting gave how much."""
    for clause in collected.names.outline.clauses:
        body = meeting_of(collected, clause) if "£" in clause.body.text else None
        said = " ".join([*(lead.text for lead in clause.leads[-1:]), clause.body.text])
        if body is None or not _SETTLED.search(said) or _DOUBTFUL.search(said):
            continue
        for one in [*collected.names.at(clause.body), *_unnamed(collected, clause)]:
            amount = _amount(clause, one)
            if amount is not None and collected.names.meant(one.mention) != collected.names.meant(body):
                evidence = collected.clause_evidence(clause, rule="granted", confidence=0.8)
                collected.fact(body, "funds", one.mention, evidence, qualifiers={"amount": amount})


def _unnamed(collected: Collected, clause: Clause) -> list[Placed]:
    """Those who get something and have names without a noun: "Saltmere Scouts"."""
    found = []
    for match in _NAME.finditer(clause.body.text):
        free = not any(p.start < match.end() and match.start() < p.end for p in collected.names.at(clause.body))
        if free and _given(clause.body.text, *match.span()):
            name = Found(*match.span(), EntityType.BODY, match[0], match[0].split()[-1].lower())
            found.append(collected.names.place(clause.body, name))
    return found


def _given(text: str, start: int, end: int) -> re.Match[str] | None:
    return _GIVEN.match(text, end) or _GIVING.search(text, 0, start)


def _amount(clause: Clause, one: Placed) -> str | None:
    if one.type is not EntityType.BODY or one.scope is Scope.GENERIC or not one.masks:
        return None
    given = _given(clause.body.text, one.start, one.end)
    return next((amount for amount in given.groups() if amount), None) if given else None
