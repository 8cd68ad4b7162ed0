"""What a short passage is labelled with: "Chair: Ann Lee", or "Ann Lee" alone below the heading "Chair"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from protocolgraph.model import Clause, ClauseKind, Outline, Passage
from protocolgraph.vocab.lexicon import load_yaml

_VERB = re.compile(r"\b(?:will|shall|must|should|may|can|could|would|is|are|be|has|have|had|was|were|do|does)\b")
_OF_GROUP = re.compile(
    r"(?P<deputy>(?:deputy|vice)[- ])?(?:board|panel|committee|sub-committee|group|sub-group|forum|partnership|meeting)"
    r" (?P<office>chair\w*)"
    r"|(?P<before>(?:deputy |vice[- ])?chair\w*) of (?:the|this) "
    r"(?:board|panel|committee|sub-committee|group|sub-group|forum|partnership)"
)
"""A label that names an office with the noun of the group that it is in: "Panel Chair", "Chair of the Board"."""
_INSTEAD = re.compile(r"^\s*\((?:or|and in (?:his|her|their) absence)\b[^()]*\)?", re.IGNORECASE)
"""Another who sits there at times: "the Chair (or Vice-Chair when the Chair is away)"."""
_QUORUM = re.compile(r"(?:the )?(?:quorum|quoracy|quorate)\b", re.IGNORECASE)
_SHORT = 16
"""Words that stand below a heading as the value of a label does."""


def label_of(clause: Clause, outline: Outline) -> Passage | None:
    """Return the label of a labelled value, or the heading right above a short passage; None for anything else."""
    if clause.kind is ClauseKind.FIELD:
        return clause.leads[-1] if clause.leads else None
    if clause.kind not in (ClauseKind.SENTENCE, ClauseKind.ITEM) or len(clause.body.text.split()) > _SHORT:
        return None
    heading = outline.sections[clause.section].heading
    led = any(lead.text != heading.text for lead in clause.leads)
    return None if led or not heading.text else heading


def office_label(label: str) -> str:
    """Return the folded words of a label, without the noun of a group beside an office: "Deputy Panel Chair"."""
    match = _OF_GROUP.fullmatch(label)
    if match is None:
        return label
    return match["before"] or f"{'deputy ' if match['deputy'] else ''}{match['office']}"


def has_verb(text: str) -> bool:
    """Whether words say something, and so are more than a name."""
    return _VERB.search(text) is not None


def sorts_members(label: str) -> bool:
    """Return whether a label below a heading on members may say of which sort those below it are: "Officers",
    "Voluntary sector"; no label of another matter ("Quorum"), no lead-in ("The Chair will"), no group of its own.
    """
    other = _OTHER_MATTER.search(label) or _GROUP.search(label)
    return len(label.split()) <= _LONGEST_SORT and other is None


_LONGEST_SORT = 5
_GROUP = re.compile(
    r"(?:group|committee|board|panel|forum|partnership|stream|commission|cabinet|executive|network|team)s?\W*$",
    re.IGNORECASE,
)
_OTHER_MATTER = re.compile(
    r"\b(?:quorum|quora\w+|responsib\w+|roles?|functions?|dut(?:y|ies)|purpose|frequency|terms?|notes?|reports?|decisions?"
    r"|agendas?|examples?|criteria|aims?|objectives?|remit|powers?|skills?|experience|substitut\w+|deput\w+|cop(?:y|ies)"
    r"|vacanc\w+|apologies|chair\w*|appointments?|rules?|meetings?|conduct|will|shall|must|should|may|can|is|are|has|have"
    r"|was|were|to|that|by|who|which|what|how|when|why)\b|\?",
    re.IGNORECASE,
)


def said_behind(text: str, end: int, starts: Iterable[int]) -> str:
    """Return what an item says of a member behind the name and before the next, but not of who may come instead."""
    stop = min((start for start in starts if start >= end), default=len(text))
    return _INSTEAD.sub("", text[end:stop].partition(";")[0])


def tells_no_seat(clause: Clause) -> bool:
    """Return whether a line among members names no member: who works for the body, or how many must be there.

    "Company Secretary: Ann Lee" and "Quorum: the Chair and three members" are no seats.
    """
    label = clause.leads[-1].text if clause.kind is ClauseKind.FIELD else clause.body.text.partition(":")[0]
    works = clause.kind is ClauseKind.FIELD and any_of("not_seats").fullmatch(label.strip(" :")) is not None
    return works or _QUORUM.match(label) is not None


@cache
def any_of(words: str) -> re.Pattern[str]:
    """Return a pattern for any of one list of patterns among the words of layout ("members", "not_seats")."""
    patterns = load_yaml("lexicon/layout_words.yaml")[words]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def may_match(words: str, text: str) -> bool:
    """Return whether a text holds one of the words that whatever those patterns match does; quicker than they are."""
    lower = text.lower()
    return any(word in lower for word in load_yaml("lexicon/layout_words.yaml")["held"][words])


def tells_of_members(value: str) -> bool:
    """Return whether a labelled value tells what members do, and not who they are: "Members are the guardians of"."""
    return _TOLD_OF_ALL.match(value) is not None


_TOLD_OF_ALL = re.compile(
    r"(?:(?:all|the|our) )?(?:members|trustees|governors|directors) (?:are(?! (?:as follows|drawn|\w+ed))|have)\b", re.I
)
