"""Groups that a list names by what they work on alone: "The Board has these committees:", "Audit", "People and Pay".

What the lead-in calls them all, each of them is; a list of anything but names, or one with a post in it, names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from protocolgraph.extract.found import Found
from protocolgraph.extract.units import Key, Unit, UnitKind
from protocolgraph.model import EntityType

_GROUP = r"(?:sub-? ?)?(?:committee|panel|group|board|forum)|work ?stream"
_ANNOUNCING = re.compile(
    rf"(?:\b(?:following|these|below|its|our|has|have|are|two|three|four|five|six|seven|eight|nine|ten)\b[^.;:]{{0,60}}"
    rf"\b(?P<said>{_GROUP})s\b(?:[^.;:]{{0,40}})"
    rf"|(?:the |our )?\b(?P<told>{_GROUP})s (?:of the [\w ]{{2,40}} )?(?:are|include|comprise)"
    rf"(?: currently| as follows)?"
    rf"|(?:the |our |its |board )?(?P<label>{_GROUP})s)\s*[:–-]?\s*",
    re.IGNORECASE,
)
_IN_SENTENCE = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|following|several|number of) (?:[\w-]+ ){0,3}?"
    rf"(?P<said>{_GROUP})s\b"
    r"[^.:;]{0,80}:\s*(?P<names>[^.:;]+(?:;[^.:;]+)+)\.?$",
    re.IGNORECASE,
)
"""A sentence that counts groups and ends with their names, which semicolons part."""
_OTHERS = re.compile(
    r"\b(?:members?|membership|represent\w*|attend\w*|invit\w+|chairs?|officers?|duties|functions|responsibilit\w+"
    r"|purposes?|role|powers|terms of reference|agencies|organisations|partners|remit)\b",
    re.IGNORECASE,
)
"""What a lead-in has of which the list holds something else than groups."""
_WORD = r"(?!The\b)[A-Z][\w’'&-]*"
_NAME_WORDS = rf"{_WORD}(?:(?:,? (?:& |of |for |and )?| ?& ?|/){_WORD}){{0,6}}"
_NAME = re.compile(rf"[\s•*·\-–>\d.)]*(?:the )?(?P<name>{_NAME_WORDS})[\s.,;]*")
_PARTS = re.compile(r"[^;]+")
_PART = re.compile(rf"[\s]*(?:and )?(?:the )?(?P<name>{_NAME_WORDS})[\s.]*$")
_SAID_OF_IT = re.compile(
    r"\s+[–—-]\s+|:\s|\s\(|,\s(?=(?:(?:currently|jointly|also|co-|vice-)? ?(?:chair(?:ed|s)?|led|headed|convened"
    r"|hosted|supported|shared|run|meeting|reporting)|which|whose|that)\b)",
    re.IGNORECASE,
)
"""What parts a name from what is said of it."""
_FEWEST = 2
_MOST = 15
_LONGEST = 60
"""Characters of an item that may be a name."""


def below_leads(units: Mapping[Key, Unit], first: Mapping[Key, Sequence[Found]]) -> Iterator[tuple[Key, Found]]:
    """Yield the groups that items below a lead-in name, each with its passage.

    Args:
        units: the document's passages.
        first: the names that are found in each by their own words.

    """
    keys = list(units)
    for place, key in enumerate(keys):
        lead = units[key]
        announced = _ANNOUNCING.search(lead.text) if lead.kind is UnitKind.LEAD else None
        if announced is None or announced.end() < len(lead.text) or _OTHERS.search(lead.text):
            continue
        noun = (announced["said"] or announced["label"] or announced["told"]).lower().replace("sub ", "sub-")
        items = _items(keys[place + 1 : place + _MOST], units)
        named = [(item, _named(units[item], first[item], noun)) for item in items]
        groups = [name for _, name in named if name is not None]
        if len(items) >= _FEWEST and len(groups) == len(items) and any(group.head == noun for group in groups):
            yield from ((item, name) for item, name in named if name is not None and name not in first[item])


def in_sentences(units: Mapping[Key, Unit], first: Mapping[Key, Sequence[Found]]) -> Iterator[tuple[Key, Found]]:
    """Yield the groups that a sentence counts and names at its end, each with its passage, as `below_leads` does."""
    for key, unit in units.items():
        told = _IN_SENTENCE.search(unit.text) if ";" in unit.text else None
        if told is None or _OTHERS.search(unit.text, told.start(), told.start("names")):
            continue
        noun = told["said"].lower().replace("sub ", "sub-")
        parts = [_PART.match(unit.text, m.start(), m.end()) for m in _PARTS.finditer(unit.text, told.start("names"))]
        named = [(part.start("name"), part.end("name")) for part in parts if part is not None]
        inside = [name for name in first[key] if name.start >= told.start("names")]
        if len(named) == len(parts) and not _of_another(inside):
            known = {(name.start, name.end) for name in inside if name.type is EntityType.BODY}
            yield from (
                (key, Found(start, end, EntityType.BODY, unit.text[start:end], noun))
                for start, end in named
                if (start, end) not in known
            )


def _items(keys: Sequence[Key], units: Mapping[Key, Unit]) -> list[Key]:
    """The items of the list that begins here."""
    found: list[Key] = []
    for key in keys:
        if not units[key].listed or (found and units[key].section != units[found[0]].section):
            break
        found.append(key)
    return found


def _named(unit: Unit, names: Sequence[Found], noun: str) -> Found | None:
    """The group that is all of an item, or one that is known by its own noun and with which the item begins."""
    known = next((n for n in names if n.type is EntityType.BODY and not unit.text[: n.start].strip(" •*·-–Ae")), None)
    if known is not None:
        return known
    words = _SAID_OF_IT.split(unit.text, maxsplit=1)[0]
    whole = len(words.strip())
    named_in_it = [name for name in names if name.start < len(words) and name.end - name.start < whole]
    match = _NAME.fullmatch(words) if len(words) <= _LONGEST and not _of_another(named_in_it) else None
    return Found(*match.span("name"), EntityType.BODY, match["name"], noun) if match else None


def _of_another(names: Sequence[Found]) -> bool:
    """Whether an item names somebody, a post or a paper."""
    return any(name.type is not EntityType.BODY and not name.weak for name in names)
