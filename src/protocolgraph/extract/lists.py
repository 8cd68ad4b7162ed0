"""What a list is about: who bears its items and with what force, from its lead-ins and headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocolgraph.extract.aims import FINITE, LONGEST_LABEL, is_aim, is_fragment, labelled_aim, tells_duties
from protocolgraph.extract.document_names import DocumentNames
from protocolgraph.extract.items import ItemForm, item_form, names_work
from protocolgraph.extract.leads import (
    DUTY_HEADING,
    LeadForce,
    deeds_of,
    fronted,
    lead_bearers,
    lead_force,
    named_alone,
    purpose_bearers,
    tells_focus,
)
from protocolgraph.extract.offices import WANTED, heads_duties, heads_work_below
from protocolgraph.extract.spoken import is_group_head
from protocolgraph.model import Clause, ClauseKind, EntityType, Modality, PartKind, Passage, Scope
from protocolgraph.vocab.layout import load_layout
from protocolgraph.vocab.lexicon import lexicon

_NO_DUTIES = re.compile(
    r"\b(?:members?|membership|comprises?|consists?|attend(?:ance|ees?)|appendi\w+|background papers|definition"
    r"|following (?:groups|services|bodies|organisations|sub-?groups|partners|agencies)"
    r"|defined as|principles|examples?|such as|areas? of|resolved|recommend\w*|agreed|present|apologies|criteria"
    r"|contain sections|asked to|invited to"
    r"|made up (?:of|from)|drawn from|composed of|comprising|consisting)\b",
    re.IGNORECASE,
)
_WHY_WRITTEN = re.compile(r"\b(?:purposes?|aims?) of (?:the |this )?(?:reports?|papers?|briefing|note|item)\b", re.I)
"""What a paper put before a meeting is for, which is no work of the body that it is about."""
_GROUP_ONLY = re.compile(
    r"[A-Z][\w’'-]+ (?!(?:an?|the|each|every|any|all|its|their|our|this|and|to|of|with|for|by|on|in) )"
    r"(?:(?!(?:the|a|an|each|every|its|their|this|to|with|by) )[\w’'&-]+ ){0,5}(?P<head>[a-zA-Z-]+)"
    r"(?:\s*\([^()]*\))?[.;]?"
)
"""An item of a few words with no article: with the noun of a group at its end it may be a name."""
_AIMS = re.compile(r"\b(?:priorit(?:y|ies)|vision|mission|goals?)\b", re.IGNORECASE)
"""Headings below which only items that say what is to be done are duties."""
_NAMES_FOLLOW = re.compile(r"\bincluding the\W*$")
"""The end of a lead-in behind which only nouns can stand: "The law sets out our duties, including the:"."""
_CONDITIONAL = re.compile(
    r"\b(?:where|whether|if|when|in which|signed|(?:provided|on condition|save|except)(?: that)?)$"
    r"|\b(?:criteria which|cases? in which|signed)\b"
    r"|\b(?:adults?|children|child|people|persons?|those|anyone|someone|residents?|individuals?|famil(?:y|ies)|patients?"
    r"|carers?|victims?|offenders?|practitioners?|staff|service users?) (?:who|that|which)$",
    re.IGNORECASE,
)
_BARE_VERB = re.compile(r"\b(?:to|will|shall|must|should|may|can|cannot|not|also|jointly)\W*$", re.IGNORECASE)
_ASKED = re.compile(r"(?<!\bis )(?<!\bare )\b(?:asked|invited) to$", re.IGNORECASE)
_RECOMMENDED = re.compile(r"\b(?:recommended|asked|invited) to$|\brecommend\w* that\b", re.IGNORECASE)
_QUESTION = re.compile(r"^what\b.*\b(?:(?:is|are) (?:here )?for|does|do|must do|will do)\W*$", re.IGNORECASE)
"""A heading or lead-in that asks for duties: "What the Board does"."""
_RESERVED = re.compile(r"\b(?:reserved|resolved only|decided only|determined only)\b", re.IGNORECASE)
"""A heading that tells whose decisions stand below it: "Matters reserved for Full Council"."""
_TAKES_UP = re.compile(
    r"^(?:this|these|in particular|specifically|it)\b(?:\W|will|may|also|includes?|in particular|are(?: to)?$"
    r"|has (?:two|three|four|five|six) (?:\w+ )?(?:elements|parts|aspects|strands|components))*$",
    re.IGNORECASE,
)
"""A lead-in that goes on with what the sentence before says: "This includes, in particular"."""
_THESE_ARE = re.compile(r"these are to", re.IGNORECASE)
"""A lead-in of what the sentence before calls functions, whose "are to" orders nothing."""
_NAMED_BEFORE = re.compile(r"these (?:are|include)\W*", re.IGNORECASE)
"""A lead-in to what the sentence before counts, which is no work: "contributes to the national goals. These are"."""
_IN_DOING = re.compile(r"(?:in|by|when|while) \w+ing (?:this|these|its|their|that|such|the) \w+\b", re.IGNORECASE)
"""How a sentence opens that is not about the purpose it names: "In pursuing this purpose the Board will"."""
_WILL = re.compile(r"\b(?:will|shall|must|should|provides?|supports?|leads?|manages?|co-?ordinates?)\b")
"""What a sentence says somebody does, of which the gerunds of the list behind it are parts."""
_REFERS = re.compile(
    r"(?:including|such as|for example)\b"
    r"|\(?(?:see|refer to)\s(?:also\s)?(?:the\s)?(?:(?:standing )?orders?|sections?|paragraphs?|clauses?|append\w+"
    r"|annex\w*|articles?|rules?|pages?|part|figure|table|below|above|overleaf)\b|(?:read|find out|see|view) more\b",
    re.IGNORECASE,
)
"""A reference to another place, or an example, which is no task: "See also standing order 4", "including data"."""
_MODAL_FIRST = re.compile(r"(?:will|shall|must|should|may|can|cannot)\b", re.IGNORECASE)
_WHERE = re.compile(r"\s+(?:of|in|at|from|for|within|across)\b[^.;:]*\W*")
"""Behind a class that is all of a lead-in, where it is from: "Head teachers" "of each school"."""
_GOES_ON = re.compile(r"^[^.;:]*(?: and(?: as such| therefore| thus| so)?|,? (?:as such|therefore))\W*$")
"""A lead-in that says what somebody does or is before its items go on with it: "They meet twice a year and"."""
_RULES_BELOW = re.compile(
    r"\b(?:will|shall|must|should|may|to|is|are|was|were|be|includes?|included)\W*$"
    r"|\b(?:duties|functions|responsibilities|powers|tasks) as follows\W*$"
)
"""A lead-in of minutes below which rules stand, and not what was said: "The Committee may"."""
_TOLD_OF = re.compile(
    r"\b(?:agreed|resolved|asked|discussed|noted|raised|reported|heard|proposed|said|told)\b", re.IGNORECASE
)
_ANSWERED = re.compile(r"[A-Z][^?.;]{3,80}\?\s*:?\s*(?:yes|no|n/?a|not applicable)\W*", re.IGNORECASE)
"""A question of a form with its answer: "Is it a key decision?: No"."""
_DUTIES_ARE = re.compile(
    r"\b(?:duties|functions|responsibilities|roles?|purposes?|objectives|aims|remit|tasks)(?:,? (?:which|that))?"
    r" (?:is|are|was|were|included?)(?: to)?\W*$",
    re.IGNORECASE,
)
"""A lead-in of minutes that tells somebody's work, whoever said so: "It was noted that the duties of X were to"."""
_ACTING = (EntityType.BODY, EntityType.ROLE)
_CONTENTS = re.compile(
    r"\b(?P<modal>will|shall|must|should)\s(?:also\s)?"
    r"(?P<verb>include|contain|cover|set out|address|describe|detail|summarise)"
    r"(?:\s(?:the following|details of|information (?:on|about)|as a minimum|at least))?$",
    re.IGNORECASE,
)
"""The end of a lead-in that says what a paper must hold."""
_TO_HOLD = re.compile(r"\b(?P<modal>will|shall|must|should)(?: also)?$", re.IGNORECASE)
"""The end of a lead-in whose items say by verbs of their own what a paper must hold: "The report should"."""
_MAKES = re.compile(
    r"\s(?:\([^()]*\)\s)?(?:(?:will|must|shall|should|to|jointly|also|is|are|has|have|been|required|obliged)\s)*(?:publish|produce|prepare|write|draft|compile|issue|submit)(?:e?s)?\b"
)
_ONLY_TO = re.compile(r"to\W*", re.IGNORECASE)
_MEETS = "Meets "
"""How a sentence begins whose subject is a group, and no post of which the one before tells."""
_RESPONSIBLE = "Responsible for "
"""How a sentence begins that says of whoever heads it what is in that one's charge."""
_ARTICLE = 6
"""Length of the longest word that may stand before the subject: "Every ".."""
_ROWS = 3
"""So many numbers alone on their lines number the rows of a table that lost its columns."""


