"""Bodies that a paper puts side by side: "no hierarchical relationship between", the parties of an agreement.

The relations are symmetric and often between more than two bodies, so they are read from the sentence as a
whole and not by a frame.
"""

from __future__ import annotations

import re
from itertools import combinations

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.labelled import any_of, may_match
from protocolgraph.model import Clause, EntityType, Scope

_AGREEMENT = re.compile(r"\b(?:protocol|memorandum|agreement|concordat|compact)\b", re.IGNORECASE)
_FEWEST, _MOST = 2, 6
_FRONT = 6
"""Passages that speak of an agreement, the first of which name its parties."""


def read(collected: Collected) -> None:
    """Read which bodies are said to have no hierarchy between them, and which have an agreement."""
    for clause in collected.names.outline.clauses:
        text = clause.body.text
        if may_match("equality", text) and (equal := any_of("equality").search(text)):
            _equal(collected, clause, text.rfind(" between ", 0, equal.start()), equal.start())
    _agreed(collected)


def _agreed(collected: Collected) -> None:
    """The bodies that an agreement is between, where the passage that names them says that it is one."""
    names = collected.names
    told = {
        frozenset((names.meant(f.subject), names.meant(f.object)))
        for f in collected.facts
        if f.predicate == "works_with" and f.object is not None
    }
    for part, about in names.memory.mains.items():
        parties = {names.meant(a.mention): a.mention for a in about if a.type is EntityType.BODY}
        if not _FEWEST <= len(parties) <= _MOST:
            continue
        for unit in [u for u in names.units.values() if u.part == part and _AGREEMENT.search(u.text)][:_FRONT]:
            here = [m for m in dict.fromkeys(names.meant(p.mention) for p in names.at(unit.passage)) if m in parties]
            if len(here) == len(parties):
                evidence = collected.unit_evidence(unit, rule="agreement-parties", confidence=0.72)
                for one, other in combinations(here, 2):
                    if frozenset((one, other)) not in told:
                        collected.fact(parties[one], "works_with", parties[other], evidence)
                break


def _equal(collected: Collected, clause: Clause, between: int, end: int) -> None:
    """Those whom a sentence calls equal: all that it names, or those behind "between" ("between A and B as equals")."""
    names = collected.names
    placed = [p for p in names.at(clause.body) if p.type is EntityType.BODY and p.scope is not Scope.GENERIC]
    inside = [p for p in placed if 0 <= between < p.start < end]
    bodies: dict[str, int] = {}
    for one in inside if len(inside) >= _FEWEST else placed:
        bodies.setdefault(names.mentions[one.mention].name, one.mention)
    if len(bodies) < 2:
        about = names.memory.about(clause.part)
        bodies = {a.name: a.mention for a in about} if len(about) > 1 else {}
    if 2 <= len(bodies) <= 5:
        evidence = collected.clause_evidence(clause, rule="equality", confidence=0.88)
        for first, second in combinations(bodies.values(), 2):
            collected.fact(first, "peer_of", second, evidence)
