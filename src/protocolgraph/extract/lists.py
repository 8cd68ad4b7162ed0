"""What a list is about: who bears its items and with what force, from its lead-ins and headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from protocolgraph.extract.masked import Placed
from protocolgraph.extract.mentions import DocumentNames
from protocolgraph.extract.phrases import Phrases
from protocolgraph.extract.tokens import Token, tokenize
from protocolgraph.model import Clause, ClauseKind, EntityType, Modality, Passage
from protocolgraph.vocab.lexicon import lexicon

_VERBAL_LEAD = re.compile(r"\b(?:to|will|shall|must|should|may|can|not|for|by|that)$", re.IGNORECASE)
_NO_DUTIES = re.compile(
    r"\b(?:members?|membership|comprises?|consists?|following (?:groups|services|bodies|organisations|sub-?groups|partners|agencies)"
    r"|attend(?:ance|ees?)|appendi\w+|background papers|definition|defined as|principles|examples?|such as|areas? of joint"
    r"|resolved|recommend\w*|agreed|present|apologies|where|whether|criteria|contain sections)\b",
    re.IGNORECASE,
)
_DUTY_HEADING = re.compile(
    r"\b(?:responsibilit(?:y|ies)|functions?|objectives?|duties|purpose|aims?|remit|roles?|tasks|terms of reference"
    r"|powers|delegat\w+|accountabilit(?:y|ies)|will do|commitments?)\b",
    re.IGNORECASE,
)


class ItemForm(StrEnum):
    """How an item begins."""

    INFINITIVE = "infinitive"
    GERUND = "gerund"
    THIRD_PERSON = "third_person"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class ListOfDuties:
    """The bearer and the modality that a list gives to its items."""

    bearer: int
    modality: Modality
    lead: Passage | None
    """The lead-in that says so; None where only the heading does."""
    certain: bool
    """Whether a lead-in names the bearer itself."""


def list_of_duties(clause: Clause, names: DocumentNames) -> ListOfDuties | None:
    """Return what the list that holds this clause makes of its items, or None if they are no duties."""
    for lead in reversed(clause.leads):
        if _NO_DUTIES.search(lead.text) and not _DUTY_HEADING.search(lead.text):
            return None
        modality = lead_modality(lead.text)
        if modality is not None:
            bearer = lead_bearer(lead, names)
            if bearer is not None:
                return ListOfDuties(bearer, modality, lead, certain=True)
            subject = names.subject(clause.section)
            return ListOfDuties(subject, modality, lead, certain=False) if subject is not None else None
    return _under_heading(clause, names)


def _under_heading(clause: Clause, names: DocumentNames) -> ListOfDuties | None:
    """Items right below "Responsibilities of the Board", or below "Functions" in the Board's own document."""
    if clause.leads and clause.kind is ClauseKind.FIELD:
        return None
    for index in reversed(names.path(clause.section)):
        heading = names.outline.sections[index].heading
        if not heading.text:
            continue
        subject = names.subject(index)
        if subject is None or (_NO_DUTIES.search(heading.text) and not _DUTY_HEADING.search(heading.text)):
            return None
        named = bool(names.memory.headings.get(index))
        if _DUTY_HEADING.search(heading.text) or (named and clause.kind is ClauseKind.ITEM):
            return ListOfDuties(subject, Modality.FUNCTION, None, certain=False)
        return None
    return None


def lead_modality(lead: str) -> Modality | None:
    """Return the force of a lead-in: "The Board will" gives will, "Functions of the Board" function; None if it has none."""
    tokens = tokenize(lead)
    best: tuple[int, int, str] | None = None
    words = lexicon("modality")["leads"]
    phrases = Phrases(words)
    for index in range(len(tokens)):
        length = phrases.longest_at(tokens, index)
        if length:
            phrase = " ".join(t.folded for t in tokens[index : index + length])
            value = words.get(phrase) or words.get(" ".join([*phrase.split()[:-1], tokens[index + length - 1].base]))
            best = (index + length, length, value) if value else best
    if best is None:
        return None
    closing = best[0] >= len(tokens) - 4 or _VERBAL_LEAD.search(lead) is not None
    noun = _DUTY_HEADING.search(lead) is not None
    if noun and best[2] in ("function", "will"):
        return Modality.FUNCTION
    return Modality(best[2]) if closing else None


