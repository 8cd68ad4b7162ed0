"""Membership lists: a heading or a lead-in says what they are, each item names a member."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

from protocolgraph.extract.capacities import capacity_of
from protocolgraph.extract.collected import Collected
from protocolgraph.extract.items import ItemForm, item_form
from protocolgraph.extract.labelled import (
    any_of,
    office_label,
    said_behind,
    sorts_members,
    tells_no_seat,
    tells_of_members,
)
from protocolgraph.extract.layout.alternating import below_people
from protocolgraph.extract.layout.columns import stacked_rows
from protocolgraph.extract.layout.grouped import (
    group_alone,
    group_of_label,
    group_of_lead,
    heads_group,
    listed_parts,
    rosters_of_groups,
)
from protocolgraph.extract.layout.named import AND_THE, DEFINED, OR_DEPUTY, RULE, lists_of_people, named
from protocolgraph.extract.layout.other_chairs import chair_of_group
from protocolgraph.extract.layout.sorts import GROUP_HEADING, SORT, sorts_of_lines
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.spoken import is_group_head
from protocolgraph.extract.units import Key, key_of
from protocolgraph.model import Clause, ClauseKind, EntityType, Passage, Scope
from protocolgraph.vocab.layout import load_layout
from protocolgraph.vocab.lexicon import fold

_OF_MEETINGS = frozenset(
    {"present", "members present", "also present", "apologies", "apologies for absence", "officers"}
)
"""Headings of lists that the reader of attendance reads, or of people who are no members."""
_AT_DATE = re.compile(
    r"[ ,:(–-]+(?:(?:as )?(?:at|of|on|in|for|from|during) )?(?:the (?:municipal )?year )?"
    r"(?:(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december) )?(?:19|20)\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?\)?$",
    re.IGNORECASE,
)
"""The date or year of a list of members at the end of its heading: "Members at 31 March 2022"."""
_LONGEST = 16
"""Words that an item may have to be a member and not a rule about members."""
_SAID_OF = re.compile(
    r"\s*\([^()]*\)|\s+[–—-]\s+(?:one|two|each|who)\b.*$|"
    r",? representing the (?:voice|views|interests)\b.*$|\.\s+(?:This|These|It)\b.*$"
    rf"|,\s+(?:(?:at least |no more than )?\w+ )?of whom\b.*$|{OR_DEPUTY}",
    re.DOTALL,
)
"""What an item says of a member behind the name, which makes no rule of it."""
_SENT_BY_SEVERAL = re.compile(
    r"(?:[\w-]+ ){0,3}(?:representatives?|nominees?|delegates?) (?:each )?(?:of|from)\b", re.IGNORECASE
)
"""How an item begins that may name more bodies than that: "One representative each of"."""
_NEAR = 32
"""Characters between a person and a post: others are named where it is more."""
_CHAIR = re.compile(
    r"\((?:\w+ ){0,2}(?<!vice )(?<!vice-)(?<!deputy )(?<!depute )(?:chair\w*|conven[eo]r)"
    r"(?: (?:it|the \w+|this \w+))?\)"
    r"|(?<!vice)(?<!deputy)(?:^|[–-])\W*(?:the )?chair\w*\W*$|in the chair\b"
    r"|^,? who (?:shall|will|should|must|is to) (?:chair|be (?:the )?chair\w*)\b",
    re.IGNORECASE,
)
_LABEL_BEFORE = re.compile(
    r"\W*(?P<office>(?:[\w-]+ )?(?:[\w-]+[ -])?(?:chair\w*|conven[eo]r))\s*[:–-]\W*"
    r"|\W*(?P<bare>chair\w*|conven[eo]r)\W+",
    re.IGNORECASE,
)
"""An office before whoever fills it: "Panel Chair: Head of Law"."""
_CHAIRING = ("chair", "chairman", "chairperson", "chairwoman", "convener", "convenor")
_MADE_OF = re.compile(
    r",?\s+(?:which (?:(?:will|shall|is|are) (?:be )?)?)?"
    r"(?:made up|composed|comprising|consisting|comprises|consists)\b|,? (?:which|that) includes?\b",
    re.IGNORECASE,
)
"""Behind the body of which a lead-in lists the members, if it says something of another body before."""
_MEMBERSHIP = re.compile(r"(?:['’]s)? (?:core |full )?membership\b", re.IGNORECASE)
"""Behind the body of a lead-in that says whose membership follows: "The steering group membership will include"."""
_PARTNERS = re.compile(
    r"(?:The |Our |Its )?(?:[\w-]+ ){0,3}(?:authorities|partners|agencies|organisations|bodies) (?:are|is|include)\b",
    re.IGNORECASE,
)
"""A lead-in to those who make up the body whose paper it is: "The responsible authorities are"."""
_PROSE_ENDS = 2
"""So many sentences behind its items end a list: what the section says after them is of other things."""
_STRUCTURE = re.compile(r"(?:sub-?\s?groups?|committees?|governance) structures?\b", re.IGNORECASE)
"""How the heading of a list of groups begins: "Sub-group structure and shared membership"."""
_AND_GROUPS = re.compile(r"\band (?:sub-?\s?)?(?:groups|committees)\W*$", re.IGNORECASE)
"""A heading of two subjects, of which the second is none that members sit on: "Membership and sub-groups"."""
_ELSEWHERE = re.compile(
    r"\b(?:can|may) be (?:found|seen|viewed|downloaded|accessed)\b|\bavailable (?:at|on|from|here)\b", re.IGNORECASE
)
"""A lead-in to pages that tell the members: "The membership of each committee can be found at"."""
_IT = re.compile(r"\bon it\b", re.IGNORECASE)
"""A heading that means the body spoken of just before: "Who is on it?"."""
_ITS_PARTS = re.compile(
    r"(?:\s*\([^()]{1,30}\))? (?:(?:also|currently|now|will|shall|should|must) )*"
    r"(?:includes?|brings? together)[\s:;–-]*(?:at least[\s:;–-]*)?"
)
"""Behind a body at the beginning of a lead-in that then lists its members: "The Board must include"."""
_ARTICLE = re.compile(r"(?:the |our )?", re.IGNORECASE)
_INCLUDING = re.compile(r"\bincludes?\b", re.IGNORECASE)
_OF_MEMBERS = re.compile(r"\b(?:members?|membership|represent\w*|attend\w*|compris\w+|compos\w+)\b", re.IGNORECASE)
"""What a lead-in says that lists members: what "activities include" are none."""
_THE_ABOVE = re.compile(r"(?:(?:all of )?the above|this list) includes?\b", re.IGNORECASE)
"""How a sentence behind a list goes on with it: "The above includes all faith groups, colleges and clubs"."""
_FOR = re.compile(r"(?:(?:for|from|representing|on behalf of)\s+)?(?:the\s+)?", re.IGNORECASE)
"""What stands before the body of a label in a list of members."""
_GROUPS_OF_ONE = {"groups", "sub-groups", "subgroups", "workstreams", "sub-committees", "subcommittees"}
"""Nouns of classes that some body has, below whose name each line is one of its groups."""
_DOES = re.compile(
    r"\b(?:provides?|attends?|appoints?|elects?|nominates?|serves?|sits?|represents?|reports?|supports?|meets?|holds?"
    r"|scrutinises?|oversees?|monitors?|reviews?|receives?|keeps?|makes?|takes?|selects?|chooses?|brings?|sends?|gives?|leads?|chairs|advises|approves?)\s"
    r"(?:the|an?|its|their|for|to|on|as|in|by|at|from|members|advice|each|all|of)\b"
    r"|\b(?:gives|feeds|provides|attends|appoints|elects|nominates|serves|oversees|receives|keeps|makes|takes|brings|sends"
    r"|ensures|co-?ordinates|considers|agrees|sets|works|helps|acts|consults|informs|advises|approves)\s[a-z]"
)
"""What a sentence says that somebody does, which is no list of names."""
_DOING = (ItemForm.INFINITIVE, ItemForm.THIRD_PERSON)
"""How an item begins that says what members do: "appoint the auditors", "may amend the articles"."""
_SORT_OF_MEMBER = re.compile(r"(?:[\w-]+ ){0,3}(?:members?|representatives?|governors?|trustees?)", re.IGNORECASE)


def read(collected: Collected) -> None:
    """Read the members that lists, fields and tables name."""
    people = lists_of_people(collected)
    posts, rosters = below_people(collected), rosters_of_groups(collected)
    posts |= {key_of(c.body) for row in stacked_rows(collected) for cell in row.cells.values() for c in cell}
    behind, (sorts, heading), parts = _behind_lists(collected), sorts_of_lines(collected), listed_parts(collected)
    for clause in collected.names.outline.clauses:
        if clause.kind in (ClauseKind.CELL, ClauseKind.FOOTNOTE) or key_of(clause.body) in posts | collected.taken:
            continue
        listed = listed_in(clause, collected) or rosters.get(key_of(clause.body))
        if listed is not None and key_of(clause.body) in behind and not _is_led(clause, listed[2], collected):
            continue
        sort = sorts.get(key_of(clause.body))
        sits = key_of(clause.body) not in heading and _names_members(clause, collected)
        if listed is not None and sits and not tells_no_seat(clause):
            body, capacity, lead = listed
            capacity = (capacity_of(sort.text) if sort is not None else None) or capacity
            members = chair_of_group(collected, clause)
            members = members or named(collected, clause, people_listed=key_of(clause.body) in people)
            if key_of(clause.body) in parts:
                evidence = collected.clause_evidence(clause, rule="listed-part", confidence=0.8, lead=lead)
                collected.fact(members[0].mention, "part_of", body, evidence)
                continue
            sent = _of_label(collected, clause, members, sort)
            _members(collected, clause, members, (body, sent), capacity, lead)


def _behind_lists(collected: Collected) -> set[Key]:
    """Return the clauses that stand in their section behind a list and then prose."""
    found: set[Key] = set()
    for _, clauses in groupby(collected.names.outline.clauses, key=lambda clause: clause.section):
        items = prose = 0
        for clause in clauses:
            if items and prose >= _PROSE_ENDS:
                found.add(key_of(clause.body))
            elif clause.kind is ClauseKind.ITEM:
                items, prose = items + 1, 0
            elif clause.kind is ClauseKind.SENTENCE and items and not _lists(clause.body.text):
                prose += 1
    return found


def _is_led(clause: Clause, lead: Passage | None, collected: Collected) -> bool:
    """Whether a list has a lead-in of its own, and not only the section's heading."""
    return lead is not None and not _is_heading(lead, clause.section, collected)