@dataclass(frozen=True, slots=True)
class ListOfDuties:
    """The bearers and the modality that a list gives to its items."""

    bearers: tuple[int, ...]
    """Mentions; two where the lead-in has two subjects."""
    modality: Modality
    lead: Passage | None
    """The lead-in that says so; None where only the heading does."""
    certain: bool
    """Whether a lead-in names the bearer itself."""
    nouns: bool = True
    """Whether an item that is only a noun is one too."""
    contents: str | None = None
    """What a lead-in says is done to its items: "is responsible for the review of"; or that a paper must hold them:
    "The report will include"."""

    @property
    def bearer(self) -> int:
        """The first, or only, mention that bears the items."""
        return self.bearers[0]

    @property
    def recommended(self) -> bool:
        """Whether a paper only asks for the items: "The Board is asked to", "It is recommended that the Board"."""
        return self.lead is not None and _RECOMMENDED.search(self.lead.text) is not None

    @property
    def verbal(self) -> bool:
        """Whether the lead-in ends where a bare verb must follow: "The Board will"."""
        return self.lead is not None and _BARE_VERB.search(self.lead.text) is not None


def list_of_duties(clause: Clause, names: DocumentNames) -> ListOfDuties | None:
    """Return what the list or table that holds this clause makes of its items, or None if they are no duties."""
    if _REFERS.match(clause.body.text) or heads_duties(clause.body.text) or _ANSWERED.fullmatch(clause.body.text):
        return None
    if clause.kind is ClauseKind.CELL:
        return _of_table(clause, names)
    for lead in reversed(clause.leads):
        if _ONLY_TO.fullmatch(lead.text):
            return _of_name_before(lead, clause, names)
        if contents := _of_paper(lead, clause, names):
            return contents
        force = lead_force(lead.text) or _before_infinitives(lead.text, clause.body.text)
        if force is not None and _THESE_ARE.fullmatch(lead.text) and (purpose := _of_purpose(lead, clause, names)):
            return ListOfDuties(purpose, Modality.FUNCTION, lead, certain=True)
        if force is not None:
            return _read(lead, force, clause, names)
        if _no_duties(lead, names) and not _told_in_items(lead, clause, names):
            return None
        if purpose := _of_purpose(lead, clause, names):
            return ListOfDuties(purpose, Modality.FUNCTION, lead, certain=True)
        if _NAMED_BEFORE.fullmatch(lead.text) and item_form(clause.body.text).verb is None:
            return None
        named = named_alone(lead, names) or _of_finite_items(lead, clause, names) or _of_question(lead, clause, names)
        if named and _is_group(clause.body.text):
            return None
        if named:
            nouns = _of_duties(clause, names)
            return ListOfDuties(named, Modality.FUNCTION, lead, certain=True, nouns=nouns)
        outermost = lead is clause.leads[0]
        if outermost and (lead.text.rstrip().endswith(("?", ".")) or len(lead.text.split()) > LONGEST_LABEL):
            return None
    return _under_heading(clause, names)


