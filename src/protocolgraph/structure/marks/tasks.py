"""What the clauses of governing documents ask for, whoever is to do it.

A duty needs a bearer. A list of joint interests, or a list whose bearer was not made out, asks for something
all the same; comparisons and the check of statutory duties look at these, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolgraph.model import Clause, Mark, MarkKind, Outline, PartKind, Passage
from protocolgraph.structure.marks.place import make_mark
from protocolgraph.vocab.thesaurus import match_longest, stem, thesaurus, words_of

_GOVERNING = {PartKind.PROTOCOL, PartKind.TERMS_OF_REFERENCE, PartKind.ARRANGEMENTS}
_TITLE = re.compile(r"^[^.:;]{3,90}?\s(?:[–—:]|-)\s+")
_OPENING = re.compile(r"^(?:and |or )?(?:to |also |help )?", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:will|shall|must|should)\s+(?:also\s+|then\s+|each\s+)?(?=[a-z])")
_TOLD = re.compile(r"\b(?:is|are) (?:also )?(?:reported|presented|submitted|sent|provided) to\b")
"""Who gets what, told in the passive, is a standing arrangement."""
_DEFINES = re.compile(r"\b(?:is|are) defined as\b|\bmeans\b")
_FEWEST = 3
"""A clause of fewer words is a heading or a name."""


def task_marks(outline: Outline) -> Iterator[Mark]:
    """Yield a mark for each clause, and each lead-in, that asks for something, in parts that lay down who does what."""
    seen: set[tuple[int, str]] = set()
    for clause in outline.clauses:
        part = outline.parts[clause.part]
        if part.kind not in _GOVERNING and not (part.kind is PartKind.OTHER and len(outline.parts) == 1):
            continue
        for passages, value in _tasks(clause):
            if (clause.section, value) not in seen and any(passage.spans() for passage in passages):
                seen.add((clause.section, value))
                yield make_mark(outline, MarkKind.TASK, value, passages, section=clause.section)


def _tasks(clause: Clause) -> Iterator[tuple[list[Passage], str]]:
    """Yield what a clause asks for: its own words, or, where these are but a name, those of its lead-in."""
    own = _task_start(clause.body, clause)
    leads = [(lead, start) for lead in clause.leads if (start := _task_start(lead, clause)) is not None]
    if own is not None:
        yield from (([lead.slice(start)], _value(lead, start)) for lead, start in leads)
        yield [clause.body.slice(own)], _value(clause.body, own)
    elif leads and clause.body.text:
        lead, start = leads[-1]
        yield [lead.slice(start), clause.body], f"{_value(lead, start)}: {clause.body.text.strip(' ;.,')}"


def _value(passage: Passage, start: int) -> str:
    """Return what is asked for, with the title of its item: "Monitor the stability of placements (Placements)"."""
    text, title = passage.text[start:].strip(" ;.,"), _TITLE.match(passage.text)
    return f"{text} ({title[0].strip(' –—:-')})" if title and title.end() <= start else text


def _task_start(passage: Passage, clause: Clause) -> int | None:
    """Return where the verb of what is asked for stands, or None if nothing is."""
    text, title = passage.text, _TITLE.match(passage.text)
    if len(text.split()) < _FEWEST or _DEFINES.search(text):
        return None
    after = title.end() if title else 0
    opening = _OPENING.match(text[after:])
    start = after + (opening.end() if opening else 0)
    if (clause.leads or passage is clause.body) and _begins_with_verb(text[start:]):
        return start
    told = _TOLD.search(text)
    if told and passage is clause.body:
        return 0
    modal = _MODAL.search(text)
    return modal.end() if modal and _begins_with_verb(text[modal.end() :]) else None


def _begins_with_verb(text: str) -> bool:
    """Whether a text begins with a verb of the thesaurus, or its noun: "Investigation of allegations"."""
    words = words_of(text[:60])
    if len(words) < _FEWEST or words[0].endswith("ed"):
        return False
    first = next(iter(match_longest([stem(word) for word in words], thesaurus().verbs)), None)
    return first is not None and first[0] == 0
