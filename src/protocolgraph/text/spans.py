"""Places of a text."""

from __future__ import annotations

import re

from protocolgraph.model import Span

_BETWEEN = re.compile(r"\s*|[-‐\u00ad]\s*|[⁰¹²³⁴-⁹]{1,3}\s*")


def merged(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Join spans that only white space, a hyphen at a line's end or a footnote's mark parts, in the order given."""
    found: list[Span] = []
    for span in spans:
        if found and found[-1].end <= span.start and _BETWEEN.fullmatch(text, found[-1].end, span.start):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)