@lru_cache
def _heads_members(heading: str) -> bool:
    """Whether a heading says that members stand below it, at whatever date."""
    heading = _AT_DATE.sub("", heading.strip())
    return _labels_members(heading) or fold(heading).strip(" :.") in load_layout().member_headings - _OF_MEETINGS


@lru_cache
def _labels_members(text: str) -> bool:
    """Whether words are a label of members and nothing else; every line of a list asks it of the same lead-in."""
    return any_of("members").fullmatch(text) is not None and _STRUCTURE.match(text) is None


def _body_includes(lead: Passage, collected: Collected) -> bool:
    """Whether a lead-in is a body and that it includes those below: "The Youth Board also includes"."""
    bodies = [p for p in collected.names.at(lead) if p.type is EntityType.BODY and p.scope is not Scope.GENERIC]
    return any(_ITS_PARTS.fullmatch(lead.text, p.end) and _ARTICLE.fullmatch(lead.text, 0, p.start) for p in bodies)


def listed_in(clause: Clause, collected: Collected) -> tuple[int, str | None, Passage | None] | None:
    """Return body, capacity and lead-in of the membership list that a clause stands in."""
    names = collected.names
    for lead in reversed(clause.leads):
        if _ELSEWHERE.search(lead.text):
            return None
        if _labels_members(lead.text.strip()) or _body_includes(lead, collected):
            before = group_of_label(clause, lead, collected)
            before = _group_before(clause.section, collected) if before is None else before
            if before is None and _IT.search(lead.text) and _is_heading(lead, clause.section, collected):
                before = names.memory.bodies_spoken_of.get(clause.section - 1)
            body = _lead_body(lead, clause, collected) if before is None else before
            return None if body is None else (body, capacity_of(lead.text), lead)
        labels = _is_heading(lead, clause.section, collected) or _sending(lead, collected) is not None
        labels = labels or sorts_members(lead.text)
        if clause.kind is ClauseKind.ITEM and lead.text and not labels:
            return None
    index = _heading(clause, collected)
    if index is None:
        return None
    heading = names.outline.sections[index].heading
    bodies = [p for p in names.at(heading) if p.type is EntityType.BODY and not _AND_GROUPS.search(heading.text)]
    body = _own_group(clause, index, collected)
    if body is None and not any(p.masks for p in bodies) and _IT.search(heading.text):
        body = collected.names.memory.bodies_spoken_of.get(index - 1)
    body = body if body is not None else _listing_body(bodies, index, collected)
    return None if body is None else (body, capacity_of(heading.text), heading)


