"""What a lead-in or heading says of the items below it: with what force, and who bears them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from protocolgraph.extract.document_names import DocumentNames
from protocolgraph.extract.items import ItemForm, item_form
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.offices import is_field
from protocolgraph.extract.phrases import Phrases
from protocolgraph.extract.tokens import tokenize
from protocolgraph.model import EntityType, Modality, Passage, Scope
from protocolgraph.vocab.lexicon import lexicon

DUTY_HEADING = re.compile(
    r"\b(?:responsibilit(?:y|ies)|functions?|objectives?|duties|purposes?|aims?|remit|roles?|tasks?|terms of reference"
    r"|powers|delegat\w+|accountabilit(?:y|ies)|commitments?|jobs?|expectations"
    r"|matters (?:reserved|to be (?:resolved|decided|determined))|reserved (?:matters|to|for))\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:to|will|shall|must|should|may|can|cannot|not|for|by|that)$", re.IGNORECASE)
_FRONTED = re.compile(
    r"^(?:in|under|to|for|as|at|by|on|within|through|with|alongside|following|where|when|if|subject to"
    r"|having(?!.*,.*,\s+the\s))\b[^,]*,\s+"
    r"|^having\b.*,\s+(?=(?:the|it|they|each)\s)|^it is\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?:in|on|by|when|while|where|through|as part of|with)\b[^,]*$", re.IGNORECASE)
"""An opening without its comma, whose "their" is not the subject: "In discharging their work committees will"."""
_EMPTY_SUBJECT = re.compile(
    r"^(?:\W|\d[\d.]*|and|also|in addition|additionally|further|therefore|then|specifically|what|only|which|who"
    r"|the|this|key|main|core)*$",
    re.IGNORECASE,
)
_OWNER = re.compile(r"[’']s?\s[A-Z]")
"""Behind a name that only owns what the lead-in is about: "The Council's Risk Owner will"."""
_RELATIVE = re.compile(r",?\s+(?:who|which)\s*$", re.IGNORECASE)
_WHOSE = re.compile(r",?\swhose\s(?:[\w’'-]+\s){0,4}$", re.IGNORECASE)
"""Behind the body that a noun of work belongs to: "make up the Liaison Committee whose functions are"."""
_FILLING = re.compile(
    r"^(?:[\s,:]|also|jointly|together|each|then|normally|either|at least|when asked|where appropriate|where necessary"
    r"|work together|do|not do|\([^()]*\)|as follows|the following|in particular|specifically|both|not"
    r"|among(?:st)? other (?:things|matters)|inter alia|but are not limited to|but are not restricted to"
    r"|is|are|be|to)*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s(?:the )?(?:following|two|three|four|five|six|seven|\d)\s(?:[a-z]+ ){0,3}?"
    r"(?:functions|duties|responsibilities|roles|tasks|areas|matters|objectives)$"
)
"""Behind "is responsible for", what only counts the items: "three core governance functions"."""
_ADVERBIAL = re.compile(
    r"[\s,]*(?:at|in|on|within|during|under|through|subject to|having|with|without|upon|before|after|on behalf of"
    r"|either|alongside|acting|so far as|where|when|if|for)\b[^.;:]*$",
    re.IGNORECASE,
)
"""What may stand between a modal verb and the items that complete it: "Members will at all times"."""
_MODALS = {
    "will",
    "shall",
    "must",
    "should",
    "may",
    "can",
    "must not",
    "shall not",
    "will not",
    "should not",
    "may not",
}
_JOINED = re.compile(r"\s*(?:,|&|and|, and|,? and the|and the|, the|the)\s*(?:the\s)?")
_AROUND_NAME = re.compile(
    r"(?:\W|\d|\(.*\)|or she|or he|the|each|every|a|in addition|also|further|additionally|monthly|quarterly)*",
    re.IGNORECASE,
)
_OTHERS_PURPOSE = re.compile(
    r"(?:the|these|this)\s+\w+\s+of\s+(?:these|this|the)\b(?!\s(?:post|role|job|office|position)\b)", re.IGNORECASE
)
"""A purpose of something that is nobody, and not of the section's own post: "The aim of this protocol is to"."""
_OF_SOMEBODY = re.compile(r"\s+of\s+(?!(?:the|this|these|its|our|each)\b)\w", re.IGNORECASE)
"""Behind a noun that belongs to somebody of whom no name is known: "The role of independent scrutiny"."""
_HANDED_OVER = re.compile(
    r"\b(?:(?:reserved|delegated|given) to|reserved (?:solely |only )?for(?: decision)?(?: by)?"
    r"|(?:decided|resolved|determined|exercised|discharged|taken|made|approved) only by"
    r"|only be (?:decided|resolved|determined|exercised|discharged|taken|made|approved) by)$",
    re.IGNORECASE,
)
_AFTER_FOLLOWING = re.compile(
    r"(?<=\bthe following),?\s(?:within|in|across|at|during|on|under|from|with|as|where|when|for)\b[^.;:]*$",
    re.IGNORECASE,
)
"""What a lead-in adds behind "the following": "is responsible for the following within its area"."""
_BUT = re.compile(
    r"(?<=\w), (?:but|although|though)\b[^.;:]*$"
    r"|(?<=\w),? (?:and|which) (?:may|can|shall|will|must)(?: not|not) be (?:further |sub-)?delegated\b[^.;:]*$"
)
"""What a lead-in concedes at its end: "are reserved for decision by the Council, but a committee may advise"."""
_WORK_BELOW = re.compile(
    r"\b(?P<verb>ha(?:s|ve)|hold|perform|carry out|undertake|discharge|exercise|fulfil|deliver|complete|assume)s?\s"
    r"(?:the |these |its )?(?:following|two|three|four|five|six|seven|eight)\s(?:[\w’'-]+\s){0,3}?"
    r"(?P<noun>duties|functions?|responsibilit(?:y|ies)|roles?|tasks?|powers|activities|objectives|remit|actions|work"
    r"|purposes|aims)\b(?:\s(?:and|&)\s[\w’'-]+)?(?:\s?\([^()]*\))?(?:\sof\s(?:the\s)?[A-Z][\w ’'&-]{1,40})?$",
    re.IGNORECASE,
)
"""A lead-in that calls what its items are by a noun: "shall help the Council to carry out the following tasks"."""
_COMPLETED = re.compile(
    r"\b(?:on|about|regarding|concerning|upon|over|relating to|in relation to|in respect of|regard to|account of"
    r"|decides?|determines?|approves?|considers?|reviews?|monitors?|oversees?"
    r"|(?:ensures?|ensuring|(?:makes?|making) sure) that)$",
    re.IGNORECASE,
)
_FOCUS = re.compile(r"\b(?:focus|emphasis) (?:is|are|will be|shall be) on$", re.IGNORECASE)
"""A lead-in whose items are what somebody works at, and no end of its sentence: "Its first focus will be on"."""
_WORK_IS = re.compile(
    r"\bwork(?= (?:of [^.;:,]{3,80} )?(?:(?:will|shall|should|also|mainly|currently) )*(?:includes?|involves?)$)"
)
"""The noun of a lead-in whose items are parts of somebody's work: "The core features of the Board's work include"."""
_STATE = re.compile(
    r"\b(?:ensures?|ensuring|(?:makes?|making) sure) (?:that )?(?:[\w’'-]+ ){1,4}(?:is|are|can|has|have)$",
    re.IGNORECASE,
)
"""The end of a lead-in whose items say what its object shall be: "The Board works to ensure that people are"."""
_OF_DEEDS = re.compile(r"\s(?:the )?(?P<first>[\w-]+)(?:,? and (?:the )?(?P<second>[\w-]+))? of$", re.IGNORECASE)
"""The end of a lead-in that says what is done to its items: "is responsible for the preparation and review of"."""
_ACTING = (EntityType.BODY, EntityType.ROLE)
_INCLUDING_TO = re.compile(r",?\s(?:including|namely|in particular)(?=\sto$)", re.IGNORECASE)
"""What parts a noun from the "to" that its items complete: "has further obligations, including to"."""
_DONE_BY = re.compile(
    r"\b(?:posed|represented|caused|raised|held|experienced|suffered|committed|received|employed|operated|run"
    r"|advised|chaired|attended|funded|appointed|nominated|elected|overseen|governed|assisted|managed|hosted|led) by$"
)
"""The end of a lead-in whose items are those who did it, and no means: "the risks posed by"."""
_REPORT_ON = re.compile(r"\breports?\s(?:\w+\s)?(?:on|about|regarding|concerning|of)\s[^,;]*$", re.IGNORECASE)
"""Before a noun of work of which a report tells: "Send a report on its activities to"."""
_SHORT_NAME = re.compile(r"\s*\([^()]{1,20}\)\s*")
"""What stands behind a name that the text abbreviates: "the Health Board (HB) and the Care Board (CB) will"."""
_DENIED = re.compile(r"\b(?:is|are|be|has|have|do|does|will|shall|may) not\W*$|\bno\W*$", re.IGNORECASE)
_AND_ALSO = re.compile(r"\band(?: also)?\s*$", re.IGNORECASE)
"""Before a modal verb whose subject stands far in front: "The Panel supports the work of the Chair and will"."""
_ANSWERING = {"is responsible for", "are responsible for"}
_RULED = re.compile(r"\b(?P<verb>require|oblige|expect)(?:s|d|ing)?\s(?!to\b)[^,;]{3,80}\sto$", re.IGNORECASE)
"""A lead-in whose object bears its items: "The Act requires the Board to"."""
_APPOINTED = re.compile(
    r"\b(?:appoint|nominate|designate|employ|engage|recruit)(?:s|ed)?\b(?!\s(?:jointly )?by\b)[^;:]{0,60}"
    r"\b(?:an?|the|its|one|two)\s[^,;:]{2,60}?(?P<to>\sto)$",
    re.IGNORECASE,
)
"""A lead-in that says for what somebody is appointed: "The Council shall appoint a Clerk to"."""
_FOUNDED = re.compile(
    r"\b(?:is|are|was|were|has been|have been|shall be|will be) (?:hereby |also )?"
    r"(?:established|set up|appointed|constituted|formed|created|convened)"
    r"(?: (?:jointly )?(?:by|under|as) [^.;:]{2,60}?)?\sto$",
    re.IGNORECASE,
)
"""A lead-in that says what its subject is there for: "The Committee has been set up by the Board to"."""
_BY_WHOM = re.compile(
    r"\b(?:is|are|shall be|will be) (?:hereby )?(?P<verb>authorised|authorized|empowered|permitted|required|directed)"
    r" by (?:the |its |their )?[^,.;:]{2,60}\sto$",
    re.IGNORECASE,
)
"""A lead-in that says who lets or makes its subject do its items: "The Committee is authorised by the Trust to"."""
_DELEGATED = re.compile(
    r"\bdelegat(?:e|es|ed|ing)\s(?:full\s)?(?:authority|powers?|responsibility)\sto(?=\s[^;:]{3,200}\sto$)",
    re.IGNORECASE,
)
"""A decision that hands its items on to somebody: "To delegate authority to the Director, after consultation, to"."""
_RECOMMENDED = re.compile(r"\brecommend(?:s|ed)? that(?=\s[^,;:]{3,80}$)", re.IGNORECASE)
"""A lead-in that ends with whom its items are recommended to: "It is recommended that the Committee"."""
_MEETING = re.compile(r"\b(?:meets?|convenes?|comes? together)\b(?=[^.;:]{0,120}\sto$)", re.IGNORECASE)
"""What a body meets for: "The Committee meets twice a year to"."""
_FOR_SOMEBODY = re.compile(
    r"^it (?P<be>is|(?:shall|must|will|should) be) (?:up to|for|the (?:business|province|place|part|preserve) of) ",
    re.IGNORECASE,
)
"""A lead-in that says for whom its items are: "It shall be for the Board to", "It is the business of the Board"."""
_BEING = {"is": "function", "shall be": "must", "must be": "must", "will be": "will", "should be": "should"}
_GIVEN_OVER = re.compile(r"\b(?:delegat(?:e|es|ed|ing)|gives?|given|grants?|granted)\b[^.;:]*?\bto\s")
"""Before the one to whom a lead-in hands what its noun names: "The Council delegates to the Clerk these powers"."""
_TASKS = re.compile(r"\b(?:duties|functions?|responsibilit(?:y|ies)|tasks?)\b(?! and powers)[^.;:]*$", re.IGNORECASE)
"""What is handed on and must then be done, which is no power: "The following duties are delegated to the Clerk"."""
_HOLDS = re.compile(r"^\s*(?:\w+\s+)?(?:has|have|holds?|retains?|carr(?:y|ies)|exercises?|discharges?)\b")
"""Behind a subject that holds what the noun of its lead-in names: "The Committee has responsibility for"."""
_EXAMPLES = re.compile(
    r"(?:some |the )?(?:examples?|types?|kinds?|forms?) of\b|there are (?:[\w-]+ ){0,4}roles\b", re.IGNORECASE
)
_SETS_OUT = re.compile(
    r"(?: \d{4})?(?: also)? (?:sets? out|contains?|lists?|has|deals? with|covers?|defines?|includes?|gives?|gave"
    r"|confers?)\b"
)
"""Behind a law that holds something of its own."""
_THE_ONES = re.compile(r"\bthe (?:[\w’'-]+ ){0,2}$", re.IGNORECASE)
"""Before a noun of a lead-in that was spoken of: "The Act sets out the objectives, which are"."""
_GIVEN = re.compile(r"(?:[’']s?)? (?:(?!the\b)[\w’'-]+ ){0,4}", re.IGNORECASE)
"""Between a class and the noun that says what it has: "gives such panels a range of powers"."""
_OWNING = {"our", "its", "their"}
_LISTING = {"include", "includes"}
_MEANS = {"in order to", "by"}
_OWN_FORCE = {"must", "shall", "should"}


