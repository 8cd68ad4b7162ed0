"""Whom an item of a list names: people, else posts with the bodies that they are of, else bodies, else itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby, pairwise

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.found import Found
from protocolgraph.extract.labelled import office_label
from protocolgraph.extract.layout.headers import column_of
from protocolgraph.extract.masked import Placed, outermost
from protocolgraph.extract.people import PersonFinder
from protocolgraph.extract.tokens import tokenize
from protocolgraph.extract.units import Key, key_of
from protocolgraph.model import Alias, Clause, ClauseKind, EntityType, Passage, Scope
from protocolgraph.vocab.lexicon import fold, lexicon, load_yaml

DEFINED = re.compile(
    r"[,:]?\s+(?:within the meaning|as defined|as set out|(?:as )?established (?:under|by)|registered (?:under|by)"
    r"|(?:approved|appointed|elected) (?:under|in accordance with)|to which|in respect of which)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
"""What the law says of a class of members after its name."""
RULE = re.compile(r"\b(?:will|shall|must|should|may|can|is|are|has|have|was|were|meets?)\b")
"""What a rule about members has and a member's name has not."""
_BY_POST = re.compile(r"\s?[,(–—-]\s*represented by\b")
"""Behind a member that a post represents."""
CHOSEN = re.compile(
    r"[,(]?\s*\b(?:to be )?(?:nominated|elected|appointed|chosen|co-opted|selected)\b(?=[^;]*\bby\b)[^;]*",
    re.IGNORECASE,
)
"""Who chooses a member, which is no member itself: "a parent, elected by the staff"."""
OR_DEPUTY = (
    r",? or (?:an?|his|her|his or her|their|any) (?:[\w-]+ ){0,2}(?:deputy|substitute|alternate|delegate)\b[^;]*"
)
"""Who comes in a member's place, and what is asked of that one: "the Clerk, or a deputy told of to the Chair"."""
_IN_PLACE = re.compile(OR_DEPUTY)
_BRACKET = re.compile(r"\(([^()]+)\)")
_TOLD_OF = re.compile(
    r",\s+(?:who|which|whose|of whom|(?:the |at least )?(?:majority|one|two|three|some|each|all) of whom)\b.*$",
    re.DOTALL,
)
"""What is told of a member behind its name: "the finance director, who should be qualified"."""
_INCLUDING = re.compile(r"(?:including|to include|of whom one)\b", re.IGNORECASE)
_CAPACITY = re.compile(r",\s+(?:as an?|as|in|ex[- ]officio|non-voting|by invitation)\b.*$", re.IGNORECASE)
"""In what capacity a member sits, behind its name: "the SPOC, in attendance"."""
_ARTICLE = re.compile(r"^(?:an?|the|any|all|every) ", re.IGNORECASE)
_COUNTED = (
    r"(?:up to |at least |no more than |not more than |at most )?"
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)(?: x)?"
)
_COUNT = re.compile(rf"^{_COUNTED} ", re.IGNORECASE)
_CLASS = re.compile(
    rf"\W*(?>(?:(?:{_COUNTED}|an?|the|all|each)\s+)?)(?P<name>(?:[\w'’&-]+ ){{1,6}}[\w-]*[^\W\d])"
    r"(?:\s+\d+|\s*\([^()]*\)){0,2}\W*(?:and\W*)?",
    re.IGNORECASE,
)
"""An item of a few words, with how many of them there are before or behind it."""
_SENT = re.compile(
    r"(?:an? |the )?(?:[\w-]+ )?(?:representative|nominee|delegate)s? (?:of|(?:from |of )?each (?:of|from)) (?:the )?",
    re.IGNORECASE,
)
_AND_FURTHER = re.compile(r"(?:,|,? and|,? &) (?:the )?")
"""Between those who send a representative each: "representatives of the Council, the Police and the Trust"."""
_FIELD = re.compile(r",\s+(?P<field>[A-Z][^,;.()]{2,50}?)(?=\s*(?:\(|$|[.;,]|\s[–—-]\s))")
"""What a comma adds to a post on a line of its own."""
_LONGEST_TITLE = 6
_NARROWED = 2
"""Words of a class that is more than its noun."""
_REPRESENTING = re.compile(r"^(?:also )?representing (?:the |all )?", re.IGNORECASE)
_AFTER_NAME = re.compile(r"\s*(?:[,:]|[–—-]\s|\((?:\w+ )?chair\w*\))", re.IGNORECASE)
_BRACKET_AFTER = re.compile(r"\s*\(")
"""Behind a name whose organisation a bracket gives: "Ann Lee (Harbour Ramblers)"."""
_AND = re.compile(r",?\s+and\s+(?:the\s+)?", re.IGNORECASE)
_TO_DO = re.compile(r"\s+to [a-z]+\s")
"""Behind somebody who is to do something: "Clerk to write"."""
_AND_ARTICLE = re.compile(r",?\s+and\s+the\s+", re.IGNORECASE)
AND_THE = re.compile(r"\band (?:the|its|our|an?|one|two|three) $", re.IGNORECASE)
_ADDRESS = re.compile(r"://|www\.|@", re.IGNORECASE)
_BEFORE_POSTS = re.compile(r"\s+[–—-]\s+|:\s+|\s*\(")
_BETWEEN_POSTS = re.compile(r"(?:\s*\([^()]*\))?(?:,\s+|;\s+|\s*/\s*|,?\s+(?:and|&)\s+)(?:(?:the|an?)\s+)?")
_PARTED = re.compile(r",\s+(?:and\s+)?|\s+(?:and|&)\s+")
_SMALL_WORDS = frozenset({"and", "of", "for", "the", "in", "&"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "you", "the"})
_FEWEST_PEOPLE = 2
_SHORTEST = 2
"""Letters of a name: one alone is a mark of a table ("A", "R")."""
_LONGEST_NAME = 4
_ARTICLE_WIDTH = 4


