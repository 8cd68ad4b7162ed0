"""Words that a parser takes for others whatever names stand around them, and what it reads in their place."""

from __future__ import annotations

import re

from protocolgraph.vocab.sought import Sought

Change = tuple[int, int, str]
"""Offsets of some words, and what the parser reads in their place."""

_SPLIT = Sought.of(
    r"(?<=\bco)-(?=op(?:erat|t)|ordinat|produc|author)"
    r"|\bco-(?=chair(?:ed|ing)\b|chairs? (?:the|its|our|both|meetings)\b)|\bline[ -](?=manag)"
    r"|\bquality[ -](?=assur(?:e[sd]?|ing)\b)"
    r"|(?<=\bsign)-(?=off)|(?<=\bre)-(?=elect|select|appoint|audit|assess|design|issue|affirm)"
    r"|,\sin turn,(?=\s)|\bin turn |\band when (?=(?:required|needed|necessary)\b)|\bin future (?=[a-z])"
    r"|(?<!\bon an )\bad[ -]hoc,? |\bon an? (?=[a-z]+ly basis\b)|(?<=ly) basis\b"
    r"|\bon an? (?:day-to-day|regular|formal|routine) basis\b"
    r"|\b(?:stand|sitt|serv|vot|attend|found|participat)ing (?=members?\b)|\bdecision[ -]making (?=\w)"
    r"|\b(?:Det|Ch|Temp)\. (?=[A-Z])"
    r"|\bsafeguarding (?=(?:concerns?|issues?|matters?|risks?|incidents?|allegations?|referrals?)\b)",
    (
        "co-", "line", "quality", "sign-", "re-", "turn", "future", "hoc", "and when", "basis", "member",
        "safeguarding", "decision", "det.", "ch.", "temp.",
    ),
    re.IGNORECASE,
)  # fmt: skip
"""What parts one verb in two for the parser ("co-operate", "is line managed by"), or looks like a verb ("standing
members", "decision making body"), or ends a sentence ("by Det. Supt Lee"); "on a quarterly basis" is quarterly."""
_SECTION = re.compile(r"\b(?:[Ss]{1,2}\.? ?(?=\d)|[Ss]ections? )\d+[A-Z]{0,2}(?: ?\([\dA-Za-z]{1,3}\))*(?= of )")
"""A section of an Act, whose numbers in brackets and short form the parser cannot read: "under S102 (1) of"."""
_CHAIRS = re.compile(r"\b(?:will|shall|must|should|may|to) Chair(?= (?:the|its|all|each|this|both|meetings)\b)")
"""The verb with a capital, which the parser takes for a name: "The Director will Chair the Board"."""
_CONCEDED = Sought.of(r"^\s*(?:al)?though not (?:an?|the)\b[^,;.]{2,80},\s+", ("though not ",), re.IGNORECASE)
"""An opening without a verb, whose noun the parser takes for the subject: "Though not a member of the Board, ..."."""
_OR_DEPUTY = re.compile(
    r"(?:,? or| \(or) (?:(?:his/her|his or her|their|his|her|its|an?|the) )?(?:nominated |named |agreed |designated )?"
    r"(?:nominee|deputy|representative|substitute|delegate)s?(?:\)|(?=[.,;]|$))"
)
"""Who may come for somebody who is a member: "the Head of Care, Northwick Council or their nominee"."""
_FOR_DECISION = re.compile(
    r"\breferred\b[^.;:]{0,60}? for (?:consideration|decision|approval|determination|discussion|ratification|scrutiny"
    r"|resolution) (?P<by>by)\b"
)
"""What somebody else is to do with what is referred, who is not who refers it: "referred for consideration by"."""
_SHOULD_IT = re.compile(r"(?<=[\w,] )should(?= (?:the|an?|any|it|they|there|this|that|such|either|both|no)\b)")
"""A condition without "if" behind what it conditions: "may be taken back should the need arise"."""
_HELD = re.compile(r"(?<= held )to account(?= for )")
"""Words behind which the parser takes "account" for a verb: "is held to account for its work by the Clerk"."""
_AND_DEPUTY = re.compile(r" and the (?:[Vv]ice|[Dd]eputy)[ -][Cc]hair\w* (?:is|will be|shall be)\b")
"""A clause that the parser takes for a second agent: "is chaired by the Mayor and the Deputy Chair is the Clerk"."""
_IS_DEPUTY = re.compile(
    r"\bchaired by [^,.;:]{3,80}?(?P<and> and )(?:the |its )?[A-Z][^,.;:]{3,80}?"
    r" (?:is|will be|shall be|acts as|serves as) (?:the |its )?(?:[Vv]ice|[Dd]eputy)[ -][Cc]hair"
)
"""The same with the office behind: "It is chaired by the Mayor and the Head of Law is the vice chair"."""
_TO_BE = re.compile(
    r"\b(?:appoint|elect|nominat|designat|select|choos)\w*\b[^.;:,]{3,80}?\b(?P<be>to be)(?= (?:the |its |an? )?[A-Z])"
)
"""Before the office that somebody is chosen for: "shall elect one of its members to be the Chair"."""
_AT_MEETING = re.compile(
    r"\b(?:shall|must|will|may|should) (?P<at>at (?:its|the|each|every) (?:[A-Z]\w+ ){1,3}Meeting)(?= [a-z])"
)
"""A meeting with capitals before the verb, which the parser takes for a noun: "shall at its Annual Meeting elect". Only
an annual one tells how often."""


def plain_words(text: str) -> list[Change]:
    """Return what a parser shall read in place of some words of a text."""
    changes: list[Change] = [(match.start(), match.end(), "section 1") for match in _SECTION.finditer(text)]
    changes += [(match.start(), match.end(), "") for match in (*_SPLIT.finditer(text), *_CONCEDED.finditer(text))]
    changes += [(match.end() - len("Chair"), match.end(), "chair") for match in _CHAIRS.finditer(text)]
    if " Meeting " in text:
        changes += [
            (*m.span("at"), "annually" if " Annual " in m["at"] else "also") for m in _AT_MEETING.finditer(text)
        ]
    if " or " in text:
        changes += [(match.start(), match.end(), "") for match in _OR_DEPUTY.finditer(text)]
    if "referred " in text:
        changes += [(*match.span("by"), "before") for match in _FOR_DECISION.finditer(text)]
    if "chaired by " in text:
        changes += [(match.start("and"), match.start("and"), ",") for match in _IS_DEPUTY.finditer(text)]
    if " and the " in text:
        changes += [(match.start(), match.start(), ",") for match in _AND_DEPUTY.finditer(text)]
    if "should " in text:
        changes += [(match.start(), match.end(), "if") for match in _SHOULD_IT.finditer(text)]
    if " held to account for " in text:
        changes += [(match.start(), match.end(), "accountable") for match in _HELD.finditer(text)]
    if " to be " in text:
        changes += [(*match.span("be"), "as") for match in _TO_BE.finditer(text)]
    return changes
