"""Report that nobody is said to receive.

Finds a report that a body makes, according to a protocol, terms of reference or arrangements, when no
document says who gets, discusses or approves it.

Why it matters: a report without a recipient is written for the shelf, and its findings bind nobody.

Source: CIPFA and Solace, Delivering Good Governance in Local Government (2016), principle G: good practice in
reporting.

Bad:

    TERMS OF REFERENCE: HILLTOP PARTNERSHIP BOARD

    1. The Hilltop Partnership Board will publish an Annual Report.
    2. The Hilltop Partnership Board will agree a plan.

Good:

    TERMS OF REFERENCE: HILLTOP PARTNERSHIP BOARD

    1. The Hilltop Partnership Board will submit an Annual Report to the Cabinet.
    2. The Hilltop Partnership Board will agree a plan.

Limits: a report to the public at large ("publish") has no recipient here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World
from protocolgraph.model import Evidence, Finding, FindingKind, MarkKind, Severity
from protocolgraph.vocab.checks import content_words, is_report

_GIVEN = re.compile(
    r"\breports?\b[^.;]{0,80}\b(?:sent|presented|submitted|given|goes?|circulated)\b"
    r"|\b(?:sends?|presents?|submits?|gives?|provides?)\b[^.;]{0,60}\breports?\b[^.;]{0,40}\bto\b",
    re.IGNORECASE,
)


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    for body, made in sorted(_made(world).items()):
        for report, places in sorted(made.items()):
            documents = {place.document for place in places}
            told = any(_received(world, one, report) for one in world.same_purpose(body))
            if not told and not _given_away(world, documents):
                message = (
                    f"{world.name(body)} makes the {_short(world.name(report), world.name(body))}; "
                    "who receives it is not stated in these documents."
                )
                yield rule.finding(message, entities=[world.name(body), world.name(report)], evidence=places[:3])


def _made(world: World) -> dict[str, dict[str, list[Evidence]]]:
    """Return the reports of each local group, with the places in governing documents that say so."""
    found: dict[str, dict[str, list[Evidence]]] = {}
    for fact in world.stated("produces"):
        report = world.name(fact.object)
        if fact.object and is_report(report) and world.governs(fact.evidence) and world.is_local_group(fact.subject):
            found.setdefault(fact.subject, {}).setdefault(fact.object, []).append(fact.evidence)
    return found


def _received(world: World, body: str, report: str) -> bool:
    """Whether somebody approves the report, or gets one of the body that may be it."""
    if world.stated("approves", object=report):
        return True
    words = content_words(world.name(report)) - content_words(world.name(body))
    for fact in world.stated("reports_to", subject=body):
        product = content_words(world.name(dict(fact.qualifiers).get("product", "")))
        if not product or product & words:
            return True
    return any(duty.to or duty.bearer != body for duty in world.duties_on(report))


def _given_away(world: World, documents: set[str]) -> bool:
    """Whether some clause of these documents gives a report to someone, whoever was made out to do so."""
    marks = [mark for document in sorted(documents) for mark in world.documents[document].layout.marks]
    asking = (MarkKind.TASK, MarkKind.NO_AGENT)
    return any(mark.kind in asking and _GIVEN.search(mark.evidence.quote) for mark in marks)


def _short(report: str, body: str) -> str:
    """Return a report's name without its body's."""
    return re.sub(r"^['’]s?\s+", "", report.removeprefix(body).strip()) or report


RULE = Rule("PG103", "report-without-recipient", FindingKind.GAP, Severity.MEDIUM, _find, __doc__)