def lists_of_people(collected: Collected) -> set[Key]:
    """Return the items of lists most of which begin with a person: what else begins like one is one too."""
    found: set[Key] = set()
    items = [c for c in collected.names.outline.clauses if c.kind is ClauseKind.ITEM]
    for _, lines in groupby(items, key=lambda c: (c.section, c.leads)):
        keys = [(key_of(clause.body), _begins_with_person(collected, clause)) for clause in lines]
        if 2 * sum(person for _, person in keys) >= len(keys) > 1:
            found.update(key for key, _ in keys)
    return found


def _begins_with_person(collected: Collected, clause: Clause) -> bool:
    placed = collected.names.at(clause.body)
    if any(p.type is EntityType.PERSON and p.masks and p.start <= _ARTICLE_WIDTH for p in placed):
        return True
    return _bare_beside(collected, clause) > 0


def named(collected: Collected, clause: Clause, *, people_listed: bool = False, whole: bool = True) -> list[Placed]:
    """Return the members that an item names; a body beside a post is the one that the post is of.

    `people_listed` says that the list is one of people, in which what looks like a name is one; `whole` that an item
    without any known name is one itself.
    """
    people = _people(collected, clause, people_listed=people_listed)
    top = _outermost(collected.names.at(clause.body), clause.body.text)
    choosing = [m.span() for beside in (CHOSEN, _IN_PLACE) for m in beside.finditer(clause.body.text)]
    top = [p for p in top if not any(start <= p.start < end for start, end in choosing)]
    if people:
        for person in people:
            _owned(collected, clause, [p for p in top if p.start >= person.end])
        return [*people, *_and_posts(clause.body.text, top, people)]
    members = _class_of_posts(collected, clause) or _sent_in_posts(collected, clause)
    for start, end in () if members else _segments(clause.body.text):
        members += _members(collected, clause, [p for p in top if start <= p.start < end])
    if members:
        return [*_represented(clause.body.text, top, members), *members]
    return _whole(collected, clause) if whole and clause.kind is not ClauseKind.FIELD else []


def _represented(text: str, top: Sequence[Placed], members: Sequence[Placed]) -> list[Placed]:
    """The bodies whose members some posts are: "Northwick Council – represented by the Chief Executive"."""
    by = _BY_POST.search(text)
    bodies = [p for p in top if p.type is EntityType.BODY and p not in members]
    return [p for p in bodies if by is not None and p.end <= by.start() + 1]


def _and_posts(text: str, top: Sequence[Placed], people: Sequence[Placed]) -> list[Placed]:
    """The posts that "and the" adds to people: "Ann Lee, Bo Hart and the Clerk"."""
    last = people[-1].end
    return [p for p in top if p.type is EntityType.ROLE and p.start > last and AND_THE.search(text, last, p.start)]


