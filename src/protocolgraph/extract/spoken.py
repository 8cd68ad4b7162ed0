"""Of whom a sentence speaks, told by the words around a name at its beginning."""

from __future__ import annotations

import re

from protocolgraph.extract.masked import Placed
from protocolgraph.model import EntityType

_INTRODUCING = re.compile(
    r"(?:(?:there|this|that) (?:is|are|will be|shall be)"
    r"|(?:it|ours|this|that|which|the \w+) (?:is|are) (?:now )?(?:called|known as|named))"
    r" (?:also )?(?:an?|the|one)?\s*$",
    re.IGNORECASE,
)
"""Words in front of a name that introduce it: "There shall be a Youth Board", "Ours is called the Youth Board"."""
_POSSESSIVE = re.compile(r"['’]s?\s")
_OPENING = re.compile(r"(?:as|in|under|forming|being|following|within|with|at|on|for|through) [^,.;:]*$", re.IGNORECASE)
"""Words before a comma that stand ahead of what the sentence speaks of."""


def owns_only(text: str, placed: Placed) -> bool:
    """Return whether a body opens a sentence only as an owner: "As part of the Council's work, the Board"."""
    return _POSSESSIVE.match(text, placed.end) is not None and _OPENING.match(text, 0, placed.start) is not None


def introduced(text: str, placed: Placed) -> bool:
    """Return whether a sentence only says that there is a body of this name, of which the next then tells."""
    return placed.type is EntityType.BODY and _INTRODUCING.match(text, 0, placed.start) is not None
