"""Partners of a body whom a sentence names: "The safeguarding partners, A and B, share responsibility for it".

They are known by the class that they are said to be, or by what they did together: "set up by A, B and C", "A and B
have agreed to work as one partnership".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.layout.members import body_above
from protocolgraph.extract.masked import Placed, outermost
from protocolgraph.extract.units import key_of
from protocolgraph.model import Clause, ClauseKind, EntityType, Scope
from protocolgraph.vocab.lexicon import fold, load_yaml

_JOINED = re.compile(r"(?:\s*\([^()]{1,20}\))?\s*(?:,|;|,? and|&)\s*(?:the )?", re.IGNORECASE)
_SHARED = re.compile(
    r"\bshar(?:e|es|ing) (?:\w+ ){0,2}responsibility for\b"
    r"|\b(?:equally|jointly) (?:and \w+ )?(?:responsible|accountable) for\b",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\((?:the |known as |or )?[\"“'‘]?$")
"""What stands before the short name of a body, behind its name."""
_THESE = re.compile(
    r"(?:in [\w ’'-]{3,40}?,? )?(?:these|they) (?:are|include)(?: currently)?:? (?:the )?", re.IGNORECASE
)
_OF_ONE = re.compile(r"(?<!joint )(?<!partnership )\b(?:committee|council|cabinet|authority)$", re.IGNORECASE)
"""The names of bodies that one authority has by itself; a combined authority has its name told."""
_FEWEST = 2


@cache
def _pattern(name: str) -> re.Pattern[str]:
    data = load_yaml("lexicon/layout_words.yaml")["partners"]
    return re.compile(data[name].format(noun=data["noun"]), re.IGNORECASE)


def read(collected: Collected) -> None:
    """Read who the partners are of the body that a paper is about, and that they answer for it together."""
    before: Clause | None = None
    for clause in collected.names.outline.clauses:
        if clause.kind in (ClauseKind.SENTENCE, ClauseKind.FIELD):
            _told(collected, clause, _said_before(before, clause))
        before = clause


def _said_before(before: Clause | None, clause: Clause) -> str:
    """The sentence before in the same section."""
    told = before is not None and before.kind is ClauseKind.SENTENCE and before.section == clause.section
    return before.body.text if told and before is not None else ""


def _told(collected: Collected, clause: Clause, before: str) -> None:
    text = clause.body.text
    bodies = outermost(p for p in collected.names.at(clause.body) if p.type is EntityType.BODY)
    lists = _lists(text, bodies)
    partners = _of_class(clause, lists, before) if lists else ()
    if partners:
        _sit(collected, clause, partners, _whole(collected, clause, bodies, partners))
    founders, founded = _founders(collected, clause, lists, bodies) if lists else ((), None)
    if founders:
        _sit(collected, clause, founders, founded)


def _lists(text: str, bodies: Sequence[Placed]) -> list[list[Placed]]:
    """The bodies that a sentence lists, each run of them with nothing but commas between."""
    runs: list[list[Placed]] = [[]]
    for body in (b for b in bodies if b.scope is not Scope.GENERIC and not _SHORT.search(text, 0, b.start)):
        if runs[-1] and not _JOINED.fullmatch(text, runs[-1][-1].end, body.start):
            runs.append([])
        runs[-1].append(body)
    return [run for run in runs if len(run) >= _FEWEST]


def _of_class(clause: Clause, lists: Sequence[Sequence[Placed]], before: str) -> Sequence[Placed]:
    """The bodies listed right behind the class, or right before "are the safeguarding partners"."""
    text = clause.body.text
    if clause.kind is ClauseKind.FIELD:
        labelled = _pattern("label").fullmatch(clause.leads[-1].text.strip(" :")) is not None
        return lists[0] if labelled and lists[0][0].start <= len("the ") else ()
    for run in lists:
        these = _THESE.fullmatch(text, 0, run[0].start) and _pattern("named").search(before)
        if these or _pattern("before").fullmatch(text, 0, run[0].start) or _pattern("behind").match(text, run[-1].end):
            return run
    return ()


def _whole(collected: Collected, clause: Clause, bodies: Sequence[Placed], partners: Sequence[Placed]) -> int | None:
    """The body whose partners they are: the one named with their class, or the partnership that the paper is about."""
    before = [b for b in bodies if b.end <= partners[0].start and b.scope is not Scope.GENERIC]
    named = [b for b in before if not _pattern("named").search(collected.names.mentions[b.mention].text)]
    if named:
        return named[-1].mention
    combined = _combined(collected) if "constituent" in clause.body.text else None
    if combined is not None:
        return combined
    safeguarding = collected.names.partnership(clause.part) if "safeguarding" in clause.body.text else None
    whole = _named_before(collected, clause) if safeguarding is None else safeguarding
    if whole is not None:
        return whole
    above = body_above(clause.section, collected)
    return None if above is None or _OF_ONE.search(collected.names.mentions[above].name) else above


def _named_before(collected: Collected, clause: Clause) -> int | None:
    """The partnership that the section of a clause named last before it."""
    names, start = collected.names, key_of(clause.body)[0]
    for unit in reversed([u for u in names.units.values() if u.section == clause.section and u.start < start]):
        found = [p for p in names.at(unit.passage) if p.masks and names.heads[p.mention] == "partnership"]
        named = [p for p in found if p.type is EntityType.BODY and p.scope is not Scope.GENERIC]
        if named:
            return named[-1].mention
    return None


def _combined(collected: Collected) -> int | None:
    """The one combined authority that the paper names: constituent councils are its members."""
    mentions = collected.names.mentions
    named = {fold(m.name): n for n, m in enumerate(mentions) if m.name.lower().endswith(" combined authority")}
    return next(iter(named.values())) if len(named) == 1 else None


def _founders(
    collected: Collected, clause: Clause, lists: Sequence[Sequence[Placed]], bodies: Sequence[Placed]
) -> tuple[Sequence[Placed], int | None]:
    """Those who together set up or lead a body, with that: the first of the sentence, or what they form."""
    text = clause.body.text
    for run in lists:
        if _pattern("agreed").match(text, run[-1].end):
            return run, _whole(collected, clause, (), run)
        before = [b for b in bodies if b.end <= run[0].start]
        if before and _pattern("founded").fullmatch(text, before[0].end, run[0].start):
            return run, before[0].mention
    return (), None


def _sit(collected: Collected, clause: Clause, partners: Sequence[Placed], whole: int | None) -> None:
    """Keep that they sit on a body, which is no part of any of them."""
    names = collected.names
    if whole is None or names.mentions[whole].scope is Scope.GENERIC:
        return
    meant = {names.meant(partner.mention) for partner in partners}
    if names.meant(whole) in meant:
        return
    collected.facts[:] = [
        fact
        for fact in collected.facts
        if fact.predicate != "part_of"
        or fact.object is None
        or names.meant(fact.subject) != names.meant(whole)
        or (names.meant(fact.object) not in meant and fact.evidence.rule != "sets-up")
    ]
    evidence = collected.clause_evidence(clause, rule="partners", confidence=0.78)
    for partner in partners:
        collected.fact(partner.mention, "member_of", whole, evidence)
        if _SHARED.search(clause.body.text):
            collected.fact(partner.mention, "accountable_for", whole, evidence)
