"""Who fills a body's office: "with the Head of Law as Vice-Chair", "the Leader in the chair", "Ann Lee as Chair"."""

from __future__ import annotations

import re

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.units import Unit, UnitKind
from protocolgraph.model import EntityType, Scope
from protocolgraph.vocab.lexicon import lexicon

_AS = re.compile(
    r"\s*(?:\([^()]*\)|,[^,.;]{2,60},)?\s*"
    r"(?:(?:will|shall|to|may) )?(?:is|are|acts?|acting|serves?|serving|sits?|sitting|be|remains?|continues?)?\s*"
    r"(?:as (?:the |its |their |our |a |an |joint )?|in the )",
    re.IGNORECASE,
)
"""Between who fills an office and the office."""
_DENIED = re.compile(r"\b(?:not|never|neither|nor|unless|absence of|if|each with)\b[^.;]*$", re.IGNORECASE)
_HOLDERS = (EntityType.ROLE, EntityType.PERSON)


def read(collected: Collected) -> None:
    """Read who chairs a body, or is its vice-chair, by the words between the two."""
    for unit in collected.names.units.values():
        if unit.kind is not UnitKind.HEADING:
            _unit(collected, unit)


def _unit(collected: Collected, unit: Unit) -> None:
    placed = collected.names.at(unit.passage)
    for office in placed:
        kind = _kind(collected, office)
        holder = _holder(collected, unit, office, placed) if kind else None
        if kind is None or holder is None:
            continue
        body = collected.names.mentions[office.mention].owner
        evidence = collected.unit_evidence(unit, rule="serves-as-office", confidence=0.82)
        if body is not None and kind == "chairs":
            collected.fact(holder.mention, "chairs", body, evidence)
        elif body is not None:
            collected.fact(holder.mention, "member_of", body, evidence, qualifiers={"capacity": "vice_chair"})


def _kind(collected: Collected, office: Placed) -> str | None:
    """Whether an office is that of the one who chairs, or of the deputy; None for any other post."""
    if office.type is not EntityType.ROLE or collected.names.mentions[office.mention].owner is None:
        return None
    roles, head = lexicon("roles"), collected.names.heads[office.mention]
    if head in roles["deputies"]:
        return "deputies"
    return "chairs" if head in roles["chairs"] else None


def _holder(collected: Collected, unit: Unit, office: Placed, placed: list[Placed]) -> Placed | None:
    """The post or person right before the office."""
    before = [p for p in placed if p.type in _HOLDERS and p.masks and p.end < office.start]
    holder = max(before, key=lambda p: p.end, default=None)
    if holder is None or holder.scope is Scope.GENERIC or _kind(collected, holder) is not None:
        return None
    told = _AS.fullmatch(unit.text, holder.end, office.start) is not None
    return holder if told and not _DENIED.search(unit.text, 0, holder.start) else None
