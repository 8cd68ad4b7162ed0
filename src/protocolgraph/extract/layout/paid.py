"""Contributions that a sentence lists: "Northwick Council £50,000, Northwick Police £40,000"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.council_places import councils_by_place
from protocolgraph.extract.found import Found
from protocolgraph.extract.masked import Placed, outermost
from protocolgraph.extract.units import Unit, UnitKind, key_of
from protocolgraph.model import EntityType, PartKind, Scope

_AMOUNT = r"(?P<amount>£ ?\d+(?:,\d{3})*(?:\.\d+)?(?:k|m| million)?|\d+(?:\.\d+)? ?(?:%|per cent|percent))(?![\w])"
_BEHIND = re.compile(
    rf"\s*[:(–-]?\s*(?:(?:pays|paid|gives|gave|contributes|contributed|puts? in|provides|provided)\s+)?{_AMOUNT}",
    re.IGNORECASE,
)
_PLACE = re.compile(rf"(?:^|[;:,]\s+|\band\s+)(?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)\s+{_AMOUNT}")
"""A council that is called by its place, with what it gives."""
_BEFORE = re.compile(rf"{_AMOUNT}(?:\s+each)?\s+(?:(?:is|was|comes|came)\s+)?(?:from|by)\s+(?:the\s+)?$", re.IGNORECASE)
_PAYING = re.compile(r"\b(?:contribut\w+|fund(?:s|ed|ing)?|costs?|budget|pays?|paid|shares?|income)\b", re.IGNORECASE)
"""What tells that money is spoken of that several give."""
_GAVE = re.compile(r"\b(?:gives?|gave|put in|puts in|provide[sd]?)\b", re.IGNORECASE)
"""The same below a heading that speaks of money."""
_SPENDING = re.compile(r"\b(?:spen[dt]\w*|allocated|awarded|grants? (?:to|for)|expenditure|savings?)\b", re.IGNORECASE)
_FOR_SOMETHING = re.compile(r"\b(?:towards|for|to)\s+(?:the\s+)?$", re.IGNORECASE)
_FEWEST = 2


_GIVES = re.compile(
    r"\s+(?:(?:will|shall|has|have|also) )*(?:contribut\w+|gives?|gave|pays?|paid|funds?)\b", re.IGNORECASE
)
"""Behind the first of several who give, each with an amount: "the Council will contribute £10, the Trust £5"."""


def read(collected: Collected) -> None:
    """Read who gives how much, where a sentence lists at least two with their amounts."""
    names = collected.names
    leads = {key_of(clause.body): clause.leads[-1].text for clause in names.outline.clauses if clause.leads}
    before = ""
    for key, unit in list(names.units.items()):
        lead, before = before if before.endswith(":") else "", unit.text
        said = f"{leads.get(key, lead)} {unit.text}"
        heading = names.outline.sections[unit.section].heading.text
        paying = _PAYING.search(said) or (_GAVE.search(unit.text) and _PAYING.search(heading))
        if unit.kind is UnitKind.HEADING or not paying or _SPENDING.search(said):
            continue
        if names.outline.parts and names.outline.parts[unit.part].kind is PartKind.MINUTES:
            continue
        _call_by_place(collected, unit)
        bodies = outermost(p for p in names.at(unit.passage) if p.type is EntityType.BODY)
        giving = _giving(unit, bodies)
        receiver = _receiver(collected, unit, [p for p, _ in giving], bodies) if len(giving) >= _FEWEST else None
        if receiver is not None:
            evidence = collected.unit_evidence(unit, rule="listed-payments", confidence=0.8)
            for giver, amount in giving:
                collected.fact(giver.mention, "funds", receiver, evidence, qualifiers={"amount": amount})


def _call_by_place(collected: Collected, unit: Unit) -> None:
    """Make bodies of the councils that a list of payments calls by their places: "Weir 40 per cent"."""
    names = collected.names
    said = list(_PLACE.finditer(unit.text))
    councils = councils_by_place(names) if said else {}
    for one in said:
        start, end = one.span("place")
        free = not any(p.start < end and start < p.end for p in names.at(unit.passage))
        if one["place"] in councils and free:
            names.place(unit.passage, Found(start, end, EntityType.BODY, one["place"], "council"))


def _giving(unit: Unit, bodies: Sequence[Placed]) -> list[tuple[Placed, str]]:
    """The bodies that an amount stands beside, where no other body stands between."""
    found = []
    edges = [*bodies, None]
    for body, following in pairwise(edges):
        if body is None:
            continue
        end = following.start if following is not None else len(unit.text)
        said = _BEHIND.match(unit.text, body.end, end) or _BEFORE.search(unit.text, 0, body.start)
        if said is not None and body.scope is not Scope.GENERIC:
            found.append((body, said["amount"]))
    return found


def _receiver(collected: Collected, unit: Unit, givers: Sequence[Placed], bodies: Sequence[Placed]) -> int | None:
    """The body that is named before the first who gives, else what the part of the document is about.

    None where they give towards something that is named between them: whoever reads the sentence tells that better.
    """
    names = collected.names
    meant = {names.meant(p.mention) for p in givers}
    if any(_FOR_SOMETHING.search(unit.text, 0, p.start) for p in bodies if p.start > givers[0].end):
        return None
    before = [p for p in bodies if p.end <= givers[0].start and p not in givers and p.scope is not Scope.GENERIC]
    if before and _GIVES.match(unit.text, before[-1].end):
        return None
    if before and names.meant(before[0].mention) not in meant:
        return before[0].mention
    about = names.budgeted(unit.part)
    return about if about is not None and names.meant(about) not in meant else None
