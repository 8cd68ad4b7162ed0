"""What a list is about: who bears its items and with what force, from its lead-ins and headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocolgraph.extract.masked import Placed
from protocolgraph.extract.mentions import DocumentNames
from protocolgraph.extract.phrases import Phrases
from protocolgraph.extract.tokens import tokenize
from protocolgraph.model import Clause, ClauseKind, EntityType, Modality, Passage, Scope
from protocolgraph.vocab.lexicon import lexicon

_OPEN = re.compile(r"\b(?:to|will|shall|must|should|may|can|cannot|not|for|by|that)$", re.IGNORECASE)
_NO_DUTIES = re.compile(
    r"\b(?:members?|membership|comprises?|consists?|following (?:groups|services|bodies|organisations|sub-?groups|partners|agencies)"
    r"|attend(?:ance|ees?)|appendi\w+|background papers|definition|defined as|principles|examples?|such as|areas? of"
    r"|resolved|recommend\w*|agreed|present|apologies|criteria|contain sections|asked to|invited to)\b",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(
    r"\b(?:where|whether|if|when|in which|signed)$|\b(?:criteria which|cases? in which|signed)\b", re.IGNORECASE
)
_DUTY_HEADING = re.compile(
    r"\b(?:responsibilit(?:y|ies)|functions?|objectives?|duties|purposes?|aims?|remit|roles?|tasks?|terms of reference"
    r"|powers|delegat\w+|accountabilit(?:y|ies)|commitments?|jobs?)\b",
    re.IGNORECASE,
)
_FRONTED = re.compile(
    r"^(?:in|under|to|for|as|at|by|on|within|through|with|following|where|when|if|subject to|having)\b[^,]*,\s+",
    re.IGNORECASE,
)
_EMPTY_SUBJECT = re.compile(
    r"^(?:\W|\d[\d.]*|and|also|in addition|additionally|further|therefore|then|specifically|what|only|which|who|the|this|key|main|core)*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",?\s+(?:who|which)\s*$", re.IGNORECASE)
_FILLING = re.compile(
    r"^(?:[\s,:]|also|jointly|together|each|then|normally|either|at least|when asked|where appropriate|where necessary"
    r"|do|not do|as follows|the following|in particular|specifically|both|not|but are not limited to|but are not restricted to|is|are|be|to)*$",
    re.IGNORECASE,
)
_ACTING = (EntityType.BODY, EntityType.ROLE)


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

    @property
    def bearer(self) -> int:
        """The first, or only, mention that bears the items."""
        return self.bearers[0]

    @property
    def verbal(self) -> bool:
        """Whether the lead-in ends where a bare verb must follow: "The Board will"."""
        return (
            self.lead is not None
            and re.search(
                r"\b(?:to|will|shall|must|should|may|can|cannot|not|also|jointly)\W*$", self.lead.text, re.IGNORECASE
            )
            is not None
        )


def list_of_duties(clause: Clause, names: DocumentNames) -> ListOfDuties | None:
    """Return what the list that holds this clause makes of its items, or None if they are no duties."""
    for lead in reversed(clause.leads):
        force = lead_force(lead.text)
        if force is None and _NO_DUTIES.search(lead.text) and not _DUTY_HEADING.search(lead.text):
            return None
        if force is not None:
            return _read(lead, force, clause, names)
        named = _name_only(lead, names)
        if named:
            return ListOfDuties(named, Modality.FUNCTION, lead, certain=True)
        if lead.text.rstrip().endswith(("?", ".")) or len(lead.text.split()) > 6:
            return None
    return _under_heading(clause, names)


def _read(lead: Passage, force: LeadForce, clause: Clause, names: DocumentNames) -> ListOfDuties | None:
    if _CONDITIONAL.search(lead.text) or (force.verbal and re.search(r"\b(?:asked|invited|recommended) to$", lead.text)):
        return None
    bearers = lead_bearers(lead, force, names)
    if bearers:
        return ListOfDuties(bearers, force.modality, lead, certain=True)
    if bearers is None:
        return None
    subject = names.subject(clause.section)
    return ListOfDuties((subject,), force.modality, lead, certain=False) if subject is not None else None


def _under_heading(clause: Clause, names: DocumentNames) -> ListOfDuties | None:
    """Items right below "Responsibilities of the Board", or below "Functions" in the Board's own document."""
    if clause.kind is not ClauseKind.ITEM:
        return None
    for index in reversed(names.path(clause.section)):
        heading = names.outline.sections[index].heading
        if not heading.text:
            continue
        subject = names.subject(clause.section)
        if subject is None or (_NO_DUTIES.search(heading.text) and not _DUTY_HEADING.search(heading.text)):
            return None
        if _DUTY_HEADING.search(heading.text):
            return ListOfDuties((subject,), Modality.FUNCTION, None, certain=False)
        if not names.memory.headings.get(index):
            return None
    return None


