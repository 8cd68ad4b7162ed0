"""The words that a statement was read from, as evidence that stands in the document."""

from __future__ import annotations

from protocolgraph.model import Clause, Document, Evidence, Outline, Passage, Span, quote
from protocolgraph.text.spans import merged


def evidence_of(outline: Outline, clause: Clause, passages: list[Passage], *, rule: str, confidence: float) -> Evidence:
    """Return the evidence for a statement that was read from these passages of a clause (its lead-in, its body)."""
    document = outline.document
    spans = merged(document.text, tuple(span for passage in passages for span in passage.spans()))
    return make_evidence(outline, document, spans, clause.section, rule=rule, confidence=confidence)


def make_evidence(
    outline: Outline, document: Document, spans: tuple[Span, ...], section: int, *, rule: str, confidence: float
) -> Evidence:
    """Return the evidence at these spans; the page is that of the last piece, the section as a person would cite it."""
    page = document.page_at(spans[-1].start) if spans else None
    name = next((s.name for s in reversed(outline.path(section)) if s.name), None)
    return Evidence(document.name, spans, quote(document.text, spans), name, page, rule, round(confidence, 3))