def lead_bearer(lead: Passage, names: DocumentNames) -> int | None:
    """Return the mention that a lead-in makes the bearer of its items."""
    acting = [p for p in names.at(lead) if p.type in (EntityType.BODY, EntityType.ROLE)]
    top = [p for p in acting if not any(o is not p and o.start <= p.start and p.end <= o.end for o in acting)]
    owned = _owner_of_noun(lead.text, top)
    if owned is not None:
        return owned.mention
    return top[0].mention if top else None


def _owner_of_noun(text: str, placed: list[Placed]) -> Placed | None:
    """The one after "of": "The key responsibilities of the Panel are to", "the role of its Chair is to"."""
    for match in re.finditer(r"\b(?:responsibilit\w+|functions?|objectives?|duties|purpose|aims?|remit|roles?|tasks)\s+of\s", text, re.I):
        after = [p for p in placed if 0 <= p.start - match.end() <= 12]
        if after:
            return after[0]
    return None


@dataclass(frozen=True, slots=True)
class Item:
    """Where the thing to be done begins in an item, and in what form."""

    start: int
    form: ItemForm
    verb: str | None


def item_form(text: str) -> Item:
    """Tell how an item begins: "To receive ...", "Receives ...", "receiving ...", "Receipt of ...".

    A label in front ("Care planning – Ensure that ...") is stepped over.
    """
    start = _after_label(text)
    tokens = tokenize(text[start:])
    index = 0
    adverbs, actions = lexicon("verbs")["adverbs"], lexicon("verbs")["actions"]
    while index < len(tokens) - 1 and (tokens[index].folded in adverbs or not tokens[index].word):
        index += 1
    if not tokens:
        return Item(start, ItemForm.NOUN, None)
    first = tokens[index]
    if first.folded == "to" and index + 1 < len(tokens):
        return Item(start + tokens[index + 1].start, ItemForm.INFINITIVE, tokens[index + 1].folded)
    if first.folded in actions and not _noun_use(tokens, index):
        return Item(start + tokens[0].start, ItemForm.INFINITIVE, first.folded)
    base = _third_person(first.folded)
    if base in actions and not _noun_use(tokens, index):
        return Item(start + tokens[0].start, ItemForm.THIRD_PERSON, base)
    if first.folded.endswith("ing") and first.folded not in lexicon("verbs")["not_verbs"]:
        return Item(start + tokens[0].start, ItemForm.GERUND, None)
    return Item(start, ItemForm.NOUN, None)


_LABEL = re.compile(r"^(?:[A-Z][^.;:–]{2,70}?)(?: [–-] |: )(?=\S)")


def _after_label(text: str) -> int:
    match = _LABEL.match(text)
    if match is None:
        return 0
    rest = text[match.end() :]
    word = re.match(r"[\w-]+", rest)
    if word is None:
        return 0
    first = word.group().lower()
    verbal = first in lexicon("verbs")["actions"] or first == "to" or first.endswith("ing") or _third_person(first) in (
        lexicon("verbs")["actions"]
    )
    return match.end() if verbal else 0


def _third_person(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else ""


def _noun_use(tokens: list[Token], index: int) -> bool:
    """Whether a word that could be a verb is a noun here: "Plan of action", "Work programme", "Review Panel"."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None:
        return True
    return after.folded in {"of", "is", "are", "will", "shall", "must", "may", "should", "has", "have"} and not (
        tokens[index].folded in {"learn", "be"}
    )


