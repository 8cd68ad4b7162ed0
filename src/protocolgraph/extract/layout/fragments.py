"""Sentences without a subject below a group's name alone: "Audit Panel." "Chaired by the Director."."""

from __future__ import annotations

import re

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.masked import Placed
from protocolgraph.model import Clause, ClauseKind, EntityType
from protocolgraph.vocab.frequency import find_frequency

_CHAIRED = re.compile(
    r"^(?:(?:chaired by|chair(?:man|person)?:|led by|convened by)\s"
    r"|(?-i:Chair(?:man|person)? (?=(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\b)))",
    re.IGNORECASE,
)
_MEETS = re.compile(r"^(?:meets|meetings?(?: held| are held)?:?|frequency:?)\s", re.IGNORECASE)
_OTHERWISE = re.compile(r",|\b(?:who|which|consist|comprise|appointed|elected|reviewed)\b")
"""Behind this, how often tells of something else: "Meetings consist of members elected every year"."""
_ALONE = 0.7
"""Share of a clause that a group's name takes when it stands alone."""


def read(collected: Collected) -> None:
    """Read what such sentences say of the group named last."""
    group: Placed | None = None
    section = -1
    for clause in collected.names.outline.clauses:
        if clause.section != section:
            group, section = _heading_group(collected, clause), clause.section
        group = _named_alone(collected, clause) or group
        if group is not None and not _of_another_row(collected, clause, group):
            _fragment(collected, clause, group)


def _of_another_row(collected: Collected, clause: Clause, group: Placed) -> bool:
    """Whether a cell stands in the row of something else than the group: "Keeping Safe" beside "Chair: Head of Law"."""
    row = clause.leads[-1].text if clause.kind is ClauseKind.CELL and clause.leads else ""
    label = row != "" and _CHAIRED.match(row) is None and _MEETS.match(row) is None
    heading = collected.names.outline.sections[clause.section].heading
    headed = any(p.mention == group.mention for p in collected.names.at(heading))
    return label and not headed and str(collected.names.mentions[group.mention].text) not in row


def _heading_group(collected: Collected, clause: Clause) -> Placed | None:
    heading = collected.names.outline.sections[clause.section].heading
    return next((p for p in collected.names.at(heading) if p.type is EntityType.BODY and p.masks), None)


def _named_alone(collected: Collected, clause: Clause) -> Placed | None:
    bodies = [p for p in collected.names.at(clause.body) if p.type is EntityType.BODY and p.masks and p.start <= 4]
    if bodies and bodies[0].end - bodies[0].start >= _ALONE * len(clause.body.text):
        return bodies[0]
    return None


def _fragment(collected: Collected, clause: Clause, group: Placed) -> None:
    text = clause.body.text
    if start := _CHAIRED.match(text):
        named = [p for p in collected.names.at(clause.body) if p.start >= start.end() - 1]
        agents = [p for p in named if p.type in (EntityType.ROLE, EntityType.PERSON)]
        if agents:
            evidence = collected.clause_evidence(clause, rule="fragment-chair", confidence=0.82)
            collected.fact(agents[0].mention, "chairs", group.mention, evidence)
    elif _MEETS.match(text) and (frequency := find_frequency(_OTHERWISE.split(text, maxsplit=1)[0])):
        evidence = collected.clause_evidence(clause, rule="fragment-meets", confidence=0.85)
        collected.fact(group.mention, "meets", None, evidence, qualifiers={"frequency": frequency})
