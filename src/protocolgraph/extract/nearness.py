"""How near a post's or a report's title stands to the body or pronoun whose it is."""

from __future__ import annotations

import re

from protocolgraph.extract.found import Found
from protocolgraph.extract.tokens import tokenize
from protocolgraph.model import EntityType, MentionForm

_COMMA = re.compile(r", (?:the )?")
_BETWEEN_OWNER = 8
"""Characters between a report and its owner: " of the "."""


def possessing(between: str) -> bool:
    """Whether only a possessive stands between a body and a title: "the Committee's chair", "X, whose chair"."""
    return re.fullmatch(r"(?:['’]s?|,? whose)\s+", between) is not None


def beside(text: str, start: int, end: int) -> bool:
    """Whether a title follows its owner or a pronoun at once: "its new Independent Chair", "the Committee's chair"."""
    return _adjacent(text, start, end) or possessing(text[start:end])


def _adjacent(text: str, start: int, end: int) -> bool:
    """Whether only modifiers stand between a pronoun and a title: "its new Independent Chair"."""
    between = tokenize(text[start:end])
    return len(between) <= 2 and all(t.word for t in between)


def full_name(name: Found, text: str) -> str:
    """A report's name with its owner's beside it: "the NSCB's Annual Report", "annual report of the NSCB"."""
    if name.type is not EntityType.PUBLICATION or name.owner is None or name.form is not MentionForm.NAME:
        return name.text
    start, end = min(name.start, name.owner[0]), max(name.end, name.owner[1])
    beside = end - start <= name.end - name.start + (name.owner[1] - name.owner[0]) + _BETWEEN_OWNER
    return text[start:end] if beside else name.text


def end_with_body(name: Found, text: str) -> int | None:
    """Where a post's name ends with the body behind its comma: "Superintendent, Ash Police"."""
    owned = name.type is EntityType.ROLE and name.owner is not None and name.owner[0] > name.end
    return name.owner[1] if owned and name.owner and _COMMA.fullmatch(text, name.end, name.owner[0]) else None