@dataclass(frozen=True, slots=True)
class LeadForce:
    """The force of a lead-in and where the words for it stand."""

    modality: Modality
    start: int
    end: int
    verbal: bool
    """Said by a verb ("will", "is responsible for"), not by a noun ("functions")."""


def lead_force(lead: str) -> LeadForce | None:
    """Return the force of a lead-in: "The Board will" gives will, "Functions of the Board" function; None if none."""
    if _STATE.search(lead):
        return None
    if (by_whom := _BY_WHOM.search(lead)) is not None and not _DENIED.search(lead[: by_whom.start("verb")]):
        modality = Modality.MUST if by_whom["verb"].lower() in {"required", "directed"} else Modality.MAY
        return LeadForce(modality, by_whom.start(), len(lead), verbal=True)
    if (founded := _FOUNDED.search(lead)) is not None:
        return LeadForce(Modality.FUNCTION, founded.start(), len(lead), verbal=True)
    ruled = _RULED.search(lead)
    if ruled is not None:
        modality = Modality(lexicon("modality")["controls"][ruled["verb"].lower()])
        return LeadForce(modality, ruled.start(), ruled.end("verb"), verbal=True)
    if (appointed := _APPOINTED.search(lead)) is not None:
        return LeadForce(Modality.FUNCTION, appointed.start("to"), len(lead), verbal=True)
    lead = _INCLUDING_TO.sub("", _BUT.sub("", _AFTER_FOLLOWING.sub("", lead)))
    if deeds_of(lead):
        lead = _OF_DEEDS.sub("", lead)
    if _DONE_BY.search(lead):
        return None
    if (work := _work_below(lead)) is not None:
        return work
    if (of_work := _WORK_IS.search(lead)) is not None:
        return LeadForce(Modality.FUNCTION, *of_work.span(), verbal=False)
    if (for_somebody := _FOR_SOMEBODY.match(lead)) is not None:
        modality = Modality(_BEING[for_somebody["be"].lower()])
        return LeadForce(modality, for_somebody.start(), for_somebody.end(), verbal=True)
    delegated, meeting, recommended = _DELEGATED.search(lead), _MEETING.search(lead), _RECOMMENDED.search(lead)
    if delegated is not None:
        return LeadForce(Modality.WILL, delegated.start(), delegated.end(), verbal=True)
    if meeting is not None:
        return LeadForce(Modality.FUNCTION, meeting.start(), meeting.end(), verbal=True)
    found = _found(lead, "leads")
    if recommended is not None and found is None:
        return LeadForce(Modality.SHOULD, recommended.start(), recommended.end(), verbal=True)
    if found is not None:
        phrase, force = found
        if _DENIED.search(lead[: force.start]):
            weak = force.modality is Modality.MAY or phrase in _ANSWERING
            return LeadForce(Modality.MUST_NOT, force.start, force.end, verbal=True) if weak else None
        if _HANDED_OVER.search(phrase):
            tasks = force.modality is Modality.MAY and _TASKS.search(lead[: force.start])
            return replace(force, modality=Modality.FUNCTION) if tasks else force
        if (_OPEN.search(lead) and force.end >= len(lead.rstrip())) or _only_fills(lead[force.end :]):
            return _closing(lead, phrase, force)
        if phrase in _MODALS and _ADVERBIAL.match(lead[force.end :]):
            return force
        if re.search(r"\b(?:that|by)$", lead) and not completes(lead) and not DUTY_HEADING.search(lead):
            return force
    noun = _found(lead, "lead_nouns")
    if noun is None or (found is not None and noun[1].start < fronted(lead[: found[1].start])):
        return None
    if _REPORT_ON.search(lead[: noun[1].start]) and lead.endswith(" to"):
        return None
    said_before = found is not None and found[1].start < noun[1].start and found[0] not in _LISTING
    return None if said_before and not _OPEN.search(lead) else noun[1]