def _own_group(clause: Clause, index: int, collected: Collected) -> int | None:
    """The group whose name heads some lines of a list of members: they sit on it, not on what all the list is about."""
    if clause.section == index:
        return None
    heading = collected.names.outline.sections[clause.section].heading
    group = group_alone(collected, heading)
    return group.mention if group is not None else None


def _group_before(index: int, collected: Collected) -> int | None:
    """The group that the list right above is of, where a heading only says what sort of its members follows."""
    sections = collected.names.outline.sections
    if not index or not SORT.fullmatch(sections[index].heading.text.strip(" :")):
        return None
    group = group_alone(collected, sections[index - 1].heading)
    same = sections[index - 1].parent == sections[index].parent and sections[index - 1].part == sections[index].part
    return group.mention if group is not None and same else None


def _is_heading(lead: Passage, section: int, collected: Collected) -> bool:
    """Whether a lead-in is only the heading above, taken as one."""
    return lead.text == collected.names.outline.sections[section].heading.text


def _lead_body(lead: Passage, clause: Clause, collected: Collected) -> int | None:
    """The body of a lead-in: "members of the Board are"; what a mere label stands behind or under otherwise."""
    section = clause.section
    bodies = [p for p in collected.names.at(lead) if p.type is EntityType.BODY and not _AND_GROUPS.search(lead.text)]
    made_of = _MADE_OF.search(lead.text)
    before = [p for p in bodies if made_of is not None and 0 <= made_of.start() - p.end <= 1]
    if before:
        return before[-1].mention
    if own := next((p for p in bodies if _MEMBERSHIP.match(lead.text, p.end)), None):
        return own.mention
    if (told := group_of_lead(collected, lead, bodies, made_of.start() if made_of is not None else 0)) is not None:
        return told
    bodies = [p for p in bodies if p.scope is not Scope.GENERIC] or bodies
    if not bodies and _INCLUDING.search(lead.text) and not _OF_MEMBERS.search(lead.text):
        return None
    above = body_above(section, collected) if made_of is not None else None
    if above is not None and made_of is not None:
        said = lead.text[: made_of.start()].lower()
        if said.endswith(collected.names.mentions[above].name.lower()):
            return above
    of = re.search(r"\bmembers(?:hip)? of (?:the )?", lead.text, re.IGNORECASE)
    after = [p for p in bodies if of is not None and 0 <= p.start - of.end() <= 1]
    if after:
        return after[0].mention
    if bodies and re.search(r"\b(?:are|is|includes?|comprise[sd]?|consist(?:s|ed)?)\b", lead.text):
        partners = bodies[0].scope is Scope.GENERIC and _PARTNERS.match(lead.text) is not None
        whole = body_above(section, collected) if partners else None
        return bodies[0].mention if whole is None else whole
    spoken = collected.names.spoken_of(clause) if not bodies else None
    return _listing_body(bodies, section, collected) if spoken is None else spoken