# ── what a lead-in says ───────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class LeadForce:
    """The force of a lead-in and where the words for it begin."""

    modality: Modality
    start: int
    end: int
    verbal: bool
    """Said by a verb ("will", "is responsible for"), not by a noun ("functions")."""


def lead_force(lead: str) -> LeadForce | None:
    """Return the force of a lead-in: "The Board will" gives will, "Functions of the Board" function; None if it has none."""
    verbal = _found(lead, lexicon("modality")["leads"])
    if verbal is not None:
        phrase, start, end = verbal
        if (_OPEN.search(lead) and end >= len(lead.rstrip())) or _FILLING.match(lead[end:]):
            value = Modality(lexicon("modality")["leads"][phrase])
            if phrase in {"in order to", "by"}:
                return _before(lead, start) or LeadForce(value, start, end, verbal=True)
            noun = _found(lead[:start], lexicon("modality")["lead_nouns"])
            if (
                noun is not None
                and value in (Modality.MUST, Modality.WILL, Modality.FUNCTION)
                and phrase not in {"must", "shall", "should"}
            ):
                return LeadForce(Modality(lexicon("modality")["lead_nouns"][noun[0]]), noun[1], noun[2], verbal=False)
            return LeadForce(value, start, end, verbal=True) if phrase not in {"include", "includes"} else None
        if re.search(r"\b(?:that|by)$", lead) and not _DUTY_HEADING.search(lead):
            return LeadForce(Modality(lexicon("modality")["leads"][phrase]), start, end, verbal=True)
    noun = _found(lead, lexicon("modality")["lead_nouns"])
    if (
        noun is None
        or (verbal is not None
        and verbal[1] < noun[1]
        and not _OPEN.search(lead)
        and verbal[0] not in {"include", "includes"})
    ):
        return None
    return LeadForce(Modality(lexicon("modality")["lead_nouns"][noun[0]]), noun[1], noun[2], verbal=False)


def _before(lead: str, end: int) -> LeadForce | None:
    """The force of what is done "in order to" or "by" the items."""
    found = _found(lead[:end], lexicon("modality")["leads"])
    return LeadForce(Modality(lexicon("modality")["leads"][found[0]]), found[1], found[2], verbal=True) if found else None


def _found(lead: str, words: dict[str, str]) -> tuple[str, int, int] | None:
    """The last phrase of a lexicon in a lead-in, the longest there, with its place."""
    tokens, phrases = tokenize(lead), Phrases(words)
    best: tuple[str, int, int] | None = None
    index = 0
    while index < len(tokens):
        length = phrases.longest_at(tokens, index)
        if length:
            phrase = " ".join(t.folded for t in tokens[index : index + length])
            if phrase in words:
                best = (phrase, tokens[index].start, tokens[index + length - 1].end)
        index += max(length, 1)
    return best


