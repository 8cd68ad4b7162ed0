"""Members of a charitable company, who appoint its trustees and sit on no board by that: "Members appoint Trustees"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from protocolgraph.vocab.lexicon import fold

_BOARDS = re.compile(r"\b(?:trust|trustees?|directors|governors|governing)\b")
"""Words of the names of those whom such members appoint, or of the company itself."""
_RANKS = re.compile(
    r"\bmembers?\b[^.;:]{0,60}\b(?:appoint|remove|elect|ratif)\w*\b[^.;:]{0,40}\b(?:trustees?|directors)\b"
    r"|\b(?:trustees?|directors)\b[^.;:]{0,60}\b(?:appointed|elected|removed|ratified) by (?:the )?members\b"
    r"|\bmembers (?:and|or) (?:the )?(?:trustees|board of (?:trustees|directors))\b"
    r"|\btrustees (?:and|or) (?:the )?members\b(?! of\b)"
    r"|\bmembers\b[^.;:]{0,60}\bhold(?:s|ing)? the (?:trust board|board of (?:trustees|directors)|trustees|directors)"
    r" to account\b"
    r"|\bmembers (?:of the (?:[a-z-]+ )?trust )?are (?:the )?guardians\b",
    re.IGNORECASE,
)
"""What sets members apart from trustees: who appoints whom, who answers to whom."""


def stand_apart(texts: Iterable[str]) -> bool:
    """Return whether a paper tells members apart from the trustees whom they appoint or hold to account."""
    return any("embers" in text and _RANKS.search(text) for text in texts)


def of_trustees(body: str) -> bool:
    """Return whether a body is the board that such members appoint, or their company, by its name."""
    return _BOARDS.search(fold(body)) is not None
