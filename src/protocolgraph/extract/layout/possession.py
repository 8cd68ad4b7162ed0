"""A body that another body has: "the Council's Audit Committee", "the Executive Group of the Partnership"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from protocolgraph.extract.about import is_below
from protocolgraph.extract.authorities import is_authority, is_council
from protocolgraph.extract.collected import Collected
from protocolgraph.extract.known import name_key
from protocolgraph.extract.masked import Placed, outermost
from protocolgraph.extract.title_words import bare_title
from protocolgraph.extract.units import Unit
from protocolgraph.model import EntityType, Mention, MentionForm, PartKind, Scope
from protocolgraph.vocab.lexicon import lexicon

_UNITS = {"service", "services", "team", "teams", "unit", "department", "directorate", "division", "office", "section"}
"""Heads of what is a part of an organisation."""
_INSTITUTES = {"centre", "lab", "laboratory", "faculty", "school", "institute", "clinic", "department", "unit", "hub"}
_TEACHING = {"university", "college"}
_CAMPUSES = {*_TEACHING, "hospital", "infirmary"}
"""Heads of what has such institutes: "the Rights Lab, University of Northwick"."""
_LISTED_ON = {"and", "&", ",", ", and"}
_LIST_GOES_ON = re.compile(r"\s*(?:,|;|and\b|&)")

_AT = {"at", "at the", "within", "within the"}
"""Between a unit and the organisation that it is in."""
_EXECUTIVES = {"Cabinet", "Executive"}
"""What a council's whole name is followed by in that of its executive; another word may be anything: "Council Tax"."""
_WITH_WHOLE = re.compile(r" Council | (?:Board|Partnership) .*[Ss]ub[- ]?[Gg]roup$")
"""What stands in the name of a body that begins with that of the one it belongs to."""
_FOR_ALL = {"NHS"}
"""What many bodies' names begin with that are no part of one."""
_NOT_OWNED = frozenset({"and", "&", "in", "of", "for", "at", "on", "to", "with", "against"})
"""What goes on with a name and begins no other: "Department of Justice in Northern Ireland"."""

_STEERING = frozenset({"steering", "operating", "operational", "strategic", "management", "governance"})
_TWO = 2
_OF_OTHERS = ("representative", "office", "meeting")
_ARTICLE = 4
"""Length of "The ", which may stand before a name."""
_FRONT = 6
"""Passages at the head of a paper."""
_COMMITTEES = {"committee", "sub-committee", "subcommittee", "commission", "cabinet"}
_SCRUTINY = re.compile(
    r"\b(?:scrutiny|overview|select|corporate parenting|health and wellbeing|licensing|planning)\b", re.IGNORECASE
)
"""What the name of a council's own body says, whatever its noun."""
_JOINT = re.compile(r"\bjoint\b", re.IGNORECASE)
_OF_MEETING = re.compile(
    r"\W*(?:(?:report )?to\W+|(?:draft )?(?:minutes|notes|agenda|meeting|report)\b[^.;]{0,40}?\b(?:of|for|to) )?"
    r"(?:the )?(?:meeting of (?:the )?)?",
    re.IGNORECASE,
)
"""Before the name of the body that a line at the head of a paper says is meeting, or is reported to."""
_MET = re.compile(r"\W*(?:$|\d|(?:held|on|at|in|date|meeting|minutes|agenda|report)\b)", re.IGNORECASE)
"""Behind it."""
_AT_ADDRESS = re.compile(
    r"(?: Offices| House| Hall)?,(?:\s[A-Z0-9][\w’'-]*){1,4}\s(?:Road|Street|Lane|Way|Avenue|Square|Place|Hill|Court)\b"
)
"""Behind the house where a party of an agreement is: "of the Civic Centre, Quay Road"."""
_SHARE = 0.8
"""Share of a line that a name takes which is all of it."""


def read(collected: Collected) -> None:
    """Read which body is part of which from how they are named together."""
    _prefixed(collected)
    _front(collected)
    _council_above(collected)
    for unit in collected.names.units.values():
        bodies = [p for p in collected.names.at(unit.passage) if p.type is EntityType.BODY]
        for first, second in pairwise(bodies):
            if second.start >= first.end:
                _pair(collected, unit, first, second)
        _listed_on(collected, unit, outermost(bodies))


_CALLED_SO = re.compile(r"\b(?:acts?|acting|serves?|serving|sits?) as (?:the |a )?$", re.IGNORECASE)
"""Before a body whose work another does: "the Committee acts as the Council's Appeals Panel"."""


