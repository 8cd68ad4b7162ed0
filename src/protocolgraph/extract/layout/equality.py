"""Bodies that a sentence puts side by side: "no hierarchical relationship between", "neither is subordinate".

The relation is symmetric and often between more than two bodies, so it is read from the sentence as a
whole and not by a frame.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations

from protocolgraph.extract.collected import Collected
from protocolgraph.model import Clause, EntityType, Scope
from protocolgraph.vocab.lexicon import load_yaml


def read(collected: Collected) -> None:
    """Read which bodies are said to have no hierarchy between them."""
    for clause in collected.names.outline.clauses:
        if _pattern().search(clause.body.text):
            _equal(collected, clause)


@cache
def _pattern() -> re.Pattern[str]:
    patterns = load_yaml("lexicon/layout_words.yaml")["equality"]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def _equal(collected: Collected, clause: Clause) -> None:
    names = collected.names
    bodies: dict[str, int] = {}
    for placed in names.at(clause.body):
        mention = names.mentions[placed.mention]
        if mention.type is EntityType.BODY and mention.scope is not Scope.GENERIC:
            bodies.setdefault(mention.name, placed.mention)
    if len(bodies) < 2:
        about = names.memory.about(clause.part)
        bodies = {a.name: a.mention for a in about} if len(about) > 1 else {}
    if 2 <= len(bodies) <= 5:
        evidence = collected.clause_evidence(clause, rule="equality", confidence=0.88)
        for first, second in combinations(bodies.values(), 2):
            collected.fact(first, "peer_of", second, evidence)
