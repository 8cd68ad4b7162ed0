"""The cover of a report: who wrote it, who approved it, to whom it goes, as labelled fields."""

from __future__ import annotations

from functools import cache

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.layout.members import named
from protocolgraph.extract.layout.titles import titled_document
from protocolgraph.model import Clause, ClauseKind, EntityType
from protocolgraph.vocab.lexicon import fold, load_yaml

_PREDICATES = {"author": "produces", "approver": "approves"}
_RELATIONS = {"reports_to", "accountable_to", "part_of"}


def read(collected: Collected) -> None:
    """Read the fields of report covers and of terms of reference."""
    for clause in collected.names.outline.clauses:
        if clause.kind is ClauseKind.FIELD and clause.leads:
            meaning = _fields().get(fold(clause.leads[-1].text).strip(" :?"))
            if meaning in _PREDICATES:
                _document(collected, clause, _PREDICATES[meaning])
            elif meaning in _RELATIONS:
                _relation(collected, clause, meaning)
            elif meaning in ("chair", "vice_chair"):
                _chair(collected, clause, deputy=meaning == "vice_chair")


@cache
def _fields() -> dict[str, str]:
    return dict(load_yaml("lexicon/layout_words.yaml")["fields"])


def _document(collected: Collected, clause: Clause, predicate: str) -> None:
    """The post, else the body, in the field writes or approves the report."""
    people = named(collected, clause)
    agents = [p for p in people if p.type is EntityType.ROLE] or [p for p in people if p.type is EntityType.BODY]
    document = titled_document(collected, clause.part)
    if document is not None:
        evidence = collected.clause_evidence(clause, rule="cover-field", confidence=0.82, lead=clause.leads[-1])
        for agent in agents[:2]:
            collected.fact(agent.mention, predicate, document, evidence)


def _relation(collected: Collected, clause: Clause, predicate: str) -> None:
    """ "Reports to: Cabinet" in a body's own terms."""
    subject = collected.names.subject(clause.section)
    if subject is None:
        return
    evidence = collected.clause_evidence(clause, rule="labelled-field", confidence=0.85, lead=clause.leads[-1])
    for agent in named(collected, clause)[:3]:
        if agent.type is EntityType.BODY:
            collected.fact(subject, predicate, agent.mention, evidence)


def _chair(collected: Collected, clause: Clause, *, deputy: bool) -> None:
    """ "Chair: Director of Finance" in a body's own terms."""
    subject = collected.names.subject(clause.section)
    agents = [p for p in named(collected, clause) if p.type in (EntityType.ROLE, EntityType.PERSON)]
    if subject is not None and agents and collected.names.mentions[subject].type is EntityType.BODY:
        evidence = collected.clause_evidence(clause, rule="labelled-field", confidence=0.85, lead=clause.leads[-1])
        chair = next((p for p in agents if p.type is EntityType.ROLE), agents[0])
        if deputy:
            collected.fact(chair.mention, "member_of", subject, evidence, qualifiers={"capacity": "vice_chair"})
        else:
            collected.fact(chair.mention, "chairs", subject, evidence)