def deeds_of(lead: str) -> str:
    """Return what a lead-in says is done to its items: "prepare and review" of "the preparation and review of"."""
    told = _OF_DEEDS.search(lead)
    forms = [item_form(f"{noun.capitalize()} of it") for noun in told.groups() if noun] if told is not None else []
    deeds = [f.verb for f in forms if f.verb is not None and f.form in (ItemForm.NOUN, ItemForm.GERUND)]
    return " and ".join(deeds) if len(deeds) == len(forms) else ""


def _only_fills(rest: str) -> bool:
    """Whether what stands between a lead-in's force and its items says nothing of its own."""
    return _FILLING.match(rest) is not None or _COUNTED.match(rest) is not None


def _work_below(lead: str) -> LeadForce | None:
    """The force of a lead-in that has a verb of its own for the work that its items name."""
    work = _WORK_BELOW.search(lead)
    found = _said_of_work(lead[: work.start()]) if work is not None else None
    if work is None or found is None or _DENIED.search(lead[: found[1].start]):
        return None
    powers = work["noun"].lower() == "powers"
    held = work["verb"].lower() in {"has", "have", "hold"} or found[1].modality is Modality.MAY
    modality = Modality.MAY if powers else Modality.FUNCTION if held else found[1].modality
    return replace(found[1], modality=modality, end=len(lead))


