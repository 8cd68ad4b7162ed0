"""Groups that a list or a heading puts under a body: "The Board has three sub-groups: ...", "Sub-groups"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from protocolgraph.extract.authorities import is_authority
from protocolgraph.extract.collected import Collected
from protocolgraph.extract.layout.grouped import is_group
from protocolgraph.extract.layout.members import body_above
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.units import Key, Unit, UnitKind, key_of
from protocolgraph.model import CandidateFact, Clause, ClauseKind, EntityType, Evidence, PartKind, Passage, Scope

ANNOUNCED = "announced-group"
"""Rule of groups that a sentence announces and lines below name."""
_GROUPS = re.compile(
    r"\b(?:sub-? ?(?:groups?|committees?)|delivery groups?|working groups?|task(?: and finish)? groups?|work ?streams?"
    r"|thematic groups?|standing groups?|supporting groups?|structure"
    r"|(?:committees|panels|groups|working parties) of (?:the|this))\b",
    re.IGNORECASE,
)
_FORMING = re.compile(r"\b(?:forms? part|are (?:all )?part|sits? (?:under|below|beneath)|belongs? to)\b", re.IGNORECASE)
"""A lead-in that says that what follows is part of the body that it names."""
_HAVING = re.compile(
    r"\b(?:has|have|by|following|are|into|establish\w*|supported|comprise\w*|four|three|two|five|six)\b", re.IGNORECASE
)
_FOLLOWING = re.compile(
    r"\b(?:following|below|these|(?:two|three|four|five|six|seven|\d) (?:[\w-]+ )?)(?: [\w-]+)?\b.{0,20}"
    r"\b(?:sub-?)?(?:groups|committees|panels|work ?streams)\b",
    re.IGNORECASE,
)
"""A sentence that announces groups, each of which has a heading of its own."""
_SET_UP = re.compile(
    r"\b(?:has|have|there are|appoint\w*|establish\w*|set(?:s|ting)? up|creat\w+|operates|works|supported|delegat\w+)\b"
    r"[^.;:]{0,80}\b(?:committees|panels|boards|forums|commissions|groups)\b",
    re.IGNORECASE,
)
"""A body that has, or has set up, what is listed: "The Council has four scrutiny panels"."""
_ITS_WORK = re.compile(
    r"(?:(?:much|some|most|part) of )?the (?:work|business|functions|powers|responsibilities) of (?:the )?",
    re.IGNORECASE,
)
"""Before a body whose work others do: "Much of the work of the Board is delegated to its committees"."""
_TAKEN_UP = re.compile(r"^(?:these|the)(?:\s[\w-]+){0,2}(?: will)? (?:include|are)\W*$", re.IGNORECASE)
"""A lead-in that goes on with the sentence before: "These include", "The committees are"."""
_SUB = re.compile(r"sub-?\s?(?:group|committee)", re.IGNORECASE)
"""A group that says itself that it is part of another, in that other's own document."""
_STRUCTURE = re.compile(
    r"(?:(?:joint|partnership|board|safeguarding(?: partnership)?|senior) )?"
    r"(?:executive|strategic(?: steering| executive)?|operational|steering) (?:group|board|committee)"
    r"|(?:partnership|board) executive|responsible authorities group",
    re.IGNORECASE,
)
"""The name of a group by its place in the structure of the body that it belongs to, and by nothing else."""
_OTHERS = re.compile(r"\bscrutiny\b", re.IGNORECASE)
"""What the sub-committee of a council is called that looks on from outside."""
_MEMBERS = re.compile(
    r"\b(?:members?|membership|attend\w*|represent\w*|agencies|organisations|partners)\b", re.IGNORECASE
)
"""What a lead-in has that tells who sits on a group, or who its partners are."""
_REPORTING = re.compile(
    r"\b(?:report|answer|accountable|answerable)\w*\b.{0,12}\b(?:in)?to\b"
    r"|\b(?:reports?|updates?) (?:was|were|is|are) (?:received|heard|given|taken|made) (?:from|by)\b",
    re.IGNORECASE,
)

