"""What paragraphs are by their look: larger headings, footnotes that marks point to, what goes on overleaf."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from protocolgraph.model import BlockKind
from protocolgraph.readers.pdf.paragraphs import Paragraph

_LARGER = 1.12
_SMALLER = 0.95
_MOST_LINES = 4
_LONGEST = 250
_MOSTLY = 0.5
_FULL = 0.8
_LABELLED = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]?|\(?[a-z]{1,4}[.)]|[^\w\s(£\"'‘“])\s")
_DECIMAL = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?\s")
_NOTE = re.compile(r"(\d{1,3}|[⁰¹²³⁴-⁹]{1,3})\s?(?=\S)")
_MARKS = re.compile(r"[⁰¹²³⁴-⁹]+")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_OPEN = re.compile(r"\b(?:an?|and|as|at|by|for|from|in|into|of|on|or|that|the|to|under|which|with)$", re.IGNORECASE)
"""Words that end no paragraph."""
_ENDS = re.compile(r"[.!?:;][\"'’”)\]]*[⁰¹²³⁴-⁹]*$")


def mark_looks(pages: Sequence[list[Paragraph]], body: float) -> None:
    """Set the kinds of the paragraphs of all pages."""
    for paragraphs in pages:
        _mark_notes(paragraphs, body)
    _mark_headings(pages, body)
    for before, paragraphs in itertools.pairwise(pages):
        _mark_continued(before, paragraphs)
    for paragraphs in pages:
        for one, other in itertools.pairwise(paragraphs):
            _mark_over_column(one, other)


def _mark_notes(paragraphs: Sequence[Paragraph], body: float) -> None:
    """Mark the small paragraphs at the foot of a page that begin with the number of a mark above them."""
    marks = {
        mark.translate(_PLAIN)
        for paragraph in paragraphs
        for line in paragraph.lines
        for mark in _MARKS.findall(line.text)
    }
    if not marks:
        return
    open_note = False
    for paragraph in paragraphs:
        if paragraph.kind is not BlockKind.PARAGRAPH or paragraph.size > _SMALLER * body:
            open_note = False
            continue
        found = _NOTE.match(paragraph.lines[0].text)
        if found and found[1].translate(_PLAIN) in marks:
            paragraph.kind, paragraph.label = BlockKind.FOOTNOTE, found[1]
            open_note = True
        elif open_note:
            paragraph.kind = BlockKind.FOOTNOTE


def _mark_headings(pages: Sequence[list[Paragraph]], body: float) -> None:
    """Mark what is set larger than the text as heading; of those without number, the larger the higher."""
    found = [
        (number, paragraph)
        for number, paragraphs in enumerate(pages)
        for paragraph in paragraphs
        if _is_heading(paragraph, body)
    ]
    heads = _heading_looks(pages, found)
    found = [(number, paragraph) for number, paragraph in found if _look(paragraph) in heads]
    ranked = _ranks(found)
    for _, paragraph in found:
        paragraph.kind = BlockKind.HEADING
        paragraph.level = None if _DECIMAL.match(paragraph.text) else ranked[_look(paragraph)]


def _is_heading(paragraph: Paragraph, body: float) -> bool:
    if paragraph.kind is not BlockKind.PARAGRAPH or len(paragraph.lines) > _MOST_LINES:
        return False
    text = paragraph.text
    if len(text) > _LONGEST or sum(c.isalpha() for c in text) < 3 or text[0].islower():
        return False
    return paragraph.size > _LARGER * body and text[-1] not in ".;,"


def _look(paragraph: Paragraph) -> tuple[float, bool]:
    return paragraph.size, paragraph.bold


def _heading_looks(pages: Sequence[list[Paragraph]], found: Sequence[tuple[int, Paragraph]]) -> set[tuple[float, bool]]:
    """Return the looks that are those of headings: most that is set so could be one."""
    whole: Counter[tuple[float, bool]] = Counter()
    for paragraphs in pages:
        for paragraph in paragraphs:
            whole[_look(paragraph)] += len(paragraph.text)
    heads: Counter[tuple[float, bool]] = Counter()
    for _, paragraph in found:
        heads[_look(paragraph)] += len(paragraph.text)
    return {look for look, letters in heads.items() if letters >= _MOSTLY * whole[look]}


def _ranks(found: Sequence[tuple[int, Paragraph]]) -> dict[tuple[float, bool], int]:
    """Return the level of each look; those of a cover or of a page alone count for none below them."""
    pages: dict[tuple[float, bool], set[int]] = {}
    for number, paragraph in found:
        pages.setdefault(_look(paragraph), set()).add(number)
    usual = [look for look, where in pages.items() if len(where) > 1] or [
        look for look, where in pages.items() if where != {0}
    ]
    return {look: 1 + sum(other > look for other in usual or pages) for look in pages}


def _mark_continued(before: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> None:
    """Mark the first paragraph of a page that goes on with the last of the page before."""
    last = next((p for p in reversed(before) if p.kind not in (BlockKind.FOOTNOTE, BlockKind.FURNITURE)), None)
    first = next((p for p in paragraphs if p.kind is not BlockKind.FURNITURE), None)
    if last and first and _goes_on(last, first):
        first.continues = True


def _mark_over_column(one: Paragraph, other: Paragraph) -> None:
    """Mark a paragraph at the head of a column that goes on with the one at the foot of the column before."""
    if other.lines[0].bottom < one.lines[-1].top and _goes_on(one, other):
        other.continues = True


def _goes_on(last: Paragraph, first: Paragraph) -> bool:
    """Whether a paragraph at the head of a column or page goes on with the one at the foot of the last."""
    if (
        last.boxed
        or first.boxed
        or last.kind is not first.kind
        or last.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING)
    ):
        return False
    if abs(last.size - first.size) > 0.6 or last.bold != first.bold or _ENDS.search(last.text):
        return False
    if last.kind is BlockKind.HEADING:
        return not _DECIMAL.match(first.text)
    if first.text[0].islower() or last.text.endswith(("-", ",")) or _OPEN.search(last.text):
        return True
    return _fills(last) and not _LABELLED.match(first.text)


def _fills(paragraph: Paragraph) -> bool:
    """Whether the last of a paragraph's lines is as wide as the others: it was broken by the measure."""
    lines = paragraph.lines
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return len(lines) > 1 and lines[-1].x1 > left + _FULL * (right - left)