def lead_bearers(lead: Passage, force: LeadForce, names: DocumentNames) -> tuple[int, ...] | None:
    """Return the mentions that a lead-in makes the bearers of its items.

    An empty tuple says that the lead-in has no subject of its own, None that its subject is nobody
    who can bear a duty ("The report will").
    """
    acting = [p for p in names.at(lead) if p.type in _ACTING]
    top = [
        p
        for p in acting
        if not any(
            o is not p and o.start <= p.start and p.end <= o.end and (o.start, o.end) != (p.start, p.end)
            for o in acting
        )
    ]
    if not force.verbal:
        return _of_noun(lead.text, force, top)
    head = lead.text[: force.start]
    relative = _RELATIVE.search(head)
    if relative:
        near = [p for p in top if p.end <= relative.start() + 1]
        return (near[-1].mention,) if near else None
    begin = _fronted(head)
    if re.search(r"\b(?:reserved|delegated|given) to$", lead.text[: force.end], re.IGNORECASE):
        return tuple(p.mention for p in top if p.start >= force.end)[:1] or None
    subjects = [p for p in top if begin <= p.start < force.start]
    if not subjects:
        owner = [p for p in top if p.start >= force.start]
        if re.search(r"\b(?:job|duty|responsibility|role) of\b", lead.text) and owner:
            return (owner[0].mention,)
        return () if _EMPTY_SUBJECT.match(head[begin:]) else None
    return _together(lead.text, subjects)


def _fronted(head: str) -> int:
    """Where the subject begins: behind "Under the chairmanship of the Leader, ", behind "It is"."""
    match = _FRONTED.match(head) or re.match(r"it is\b", head, re.IGNORECASE)
    return match.end() if match else 0


def _together(text: str, subjects: list[Placed]) -> tuple[int, ...]:
    """The first subject, with those that "and" or a comma joins to it."""
    found = [subjects[0]]
    for placed in subjects[1:]:
        same = (placed.start, placed.end) == (found[-1].start, found[-1].end)
        if not same and not re.fullmatch(
            r"\s*(?:,|&|and|, and|,? and the|and the|, the|the)\s*(?:the\s)?", text[found[-1].end : placed.start]
        ):
            break
        found.append(placed)
    return tuple(p.mention for p in found)


def _of_noun(text: str, force: LeadForce, top: list[Placed]) -> tuple[int, ...] | None:
    """Whose functions: after "of", before "'s" or "has", else whoever is named first."""
    begin = _fronted(text[: force.start])
    match = re.compile(r"\w+\s+(?:of|for)\s").search(text, force.start)
    after = [p for p in top if match and 0 <= p.start - match.end() <= 14]
    if after:
        return (after[0].mention,)
    before = [p for p in top if begin <= p.start < force.start and p.scope is not Scope.GENERIC]
    if before:
        return (before[0].mention,)
    if re.match(r"(?:the|these|this)\s+\w+\s+of\s+(?:these|this|the)\b", text, re.IGNORECASE):
        return None
    own = [p for p in top if p.scope is not Scope.GENERIC]
    return (own[0].mention,) if own else ()


def _name_only(lead: Passage, names: DocumentNames) -> tuple[int, ...]:
    """The subject of a lead-in that is nothing else: "The Executive", "In addition the Board"."""
    acting = [p for p in names.at(lead) if p.type in _ACTING]
    for placed in sorted(acting, key=lambda p: p.start - p.end):
        rest = lead.text[: placed.start] + lead.text[placed.end :]
        if re.fullmatch(
            r"(?:\W|\d|\(.*\)|the|each|every|a|in addition|also|further|additionally|monthly|quarterly)*",
            rest,
            re.IGNORECASE,
        ):
            return (placed.mention,)
    return ()


def completes(lead: str) -> bool:
    """Whether an item completes what the lead-in says: "The Board decides on:" and "must consult X about:"."""
    if re.search(r"\bfollowing\b", lead, re.IGNORECASE):
        return False
    return re.search(
        r"\b(?:on|about|regarding|concerning|upon|over|decides?|determines?|approves?|considers?|reviews?|monitors?|oversees?)$",
        lead, re.IGNORECASE,
    ) is not None  # fmt: skip
