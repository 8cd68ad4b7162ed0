"""Membership lists: a heading or a lead-in says what they are, each item names a member."""

from __future__ import annotations

import re
from functools import cache

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.found import Found
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.tokens import tokenize
from protocolgraph.model import Clause, ClauseKind, EntityType, Passage, Scope
from protocolgraph.vocab.lexicon import lexicon, load_yaml

_LONGEST = 16
"""Words that an item may have to be a member and not a rule about members."""
_GROUP_HEADING = 6
"""Words of a heading that only groups the members below it ("Health and Social Care")."""
_DEFINED = re.compile(
    r"[,:]?\s+(?:within the meaning|as defined|as set out|(?:as )?established (?:under|by)|registered (?:under|by)"
    r"|approved under|to which|in respect of which)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
"""What the law says of a class of members after its name."""
_RULE = re.compile(r"\b(?:will|shall|must|should|may|can|is|are|has|have|was|were)\b")
_BRACKET = re.compile(r"\(([^()]+)\)")
_ARTICLE = re.compile(r"^(?:an?|the|any|all|every) ", re.IGNORECASE)
_COUNT = re.compile(
    r"^(?:up to |at least )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)(?: x)? ", re.IGNORECASE
)


def read(collected: Collected) -> None:
    """Read the members that lists, fields and tables name."""
    for clause in collected.names.outline.clauses:
        if clause.kind is ClauseKind.CELL:
            continue
        listed = listed_in(clause, collected)
        if listed is not None:
            body, capacity, lead = listed
            _members(collected, clause, body, capacity, lead)


@cache
def _members_pattern() -> re.Pattern[str]:
    data = load_yaml("lexicon/layout_words.yaml")
    return re.compile("|".join(f"(?:{pattern})" for pattern in data["members"]), re.IGNORECASE)


@cache
def _capacities() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = load_yaml("lexicon/layout_words.yaml")
    return tuple((name, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)) for name, pattern in data["capacities"])


def capacity_of(text: str) -> str | None:
    """Return the capacity that words give ("Participating Observer"), or None."""
    return next((name for name, pattern in _capacities() if pattern.search(text)), None)


def listed_in(clause: Clause, collected: Collected) -> tuple[int, str | None, Passage | None] | None:
    """Return body, capacity and lead-in of the membership list that a clause stands in."""
    names = collected.names
    for lead in reversed(clause.leads):
        if _members_pattern().fullmatch(lead.text.strip()):
            body = _lead_body(lead, clause.section, collected)
            return None if body is None else (body, capacity_of(lead.text), lead)
        if clause.kind is ClauseKind.ITEM and lead.text and not _is_heading(lead, clause.section, collected):
            return None
    heading = _heading(clause, collected)
    if heading is None:
        return None
    bodies = [p for p in names.at(heading) if p.type is EntityType.BODY]
    body = _listing_body(bodies, clause.section, collected)
    return None if body is None else (body, capacity_of(heading.text), heading)


def _is_heading(lead: Passage, section: int, collected: Collected) -> bool:
    """Whether a lead-in is only the heading above, taken as one."""
    return lead.text == collected.names.outline.sections[section].heading.text


def _lead_body(lead: Passage, section: int, collected: Collected) -> int | None:
    """The body of a lead-in: "members of the Board are"; what a mere label stands under otherwise."""
    bodies = [p for p in collected.names.at(lead) if p.type is EntityType.BODY]
    of = re.search(r"\bmembers(?:hip)? of (?:the )?", lead.text, re.IGNORECASE)
    after = [p for p in bodies if of is not None and 0 <= p.start - of.end() <= 1]
    if after:
        return after[0].mention
    if bodies and re.search(r"\b(?:are|is|includes?|comprises?|consists?)\b", lead.text):
        return bodies[0].mention
    return _listing_body(bodies, section, collected)


def _listing_body(bodies: list[Placed], section: int, collected: Collected) -> int | None:
    """The body whose members are listed: the one that the words name, unless they only name a class of its members."""
    own = body_above(section, collected)
    if bodies and (bodies[0].scope is not Scope.GENERIC or not _headed(section, collected)):
        return bodies[0].mention
    return own


def _headed(section: int, collected: Collected) -> bool:
    """Whether some heading above names a body that is no class."""
    memory = collected.names.memory
    above = [a for index in collected.names.path(section) for a in memory.headings.get(index, [])]
    return any(a.type is EntityType.BODY and a.scope is not Scope.GENERIC for a in above)


def _heading(clause: Clause, collected: Collected) -> Passage | None:
    """The heading of the membership list; items may stand below short headings of groups of members."""
    for step, index in enumerate(reversed(collected.names.path(clause.section))):
        heading = collected.names.outline.sections[index].heading
        if heading.text and _members_pattern().fullmatch(heading.text.strip()):
            return heading
        passed = step == 0 and clause.kind is ClauseKind.ITEM and len(heading.text.split()) <= _GROUP_HEADING
        if heading.text and not passed:
            return None
    return None


