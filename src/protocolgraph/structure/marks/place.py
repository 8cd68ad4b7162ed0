"""Marks with the words that show them."""

from __future__ import annotations

from collections.abc import Sequence

from protocolgraph.model import Clause, Evidence, Mark, MarkKind, Outline, Passage, Span, quote
from protocolgraph.text.spans import merged


def make_mark(outline: Outline, kind: MarkKind, value: str, passages: Sequence[Passage], *, section: int) -> Mark:
    """Return a mark whose evidence is the document's words in these passages."""
    document = outline.document
    spans = merged(document.text, tuple(span for passage in passages for span in passage.spans()))
    return Mark(kind, value, _evidence(outline, spans, section, kind))


def mark_clause(outline: Outline, clause: Clause, kind: MarkKind, value: str) -> Mark:
    """Return a mark that a clause shows."""
    return make_mark(outline, kind, value, [clause.body], section=clause.section)


def mark_span(outline: Outline, span: Span, kind: MarkKind, value: str, *, section: int) -> Mark:
    """Return a mark that a run of the text shows."""
    return Mark(kind, value, _evidence(outline, (span,), section, kind))


def section_at(outline: Outline, offset: int) -> int:
    """Return the index of the innermost section at an offset."""
    inside = [index for index, section in enumerate(outline.sections) if section.start <= offset < section.end]
    return inside[-1] if inside else 0


def _evidence(outline: Outline, spans: tuple[Span, ...], section: int, kind: MarkKind) -> Evidence:
    name = next((item.name for item in reversed(outline.path(section)) if item.name), None)
    page = outline.document.page_at(spans[-1].start) if spans else None
    words = quote(outline.document.text, spans)
    return Evidence(outline.document.name, spans, words, name, page, f"mark: {kind}", 0.9)