def _is_group(item: str) -> bool:
    """Whether an item below a name is one, too, whatever verb its first word could be: "Prevent steering group"."""
    named = _GROUP_ONLY.fullmatch(item)
    return named is not None and is_group_head(named["head"].lower())


def conditional(lead: str) -> bool:
    """Return whether items only tell in which case, or of whom, a lead-in speaks: "work together in a system where"."""
    return _CONDITIONAL.search(lead) is not None


def told_list(clause: Clause, names: DocumentNames) -> ListOfDuties | None:
    """Return what a list in minutes makes of its items, where its lead-in itself rules what a body may or must do."""
    lead = clause.leads[-1].text if clause.leads and clause.kind is ClauseKind.ITEM else ""
    ruled = _RULES_BELOW.search(lead) and (not _TOLD_OF.search(lead) or _DUTIES_ARE.search(lead))
    duties = list_of_duties(clause, names) if ruled else None
    return duties if duties is not None and duties.certain and duties.lead is clause.leads[-1] else None


def _of_paper(lead: Passage, clause: Clause, names: DocumentNames) -> ListOfDuties | None:
    """What a lead-in says that a paper must hold, for whoever writes it: "The annual report will include"."""
    told = _CONTENTS.search(lead.text) or _TO_HOLD.search(lead.text)
    if told is not None and told.re is _TO_HOLD and not _tells_contents(clause.body.text):
        return None
    before = [p for p in names.at(lead) if told is not None and p.end <= told.start()]
    if told is None or not before or before[-1].type is not EntityType.PUBLICATION:
        return None
    owner = names.mentions[before[-1].mention].owner
    maker = _maker_before(lead.pieces[0].start, clause, names) if owner is None else owner
    modality = Modality(lexicon("modality")["modals"][told["modal"].lower()])
    verb = told["verb"].lower() if told.re is _CONTENTS else None
    return ListOfDuties((maker,), modality, lead, certain=False, contents=verb) if maker is not None else None


