"""Plural offices of several bodies: "the clerks of the Audit Panel, the Youth Forum and the Trust Board meet"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from protocolgraph.extract.masked import Placed
from protocolgraph.model import EntityType
from protocolgraph.vocab.lexicon import lexicon

_APART = re.compile(r"\s*(?:,|,?\s+and|&)\s+(?:of\s+)?(?:the\s+)?", re.IGNORECASE)
_LAST = re.compile(r"(?:\band|&)\s+(?:of\s+)?(?:the\s+)?$", re.IGNORECASE)


def with_all_owners(text: str, placed: Sequence[Placed]) -> list[Placed]:
    """Return names with each plural office reaching to the last of the bodies that it is one of, which then do nothing.

    A body has one chair, one clerk, one chief executive: several of them are those of all the bodies that follow.
    """
    kept = list(placed)
    for office in placed:
        end = _end(text, office, placed) if office.type is EntityType.ROLE and office.masks else office.end
        if end > office.end:
            kept = [p for p in kept if p is not office and not office.end <= p.start < end]
            kept.append(replace(office, end=end))
    return sorted(kept, key=lambda p: (p.start, -p.end))


def _end(text: str, office: Placed, placed: Sequence[Placed]) -> int:
    """Where the last body ends of which an office is one of several; its own end for any other."""
    title = _plural().match(text[office.start : office.end])
    if title is None:
        return office.end
    end = office.end
    while True:
        apart = _APART.match(text, end)
        following = [p for p in placed if apart and p.start == apart.end() and p.type is EntityType.BODY and p.masks]
        if not following or any(p.type is EntityType.ROLE and p.start == following[0].start for p in placed):
            return office.end
        body = max(following, key=lambda p: p.end)
        if _LAST.search(text, end, body.start):
            return body.end
        end = body.end


@cache
def _plural() -> re.Pattern[str]:
    single = "|".join(sorted(map(re.escape, lexicon("roles")["one_each"]), key=len, reverse=True))
    return re.compile(rf"(?:[\w-]+ ){{0,2}}(?:{single})s (?:of|to) ", re.IGNORECASE)
