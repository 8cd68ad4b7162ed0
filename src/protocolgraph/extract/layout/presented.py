"""Minutes that tell who brought what before the meeting: "The Head of Service presented the annual report"."""

from __future__ import annotations

import re

from protocolgraph.extract.authorities import is_authority
from protocolgraph.extract.collected import Collected
from protocolgraph.extract.decisions import decision, minuted
from protocolgraph.extract.document_names import ACTING
from protocolgraph.extract.layout.attendance import meeting_of
from protocolgraph.extract.masked import Placed
from protocolgraph.model import Clause, ClauseKind, EntityType, PartKind, Scope
from protocolgraph.vocab.lexicon import lexicon

_PRODUCT = (
    r"(?:[\w'’-]+ ){0,5}(?:reports?|updates?|accounts?|figures|results|findings|plan|strategy|framework|budget"
    r"|terms of reference|presentation|briefing|overview|summary|paper|proposals?)\b"
)
_BROUGHT = re.compile(
    r"(?:\s*\([^()]{1,90}\)|,[^,.;:]{2,110},)?\s+(?:then |also |jointly )?(?:"
    r"(?:presented|introduced|submitted|tabled|outlined) (?:the|his|her|their|its) "
    r"(?!(?:new |next |following )?(?:items?|speakers?|members?|meeting|apologies|prizes?|awards?|winners?)\b)[\w'’&-]+"
    r"|(?:presented|introduced|submitted|tabled|outlined|gave|provided|delivered|shared) "
    rf"(?!(?:to|that|how|why)\b){_PRODUCT}"
    r"|(?:updated|briefed) (?:the |all )?(?:committee|board|panel|forum|council|members|meeting|cabinet|governors|group"
    r"|partnership|trustees|partners)\b"
    r"|attended (?:the meeting |and |to )+(?:present|update|introduce|report|brief|give|provide)\w*\b)",
    re.IGNORECASE,
)
_BROUGHT_TO = re.compile(
    r"\b(?:presented|submitted|gave|provided|delivered) an? (?:[\w’'-]+ ){0,4}(?:report|update|briefing)"
    r" (?:[^,.;]{0,60} )?to (?:the )?(?:[\w’' -]{1,40}['’]s )?$",
    re.IGNORECASE,
)
_RECEIVED = re.compile(
    r"(?:\b(?:received|considered|noted|heard|discussed|reviewed|consideration was given to) (?:an?|the)"
    r" (?:[\w'’-]+ ){0,5}?(?:report|update|presentation|paper|briefing)s?"
    r"(?: (?:(?:which |that )?(?:was|were|had been) )?(?:presented|introduced|submitted|given|delivered|tabled))?"
    r" (?:from|by|of)"
    r"|\b(?:report|update|presentation|briefing|paper)s? (?:was|were) (?:then )?"
    r"(?:presented|introduced|submitted|given|delivered|tabled) by) (?:the |our )?$",
    re.IGNORECASE,
)
"""Before the name of who brought something: "The Committee received a report from the Skills Manager"."""
_RECEIVED_THE = re.compile(
    r"\b(?:received|considered|noted|heard|discussed|reviewed) the (?:draft |final |latest )?$", re.IGNORECASE
)
_ITS_REPORT = re.compile(r"(?:['’]s?)? (?:annual |\w+ly |half-yearly |final |draft )*report\b", re.IGNORECASE)
"""Behind the body whose report a meeting received: "The Panel received the Safety Board Annual Report"."""
_REPORTED = re.compile(r",?\s+(?:then |also )?reported (?:on|that|an?|the|verbally|back)\b", re.IGNORECASE)
_ITEM = re.compile(
    r"\b(?:reports?|updates?|presentations?|briefings?|feedback|minutes) (?:from|by|of) (?:the |our )?$", re.IGNORECASE
)
"""Before the name of who brings an item of business."""
_TO_REPORT = re.compile(
    r"(?:\s*\([^()]{1,40}\))?,?\s+(?:(?:be|is|was|were) (?:asked|requested|invited|instructed|tasked) to\s+"
    r"|to\s+|should\s+|would\s+|will\s+|shall\s+)?(?:report\b|(?:bring|provide|submit|present|prepare|give|supply)\s+"
    r"(?:[\w'’-]+\s+){0,6}?(?:reports?|updates?|paper|briefing|summary|breakdown|analysis|figures|feedback)\b)"
)
"""Behind the name of somebody whom a meeting asks for a report: "that the Director report back in six months"."""
_ELSEWHERE = re.compile(
    r"\s+(?!back\b)[^.;]*?\bto (?!(?:the |this |a |its |our )?(?:next|future|following|full|meeting|council|committee"
    r"|board|panel|cabinet|forum|group|partnership|governors|trustees|members)\b)",
    re.IGNORECASE,
)
"""Behind "report" what is told to others: "Clerk to report potholes to County Highways"."""
_TO_WHOM = re.compile(r"\b(?:to|for|with|before) (?:the |all )?$")
_PLANS = {PartKind.AGENDA, PartKind.WORK_PROGRAMME}
_TITLE = 13
"""Length of a title before the first name: "Councillors "."""
_OWNS = re.compile(r"['’]s? (?:[\w/-]+ ){0,4}(?:reports?|accounts?|plan|strategy)\b", re.IGNORECASE)
_BRINGING = (EntityType.BODY, EntityType.ROLE, EntityType.PERSON)