def bare_person(text: str) -> int:
    """Return where the personal name without title ends with which a text begins; 0 for none."""
    tokens = tokenize(text)
    end = _finder().name_at(tokens, 0)
    return tokens[end - 1].end if 2 <= end <= _LONGEST_NAME else 0


@cache
def _finder() -> PersonFinder:
    return PersonFinder.load()


def place_person(collected: Collected, passage: Passage, end: int) -> Placed:
    """Make a mention of the person whose name a passage begins with."""
    return collected.names.place(passage, Found(0, end, EntityType.PERSON, passage.text[:end], "person"))


def _people(collected: Collected, clause: Clause, *, people_listed: bool) -> list[Placed]:
    if clause.kind is ClauseKind.FIELD:
        _place_several(collected, clause)
    elif clause.kind in (ClauseKind.ITEM, ClauseKind.SENTENCE):
        _place_others(collected, clause)
    people = [p for p in collected.names.at(clause.body) if p.type is EntityType.PERSON and p.masks]
    if people:
        return people
    end = _bare_beside(collected, clause, alone=people_listed)
    return [place_person(collected, clause.body, end)] if end else []


def _place_several(collected: Collected, clause: Clause) -> None:
    """Place the people without titles with whom a labelled list begins: "Members: Ann Lee, Bo Hart and the Clerk"."""
    names, text = collected.names, clause.body.text
    listed = [person for person, _ in _finder().listed(text)] if ";" not in text else []
    given = all(fold(person.text.split()[0]) in _finder().given for person in listed)
    if len(listed) < _FEWEST_PEOPLE or listed[0].start > 0 or not given:
        return
    taken = [p for p in names.at(clause.body) if p.masks]
    for person in listed:
        if not any(p.start < person.end and person.start < p.end for p in taken):
            names.place(clause.body, person)


def _place_others(collected: Collected, clause: Clause) -> None:
    """Place the people behind the first of an item that is only a list of people: "Dr Ann Lee (Chair) and Bo Hart"."""
    names, text = collected.names, clause.body.text
    begins = [p for p in names.at(clause.body) if p.type is EntityType.PERSON and p.masks and p.start == 0]
    if not begins or ";" in text:
        return
    rest = [part for part in _PARTED.split(_BRACKET.sub("", text[begins[0].end :]).rstrip(" .")) if part.strip()]
    listed = {person.text: person for person, _ in _finder().listed(text)}
    if rest and all(part.strip() in listed for part in rest):
        for part in rest:
            if not any(p.start == listed[part.strip()].start for p in names.at(clause.body) if p.masks):
                names.place(clause.body, listed[part.strip()])


def _bare_beside(collected: Collected, clause: Clause, *, alone: bool = False) -> int:
    """Return where a name without title ends that a post or body stands beside (or nothing, if `alone` will do)."""
    text = clause.body.text
    end = bare_person(text)
    others = [p for p in collected.names.at(clause.body) if p.masks]
    beside = [p for p in others if p.start >= end and p.type in (EntityType.ROLE, EntityType.BODY)]
    whole = [p for p in others if p.start < end <= p.end]
    if not end or (whole and not (alone and whole[0].end > end and "," in text[end : whole[0].end])):
        return 0
    apart = _AFTER_NAME.match(text, end) or (_BRACKET_AFTER.match(text, end) and (alone or _is_given(text)))
    return end if (apart and (beside or alone)) or (alone and end == len(text)) else 0


def begins_with_given(text: str) -> bool:
    """Whether words begin with a personal name of which the first is a common given name."""
    return bare_person(text) > 0 and _is_given(text)


def _is_given(text: str) -> bool:
    """Whether words begin with a common given name."""
    return fold(text.split()[0]) in _finder().given


def _outermost(placed: Sequence[Placed], text: str) -> list[Placed]:
    """The posts and bodies that stand in no other name, nor in a bracket behind one."""
    kinds = (EntityType.ROLE, EntityType.BODY)
    top = [p for p in placed if p.masks and p.type in kinds]
    top = [p for p in top if not any(o is not p and o.start <= p.start and p.end <= o.end for o in top)]
    outside = [p for p in top if not _inside_bracket(text, p) or not any(o.end <= p.start for o in top)]
    return outside if len(top) > len(outside) + 1 else [p for p in top if p in outside or p.type is EntityType.BODY]