def _listing_body(bodies: list[Placed], section: int, collected: Collected) -> int | None:
    """The body whose members are listed: the one that the words name, unless they only name a class of its members."""
    own = _group_told_of(section, collected)
    named = bodies and (bodies[0].scope is not Scope.GENERIC or not _headed(section, collected))
    sort = named and bodies[0].scope is Scope.GENERIC and not heads_group(collected, bodies[0].mention)
    if named and not (sort and own is not None):
        return bodies[0].mention
    return own


def _group_told_of(section: int, collected: Collected) -> int | None:
    """The body of the headings; where this is only whose page it is, the group that the section before tells of.

    A page of a school or council with "The Governing Board meets monthly." above "Members" lists those on that Board.
    """
    own, names = body_above(section, collected), collected.names
    about = names.memory.about(names.outline.sections[section].part)
    if own is None or not about or own != about[0].mention or is_group_head(about[0].head) or section == 0:
        return own
    spoken = names.memory.bodies_spoken_of.get(section - 1)
    if spoken is None or names.memory.headings.get(section) or not is_group_head(names.heads[spoken]):
        return own
    return spoken if names.mentions[spoken].scope is not Scope.GENERIC else own


def _headed(section: int, collected: Collected) -> bool:
    """Whether some heading above names a body that is no class."""
    memory = collected.names.memory
    above = [a for index in collected.names.path(section) for a in memory.headings.get(index, [])]
    return any(a.type is EntityType.BODY and a.scope is not Scope.GENERIC for a in above)