def _tells_contents(item: str) -> bool:
    """Whether an item says by its verb what a paper must hold: "list all gifts", and not "be sent to the Council"."""
    verb = item_form(item, verbal=True).verb
    return verb == "provide" or verb in lexicon("verbs")["contents"]


def _maker_before(start: int, clause: Clause, names: DocumentNames) -> int | None:
    """The one of whom the section says last, before an offset, that he or it makes a paper."""
    for other in reversed(names.outline.clauses):
        if other.section == clause.section and other.body.pieces[-1].start < start:
            made = [p for p in names.at(other.body) if p.type in _ACTING and _MAKES.match(other.body.text, p.end)]
            if made:
                return made[0].mention
    return None


def _before_infinitives(lead: str, item: str) -> LeadForce | None:
    """The force of a lead-in whose "to" each item repeats: "The Board meets twice a year:", "to plan"."""
    return lead_force(f"{lead} to") if item.startswith("to ") else None


def _of_finite_items(lead: Passage, clause: Clause, names: DocumentNames) -> tuple[int, ...]:
    """The subject of a lead-in whose items have verbs of their own: "An officer so authorised" "may sign leases"."""
    modal = _MODAL_FIRST.match(clause.body.text) is not None
    form = item_form(clause.body.text).form
    if lead.text.startswith("That ") or not (modal or form in (ItemForm.THIRD_PERSON, ItemForm.INFINITIVE)):
        return ()
    goes_on = _GOES_ON.search(lead.text) is not None
    bare = form is ItemForm.INFINITIVE and not modal
    acting = [p for p in names.at(lead) if p.type in (EntityType.BODY, EntityType.ROLE)]
    begins = [p for p in acting if (modal or goes_on) and p.start <= _ARTICLE]
    several = [p for p in acting if p.plural or names.heads[p.mention].endswith("s")]
    classes = [p for p in several if p.start <= _ARTICLE and _WHERE.fullmatch(lead.text, p.end)]
    if classes:
        return (max(classes, key=lambda p: p.end).mention,)
    ends = [p for p in acting if p.end == len(lead.text.rstrip(" :–-")) and not FINITE.search(lead.text)]
    found = [p for p in ends if p.plural or not bare] or begins
    return (max(found, key=lambda p: p.end).mention,) if found else ()


