"""What the parser reads: each clause by itself, or as "<bearer> must <item>" where a list gives it a bearer."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from protocolgraph.extract.aims import is_aim, tells_duties
from protocolgraph.extract.decisions import Decision, decision, minuted, recommended, tasks
from protocolgraph.extract.document_names import DocumentNames
from protocolgraph.extract.items import Item, ItemForm, item_form, verb_forms
from protocolgraph.extract.joined import with_all_owners
from protocolgraph.extract.leads import DUTY_HEADING, appoints, completes, lead_force, says_meeting
from protocolgraph.extract.lists import ListOfDuties, list_of_duties, told_list
from protocolgraph.extract.masked import Masked, Placed, mask
from protocolgraph.extract.units import Key, UnitKind, key_of
from protocolgraph.model import Clause, ClauseKind, EntityType, Modality, PartKind, Passage
from protocolgraph.vocab.lexicon import lexicon

_PREFIX = {
    ItemForm.INFINITIVE: "Council must ",
    ItemForm.THIRD_PERSON: "Council ",
    ItemForm.GERUND: "Council is responsible for ",
    ItemForm.NOUN: "Council is responsible for the ",
}
_ACTING = {EntityType.BODY, EntityType.ROLE, EntityType.PERSON}
_PAPER_OF_LAW = {EntityType.PUBLICATION, EntityType.LEGISLATION}
"""What may say under which law a partnership is: "These Arrangements are established under the Children Act"."""
_IMPERSONAL = re.compile(
    r"\b(?:(?:will|shall|must|should|may)(?: \w+)? be|(?:is|are) to be|(?:is|are)(?: \w+)? (?:\w+ed|sent) to"
    r"|meet(?:s|ings?)?)\b",
    re.IGNORECASE,
)
"""A task or a meeting of somebody whom the sentence does not name: "Minutes will be circulated"."""
_SHORTEST = 2
"""Words that a clause must have to state anything."""
_SENTENCE = 5
"""Words of a labelled value with a verb that is more than a name."""
_FINITE = re.compile(r"\b(?:will|shall|must|should|is|are|has|have|may|can|was|were|does|do)\b")
_UNTIL = re.compile(r"\b(?:until|unless|if|provided that|in the event that)\W*$", re.IGNORECASE)
"""The end of a lead-in whose items are its conditions."""
_DOES = re.compile(
    r"\b(?:the|our|this) (?:board|committee|panel|group|trust|council|forum|team|partnership|authority) (?:also )?"
    r"(?P<verb>[a-z]+s)\b",
    re.IGNORECASE,
)
_ACTION = re.compile(r"actions?(?: (?:points?|items?|required))?(?: ?\d+)?\W*", re.IGNORECASE)
"""The label of a task in minutes."""
_WHOLE = re.compile(r"(?:The|An?|Each|Every|Any|It|They|All|[A-Z][\w’'-]+) (?:[^\s.]+ ){4,}[^\n]*\.$")
"""A cell that is a sentence, by its first letter and its stop."""
_DANGLING = re.compile(
    r"\b(?:of|for|to|with|on|in|by|from|about|against|between|regarding|concerning|that|whether)\W*$", re.IGNORECASE
)
"""An item that the smaller items below it complete."""
_ENSURING = re.compile(r"\b(?:ensur(?:e|es|ing)|mak(?:e|es|ing) sure)\W*$", re.IGNORECASE)
"""A lead-in whose items say what its subject sees to, without "that": "The Board will ensure"."""
_IS_SO = re.compile(r"(?:[\w’'-]+ ){1,6}?(?:is|are|has|have|can|will)\b")
"""An item that says how something shall be, though its first word might be a verb: "support is there for all"."""
_OPEN_ENDED = re.compile(r"\b(?:to|will|shall|must|should|may)\W*$")
"""A lead-in that says nothing without its items."""
_OBJECTS = re.compile(
    r"\b(?:will|shall|must|should|may)\s+(?:also\s+)?(?P<verb>deliver|provide|produce|publish|receive|consider|approve|review"
    r"|monitor|maintain|prepare|oversee|scrutinise|agree|submit|report on|supply|develop|keep)(?:\s+the following)$",
    re.IGNORECASE,
)
"""A lead-in whose verb the items are the objects of: "The Forum must deliver the following"."""
_LABEL_MARK = re.compile(r"\s*(?:\([^()]*\)\s*)?[–—-]\s+(?=(?:The|Each|All|Members|It|They)\s[\w’' -]{2,60}\b[a-z]+\b)")
_LABEL_ARTICLE = 4
_NUMBERED_LABEL = re.compile(
    r"(?:Recommendation|Action|Objective|Priority|Task|Duty|Aim|Principle|Commitment|Standard) \d[\d.]*\w?\s?[:–-]\s+"
)
"""What a sentence is called before it begins: "Recommendation 3: The Board should"."""
_PASSING = re.compile(
    r"(?:to )?(?:request|ask|invite|instruct|require|agree|recommend) (?:that )?(?:the )?", re.IGNORECASE
)
_TO_ANOTHER = re.compile(r" (?:to [a-z]+|[a-z]+s)\b")
_OWN_SUBJECT = re.compile(r"(?:it|they|we|she|he)\s+[a-z]+", re.IGNORECASE)
_LEAD_STATES = re.compile(
    r"\b(?:will|shall|must|should|may|can|(?:is|are) to be|(?:has|have) to|needs? to|required to|duty to"
    r"|responsible for|(?:requires?|obliges?) (?:[\w’'-]+ ){1,6}to)\b"
    r"|\b(?:objective|aim|purpose|role|remit|function|mission)s?\b[^;:]*\b(?:is|are) to \w+ (?:\w+ )+"
    r"|\b(?:authori[sz]ed|empowered) to \w+ .*\b(?:except|unless|other than|save)(?: that| for| where)?$",
    re.IGNORECASE,
)
"""A lead-in that says by itself what is done: "The objective of the Board is to protect adults who"."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A clause ready for the parser."""

    clause: Clause
    passage: Passage
    masked: Masked
    duties: ListOfDuties | None
    """The list that the clause is an item of, if it is a list of duties."""
    item: Item | None
    decided: bool = False
    """Whether it is part of a decision of a meeting."""
    told: bool = False
    """Whether it stands in minutes, an agenda or a work programme, which tell more than they rule."""
    above: Passage | None = None
    """The "Resolved:" that it stands below, if it is part of a decision."""

    @property
    def lead(self) -> Passage | None:
        """The lead-in whose words belong to what the clause states."""
        return self.duties.lead if self.duties else self.above

    @property
    def bearer(self) -> int | None:
        """The mention that "Council" in front stands for."""
        return self.duties.bearer if self.duties and self.masked.prefix else None


