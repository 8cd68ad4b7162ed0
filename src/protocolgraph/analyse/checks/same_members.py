"""Two bodies with almost the same members and remit.

Finds two bodies of one place of whose members at least two in three are the same, and that have a duty in
common by meaning or are part of the same body.

Why it matters: the same people meet twice; one of the two could be the other's sub-group, or an item on its
agenda.

Source: Local Government Association, guidance on partnership reviews.

Bad:

    TERMS OF REFERENCE: HILLTOP CARERS BOARD AND VALLEY CARERS GROUP

    1. The Director of Public Health is a member of the Hilltop Carers Board.
    2. The Chief Nurse is a member of the Hilltop Carers Board.
    3. The Director of Adult Services is a member of the Hilltop Carers Board.
    4. The Director of Public Health is a member of the Valley Carers Group.
    5. The Chief Nurse is a member of the Valley Carers Group.
    6. The Director of Adult Services is a member of the Valley Carers Group.
    7. The Hilltop Carers Board will monitor the quality of services for carers.
    8. The Valley Carers Group will monitor the quality of services for carers.

Good:

    TERMS OF REFERENCE: HILLTOP CARERS BOARD AND VALLEY CARERS GROUP

    1. The Director of Public Health is a member of the Hilltop Carers Board.
    2. The Chief Nurse is a member of the Hilltop Carers Board.
    3. The Director of Adult Services is a member of the Hilltop Carers Board.
    4. The Headteacher of Hill School is a member of the Valley Carers Group.
    5. The Hilltop Carers Board will monitor the quality of services for carers.
    6. The Valley Carers Group will monitor the quality of services for carers.

Limits: members are compared as the documents name them; one post under two names counts as two.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World
from protocolgraph.analyse.likeness.candidates import alike_across
from protocolgraph.analyse.likeness.meaning import meaning_of
from protocolgraph.model import Fact, Finding, FindingKind, Severity

_FEWEST = 3
_SHARE = 2 / 3


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    members: dict[str, dict[str, Fact]] = {}
    for fact in world.stated("member_of"):
        if fact.object and world.is_local_group(fact.object) and world.governs(fact.evidence):
            members.setdefault(fact.object, {})[fact.subject] = fact
    large = {body: found for body, found in sorted(members.items()) if len(found) >= _FEWEST}
    of: dict[str, list[str]] = {}
    for body, found in large.items():
        for member in found:
            of.setdefault(member, []).append(body)
    for first, second in sorted({pair for bodies in of.values() for pair in combinations(bodies, 2)}):
        shared = large[first].keys() & large[second].keys()
        smaller = min(len(large[first]), len(large[second]))
        if len(shared) >= _FEWEST and len(shared) >= _SHARE * smaller and _same_remit(world, first, second):
            names = [world.name(first), world.name(second)]
            message = f"{names[0]} and {names[1]} have {len(shared)} members in common, and a like remit."
            places = [large[body][member].evidence for member in sorted(shared) for body in (first, second)]
            yield rule.finding(message, entities=names, evidence=places[:6])


def _same_remit(world: World, first: str, second: str) -> bool:
    ours, theirs = (
        [meaning_of(duty.content.text) for duty in world.index.duties_of.get(body, ())] for body in (first, second)
    )
    return next(alike_across(ours, theirs), None) is not None


RULE = Rule("PG204", "same-members", FindingKind.OVERLAP, Severity.MEDIUM, _find, __doc__)