def _told_in_items(lead: Passage, clause: Clause, names: DocumentNames) -> bool:
    """Whether items have verbs of their own for what those do whom the words above name: "Members", "may amend"."""
    modal = _MODAL_FIRST.match(clause.body.text) is not None
    does = modal or item_form(clause.body.text).form is ItemForm.THIRD_PERSON
    return does and bool(named_alone(lead, names))


def _of_name_before(lead: Passage, clause: Clause, names: DocumentNames) -> ListOfDuties | None:
    """What a lead-in that is only "To" says of its items: the words just before it are a name ("Audit Committee. To:"),
    or the section is somebody's.
    """
    before = _sentence_before(lead.pieces[0].start, clause, names)
    named = named_alone(before.body, names) if before is not None else ()
    subject = names.subject(clause.section)
    if not named and subject is None:
        return None
    bearers = named or ((subject,) if subject is not None else ())
    return ListOfDuties(bearers, Modality.FUNCTION, lead, certain=bool(named))


def _sentence_before(start: int, clause: Clause, names: DocumentNames) -> Clause | None:
    """The clause before an offset in the same section, if it is a sentence or stands alone on its line."""
    before = [c for c in names.outline.clauses if c.section == clause.section and c.body.pieces[-1].start < start]
    return before[-1] if before and before[-1].kind in (ClauseKind.SENTENCE, ClauseKind.CELL) else None


def _goes_on(clause: Clause, names: DocumentNames) -> tuple[int, ...]:
    """Of whom the sentence before speaks, where one has no subject: "Audit Group, led by the Clerk. Keeps accounts".

    A roster speaks of nobody: "Chair Ann Lee; Vice-Chair Ben Moss".
    """
    aim = is_aim(clause.body.text)
    if clause.kind is not ClauseKind.SENTENCE or not (aim or item_form(clause.body.text).form is ItemForm.THIRD_PERSON):
        return ()
    before = _sentence_before(clause.body.pieces[0].start, clause, names)
    if aim and before is not None and FINITE.search(before.body.text):
        return ()
    placed = names.at(before.body) if before is not None and before.body.text.endswith(".") else []
    acting = [p for p in placed if p.type in (EntityType.BODY, EntityType.ROLE) and p.masks and p.start <= _ARTICLE]
    people = [p.start for p in placed if p.type is EntityType.PERSON]
    held = any(0 <= start - p.end <= 1 for start in people for p in acting)
    groups = aim or clause.body.text.startswith(_MEETS)
    said = [p for p in acting if p.scope is not Scope.GENERIC and not (groups and p.type is EntityType.ROLE)]
    return (max(said, key=lambda p: p.end).mention,) if said and not held else ()


def _of_purpose(lead: Passage, clause: Clause, names: DocumentNames) -> tuple[int, ...]:
    """Whose purpose or role the sentence before tells, where a lead-in only takes it up."""
    if not _TAKES_UP.match(lead.text):
        return ()
    start = lead.pieces[0].start
    before = [c for c in names.outline.clauses if c.section == clause.section and c.body.pieces[-1].start < start]
    if not before or before[-1].kind is not ClauseKind.SENTENCE:
        return ()
    said = before[-1].body
    doing = _IN_DOING.match(said.text)
    if DUTY_HEADING.search(said.text, doing.end() if doing else fronted(said.text)):
        return purpose_bearers(said, names)
    does = item_form(clause.body.text).form is ItemForm.GERUND and _WILL.search(said.text)
    acting = [p for p in names.at(said) if does and p.type in _ACTING and p.start <= _ARTICLE and p.end <= does.start()]
    return (max(acting, key=lambda p: p.end).mention,) if acting else ()


def _of_question(lead: Passage, clause: Clause, names: DocumentNames) -> tuple[int, ...]:
    """Whose work a lead-in asks for: "What the Board does", or "What we do" in the Board's own document."""
    if not _QUESTION.match(lead.text):
        return ()
    acting = [p for p in names.at(lead) if p.type in _ACTING]
    named = [p.mention for p in acting if p.masks]
    if named or not acting:
        subject = names.subject(clause.section)
        return tuple(named[:1]) or ((subject,) if subject is not None else ())
    headed = names.headed(clause.section)
    return (headed if headed is not None else acting[0].mention,)


