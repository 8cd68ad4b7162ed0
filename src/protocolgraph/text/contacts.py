"""E-mail addresses and telephone numbers in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MAIL = r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
_PHONE = (
    r"(?<![\w£$€.,])(?:\+44[\s().-]*(?:\(0\))?|\(?0)\d(?:[\s().-]{0,2}\d){7,11}(?!\w|,\d)"
    r"|(?<!\w)0[38]00[\s-]?\d{4}(?!\d)"
)
_CONTACT = re.compile(
    rf"(?:\b(?:e-?mail|tel(?:ephone)?|phone|mobile|fax)\b(?:\s+(?:no|number|address))?\s*[:.]?\s*)?(?:{_MAIL}|{_PHONE})",
    re.IGNORECASE,
)


def find_contacts(text: str) -> Iterator[tuple[int, int]]:
    """Yield where e-mail addresses and British telephone numbers stand, with the word that announces them."""
    if "@" in text or "0" in text:
        yield from (match.span() for match in _CONTACT.finditer(text))


def without_contacts(text: str) -> str:
    """Return a text without them, white space collapsed where one stood."""
    found = list(find_contacts(text))
    if not found:
        return text
    kept, end = [], 0
    for start, stop in found:
        kept.append(text[end:start])
        end = stop
    return " ".join("".join([*kept, text[end:]]).split()).strip(" ,;/|")