_MADE_OF = re.compile(r"(?:Consists|Comprises|Comprised|Composed|Made up) ")
"""How words below a group's name tell its members, which a parser takes for a noun by its capital."""
_ASKS_OF = re.compile(r"\b(?:requires?|expects?|obliges?|asks?)\W*$", re.IGNORECASE)
_OF_SOMEBODY = re.compile(r"(?:(?:the|an?|each|every|all) )?[\w’'(), -]{3,120}? to [a-z]+\b", re.IGNORECASE)
"""An item that says who does what a lead-in asks: "The Act requires:", "the Panel to develop a plan"."""


def sentences(names: DocumentNames) -> list[Sentence]:
    """Return the clauses of a document as the parser shall read them, lead-ins that say something by themselves too."""
    found, leads = [], set[Key]()
    for clause in names.outline.clauses:
        if clause.kind is ClauseKind.CELL:
            found += _leading(clause, names, leads)
        if _conditional(clause):
            found += _leading(clause, names, leads)
            continue
        if not _reads(clause) or (len(clause.body.text.split()) < _SHORTEST and not _completes_item(clause)):
            continue
        sentence = _sentence(clause, names)
        if clause.kind is ClauseKind.ITEM and not sentence.decided:
            found += _leading(clause, names, leads, listed=sentence.duties is not None)
        found += _parted(sentence, names) if _is_decision(sentence, names) else [sentence]
    return [sentence for sentence in found if _may_state(sentence)]


def _may_state(sentence: Sentence) -> bool:
    """Whether it can state anything: it names somebody who acts, or its list does; else no parser need read it."""
    named = {p.type for p in sentence.masked.placed}
    if sentence.duties is not None or named & _ACTING or named >= _PAPER_OF_LAW:
        return True
    if EntityType.PUBLICATION in named and _holding().search(sentence.passage.text):
        return True
    return not sentence.told and _IMPERSONAL.search(sentence.passage.text) is not None


