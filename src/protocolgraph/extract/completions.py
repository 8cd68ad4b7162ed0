"""Lists of names that complete their lead-in: "The Board will consult the following groups: Youth Council; Carers' Forum".

Each item is read as if it stood in the lead-in's sentence: "The Board will consult Youth Council".
"""

from __future__ import annotations

import re
from dataclasses import replace

from protocolgraph.extract.masked import Placed, mask
from protocolgraph.extract.mentions import DocumentNames
from protocolgraph.extract.sentences import Sentence
from protocolgraph.model import Clause, ClauseKind, EntityType, Passage

_FOLLOWING = re.compile(
    r"\b(?:(?:the |these )?(?:following|below)(?:[ ,]+[\w’'-]+){0,6}|(?:the )?(?:[\w’'-]+ ){0,3}(?:below|as follows))$",
    re.IGNORECASE,
)

def completions(names: DocumentNames) -> list[Sentence]:
    """Return the sentences that lead-ins make with the names listed below them."""
    found = []
    for clause in names.outline.clauses:
        if clause.kind is ClauseKind.ITEM and clause.leads:
            sentence = _completed(clause, names)
            if sentence is not None:
                found.append(sentence)
    return found


def _completed(clause: Clause, names: DocumentNames) -> Sentence | None:
    lead = clause.leads[-1]
    cut = _FOLLOWING.search(lead.text)
    if cut is None or len(lead.text[: cut.start()].split()) < 3 or not _names_something(clause, names):
        return None
    kept = lead.slice(0, cut.start()).text.rstrip(" ,:")
    shortened = lead.slice(0, len(kept))
    passage = Passage.join([shortened, clause.body])
    shift = len(passage.text) - len(clause.body.text)
    inside = [p for p in names.at(lead) if p.end <= len(kept)]
    moved = [replace(p, start=p.start + shift, end=p.end + shift) for p in names.at(clause.body)]
    return Sentence(replace(clause, body=passage), passage, mask(passage, [*inside, *moved]), None, None)


def _names_something(clause: Clause, names: DocumentNames) -> bool:
    """Whether the item is a name and little else."""
    placed = [p for p in names.at(clause.body) if p.start <= 4 and _nameable(p)]
    return bool(placed) and placed[0].end >= 0.5 * len(clause.body.text)


def _nameable(placed: Placed) -> bool:
    return placed.masks and placed.type in (EntityType.BODY, EntityType.ROLE, EntityType.PUBLICATION)