def _read(lead: Passage, force: LeadForce, clause: Clause, names: DocumentNames) -> ListOfDuties | None:
    if conditional(lead.text) or (force.verbal and _ASKED.search(lead.text)):
        return None
    if _NAMES_FOLLOW.search(lead.text) and not names_work(clause.body.text):
        return None
    if _RECOMMENDED.search(lead.text) and item_form(clause.body.text).verb in lexicon("verbs")["heard"]:
        return None
    form = item_form(clause.body.text)
    if tells_focus(lead.text) and form.form is not ItemForm.GERUND:
        return None
    deeds = None if form.verb is not None else deeds_of(lead.text) or None
    if not (form.verb or deeds) and _AIMS.search(lead.text) and not DUTY_HEADING.search(lead.text):
        return None
    bearers = lead_bearers(lead, force, names)
    if bearers:
        return ListOfDuties(bearers, force.modality, lead, certain=True, contents=deeds)
    subject = names.subject(clause.section) if bearers is not None else None
    if subject is None:
        return None
    return ListOfDuties((subject,), force.modality, lead, certain=False, contents=deeds)


def _no_duties(above: Passage, names: DocumentNames) -> bool:
    """Whether what stands below a lead-in or heading is no work: members, what is resolved; "For all members" is."""
    if _WHY_WRITTEN.search(above.text):
        return True
    if _NO_DUTIES.search(above.text) is None or DUTY_HEADING.search(above.text) is not None:
        return False
    posts = [p for p in names.at(above) if p.type is EntityType.ROLE]
    return not any(heads_work_below(above.text, above.text[p.start : p.end]) for p in posts)


def _of_duties(clause: Clause, names: DocumentNames) -> bool:
    """Whether a heading above is one of duties: "Key responsibilities"."""
    headings = (names.outline.sections[index].heading.text for index in names.path(clause.section))
    return any(DUTY_HEADING.search(heading) for heading in headings)


def _under_heading(clause: Clause, names: DocumentNames) -> ListOfDuties | None:
    """Items right below "Responsibilities of the Board", or below "Functions" in the Board's own document.

    A heading between that only says what they are about ("Matters reserved to the Board", then "Budgets") parts no
    items that say what is to be done from the one above it.
    """
    aim = is_aim(clause.body.text) or labelled_aim(clause.body.text)
    answers = clause.body.text.startswith(_RESPONSIBLE)
    if clause.kind is not ClauseKind.ITEM and not aim and not answers and not is_fragment(clause.body.text):
        return None
    if named := _goes_on(clause, names):
        return ListOfDuties(named, Modality.FUNCTION, None, certain=False, nouns=False)
    topical = False
    for index in reversed(names.path(clause.section)):
        heading = names.outline.sections[index].heading
        if not heading.text:
            continue
        if answers:
            holder = _of_its_own(heading, names)
            return ListOfDuties(holder, Modality.FUNCTION, None, certain=False) if holder else None
        subject = names.subject(clause.section)
        if subject is None and _RESERVED.search(heading.text):
            subject = next((p.mention for p in names.at(heading) if p.type is EntityType.BODY), None)
        if subject is None or _no_duties(heading, names) or _heads_columns(index, names):
            return None
        if _AIMS.search(heading.text) and (aim or is_fragment(clause.body.text)):
            return ListOfDuties((subject,), Modality.FUNCTION, None, certain=False, nouns=False)
        if DUTY_HEADING.search(heading.text) or _QUESTION.match(heading.text):
            return ListOfDuties((subject,), Modality.FUNCTION, None, certain=False)
        if clause.part in names.memory.offices and not WANTED.search(heading.text):
            return ListOfDuties((subject,), Modality.FUNCTION, None, certain=False, nouns=False)
        if not names.memory.headings.get(index):
            if item_form(clause.body.text).form is ItemForm.NOUN:
                return None
            topical = True
            continue
        if not topical and _done_below_name(clause) and (named := named_alone(heading, names)):
            return ListOfDuties(named, Modality.FUNCTION, None, certain=False)
    return _of_terms(clause, names) if aim else None


