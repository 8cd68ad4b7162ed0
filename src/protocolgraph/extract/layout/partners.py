"""Statutory partners whom a sentence names: "The safeguarding partners, A and B, share responsibility for it"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolgraph.extract.anaphora import is_authority
from protocolgraph.extract.collected import Collected
from protocolgraph.extract.layout.members import body_above
from protocolgraph.extract.masked import Placed, outermost
from protocolgraph.model import Clause, ClauseKind, EntityType, Scope

_CLASS = r"(?:(?:statutory|local|lead) )*(?:safeguarding partners|statutory partners|responsible authorities)"
_BEFORE_LIST = re.compile(
    rf"(?:(?:the|our|its|their|these) )?(?:(?:two|three|four|five) )?{_CLASS}"
    r"(?: of the [A-Z]\w*)?(?:,| are| –| -|:| \() ?(?:the )?$",
    re.IGNORECASE,
)
_BEHIND_LIST = re.compile(rf",? are (?:together |jointly )?the (?:two |three |four |five )?{_CLASS}\b", re.IGNORECASE)
_JOINED = re.compile(r"(?:\s*\([^()]{1,20}\))?\s*(?:,|;|,? and|&)\s*(?:the )?", re.IGNORECASE)
_SHARED = re.compile(
    r"\bshar(?:e|es|ing) (?:\w+ ){0,2}responsibility for\b"
    r"|\b(?:equally|jointly) (?:and \w+ )?(?:responsible|accountable) for\b",
    re.IGNORECASE,
)
_FEWEST = 2


def read(collected: Collected) -> None:
    """Read who the statutory partners of the body are that a paper is about, and that they answer for it together."""
    for clause in collected.names.outline.clauses:
        partners = _partners(collected, clause) if clause.kind is ClauseKind.SENTENCE else ()
        whole = collected.names.partnership(clause.part) if partners else None
        whole = body_above(clause.section, collected) if partners and whole is None else whole
        if whole is None or is_authority(collected.names.mentions[whole].name):
            continue
        evidence = collected.clause_evidence(clause, rule="statutory-partners", confidence=0.75)
        for partner in partners:
            collected.fact(partner.mention, "member_of", whole, evidence)
            if _SHARED.search(clause.body.text):
                collected.fact(partner.mention, "accountable_for", whole, evidence)


def _partners(collected: Collected, clause: Clause) -> Sequence[Placed]:
    """The bodies listed right behind the class, or right before "are the safeguarding partners"."""
    text = clause.body.text
    bodies = outermost(p for p in collected.names.at(clause.body) if p.type is EntityType.BODY)
    runs: list[list[Placed]] = [[]]
    for body in (p for p in bodies if p.scope is not Scope.GENERIC):
        if runs[-1] and not _JOINED.fullmatch(text, runs[-1][-1].end, body.start):
            runs.append([])
        runs[-1].append(body)
    lists = [run for run in runs if len(run) >= _FEWEST]
    told = (r for r in lists if _BEFORE_LIST.match(text, 0, r[0].start) or _BEHIND_LIST.match(text, r[-1].end))
    return next(told, ())
