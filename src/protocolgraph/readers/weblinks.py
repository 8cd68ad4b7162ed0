"""Which words lead where: addresses of the web alone, none of people."""

from __future__ import annotations

from protocolgraph.model import Link
from protocolgraph.text.contacts import find_contacts

MOST = 2_000
"""So many links of a page or a file are kept."""
_LONGEST = 4_000
_WEB = ("http://", "https://")


def web_link(page: int, words: str, target: str) -> Link | None:
    """Return a link to the web with the words that lead there; None for any other, and for an address of a person."""
    target = target.strip()
    if not target.lower().startswith(_WEB) or "@" in target or len(target) > _LONGEST or not target.isprintable():
        return None
    over = " ".join(words.split())
    return None if any(find_contacts(over)) else Link(page, over, target)
