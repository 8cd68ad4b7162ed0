"""Sentences that list who sits on a body: "The Board comprises the Chief Nurse, two head teachers and Healthwatch".

Read by their words and commas and not by a parser, which loses the end of a long list. A list ends where something else
is said: a finite verb, "who", "with".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from protocolgraph.extract.capacities import capacity_of
from protocolgraph.extract.collected import Collected
from protocolgraph.extract.labelled import may_match
from protocolgraph.extract.layout.attendance import place_listed
from protocolgraph.extract.layout.members import body_above, body_spoken_of
from protocolgraph.extract.masked import Placed
from protocolgraph.extract.people import PersonFinder
from protocolgraph.extract.spoken import begins_with, is_group_head
from protocolgraph.model import Clause, ClauseKind, EntityType, Scope
from protocolgraph.vocab.lexicon import load_yaml

_ENDS = re.compile(
    r"\b(?:will|shall|must|should|may|can|is|are|was|were|has|have|had|who|which|whose|where|when|if|unless"
    r"|together with|as well as|each of whom|one of whom|at least one|appointed|nominated|elected"
    r"|chosen|drawn|selected)\b"
    r"|;(?!\s*(?:and\s+)?(?:an?|\d+|one|two|three|four|five|six|up to)\b)(?!\s*and\s+the\b)|\.\s"
)
"""What a list of members does not go on with."""
_APART = re.compile(
    r"(?:\b(?:an?|two|three|four) (?-i:[a-z][a-z-]*(?: [a-z-]+){0,3}(?=,| and\b))"
    r"|\s|,|;|\band\b|\bor\b|&|\bincluding\b|\bin addition to\b"
    r"|\b(?:the|an?|its|our|their|up to|at least|not more than|no more than"
    r"|no fewer than|minimum of)\b|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"|\b(?:x|no)\b|\([^()]*\)|\b(?:senior|elected|local|current|other|further|additional|lead|statutory|nominated|serving)\b"
    r"|\b(?:representatives?|nominees?|delegates?|seats?)(?: each)? (?:of|from|for)\b|\beach of\b"
    r"|\bmembers? of\b|\bofficers? (?:of|from)\b|\bfrom each(?: of)?\b)*",
    re.IGNORECASE,
)
"""What may stand between one member of a list and the next, also one whom no name tells: "a teaching assistant,"."""
_CHAIR = re.compile(
    r"\s*\((?:the |as |independent )?(?P<vice>vice[- ]|deput[ey] )?(?:chair\w*|conven[eo]r)\)", re.IGNORECASE
)
_BRACKET = re.compile(r"\s*\((?P<said>[^()]{2,50})\)")
_BESIDE = re.compile(
    r"(?:['’]s|\s|[,:–—-]|\([^()]*\)|\b(?:will|shall|is|are|be|to|its|currently|also|now|normally|full|core|voting|current|present|which|and"
    r"|members?|membership)\b)*",
    re.IGNORECASE,
)
"""What stands between a body and the verb that says of whom it is made up."""
_BY = re.compile(r"\b(?:by|within|under) (?:the )?$", re.IGNORECASE)
"""Before a body of which "and" says nothing more: "The Secretariat is hosted by the Council and consists of"."""
_OWN = re.compile(
    r"(?:(?:the|its|our|their|full|core|current|statutory|voting|other|additional|standing|ordinary|following"
    r"|\w+) ){0,4}"
    r"(?:members?(?:hip)?|attendance|composition|it|the following)?\W*(?:(?:will|shall|is|are|be) )*$",
    re.IGNORECASE,
)
"""What begins a sentence on the members of the body that its section is about."""
_OF_THE_MEMBERS = re.compile(
    r"\b(?:members?|seats?|representatives?|councillors?|governors?|trustees?)\b", re.IGNORECASE
)
_SENT_BY = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?: [\w-]+){0,3}?"
    r"(?: (?:shall be|will be|is|are|be|being))?(?: (?:each )?(?:appointed|nominated|elected|chosen|drawn|sent))?"
    r" (?:by|from) (?:each of )?(?:the )?$",
    re.IGNORECASE,
)
"""What stands before a body that appoints some of the members."""
_SENDS = re.compile(
    r"(?:,? (?:shall|will|may|each|also|both|are to|is to))* (?:appoints?|nominates?|sends?|provides?"
    r"|(?:has|have|holds?)(?! (?:\w+ ){1,3}?councillors))"
    r" (?:up to |at least )?(?:an?|\d+|one|two|three|four|five|six) (?:[\w-]+ ){0,2}"
    r"(?:members?|seats?|places?|representatives?|councillors?|nominees?)\b(?! (?:on|to|of|at|from|in|for|who)\b)",
    re.IGNORECASE,
)
"""What stands behind a body that sends somebody to the one that is spoken of."""
_NUMBER = r"(?:an?|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[,.;]| and\b|$)"
_APPOINTS = re.compile(rf" (?:shall |will )?(?:appoints?|nominates?|elects?|provides?|sends?) {_NUMBER}", re.IGNORECASE)
"""Behind the first of several that each appoint so many: "of whom A appoints seven, B four and C two"."""
_SO_MANY = re.compile(rf" {_NUMBER}", re.IGNORECASE)
"""Behind the others."""
_DENIED = re.compile(r"\b(?:not|no|former|previously|if|unless)\b", re.IGNORECASE)
_MEMBERS_OF = re.compile(r"\bmember(?:s|ship) (?:of|on)\b", re.IGNORECASE)
_ATTENDING = re.compile(r"\battend\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?(?= )")
"""Behind a body whose post sits, and not the body: "the Council's Chief Social Work Officer"."""
_OF_OTHERS = re.compile(r" (?:services|schools|partners|agencies|organisations|departments|teams|boards|groups)\b")
"""Behind a name that only tells whose something else is that is made up of others: "NHS services consist of"."""
_SHORT = re.compile(r"(?:\s*\([^()]*\))?")
_BRACKETED = re.compile(r"\([^()]*\)")
_SCHOOLS = {"school", "academy", "college", "nursery"}
"""Bodies that are parts of the trust or federation that is made up of them, and sit on nothing."""
_KINDS = (EntityType.BODY, EntityType.ROLE, EntityType.PERSON)
_FEWEST = 2
_UNITS = "made-of-units"
"""The frame for the teams of a service, which sit on nothing."""
_BY_PARSE = {"comprises", "members-are"}
"""The frames that read such sentences by their syntax: of whom they take them to be members is less sure."""


@dataclass(frozen=True, slots=True)
class _Listing:
    """A sentence that lists members."""

    who: int
    """Where the words before the list end that tell whose members they are."""
    start: int
    """Where the list begins."""
    capacity: str | None
    beside: bool = False
    """Whether those listed sit on the body right before these words and on no other: "the Team, made up of"."""
    here: bool = False
    """Whether they sit on the body spoken of, and not on the one that appoints them: "X will appoint five members"."""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(pattern, re.IGNORECASE) for pattern in load_yaml("lexicon/layout_words.yaml")["composition"]
    )


def read(collected: Collected) -> None:
    """Read the members that sentences list."""
    finder = PersonFinder.load()
    for clause in collected.names.outline.clauses:
        if clause.kind in (ClauseKind.SENTENCE, ClauseKind.ITEM):
            _counted(collected, clause)
            for listing in _listings(clause.body.text):
                _list(collected, clause, listing, finder)


def _counted(collected: Collected, clause: Clause) -> None:
    """Who appoints how many of the members, where a sentence parts them: "three members by A and one by B"."""
    text = clause.body.text
    if not _OF_THE_MEMBERS.search(text):
        return
    bodies = [p for p in collected.names.at(clause.body) if p.type is EntityType.BODY and p.masks]
    _sending(collected, clause, bodies)
    _of_whom(collected, clause, bodies)
    senders = [p for p in bodies if _SENT_BY.search(text, 0, p.start)]
    before = [p for p in bodies if senders and p.end <= senders[0].start and p.scope is not Scope.GENERIC]
    body = before[0].mention if before else body_spoken_of(clause, collected) if len(senders) >= _FEWEST else None
    if body is None or len(senders) < _FEWEST:
        return
    evidence = collected.clause_evidence(clause, rule="appointed-by-each", confidence=0.78)
    for sender in senders:
        if collected.names.meant(sender.mention) != collected.names.meant(body):
            collected.fact(sender.mention, "member_of", body, evidence)


def _of_whom(collected: Collected, clause: Clause, bodies: Sequence[Placed]) -> None:
    """Who appoint so many each, where only the first has the verb: none of them is set up by another."""
    text, bodies = clause.body.text, sorted(bodies, key=lambda p: p.start)
    first = next((n for n, p in enumerate(bodies) if _APPOINTS.match(text, p.end)), None)
    if first is None:
        return
    senders = [bodies[first], *(p for p in bodies[first + 1 :] if _SO_MANY.match(text, p.end))]
    group = bodies[0].mention if first else body_above(clause.section, collected)
    if len(senders) < _FEWEST or group is None:
        return
    of_them = {p.mention for p in senders}
    collected.facts[:] = [f for f in collected.facts if not {f.subject, f.object} <= of_them]
    evidence = collected.clause_evidence(clause, rule="appointed-by-each", confidence=0.78)
    for sender in senders:
        collected.fact(sender.mention, "member_of", group, evidence)


def _sending(collected: Collected, clause: Clause, bodies: Sequence[Placed]) -> None:
    """Organisations that send so many to the group that the section is about: "Northwick Council has one seat"."""
    group, heads = body_above(clause.section, collected), collected.names.heads
    if group is None or not is_group_head(heads[group]):
        return
    senders = [p for p in bodies if _SENDS.match(clause.body.text, p.end) and not is_group_head(heads[p.mention])]
    evidence = collected.clause_evidence(clause, rule="sends-so-many", confidence=0.7)
    for sender in senders if not _DENIED.search(clause.body.text) else ():
        collected.fact(sender.mention, "member_of", group, evidence)


def _listings(text: str) -> Iterator[_Listing]:
    for pattern in _patterns() if may_match("composition", text) else ():
        match = pattern.search(text)
        if match is not None:
            attending = "in_attendance" if _ATTENDING.search(match[0]) else None
            groups = match.groupdict()
            capacity = attending or capacity_of(match[0])
            yield _Listing(match.start("verb"), match.end(), capacity, "beside" in groups, "here" in groups)
            return


def _list(collected: Collected, clause: Clause, listing: _Listing, finder: PersonFinder) -> None:
    body = _body(collected, clause, listing)
    end = _end(collected, clause, listing.start)
    members = _members(collected, clause, listing.start, end)
    if all(member.type is EntityType.PERSON for member in members):
        members = _people(collected, clause, listing.start, end, finder) or members
    if body is None or len(members) < _FEWEST or all(collected.names.heads[m.mention] in _SCHOOLS for m in members):
        return
    listed = {member.mention for member in members}
    if listed <= {f.subject for f in collected.facts if f.evidence.rule == _UNITS}:
        return
    collected.facts[:] = [
        f for f in collected.facts if f.evidence.rule not in _BY_PARSE or f.subject not in listed or f.object == body
    ]
    evidence = collected.clause_evidence(clause, rule="composition", confidence=0.82)
    for member in members:
        said = _BRACKET.match(clause.body.text, member.end)
        words = f"{clause.body.text[member.start : member.end]} {said['said'] if said else ''}"
        chair = _CHAIR.match(clause.body.text, member.end)
        capacity = "vice_chair" if chair and chair["vice"] else _own_capacity(words) or listing.capacity
        qualifiers = {"capacity": capacity} if capacity else {}
        collected.fact(member.mention, "member_of", body, evidence, qualifiers=qualifiers)
        if chair and not chair["vice"]:
            collected.fact(member.mention, "chairs", body, evidence)


def _own_capacity(words: str) -> str | None:
    """The capacity that a member's own name or the bracket behind it gives; a post's title may hold such words too."""
    found = capacity_of(words)
    return found if found in ("co_opted", "lay_member", "participating_observer") else None


def _body(collected: Collected, clause: Clause, listing: _Listing) -> int | None:
    """The body whose members are listed: the last that is named before, else the one that the section is about."""
    if listing.here:
        return body_spoken_of(clause, collected)
    before = [p for p in collected.names.at(clause.body) if p.type is EntityType.BODY and p.end <= listing.start]
    within = [p for p in before if p.end > listing.who]
    beside = [p for p in before if _BESIDE.fullmatch(clause.body.text, p.end, listing.who)]
    beside = [
        p
        for p in beside
        if not (_BY.search(clause.body.text, 0, p.start) and " and" in clause.body.text[p.end : listing.who])
    ]
    chosen = [p for p in within if p.scope is not Scope.GENERIC] or beside or within
    opened = clause.body.text.rfind("(", 0, listing.who)
    bracketed = [p for p in before if 0 <= opened - p.end <= 1 and ")" not in clause.body.text[opened : listing.who]]
    if bracketed or listing.beside:
        right_before = bracketed or [p for p in before if _SHORT.fullmatch(clause.body.text, p.end, listing.who)]
        return right_before[-1].mention if right_before else None
    if chosen:
        return chosen[-1].mention
    owner = _owner_of_members(collected, clause, listing) if _MEMBERS_OF.search(clause.body.text) else None
    if owner is not None:
        return owner
    if not _OWN.match(clause.body.text[: listing.who].rpartition("; ")[2]):
        opening = (p for p in before if begins_with(clause.body.text, p) and p.scope is not Scope.GENERIC)
        return next((p.mention for p in opening if not _OF_OTHERS.match(clause.body.text, p.end)), None)
    return body_spoken_of(clause, collected)


def _owner_of_members(collected: Collected, clause: Clause, listing: _Listing) -> int | None:
    """The body that the words before a list name with its members: "Members of the Youth Board are drawn from"."""
    heads, mentions = collected.names.heads, collected.names.mentions
    before = [p for p in collected.names.at(clause.body) if p.type is EntityType.ROLE and p.end <= listing.start]
    owners = (mentions[p.mention].owner for p in before if heads[p.mention] in ("member", "members"))
    return next((owner for owner in owners if owner is not None), None)


def _end(collected: Collected, clause: Clause, start: int) -> int:
    """Where the list ends: at the first word outside the names that says something else."""
    text = clause.body.text
    names = [p for p in collected.names.at(clause.body) if p.masks]
    for match in _ENDS.finditer(text, start):
        if not any(p.start <= match.start() < p.end for p in names):
            return match.start()
    return len(text)


def listed_names(collected: Collected, clause: Clause, start: int, *, before: int | None = None) -> list[Placed]:
    """Return the names that a sentence lists from a place on, no further than `before`."""
    end = _end(collected, clause, start)
    return _members(collected, clause, start, end if before is None else min(end, before))


def _members(collected: Collected, clause: Clause, start: int, end: int) -> list[Placed]:
    """The names that follow each other from the beginning of the list, only commas and counts between them."""
    names = [
        p for p in collected.names.at(clause.body) if p.masks and p.type in _KINDS and start <= p.start and p.end <= end
    ]
    brackets = [match.span() for match in _BRACKETED.finditer(clause.body.text, start, end)]
    outside = [p for p in names if not any(low < p.start < high for low, high in brackets)]
    top = [p for p in outside if not any(o is not p and o.start <= p.start and p.end <= o.end for o in outside)]
    found: list[Placed] = []
    at = start
    for name in sorted(top, key=lambda p: p.start):
        if _APART.fullmatch(clause.body.text, at, name.start) is None:
            break
        owner = _POSSESSIVE.match(clause.body.text, name.end)
        found += [] if owner else [name]
        at = owner.end() if owner else name.end
    return _without_owners(collected, clause, _without_titles(clause.body.text, found))


def _without_titles(text: str, listed: list[Placed]) -> list[Placed]:
    """Those listed without a title that stands before people: "Councillors Ash and Birch"."""
    titles = {
        one.mention
        for one, other in pairwise(listed)
        if one.type is EntityType.ROLE and other.type is EntityType.PERSON and text[one.end : other.start] == " "
    }
    return [one for one in listed if one.mention not in titles]


def _without_owners(collected: Collected, clause: Clause, listed: list[Placed]) -> list[Placed]:
    """Those listed without the bodies that only tell whose post is named before: "the Chief Nurse, Eastshire ICB".

    One such pair may be two members; where several posts have a body behind a bare comma, the bodies are theirs.
    """
    text = clause.body.text
    pairs = [
        (one, other)
        for one, other in pairwise(listed)
        if one.type is EntityType.ROLE and other.type is EntityType.BODY and text[one.end : other.start] == ", "
    ]
    if len(pairs) < _FEWEST:
        return listed
    for post, body in pairs:
        collected.names.own(post.mention, body.mention)
    bodies = {body.mention for _, body in pairs}
    collected.facts = [f for f in collected.facts if f.predicate != "member_of" or f.subject not in bodies]
    return [one for one in listed if one.mention not in bodies]


def _people(collected: Collected, clause: Clause, start: int, end: int, finder: PersonFinder) -> list[Placed]:
    """People whose names have no titles, where nothing but names is listed."""
    listed = [person for person, _ in finder.listed(clause.body.text[start:end])]
    if not listed or listed[0].start > 1:
        return []
    return [place_listed(collected, clause.body, person.moved(start)) for person in listed]
