"""What a chair reports of a body's work, the body reports: "The Chair shall report to Cabinet after each meeting"."""

from __future__ import annotations

import re
from dataclasses import replace

from protocolgraph.extract.collected import Collected
from protocolgraph.model import CandidateFact, PartKind
from protocolgraph.vocab.lexicon import lexicon

_OF_ITS_WORK = re.compile(
    r"\b(?:after (?:each|every|its)|(?:each|every|next)(?: [\w-]+){0,2}|(?:annual|council'?s?)) meeting\b"
    r"|\bon (?:the|its) (?:work|activities|business|progress)\b",
    re.IGNORECASE,
)
"""What tells that a report is one of what a body has done, not of the chair's own post."""
_LESS_SURE = 0.85


def read(collected: Collected) -> None:
    """Read which bodies report through their chairs."""
    collected.facts += [through for fact in collected.facts if (through := _of_body(collected, fact)) is not None]


def _of_body(collected: Collected, fact: CandidateFact) -> CandidateFact | None:
    """The same report as the body's whose chair makes it; None for any other fact."""
    names = collected.names
    if fact.predicate != "reports_to" or fact.object is None or fact.negated:
        return None
    if names.heads[fact.subject] not in lexicon("roles")["chairs"]:
        return None
    body, said = names.mentions[fact.subject].owner, " ".join(fact.evidence.quote.split())
    told = {key for key, _ in fact.qualifiers}
    itself = fact.evidence.rule == "reports-to" and "frequency" in told and "product" not in told
    if body is None or names.meant(body) == names.meant(fact.object) or not (itself or _OF_ITS_WORK.search(said)):
        return None
    start = names.mentions[fact.subject].spans[0].start if names.mentions[fact.subject].spans else 0
    minutes = any(p.kind is PartKind.MINUTES and p.start <= start < p.end for p in names.outline.parts)
    sure = round(fact.evidence.confidence * _LESS_SURE, 3)
    evidence = replace(fact.evidence, rule="chair-reports", confidence=sure)
    return None if minutes else replace(fact, subject=body, evidence=evidence)
