"""What a meeting approved, as its minutes tell.

An item headed "Adoption of ..." ends in "Agreed", or it was "RESOLVED that the Plan be approved".
"""

from __future__ import annotations

import re

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.found import Found
from protocolgraph.extract.layout.attendance import meeting_body, meeting_of
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.spoken import begins_with
from protocolgraph.model import Clause, EntityType, PartKind, Passage, Scope
from protocolgraph.vocab.lexicon import fold

_HEADING = re.compile(r"^\W*(?:to )?(?:adoption|approval|ratification|adopt|approve|ratify)\b(?: of)?", re.IGNORECASE)
_DONE = re.compile(
    r"(?:^|[.;:)] )(?:it was )?(?:unanimously )?(?:agreed|approved|adopted|resolved|carried|ratified)"
    r"(?: unanimously)?\W*$"
    r"|\b(?:was|were) (?:unanimously )?(?:approved|adopted|agreed|ratified)\b",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
"""Every meeting approves those of the last: that tells nothing of who approves what."""
_BE_APPROVED = re.compile(
    r"[^.;:]{0,60}?\b(?:be|was|were) (?:formally |unanimously |re-?)?"
    r"(?:approved|adopted|agreed|endorsed|ratified|accepted|signed off)\b(?! (?:jointly )?by\b)",
    re.IGNORECASE,
)
"""Behind it, where nobody else is said to have done so: "the Plan be adopted"."""
_TO_APPROVE = re.compile(
    r"(?:^|\bto |\band )(?:formally |unanimously )?(?:approve|adopt|endorse|ratify|sign off)"
    r"(?: (?:the|its|an?))?(?:(?: [\w’'&-]+){1,7}['’]s?)?(?: (?:revised|new|final|updated|amended|attached))*\s*$",
    re.IGNORECASE,
)
"""Before it: "RESOLVED to approve the revised Plan", "RESOLVED to endorse the Tide Panel's report"."""
_PUT_DOWN = re.compile(
    r"\W*to (?:(?:consider|receive|review|discuss|note)(?:,| and|, and) )?(?:formally )?"
    r"(?:approve|agree|adopt|endorse|ratify|sign off)"
    r"(?: (?:the|its|an?))?(?:(?: [\w’'&-]+){1,7}['’]s?)?(?: (?:revised|new|final|updated|amended|attached|draft))*\s*",
    re.IGNORECASE,
)
"""Before it in the item of an agenda: "To consider and agree the work programme"."""
_SETTLED = re.compile(r"\b(?:resolved|agreed)\b", re.IGNORECASE)
_HANDED_ON = re.compile(r"\b(?:recommend\w*|request\w*|propos\w*|ask\w*|invit\w*|if|draft|not)\b", re.IGNORECASE)
"""What leaves it to somebody else, or to another day."""
_RECOMMENDED = re.compile(r"\s+be (?:formally |further )?(?:recommended|advised)\s+(?:to|that)\b", re.IGNORECASE)
"""Behind the name of whom a meeting advises: "that Cabinet be recommended to adopt the Plan"."""
_HAS_RECOMMENDED = re.compile(r"\s+(?:had |has |have |also )*recommend", re.IGNORECASE)
_RECOMMENDING = re.compile(
    r"\b(?:recommend|recommended|recommendation)\b(?:(?! that\b)[^.;:]){0,90}?\bto (?:the )?$", re.IGNORECASE
)
"""Before it: "RESOLVED to recommend to Council", "that the Plan be recommended to Cabinet for approval"."""
_HEADING_WORDS = 12
"""Words of a heading that can be a title."""
_OF_BUSINESS = ("the ", "to ", "approval ", "adoption ", "draft ", "update ", "review of ", "report on ", "a ", "an ")
"""How headings begin that say what is done with a paper."""
_TITLE = re.compile(r"\s+(?:the )?(?P<name>[A-Z][\w’'&-]+(?: (?:and|of|for|on|the|[A-Z&][\w’'&-]*)){1,7})\W*")


def read(collected: Collected) -> None:
    """Read what meetings adopted under headings that say so."""
    _resolved(collected)
    _recommended(collected)
    _put_down(collected)
    names = collected.names
    settled: set[int] = set()
    for clause in names.outline.clauses:
        heading = names.outline.sections[clause.section].heading
        if clause.section in settled or not _is_minutes(collected, clause) or not _HEADING.match(heading.text):
            continue
        body = meeting_body(collected, clause) if _DONE.search(clause.body.text) else None
        if body is None:
            continue
        settled.add(clause.section)
        evidence = collected.clause_evidence(clause, rule="adopted", confidence=0.85, lead=heading)
        for publication in _adopted(collected, heading):
            collected.fact(body, "approves", publication.mention, evidence)


def _resolved(collected: Collected) -> None:
    """Read "RESOLVED that the Plan be approved" and "the Policy was APPROVED"."""
    names = collected.names
    for clause in names.outline.clauses:
        body = meeting_of(collected, clause)
        before = clause.leads[-1].text if clause.leads else ""
        if body is None or _HANDED_ON.search(before):
            continue
        text = clause.body.text
        for paper in names.at(clause.body):
            bare = paper.mention in names.weak and " " not in names.mentions[paper.mention].text
            if paper.type is not EntityType.PUBLICATION or bare or _MINUTES.search(text[paper.start : paper.end]):
                continue
            done = _BE_APPROVED.match(text, paper.end) or _is_settled(f"{before}\n", text[: paper.start])
            if done and not _HANDED_ON.search(text, 0, paper.end):
                evidence = collected.clause_evidence(clause, rule="resolved", confidence=0.75)
                collected.fact(body, "approves", _in_heading(collected, clause, paper), evidence)


def _put_down(collected: Collected) -> None:
    """Read what an agenda puts before its meeting to be approved: "To agree the work programme for 2025"."""
    names = collected.names
    for unit in list(names.units.values()):
        kind = names.outline.parts[unit.part].kind if names.outline.parts else None
        about = names.memory.about(unit.part) if kind is PartKind.AGENDA else []
        for paper in names.at(unit.passage) if about else ():
            said = unit.text[paper.start : paper.end]
            named = paper.type is EntityType.PUBLICATION and not _MINUTES.search(said)
            if named and _PUT_DOWN.fullmatch(unit.text[: paper.start]):
                evidence = collected.unit_evidence(unit, rule="put-down", confidence=0.65)
                collected.fact(about[0].mention, "approves", paper.mention, evidence)


def _in_heading(collected: Collected, clause: Clause, paper: Placed) -> int:
    """The paper by its whole title, where the item is headed with it: "the action plan" of "Youth Action Plan"."""
    names = collected.names
    heading = names.outline.sections[clause.section].heading
    short, title = fold(clause.body.text[paper.start : paper.end]), fold(heading.text).strip(" .:")
    named = [p.mention for p in names.at(heading) if p.type is EntityType.PUBLICATION and p.masks]
    longer = paper.mention in names.weak and title.endswith(f" {short}") and len(title.split()) <= _HEADING_WORDS
    if not longer or title.startswith(_OF_BUSINESS):
        return paper.mention
    if named:
        return named[0]
    end = heading.text.rstrip(" .:")
    name = Found(0, len(end), EntityType.PUBLICATION, end, short.split()[-1])
    return names.place(heading, name).mention


def _is_settled(lead: str, before: str) -> bool:
    """Whether the words before a paper say that it was resolved or agreed to approve it."""
    approving = _TO_APPROVE.search(before)
    return approving is not None and _SETTLED.search(lead + before[: approving.start()]) is not None


def _recommended(collected: Collected) -> None:
    """Read to whom a meeting made a recommendation."""
    names = collected.names
    for clause in names.outline.clauses:
        body = _who_recommends(collected, clause)
        advised = [p for p in names.at(clause.body) if body is not None and _is_advised(clause.body.text, p)]
        for one in advised:
            if body is not None and names.meant(one.mention) != names.meant(body):
                evidence = collected.clause_evidence(clause, rule="recommended", confidence=0.75)
                collected.fact(body, "advises", one.mention, evidence)


def _who_recommends(collected: Collected, clause: Clause) -> int | None:
    """Return the body that a sentence begins with and says to have recommended something, else the one that met."""
    text = clause.body.text
    said = [p for p in collected.names.at(clause.body) if begins_with(text, p) and _HAS_RECOMMENDED.match(text, p.end)]
    if not said:
        return meeting_of(collected, clause)
    return said[0].mention if said[0].type is EntityType.BODY else None


def _is_advised(text: str, name: Placed) -> bool:
    if name.type not in (EntityType.BODY, EntityType.ROLE) or name.scope is Scope.GENERIC:
        return False
    before = _RECOMMENDING.search(text, 0, name.start)
    return _RECOMMENDED.match(text, name.end) is not None or before is not None


def _adopted(collected: Collected, heading: Passage) -> list[Placed]:
    """The publications that a heading names; else all of its words, where they are written as a title is."""
    found = [p for p in collected.names.at(heading) if p.type is EntityType.PUBLICATION and p.masks]
    said = _HEADING.match(heading.text)
    title = _TITLE.fullmatch(heading.text, said.end()) if said and not found else None
    if title is None or collected.names.at(heading) or _MINUTES.search(title["name"]):
        return [p for p in found if not _MINUTES.search(heading.text[p.start : p.end])]
    name = Found(title.start("name"), title.end("name"), EntityType.PUBLICATION, title["name"], "document")
    return [collected.names.place(heading, name)]


def _is_minutes(collected: Collected, clause: Clause) -> bool:
    parts = collected.names.outline.parts
    return bool(parts) and parts[clause.part].kind is PartKind.MINUTES