def read(collected: Collected) -> None:
    """Read who reported to a meeting, as its minutes tell, or is to report, as its agenda or work programme does."""
    _planned(collected)
    for clause in collected.names.outline.clauses:
        if clause.kind not in (ClauseKind.SENTENCE, ClauseKind.ITEM):
            continue
        body = meeting_of(collected, clause)
        asked = _asked(collected, clause, body) if body is not None else []
        bringers = (_bringer(collected, clause), _owner(collected, clause), *asked) if body is not None else ()
        for bringer in bringers:
            if (
                bringer is not None
                and body is not None
                and collected.names.meant(bringer) != collected.names.meant(body)
            ):
                evidence = collected.clause_evidence(clause, rule="presented", confidence=0.7)
                collected.fact(bringer, "reports_to", _elsewhere(collected, clause) or body, evidence)


def _elsewhere(collected: Collected, clause: Clause) -> int | None:
    """The body other than the meeting to which something was brought: "provided a report to the Harbour Board"."""
    text, placed = clause.body.text, collected.names.at(clause.body)
    named = [p for p in placed if p.type is EntityType.BODY and p.masks and p.scope is not Scope.GENERIC]
    named = [p for p in named if not text.startswith(("'s ", "’s "), p.end)]
    return next((p.mention for p in named if _BROUGHT_TO.search(text, 0, p.start)), None)


def _asked(collected: Collected, clause: Clause, meeting: int) -> list[int]:
    """The bodies and posts that a decision asks for a report, unless it is one to somebody else."""
    names, text = collected.names, clause.body.text
    placed = names.at(clause.body)
    if decision(clause, placed) is None and minuted(clause, placed) is None:
        return []
    asked = [p for p in placed if p.type in ACTING and p.masks and p.scope is not Scope.GENERIC]
    found = []
    for one in (p for p in asked if _TO_REPORT.match(text, p.end)):
        end = text.find(";", one.end) if ";" in text[one.end :] else len(text)
        told = [p for p in asked if one.end < p.start < end and _TO_WHOM.search(text, 0, p.start)]
        report = _TO_REPORT.match(text, one.end)
        if report and report[0].endswith("report") and not report[0].endswith((" a report", " the report")):
            told = told if _ELSEWHERE.match(text, report.end(), end) is None else [one]
        if all(names.meant(p.mention) == names.meant(meeting) for p in told):
            found.append(one.mention)
    return found