@cache
def _holding() -> re.Pattern[str]:
    """What is said of a paper that must hold something: "will set out"."""
    return re.compile(rf"\b(?:will|shall|must|should)(?: also)? (?:{'|'.join(lexicon('verbs')['contents'])})\b")


def _reads(clause: Clause) -> bool:
    """Whether a clause can say something: a field or a cell only if it is a sentence."""
    if clause.kind in (ClauseKind.SENTENCE, ClauseKind.ITEM):
        return True
    text = clause.body.text
    if clause.kind is ClauseKind.CELL and clause.leads and is_aim(text):
        return True
    if clause.kind is ClauseKind.CELL and len(clause.leads) > 1 and tells_duties(clause.leads[-2].text):
        return True
    if clause.kind is ClauseKind.FIELD and clause.leads and _of_duties(clause.leads[-1].text, text):
        return True
    if clause.kind is ClauseKind.FIELD and len(text.split()) >= _SENTENCE and _FINITE.search(text):
        return True
    if clause.kind is ClauseKind.FIELD and len(text.split()) >= _SENTENCE and _body_does(text):
        return True
    if clause.kind is ClauseKind.CELL and _WHOLE.match(text):
        return True
    if clause.kind is ClauseKind.FIELD and (text.startswith("That ") or _is_action(clause)):
        return True
    return clause.kind is not ClauseKind.FOOTNOTE and len(text.split()) >= 6 and _LEAD_STATES.search(text) is not None


def _conditional(clause: Clause) -> bool:
    """Whether a clause is one of the conditions that its lead-in announces: "shall hold office until:"."""
    return clause.kind is ClauseKind.ITEM and bool(clause.leads) and _UNTIL.search(clause.leads[-1].text) is not None


def _body_does(text: str) -> bool:
    """Whether a labelled value tells what a body does: "Audit: the committee agrees the plans"."""
    does = _DOES.search(text)
    return does is not None and verb_forms().get(does["verb"]) not in {None, does["verb"]}


def _is_action(clause: Clause) -> bool:
    """Whether a label says that its value is a task given to somebody: "Action 3: Clerk to write"."""
    return bool(clause.leads) and _ACTION.fullmatch(clause.leads[-1].text) is not None


def _of_duties(label: str, text: str) -> bool:
    """Whether a labelled field says what is to be done: "Purpose: To bring together ..."."""
    return DUTY_HEADING.search(label) is not None and item_form(text).verb is not None


def _sentence(clause: Clause, names: DocumentNames) -> Sentence:
    placed = with_all_owners(clause.body.text, names.at(clause.body))
    told = _told(clause, names)
    decided = decision(clause, placed, told=told) or (minuted(clause, placed) if told or _is_action(clause) else None)
    if decided is not None:
        return _of_decision(clause, placed, decided)
    ensured = bool(clause.leads) and _ensures(clause.leads[-1].text, clause.body.text)
    listed = None if told else _below_item(clause, names)
    listed = listed or (_joined(clause, names) if ensured else None) or _listed(clause, names, placed)
    if listed is not None:
        return listed
    start = _behind_label(clause.body.text, placed)
    body = mask(clause.body, placed, start=start)
    body = _lowered(body) if _MADE_OF.match(clause.body.text) else body
    return _joined(clause, names) or Sentence(clause, clause.body, body, None, None, told=told)


def _of_decision(clause: Clause, placed: list[Placed], decided: Decision) -> Sentence:
    if decided.bearers and decided.item is not None:
        modality = Modality.SHOULD if recommended(clause) else Modality.WILL
        duties = ListOfDuties(tuple(b.mention for b in decided.bearers), modality, decided.lead, certain=True)
        return _of_list(clause, placed, duties, decided.item)
    body = mask(clause.body, placed, start=decided.start)
    return Sentence(clause, clause.body, body, None, None, decided=True, above=decided.lead)


def _is_decision(sentence: Sentence, names: DocumentNames) -> bool:
    """Whether a clause is part of a decision, or tells in minutes what somebody is to do."""
    return sentence.decided or (sentence.duties is not None and _told(sentence.clause, names))


def _parted(sentence: Sentence, names: DocumentNames) -> list[Sentence]:
    """Each task of a decision that gives more than one: "the report be noted and that the Clerk reply"."""
    clause = sentence.clause
    placed = with_all_owners(clause.body.text, names.at(clause.body))
    spans = tasks(clause.body.text, placed)
    if len(spans) == 1:
        return [sentence]
    found = []
    for start, end in spans:
        inside = [replace(p, start=p.start - start, end=p.end - start) for p in placed if start <= p.start < end]
        part = replace(clause, body=clause.body.slice(start, end))
        given = decision(part, inside, further=start > 0) or minuted(part, inside)
        if given is not None:
            found.append(_of_decision(part, inside, given if given.item or not start else replace(given, start=0)))
    return found or ([sentence] if sentence.duties is not None else [])


