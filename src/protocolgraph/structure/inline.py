"""Lists inside a sentence: "The Board will: (a) coordinate ...; and (b) ensure ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocolgraph.model import Passage
from protocolgraph.structure import wording
from protocolgraph.structure.passages import cut
from protocolgraph.structure.sentences import split_sentences
from protocolgraph.text.numbering import Label, follows, is_first, read_label

_LABEL = re.compile(r"(?<=\s)\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)\s(?=\S)")
_OPEN_LEAD = re.compile(
    r"\b(?:to|will|shall|must|should|may|can|for|by|(?:functions|responsibilities|duties|role|aims|objectives|purpose|remit"
    r"|tasks)(?: (?:is|are|include))?):\s(?=[a-z])",
    re.IGNORECASE,
)
"""A lead-in inside a sentence, after which semicolons part the items: "The Board will: agree ...; monitor ..."."""
_NAMES_LEAD = re.compile(
    r"\b(?:are|is|comprises?|comprised|comprising|consists? of|consisting of|include[sd]?|including|from"
    r"|members(?:hip)?|following|follows):\s(?=\S)",
    re.IGNORECASE,
)
"""The same where names are listed: "The members are: Head of Care; Head of Law; ..."."""
_PART = re.compile(r";\s+(?:and\s+)?")
_FEWEST_PARTED = 2
"""Semicolons that make a list of a sentence."""


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A paragraph that holds a list."""

    before: Passage
    """Sentences before the one with the list; may be empty."""
    lead: Passage
    items: tuple[tuple[Label | None, Passage], ...]
    after: Passage
    """Sentences after the list; may be empty."""


def find_enumeration(passage: Passage) -> Enumeration | None:
    """Return the list inside a paragraph: two labels or more, in order from the first, or semicolons; or None."""
    text = passage.text
    found = _labels(text)
    if len(found) < 2:
        return _unlabelled(passage)
    first = found[0][0]
    sentence = max((start for start, _ in split_sentences(text[:first]) if start < first), default=0)
    bounds = [(0, sentence), (sentence, sentence + wording.lead_length(text[sentence:first].rstrip()))]
    starts = [at + label.end for at, label in found]
    ends = [at for at, _ in found[1:]]
    last_end = starts[-1] + split_sentences(text[starts[-1] :])[0][1]
    bounds += list(zip(starts, [*ends, last_end], strict=True))
    bounds.append((last_end, len(text)))
    before, lead, *items, after = cut(passage, [_trim(text, start, end) for start, end in bounds])
    if not lead.text or not all(item.text for item in items):
        return None
    return Enumeration(before, lead, tuple(zip([label for _, label in found], items, strict=True)), after)


def _unlabelled(passage: Passage) -> Enumeration | None:
    """A sentence's list without labels: a lead-in with a colon, then two semicolons or more."""
    if passage.text.count(";") < _FEWEST_PARTED:
        return None
    for start, end in split_sentences(passage.text):
        lead = _OPEN_LEAD.search(passage.text, start, end) or _NAMES_LEAD.search(passage.text, start, end)
        marks = [match.end() for match in _PART.finditer(passage.text, lead.end(), end)] if lead else []
        if lead is None or len(marks) < _FEWEST_PARTED:
            continue
        starts, ends = [lead.end(), *marks], [*marks, end]
        bounds = [(0, start), (start, lead.end() - 2), *zip(starts, ends, strict=True), (end, len(passage.text))]
        before, said, *items, after = cut(passage, [_trim(passage.text, low, high) for low, high in bounds])
        return Enumeration(before, said, tuple((None, item) for item in items), after)
    return None


def _labels(text: str) -> list[tuple[int, Label]]:
    """Return the labels of the list and where they stand."""
    found: list[tuple[int, Label]] = []
    for match in _LABEL.finditer(text):
        label = read_label(match[0])
        if label is None:
            continue
        if (
            not found and is_first(label) and not _is_cited(text[max(0, match.start() - 40) : match.start()].rstrip())
        ) or (found and follows(label, found[-1][1])):
            found.append((match.start(), label))
    return found


def _is_cited(before: str) -> bool:
    """Whether a bracket belongs to the words before it: "section 22 (a)"."""
    return before[-1:].isdigit() or wording.cites(before)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end
