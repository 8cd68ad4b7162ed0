"""Law that was not in force at the document's date.

Finds an Act, regulations or an edition of statutory guidance that a document cites and that, at its date, had
been repealed or replaced. One finding for a law.

Why it matters: duties, and the bodies that bear them, change with the law; the document may ask for what no
longer holds.

Source: legislation.gov.uk and gov.uk, as recorded in the reference data.

Bad:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL, MARCH 2021

    1. The Hilltop Board works under the Data Protection Act 1998.

Good:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL, MARCH 2021

    1. The Hilltop Board works under the Data Protection Act 2018.

Limits: only laws of the reference data are known. A sentence that says itself that a law was replaced is left
alone. Sections of a law that changed while the law stands are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World
from protocolgraph.model import DocumentInfo, Finding, FindingKind, Mark, MarkKind, Severity
from protocolgraph.reference import Law, law, laws_named

_PAST = re.compile(
    r"\b(?:replac|repeal|revok|supersed|former|previous|until|was established|were established|amended|history|since)",
    re.IGNORECASE,
)


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    found: dict[tuple[str, str], tuple[Law, DocumentInfo, list[Mark]]] = {}
    for document, mark in world.marks(MarkKind.LAW):
        date = world.date(mark.evidence)
        laws = laws_named(mark.value)
        if date is None or not laws or _PAST.search(mark.evidence.quote):
            continue
        if all(_was_over(item, date) for item in laws):
            found.setdefault((document.name, laws[-1].id), (laws[-1], document, []))[2].append(mark)
    for item, document, marks in found.values():
        date = world.date(marks[0].evidence)
        after = ", ".join(law(successor).citation for successor in item.replaced_by)
        message = f"{document.name}, of {date}, cites the {item.citation}, which was in force until {item.period.end}"
        message += f"; it was replaced by the {after}." if after else "."
        yield rule.finding(message, evidence=[mark.evidence for mark in marks])


def _was_over(item: Law, date: str) -> bool:
    return item.period.end is not None and item.period.covers(date) is False and date[:4] >= item.period.end[:4]


RULE = Rule("PG406", "superseded-law", FindingKind.DRAFTING, Severity.MEDIUM, _find, __doc__)