def _inside_bracket(text: str, placed: Placed) -> bool:
    """Whether a bracket tells more of a member; "(including the Treasurer)" names one more."""
    around = (m[1] for m in _BRACKET.finditer(text) if m.start() < placed.start and placed.end < m.end())
    return any(_INCLUDING.match(said) is None for said in around)


def _class_of_posts(collected: Collected, clause: Clause) -> list[Placed]:
    """The class of posts that is all of an item, with every word that narrows it: "third sector representatives"."""
    match = _CLASS.fullmatch(clause.body.text)
    if match is None or RULE.search(match["name"]):
        return []
    start, end = match.span("name")
    words, roles = fold(match["name"]).split(), lexicon("roles")
    nouns = {*roles["class_plurals"], *roles["class_singulars"]}
    inside = [p for p in collected.names.at(clause.body) if start <= p.start and p.end <= end]
    posts = [p for p in inside if p.type is EntityType.ROLE and p.masks]
    known = any(p.start == start or p.end < end for p in posts) or not match["name"].split()[-1].islower()
    if known or len(words) < _NARROWED or words[-1] not in nouns or not nouns.isdisjoint(words[:-1]):
        return []
    collected.names.weak.update(p.mention for p in inside if p in posts or p.scope is Scope.GENERIC)
    found = Found(start, end, EntityType.ROLE, match["name"], words[-1], scope=Scope.GENERIC)
    return [collected.names.place(clause.body, found)]


def _sent_in_posts(collected: Collected, clause: Clause) -> list[Placed]:
    """The posts behind the one organisation that they are all in: "Northwick Council – Head of Law (Chair), Clerk".

    Where they stand in brackets it is the organisation that sits, too: "Northwick Council (Head of Law)".
    """
    text, kinds = clause.body.text, (EntityType.ROLE, EntityType.BODY)
    placed = outermost(p for p in collected.names.at(clause.body) if p.masks and p.type in kinds)
    if (in_place := _IN_PLACE.search(text)) is not None:
        placed = [p for p in placed if p.end <= in_place.start()] or placed
    posts = [p for p in placed[1:] if p.type is EntityType.ROLE and not _is_capacity(text[p.start : p.end])]
    if not posts or placed[0].type is not EntityType.BODY or placed[0].scope is Scope.GENERIC:
        return []
    sender, others = placed[0], [p for p in placed[1:] if p.type is not EntityType.ROLE]
    mark = _BEFORE_POSTS.fullmatch(text, sender.end, posts[0].start)
    if others or mark is None or sender.start > _ARTICLE_WIDTH or not text[sender.start].isupper():
        return []
    if any(_BETWEEN_POSTS.fullmatch(text, one.end, other.start) is None for one, other in pairwise(posts)):
        return []
    for post in posts:
        collected.names.own(post.mention, sender.mention)
    return [sender, *posts] if mark[0].strip() == "(" else posts


def _is_capacity(title: str) -> bool:
    """Whether a title beside a member says how they sit and is no post: "(Vice-Chair)", "(observer)"."""
    roles, folded = lexicon("roles"), fold(title)
    return any(folded in roles[sort] for sort in ("chairs", "deputies", "seats"))


def _segments(text: str) -> list[tuple[int, int]]:
    """The pieces that semicolons part."""
    bounds = [0, *(m.end() for m in re.finditer(";", text)), len(text)]
    return list(pairwise(bounds))


def _members(collected: Collected, clause: Clause, top: list[Placed]) -> list[Placed]:
    """The members of one piece: its posts, each with the body beside it, or its bodies, or both where they mix."""
    text = clause.body.text
    top = _of_last(collected, text, _of_organisation(collected, top))
    roles = [p for p in top if p.type is EntityType.ROLE]
    if not roles:
        outside = [p for p in top if not _inside_bracket(text, p)]
        return outside or top
    alone = lexicon("roles")["alone"]
    several = {p for pair in pairwise(roles) if _AND_ARTICLE.fullmatch(text, pair[0].end, pair[1].start) for p in pair}
    roles = [p for p in roles if p in several or office_label(text[p.start : p.end].lower()) not in alone] or roles
    top = [p for p in top if p.type is EntityType.BODY or p in roles or not text.startswith(":", p.end)]
    senders = [p for role in roles if (p := sender(collected, clause, role)) is not None]
    if senders and len(senders) == len(roles):
        return [*senders, *_further(text, top, senders[-1])]
    roles = [_without_body(collected, clause, role) for role in roles]
    if _mixed(top) or _each_for_itself(clause, top):
        return [p for p in top if not _inside_bracket(text, p)]
    _owned(collected, clause, top)
    return [with_field(collected, clause, roles[0])] if len(roles) == 1 else roles