def _of_terms(clause: Clause, names: DocumentNames) -> ListOfDuties | None:
    """An aim of the one body whose terms of reference a paper is, below whatever topic: "1.3 To agree the budget"."""
    about = names.memory.about(clause.part)
    if len(about) != 1 or names.outline.parts[clause.part].kind is not PartKind.TERMS_OF_REFERENCE:
        return None
    return ListOfDuties((about[0].mention,), Modality.FUNCTION, None, certain=False, nouns=False)


def _of_its_own(heading: Passage, names: DocumentNames) -> tuple[int, ...]:
    """The body or post that a heading names, alone or with the person who holds it: "Ann Lee, Member for Housing"."""
    if named := named_alone(heading, names):
        return named
    placed = names.at(heading)
    posts = [p.mention for p in placed if p.type is EntityType.ROLE]
    return tuple(posts[-1:]) if any(p.type is EntityType.PERSON for p in placed) else ()


def _done_below_name(clause: Clause) -> bool:
    """Whether words right below the name of a body or post only say what it does: "To advise", "Keeps the rota"."""
    text = clause.body.text
    if text.startswith(_RESPONSIBLE) or labelled_aim(text):
        return True
    if text[:3].lower() == "to ":
        return is_aim("T" + text[1:])
    return item_form(text).form is ItemForm.THIRD_PERSON


def _heads_columns(section: int, names: DocumentNames) -> bool:
    """Whether a heading is all that is left of a table's headers: its remarks tell what a member does, not the body."""
    said = [word.strip("/&,").lower() for word in names.outline.sections[section].heading.text.split()]
    if not said or not all(word in {"", "and", *load_layout().column_headers} for word in said):
        return False
    numbers = sum(clause.body.text.isdecimal() for clause in names.outline.clauses if clause.section == section)
    return len(said) > 1 or numbers >= _ROWS


def _of_table(clause: Clause, names: DocumentNames) -> ListOfDuties | None:
    """A cell of a column "Functions" or "Responsibilities", or one that is an aim, in the row of a post or body."""
    headed = len(clause.leads) > 1 and tells_duties(clause.leads[-2].text)
    if headed and _TITLES.fullmatch(clause.leads[-2].text) and item_form(clause.body.text).verb is None:
        return None
    if not clause.leads:
        return None
    if not (headed or is_aim(clause.body.text)):
        return _of_group_beside(clause, names)
    row = clause.leads[-1]
    acting = [p for p in names.at(row) if p.type in (EntityType.BODY, EntityType.ROLE) and p.start <= 4]
    if not acting or (headed and _PURPOSE.fullmatch(clause.leads[-2].text) and _is_paid(clause, names)):
        return None
    return ListOfDuties((max(acting, key=lambda p: p.end).mention,), Modality.FUNCTION, row, certain=True)


def _of_group_beside(clause: Clause, names: DocumentNames) -> ListOfDuties | None:
    """A sentence without a subject beside a group's name alone: "Audit Panel", "Chaired by Ann Lee. Collates data"."""
    if item_form(clause.body.text).form is not ItemForm.THIRD_PERSON or not is_fragment(clause.body.text):
        return None
    group = [n for n in named_alone(clause.leads[-1], names) if is_group_head(names.heads[n])]
    return ListOfDuties(tuple(group), Modality.FUNCTION, clause.leads[-1], certain=True, nouns=False) if group else None


def _is_paid(clause: Clause, names: DocumentNames) -> bool:
    """Whether a row of a table tells of a sum of money, whose purpose is none of the body's that gets it."""
    cells = (c for c in names.outline.clauses if c.cell is not None and c.part == clause.part)
    here = clause.cell
    return here is not None and any(
        "£" in c.body.text for c in cells if c.cell and (c.cell.table, c.cell.row) == (here.table, here.row)
    )


_TITLES = re.compile(r"\W*roles?\W*", re.IGNORECASE)
"""A header below which posts may stand as well as what is done."""
_PURPOSE = re.compile(r"\W*purpose(?: of .+)?\W*", re.IGNORECASE)
