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
_FEWEST = 3
"""A clause of fewer words is a heading or a name."""


def task_marks(outline: Outline) -> Iterator[Mark]:
    """Yield a mark for each clause, and each lead-in, that asks for something, in parts that lay down who does what."""
    seen: set[tuple[int, str]] = set()
    for clause in outline.clauses:
        part = outline.parts[clause.part]
        if part.kind not in _GOVERNING and not (part.kind is PartKind.OTHER and len(outline.parts) == 1):
            continue
        for passage in (*clause.leads, clause.body):
            start = _task_start(passage, clause)
            key = (clause.section, passage.text)
            if start is not None and passage.spans(start) and key not in seen:
                seen.add(key)
                task = passage.slice(start)
                value = task.text.strip(" ;.,")
                yield make_mark(outline, MarkKind.TASK, value, [task], section=clause.section)


def _task_start(passage: Passage, clause: Clause) -> int | None:
    """Return where the verb of what is asked for stands, or None if nothing is."""
    text = passage.text
    if len(text.split()) < _FEWEST:
        return None
    starts = [_OPENING.match(text)]
    title = _TITLE.match(text)
    if title:
        starts.append(_OPENING.match(text[title.end() :]))
    modal = _MODAL.search(text)
    for number, match in enumerate(starts):
        offset = (title.end() if title and number else 0) + (match.end() if match else 0)
        if (clause.leads or passage is clause.body) and _begins_with_verb(text[offset:]):
            return offset
    return modal.end() if modal and _begins_with_verb(text[modal.end() :]) else None


def _begins_with_verb(text: str) -> bool:
    """Whether a text begins with a verb of the thesaurus, or its noun: "Investigation of allegations"."""
    words = words_of(text[:60])
    if len(words) < _FEWEST or words[0].endswith("ed"):
        return False
    first = next(iter(match_longest([stem(word) for word in words], thesaurus().verbs)), None)
    return first is not None and first[0] == 0