def _of_last(collected: Collected, text: str, top: list[Placed]) -> list[Placed]:
    """Posts that "and" joins before the one organisation that they are in, without it; other names as they are.

    As in "the Clerk and the Treasurer, Northwick Trust".
    """
    if len(top) <= _FEWEST_PEOPLE:
        return top
    *posts, body = top
    joined = all(p.type is EntityType.ROLE for p in posts) and body.type is EntityType.BODY
    if not joined or not _is_one(body) or text[posts[-1].end : body.start] != ", ":
        return top
    if any(_AND.fullmatch(text, one.end, other.start) is None for one, other in pairwise(posts)):
        return top
    for post in posts:
        collected.names.own(post.mention, body.mention)
    return posts


def with_field(collected: Collected, clause: Clause, role: Placed) -> Placed:
    """The post of a line with what a comma adds to it, a field or a place: "Detective Inspector, Public Protection".

    Where the comma adds the body that the post is in, the post keeps its title, and is known by both together.
    """
    names, text = collected.names, clause.body.text
    match = _FIELD.match(text, role.end)
    title = text[role.start : role.end]
    if match is None or len(title.split()) > _LONGEST_TITLE or fold(title) in lexicon("roles")["alone"]:
        return role
    inside = [p for p in names.at(clause.body) if p.masks and match.start("field") <= p.start < match.end("field")]
    if any(p.type is not EntityType.BODY for p in inside):
        return role
    fields = set(re.findall(rf"{re.escape(title)},\s+([A-Z][^,;.()\n]*)", names.outline.document.text))
    whole = f"{title}, {match['field']}"
    spans = clause.body.spans(role.start, match.end("field"))
    if inside and len(fields) <= 1:
        names.aliases.append(Alias(EntityType.ROLE, whole, title, "with its body", spans))
        return role
    names.weak.add(role.mention)
    found = Found(role.start, match.end("field"), EntityType.ROLE, whole, names.heads[role.mention])
    return names.place(clause.body, found, owner=names.mentions[role.mention].owner)


def sender(collected: Collected, clause: Clause, role: Placed) -> Placed | None:
    """The body that sits by whom it sends: "two representatives of the Youth Council"; None for a class, or a post."""
    sent = _SENT.match(clause.body.text, role.start)
    bodies = [p for p in collected.names.at(clause.body) if p.type is EntityType.BODY and p.scope is not Scope.GENERIC]
    return next((p for p in bodies if sent is not None and p.start == sent.end() and p.end >= role.end), None)


def _further(text: str, top: Sequence[Placed], last: Placed) -> list[Placed]:
    """The bodies that a list goes on with behind one that sends somebody."""
    found: list[Placed] = []
    for body in top:
        if body.type is EntityType.BODY and _AND_FURTHER.fullmatch(text, (found or [last])[-1].end, body.start):
            found.append(body)
    return found


def _without_body(collected: Collected, clause: Clause, role: Placed) -> Placed:
    """The post of "Northwick Council Director of Finance", a line of a table that lost its columns."""
    names, text = collected.names, clause.body.text
    for body in names.at(clause.body):
        begins = body.type is EntityType.BODY and body.start == role.start == 0 and body.scope is not Scope.GENERIC
        rest = text[body.end : role.end].lstrip()
        telling = len(rest.split()) > 1 or names.heads[body.mention] in _employers()
        if begins and telling and body.end < role.end and rest[:1].isupper():
            found = Found(role.end - len(rest), role.end, EntityType.ROLE, rest, names.heads[role.mention])
            names.weak.add(role.mention)
            return names.place(clause.body, found, owner=body.mention)
    return role


@cache
def _employers() -> frozenset[str]:
    return frozenset(load_yaml("lexicon/layout_words.yaml")["employers"])


