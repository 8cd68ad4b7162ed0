"""Minutes whose item is headed "Adoption of ..." and ends in "Agreed": the meeting approved what the heading names."""

from __future__ import annotations

import re

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.found import Found
from protocolgraph.extract.layout.attendance import meeting_body
from protocolgraph.extract.masked import Placed
from protocolgraph.model import Clause, EntityType, PartKind, Passage

_HEADING = re.compile(r"^\W*(?:to )?(?:adoption|approval|ratification|adopt|approve|ratify)\b(?: of)?", re.IGNORECASE)
_DONE = re.compile(
    r"(?:^|[.;:)] )(?:it was )?(?:unanimously )?(?:agreed|approved|adopted|resolved|carried|ratified)"
    r"(?: unanimously)?\W*$"
    r"|\b(?:was|were) (?:unanimously )?(?:approved|adopted|agreed|ratified)\b",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
"""Every meeting approves those of the last: that tells nothing of who approves what."""
_TITLE = re.compile(r"\s+(?:the )?(?P<name>[A-Z][\w’'&-]+(?: (?:and|of|for|on|the|[A-Z&][\w’'&-]*)){1,7})\W*")


def read(collected: Collected) -> None:
    """Read what meetings adopted under headings that say so."""
    names = collected.names
    settled: set[int] = set()
    for clause in names.outline.clauses:
        heading = names.outline.sections[clause.section].heading
        if clause.section in settled or not _is_minutes(collected, clause) or not _HEADING.match(heading.text):
            continue
        body = meeting_body(collected, clause) if _DONE.search(clause.body.text) else None
        if body is None:
            continue
        settled.add(clause.section)
        evidence = collected.clause_evidence(clause, rule="adopted", confidence=0.85, lead=heading)
        for publication in _adopted(collected, heading):
            collected.fact(body, "approves", publication.mention, evidence)


def _adopted(collected: Collected, heading: Passage) -> list[Placed]:
    """The publications that a heading names; else all of its words, where they are written as a title is."""
    found = [p for p in collected.names.at(heading) if p.type is EntityType.PUBLICATION and p.masks]
    said = _HEADING.match(heading.text)
    title = _TITLE.fullmatch(heading.text, said.end()) if said and not found else None
    if title is None or collected.names.at(heading) or _MINUTES.search(title["name"]):
        return [p for p in found if not _MINUTES.search(heading.text[p.start : p.end])]
    name = Found(title.start("name"), title.end("name"), EntityType.PUBLICATION, title["name"], "document")
    return [collected.names.place(heading, name)]


def _is_minutes(collected: Collected, clause: Clause) -> bool:
    parts = collected.names.outline.parts
    return bool(parts) and parts[clause.part].kind is PartKind.MINUTES