def _said_of_work(lead: str) -> tuple[str, LeadForce] | None:
    """The force before the verb that a lead-in has for its items' work: of "its purpose is to deliver" a function."""
    found = _found(lead, "leads")
    noun = _found(lead, "lead_nouns") if found is not None and found[0] in {"is to", "are to"} else None
    return found if found is None or noun is None else (found[0], replace(found[1], modality=noun[1].modality))


def _closing(lead: str, phrase: str, force: LeadForce) -> LeadForce | None:
    """The force of a phrase that closes a lead-in; a noun before it may say it: "The role of the Chair is to"."""
    if phrase in _MEANS:
        before = _found(lead[: force.start], "leads")
        return (_closing(lead, *before) or before[1]) if before else force
    apart = _AND_ALSO.search(lead[: force.start]) or _OPENING.match(lead[: force.start])
    noun = None if apart else _found(lead[: force.start], "lead_nouns")
    if (
        noun is not None
        and noun[1].start >= fronted(lead[: force.start])
        and phrase not in _OWN_FORCE
        and force.modality in (Modality.MUST, Modality.WILL, Modality.FUNCTION)
    ):
        return noun[1]
    return None if phrase in _LISTING else force


def _found(lead: str, words: str) -> tuple[str, LeadForce] | None:
    """The last phrase of a list of the lexicon in a lead-in, the longest there."""
    values: Mapping[str, str] = lexicon("modality")[words]
    tokens = tokenize(lead)
    best: tuple[str, LeadForce] | None = None
    behind = 0
    for index, length in _phrases(words).all_at(tokens).items():
        if index < behind:
            continue
        behind = index + length
        phrase = " ".join(t.folded for t in tokens[index:behind])
        if phrase in values:
            start, end = tokens[index].start, tokens[behind - 1].end
            best = (phrase, LeadForce(Modality(values[phrase]), start, end, verbal=words == "leads"))
    return best


