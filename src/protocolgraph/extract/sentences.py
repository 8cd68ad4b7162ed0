"""What the parser reads: each clause by itself, or as "<bearer> must <item>" where a list gives it a bearer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocolgraph.extract.lists import Item, ItemForm, ListOfDuties, item_form, list_of_duties
from protocolgraph.extract.masked import Masked, Placed, mask
from protocolgraph.extract.mentions import DocumentNames
from protocolgraph.model import Clause, ClauseKind, EntityType, PartKind, Passage

_PREFIX = {
    ItemForm.INFINITIVE: "Council must ",
    ItemForm.THIRD_PERSON: "Council ",
    ItemForm.GERUND: "Council is responsible for ",
    ItemForm.NOUN: "Council is responsible for the ",
}
_SHORTEST = 2
"""Words that a clause must have to state anything."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A clause ready for the parser."""

    clause: Clause
    passage: Passage
    masked: Masked
    duties: ListOfDuties | None
    """The list that the clause is an item of, if it is a list of duties."""
    item: Item | None

    @property
    def bearer(self) -> int | None:
        """The mention that "Council" in front stands for."""
        return self.duties.bearer if self.duties and self.masked.prefix else None


def sentences(names: DocumentNames) -> list[Sentence]:
    """Return the clauses of a document as the parser shall read them."""
    found = []
    for clause in names.outline.clauses:
        if len(clause.body.text.split()) >= _SHORTEST and clause.kind in (ClauseKind.SENTENCE, ClauseKind.ITEM):
            found.append(_sentence(clause, names))
    return found


def _sentence(clause: Clause, names: DocumentNames) -> Sentence:
    placed = names.at(clause.body)
    duties = None if _minutes(clause, names) else list_of_duties(clause, names)
    item = item_form(clause.body.text) if duties else None
    if duties is None or item is None or not _joins(clause, item, placed):
        return Sentence(clause, clause.body, mask(clause.body, placed), None, None)
    prefix = _PREFIX[item.form]
    body = _lowered(mask(clause.body, placed, prefix=prefix, start=item.start))
    return Sentence(clause, clause.body, body, duties, item)


def _minutes(clause: Clause, names: DocumentNames) -> bool:
    kind = names.outline.parts[clause.part].kind if names.outline.parts else None
    return kind in (PartKind.MINUTES, PartKind.AGENDA, PartKind.WORK_PROGRAMME)


def _joins(clause: Clause, item: Item, placed: list[Placed]) -> bool:
    """Whether an item needs its bearer: it begins with what is to be done, or is a noun below a lead-in."""
    if item.form is not ItemForm.NOUN:
        return True
    text = clause.body.text
    own = re.search(r"\b(?:will|shall|must|should|is|are|has|have|may|can|was|were|does|do)\b", text) is not None
    starts_named = any(p.start <= 4 and p.type in (EntityType.BODY, EntityType.ROLE, EntityType.PERSON) for p in placed)
    return clause.kind is ClauseKind.ITEM and bool(clause.leads) and not own and not starts_named


def _lowered(masked: Masked) -> Masked:
    """The first word of the item without its capital, unless it is a name's mask."""
    place = masked.prefix
    text = masked.text
    if place < len(text) and text[place].isupper() and masked.mention_at(place) is None and not text[place : place + 2].isupper():
        text = text[:place] + text[place].lower() + text[place + 1 :]
    return Masked(text, masked.passage, masked.starts, masked.sources, masked.placed, masked.prefix)