_OF_GROUPS = re.compile(
    r"(?:\W|\d|our |the |its |standing |other |supporting )*(?:sub-? ?groups|sub-? ?committees"
    r"|(?:working|delivery|task) groups|work ?streams|committees|panels|task and finish groups)"
    r"(?: of (?:the |this )?[\w ]{4,60})?\W*",
    re.IGNORECASE,
)
"""A heading that says only that groups stand below it."""
_BEGUN = re.compile(r"\s*(?:[–—:(,.-]|$|(?:is|was|will|shall|meets|reports|has)\b)")
"""What goes on behind the name of the group that a paragraph is about."""
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
_OWN = re.compile(
    r"\bsub-? ?(?:groups?|committees?)|work ?streams?|delivery groups?"
    r"|\b(?:groups|committees|panels) of (?:the|our|this)\b"
    r"|(?:['’]s?|\bits|\bour) (?:[\w-]+ ){0,2}(?:groups|committees|panels)\b",
    re.IGNORECASE,
)
"""What a lead-in says of groups that are a body's own, and do not only report to it."""

_MEETINGS = {PartKind.MINUTES, PartKind.AGENDA}
_LARGE = {"partnership", "board"}
"""Nouns of bodies that have an executive or a steering group of their own."""
_MOST = 0.8
"""Share of a heading that a group's name takes which is all of it."""
_ARTICLE = 4
"""Length of "The ", which may stand before a name."""
_SHORT = 6
"""Words of a heading or label that only says what stands below it."""


def read(collected: Collected) -> None:
    """Read the groups of a body from lists and headings."""
    sentence: Passage | None = None
    others = _lists_of_others(collected)
    for clause in collected.names.outline.clauses:
        lead = clause.leads[-1] if clause.leads else None
        if clause.kind is ClauseKind.SENTENCE:
            sentence = clause.body
        if lead is None or _MEMBERS.search(lead.text) or _is_row(collected, clause, lead):
            continue
        said = sentence if sentence is not None and _TAKEN_UP.match(lead.text) else lead
        listing = _HAVING.search(lead.text) is not None or len(lead.text.split()) <= _SHORT
        mixed = key_of(clause.body) in others and not _HAVING.search(lead.text)
        grouped = (listing and _GROUPS.search(lead.text)) or _FORMING.search(lead.text)
        if (grouped or _sets_up(collected, said)) and not mixed:
            _listed(collected, clause, said, _named_group(collected, clause))
    for unit in list(collected.names.units.values()):
        if unit.kind is UnitKind.HEADING:
            _heading(collected, unit)
    _siblings(collected)
    _paragraphs(collected)
    _implied(collected)


def _lists_of_others(collected: Collected) -> set[Key]:
    """Return the items of lists most of which name no group: below a group's name they are those who sit on it."""
    found: set[Key] = set()
    items = [c for c in collected.names.outline.clauses if c.kind is ClauseKind.ITEM]
    for _, lines in groupby(items, key=lambda c: (c.section, c.leads)):
        listed = list(lines)
        groups = sum(_named_group(collected, clause) is not None for clause in listed)
        if 2 * groups < len(listed):
            found.update(key_of(clause.body) for clause in listed)
    return found


def _is_row(collected: Collected, clause: Clause, lead: Passage) -> bool:
    """Whether a table's cell stands behind its row's own words, which lead into no list: a sentence, a group's name."""
    if clause.kind is not ClauseKind.CELL:
        return False
    named = _named_group_of(collected, lead)
    return len(lead.text.split()) > _SHORT or (named is not None and named.end >= len(lead.text))


def reporting(text: str) -> bool:
    """Whether a lead-in says that what follows reports or answers to somebody."""
    return _REPORTING.search(text) is not None


def _sets_up(collected: Collected, said: Passage) -> bool:
    """Whether a lead-in, or the sentence that it goes on with, tells of the groups of the body that it begins with."""
    set_up = _SET_UP.search(said.text)
    if set_up is None:
        return False
    names = [p for p in collected.names.at(said) if p.type is EntityType.BODY and p.scope is not Scope.GENERIC]
    if not names:
        return False
    begins = names[0].start <= _ARTICLE or _ITS_WORK.fullmatch(said.text, 0, names[0].start) is not None
    return begins or said.text.lower().startswith("there are")