def _behind_label(text: str, placed: list[Placed]) -> int:
    """Where a sentence begins that repeats in front whom it is about: "Chair – The Chair will lead the Board"."""
    if numbered := _NUMBERED_LABEL.match(text):
        return numbered.end()
    for name in placed:
        if name.start <= _LABEL_ARTICLE and name.type in _ACTING and (mark := _LABEL_MARK.match(text, name.end)):
            return mark.end()
    return 0


def _listed(clause: Clause, names: DocumentNames, placed: list[Placed]) -> Sentence | None:
    """The clause as an item of a list of duties, if it is one."""
    duties = told_list(clause, names) if _told(clause, names) else list_of_duties(clause, names)
    if duties is None or (duties.recommended and _passes_on(clause.body.text, placed)):
        return None
    item = Item(0, ItemForm.NOUN, None) if duties.contents else item_form(clause.body.text, verbal=duties.verbal)
    if item.form is ItemForm.NOUN and item.verb is not None:
        placed = [p for p in placed if p.start > item.start]
    if item.modal is not None:
        duties = replace(duties, modality=Modality(lexicon("modality")["modals"].get(item.modal, "may")))
    return _of_list(clause, placed, duties, item) if _joins(clause, item, duties, placed) else None


def _passes_on(text: str, placed: list[Placed]) -> bool:
    """Whether a meeting is asked to give another a task: "request the Trust to confirm", "agree that it acts"."""
    opening = _PASSING.match(text)
    named = [p for p in placed if opening and p.start == opening.end() and p.type in _ACTING]
    return any(_TO_ANOTHER.match(text, p.end) for p in named)


def _completes_item(clause: Clause) -> bool:
    return bool(clause.leads) and _DANGLING.search(clause.leads[-1].text) is not None


def _item_above(clause: Clause) -> Clause | None:
    """The item of a longer list under which a clause is a smaller one."""
    if clause.kind is not ClauseKind.ITEM or not clause.leads or lead_force(clause.leads[-1].text):
        return None
    return replace(clause, body=clause.leads[-1], leads=clause.leads[:-1])


def _below_item(clause: Clause, names: DocumentNames) -> Sentence | None:
    """An item that completes the item above it: "reviewing the work of partners in relation to" missing children."""
    above = _item_above(clause)
    if above is None or list_of_duties(above, names) is None:
        return None
    if not _DANGLING.search(above.body.text) and not _ensures(above.body.text, clause.body.text):
        return None
    passage = Passage.join([above.body, clause.body])
    return _listed(replace(above, body=passage), names, _both(above.body, clause.body, names))


def _ensures(lead: str, item: str) -> bool:
    """Whether an item says what a lead-in sees to, and is no deed of its own."""
    if _ENSURING.search(lead) is None:
        return False
    return _IS_SO.match(item) is not None or item_form(item).form not in (ItemForm.INFINITIVE, ItemForm.GERUND)


def _both(first: Passage, second: Passage, names: DocumentNames) -> list[Placed]:
    """The mentions of two passages at their places in both together."""
    shift = len(first.text) + 1
    moved = [replace(p, start=p.start + shift, end=p.end + shift) for p in names.at(second)]
    return [*names.at(first), *moved]


def _of_list(clause: Clause, placed: list[Placed], duties: ListOfDuties, item: Item) -> Sentence:
    body = _lowered(mask(clause.body, placed, prefix=_PREFIX[item.form], start=item.start))
    return Sentence(clause, clause.body, body, duties, item)


def _joined(clause: Clause, names: DocumentNames) -> Sentence | None:
    """Lead-in and item as one sentence, where the item completes it: "must consult the Board on" its budget."""
    if clause.kind is not ClauseKind.ITEM or not clause.leads:
        return None
    lead = clause.leads[-1]
    objects = _OBJECTS.search(lead.text)
    if objects and item_form(clause.body.text).verb is None and not _FINITE.search(clause.body.text):
        lead = lead.slice(0, objects.end("verb"))
        inside = [p for p in names.at(clause.leads[-1]) if p.end <= len(lead.text)]
        return _together(clause, lead, inside, names)
    asked = _ASKS_OF.search(lead.text) is not None and _OF_SOMEBODY.match(clause.body.text) is not None
    if not asked and not completes(lead.text) and not _ensures(lead.text, clause.body.text):
        return None
    return _together(clause, lead, names.at(lead), names)


