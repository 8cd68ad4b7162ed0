"""Classes that a sentence defines by naming all who are in them: "The relevant bodies are A, B and C".

Partners of a body sit on it, which `partners` reads; a class of which no body is told has its own members.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.layout.composition import listed_names
from protocolgraph.extract.masked import Placed, outermost
from protocolgraph.model import Clause, ClauseKind, EntityType, Scope

_HEADS = frozenset({"partners", "authorities", "bodies", "agencies", "organisations", "councils", "lsps", "dsps"})
_ONE_OF_SEVERAL = "responsible authority"
"""A class in the singular: the bodies that are the Responsible Authority are it together."""
_OF_A_WHOLE = re.compile(
    r"^(?!.*\b(?:lead|delegated)\b).*\b(?:safeguarding|statutory) partners$|\b(?:constituent|partner)\b", re.IGNORECASE
)
"""Classes whose bodies sit on what they are partners of, named or not."""
_QUICK = re.compile(r"\b(?:are|will be|form|makes?|constitutes?|act as)\b")
"""What a sentence that defines a class holds."""
_OPENS = re.compile(
    r"(?:(?:in|for|under|within) [^,.;]{2,60}?,? )?(?:(?:the|our|its|these|their|all) )?"
    r"(?:(?:two|three|four|five|six|seven|eight|nine|ten) )?(?:[\w’' -]{3,60} \()?",
    re.IGNORECASE,
)
_ARE = re.compile(
    r"(?:\s*\([^()]{1,40}\)|\))?(?: (?:for|in|of|under) [^,.:;()]{2,60}?)?,? (?:are|will be)(?: currently| now)?"
    r"(?: the following| as follows)?:?\s+(?:the )?",
)
"""Between a class and those who are in it."""
_TOGETHER = r"(?:\s*\([^()]{1,40}\))?(?:,? (?:acting |between them |who )?(?:together|jointly)\b)?,?"
_THEY_ARE = re.compile(
    rf"{_TOGETHER} (?:are|will be|form|constitute|act as)(?: together| jointly| collectively)?(?: known as)?"
    r" (?:the |our |its )?(?:(?:two|three|four|five|six) )?"
)
"""Between the last of those whom a sentence begins by listing and their class."""
_AS_CLASS = re.compile(rf"{_TOGETHER}(?: as)? (?:the )?")
_MAKES = re.compile(r"\b(?:constitutes?|makes?|designates?|defines?|names) (?:the )?$")
"""Before those whom a law makes a class: "The Act makes A, B and C the Responsible Authority"."""
_ALSO_LISTED = 2
_MEMBERS_OF = re.compile(
    r"\bmember (?:organisations|bodies|authorities|councils|agencies|partners|trusts|schools) of (?:the )?"
)
"""Before the body whose members a sentence goes on to name."""
_NAMED = re.compile(
    r"(?:\s*\([A-Z][\w&]{1,9}\))?\s*(?:,?\s(?:are|will be)\b|,|[-–—:]|\()"
    r"(?:\s?(?:currently|now|namely|which are|these are|the following))*[:,]?\s*(?:the )?",
)
"""Between that body and those who are its members: "of the Harbour Forum (HF) – currently A, B and C"."""


def read(collected: Collected) -> None:
    """Read who is in the classes that sentences define."""
    sat = {fact.subject for fact in collected.facts if fact.predicate == "member_of"}
    for clause in collected.names.outline.clauses:
        if clause.kind is ClauseKind.SENTENCE and " of " in clause.body.text and _members_named(collected, clause):
            continue
        if clause.kind is not ClauseKind.SENTENCE or not _QUICK.search(clause.body.text):
            continue
        for group in (p for p in collected.names.at(clause.body) if is_class(collected, p)):
            members = _members(collected, clause, group)
            if len(members) >= _ALSO_LISTED and not any(p.mention in sat for p in members):
                evidence = collected.clause_evidence(clause, rule="class-defined", confidence=0.8)
                for member in members:
                    collected.fact(member.mention, "member_of", group.mention, evidence)
                break


def _members_named(collected: Collected, clause: Clause) -> bool:
    """Read the member organisations of a body behind its name; return whether some are named."""
    text = clause.body.text
    for match in _MEMBERS_OF.finditer(text):
        bodies = [p for p in collected.names.at(clause.body) if p.type is EntityType.BODY and p.start == match.end()]
        whole = max(bodies, key=lambda p: p.end, default=None)
        named = _NAMED.match(text, whole.end) if whole is not None and whole.scope is not Scope.GENERIC else None
        members = listed_names(collected, clause, named.end()) if named is not None else []
        if whole is not None and len(members) >= _ALSO_LISTED:
            evidence = collected.clause_evidence(clause, rule="members-named", confidence=0.8)
            for member in members:
                collected.fact(member.mention, "member_of", whole.mention, evidence)
            return True
    return False


def is_class(collected: Collected, placed: Placed) -> bool:
    """Return whether a name is of several bodies or posts: "the relevant agencies", "the Responsible Authority"."""
    mention = collected.names.mentions[placed.mention]
    named = collected.names.heads[placed.mention].lower() in _HEADS or _ONE_OF_SEVERAL in mention.name.lower()
    return placed.type is EntityType.BODY and placed.masks and named and not _OF_A_WHOLE.search(mention.name)


def _members(collected: Collected, clause: Clause, group: Placed) -> Sequence[Placed]:
    """Those listed behind a class that opens the sentence, or before it."""
    text = clause.body.text
    opened = _ARE.match(text, group.end) if _OPENS.fullmatch(text, 0, group.start) else None
    if opened is not None:
        return listed_names(collected, clause, opened.end())
    names = outermost(p for p in collected.names.at(clause.body) if p.masks and p.end < group.start)
    for first in names:
        made = _MAKES.search(text, 0, first.start) is not None
        if made or first.start <= len("the "):
            listed = listed_names(collected, clause, first.start, before=group.start)
            between = _AS_CLASS if made else _THEY_ARE
            if listed and between.fullmatch(text, listed[-1].end, group.start):
                return listed
    return ()
