"""Offices of several bodies: "the clerks of the Audit Panel, the Youth Forum and the Trust Board meet", "the Chair of
the Audit Panel and Youth Forum".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from protocolgraph.extract.masked import Placed
from protocolgraph.extract.spoken import is_group_head
from protocolgraph.model import EntityType
from protocolgraph.vocab.lexicon import fold, lexicon

_APART = re.compile(r"\s*(?:,|,?\s+and|&)\s+(?:of\s+)?(?:the\s+)?", re.IGNORECASE)
_AND_ANOTHER = re.compile(r" (?:and|&) ")
_LAST = re.compile(r"(?:\band|&)\s+(?:of\s+)?(?:the\s+)?$", re.IGNORECASE)


def with_all_owners(text: str, placed: Sequence[Placed]) -> list[Placed]:
    """Return names with each plural office reaching to the last of the bodies that it is one of, which then do nothing.

    A body has one chair, one clerk, one chief executive: several of them are those of all the bodies that follow. One
    chair of a body reaches to a second without an article of its own, which is chaired with it.
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
        return _end_of_two(text, office, placed)
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


def _end_of_two(text: str, office: Placed, placed: Sequence[Placed]) -> int:
    """Where the second body of one chair ends, "Chair of the Audit Panel and Youth Forum"; the office's end if none."""
    apart = _AND_ANOTHER.match(text, office.end)
    if apart is None or _one_chair().match(text[office.start : office.end]) is None:
        return office.end
    second = [p for p in placed if p.start == apart.end()]
    if any(p.type is not EntityType.BODY or not p.masks for p in second):
        return office.end
    return max((p.end for p in second if _is_group(text[p.start : p.end])), default=office.end)


def _is_group(name: str) -> bool:
    """Whether a body by its name has a chair: a board, a panel, or what only initials name."""
    return is_group_head(fold(name.rpartition(" ")[2])) or name.isupper()


@cache
def _one_chair() -> re.Pattern[str]:
    chairs = "|".join(sorted(map(re.escape, lexicon("roles")["chairs"]), key=len, reverse=True))
    return re.compile(rf"(?:[\w-]+ ){{0,2}}(?:{chairs}) (?:of|to) the ", re.IGNORECASE)


@cache
def _plural() -> re.Pattern[str]:
    single = "|".join(sorted(map(re.escape, lexicon("roles")["one_each"]), key=len, reverse=True))
    return re.compile(rf"(?:[\w-]+ ){{0,2}}(?:{single})s (?:of|to) ", re.IGNORECASE)
