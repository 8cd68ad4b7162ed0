"""References to sections and appendices that are not in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolgraph.model import Clause, Mark, MarkKind, Outline
from protocolgraph.structure.marks.place import mark_clause

_REFERENCE = re.compile(
    r"\b(?P<word>appendix|annexe?|schedule|section|paragraph|para\.?|clause)\s+"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?|[A-Z])\b(?![/(]|\.\d|\s*\(|\s+(?:audit|team|return|dut|mon|work|self)\w*)",
    re.IGNORECASE,
)
_ISSUES = re.compile(r"\b(?:in|see|at|under)\s+(?P<number>\d{1,2}\.\d{1,2})\b(?!\s*(?:p\.?m|a\.?m|%|million|m\b|k\b))")
_FOREIGN = re.compile(
    r"\b(?:(?-i:Acts?|Bills?)|regulations?|order|measure|statutory|guidance|working together|directions"
    r"|code of practice|constitution|standing orders?|orders|enquir(?:y|ies)|c\.\s?\d+|notice|agreement|officer"
    r"|assessments?|reports?)\b",
    re.IGNORECASE,
)
"""A reference beside one of these may be to another text."""
_HEADS = re.compile(
    r"^(?:[a-z ]{1,30}:)?[\W\d]*((?:appendix|annexe?|schedule|section|part)\s+\w+|\d+(?:\.\d+)+)", re.IGNORECASE | re.M
)
"""What stands at the head of a line, or after a label ("Appendices:")."""
_OTHERS = re.compile(r"\s*(?:of|to)\b,?\s+(?:the\s+)?(?:[A-Z]|full\b|main\b|original\b)")
_OUTER = ("appendix", "annex", "annexe", "schedule")


def reference_marks(outline: Outline) -> Iterator[Mark]:
    """Yield a mark for each clause that refers to a section or appendix that is not there."""
    there = _labels(outline)
    for clause in outline.clauses:
        for value in dict.fromkeys(_lost(clause, there)):
            yield mark_clause(outline, clause, MarkKind.REFERENCE_LOST, value)


def _labels(outline: Outline) -> frozenset[str]:
    """Return the numbers that sections, appendices and paragraphs bear, in lower case."""
    found = {section.number.lower() for section in outline.sections if section.number}
    found |= {clause.label.strip("().:").lower() for clause in outline.clauses if clause.label}
    heads = _HEADS.finditer(outline.document.text)
    return frozenset(found | {" ".join(match[1].lower().split()) for match in heads})


def _lost(clause: Clause, there: frozenset[str]) -> Iterator[str]:
    text = clause.body.text
    if _FOREIGN.search(text):
        yield from _lost_outer(text, there)
        return
    yield from _lost_outer(text, there)
    for match in _REFERENCE.finditer(text):
        word, number = match["word"].lower(), match["number"].lower()
        of_a_law = text[: match.start()].endswith("(")
        if not word.startswith(_OUTER) and not of_a_law and f"{word} {number}" not in there and _is_lost(number, there):
            yield f"{word} {match['number']}"
    for match in _ISSUES.finditer(text):
        if _is_lost(match["number"], there) and match["number"].split(".")[0] in there:
            yield f"section {match['number']}"


def _lost_outer(text: str, there: frozenset[str]) -> Iterator[str]:
    """Yield appendices that are neither headings nor listed; "Appendix 1 of the X" is another document's."""
    for match in _REFERENCE.finditer(text):
        word, number = match["word"].lower(), match["number"].lower()
        if word not in _OUTER or _OTHERS.match(text, match.end()):
            continue
        if not any(f"{other} {number}" in there for other in _OUTER):
            yield f"{match['word'].capitalize()} {match['number']}"


def _is_lost(number: str, there: frozenset[str]) -> bool:
    """Whether a document that numbers its sections has none of this number, nor any that is near it."""
    top = number.split(".")[0]
    sections = {int(label) for label in there if label.isdigit()}
    if len(sections) < 3 or not top.isdigit() or int(top) > max(sections) + 3:
        return False
    return number not in there and number.rstrip("abcdefgh") not in there