def _pair(collected: Collected, unit: Unit, first: Placed, second: Placed) -> None:
    between = unit.text[first.end : second.start].strip().lower().replace("’", "'")
    words = unit.text[first.start : first.end].lower()
    names = collected.names
    specific = Scope.GENERIC not in (first.scope, second.scope)
    if not specific:
        return
    if between in ("'s", "'") or (words in ("its", "their") and not between):
        called = _CALLED_SO.search(unit.text, 0, first.start) is not None
        if not called and names.mentions[second.mention].text.lower() not in ("board", "council", "panel"):
            evidence = collected.unit_evidence(unit, rule="possessive", confidence=0.8)
            collected.fact(second.mention, "part_of", first.mention, evidence)
    elif (
        _body_of(unit, second, between)
        and names.heads[first.mention] not in _OF_OTHERS
        and not _AT_ADDRESS.match(unit.text, second.end)
    ):
        evidence = collected.unit_evidence(unit, rule="body-of-body", confidence=0.72)
        collected.fact(first.mention, "part_of", second.mention, evidence)
    elif (
        between in _AT and second.masks and [names.heads[p.mention] in _UNITS for p in (first, second)] == [True, False]
    ):
        evidence = collected.unit_evidence(unit, rule="unit-at", confidence=0.7)
        collected.fact(first.mention, "part_of", second.mention, evidence)
    elif _on_campus(collected, unit, first, second, between):
        evidence = collected.unit_evidence(unit, rule="institute-at", confidence=0.72)
        collected.fact(first.mention, "part_of", second.mention, evidence)
    elif between == "(" and unit.text[second.end : second.end + 1] == ")":
        _bracketed(collected, unit, first, second)


def _body_of(unit: Unit, second: Placed, between: str) -> bool:
    """Whether one body is said to be another's: "the Audit Group of the Council", not "tells it of its work"."""
    owns = unit.text[second.start : second.end].lower() in {"its", "their", "our"}
    return between in ("of the", "of") and not owns


def _on_campus(collected: Collected, unit: Unit, first: Placed, second: Placed, between: str) -> bool:
    """Whether an institute is named with its university or hospital: "the Rights Lab, University of Northwick"."""
    heads = collected.names.heads
    if heads[first.mention] not in _INSTITUTES or heads[second.mention] not in _CAMPUSES:
        return False
    taught = heads[second.mention] in _TEACHING and not _LIST_GOES_ON.match(unit.text, second.end)
    alone = between in ("", ",") and taught
    return alone or between in _AT


def _listed_on(collected: Collected, unit: Unit, bodies: Sequence[Placed]) -> None:
    """The units that follow the first that a body has: "Northwick Council's Housing Team and Youth Service"."""
    names, owner = collected.names, None
    for first, second in pairwise(bodies):
        between = unit.text[first.end : second.start].strip().lower().replace("’", "'")
        if between in ("'s", "'"):
            owner = first if first.scope is not Scope.GENERIC else None
        elif owner is not None and between in _LISTED_ON and names.heads[second.mention] in _UNITS:
            if second.scope is Scope.LOCAL:
                evidence = collected.unit_evidence(unit, rule="possessive-list", confidence=0.75)
                collected.fact(second.mention, "part_of", owner.mention, evidence)
        else:
            owner = None


def _bracketed(collected: Collected, unit: Unit, first: Placed, second: Placed) -> None:
    """A unit with its organisation in brackets, or the organisation with its unit: "Port Team (Saltmere Council)"."""
    names = collected.names
    if any(names.mentions[p.mention].form is not MentionForm.NAME for p in (first, second)):
        return
    if is_authority(names.mentions[second.mention].name) and not is_council(names.mentions[first.mention].name):
        evidence = collected.unit_evidence(unit, rule="bracketed-body", confidence=0.72)
        collected.fact(first.mention, "part_of", second.mention, evidence)
        return
    units = [names.heads[p.mention] in _UNITS and p.scope is not Scope.NATIONAL for p in (first, second)]
    if units[0] == units[1]:
        return
    part, whole = (first, second) if units[0] else (second, first)
    evidence = collected.unit_evidence(unit, rule="bracketed-body", confidence=0.72)
    collected.fact(part.mention, "part_of", whole.mention, evidence)


def _prefixed(collected: Collected) -> None:
    """ "NSAB Executive Group", "ICB Audit Committee": a body named after the acronym of another."""
    names = collected.names
    short = {m.name: n for n, m in reversed(list(enumerate(names.mentions))) if m.form is MentionForm.ACRONYM}
    long = {
        m.name: n
        for n, m in reversed(list(enumerate(names.mentions)))
        if m.form is MentionForm.NAME and m.type is EntityType.BODY and m.scope is not Scope.GENERIC and m.spans
    }
    for unit in names.units.values():
        for placed in names.at(unit.passage):
            mention = names.mentions[placed.mention]
            if mention.type is not EntityType.BODY or mention.form is not MentionForm.NAME:
                continue
            first, _, rest = mention.name.partition(" ")
            whole = short.get(first) if _heads(rest) and first not in _FOR_ALL else None
            if whole is not None and names.mentions[whole].name.lower().endswith(f" {rest.lower()}"):
                continue
            if whole is None and (names.heads[placed.mention] in _UNITS or _WITH_WHOLE.search(mention.name)):
                whole = _begun_with(mention.name, long)
            bracket = mention.name.endswith(")")
            if whole is None and bracket:
                whole = _before_bracket(collected, unit, placed, long)
            beside = names.heads[placed.mention] in lexicon("bodies")["beside"] and not bracket
            beside = beside or _steers(rest)
            if whole is not None and not beside and names.mentions[whole].type is EntityType.BODY:
                evidence = collected.unit_evidence(unit, rule="named-after", confidence=0.75)
                collected.fact(placed.mention, "part_of", whole, evidence)