def _together(clause: Clause, lead: Passage, inside: list[Placed], names: DocumentNames) -> Sentence:
    """A lead-in, of which these mentions are kept, and the item behind it, as one sentence."""
    shift = len(lead.text) + 1
    moved = [replace(p, start=p.start + shift, end=p.end + shift) for p in names.at(clause.body)]
    passage = Passage.join([lead, clause.body])
    masked = mask(passage, [*inside, *moved])
    return Sentence(replace(clause, body=passage), passage, masked, None, None)


def _leading(clause: Clause, names: DocumentNames, seen: set[Key], *, listed: bool = False) -> list[Sentence]:
    """Lead-ins that state a duty by themselves: "The Board will work with the following groups"."""
    found = []
    above = _item_above(clause)
    if above is not None and _is_heading(above.body, names):
        above = None
    dangles = above is not None and (_DANGLING.search(above.body.text) or _ENSURING.search(above.body.text))
    if above is not None and key_of(above.body) not in seen and not dangles:
        item = None if _told(clause, names) else _listed(above, names, names.at(above.body))
        if item is not None:
            seen.add(key_of(above.body))
            found.append(item)
    for lead in clause.leads:
        key = key_of(lead)
        meeting = says_meeting(lead.text) and any(p.type is EntityType.BODY for p in names.at(lead)[:1])
        meeting = meeting or appoints(lead.text)
        if (
            key in seen
            or completes(lead.text)
            or _ENSURING.search(lead.text)
            or _OBJECTS.search(lead.text)
            or len(lead.text.split()) < 6
        ):
            continue
        if not meeting and lead_force(lead.text) is not None and _OPEN_ENDED.search(lead.text):
            continue
        if not meeting and (not _LEAD_STATES.search(lead.text) or (listed and lead_force(lead.text) is not None)):
            continue
        seen.add(key)
        said = lead.slice(0, len(lead.text.removesuffix(" to"))) if meeting else lead
        inside = [p for p in names.at(lead) if p.end <= len(said.text)]
        itself = replace(clause, body=said, leads=(), kind=ClauseKind.SENTENCE)
        found.append(Sentence(itself, said, mask(said, inside), None, None, told=_told(clause, names)))
    return found


def _is_heading(passage: Passage, names: DocumentNames) -> bool:
    unit = names.units.get(key_of(passage))
    return unit is not None and unit.kind is UnitKind.HEADING


def _told(clause: Clause, names: DocumentNames) -> bool:
    kind = names.outline.parts[clause.part].kind if names.outline.parts else None
    return kind in (PartKind.MINUTES, PartKind.AGENDA, PartKind.WORK_PROGRAMME)


def _joins(clause: Clause, item: Item, duties: ListOfDuties, placed: list[Placed]) -> bool:
    """Whether an item needs its bearer: it begins with what is to be done, or is a noun that the list wants."""
    if (
        any(
            p.start <= 4 and p.type in (EntityType.BODY, EntityType.ROLE, EntityType.PERSON) and p.masks for p in placed
        )
        or _OWN_SUBJECT.match(clause.body.text)
        or clause.body.text.startswith("(")
    ):
        return False
    if item.form is not ItemForm.NOUN or duties.contents or clause.body.text.startswith("Responsible for "):
        return True
    if duties.verbal or _FINITE.search(clause.body.text) or clause.kind not in (ClauseKind.ITEM, ClauseKind.CELL):
        return False
    if not duties.certain and duties.lead is None and item.verb is None:
        return False
    return duties.nouns and (duties.modality is Modality.FUNCTION or duties.certain)


def _lowered(masked: Masked) -> Masked:
    """The first word of the item without its capital, unless it is a name's mask."""
    place = masked.prefix
    text = masked.text
    if (
        place < len(text)
        and text[place].isupper()
        and masked.mention_at(place) is None
        and not text[place : place + 2].isupper()
    ):
        text = text[:place] + text[place].lower() + text[place + 1 :]
    return Masked(text, masked.passage, masked.starts, masked.sources, masked.placed, masked.prefix)
