"""What single clauses show by their words: placeholders, vague times, tasks that are nobody's, who keeps the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from protocolgraph.model import Clause, ClauseKind, Mark, MarkKind, Outline, PartKind, Span
from protocolgraph.structure.marks.place import mark_clause, mark_span, section_at
from protocolgraph.vocab.drafting import Drafting, load_drafting
from protocolgraph.vocab.lexicon import lexicon
from protocolgraph.vocab.sought import Sought

_MODAL = re.compile(r"\b(?:must|shall|should|will|is to|are to|needs? to|(?:is|are) required to)\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?P<modal>must|shall|should|needs? to|(?:is|are) to|(?:is|are) required to)\s+(?:also\s+|then\s+|always\s+)?"
    r"be\s+(?:\w+ly\s+|then\s+|also\s+)?(?P<verb>\w+)",
    re.IGNORECASE,
)
_AGENT = re.compile(
    r"\bby\s+(?!the (?:end|time|date|start)\b|\d|(?:no|not) later|when\b|which\b|means\b|\w+ing\b)", re.IGNORECASE
)
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|how|why|whether|what|where|when|if|unless)\b"
    r"(?:(?!\b(?:have|has|had|is|are|was|were|been|then)\b)[^,.;]){0,120}$",
    re.IGNORECASE,
)
"""What "should be" in such a clause is told of, not laid down."""
_LAW = Sought.of(
    r"(?P<title>(?:[A-Z][\w’']+,?\s+|(?:and|of|the|for|to)\s+"
    r"|\((?:England|Wales|England and Wales|Amendment)\)\s+){1,12}?"
    r"(?P<kind>Act|Regulations?|Order|Measure))\s*\(?(?P<year>(?:1[89]|20)\d\d)\b",
    ("18", "19", "20"),
)
_BLANK = re.compile(r"[….]{3,}|_{3,}")
_FILLED = re.compile(r"(?:^|\s)/?s/|\b(?:signed|date)\W{0,3}\d", re.IGNORECASE)
_FIRST_LINES = 400
"""Characters at the head of a document in which it says whether it is a draft."""
_TASKS = {PartKind.PROTOCOL, PartKind.TERMS_OF_REFERENCE, PartKind.ARRANGEMENTS, PartKind.OTHER}
_RECORDS = {PartKind.MINUTES, PartKind.AGENDA}


def word_marks(outline: Outline) -> Iterator[Mark]:
    """Yield the marks that single clauses and headings show."""
    words = load_drafting()
    yield from _draft(outline, words)
    for index, section in enumerate(outline.sections):
        text = section.heading.text
        if text and words.signatures.search(text):
            filled = _signed(outline.document.text[section.start : section.end])
            yield from _heading_mark(outline, index, MarkKind.SIGNATURE, filled)
        if text and words.disputes.search(text):
            yield from _heading_mark(outline, index, MarkKind.DISPUTE_ROUTE, text)
        if text and words.reviews.search(text):
            yield from _heading_mark(outline, index, MarkKind.REVIEW_DATE, text)
        for name, pattern in words.terms.items():
            if text and pattern.search(text):
                yield from _heading_mark(outline, index, MarkKind.TERM, name)
    for clause in outline.clauses:
        if clause.body.spans():
            yield from _clause_marks(outline, clause, words)


def _draft(outline: Outline, words: Drafting) -> Iterator[Mark]:
    match = words.drafts.search(outline.document.text, 0, _FIRST_LINES)
    if match:
        line_end = outline.document.text.find("\n", match.end())
        end = match.end() if line_end < 0 else line_end
        span = Span(match.start(), match.start() + len(outline.document.text[match.start() : end].rstrip()))
        yield mark_span(outline, span, MarkKind.DRAFT, match[0], section=section_at(outline, span.start))


def _heading_mark(outline: Outline, index: int, kind: MarkKind, value: str) -> Iterator[Mark]:
    spans = outline.sections[index].heading.spans()
    if spans:
        yield mark_span(outline, Span(spans[0].start, spans[-1].end), kind, value, section=index)


def _signed(text: str) -> str:
    """Return "blank" where dots or a line wait for a hand, else "signed"."""
    return "blank" if _BLANK.search(text) and not _FILLED.search(text) else "signed"


def _clause_marks(outline: Outline, clause: Clause, words: Drafting) -> Iterator[Mark]:
    text, kind = clause.body.text, outline.parts[clause.part].kind
    lead = " ".join(passage.text for passage in clause.leads)
    for match in words.placeholders.finditer(text):
        yield mark_clause(outline, clause, MarkKind.PLACEHOLDER, match[0])
    if kind not in _RECORDS:
        yield from _task_marks(outline, clause, words)
    for match in _LAW.finditer(text):
        yield mark_clause(outline, clause, MarkKind.LAW, f"{_law_title(match['title'])} {match['year']}")
    for match in _guidance().finditer(text):
        yield mark_clause(outline, clause, MarkKind.LAW, f"{match['title']} {match['year']}")
    labelled = f"{lead}: {text}" if clause.kind is ClauseKind.FIELD else text
    for name, pattern in words.terms.items():
        if pattern.search(labelled):
            yield mark_clause(outline, clause, MarkKind.TERM, name)
    for pattern, mark in (
        (words.reviews, MarkKind.REVIEW_DATE),
        (words.owners, MarkKind.OWNER),
        (words.disputes, MarkKind.DISPUTE_ROUTE),
    ):
        found = pattern.search(labelled)
        if found:
            yield mark_clause(outline, clause, mark, found[0])


@cache
def _guidance() -> Sought:
    """Return the pattern of statutory guidance cited with the year of its edition."""
    known = lexicon("legislation")["guidance"]
    titles = {title for title, others in known.items() for title in (title, *(others or ()))}
    either = "|".join(sorted(map(re.escape, titles), key=len, reverse=True))
    dated = rf"\b(?P<title>{either})\W{{1,3}}(?:[A-Z][a-z]+ )?(?P<year>20\d\d)\b"
    return Sought.of(dated, ("20",), re.IGNORECASE)


def _law_title(words: str) -> str:
    """Return the title without what stands before it in its sentence."""
    return re.sub(
        r"^(?:(?:[a-z]+|The|And|Of|Under|In|S\d+|Section|By|Although|See|While|Since)\s+)+", "", " ".join(words.split())
    )


def _task_marks(outline: Outline, clause: Clause, words: Drafting) -> Iterator[Mark]:
    text = clause.body.text
    vague = words.vague_times.search(text)
    if vague and (_MODAL.search(text) or clause.leads):
        yield mark_clause(outline, clause, MarkKind.VAGUE_TIME, vague[0])
    if outline.parts[clause.part].kind not in _TASKS:
        return
    for match in _PASSIVE.finditer(text):
        verb = match["verb"].lower()
        task = (verb.endswith("ed") or verb in words.participles) and verb not in words.no_tasks
        rest = text[match.end() :].split(";")[0]
        if task and not _AGENT.search(rest) and not _SUBORDINATE.search(text[: match.start()]):
            yield mark_clause(outline, clause, MarkKind.NO_AGENT, f"{match['modal'].lower()} be {verb}")
            return
