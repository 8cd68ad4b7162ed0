"""What is said of all groups of a body holds for each that the paper names: "Every sub-group reports to the Board"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.layout.grouped import heads_group
from protocolgraph.model import CandidateDuty, CandidateFact, EntityType, Scope
from protocolgraph.vocab.lexicon import fold

_ALL = re.compile(
    r"\b(?:all|each|every|both|these|(?:the|all) (?:two|three|four|five|six|seven|eight|nine|ten|\d))"
    r"(?: of)?(?: the| its| our| these)?(?: (?:two|three|four|five|six|seven|eight|nine|ten|\d))?[\w' -]{0,30}$",
    re.IGNORECASE,
)
"""What stands before a class when all of it is meant."""
_ONE_BY_ONE = re.compile(
    r"\b(?:all|each|every|any|no|neither|either|none of|(?:the|all) (?:two|three|four|five|six|\d))"
    r"(?: of)?(?: the| its| our| these)?[\w' -]{0,30}$",
    re.IGNORECASE,
)
"""What stands before a class each of which must do, or may not do, something."""
_THE = re.compile(r"\b(?:the|its|our) (?:[\w'-]+ )?sub-? ?(?:groups|committees)$", re.IGNORECASE)
"""The same of what they do themselves: "The sub-groups report to the Board"."""
_THE_SAME = re.compile(r"\b(?:the|its|our) (?:[\w'-]+ )?(?:sub-? ?)?(?:groups|committees)$", re.IGNORECASE)
"""The same of what is done to them: "The Board holds the groups to account"."""
_NUMBERED = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_SORT = re.compile(
    r"(?:(?:all|each|every|the|its|our|these) )*(?P<sort>(?!sub\b|sub-)[a-z]+)[ -](?:sub-?)?[a-z]+$", re.IGNORECASE
)
"""A class of which there may be others: "delivery groups"."""
_SUB_GROUPS = re.compile(r"\bsub-? ?groups?\b", re.IGNORECASE)
_SAID = {"reports_to", "accountable_to", "escalates_to", "notifies"}
"""What groups do one by one."""
_SAID_OF = {"oversees"}
"""What is done to groups one by one."""
_NAMED = re.compile(r"(?:sub-?)?\w+$", re.IGNORECASE)
"""A class that its section may name: "groups", but not "partner agencies"."""
_FEWEST = 2
_LARGE = {"executive", "partnership", "board"}
"""Nouns of bodies that nobody calls a sub-group."""
_ANY = {"group", "groups", "sub-group", "sub-groups", "subgroup", "subgroups"}
"""Classes that take in panels and committees, too."""
_BEFORE = 40
_PRESENT = "present"
"""How the rules begin that read a duty in the plain present."""
_SURE = 0.9
"""By how much less sure what is said of all is of each."""
_LESS_SURE = 0.8
"""The same where only their place tells which are meant."""


def read(collected: Collected) -> None:
    """Put the groups that a class stands for in its place, where the paper says which groups they are."""
    groups = _groups(collected)
    collected.facts[:] = [each for fact in collected.facts for each in _of_each(collected, fact, groups)]
    collected.duties[:] = [each for duty in collected.duties for each in _borne_by_each(collected, duty, groups)]


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
    end = _class_end(collected, fact)
    if end is None or fact.object is None:
        return [fact]
    group, told = (fact.object, fact.subject) if end == "object" else (fact.subject, fact.object)
    if collected.names.mentions[told].scope is Scope.GENERIC:
        return [fact]
    meant = collected.names.meant(told)
    kinds = {whole: _of_kind(collected, group, meant, those) for whole, those in groups.items()}
    kinds = {whole: those for whole, those in kinds.items() if len(those) > 1}
    those = kinds.get(meant) or (next(iter(kinds.values())) if len(kinds) == 1 else ())
    certain = _SURE if those else _LESS_SURE
    those = those or (_beside(collected, group, meant) if fact.predicate != "part_of" else ())
    if len(those) < _FEWEST or not _as_many(collected, group, len(those)):
        return [fact]
    if fact.predicate == "part_of":
        return [] if meant not in kinds else [fact]
    sure = replace(fact.evidence, rule="each-group", confidence=round(fact.evidence.confidence * certain, 3))
    if end == "object":
        return [replace(fact, object=one, evidence=sure) for one in those]
    return [replace(fact, subject=one, evidence=sure) for one in those]


def _borne_by_each(collected: Collected, duty: CandidateDuty, groups: Mapping[str, _Groups]) -> Sequence[CandidateDuty]:
    """A duty of each of a class as one of each group; any other as it is, and what a class does in the plain present:
    facts tell that of each.
    """
    if not _binds_each(collected, duty):
        return [duty]
    origin = collected.names.mentions[duty.bearer].antecedent
    group = duty.bearer if origin is None else origin
    kinds = [_called_so(collected, group, _of_kind(collected, group, "", those)) for those in groups.values()]
    kinds = [those for those in kinds if len(those) >= _FEWEST]
    those = kinds[0] if len(kinds) == 1 else () if kinds else _beside(collected, group, "")
    told = {collected.names.meant(number) for number in duty.to}
    those = [one for one in those if collected.names.meant(one) not in told]
    if len(those) < _FEWEST or not _as_many(collected, duty.bearer, len(those)):
        return [duty]
    sure = replace(duty.evidence, rule="each-group", confidence=round(duty.evidence.confidence * _SURE, 3))
    return [replace(duty, bearer=one, evidence=sure) for one in those]


def _called_so(collected: Collected, group: int, those: Sequence[int]) -> Sequence[int]:
    """Those that have the noun of the class in their names, if these are several; else all, for a panel is a group."""
    heads = collected.names.heads
    named = [one for one in those if heads[one].removesuffix("s").endswith(heads[group].lower().removesuffix("s"))]
    return named if len(named) >= _FEWEST else those


def _binds_each(collected: Collected, duty: CandidateDuty) -> bool:
    """Whether a duty is one of each of a class of groups."""
    group = collected.names.mentions[duty.bearer]
    if group.type is not EntityType.BODY or group.scope is not Scope.GENERIC or not group.spans:
        return False
    if group.text.rstrip("s").isupper():
        return False
    before = _words_before(collected, duty.bearer)
    return not duty.evidence.rule.startswith(_PRESENT) and any(
        words.search(before) is not None for words in (_ONE_BY_ONE, _THE)
    )


def _class_end(collected: Collected, fact: CandidateFact) -> str | None:
    """Which end of a fact is all of a class of groups: "subject", "object" or neither."""
    if fact.object is None or fact.negated or fact.predicate not in {*_SAID, *_SAID_OF, "part_of"}:
        return None
    end = "object" if fact.predicate in _SAID_OF else "subject"
    number = fact.object if end == "object" else fact.subject
    group = collected.names.mentions[number]
    if group.type is not EntityType.BODY or group.scope is not Scope.GENERIC or not group.spans:
        return None
    before = _words_before(collected, number)
    the = _THE if end == "subject" else _THE_SAME
    return end if _ALL.search(before) or the.search(before) else None


def _beside(collected: Collected, group: int, told: str) -> Sequence[int]:
    """The groups of a class that its section names, where nothing says whose they are."""
    names = collected.names
    place = names.mentions[group].spans[0].start
    here = [unit for unit in names.units.values() if unit.start <= place]
    if not here or _NAMED.match(names.mentions[group].text) is None:
        return ()
    section, head = here[-1].section, names.heads[group].lower()
    apart = {told, *(fold(main.name) for main in names.memory.about(here[-1].part))}
    found: dict[str, int] = {}
    for unit in names.units.values():
        for placed in names.at(unit.passage) if unit.section == section else ():
            one = placed.mention
            if placed.type is EntityType.BODY and placed.masks and placed.scope is not Scope.GENERIC:
                meant = names.meant(one)
                if meant not in apart and heads_group(collected, one) and _is_one(head, names.heads[one]):
                    found.setdefault(meant, one)
    return tuple(found.values())


def _words_before(collected: Collected, group: int) -> str:
    """The words of the class and those that stand before it."""
    span = collected.names.mentions[group].spans[0]
    text = collected.names.outline.document.text[max(0, span.start - _BEFORE) : span.end]
    return " ".join(re.split(r"[.;:]\s", text)[-1].split())


def _of_kind(collected: Collected, group: int, told: str, groups: _Groups) -> Sequence[int]:
    """Those of a body's groups that a class takes in, without the one that is told; of sub-groups those called so."""
    head, said = collected.names.heads[group].lower(), collected.names.mentions[group].text
    sort = _SORT.match(said)
    kind = [
        known
        for meant, known in groups.items()
        if meant != told
        if _is_one(head, collected.names.heads[known.subject])
        if sort is None or sort["sort"].lower() in _said_of(collected, known).lower()
    ]
    called = [known for known in kind if _SUB_GROUPS.search(_said_of(collected, known))]
    within = _SUB_GROUPS.search(said) is not None and len(called) >= _FEWEST
    return [known.subject for known in (called if within else kind)]


def _said_of(collected: Collected, known: CandidateFact) -> str:
    """The words that say whose a group is, and those of the heading above it: "Delivery groups of the Partnership"."""
    start = known.evidence.spans[0].start
    above = [s.heading.text for s in collected.names.outline.sections if s.start <= start < s.end and s.heading.text]
    return " ".join([*above[-1:], known.evidence.quote])


def _is_one(head: str, noun: str) -> bool:
    """Whether a body with this noun may be one of a class with that one."""
    noun = noun.removesuffix("s")
    return noun not in _LARGE if head in _ANY else noun.endswith(head.removesuffix("s"))


def _as_many(collected: Collected, group: int, number: int) -> bool:
    """Whether there are as many groups as the words count, if they count them."""
    counted = _NUMBERED.search(_words_before(collected, group))
    return counted is None or _NUMBERS[counted[1].lower()] == number
