"""The mention of a document that a part of the text is: the report whose cover this is, the protocol that is signed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.units import Unit
from protocolgraph.model import EntityType, Mention, MentionForm, Scope
from protocolgraph.vocab.lexicon import fold

_TELLS_APPROVAL = re.compile(r"(?:approved|adopted|agreed|ratified|endorsed|signed) (?:by|at|on)\b", re.IGNORECASE)
"""A first line that tells who approved the document and is no title of it."""


def titled_document(collected: Collected, part: int) -> int | None:
    """Return the mention of the publication that a part is, by its title; None where its title stands nowhere in it."""
    names = collected.names
    if not names.outline.parts:
        return None
    title = (names.outline.title if part == 0 else None) or names.outline.parts[part].title
    known = collected.documents.get(part)
    if known is not None:
        return known
    units = _title_lines(fold(title), [u for u in names.units.values() if u.part == part])
    if not units or len(title.split()) < 2 or _TELLS_APPROVAL.match(title):
        return None
    title = _without_body(collected, title, part)
    spans = tuple(span for unit in units for span in unit.passage.spans())
    mention = Mention(EntityType.PUBLICATION, MentionForm.NAME, title, title, spans, Scope.LOCAL)
    number = names.add(mention, "document")
    collected.documents[part] = number
    return number


def _title_lines(title: str, units: Sequence[Unit]) -> list[Unit]:
    """The passages that the folded title stands in: one that is all of it, else the first for each of its words."""
    whole = [unit for unit in units if fold(unit.text) == title]
    if whole:
        return whole[:1]
    lines = []
    for unit in units:
        if unit.text and fold(unit.text) in title:
            lines.append(unit)
            title = title.replace(fold(unit.text), "", 1)
    return lines[:4]


def _without_body(collected: Collected, title: str, part: int) -> str:
    """The title without the body's name in front: "X Partnership: Safeguarding Arrangements" is the arrangements."""
    before, colon, rest = title.partition(": ")
    about = {fold(a.name) for a in collected.names.memory.about(part)}
    return rest if colon and fold(before) in about and len(rest.split()) > 1 else title
