"""Groups that a sentence counts, and that the lines after it name one by one.

"The Board has four committees." and below it "Audit Committee. To: ...", "Finance Committee. To: ...", or
paragraphs that begin with "The Audit Committee" and "The Finance Committee". The
number that the sentence gives tells which of the names below are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protocolgraph.extract.collected import Collected
from protocolgraph.extract.layout.grouped import is_group
from protocolgraph.extract.layout.groups import place_under
from protocolgraph.extract.masked import Placed, outermost
from protocolgraph.extract.units import Unit, UnitKind
from protocolgraph.model import EntityType, Passage, Scope

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_GROUPS = r"(?:sub-? ?)?(?:groups|committees|panels|boards|forums|work ?streams|teams|commissions)"
_ANNOUNCED = re.compile(
    rf"\b(?P<number>{'|'.join(_NUMBERS)}|[2-9]|following) (?:[\w-]+ ){{0,2}}?{_GROUPS}\b(?!,? (?:of|for|to) )",
    re.IGNORECASE,
)
_HAVING = re.compile(
    r"\b(?:has|have|there (?:are|is)|beneath|below|under|appoint\w*|establish\w*|set(?:s|ting)? up|supported by|support"
    r"|works? through|operates? through|delegat\w+|assist|help|deliver|carr(?:y|ies) out|undertake|take forward"
    r"|is helped by|served by|report (?:in)?to)\b",
    re.IGNORECASE,
)
"""What ties the groups to the body that they are of."""
_LISTING = re.compile(r":\s|,? (?:namely|which are|these are|being)[:,]? |\s[–—-]\s|\s\((?=the |[A-Z])")
"""What a list of the groups begins with in the sentence itself."""
_BESIDES = re.compile(
    r"\b(?:members?|membership|represent\w*|attend\w*|invit\w+|works? with|links? (?:with|to)|liais\w+)\b",
    re.IGNORECASE,
)
"""What makes the groups those that somebody sits on or works with."""
_LABEL_ENDS = re.compile(r"\s*(?:$|[.:(–—-]| {2,}|\n)")
"""What follows a name that stands for itself, and does not begin a sentence."""
_SEVERAL = 2
_ARTICLE = 4
_FARTHEST = 60
"""Lines after the sentence among which its groups are looked for."""


def read(collected: Collected) -> None:
    """Read the groups that lines below a sentence name, as many as it says."""
    units = list(collected.names.units.values())
    for place, unit in enumerate(units):
        announced = _ANNOUNCED.search(unit.text)
        if announced is None or unit.kind is UnitKind.HEADING or not _HAVING.search(unit.text):
            continue
        if _in_sentence(collected, unit, units[place + 1 : place + 2], announced):
            continue
        whole = _whole(collected, unit)
        if whole is not None:
            wanted = _number(announced["number"])
            below_it = units[place + 1 : place + _FARTHEST]
            found = _named_below(collected, below_it, whole, wanted) or _beginning(collected, unit, below_it, wanted)
            for group, below in found:
                place_under(collected, group, whole.mention, [unit, below])


def _in_sentence(collected: Collected, unit: Unit, following: Sequence[Unit], announced: re.Match[str]) -> bool:
    """Read the groups that the sentence itself goes on to name: "Two groups assist the Board: the A Group and ..."."""
    listing = _LISTING.search(unit.text, announced.end())
    colon = unit.kind is UnitKind.LEAD and listing is None
    end = listing.start() if listing is not None else len(unit.text)
    if not (listing or (colon and following)) or _BESIDES.search(unit.text, 0, end):
        return False
    below = following[0] if colon else unit
    named = [p for p in collected.names.at(unit.passage) if p.type is EntityType.BODY and p.scope is not Scope.GENERIC]
    whole = next((p for p in named if p.end <= end), None)
    after = [p for p in collected.names.at(below.passage) if colon or p.start >= end]
    groups = [p for p in outermost(p for p in after if p.type is EntityType.BODY) if is_group(collected, p)]
    wanted = _number(announced["number"])
    if whole is None or len(groups) < (wanted or _SEVERAL):
        return False
    for group in groups[:wanted]:
        place_under(collected, group, whole.mention, [unit, below] if colon else [unit])
    return True


def _number(word: str) -> int | None:
    """The number that a word stands for; None for "following"."""
    if word.isdigit():
        return int(word)
    return _NUMBERS.index(word.lower()) + 2 if word.lower() in _NUMBERS else None


def _whole(collected: Collected, unit: Unit) -> Placed | None:
    """The one body that the sentence names: "There are four groups beneath the Board"."""
    named = [p for p in collected.names.at(unit.passage) if p.type is EntityType.BODY and p.scope is not Scope.GENERIC]
    return named[0] if len({collected.names.meant(p.mention) for p in named}) == 1 else None


def _named_below(
    collected: Collected, units: Sequence[Unit], whole: Placed, wanted: int | None
) -> Sequence[tuple[Placed, Unit]]:
    """The groups that lines begin with; none, unless they are as many as were announced."""
    found: dict[str, tuple[Placed, Unit]] = {}
    for group, unit in _labels(collected, units):
        meant = collected.names.meant(group.mention)
        if meant == collected.names.meant(whole.mention):
            break
        found.setdefault(meant, (group, unit))
        if len(found) == wanted:
            break
    return list(found.values()) if len(found) == wanted or (wanted is None and len(found) > 1) else []


def _beginning(
    collected: Collected, announcing: Unit, units: Sequence[Unit], wanted: int | None
) -> Sequence[tuple[Placed, Unit]]:
    """The groups with which the next paragraphs begin, if they are as many: "The Audit Committee reviews ..."."""
    found: dict[str, tuple[Placed, Unit]] = {}
    blocks = {announcing.block}
    for unit in units:
        if unit.section != announcing.section or len(found) == wanted:
            break
        opens = unit.kind is UnitKind.BODY and unit.block not in blocks
        blocks.add(unit.block)
        placed = collected.names.at(unit.passage) if opens else ()
        first = next((p for p in placed if p.type is EntityType.BODY and p.start <= _ARTICLE), None)
        if first is not None and is_group(collected, first):
            found.setdefault(collected.names.meant(first.mention), (first, unit))
    return list(found.values()) if wanted is not None and len(found) == wanted else []


def _labels(collected: Collected, units: Sequence[Unit]) -> Iterator[tuple[Placed, Unit]]:
    """The groups that stand alone at the head of a line, up to the next section that is not one of them."""
    first = units[0].section if units else None
    for unit in units:
        group = _label(collected, unit.passage)
        if group is not None:
            yield group, unit
        elif unit.kind is UnitKind.HEADING and unit.section != first and not _follows_label(collected, unit):
            return


def _follows_label(collected: Collected, unit: Unit) -> bool:
    """Whether a heading stands below that of a group: its "Membership", its "Purpose"."""
    above = collected.names.path(unit.section)[:-1]
    headings = (collected.names.outline.sections[section].heading for section in above)
    return any(_label(collected, heading) is not None for heading in headings)


def _label(collected: Collected, passage: Passage) -> Placed | None:
    for placed in collected.names.at(passage):
        if placed.type is EntityType.BODY and placed.start <= _ARTICLE and is_group(collected, placed):
            return placed if _LABEL_ENDS.match(passage.text, placed.end) else None
    return None
