"""Shares of a payment that a sentence tells without a verb: "A pays £10 to the Board, B £5 and C £3", "£2 from D"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from protocolgraph.extract.framed import Framed
from protocolgraph.extract.masked import Masked
from protocolgraph.model import EntityType

_AMOUNT = r"(?:£ ?[\d,.]*\d(?:k|m| million)?|\d[\d.]* ?(?:%|per cent))"
_BEHIND = re.compile(rf"\s+(?:a |the )?{_AMOUNT}", re.IGNORECASE)
_BEFORE = re.compile(rf"{_AMOUNT}(?: (?:a|each|per) year)?,? from (?:the )?$", re.IGNORECASE)


_FUND = re.compile(r"\b(?:contributions?|funding|funded|budget|income|grants?)\b", re.IGNORECASE)


def shares(found: Sequence[Framed], masked: Masked, section: int | None) -> list[Framed]:
    """Return what the other bodies of a sentence give to the one that a frame read a payment to.

    Without such a one "contributions of £10 from A" go to `section`, the body that the section is about.
    """
    paid = next((fact for fact in found if fact.predicate == "funds" and fact.object is not None), None)
    if paid is None:
        return _received(masked, section)
    text = masked.passage.text
    others = [
        place.mention
        for place in masked.placed
        if place.type is EntityType.BODY
        and place.mention not in {paid.subject, paid.object}
        and (_BEHIND.match(text, place.end) or _BEFORE.search(text[: place.start]))
    ]
    told = {(fact.subject, fact.object) for fact in found}
    return [
        replace(paid, subject=mention, negated=False, rule="shared-payment")
        for mention in others
        if (mention, paid.object) not in told
    ]


def _received(masked: Masked, section: int | None) -> list[Framed]:
    text = masked.passage.text
    if section is None or _FUND.search(text) is None:
        return []
    givers = [p for p in masked.placed if p.type is EntityType.BODY and _BEFORE.search(text[: p.start])]
    return [
        Framed(place.mention, "funds", section, (), negated=False, confidence=0.75, rule="contributions-from")
        for place in givers
    ]