def _owner(collected: Collected, clause: Clause) -> int | None:
    """The body whose report somebody brought: "Mrs Ash presented the Safety Board's annual report"."""
    placed, text = collected.names.at(clause.body), clause.body.text
    first = _first(placed)
    brought = _BROUGHT.match(text, first.end) if first is not None else None
    bodies = [p for p in placed if p.type is EntityType.BODY and p.scope is not Scope.GENERIC]
    owners = [p for p in bodies if brought and brought.start() < p.start and _OWNS.match(text, p.end)]
    owners += [p for p in bodies if _RECEIVED_THE.search(text, 0, p.start) and _ITS_REPORT.match(text, p.end)]
    return next((p.mention for p in owners if not is_authority(collected.names.meant(p.mention))), None)


def _planned(collected: Collected) -> None:
    """Read whose reports an agenda or work programme puts before its meeting: "Update from the Harbour Group"."""
    names = collected.names
    for unit in list(names.units.values()):
        kind = names.outline.parts[unit.part].kind if names.outline.parts else None
        about = names.memory.about(unit.part) if kind in _PLANS else []
        for placed in names.at(unit.passage) if about else ():
            acts = placed.masks and placed.type in (EntityType.BODY, EntityType.ROLE)
            if not acts or placed.scope is Scope.GENERIC or not _ITEM.search(unit.text, 0, placed.start):
                continue
            if names.meant(placed.mention) != names.meant(about[0].mention):
                evidence = collected.unit_evidence(unit, rule="planned-report", confidence=0.65)
                collected.fact(placed.mention, "reports_to", about[0].mention, evidence)


def _bringer(collected: Collected, clause: Clause) -> int | None:
    """The body or post that a sentence tells to have brought a report, or of whom a report was received."""
    names, text = collected.names, clause.body.text
    placed = names.at(clause.body)
    from_whom = [p for p in placed if p.type in _BRINGING and _RECEIVED.search(text, 0, p.start)]
    first = max(from_whom, key=lambda p: p.end) if from_whom else _first(placed)
    said = _person_first(collected, text) if first is None else None
    mention, end = (first.mention, first.end) if first is not None else said or (None, 0)
    if mention is None or names.mentions[mention].scope is Scope.GENERIC:
        return None
    if not from_whom and not any(brought.match(text, end) for brought in (_BROUGHT, _REPORTED)):
        return None
    if names.heads[mention] in lexicon("roles")["chairs"]:
        return None
    return _post_of(collected, mention) if names.mentions[mention].type is EntityType.PERSON else mention


def _person_first(collected: Collected, text: str) -> tuple[int, int] | None:
    """The person, known from elsewhere in the paper, with whose name a sentence begins, and where the name ends."""
    people = (n for n, m in enumerate(collected.names.mentions) if m.type is EntityType.PERSON)
    named = [(n, len(collected.names.mentions[n].name)) for n in people]
    return next(((n, end) for n, end in named if end and text.startswith(collected.names.mentions[n].name)), None)


def _first(placed: list[Placed]) -> Placed | None:
    named = [p for p in placed if p.start <= _TITLE and p.type in _BRINGING and p.scope is not Scope.GENERIC]
    return max(named, key=lambda p: (-p.start, p.end), default=None)


def _post_of(collected: Collected, person: int) -> int | None:
    """The one post that the paper says a person holds, or the only person with such a surname."""
    names = collected.names
    held = [f for f in collected.facts if f.predicate == "holds" and f.object is not None]
    surname = names.meant(person).split()[-1]
    for same in (
        [f for f in held if names.meant(f.subject) == names.meant(person)],
        [f for f in held if names.meant(f.subject).split()[-1] == surname],
    ):
        posts = {names.meant(f.object): f.object for f in same if f.object is not None}
        if posts:
            return next(iter(posts.values())) if len(posts) == 1 else None
    return None
