"""Joint interest with nobody in the lead.

Finds a list of subjects that a protocol names as of joint interest of two bodies, or as their joint
responsibility, without saying for any of them which body leads. One finding for a list.

Why it matters: each body may think that the other is doing it, and both may ask the same services for the
same figures.

Source: Audit Commission, Governing Partnerships (2005): who leads on what is clear. Working Together to
Safeguard Children: local arrangements set out how boards work together.

Bad:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL

    3. Areas of joint interest of the Board and the Panel include:

    • Missing children – monitoring the help that missing children get.
    • Placements – monitoring the stability of placements.

Good:

    PROTOCOL BETWEEN THE HILLTOP BOARD AND THE VALLEY PANEL

    3. Areas of joint interest of the Board and the Panel include:

    • Missing children – monitoring the help that missing children get. The Board leads.
    • Placements – monitoring the stability of placements. The Panel leads.

Limits: a table of leads elsewhere in the document is not connected with the list.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolgraph.analyse.checks.rule import Rule
from protocolgraph.analyse.checks.world import World, listed
from protocolgraph.model import Finding, FindingKind, Mark, MarkKind, Severity

_LEAST = 2


def _find(world: World, rule: Rule) -> Iterator[Finding]:
    found: dict[tuple[str, str | None], list[Mark]] = {}
    for document, mark in world.marks(MarkKind.JOINT_INTEREST):
        found.setdefault((document.name, mark.evidence.section), []).append(mark)
    for marks in found.values():
        if len(marks) >= _LEAST:
            message = (
                f"Of {len(marks)} subjects of joint interest, the list states for none which body leads: "
                f"{listed(mark.value for mark in marks)}."
            )
            yield rule.finding(message, evidence=[mark.evidence for mark in marks])


RULE = Rule("PG112", "no-lead", FindingKind.GAP, Severity.MEDIUM, _find, __doc__)
