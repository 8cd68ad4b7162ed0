"""The or-else of a statement: what follows for whoever does not do it."""

from __future__ import annotations

import re

from protocolgraph.model import Span
from protocolgraph.model.institutional import Component, ComponentName
from protocolgraph.vocab.lexicon import lexicon

_ENDING = " \t\r\n.;,"


def or_else(text: str) -> int:
    """Return where the consequence begins, which is the text's end where there is none."""
    found = [match.start() for pattern in lexicon("institutional")["or_else"] if (match := _search(pattern, text))]
    return min(found, default=len(text))


def _search(pattern: str, text: str) -> re.Match[str] | None:
    match = re.search(pattern, text, re.IGNORECASE)
    return match if match and text[: match.start()].strip() else None


def consequence(text: str, start: int) -> tuple[Component, ...]:
    """Return the or-else from this place to the end of the text, without the marks around it."""
    words = text[start:].lstrip(_ENDING)
    start = len(text) - len(words)
    words = words.rstrip(_ENDING)
    return (Component(ComponentName.OR_ELSE, words, Span(start, start + len(words))),) if words else ()
