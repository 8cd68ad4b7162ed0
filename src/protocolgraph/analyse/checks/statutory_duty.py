"""Statutory duty that is not stated.

Finds, for a body that a protocol, terms of reference or arrangements describe, the duties that a law in force
at the document's date gives to bodies of its kind and that nothing in these documents resembles, whoever is
to do it. One finding for a body, with the nearest stated duty of each and its likeness.

Why it matters: what is not written down is not planned, resourced or reported on, and an inspector will ask for it.

Source: the law that is named with each duty; docs/reference-data.md says where the wording is from.

Bad:

    TERMS OF REFERENCE: HILLVALE SAFEGUARDING CHILDREN BOARD, MARCH 2014

    1. The Hillvale Safeguarding Children Board will publish a calendar of events.
    2. The Hillvale Safeguarding Children Board will maintain a website.
    3. The Hillvale Safeguarding Children Board will hold an annual conference.

Good:

    TERMS OF REFERENCE: HILLVALE READING GROUP, MARCH 2014

    1. The Hillvale Reading Group will publish a calendar of events.
    2. The Hillvale Reading Group will maintain a website.
    3. The Hillvale Reading Group will hold an annual conference.

Limits: documents that state less than three in five of the duties do not mean to list them: the finding is
then of low severity. The kind of a body is told by its name. Likeness is measured by a thesaurus; a duty in
very different words may be missed, so read the nearest ones first. A document that gives no date is taken to
be of today. A body's duties may stand in a document that is not in the graph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World
from protocolgraph.analyse.likeness.meaning import BENEFICIARY, meaning_of
from protocolgraph.analyse.statutory import Coverage, Covered, coverage
from protocolgraph.model import Finding, FindingKind, Modality, Severity
from protocolgraph.reference import BodyKind, StatutoryDuty, body_kind_of, law

_SHOWN = 6
_FEWEST = 3
_COMPOSING = {"have", "include", "consist", "comprise", "be"}
"""What a body is made of is told by its members, not by what it is to do."""
_MOST = 0.6
"""Documents that state fewer of the duties than this do not mean to list them."""


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    for body, duties in world.described.items():
        kind = body_kind_of(world.name(body))
        if kind is None or len(duties) < _FEWEST:
            continue
        documents = {duty.evidence.document for duty in duties}
        if not world.is_wanted(rule.code, documents):
            continue
        dates = [date for duty in duties if (date := world.date(duty.evidence))]
        tasks = [task for document in sorted(documents) for task in world.tasks[document]]
        rows = [
            row
            for row in coverage(kind, tasks, on=max(dates, default=None))
            if row.duty.modality is not Modality.MAY and _is_particular(row.duty)
        ]
        missing = [row for row in rows if row.coverage is Coverage.NOT_FOUND]
        if missing:
            yield _finding(world, rule, body, kind, rows, missing)


def _is_particular(duty: StatutoryDuty) -> bool:
    """Whether a duty has words of its own to be told by: "act in accordance with the arrangements" has none."""
    composes = duty.text.split()[0] in _COMPOSING
    return not composes and any(weight >= BENEFICIARY for weight in meaning_of(duty.text).features.values())


def _finding(
    world: World, rule: Rule, body: str, kind: BodyKind, rows: Sequence[Covered], missing: Sequence[Covered]
) -> Finding:
    told = "; ".join(_line(row) for row in missing[:_SHOWN])
    more = f"; and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
    which = "this one" if len(missing) == 1 else f"these {len(missing)}"
    message = (
        f"The documents that describe {world.name(body)} name {len(rows) - len(missing)} of the {len(rows)} statutory "
        f"duties of a {kind.label}; nothing in them reads like {which}: {told}{more}."
    )
    nearest = [row.nearest.evidence for row in missing if row.nearest]
    evidence = nearest or [world.described[body][0].evidence]
    binding = any(row.duty.modality is not Modality.SHOULD for row in missing)
    listing = len(rows) - len(missing) >= _MOST * len(rows)
    severity = (Severity.HIGH if binding else Severity.MEDIUM) if listing else Severity.LOW
    return rule.finding(
        message, entities=[world.name(body)], evidence=evidence[:_SHOWN], confidence=0.7, severity=severity
    )


def _line(row: Covered) -> str:
    where = f"{law(row.duty.law).citation}, {row.duty.provision}"
    if row.nearest is None or row.likeness is None:
        return f"to {row.duty.text} ({where})"
    words = " ".join(row.nearest.text.split())
    return f"to {row.duty.text} ({where}; nearest, {row.likeness.score:.2f}: “{words}”)"


RULE = Rule("PG113", "statutory-duty", FindingKind.GAP, Severity.HIGH, _find, __doc__)
