"""What is said of all groups of a body holds for each that the paper names: "Every sub-group reports to the Board"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.layout.grouped import heads_group
from protocolgraph.model import CandidateFact, EntityType, Scope

_ALL = re.compile(
    r"\b(?:all|each|every|both|these|(?:the|all) (?:two|three|four|five|six|seven|eight|nine|ten|\d))"
    r"(?: of)?(?: the| its| our| these)?(?: (?:two|three|four|five|six|seven|eight|nine|ten|\d))?[\w' -]{0,30}$",
    re.IGNORECASE,
)
"""What stands before a class when all of it is meant."""
_NUMBERED = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_SORT = re.compile(
    r"(?:(?:all|each|every|the|its|our|these) )*(?P<sort>(?!sub\b|sub-)[a-z]+)[ -](?:sub-?)?[a-z]+$", re.IGNORECASE
)
"""A class of which there may be others: "delivery groups"."""
_SAID = {"reports_to", "accountable_to", "escalates_to", "notifies"}
"""What groups do one by one."""
_LARGE = {"executive", "partnership", "board"}
"""Nouns of bodies that nobody calls a sub-group."""
_ANY = {"group", "groups", "sub-group", "sub-groups", "subgroup", "subgroups"}
"""Classes that take in panels and committees, too."""
_BEFORE = 40
_SURE = 0.9
"""By how much less sure what is said of all is of each."""


def read(collected: Collected) -> None:
    """Put the groups that a class stands for in its place, where the paper says which groups they are."""
    groups = _groups(collected)
    if groups:
        collected.facts[:] = [each for fact in collected.facts for each in _of_each(collected, fact, groups)]


_Groups = Mapping[str, CandidateFact]
"""Named groups, with what says whose they are."""


def _groups(collected: Collected) -> Mapping[str, _Groups]:
    """The named groups of each body, by its name."""
    names = collected.names
    found: dict[str, dict[str, CandidateFact]] = defaultdict(dict)
    for fact in collected.facts:
        if fact.predicate == "part_of" and fact.object is not None and not fact.negated:
            group = names.mentions[fact.subject]
            named = group.scope is not Scope.GENERIC and heads_group(collected, fact.subject)
            if named and names.meant(fact.subject) != names.meant(fact.object):
                found[names.meant(fact.object)].setdefault(names.meant(fact.subject), fact)
    return found


def _of_each(collected: Collected, fact: CandidateFact, groups: Mapping[str, _Groups]) -> Sequence[CandidateFact]:
    """A fact of a class as one of each group; any other as it is."""
    if fact.object is None or not _of_class(collected, fact):
        return [fact]
    told = collected.names.meant(fact.object)
    if collected.names.mentions[fact.object].scope is Scope.GENERIC:
        return [fact]
    kinds = {whole: _of_kind(collected, fact, those) for whole, those in groups.items()}
    kinds = {whole: those for whole, those in kinds.items() if len(those) > 1}
    those = kinds.get(told) or (next(iter(kinds.values())) if len(kinds) == 1 else ())
    if not those or not _as_many(collected, fact, len(those)):
        return [fact]
    if fact.predicate == "part_of":
        return [] if told not in kinds else [fact]
    sure = replace(fact.evidence, rule="each-group", confidence=round(fact.evidence.confidence * _SURE, 3))
    return [replace(fact, subject=group, evidence=sure) for group in those]


def _of_class(collected: Collected, fact: CandidateFact) -> bool:
    """Whether a fact is about all of a class of groups."""
    subject = collected.names.mentions[fact.subject]
    if fact.predicate not in {*_SAID, "part_of"} or fact.negated or subject.type is not EntityType.BODY:
        return False
    whole = bool(subject.spans) and _ALL.search(_words_before(collected, fact)) is not None
    return whole and subject.scope is Scope.GENERIC


def _words_before(collected: Collected, fact: CandidateFact) -> str:
    """The words of the class and those that stand before it."""
    span = collected.names.mentions[fact.subject].spans[0]
    text = collected.names.outline.document.text[max(0, span.start - _BEFORE) : span.end]
    return " ".join(re.split(r"[.;:]\s", text)[-1].split())


def _of_kind(collected: Collected, fact: CandidateFact, groups: _Groups) -> Sequence[int]:
    """Those of a body's groups that a class takes in, without the one that is told."""
    head = collected.names.heads[fact.subject].lower()
    sort = _SORT.match(collected.names.mentions[fact.subject].text)
    told = collected.names.meant(fact.object) if fact.object is not None else ""
    return [
        known.subject
        for meant, known in groups.items()
        if meant != told
        if _is_one(head, collected.names.heads[known.subject])
        if sort is None or sort["sort"].lower() in known.evidence.quote.lower()
    ]


def _is_one(head: str, noun: str) -> bool:
    """Whether a body with this noun may be one of a class with that one."""
    noun = noun.removesuffix("s")
    return noun not in _LARGE if head in _ANY else noun.endswith(head.removesuffix("s"))


def _as_many(collected: Collected, fact: CandidateFact, number: int) -> bool:
    """Whether there are as many groups as the words count, if they count them."""
    counted = _NUMBERED.search(_words_before(collected, fact))
    return counted is None or _NUMBERS[counted[1].lower()] == number
