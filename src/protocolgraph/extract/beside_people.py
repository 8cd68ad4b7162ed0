"""Organisations named beside people, whatever their names are: "Ann Lee – Tideover", "Bo Hart, Manager, Quiet Harbour".

A list of those who sit or were there tells of each where they come from. Where some of them come from bodies that are
known by their own words, what stands in the same place beside the others is a body, too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from protocolgraph.extract.found import Found
from protocolgraph.extract.tokens import tokenize
from protocolgraph.extract.units import Key, Unit
from protocolgraph.model import EntityType
from protocolgraph.vocab.lexicon import fold, lexicon

_WORD = r"[A-Z0-9][\w’'!&-]*"
_NAME = re.compile(rf"(?P<name>{_WORD}(?:(?: (?:& |of |for |in |with |and |the )*){_WORD}){{0,6}}!?)")
_BESIDE = re.compile(
    r"(?:,\s+(?:of |from |representing )?|:\s+|\s+[–—-]\s+|\s*[(\[](?:representing )?|\s+(?:of|from|representing)\s+)"
    r"(?:[Tt]he )?"
)
"""Between somebody or their post and where they come from."""
_ENDS = re.compile(r"\s*(?:$|[.;)\]]|\((?!\w*\bchair)|,\s+(?=[A-Z]))", re.IGNORECASE)
"""Behind a name to which nothing more belongs."""
_ENDS_ENTRY = re.compile(r"\s*(?:$|[.;]|\((?=[a-z]))")
"""Behind a name that a comma parts from somebody, in a row of which it might be somebody else's."""
_INITIALS = re.compile(r"\s*[(\[]([A-Za-z]{2,4})[)\]]")
_NOTE = re.compile(
    r"\s*[(\[](?:[\w-]+ ){0,2}(?:co-|vice-)?chair\w*[)\]]|\s*\([^()]{1,30}\)(?=\s+[–—-]\s)", re.IGNORECASE
)
"""A bracket that tells of somebody something else than where they come from."""
_ELECTED = re.compile(r"\b(?:Councillors|Cllrs)\b")
"""Before a list of councillors, behind whom their wards and parties stand."""
_FEWEST = 2
"""Bodies known by their own words beside people of a paper."""
_SHARE = 1 / 3
"""Share of what stands beside the people that those must be."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands beside somebody: a body that is known, or a name that nothing tells."""

    key: Key
    start: int
    end: int
    known: bool


def beside_people(units: Mapping[Key, Unit], first: Mapping[Key, Sequence[Found]]) -> Iterator[tuple[Key, Found]]:
    """Yield the names beside people that must be bodies, each with its passage.

    Args:
        units: the document's passages.
        first: the names that are found in each by their own words.

    """
    parts: dict[int, list[_Place]] = defaultdict(list)
    for key, unit in units.items():
        for person in first[key]:
            if person.type is EntityType.PERSON and (place := _beside(key, unit.text, person, first[key])):
                parts[unit.part].append(place)
    names = "".join(f"|{n.text}" for found in first.values() for n in found if n.type is EntityType.BODY)
    for places in parts.values():
        known = sum(place.known for place in places)
        if known < _FEWEST or known < _SHARE * len(places):
            continue
        for place in places:
            name = units[place.key].text[place.start : place.end]
            if not place.known and f"|{name} " not in names:
                yield place.key, Found(place.start, place.end, EntityType.BODY, name, "body")


def _beside(key: Key, text: str, person: Found, names: Sequence[Found]) -> _Place | None:
    """Where the one comes from who is named here; a post may stand between."""
    if _ELECTED.search(text, 0, person.start) or fold(person.text.split()[0]).rstrip(".") in _elected():
        return None
    start = _opened(text, _behind_notes(text, person))
    post = next((n for n in names if n.type is EntityType.ROLE and n.start == start), None)
    if post is not None:
        start = _opened(text, post.end)
    match = _NAME.match(text, start) if start >= 0 else None
    if match is None:
        return None
    there = [n for n in names if n.start < match.end() and match.start() < n.end and not n.weak]
    if body := next((n for n in there if n.type is EntityType.BODY and n.start == start), None):
        return _Place(key, body.start, body.end, known=True) if _ENDS.match(text, body.end) else None
    in_row = "," in text[person.end : start] and _ENDS_ENTRY.match(text, match.end()) is None
    somebody = [n for n in there if post is None or not _taken_for_somebody(n, match)]
    if somebody or in_row or not _ENDS.match(text, match.end()):
        return None
    return _Place(key, *match.span("name"), known=False) if _may_be_body(match["name"], person) else None


def _opened(text: str, end: int) -> int:
    """Where the words begin that stand beside what ends here, or -1."""
    match = _BESIDE.match(text, end)
    return match.end() if match else -1


def _behind_notes(text: str, person: Found) -> int:
    """Where the words beside somebody go on behind their initials and "(Chair)"."""
    match = _INITIALS.match(text, person.end)
    end = match.end() if match and fold(match[1][0]) == fold(person.text[0]) else person.end
    note = _NOTE.match(text, end)
    return note.end() if note else end


def _taken_for_somebody(name: Found, match: re.Match[str]) -> bool:
    """Whether a name is only taken for somebody's as it stands in a list of people and no list holds its words."""
    given = fold(name.text.split()[0]) in {*lexicon("given_names")["given"], *lexicon("people")["titles"]}
    return name.type is EntityType.PERSON and not given and name.start == match.start() and name.end <= match.end()


def _may_be_body(name: str, person: Found) -> bool:
    """Whether a name beside somebody is neither a post, a field of work, a party, initials nor a note on the one."""
    people, heads = lexicon("people"), lexicon("roles")["heads"]
    tokens = [token for token in tokenize(name) if token.word]
    words = [token.base for token in tokens]
    begins = (lexicon("given_names")["given"], people["titles"], people["said_beside"])
    post = any(part in heads for word in words for part in word.split("-"))
    if post or words[0][0].isdigit() or any(words[0] in known for known in begins):
        return False
    if len(words) == 1 and (tokens[0].acronym or len(words[0]) < _SHORTEST):
        initials = {word[0] for word in fold(person.text).split()}
        return len(words[0]) >= _SHORTEST and words[0] not in people["honours"] and words[0][0] not in initials
    plain = (*_plain(), people["honours"], lexicon("publications")["heads"])
    no_name = words[-1] in _STREETS or (len(words) == 1 and words[0] in lexicon("bodies")["plurals"])
    return not no_name and any(not any(word in known for known in plain) for word in words)


_STREETS = frozenset(
    {"road", "street", "lane", "avenue", "way", "close", "drive", "crescent", "hill", "area", "resident"}
)
"""Last words of where somebody lives."""
_SHORTEST = 3
"""Letters of an acronym that stands for an organisation and not for somebody's initials."""


def _plain() -> tuple[Collection[str], ...]:
    """Words of business, of people and of what a list says of somebody."""
    beside = lexicon("people")["said_beside"]
    return lexicon("topics")["topics"], lexicon("roles")["fields"], lexicon("words")["persons"], beside


def _elected() -> Collection[str]:
    """Titles of those behind whom their wards and parties stand, or where a peer is from."""
    return lexicon("people")["elected_titles"]
