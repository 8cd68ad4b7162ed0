"""Groups that a sentence counts, and that the lines after it name one by one.

"The Board has four committees." and below it "Audit Committee. To: ...", "Finance Committee. To: ...", or
paragraphs that begin with "The Audit Committee" and "The Finance Committee". The
number that the sentence gives tells which of the names below are meant. What the sentence, or the next,
says of them all ("each reports to it", "All of them report to the Executive") holds for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.layout.grouped import is_group
from protocolgraph.extract.layout.groups import ANNOUNCED, place_under
from protocolgraph.extract.layout.members import body_above
from protocolgraph.extract.masked import Placed, outermost
from protocolgraph.extract.units import Unit, UnitKind
from protocolgraph.model import CandidateFact, EntityType, Passage, Scope
from protocolgraph.vocab.sought import Sought

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_GROUPS = r"(?:(?:sub-? ?)?(?:groups|committees|panels|boards|forums|work ?streams|teams|commissions)|levels|tiers)"
_ANNOUNCED = Sought.of(
    rf"(?P<more>\ban? (?-i:[A-Z])[\w ]{{2,30}} and )?"
    rf"(?P<number>(?<!\bthe )(?<!\bthese )(?<!\bother )(?<!\ball )\b(?:{'|'.join(_NUMBERS)}|[2-9])"
    r"|\bfollowing(?: are)?|\b(?:several|a number of)(?= ))"
    rf" (?:[\w-]+ ){{0,2}}?{_GROUPS}\b"
    r"(?!,? (?:of(?! the\b| our\b| this\b)|for|to(?! which\b)) )",
    ("groups", "committees", "panels", "boards", "forums", "streams", "teams", "commissions", "levels", "tiers"),
    re.IGNORECASE,
)
_AND_FURTHER = re.compile(
    rf" and (?P<number>one|an?|{'|'.join(_NUMBERS)}|[2-9]) (?:[\w-]+ ){{0,2}}?"
    r"(?:sub-? ?)?(?:group|committee|panel|board|forum|work ?stream|team|commission)s?\b",
    re.IGNORECASE,
)
"""Groups of another sort that are counted beside them: "five subgroups and three forums"."""
_HAVING = re.compile(
    r"\b(?:has|have|there (?:are|is)|beneath|below|under|appoint\w*|establish\w*|set(?:s|ting)? up|supported by|support"
    r"|works? through|operates? through|delegat\w+|assist|help|deliver|carr(?:y|ies) out|undertake|take forward"
    r"|is helped by|served by|report (?:in)?to|following are)\b",
    re.IGNORECASE,
)
"""What ties the groups to the body that they are of."""
_LISTING = re.compile(
    r":\s|,? (?:namely|which are|these are|being|(?P<some>including))[:,]? |\s[–—-]\s|\s\((?=the |[A-Z])"
)
"""What a list of the groups begins with in the sentence itself."""
_THERE_ARE = re.compile(
    r"\b(?:has|have|there are|established|set up|appointed|supported by|assisted by)(?: also)? $", re.IGNORECASE
)
"""Before groups that nothing counts, where some of them are all that the list names."""
_NAMED = re.compile(r", (?=the [A-Z]|[A-Z])")
"""The same right behind the class: "Two groups, the Audit Group and the Training Group, support the Board"."""
_SERVING = re.compile(
    r",?\s+(?:each |both |also )?(?:support|assist|help|serve|work (?:to|for|under)|report (?:in)?to"
    r"|sit (?:under|below|beneath)|carry (?:out|forward) the work of|deliver the work of)\s+(?:the )?"
)
"""Between such groups and the body that they are of."""
_BESIDES = re.compile(
    r"\b(?:members?|membership|represent\w*|attend\w*|invit\w+|works? with|links? (?:with|to)|liais\w+)\b",
    re.IGNORECASE,
)
"""What makes the groups those that somebody sits on or works with."""
_UNCOUNTED = {"several", "a number of"}
_LABEL_ENDS = re.compile(r"\s*(?:$|[.:(–—-]| {2,}|\n)")
"""What follows a name that stands for itself, and does not begin a sentence."""
_JOINED = re.compile(r"(?:\s*(?:,|and|&)\s*)?(?:the )?", re.IGNORECASE)
"""What stands before a name at the head of a line, or between two."""
_EACH = re.compile(r"(?:\band|,|\bwhich) (?:each|all|both)\b", re.IGNORECASE)
"""Behind the groups in their own sentence: "and each reports to it"."""
_THEY = re.compile(r"(?:(?:all|each|both)(?: of (?:them|these))?|they|these)\b(?! (?:of|groups)\b)", re.IGNORECASE)
"""What the next sentence begins with when it speaks of the groups."""
_SAID = {"reports_to", "accountable_to", "escalates_to", "notifies", "advises"}
"""What groups do one by one."""
_ARTICLE = 4
_SEVERAL = 2
_FARTHEST = 60
"""Lines after the sentence among which its groups are looked for."""


def read(collected: Collected) -> None:
    """Read the groups that lines below a sentence name, as many as it says."""
    units = list(collected.names.units.values())
    for place, unit in enumerate(units):
        announced = _ANNOUNCED.search(unit.text)
        if announced is None or unit.kind is UnitKind.HEADING:
            continue
        if announced["number"].lower() in _UNCOUNTED and _BESIDES.search(unit.text):
            continue
        if _in_sentence(collected, unit, units[place + 1 : place + 2], announced):
            continue
        wanted = _number(announced["number"]) + (announced["more"] is not None) + _further(unit.text, announced)
        whole = _whole(collected, unit, announced) if wanted > 1 or _HAVING.search(unit.text) else None
        if whole is not None:
            below_it = units[place + 1 : place + _FARTHEST]
            found = (
                _named_below(collected, below_it, whole, wanted)
                or _beginning(collected, unit, below_it, wanted, counted=announced["number"].lower() not in _UNCOUNTED)
                or _going_on(collected, unit, below_it, wanted)
            )
            for group, below in found:
                place_under(collected, group, whole, [unit, below])
            if found:
                _of_them(collected, unit, [group.mention for group, _ in found])


def _in_sentence(collected: Collected, unit: Unit, following: Sequence[Unit], announced: re.Match[str]) -> bool:
    """Read the groups that the sentence itself goes on to name: "Two groups assist the Board: the A Group and ..."."""
    if _named_first(collected, unit, announced):
        return True
    there_are = unit.text.startswith("There are ")
    listing = _LISTING.search(unit.text, announced.end())
    listing = listing or (_NAMED.match(unit.text, announced.end()) if there_are else None)
    uncounted = announced["number"].lower() in _UNCOUNTED
    some = listing is not None and listing.groupdict().get("some") is not None
    if some and uncounted and not _THERE_ARE.search(unit.text, 0, announced.start()):
        return False
    colon = unit.kind is UnitKind.LEAD and listing is None
    end = listing.start() if listing is not None else len(unit.text)
    if not (listing or (colon and following)) or _BESIDES.search(unit.text, 0, end):
        return False
    below = following[0] if colon else unit
    named = [p for p in collected.names.at(unit.passage) if p.type is EntityType.BODY and p.scope is not Scope.GENERIC]
    whole = next((p.mention for p in named if p.end <= end), None)
    whole = _whole_of_all(collected, unit, announced) if whole is None and there_are else whole
    after = [p for p in collected.names.at(below.passage) if colon or p.start >= end]
    groups = [p for p in outermost(p for p in after if p.type is EntityType.BODY) if is_group(collected, p)]
    wanted = _number(announced["number"])
    if whole is None or len(groups) < (wanted or _SEVERAL):
        return False
    for group in groups[: wanted or None]:
        place_under(collected, group, whole, [unit, below] if colon else [unit])
    return True


def _named_first(collected: Collected, unit: Unit, announced: re.Match[str]) -> bool:
    """Read the groups that stand right behind their number, before the body that they serve."""
    opened = _NAMED.match(unit.text, announced.end())
    bodies = outermost(p for p in collected.names.at(unit.passage) if p.type is EntityType.BODY)
    after = [p for p in bodies if opened and p.start >= opened.end()]
    wanted = _number(announced["number"])
    if not wanted or len(after) <= wanted or not all(is_group(collected, p) for p in after[:wanted]):
        return False
    whole = after[wanted]
    if not _SERVING.fullmatch(unit.text, after[wanted - 1].end, whole.start) or whole.scope is Scope.GENERIC:
        return False
    for group in after[:wanted]:
        place_under(collected, group, whole.mention, [unit])
    return True


def _number(word: str) -> int:
    """The number that a word stands for; 0 for "following"."""
    if word.isdigit():
        return int(word)
    return _NUMBERS.index(word.lower()) + 2 if word.lower() in _NUMBERS else 0


def _further(text: str, announced: re.Match[str]) -> int:
    """How many groups of another sort are counted beside them: "five subgroups and three forums"."""
    further = _AND_FURTHER.match(text, announced.end())
    return _number(further["number"]) or 1 if further is not None else 0


def _whole(collected: Collected, unit: Unit, announced: re.Match[str]) -> int | None:
    """The one body that the sentence names ("There are four groups beneath the Board"), before the groups if more are
    named, else that of the paper.
    """
    named = [
        p
        for p in collected.names.at(unit.passage)
        if p.type is EntityType.BODY
        and p.scope is not Scope.GENERIC
        and not announced.start() <= p.start < announced.end()
    ]
    if not named:
        return _whole_of_all(collected, unit, announced)
    before = [p for p in named if p.end <= announced.start()]
    one = {collected.names.meant(p.mention) for p in before or named}
    return (before or named)[0].mention if len(one) == 1 else None


def _whole_of_all(collected: Collected, unit: Unit, announced: re.Match[str]) -> int | None:
    """The body of the paper, where a sentence names no other: "There are two standing committees"."""
    several = len(collected.names.memory.about(unit.part)) > 1 or announced[0].lower().endswith("boards")
    return None if several else body_above(unit.section, collected)


def _of_them(collected: Collected, announcing: Unit, groups: Sequence[int]) -> None:
    """Give each group what the sentence, or the next of its paragraph, says of "each" or "all of them".

    That there are such groups says no more then.
    """
    units = [u for u in collected.names.units.values() if u.block == announcing.block and u.start >= announcing.start]
    for fact in [f for f in collected.facts if _is_of_class(collected, f) and _stands_in(f, announcing)]:
        collected.facts.remove(fact)
    about = [u for u in units[:2] if (_EACH.search(u.text) if u is announcing else _THEY.match(u.text))]
    for fact in [fact for fact in collected.facts if _is_said(fact) and any(_stands_in(fact, u) for u in about)]:
        collected.facts.remove(fact)
        told = collected.names.meant(fact.object) if fact.object is not None else ""
        collected.facts += [replace(fact, subject=group) for group in groups if collected.names.meant(group) != told]


def _is_of_class(collected: Collected, fact: CandidateFact) -> bool:
    """Whether a fact only says that somebody has groups, which are named."""
    return fact.predicate == "part_of" and collected.names.mentions[fact.subject].scope is Scope.GENERIC


def _is_said(fact: CandidateFact) -> bool:
    """Whether a sentence says of somebody what groups do one by one."""
    return fact.predicate in _SAID and not fact.negated and fact.evidence.rule != ANNOUNCED


def _stands_in(fact: CandidateFact, unit: Unit) -> bool:
    return any(unit.start <= span.start < unit.passage.spans()[-1].end for span in fact.evidence.spans[-1:])


def _named_below(collected: Collected, units: Sequence[Unit], whole: int, wanted: int) -> Sequence[tuple[Placed, Unit]]:
    """The groups that lines begin with; none, unless they are as many as were announced."""
    found: dict[str, tuple[Placed, Unit]] = {}
    for group, unit in _labels(collected, units):
        meant = collected.names.meant(group.mention)
        if meant == collected.names.meant(whole):
            break
        found.setdefault(meant, (group, unit))
        if len(found) == wanted:
            break
    return list(found.values()) if len(found) == wanted or (wanted < _SEVERAL and len(found) > 1) else []


def _beginning(
    collected: Collected, announcing: Unit, units: Sequence[Unit], wanted: int, *, counted: bool
) -> Sequence[tuple[Placed, Unit]]:
    """The groups with which the next paragraphs begin, if they are as many: "The Audit Committee reviews ...".

    Where nothing counts them, those with which each begins up to the first paragraph on something else.
    """
    found: dict[str, tuple[Placed, Unit]] = {}
    blocks = {announcing.block}
    for unit in units:
        if announcing.section not in collected.names.path(unit.section) or (wanted and len(found) == wanted):
            break
        opens = unit.kind is UnitKind.BODY and unit.block not in blocks
        blocks |= {unit.block} if unit.kind is UnitKind.BODY else set()
        placed = collected.names.at(unit.passage) if opens else ()
        first = next((p for p in placed if p.type is EntityType.BODY and p.start <= _ARTICLE), None)
        if first is not None and is_group(collected, first):
            found.setdefault(collected.names.meant(first.mention), (first, unit))
        elif opens and found and not counted:
            break
    whole = wanted and len(found) == wanted
    return list(found.values()) if whole or (not counted and len(found) >= _SEVERAL) else []


def _going_on(
    collected: Collected, announcing: Unit, units: Sequence[Unit], wanted: int
) -> Sequence[tuple[Placed, Unit]]:
    """The groups with which the next sentences begin, if they are as many: "There are two. The Audit Group ..."."""
    found: dict[str, tuple[Placed, Unit]] = {}
    for unit in units:
        if unit.section != announcing.section or unit.kind is not UnitKind.BODY or len(found) == wanted:
            break
        first = next((p for p in collected.names.at(unit.passage) if p.type is EntityType.BODY), None)
        begins = first is not None and first.masks and first.start <= _ARTICLE and is_group(collected, first)
        if first is not None and begins:
            found.setdefault(collected.names.meant(first.mention), (first, unit))
        elif not found:
            break
    return list(found.values()) if wanted and len(found) == wanted else []


def _labels(collected: Collected, units: Sequence[Unit]) -> Iterator[tuple[Placed, Unit]]:
    """The groups that stand alone at the head of a line, up to the next section that is not one of them."""
    first = units[0].section if units else None
    for unit in units:
        labels = _label(collected, unit.passage)
        yield from ((group, unit) for group in labels)
        if labels:
            continue
        if unit.kind is UnitKind.HEADING and unit.section != first and not _follows_label(collected, unit):
            return


def _follows_label(collected: Collected, unit: Unit) -> bool:
    """Whether a heading stands below that of a group: its "Membership", its "Purpose"."""
    above = collected.names.path(unit.section)[:-1]
    headings = (collected.names.outline.sections[section].heading for section in above)
    return any(_label(collected, heading) for heading in headings)


def _label(collected: Collected, passage: Passage) -> Sequence[Placed]:
    """The groups that a line begins with and that stand for themselves: "Audit Committee and Pay Committee (...)"."""
    found: list[Placed] = []
    for placed in outermost([p for p in collected.names.at(passage) if p.type is EntityType.BODY]):
        before = passage.text[found[-1].end if found else 0 : placed.start]
        if not is_group(collected, placed) or not _JOINED.fullmatch(before):
            break
        found.append(placed)
    return found if found and _LABEL_ENDS.match(passage.text, found[-1].end) else []
