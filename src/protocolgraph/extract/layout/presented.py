"""Minutes that tell who brought what before the meeting: "The Head of Service presented the annual report"."""

from __future__ import annotations

import re

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.layout.attendance import meeting_of
from protocolgraph.extract.masked import Placed
from protocolgraph.model import Clause, ClauseKind, EntityType, Scope
from protocolgraph.vocab.lexicon import lexicon

_BROUGHT = re.compile(
    r"(?:\s*\([^()]{1,60}\)|,[^,.;:]{2,60},)?\s+(?:then |also |jointly )?"
    r"(?:presented|introduced|submitted|tabled) (?!to\b)(?:[\w'’-]+ ){0,5}"
    r"(?:reports?|updates?|accounts?|figures|results|findings|plan|strategy|framework|budget|terms of reference)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(r",?\s+(?:then |also )?reported (?:on|that|an?|the|verbally|back)\b", re.IGNORECASE)
_TITLE = 13
"""Length of a title before the first name: "Councillors "."""
_BRINGING = (EntityType.BODY, EntityType.ROLE, EntityType.PERSON)


def read(collected: Collected) -> None:
    """Read who reported to a meeting, as its minutes tell."""
    for clause in collected.names.outline.clauses:
        if clause.kind not in (ClauseKind.SENTENCE, ClauseKind.ITEM):
            continue
        bringer = _bringer(collected, clause)
        body = meeting_of(collected, clause) if bringer is not None else None
        if bringer is not None and body is not None and collected.names.meant(bringer) != collected.names.meant(body):
            evidence = collected.clause_evidence(clause, rule="presented", confidence=0.7)
            collected.fact(bringer, "reports_to", body, evidence)


def _bringer(collected: Collected, clause: Clause) -> int | None:
    """The body or post that begins a sentence of which it goes on that a report was made."""
    first = _first(collected.names.at(clause.body))
    if first is None or not any(said.match(clause.body.text, first.end) for said in (_BROUGHT, _REPORTED)):
        return None
    if collected.names.heads[first.mention] in lexicon("roles")["chairs"]:
        return None
    return _post_of(collected, first.mention) if first.type is EntityType.PERSON else first.mention


def _first(placed: list[Placed]) -> Placed | None:
    named = [p for p in placed if p.start <= _TITLE and p.type in _BRINGING and p.scope is not Scope.GENERIC]
    return max(named, key=lambda p: (-p.start, p.end), default=None)


def _post_of(collected: Collected, person: int) -> int | None:
    """The one post that the paper says a person holds."""
    names = collected.names
    posts = {
        names.meant(fact.object): fact.object
        for fact in collected.facts
        if fact.predicate == "holds" and fact.object is not None and names.meant(fact.subject) == names.meant(person)
    }
    return next(iter(posts.values())) if len(posts) == 1 else None