def _heading(clause: Clause, collected: Collected) -> int | None:
    """The section whose heading is that of the list of members; items may stand below short headings of groups."""
    for step, index in enumerate(reversed(collected.names.path(clause.section))):
        heading = collected.names.outline.sections[index].heading
        if heading.text and (_heads_members(heading.text) or _goes_on(index, collected)):
            return index
        passed = (
            step == 0
            and (clause.kind in (ClauseKind.ITEM, ClauseKind.CELL) or _THE_ABOVE.match(clause.body.text))
            and len(heading.text.split()) <= GROUP_HEADING
        )
        if heading.text and not passed:
            return None
    return None


def _goes_on(index: int, collected: Collected) -> bool:
    """Whether a heading is a sort of members right behind such a list: "Officers" behind "Elected members (7)"."""
    sections = collected.names.outline.sections
    if not index or fold(sections[index].heading.text).strip(" :.") not in load_layout().sorts_beside:
        return False
    before, own = sections[index - 1], sections[index]
    listed = _heads_members(before.heading.text) or _labels_members(before.heading.text.strip())
    return listed and (before.part, before.level) == (own.part, own.level)


def body_spoken_of(clause: Clause, collected: Collected) -> int | None:
    """Return the group that the sentences right before a clause speak of, else the body of the headings."""
    spoken = collected.names.spoken_of(clause)
    return body_above(clause.section, collected) if spoken is None else spoken


def body_above(section: int, collected: Collected) -> int | None:
    """Return the body that the headings above name, else what the part of the document is about.

    That is whose groups they are below "Working groups of the Partnership".
    """
    memory = collected.names.memory
    about = memory.about(collected.names.outline.sections[section].part)
    beside = collected.names.group_beside(section)
    if beside is not None:
        return beside
    for index in reversed(collected.names.path(section)):
        for antecedent in memory.headings.get(index, []):
            groups = antecedent.scope is Scope.GENERIC and antecedent.head in _GROUPS_OF_ONE
            if antecedent.type is EntityType.BODY and not (groups and about):
                return antecedent.mention
    return about[0].mention if about else None


def _members(
    collected: Collected,
    clause: Clause,
    members: list[Placed],
    sits: tuple[int, int | None],
    capacity: str | None,
    lead: Passage | None,
) -> None:
    """State where members sit; `sits` is the body and whence the label before them says that they come."""
    body, sent = sits
    for member in members:
        beside = said_behind(clause.body.text, member.end, [p.start for p in members])
        before = _LABEL_BEFORE.fullmatch(clause.body.text[: member.start])
        label = office_label(fold(before["office"] or before["bare"])) if before is not None else ""
        told = capacity_of(beside) or capacity_of(label)
        own = told or _by_name(clause.body.text[member.start : member.end]) or capacity
        chairs = _CHAIR.search(beside) or label in _CHAIRING
        chairs = chairs and not (sent is not None and beside.startswith(","))
        evidence = collected.clause_evidence(clause, rule="member-list", confidence=0.88, lead=lead)
        qualifiers = {"capacity": own} if own else {}
        if chairs and told in (None, capacity):
            collected.fact(member.mention, "chairs", body, evidence)
        collected.fact(member.mention, "member_of", body, evidence, qualifiers=qualifiers)
    _held(collected, clause, members)


