"""Whose chair "the Chair" is, and whose members "members" are, where the text does not say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolgraph.extract.anaphora import Antecedent
from protocolgraph.extract.company_members import of_trustees
from protocolgraph.extract.document_names import SUBJECT_WITHIN, DocumentNames, can_act
from protocolgraph.extract.found import Found
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.spoken import begins_with, is_group_head
from protocolgraph.extract.units import Unit, UnitKind
from protocolgraph.model import EntityType, Mention, PartKind, Scope
from protocolgraph.vocab.lexicon import fold, lexicon

_OF_SOME = {"committee", "sub-committee", "subcommittee", "panel", "group", "sub-group"}
"""Bodies made up of some of the governors or trustees, whose chair chairs all of them and another board."""
_TOLD_AS = re.compile(r"\b(?:as|in)(?: the| its)?(?: \w+)? $", re.IGNORECASE)
"""Before an office that somebody is told to fill."""
_OF_THE = re.compile(
    r"\s+of\s+(?:the|each|another|any|their|that)\s+(?P<noun>organisation|company|trust|authority|council|charity)\b"
)
"""Behind an office of a body that no name tells: "the Chairman of the company"."""
_WITH_DIRECTORS = re.compile(
    r"(?:,? (?:the )?(?:vice|deputy)[- ]chair\w*)?,? (?:and|or) (?:the |other |all )*non-?\s?executive\b", re.IGNORECASE
)
"""Behind the chair of those directors, whoever chooses them: "the governors appoint the Chair and non-executives"."""
_ARE = re.compile(r"\b(?:is|are|be)(?: (?:all|also|an?|its|the|full|core|voting))* $", re.IGNORECASE)
_OF_COUNCILLORS = {"committee", "sub-committee", "subcommittee", "commission", "council", "cabinet"}
"""Bodies that a councillor chairs: an independent chair named in their papers is another body's."""
_TEAMS = {"team", "hub"}
"""Those of bodies made up of staff that may meet under a chair: "Leadership Team"."""
_OF_REPORT = re.compile(r"\b(?:report|review|plan|update)\b.*\b(?:of|by|from) (?:the |its )?$", re.IGNORECASE)
_IS_TOLD = re.compile(
    r"(?:\s+(?:and|or) (?:the |its )?(?:vice|deputy)[- ]chair\w*)?\s+(?:is|are|will be|shall be|include|comprise)\b",
    re.IGNORECASE,
)
"""Behind an office or "members" with which a sentence begins that tells who they are."""
_TO_WHICH = re.compile(r"\b(?:to|with|at|on) which (?:the |its )$")
"""Before the office of a body with which the sentence begins: "is accountable to the Executive, to which the chair"."""
_AND_DEPUTY = re.compile(r"(?:the )?chair\w* (?:and|or) (?:the |its )?", re.IGNORECASE)
"""Before the second of two offices with which a sentence begins: "The Chair and Vice-Chair are"."""


def chairing() -> set[str]:
    """Return the heads of the titles of those who chair a body or deputise for them."""
    roles = lexicon("roles")
    return {*roles["chairs"], *roles["deputies"]}


def members_only(name: Found) -> bool:
    """Return whether a post is nothing but "members" or "Board members": those of the body that is spoken of."""
    before, _, last = fold(name.text).rpartition(" ")
    return last == "members" and before in _OF_NOUN


def chaired(names: DocumentNames, unit: Unit, name: Found, placed: Sequence[Placed]) -> int | None:
    """Return what "the Chair" chairs and "members" are of; members who appoint trustees are of no board of these."""
    body = _chaired(names, unit, name, placed)
    if body is None or not members_only(name) or not of_trustees(names.meant(body)):
        return body
    return None if names.members_apart() else body


def _chaired(names: DocumentNames, unit: Unit, name: Found, placed: Sequence[Placed]) -> int | None:
    """What "the Chair" chairs when the text does not say: the group that is spoken of where who fills the office
    is told, else the body of the heading, else the document's. Minutes name in their headings what a meeting talks of.

    "The Independent Chair" is the document's body's under any heading, unless a label: its groups have chairs of its
    members. Of the several bodies that a protocol joins, none is meant before another; "Chairs" are those of several.

    Args:
        names: the names read so far.
        unit: the passage that the office stands in.
        name: the office.
        placed: the names of the passage so far.

    """
    if name.head == "chairs" or _of_other_work(name):
        return None
    if name.head == "members" and (beside := _right_before(unit, name, placed)) is not None:
        return beside
    of_council = members_only(name) and fold(name.text).startswith("council ")
    if of_council or _WITH_DIRECTORS.match(unit.text, name.end):
        meant = names.memory.description("council" if of_council else "board", unit, names.path(unit.section))
        return meant.mention if meant is not None else None
    about = names.memory.about(unit.part)
    label = unit.kind is UnitKind.LEAD and not name.start and name.end >= len(unit.text.rstrip(" :"))
    independent = fold(name.text).startswith("independent ") and len(about) == 1 and not label
    if fold(name.text).startswith("independent "):
        board = _safeguarding_board(names, unit, name)
        board = _named_before(names, name) if board is None else board
        if board is not None:
            return board
        if independent and names.heads[about[0].mention] in _OF_COUNCILLORS:
            return None
    group = None if independent else _group_meant(names, unit, name, placed)
    if group is not None:
        return group
    own = independent or (about and _of_meeting(names, unit, name))
    for section in () if own else reversed(names.path(unit.section)):
        for antecedent in names.memory.headings.get(section, []):
            if antecedent.type is EntityType.BODY and antecedent.scope is not Scope.GENERIC and _meets(antecedent):
                return None if _of_other_sort(names, unit, name, antecedent.mention) else antecedent.mention
    alone = about[0].mention if len(about) == 1 else None
    return None if alone is None or _of_other_sort(names, unit, name, alone) else alone


