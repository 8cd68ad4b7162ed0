"""Bodies that sit on another by those who represent them: "two representatives of the Youth Council"."""

from __future__ import annotations

from dataclasses import replace

from protocolgraph.extract.collected import Collected
from protocolgraph.model import CandidateFact, EntityType, Scope

_REPRESENTING = {"representative", "nominee", "delegate"}
_SURE = 0.9
"""By how much less sure it is of the body than of its representative."""


def read(collected: Collected) -> None:
    """Read for each member who is somebody's representative that the body sits there, too."""
    bodies = _represented(collected)
    for fact in list(collected.facts):
        body = bodies.get(fact.subject) if fact.predicate == "member_of" and not fact.negated else None
        if body is not None:
            collected.facts.append(_of_body(fact, body))


def _represented(collected: Collected) -> dict[int, int]:
    """The body that each post's title names as the one whose representative it is."""
    names = collected.names
    found: dict[int, int] = {}
    for placed in names.placed.values():
        bodies = [p for p in placed if p.type is EntityType.BODY and p.scope is not Scope.GENERIC]
        for post in placed:
            if post.type is not EntityType.ROLE or names.heads[post.mention].removesuffix("s") not in _REPRESENTING:
                continue
            inside = [b for b in bodies if post.start < b.start and b.end == post.end]
            if inside:
                found[post.mention] = min(inside, key=lambda b: b.start).mention
    return found


def _of_body(fact: CandidateFact, body: int) -> CandidateFact:
    evidence = replace(fact.evidence, rule="represented", confidence=round(fact.evidence.confidence * _SURE, 3))
    return replace(fact, subject=body, evidence=evidence)
