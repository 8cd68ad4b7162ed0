"""Document without control: no review date, no owner, not signed, a draft.

Finds protocols, terms of reference and arrangements that do not say when they are reviewed or who keeps them,
whose places to sign are blank, or that call themselves a draft. All that is missing in one document is one
finding.

Why it matters: an unsigned draft binds nobody, and what is never reviewed goes on standing after its law has
changed.

Source: The National Archives, guidance on version control; CIPFA and Solace (2016): governance documents are
kept up to date and reviewed.

Bad:

    DRAFT TERMS OF REFERENCE: HILLTOP PARTNERSHIP BOARD

    1. The Hilltop Partnership Board will agree an annual plan.

Good:

    TERMS OF REFERENCE: HILLTOP PARTNERSHIP BOARD, MARCH 2021

    Document owner: Head of Governance

    1. The Hilltop Partnership Board will agree an annual plan.
    2. These terms of reference will be reviewed every year.

Limits: a published copy is often left unsigned; the signed one may be elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World, listed
from protocolgraph.analyse.governing import GOVERNING
from protocolgraph.model import DocumentInfo, Finding, FindingKind, Mark, MarkKind, Part, Severity

_SOME = 2
"""So many things left unsaid, and nothing wrong with what is said, make a finding of low severity."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    for document, part in world.governing_parts():
        if part.kind not in GOVERNING:
            continue
        marks = [mark for mark in document.layout.marks if part.start <= mark.evidence.spans[0].start < part.end]
        lacks, shown = _lacks(document, part, marks)
        if lacks:
            message = f"“{part.title}”: {listed(lacks)}."
            severity = Severity.MEDIUM if shown or len(lacks) > _SOME else Severity.LOW
            yield rule.finding(
                message,
                evidence=[mark.evidence for mark in shown],
                documents=[document.name],
                severity=severity,
                confidence=0.85,
            )


def _is_dated(mark: Mark) -> bool:
    """Whether words on who keeps a document, or when it is reviewed, give a year."""
    return mark.kind in (MarkKind.OWNER, MarkKind.REVIEW_DATE) and bool(_YEAR.search(mark.evidence.quote))


def _lacks(document: DocumentInfo, part: Part, marks: list[Mark]) -> tuple[list[str], list[Mark]]:
    kinds = {mark.kind for mark in marks}
    drafts = [mark for mark in marks if mark.kind is MarkKind.DRAFT]
    blank = [mark for mark in marks if mark.kind is MarkKind.SIGNATURE and mark.value == "blank"]
    signed = [mark for mark in marks if mark.kind is MarkKind.SIGNATURE and mark.value == "signed"]
    lacks = []
    if drafts:
        lacks.append("it calls itself a draft")
    if blank and not signed:
        lacks.append("the places to sign and date it are blank")
    if MarkKind.REVIEW_DATE not in kinds:
        lacks.append("when it is reviewed is not stated")
    if MarkKind.OWNER not in kinds and MarkKind.SIGNATURE not in kinds:
        lacks.append("who owns or keeps it is not stated")
    if not (part.date or document.date or any(_is_dated(mark) for mark in marks)):
        lacks.append("its date is not stated")
    return lacks, [*drafts, *blank]


RULE = Rule("PG110", "document-control", FindingKind.GAP, Severity.MEDIUM, _find, __doc__)