def _of_meeting(names: DocumentNames, unit: Unit, name: Found) -> bool:
    """Whether "the Chair" of minutes is the meeting's, whatever the heading of the item names."""
    minutes = names.outline.parts[unit.part].kind is PartKind.MINUTES
    return minutes and name.text[:1].isupper() and not members_only(name)


def _meets(antecedent: Antecedent) -> bool:
    """Whether a body may have a chair: a service or a directorate, which staff make up, has none."""
    return antecedent.head not in lexicon("bodies")["staffed"] or antecedent.head in _TEAMS


def _right_before(unit: Unit, name: Found, placed: Sequence[Placed]) -> int | None:
    """The body whose name stands right before "members": "Harbour Trust members"."""
    before = (p for p in placed if p.masks and p.type is EntityType.BODY and p.end == name.start - 1)
    return next((p.mention for p in before if unit.text[p.end] == " "), None)


def _of_other_sort(names: DocumentNames, unit: Unit, name: Found, body: int) -> bool:
    """Whether an office is that of another sort of body: "Trust Chair", "the Chairman of the organisation" in a
    committee's paper.
    """
    head, title = names.heads[body], fold(name.text)
    if title.endswith(" of the organisation"):
        return is_group_head(head)
    if head in _OF_SOME and title.rpartition(" of ")[2] in _ALL_MEMBERS - {"members"}:
        return True
    behind, before = _OF_THE.match(unit.text, name.end), title.rpartition(" ")[0]
    if before in lexicon("bodies")["definite"]:
        return before not in (head, _ANY_GROUP, *fold(names.mentions[body].name).split())
    return behind is not None and behind["noun"] != head


def _of_other_work(name: Found) -> bool:
    """Whether an office is said to be of some work that no body here is named by: "the Chair of Scrutiny"."""
    work = _WORK.search(name.text)
    return work is not None and work["last"].lower() not in _ALL_MEMBERS


_WORK = re.compile(r" (?:of|for) (?!the )(?:.+ )?(?P<last>[A-Z][a-z]\w+)$")
_OF_NOUN = {"", "board", "committee", "council", "panel", "group", "forum", "partnership"}
"""Nouns before "members" that say no more than whose members they are."""
_ANY_GROUP = "group"
"""What papers call a partnership or a panel, too: "Group members"."""
_ALL_MEMBERS = {"governors", "trustees", "directors", "members"}
"""Those who make up a body, whose chair is its chair."""


def _safeguarding_board(names: DocumentNames, unit: Unit, name: Found) -> int | None:
    """The board of a report that a line puts before its chair: "X Safeguarding Board Annual Report – report of the
    Independent Chair".
    """
    before = [p for p in names.at(unit.passage) if p.type is EntityType.BODY and p.end <= name.start]
    owners = [p for p in before if "safeguarding" in unit.text[p.start : p.end].lower()]
    return owners[-1].mention if owners and _OF_REPORT.search(unit.text, owners[-1].end, name.start) else None


def _named_before(names: DocumentNames, name: Found) -> int | None:
    """The one body whose independent chair the paper has named so far: "Ann Lee, Independent Chair of the X Board",
    or "Ann Lee, Independent Chair, X Board" in a list of those present.
    """
    title = fold(name.text)
    owners = {
        names.meant(mention.owner): mention.owner
        for mention in names.mentions
        if mention.type is EntityType.ROLE and mention.owner is not None and _is_named(names, mention, title)
    }
    return next(iter(owners.values())) if len(owners) == 1 else None


def _is_named(names: DocumentNames, office: Mention, title: str) -> bool:
    """Whether a paper names an office with its body, right behind it or in one name."""
    said = fold(office.text)
    if said.startswith(f"{title} of "):
        return True
    body = names.mentions[office.owner] if said == title and office.owner is not None else None
    if body is None or not body.spans or not office.spans:
        return False
    return 0 <= body.spans[0].start - office.spans[-1].end <= _BESIDE


_BESIDE = len(", the ")
"""So near behind an office stands the body that it is said to be of."""


def _group_meant(names: DocumentNames, unit: Unit, name: Found, placed: Sequence[Placed]) -> int | None:
    """The group that the sentence, or the one before it, speaks of: "..., with the Head of Law as Vice-Chair",
    "Members are ...".
    """
    if _TOLD_AS.search(unit.text, 0, name.start) or _TO_WHICH.search(unit.text, 0, name.start):
        earlier = [p for p in placed if p.end <= name.start and can_act(p)]
        speaking = [p.mention for p in earlier if begins_with(unit.text, p)]
        chaired_before = [names.mentions[p.mention].owner for p in earlier if names.heads[p.mention] in chairing()]
        groups = (n for n in (*speaking, *chaired_before) if n is not None and is_group_head(names.heads[n]))
        return next(groups, None)
    begins = name.start <= SUBJECT_WITHIN or _AND_DEPUTY.fullmatch(unit.text, 0, name.start) is not None
    told = begins and _IS_TOLD.match(unit.text, name.end) is not None
    told = told or (members_only(name) and _ARE.search(unit.text, 0, name.start) is not None)
    return names.memory.groups_spoken_of.get(unit.block) if told else None