def _mixed(top: Sequence[Placed]) -> bool:
    """Whether posts and bodies stand in one list without order, so that each is a member."""
    kinds = [p.type for p in top]
    pairs = (
        len(kinds) % 2 == 0
        and kinds[::2] == [kinds[0]] * (len(kinds) // 2)
        and kinds[1::2] == [kinds[1]] * (len(kinds) // 2)
    )
    return len(kinds) > 2 and EntityType.BODY in kinds and not pairs


def _each_for_itself(clause: Clause, top: Sequence[Placed]) -> bool:
    """Whether "and" joins a body and a post that is not its own: "the Cabinet and the Mayor"; as one item of a list,
    "Board and Partnership Manager" may be one post.
    """
    joins = _AND_ARTICLE if clause.kind is ClauseKind.ITEM else _AND
    pairs = [(one, other) for one, other in pairwise(top) if one.type is EntityType.BODY]
    return any(joins.fullmatch(clause.body.text, one.end, other.start) for one, other in pairs)


def _owned(collected: Collected, clause: Clause, top: Sequence[Placed]) -> None:
    """ "Director of Finance, Northwick Council", "Northwick Council – Director of Finance": the post is the body's.

    Not where it only has to do something with the body: "Director of Finance to write to the Trust".
    """
    first = next((p.type for p in top), None)
    for one, other in pairwise(top):
        role, beside = (other, one) if first is EntityType.BODY else (one, other)
        apart = _TO_DO.search(clause.body.text, one.end, other.start) is not None
        if not apart and (role.type, beside.type) == (EntityType.ROLE, EntityType.BODY) and _is_one(beside):
            collected.names.own(role.mention, beside.mention)


def _is_one(body: Placed) -> bool:
    """Whether a body is one and no class of them."""
    return body.scope is not Scope.GENERIC


def _of_organisation(collected: Collected, top: Sequence[Placed]) -> list[Placed]:
    """The names of a piece without the unit and the organisation behind a post, which is the organisation's:
    "Detective Inspector, Child Protection Unit, Northwick Police".
    """
    beside: set[int] = set()
    for role, unit, organisation in zip(top, top[1:], top[2:], strict=False):
        kinds = (role.type, unit.type, organisation.type)
        if kinds == (EntityType.ROLE, EntityType.BODY, EntityType.BODY) and _employs(collected, unit, organisation):
            collected.names.own_instead(role.mention, organisation.mention)
            beside |= {unit.mention, organisation.mention}
    return [p for p in top if p.mention not in beside]


def _employs(collected: Collected, unit: Placed, organisation: Placed) -> bool:
    """Whether an organisation stands behind its unit: "Child Protection Unit, Northwick Police"."""
    heads = collected.names.heads
    apart = organisation.start - unit.end == len(", ")
    return apart and heads[organisation.mention] in _employers() and heads[unit.mention] not in _employers()


def bare_name(collected: Collected, clause: Clause) -> list[Placed]:
    """The name that is all of a label's value, written as names are, whatever its last word."""
    words = [word for word in clause.body.text.rstrip(" .").split() if word.lower() not in _SMALL_WORDS]
    titled = 0 < len(words) <= _LONGEST_TITLE and all(word[0].isupper() and word.isalpha() for word in words)
    others = collected.names.at(clause.body)
    return _whole(collected, clause) if titled and not others else []


def _whole(collected: Collected, clause: Clause) -> list[Placed]:
    """An item that holds no known name is itself the name of a class or a post ("Commissioned services")."""
    text = _TOLD_OF.sub("", clause.body.text)
    text = _CAPACITY.sub("", CHOSEN.sub("", DEFINED.sub("", _BRACKET.sub("", text))))
    text = text.rstrip(" .;,—–-").removesuffix(" and").rstrip(" ,;")
    count = _COUNT.match(text) or _ARTICLE.match(text) or _REPRESENTING.match(text)
    start = count.end() if count else 0
    name = text[start:].strip()
    tokens = tokenize(name)
    not_members = load_yaml("lexicon/layout_words.yaml")["not_members"]
    if all(column_of(token.text) for token in tokens):
        return []
    if not 1 <= len(tokens) <= 12 or RULE.search(name) or len(name) < _SHORTEST or tokens[0].folded in not_members:
        return []
    if tokens[0].folded in {*lexicon("words")["determiners"], *_PRONOUNS}:
        return []
    if (
        ":" in name
        or not tokens[0].word
        or _COUNT.fullmatch(f"{name} ")
        or any(c.isdigit() for c in name)
        or _ADDRESS.search(name)
    ):
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
