"""Reports named after those who make them: "the annual report of the Board", "the Board's annual report"."""

from __future__ import annotations

import re

from protocolgraph.extract.document_names import DocumentNames
from protocolgraph.extract.framed import Framed
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.sentences import Sentence
from protocolgraph.extract.spoken import is_group_head
from protocolgraph.model import EntityType, MentionForm

OWNED = "owned-report"
"""Name of the rule."""
_CONFIDENCE = {MentionForm.NAME: 0.75, MentionForm.ACRONYM: 0.75, MentionForm.DEFINITE: 0.72, MentionForm.PRONOUN: 0.62}
_MADE = {
    "report",
    "reports",
    "statement",
    "strategy",
    "plan",
    "policy",
    "scheme",
    "return",
    "programme",
    "prospectus",
    "newsletter",
    "framework",
}
"""Papers that their owner writes; budgets, constitutions and terms of reference are given to it."""
_REPORTING = {"report", "reports", "return", "returns", "statement"}
_SHORT = 3
"""Fewer words before the noun of a plan are what it is about: "the Bus Service Improvement Plan"."""
_THEY_REPORT = re.compile(r"(?:members|representatives|officers|governors|trustees|chairs) reports?", re.IGNORECASE)
"""No report, but what they do: "its members report to"."""
_OF = re.compile(r"\s+of\s+(?:the\s+)?$", re.IGNORECASE)


def authors(sentence: Sentence, names: DocumentNames) -> list[Framed]:
    """Return who makes the reports that a sentence names with their owners."""
    found = []
    for place in sentence.masked.placed:
        owner = _owner(place, sentence, names)
        if owner is None or not _MADE & set(names.mentions[place.mention].name.lower().split()):
            continue
        if _is_topic(place, owner, sentence) or _THEY_REPORT.fullmatch(names.mentions[place.mention].name):
            continue
        form = names.mentions[owner.mention].form
        if form is MentionForm.PRONOUN and not names.heads[place.mention].startswith("report"):
            continue
        found.append(
            Framed(
                owner.mention, "produces", place.mention, (),
                negated=False, confidence=_CONFIDENCE[form], rule=OWNED,
            )
        )  # fmt: skip
    return found


def _is_topic(place: Placed, owner: Placed, sentence: Sentence) -> bool:
    """Whether the name of a service that begins the name of a plan tells what it is for, and not whose it is."""
    text = sentence.passage.text
    behind, inside = text[owner.end : place.end], owner.start >= place.start and owner.end < place.end
    possessive = behind[:1] in {"'", "’"}
    if not inside or possessive or _REPORTING & set(behind.lower().split()):
        return False
    words = text[owner.start : owner.end].split()
    return len(words) < _SHORT and not words[-1].isupper() and not is_group_head(words[-1].lower())


def _owner(place: Placed, sentence: Sentence, names: DocumentNames) -> Placed | None:
    """The owner that stands inside the report's name, right before it, or behind "of"."""
    owner = names.mentions[place.mention].owner
    text = sentence.passage.text
    for other in sentence.masked.placed:
        beside = other.start <= place.start or _OF.fullmatch(text, place.end, other.start)
        if other.mention == owner and beside and other.type in (EntityType.BODY, EntityType.ROLE):
            return other
    return None