def _listed(collected: Collected, clause: Clause, lead: Passage, group: Placed | None) -> None:
    names = collected.names
    if group is None:
        return
    bodies = [p for p in names.at(lead) if p.type is EntityType.BODY and p.scope is not Scope.GENERIC]
    whole = bodies[0].mention if bodies else body_above(clause.section, collected)
    if whole is None:
        return
    evidence = collected.clause_evidence(clause, rule="listed-group", confidence=0.75, lead=lead)
    _place(collected, group, whole, lead.text, evidence)


def place_under(collected: Collected, group: Placed, whole: int, units: Sequence[Unit]) -> None:
    """Keep what the first of some passages, which announces groups, says of one that the last names."""
    evidence = collected.units_evidence(units, rule=ANNOUNCED, confidence=0.75)
    _place(collected, group, whole, units[0].text, evidence)


def _place(collected: Collected, group: Placed, whole: int, said: str, evidence: Evidence) -> None:
    """Keep that a group is part of a body, reports to it, or both, as the words above it say."""
    if _OWN.search(said) or not _REPORTING.search(said):
        collected.fact(group.mention, "part_of", whole, evidence)
    if not _REPORTING.search(said):
        return
    if "accountable" in said.lower() or "answer" in said.lower():
        collected.fact(group.mention, "accountable_to", whole, evidence)
    else:
        collected.fact(group.mention, "reports_to", whole, evidence)


def _group(placed: list[Placed]) -> Placed | None:
    """The group that an item begins with."""
    return next((p for p in placed if p.type is EntityType.BODY and p.masks and p.start <= 4), None)


def _named_group(collected: Collected, clause: Clause) -> Placed | None:
    """The same where its own name says that it is a group: a council below "Delivery Group" sits on it."""
    return _named_group_of(collected, clause.body)


def _named_group_of(collected: Collected, passage: Passage) -> Placed | None:
    group = _group(collected.names.at(passage))
    return group if group is not None and is_group(collected, group) else None


def _heading(collected: Collected, unit: Unit) -> None:
    """A group's heading below a heading on groups or on its body's structure."""
    names = collected.names
    group = _group(names.at(unit.passage))
    path = names.path(unit.section)
    if group is None or len(path) < 2 or group.end < 0.4 * len(unit.text):
        return
    if not (_SUB.match(names.heads[group.mention]) or _tells_of_groups(collected, path[-2], unit.start)):
        return
    if not is_group(collected, group):
        return
    whole = body_above(path[-2], collected)
    if whole is None or _is_fellow(collected, group.mention, whole, path[:-1]):
        return
    if names.mentions[whole].name != names.mentions[group.mention].name:
        evidence = collected.unit_evidence(unit, rule="heading-group", confidence=0.7)
        collected.fact(group.mention, "part_of", whole, evidence)


def _is_fellow(collected: Collected, group: int, body: int, path: Sequence[int]) -> bool:
    """Whether a body that no heading above names is a group of the same sort, which only stands first on its page."""
    names = collected.names
    above = {antecedent.mention for index in path for antecedent in names.memory.headings.get(index, [])}
    return names.heads[body] == names.heads[group] and body not in above


def _siblings(collected: Collected) -> None:
    """Headings of groups one below the other, the first below a heading on groups that says nothing more itself."""
    names, whole = collected.names, None
    told = {clause.section for clause in names.outline.clauses}
    for number, section in enumerate(names.outline.sections):
        group = _named_group_of(collected, section.heading)
        alone = group is not None and group.end >= _MOST * len(_REMARK.sub("", section.heading.text))
        if _OF_GROUPS.fullmatch(section.heading.text) and number not in told:
            whole = body_above(number, collected)
        elif group is None or not alone or whole is None:
            whole = None
        elif names.meant(whole) != names.meant(group.mention) and not _is_fellow(collected, group.mention, whole, ()):
            unit = names.units[key_of(section.heading)]
            evidence = collected.unit_evidence(unit, rule="heading-group", confidence=0.7)
            collected.fact(group.mention, "part_of", whole, evidence)


