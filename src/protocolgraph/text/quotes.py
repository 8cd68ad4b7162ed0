"""Where the words of a quote stand in a text."""

from __future__ import annotations

import re

from protocolgraph.model import Span

_GAP = re.compile(r"\s*\[(?:…|\.\.\.)\]\s*")
_VARIANTS = {
    **dict.fromkeys("'‘’", "['‘’]"),
    **dict.fromkeys('"“”', '["“”]'),
    **dict.fromkeys("-‐‑–—", "[-‐‑–—]"),
}


def find_quote(quote: str, text: str) -> tuple[Span, ...]:
    """Return where the pieces of a quote stand in a text, one after the other.

    White space and the form of quotation marks and dashes do not matter; pieces are parted by "[...]"
    or "[…]". Empty if a piece does not stand in the text after the piece before it.
    """
    spans: list[Span] = []
    for piece in _GAP.split(quote):
        words = ["".join(_VARIANTS.get(c, re.escape(c)) for c in word) for word in piece.split()]
        match = re.compile(r"\s+".join(words)).search(text, spans[-1].end if spans else 0) if words else None
        if match is None:
            return ()
        spans.append(Span(*match.span()))
    return tuple(spans)
