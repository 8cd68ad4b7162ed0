"""Lists of names that complete their lead-in: "The Board will consult the following: Youth Council; Carers' Forum".

Each item is read as if it stood in the lead-in's sentence: at its end ("The Board will consult Youth
Council", "The report is sent to Cabinet") or as its subject ("Two groups report to the Board: ...").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from protocolgraph.extract.document_names import DocumentNames
from protocolgraph.extract.masked import Placed, mask
from protocolgraph.extract.sentences import Sentence
from protocolgraph.extract.units import key_of
from protocolgraph.model import Clause, ClauseKind, EntityType, Passage, Scope

_FOLLOWING = re.compile(
    r"\b(?:(?:the |these )?(?:following|below)(?:[ ,]+[\w’'-]+){0,6}|(?:the )?(?:[\w’'-]+ ){0,3}(?:below|as follows))$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:to|with|from|by|between|of|for)$", re.IGNORECASE)
"""A preposition at the end of a lead-in, which the items complete."""
_COUNT = r"(?:following|two|three|four|five|six|seven|eight|nine|ten)"
_VERB = r"(?:will|shall|must|should|may|report|answer|feed|are|sit|work|support|advise|account|have|meet)"
_SUBJECTS = re.compile(
    rf"(?:the |these )?{_COUNT}(?: [\w’'-]+){{0,6}}? (?={_VERB}\b)"
    rf"|there are {_COUNT}\b[^,:]*,? (?:each|all|which|that) ",
    re.IGNORECASE,
)
"""A lead-in whose subject is the list below it."""


_UNFINISHED = re.compile(
    r"(?:[\s,:–-]|\b(?:to|by|for|and|in order to|(?:which|who|that|it) (?:will|shall|must|should)|includ(?:e|ing)))*$",
    re.IGNORECASE,
)
"""The end of a lead-in that says nothing without its items."""
_SAYING = 4
"""Words of the shortest lead-in that can state a relation."""


def completions(names: DocumentNames) -> list[Sentence]:
    """Return the sentences that lead-ins make with the names listed below them."""
    found: list[Sentence] = []
    for clause in names.outline.clauses:
        if clause.kind is ClauseKind.ITEM and clause.leads:
            found += _completed(clause, names)
    return found


def lead_ins(names: DocumentNames, read: Iterable[Sentence]) -> list[Sentence]:
    """Return the lead-ins that say something of their own: "The Board, which meets monthly, will:".

    `read` are the sentences that were made already; a lead-in among them is left out.
    """
    seen = {key_of(sentence.passage) for sentence in read}
    found: list[Sentence] = []
    for clause in names.outline.clauses:
        for lead in clause.leads if clause.kind is ClauseKind.ITEM else ():
            text = _UNFINISHED.sub("", lead.text)
            if key_of(lead) in seen or len(text.split()) < _SAYING or not any(map(_acts, names.at(lead)[:1])):
                continue
            seen.add(key_of(lead))
            inside = [p for p in names.at(lead) if p.end <= len(text)]
            itself = replace(clause, leads=(), kind=ClauseKind.SENTENCE)
            found.append(_sentence(itself, lead.slice(0, len(text)), inside))
    return found


def _completed(clause: Clause, names: DocumentNames) -> Iterator[Sentence]:
    lead = clause.leads[-1]
    text = lead.text.rstrip(" :–-")
    subjects = _SUBJECTS.match(text)
    listed = _listed(clause, names)
    if subjects is not None and listed:
        yield _after(clause, listed, lead, subjects.end(), len(text), names)
    following = _FOLLOWING.search(text)
    cut = following.start() if following else len(text) if _OPEN.search(text) else 0
    if len(text[:cut].split()) >= 3 and listed and (following is None or listed[0].end >= 0.5 * len(clause.body.text)):
        yield _before(clause, lead, cut, names)


def _before(clause: Clause, lead: Passage, cut: int, names: DocumentNames) -> Sentence:
    """The lead-in up to where the list begins, and the item behind it."""
    kept = lead.slice(0, cut).text.rstrip(" ,:")
    passage = Passage.join([lead.slice(0, len(kept)), clause.body])
    inside = [p for p in names.at(lead) if p.end <= len(kept)]
    return _sentence(
        clause, passage, [*inside, *_moved(names.at(clause.body), len(passage.text) - len(clause.body.text))]
    )


def _after(clause: Clause, listed: list[Placed], lead: Passage, start: int, end: int, names: DocumentNames) -> Sentence:
    """The item's name as the subject of what the lead-in says."""
    name = max(listed, key=lambda p: p.end)
    said = lead.slice(start, end)
    passage = Passage.join([clause.body.slice(name.start, name.end), said])
    subject = [replace(p, plural=True) for p in _moved(listed, -name.start) if p.end <= name.end - name.start]
    rest = [p for p in names.at(lead) if p.start >= start and p.end <= end]
    return _sentence(clause, passage, [*subject, *_moved(rest, len(passage.text) - len(said.text) - start)])


def _sentence(clause: Clause, passage: Passage, placed: list[Placed]) -> Sentence:
    return Sentence(replace(clause, body=passage), passage, mask(passage, placed), None, None)


def _moved(placed: list[Placed], shift: int) -> list[Placed]:
    return [replace(p, start=p.start + shift, end=p.end + shift) for p in placed]


def _listed(clause: Clause, names: DocumentNames) -> list[Placed]:
    """The names with which the item begins."""
    return [p for p in names.at(clause.body) if p.start <= 4 and _nameable(p)]


def _acts(placed: Placed) -> bool:
    """Whether a lead-in's own subject stands here: a class is what its items are about."""
    return placed.type in (EntityType.BODY, EntityType.ROLE) and placed.scope is not Scope.GENERIC


def _nameable(placed: Placed) -> bool:
    return placed.masks and placed.type in (EntityType.BODY, EntityType.ROLE, EntityType.PUBLICATION)
