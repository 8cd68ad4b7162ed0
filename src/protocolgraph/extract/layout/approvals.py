"""Lines that tell who approved the document itself: "Version 2 – approved by the Board", "Adopted by Council"."""

from __future__ import annotations

import re

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.itself import titled_document
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.units import Unit
from protocolgraph.model import EntityType, PartKind, Scope

_APPROVED = re.compile(
    r"\b(?:approved|adopted|agreed|ratified|endorsed|signed off)(?: and \w+)? (?:by|at)"
    r"(?: (?:the|a|its|meeting|of|full|annual))*\s*$",
    re.IGNORECASE,
)
_LONGEST = 22
"""Words of such a line."""
_STATES = re.compile(r"\b(?:will|shall|must|should|may|can|which|that|who|to be|be)\b", re.IGNORECASE)
_TELLS = re.compile(r"\b(?:was|were|is|are|has|have|had|been)\b", re.IGNORECASE)
_ITSELF = re.compile(
    r"\b(?:this|these|document|protocol|polic(?:y|ies)|terms|constitution|agreement|plan|strategy|version|framework"
    r"|memorandum|scheme|code|orders|regulations|arrangements)\b",
    re.IGNORECASE,
)
"""What a line that is a sentence speaks of, if it speaks of the paper itself."""
_MEETINGS = {PartKind.MINUTES, PartKind.AGENDA}
_KINDS = (EntityType.BODY, EntityType.ROLE)


def read(collected: Collected) -> None:
    """Read who approved the document that a part is."""
    names = collected.names
    for unit in list(names.units.values()):
        part = names.outline.parts[unit.part] if names.outline.parts else None
        if part is None or part.kind in _MEETINGS or len(unit.text.split()) > _LONGEST:
            continue
        approver = _approver(unit, names.at(unit.passage))
        document = _document(collected, unit) if approver is not None else None
        if approver is not None and document is not None:
            evidence = collected.unit_evidence(unit, rule="approval-line", confidence=0.8)
            collected.fact(approver.mention, "approves", document, evidence)


def _document(collected: Collected, unit: Unit) -> int | None:
    """What "this protocol" in the line means, else the paper by its title."""
    names = collected.names
    said = [p for p in names.at(unit.passage) if p.type is EntityType.PUBLICATION and not p.masks]
    return names.mentions[said[0].mention].antecedent if said else titled_document(names, unit.part)


def _approver(unit: Unit, placed: list[Placed]) -> Placed | None:
    """The first body or post behind "approved by" in a line that has no sentence of its own before."""
    for one in placed:
        said = _APPROVED.search(unit.text, 0, one.start)
        if said is None or one.type not in _KINDS or one.scope is Scope.GENERIC:
            continue
        before = unit.text[: said.start()]
        others = [p for p in placed if p.end <= said.start() and p.type is EntityType.PUBLICATION and p.masks]
        told = _TELLS.search(before) is not None and _ITSELF.search(before) is None
        if not _STATES.search(before) and not others and not told:
            return one
    return None