def body_above(section: int, collected: Collected) -> int | None:
    """Return the body that the headings above name, else what the part of the document is about."""
    memory = collected.names.memory
    for index in reversed(collected.names.path(section)):
        for antecedent in memory.headings.get(index, []):
            if antecedent.type is EntityType.BODY:
                return antecedent.mention
    part = collected.names.outline.sections[section].part
    return next((a.mention for a in memory.about(part)), None)


def _members(collected: Collected, clause: Clause, body: int, capacity: str | None, lead: Passage | None) -> None:
    if clause.kind is ClauseKind.SENTENCE and (_RULE.search(clause.body.text) or clause.body.text.endswith(".")):
        return
    if clause.kind is ClauseKind.ITEM and len(_DEFINED.sub("", clause.body.text).split()) > _LONGEST:
        return
    placed = named(collected, clause)
    for member in placed:
        own = capacity_of(_beside(clause.body.text, member)) or capacity
        chairs = re.search(
            r"\((?:\w+ )?chair\w*\)|[–-] ?chair\w*$|in the chair\b", _beside(clause.body.text, member), re.IGNORECASE
        )
        evidence = collected.clause_evidence(clause, rule="member-list", confidence=0.88, lead=lead)
        qualifiers = {"capacity": own} if own else {}
        if chairs and own is None:
            collected.fact(member.mention, "chairs", body, evidence)
        collected.fact(member.mention, "member_of", body, evidence, qualifiers=qualifiers)
    _held(collected, clause, placed)


def _beside(text: str, member: Placed) -> str:
    return text[member.end :]


def _held(collected: Collected, clause: Clause, placed: list[Placed]) -> None:
    """A person and a post in one item: the person holds the post."""
    people = [p for p in placed if p.type is EntityType.PERSON]
    roles = [p for p in collected.names.at(clause.body) if p.type is EntityType.ROLE]
    if len(people) == 1 and len(roles) == 1:
        evidence = collected.clause_evidence(clause, rule="person-and-post", confidence=0.85)
        collected.fact(people[0].mention, "holds", roles[0].mention, evidence)


def named(collected: Collected, clause: Clause) -> list[Placed]:
    """Return the members that an item names: its post or person, else its bodies, else the item itself."""
    names, text = collected.names, clause.body.text
    top = [p for p in names.at(clause.body) if p.masks]
    top = [p for p in top if not any(o is not p and o.start <= p.start and p.end <= o.end for o in top)]
    top = [p for p in top if not _inside_bracket(text, p) or not any(o.end <= p.start for o in top)]
    if clause.kind is ClauseKind.FIELD or " and " in text or ";" in text or text.count(",") > 1:
        several = [p for p in top if p.type in (EntityType.PERSON, EntityType.ROLE, EntityType.BODY)]
        several = [p for p in several if p.type is EntityType.PERSON] or several
        if len(several) > 1 or clause.kind is ClauseKind.FIELD:
            return several
    for kind in (EntityType.PERSON, EntityType.ROLE, EntityType.BODY):
        of_kind = [p for p in top if p.type is kind]
        if of_kind:
            _own(collected, of_kind, top, kind)
            return of_kind if kind is not EntityType.ROLE else of_kind[:1]
    return _whole(collected, clause)


def _own(collected: Collected, of_kind: list[Placed], top: list[Placed], kind: EntityType) -> None:
    """ "Northwick Council – Director of Finance": the post belongs to the body beside it."""
    bodies = [p for p in top if p.type is EntityType.BODY and p.scope is not Scope.GENERIC]
    if kind is EntityType.ROLE and len(of_kind) == 1 and len(bodies) == 1:
        collected.names.own(of_kind[0].mention, bodies[0].mention)


def _inside_bracket(text: str, placed: Placed) -> bool:
    return any(m.start() < placed.start and placed.end < m.end() for m in _BRACKET.finditer(text))


def _whole(collected: Collected, clause: Clause) -> list[Placed]:
    """An item that holds no known name is itself the name of a class or a post ("Commissioned services")."""
    text = _DEFINED.sub("", _BRACKET.sub("", clause.body.text)).rstrip(" .;,—–-")
    count = _COUNT.match(text) or _ARTICLE.match(text)
    start = count.end() if count else 0
    name = text[start:].strip()
    tokens = tokenize(name)
    not_members = load_yaml("lexicon/layout_words.yaml")["not_members"]
    if not 1 <= len(tokens) <= 12 or _RULE.search(name) or not name or tokens[0].folded in not_members:
        return []
    if not tokens[0].word or any(c.isdigit() for c in name):
        return []
    last = tokens[-1].base
    role = (
        last in lexicon("roles")["heads"]
        or last in lexicon("roles")["classes"]
        or last.removesuffix("s") in (lexicon("roles")["heads"])
    )
    plural = last.endswith("s") and not last.endswith("ss")
    kind = EntityType.ROLE if role else EntityType.BODY
    scope = Scope.GENERIC if plural and not role else Scope.LOCAL
    found = Found(start, start + len(name), kind, name, last, scope=scope)
    return [collected.names.place(clause.body, found)]