def _before_bracket(collected: Collected, unit: Unit, placed: Placed, others: Mapping[str, int]) -> int | None:
    """The council of which a bracket names the part that is meant: "Harbour Council (Public Health)"."""
    whole = unit.text[placed.start : placed.end].partition(" (")[0]
    if not is_authority(whole) or whole in others:
        return others.get(whole)
    spans = unit.passage.spans(placed.start, placed.start + len(whole))
    mention = Mention(EntityType.BODY, MentionForm.NAME, whole, whole, spans, Scope.LOCAL)
    return collected.names.add(mention, whole.split()[-1].lower())


def _begun_with(name: str, others: Mapping[str, int]) -> int | None:
    """The body whose whole name another one's begins with: "Harbour Office Lights Team" after the "Harbour Office"."""
    words = name.split()
    for length in range(len(words) - (1 if words[-1] in _EXECUTIVES else 2), 1, -1):
        if " ".join(words[:length]) in others and _heads(" ".join(words[length:])):
            return others[" ".join(words[:length])]
    return None


def _steers(rest: str) -> bool:
    """Whether the words after an acronym are of who runs what it stands for, and is no part of it: "Steering Group"."""
    words = rest.lower().split()
    return len(words) == _TWO and words[0] in _STEERING and words[1] in {"group", "board"}


def _heads(rest: str) -> bool:
    """Whether the words after an acronym are a name that it owns, not a second name beside it."""
    return bool(rest) and rest.lower().split()[0] not in _NOT_OWNED


def _front(collected: Collected) -> None:
    """The name of a council or partnership on the line above its group's, at the head of minutes or terms."""
    names = collected.names
    for part, about in names.memory.mains.items():
        if not names.outline.parts or names.outline.parts[part].kind is PartKind.OTHER:
            continue
        units = [u for u in names.units.values() if u.part == part][:6]
        for above, below in pairwise(units):
            whole = _alone(collected, above)
            body = _alone(collected, below)
            if whole is None or body is None or not about:
                continue
            parent = is_authority(names.mentions[whole].name) or is_below(names.heads[body], names.heads[whole])
            own = name_key(names.mentions[body].name)
            if parent and f" {name_key(about[0].name)}".endswith(f" {own}"):
                evidence = collected.units_evidence([above, below], rule="title-lines", confidence=0.7)
                collected.fact(body, "part_of", whole, evidence)


def _council_above(collected: Collected) -> None:
    """The council alone on the first line, above the committee whose minutes these are or to which a report goes."""
    names = collected.names
    for part in range(len(names.outline.parts)):
        units = [u for u in names.units.values() if u.part == part][:_FRONT]
        council = _alone(collected, units[0]) if units else None
        if council is None or not is_council(names.mentions[council].name):
            continue
        for unit in units[1:]:
            bodies = [p for p in names.at(unit.passage) if _is_committee(collected, p)]
            alone = bodies and _OF_MEETING.fullmatch(unit.text, 0, bodies[0].start)
            if alone and _MET.match(unit.text, bodies[0].end):
                evidence = collected.units_evidence([units[0], unit], rule="title-lines", confidence=0.7)
                collected.fact(bodies[0].mention, "part_of", council, evidence)
                break


def _is_committee(collected: Collected, placed: Placed) -> bool:
    """Whether a body is one that councils have: a committee or their cabinet, and none of several councils."""
    mention = collected.names.mentions[placed.mention]
    if placed.type is not EntityType.BODY or placed.scope is Scope.GENERIC or _JOINT.search(mention.name):
        return False
    return collected.names.heads[placed.mention] in _COMMITTEES or _SCRUTINY.search(mention.name) is not None


def _alone(collected: Collected, unit: Unit) -> int | None:
    """The body that is all of a line but for its short form in brackets, and words for the sort of paper."""
    text = bare_title(re.sub(r"\s*\([A-Z][A-Za-z&]{1,9}\)", "", unit.text))
    bodies = [p for p in collected.names.at(unit.passage) if p.type is EntityType.BODY and p.start <= _ARTICLE]
    whole = bodies and bodies[0].end - bodies[0].start >= _SHARE * len(text.strip())
    return bodies[0].mention if whole else None