@cache
def _phrases(words: str) -> Phrases:
    """A list of the lexicon, made ready for look-ups once."""
    return Phrases(lexicon("modality")[words])


def lead_bearers(lead: Passage, force: LeadForce, names: DocumentNames) -> tuple[int, ...] | None:
    """Return the mentions that a lead-in makes the bearers of its items.

    An empty tuple says that the lead-in has no subject of its own, None that its subject is nobody
    who can bear a duty ("The report will").
    """
    acting = [p for p in names.at(lead) if p.type in _ACTING]
    top = _outermost([p for p in acting if not _owns_next(lead.text, p, acting)])
    if (whose := _WHOSE.search(lead.text[: force.start])) is not None:
        return tuple(p.mention for p in top if p.end == whose.start()) or None
    if not force.verbal:
        return None if _tells_of(lead, force, names) else _of_noun(lead.text, force, top)
    if _HANDED_OVER.search(lead.text[: force.end]):
        return tuple(p.mention for p in top if p.start >= force.end)[:1] or None
    if _APPOINTED.search(lead.text):
        return tuple(p.mention for p in top if p.end == force.start) or None
    ruled = _RULED.search(lead.text) and not _BY_WHOM.search(lead.text)
    if ruled or _DELEGATED.search(lead.text) or _FOR_SOMEBODY.match(lead.text):
        return tuple(p.mention for p in top if p.start >= force.end)[:1] or None
    if force.modality is Modality.SHOULD and _RECOMMENDED.search(lead.text):
        return (
            tuple(p.mention for p in top if p.start >= force.end and p.end == len(lead.text.rstrip(" :")))[:1] or None
        )
    head = lead.text[: force.start]
    relative = _RELATIVE.search(head)
    if relative:
        near = [p for p in top if p.end <= relative.start() + 1]
        return (near[-1].mention,) if near else None
    begin = fronted(head)
    subjects = [p for p in top if begin <= p.start < force.start and not _in_brackets(head, p.start)]
    named = [p for p in subjects if p.masks or head[p.start : p.end].lower() not in _OWNING]
    subjects = named or ([] if _OPENING.match(head) else subjects)
    subjects = subjects if subjects and not _OWNER.match(head, subjects[0].end) else []
    if subjects:
        return _together(lead.text, subjects)
    owner = [p for p in top if p.start >= force.start]
    if owner and re.search(r"\b(?:job|duty|responsibility|role) of\b", lead.text):
        return (owner[0].mention,)
    return () if _EMPTY_SUBJECT.match(head[begin:]) else None


