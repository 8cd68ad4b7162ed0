"""Organisations without a head noun that stand behind somebody's post: "Ann Lee, Head of Care, Homestead"."""

from __future__ import annotations

import re

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.found import Found
from protocolgraph.extract.masked import Placed
from protocolgraph.model import Clause, EntityType
from protocolgraph.vocab.lexicon import fold, lexicon

_NAME = r"(?:[Tt]he )?[A-Z][\w'’&-]*(?: (?:and|of|for|in|the|&|[A-Z][\w'’&-]*)){0,5}"
_BEHIND = re.compile(rf"(?: and [A-Z][\w-]+)?,\s+(?P<name>{_NAME})(?=\s*(?:$|\(|;))")
_SMALL = frozenset({"and", "of", "for", "in", "the", "&"})


def organisation_behind(collected: Collected, clause: Clause, role: Placed) -> Placed | None:
    """Return the organisation that a comma adds to the post of a person, as the last words of their line.

    It may be one that no reading of names knows, but no field ("Public Protection") and no further post.
    """
    title = clause.body.text[role.start : role.end].partition(",")[0]
    match = _BEHIND.match(clause.body.text, role.start + len(title))
    if match is None:
        return None
    start, end = match.span("name")
    inside = [p for p in collected.names.at(clause.body) if p.masks and p.start < end and start < p.end and p != role]
    words = [word for word in fold(match["name"]).split() if word not in _SMALL]
    others = {*lexicon("roles")["fields"], *lexicon("roles")["heads"]}
    if inside or not words or any(word in others for word in words):
        return next((p for p in inside if p.type is EntityType.BODY and p.start >= start), None)
    return collected.names.place(clause.body, Found(start, end, EntityType.BODY, match["name"], words[-1]))
