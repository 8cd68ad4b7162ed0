"""A table of groups that lost its columns: a header line "Group Chaired by Frequency", then a line for each group."""

from __future__ import annotations

import re

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.layout.groups import reporting
from protocolgraph.extract.layout.members import body_above
from protocolgraph.model import Clause, EntityType
from protocolgraph.vocab.frequency import find_frequency

_HEADER = re.compile(
    r"(?:name of )?(?:sub-?)?(?:group|committee|board|body|forum)s?(?: name)?\s+(?:chair(?:ed by)?|lead)?\s*"
    r"(?:frequency|meets|meetings?|how often)?(?: of meetings?)?",
    re.IGNORECASE,
)
_LONGEST = 16
"""Words of a line that is a row."""


def read(collected: Collected) -> None:
    """Read the rows below such a header line."""
    header: Clause | None = None
    for clause in collected.names.outline.clauses:
        if _HEADER.fullmatch(clause.body.text.strip()) and len(clause.body.text.split()) > 1:
            header = clause
        elif header is not None and clause.section == header.section and len(clause.body.text.split()) <= _LONGEST:
            _row(collected, clause)
        else:
            header = None


def _row(collected: Collected, clause: Clause) -> None:
    placed = [p for p in collected.names.at(clause.body) if p.masks]
    group = next((p for p in placed if p.type is EntityType.BODY and p.start == 0), None)
    if group is None:
        return
    evidence = collected.clause_evidence(clause, rule="flattened-row", confidence=0.8)
    chair = next((p for p in placed if p.type in (EntityType.ROLE, EntityType.PERSON) and p.start >= group.end), None)
    if chair is not None:
        collected.fact(chair.mention, "chairs", group.mention, evidence)
    frequency = find_frequency(clause.body.text[group.end :])
    if frequency is not None:
        collected.fact(group.mention, "meets", None, evidence, qualifiers={"frequency": frequency})
    whole = body_above(clause.section, collected)
    if whole is not None:
        before = [c for c in collected.names.outline.clauses if c.section == clause.section and c.block < clause.block]
        reports = any(reporting(c.body.text) for c in before[:3])
        collected.fact(group.mention, "reports_to" if reports else "part_of", whole, evidence)