def purpose_bearers(sentence: Passage, names: DocumentNames) -> tuple[int, ...]:
    """Return whose purpose, role or duty a sentence tells, which "This includes:" below it goes on with."""
    noun = _found(sentence.text, "lead_nouns")
    return (lead_bearers(sentence, noun[1], names) or ()) if noun is not None else ()


def _outermost(placed: list[Placed]) -> list[Placed]:
    """Those that stand in no longer one."""

    def inside(one: Placed, other: Placed) -> bool:
        return other.start <= one.start and one.end <= other.end and one.end - one.start < other.end - other.start

    return [p for p in placed if not any(inside(p, other) for other in placed)]


def _owns_next(text: str, placed: Placed, acting: list[Placed]) -> bool:
    """Whether a pronoun only owns the name behind it: "Our Council's role is to"."""
    owns = not placed.masks and text[placed.start : placed.end].lower() in _OWNING
    return owns and any(p.start == placed.end + 1 for p in acting)


def fronted(head: str) -> int:
    """Where the subject begins: behind "Under the chairmanship of the Leader, ", behind "It is"."""
    match = _FRONTED.match(head)
    return match.end() if match else 0


def _in_brackets(text: str, place: int) -> bool:
    """Whether a bracket is open there: "the guidance (HM Government 2013)" makes nobody the subject."""
    return text.count("(", 0, place) > text.count(")", 0, place)