_REPRESENTED = re.compile(r"\b(?:shall|will|must|should) be represented by (?:at least )?(?:an?|one|two)\b")
"""A rule on how many stand for each member, who are nobody by name: "shall be represented by at least one officer"."""


def _names_members(clause: Clause, collected: Collected) -> bool:
    """Whether a clause in a list of members names some, and is no rule about them, nor what they do."""
    if clause.kind is ClauseKind.SENTENCE:
        return _lists(clause.body.text)
    begins = any(p.start == 0 and p.masks for p in collected.names.at(clause.body))
    if (
        clause.body.text.startswith("No ")
        or (clause.kind is ClauseKind.FIELD and tells_of_members(clause.body.text))
        or "the following" in clause.body.text
        or _REPRESENTED.search(clause.body.text)
        or (not begins and item_form(clause.body.text).form in _DOING)
    ):
        return False
    if _SENT_BY_SEVERAL.match(clause.body.text) and not RULE.search(clause.body.text):
        return True
    named = _SAID_OF.sub("", DEFINED.sub("", clause.body.text))
    return clause.kind is not ClauseKind.ITEM or len(named.split()) <= _LONGEST


def _lists(text: str) -> bool:
    """Whether a sentence is only a list of names: no verb, and no full stop but after several names."""
    if RULE.search(text) or re.search(r"[.:?] \w", text) or _DOES.search(text):
        return False
    return not text.endswith(".") or text.count(",") + text.count(";") > 1


def _of_label(collected: Collected, clause: Clause, members: list[Placed], above: Passage | None) -> int | None:
    """ "Northwick Council: Ann Lee, Head of Safeguarding" in a list of members: return the body of the label, to which
    the post belongs, if it names one.
    """
    if clause.kind not in (ClauseKind.FIELD, ClauseKind.ITEM) or not (clause.leads or above):
        return None
    body = _sending(clause.leads[-1] if above is None else above, collected)
    if body is not None:
        held = [p for p in collected.names.at(clause.body) if _held_by_last(clause.body.text, p, members)]
        for role in (p for p in (*members, *held) if p.type is EntityType.ROLE):
            collected.names.own_instead(role.mention, body)
    return body


def _held_by_last(text: str, post: Placed, members: list[Placed]) -> bool:
    """Whether a post stands right behind a comma behind a member's name."""
    return post.type is EntityType.ROLE and any(text[m.end : post.start].strip() == "," for m in members)


def _sending(label: Passage, collected: Collected) -> int | None:
    """The organisation that a label names as the one from which those below it come: "For the Council:"."""
    bodies = [p for p in collected.names.at(label) if p.type is EntityType.BODY]
    bodies = [p for p in bodies if p.scope is not Scope.GENERIC and not heads_group(collected, p.mention)]
    whole = [p for p in bodies if p.end >= len(label.text.rstrip(" :")) and _FOR.fullmatch(label.text, 0, p.start)]
    return whole[0].mention if whole else None


def _by_name(name: str) -> str | None:
    """The capacity in which someone sits who is named by nothing else: "Lay member", "co-opted members"."""
    return capacity_of(name) if _SORT_OF_MEMBER.fullmatch(name) else None


def _held(collected: Collected, clause: Clause, placed: list[Placed]) -> None:
    """A person and a post in one item: the person holds the post."""
    people = [p for p in placed if p.type is EntityType.PERSON]
    roles = [p for p in collected.names.at(clause.body) if p.type is EntityType.ROLE and p.masks]
    text = clause.body.text
    roles = [p for p in roles if text[p.start - 1 : p.start] != "("] or roles
    near = bool(people and roles) and roles[0].start - people[0].end <= _NEAR
    near = near and AND_THE.search(text, people[0].end, max(roles[0].start, people[0].end)) is None
    if len(people) == 1 and near and (len(roles) == 1 or roles[0].start >= people[0].end):
        evidence = collected.clause_evidence(clause, rule="person-and-post", confidence=0.85)
        collected.fact(people[0].mention, "holds", roles[0].mention, evidence)
