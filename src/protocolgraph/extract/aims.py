"""Words that only say what is done: "To agree the budget", "Develops a joint plan"; and headers of such cells."""

from __future__ import annotations

import re

from protocolgraph.extract.items import ItemForm, item_form
from protocolgraph.extract.leads import DUTY_HEADING

FINITE = re.compile(r"\b(?:will|shall|must|should|may|can|is|are|was|were|has|have)\b")
LONGEST_LABEL = 6
"""Words that a lead-in without a force may have and still be only a label below the heading that counts."""
_OWN_CLAUSE = re.compile(
    r"(?:,\s+(?:(?!which|who|that|where|to|and\b)[\w’'-]+\s+){1,8}?|^[^,]*\bis\b[^,]*\b)"
    r"(?:will|shall|must|should|may|can|is|are|has|have)\b"
    r"|\bwe (?:wish|want|aim|have|need|ask|hope|try|seek|will|must|should|would)\b",
    re.IGNORECASE,
)
"""A fragment that goes on to a sentence of its own: "To achieve this, the Board will"."""
_PARTED_BY_SUBJECT = re.compile(
    r"[Tt]o (?!ensure|assure)(?:(?!\b(?:that|which|who|whose|where|whether|when|how|what|if)\b)[^,.;:])*"
    r" the (?:[A-Z][\w’'-]* ){1,5}(?:shall|must|will|should)\b"
)
"""The same without its comma: "To carry out its work the Board shall"."""
_TO_BE_DONE = re.compile(r"to be \w+(?:ed|en)\b", re.IGNORECASE)
_WHAT_IS_DONE = re.compile(
    r"\W*(?:(?:is )?(?:responsible|accountable) for|leads on|lead for"
    r"|what (?:it|they|he or she|we|each)(?: will| must| should)? do(?:es)?)\W*",
    re.IGNORECASE,
)


def tells_duties(header: str) -> bool:
    """Return whether a column of a table holds what somebody does: "Main responsibilities", "Responsible for"."""
    return DUTY_HEADING.search(header) is not None or _WHAT_IS_DONE.fullmatch(header) is not None


def is_aim(text: str) -> bool:
    """Return whether a sentence is only an aim: "To agree the budget each year"."""
    told = _OWN_CLAUSE.search(text) or _PARTED_BY_SUBJECT.match(text)
    return text.startswith("To ") and not _TO_BE_DONE.match(text) and told is None


def labelled_aim(text: str) -> bool:
    """Return whether a label says that the aim behind it is a duty: "Delegated powers: To agree the budget"."""
    label, _, said = text.partition(": ")
    return len(label.split()) <= LONGEST_LABEL and DUTY_HEADING.search(label) is not None and is_aim(said)


def is_fragment(text: str) -> bool:
    """Return whether a sentence only says what is done: "Develop a joint plan", "Overseeing the audits"."""
    item = item_form(text)
    if item.form is ItemForm.NOUN or item.verb is None or text.startswith("To "):
        return False
    if item.form is ItemForm.INFINITIVE:
        return _OWN_CLAUSE.search(text) is None
    said = text.partition(",")[0] if item.form is ItemForm.THIRD_PERSON else text
    return FINITE.search(said) is None
