"""Report without a frequency.

Finds a body that a protocol, terms of reference or arrangements make report to another, when no document says
how often. One finding for a body.

Why it matters: what is reported "when asked" is reported when things go well.

Source: CIPFA and Solace, Delivering Good Governance in Local Government (2016), principle G.

Bad:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL

    1. The Hilltop Board reports to the Valley Panel.

Good:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL

    1. The Hilltop Board reports to the Valley Panel every six months.

Limits: an annual report is yearly by its name. A calendar of meetings is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World, listed
from protocolgraph.model import Fact, Finding, FindingKind, Severity

_TIMED = re.compile(
    r"\b(?:annual|annually|year|yearly|quarter|quarterly|month|monthly|six.monthly|week|weekly|termly|each meeting"
    r"|every|regular|regularly|twice|timely)\b",
    re.IGNORECASE,
)


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    open_ended: dict[str, list[Fact]] = {}
    timed: set[tuple[str, str | None]] = set()
    for fact in world.stated("reports_to"):
        if "frequency" in dict(fact.qualifiers) or _TIMED.search(f"{fact.evidence.quote} {dict(fact.qualifiers)}"):
            timed.add((fact.subject, fact.object))
        elif world.governs(fact.evidence) and world.is_local_group(fact.subject):
            open_ended.setdefault(fact.subject, []).append(fact)
    for body, facts in sorted(open_ended.items()):
        left = [fact for fact in facts if (fact.subject, fact.object) not in timed]
        if left:
            others = listed(world.name(fact.object) for fact in left)
            message = f"{world.name(body)} reports to {others}; how often is not stated in these documents."
            names = [world.name(body), *(world.name(fact.object) for fact in left)]
            yield rule.finding(message, entities=names, evidence=[fact.evidence for fact in left])


RULE = Rule("PG105", "no-frequency", FindingKind.GAP, Severity.LOW, _find, __doc__)