def _paragraphs(collected: Collected) -> None:
    """Groups with which the paragraphs below a heading on groups begin: "Audit Group - looks at the accounts"."""
    names = collected.names
    headings = [section.heading.text for section in names.outline.sections]
    for clause in names.outline.clauses:
        if clause.kind is ClauseKind.CELL or not _OF_GROUPS.fullmatch(headings[clause.section]):
            continue
        group = _named_group(collected, clause)
        whole = body_above(clause.section, collected) if group is not None else None
        if group is None or whole is None or names.meant(whole) == names.meant(group.mention):
            continue
        if _is_fellow(collected, group.mention, whole, names.path(clause.section)):
            continue
        if _CEASED.search(clause.body.text):
            continue
        if _BEGUN.match(clause.body.text, group.end) and names.meant(group.mention) not in _told(collected):
            evidence = collected.clause_evidence(clause, rule="heading-group", confidence=0.7)
            collected.fact(group.mention, "part_of", whole, evidence)


def _told(collected: Collected) -> set[str]:
    """The groups of which it is told what they are part of."""
    return {collected.names.meant(fact.subject) for fact in collected.facts if fact.predicate == "part_of"}


_CEASED = re.compile(r"\b(?:no longer|ceased|former(?:ly)?)\b", re.IGNORECASE)
"""In a paragraph on a group that was one of the body's before: "The Tide Panel is no longer accountable to it"."""
_UPWARDS = {"reports_to", "accountable_to", "escalates_to"}
"""Relations to a body that then stands above the one that the paper is about, and is no group of it."""
_POSSESSED = re.compile(r"\w(?:['’]s|s['’]) $")
"""Before the name of a group whose body stands right there: "the Council's Executive Board"."""


def _implied(collected: Collected) -> None:
    """Sub-groups that the paper of one body speaks of, and of which nothing else tells whose they are."""
    names = collected.names
    told = {names.mentions[f.subject].name for f in collected.facts if f.predicate == "part_of"}
    upwards = {(names.meant(f.subject), names.meant(f.object)) for f in _upwards(collected) if f.object is not None}
    longer = {m.name.lower() for m in names.mentions if _STRUCTURE.fullmatch(m.name)}
    for unit in names.units.values():
        whole = _single(collected, unit.part)
        for placed in names.at(unit.passage):
            name = names.mentions[placed.mention].name
            sub = _SUB.match(names.heads[placed.mention]) is not None and _OTHERS.search(name) is None
            fellow = whole is not None and names.heads[whole] == names.heads[placed.mention]
            if whole is None or fellow or not placed.masks or not (sub or _in_structure(collected, placed, whole)):
                continue
            short = any(other.endswith(f" {name.lower()}") for other in longer)
            above = (names.meant(whole), names.meant(placed.mention)) in upwards
            new = name not in told and not short and not above and name != names.mentions[whole].name
            if new and placed.scope is not Scope.GENERIC and not _POSSESSED.search(unit.text, 0, placed.start):
                told.add(name)
                evidence = collected.unit_evidence(unit, rule="implied-group", confidence=0.55)
                collected.fact(placed.mention, "part_of", whole, evidence)


def _upwards(collected: Collected) -> list[CandidateFact]:
    """The relations to a body that then stands above another."""
    return [fact for fact in collected.facts if fact.predicate in _UPWARDS]


def _in_structure(collected: Collected, group: Placed, whole: int) -> bool:
    """Whether a body's name only says where it stands in the body that the paper is about: "Executive Group"."""
    name, over = (collected.names.mentions[m].name for m in (group.mention, whole))
    has_groups = collected.names.heads[whole] in _LARGE and _STRUCTURE.fullmatch(over) is None
    own = has_groups and not over.lower().endswith(name.lower()) and name[0].isupper()
    return own and group.scope is not Scope.GENERIC and _STRUCTURE.fullmatch(name) is not None


def _single(collected: Collected, part: int) -> int | None:
    """The one body that a part is about, where it is no council, which has many, nor a meeting's record."""
    names = collected.names
    about = names.memory.about(part)
    meeting = names.outline.parts and names.outline.parts[part].kind in _MEETINGS
    return None if meeting or len(about) != 1 or is_authority(about[0].name) else about[0].mention


def _tells_of_groups(collected: Collected, section: int, before: int) -> bool:
    """Whether a heading, or the last sentence before the place `before` below it, says that groups follow."""
    above = collected.names.outline.sections[section].heading.text
    if _GROUPS.search(above) or re.search(r"\b(?:membership|governance|structure|groups)\b", above, re.IGNORECASE):
        return True
    own = [c for c in collected.names.outline.clauses if c.section == section and c.body.pieces[0].start < before]
    return bool(own) and _FOLLOWING.search(own[-1].body.text) is not None