def _tells_of(lead: Passage, force: LeadForce, names: DocumentNames) -> bool:
    """Whether a noun of a lead-in is what a law holds, or an example of it: "The Act sets out four objectives"."""
    if _EXAMPLES.match(lead.text):
        return True
    placed = names.at(lead)
    if _THE_ONES.search(lead.text, 0, force.start):
        return False
    laws = [p for p in placed if p.type is EntityType.LEGISLATION and p.end <= force.start]
    return not any(p.type in _ACTING for p in placed) and any(_SETS_OUT.match(lead.text, p.end) for p in laws)


def _together(text: str, subjects: list[Placed]) -> tuple[int, ...]:
    """The first subject, with those that "and" or a comma joins to it, and those that its words stand for too."""
    found = [subjects[0]]
    for placed in subjects[1:]:
        same = (placed.start, placed.end) == (found[-1].start, found[-1].end)
        between = _SHORT_NAME.sub(" ", text[found[-1].end : placed.start])
        if not same and not _JOINED.fullmatch(between):
            break
        found.append(placed)
    return tuple(p.mention for p in found)


def _of_noun(text: str, force: LeadForce, top: list[Placed]) -> tuple[int, ...] | None:
    """Whose functions: after "of", before "'s" or "has", else whoever is named."""
    begin = fronted(text[: force.start])
    named = [p for p in top if begin <= p.start < force.start]
    given = _GIVEN_OVER.search(text, 0, force.start)
    if given is not None and (takers := [p for p in named if p.start >= given.end()]):
        return (takers[0].mention,)
    if holders := [p for p in named if _HOLDS.search(text[p.end : force.start])]:
        return (holders[-1].mention,)
    own = [p for p in top if p.scope is not Scope.GENERIC]
    before = [p for p in named if p.scope is not Scope.GENERIC]
    match = re.compile(r"\w+\s+(?:of|for)\s").search(text, force.start)
    after = [p for p in top if match and 0 <= p.start - match.end() <= 14]
    if after:
        return (after[0].mention,)
    if before:
        return (before[0].mention,)
    if _OTHERS_PURPOSE.match(text) or (force.modality is not Modality.MAY and _OF_SOMEBODY.match(text[force.end :])):
        return None
    classes = [p for p in top if begin <= p.start < force.start]
    if not own and len(classes) == 1 and _GIVEN.fullmatch(text, classes[0].end, force.start):
        return (classes[0].mention,)
    return (own[0].mention,) if own else ()


def named_alone(lead: Passage, names: DocumentNames) -> tuple[int, ...]:
    """Return the subject of a lead-in that is nothing else: "The Executive", "In addition the Board"."""
    acting = [p for p in names.at(lead) if p.type in _ACTING]
    for placed in sorted(acting, key=lambda p: p.start - p.end):
        if _AROUND_NAME.fullmatch(lead.text[: placed.start] + lead.text[placed.end :]):
            return () if is_field(lead.text[placed.start : placed.end]) else (placed.mention,)
    return ()


def says_meeting(lead: str) -> bool:
    """Whether a lead-in says itself how often a body meets: "The Committee meets twice a year to"."""
    return _MEETING.search(lead if lead.endswith(" to") else f"{lead} to") is not None


def appoints(lead: str) -> bool:
    """Whether a lead-in says that somebody is appointed, before it says for what: "shall appoint a Clerk to"."""
    return _APPOINTED.search(lead) is not None


def completes(lead: str) -> bool:
    """Whether an item completes what the lead-in says: "The Board decides:", "must consult X about:"."""
    follows = re.search(r"\bfollowing\b", lead, re.IGNORECASE) is not None or tells_focus(lead)
    return _STATE.search(lead) is not None or (_COMPLETED.search(lead) is not None and not follows)


def tells_focus(lead: str) -> bool:
    """Return whether a lead-in says on what somebody works: deeds below it are work, themes ("housing") are none."""
    return _FOCUS.search(lead) is not None or _WORK_IS.search(lead) is not None
