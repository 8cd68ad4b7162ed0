"""What a document is about: the body whose terms these are, or the bodies that a protocol joins.

Told by the lines before the first section, by what the document defines as "the Board", and by the
head noun that it says "the ..." of most often.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from protocolgraph.extract.authorities import is_authority, is_council, is_principal_name
from protocolgraph.extract.found import Found
from protocolgraph.extract.glossary import NAME_IS
from protocolgraph.extract.known import KnownNames, name_key
from protocolgraph.extract.own_body import own_body
from protocolgraph.extract.own_nouns import lesser_groups
from protocolgraph.extract.spoken import is_group_head
from protocolgraph.extract.title_words import bare_title, untimed
from protocolgraph.extract.units import Key, Unit, UnitKind
from protocolgraph.model import EntityType, Scope
from protocolgraph.vocab.lexicon import lexicon

_LONGEST_TITLE = 500
"""Characters of a passage in which the words of a title are looked for."""
_FRONT = 14
"""Passages that may still belong to the front of a document."""
_TELLING = 5
"""Words of a passage that tells something though it names nothing; links at the head of a page tell nothing."""
_PARTED = re.compile(r"\s*:\s+|\s+[–—-]\s+")
"""What parts a body from the group of it that a title is of: "Place Partnership – Delivery Board"."""
_ARTICLE = 4
"""Length of "The ", which may stand before a name that is all of a line."""
_TITLED = 2.0
"""What a body gains whose name is all that the title says beside "Terms of Reference" and the like."""
_TERMED = 1.5
"""What a body gains whose terms of reference, purpose or membership a sentence of the front speaks of."""
_MANY = 3
"""So many bodies that head sections of their own share a page."""
_TITLE = 4.0
"""What a body weighs that the title names and the text speaks of."""
_LEAST = 1.0
"""A body that weighs less is only named somewhere: the document is not about it."""
_TERMS_OF = re.compile(
    r"\b(?:terms of reference|constitution|purpose|role|remit|aims?|membership|functions) (?:of|for) (?:the )?$",
    re.IGNORECASE,
)
_TERMS = re.compile(r"(?:terms of reference|constitution|role and remit|decision[- ]maker)\W*", re.IGNORECASE)
"""A label before the body whose terms a paper is, or its decision: "Terms of Reference: Audit Committee"."""
_MEETING_OF = re.compile(r"\b(?:minutes|meeting|agenda|notes)\b[^,;:]{0,40} of (?:the )?$", re.IGNORECASE)
_MINUTES_OF = re.compile(
    r"\b(?:minutes|notes)\b(?:(?! (?:will|shall|be|is|are|was|were|to|next|last) )[^;:]){0,110}? of (?:the )?$",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\W*(?:\w+ )?(?:minutes|notes)\b", re.IGNORECASE)
_MEETING = re.compile(r"(?: \w+)? meeting\b", re.IGNORECASE)
"""Behind the body whose minutes a line says that these are: "Minutes from the Parish Council meeting"."""
_EMPLOYERS = ("trust", "council", "authority", "service", "school")
"""Bodies with a board of their own: "the Trust" is not the Trust Board."""
_ISSUED = re.compile(r"(?:published|issued|prepared|produced|written) (?:jointly )?by (?:the )?$", re.IGNORECASE)
"""Before the body whose paper a line of the front says that it is."""
_VENUE = re.compile(
    r"(?:\d{4}|\d\s?[ap]\.?m\.?|\d[.:]\d\d)[^;]{0,60}?,\s+(?:the )?$|\bheld\b[^;]{0,40}\b(?:at|in) (?:the )?$",
    re.IGNORECASE,
)
"""Where a meeting was held, behind its date or "held at": what is named there is a house."""
_WITH_ACRONYM = re.compile(r"\s?\([A-Z][A-Za-z&]{1,9}\)\s+(?:is|was|has|brings|exists|leads|works)\b")
_INTRODUCED_BY = 2.0
"""What a body gains that a sentence of the front begins with, with its short name in brackets."""
_NAMED = 3.0
"""What a body weighs that the title names, or by which a line of the front says that the paper is published."""
_MET = 2.0
"""What a body gains of whose meeting the title is."""
_AGREEMENT = re.compile(r"\b(?:protocol|memorandum|agreement|concordat|compact)\b", re.IGNORECASE)
_JOINING = re.compile(r"\b(?:between|among|and the|joint)\b", re.IGNORECASE)
_PARTIES = re.compile(
    r"\b(?:between|among|amongst|how|(?:agreed|made|signed) by|(?:parties|signatories|partners)\b[^.;:]{0,60} are)\W+"
    r"(?:the )?$",
    re.IGNORECASE,
)
"""Before the first of the bodies that a paper joins: "how the Panel, the Forum and the Board work together"."""
_NEXT_PARTY = re.compile(r"(?:\s*\([^()]{2,60}\))?(?:[,;]|[,;]? (?:and|&)) (?:the )?", re.IGNORECASE)
_JOINING_ONLY = re.compile(r"(?:\W|\band\b|\bthe\b|\([A-Za-z]{2,8}\))*", re.IGNORECASE)
"""What lines that name the parties of an agreement hold beside their names."""
_FEWEST = 2
"""So many bodies, each with members of its own, make a paper one between them."""
_THE = re.compile(r"\b[Tt]he (?P<head>[A-Z][\w-]+)\b(?: (?P<next>[A-Z][\w-]+))?")
_OF_ITS_MEETING = re.compile(
    r"\W*(?:(?:draft|confirmed|unconfirmed|approved) )?(?:minutes|notes|agenda|record)\b", re.IGNORECASE
)
"""What stands right behind the group whose meeting a paper records, on its line or the next."""
_MET_BELOW = 9.0
"""What a group gains that stands between the body it belongs to and these words: more than the other can weigh."""
_STACKED = 1.5
"""What a group gains whose name alone is the line below that of the body it belongs to, at the head of the paper."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A body that the document may be about."""

    name: Found
    score: float
    order: int


def subjects_of(
    title: str,
    titles: Sequence[Found],
    units: Mapping[Key, Unit],
    found: Mapping[Key, Sequence[Found]],
    known: KnownNames,
    defined: Mapping[str, str],
) -> list[Found]:
    """Return the bodies that the document is about, the chief one first; several only for a protocol between them.

    Args:
        title: the document's title.
        titles: names found in the title.
        units: the document's passages.
        found: names found in each passage.
        known: the document's names, which tell what its acronyms mean.
        defined: folded short form to long name, as the document defines them ("board").

    """
    common, bare = _common_head(units), bare_title(title[:_LONGEST_TITLE])
    counts = Counter(name_key(n.text) for names in found.values() for n in names)
    candidates: dict[str, Candidate] = {}
    for order, (name, weight) in enumerate(_in_front(title, titles, units, found)):
        key = known.short.get(name.text, name_key(name.text))
        score = weight + _fitness(name, common, defined) + min(counts[key], 10) * 0.1
        score += _TITLED if name.text.lower() in (bare.lower(), re.split(_PARTED, bare)[-1].lower()) else 0.0
        if _plain(name) and (key not in candidates or score > candidates[key].score):
            candidates[key] = Candidate(name, score, order)
    likely = [c for c in candidates.values() if c.score >= _LEAST]
    ranked = _in_full_first(sorted(likely, key=lambda c: (-c.score, c.order)))
    joins = _joins(title, units)
    joined = sorted((c for c in ranked if c.score >= 3 and joins), key=lambda c: c.order)
    joined = [c for c in joined if not any(_shortens(c.name.text, other.name.text) for other in joined)]
    parties = _parties(units, found) if _is_agreement(title, units) else []
    if len(parties) > len(joined):
        return parties
    if ranked and ranked[0].score < _TITLE and _several_headings(ranked, units, found):
        return []
    if (not ranked or ranked[0].score < _TITLE) and (own := own_body(title, titles, units, found)) is not None:
        return [own]
    return [c.name for c in (joined if len(joined) > 1 else ranked[:1])]


def _in_full_first(ranked: list[Candidate]) -> list[Candidate]:
    """The candidates, before the chief one the only other that is its name in full: "Eastmoor Youth Council"."""
    short = ranked[0].name.text if ranked else ""
    full = [c for c in ranked[1:] if _shortens(short, c.name.text)]
    return [full[0], *(c for c in ranked if c is not full[0])] if len(full) == 1 else ranked


def _shortens(short: str, full: str) -> bool:
    """Whether a name is the end of another one, or the initials of that end."""
    words = full.split()
    initials = "".join(word[0] for word in words[-len(short) :]) if short.isupper() else ""
    return full.endswith(f" {short}") or (len(words) > len(short) > 1 and initials == short)


def _parties(units: Mapping[Key, Unit], found: Mapping[Key, Sequence[Found]]) -> list[Found]:
    """The most bodies that the front of a paper names in a row as those that it joins, at least two of them groups."""
    rows: list[list[Found]] = []
    for key, unit in list(units.items())[:_FRONT]:
        bodies = {n.start: n for n in sorted(found[key], key=lambda n: n.end) if _local_body(n)}
        for first in (n for n in bodies.values() if _PARTIES.search(unit.text, 0, n.start)):
            row = [first]
            while (gap := _NEXT_PARTY.match(unit.text, row[-1].end)) and gap.end() in bodies:
                row.append(bodies[gap.end()])
            rows.append(row)
    rows += _in_lines(list(units.items())[:_FRONT], found)
    return max((row for row in rows if _are_groups(row)), key=len, default=[])


def _are_groups(row: Sequence[Found]) -> bool:
    """Whether at least two of some bodies have members of their own, and none is a council."""
    groups = [n for n in row if is_group_head(n.head)]
    return len(groups) >= _FEWEST and not any(is_council(n.text) for n in row)


def _in_lines(front: Sequence[tuple[Key, Unit]], found: Mapping[Key, Sequence[Found]]) -> Iterator[list[Found]]:
    """The bodies of which alone some lines of the front consist: at least three, or two below "between"."""
    row: list[Found] = []
    said = ""
    for key, unit in front:
        named = [n for n in found[key] if _local_body(n) and unit.text[n.start - 1 : n.start] != "("]
        bodies = _outermost(named)
        rest = unit.text
        for body in reversed(bodies):
            rest = rest[: body.start] + rest[body.end :]
        if bodies and _JOINING_ONLY.fullmatch(rest):
            row += bodies
            continue
        if len(row) > _FEWEST or (len(row) == _FEWEST and _PARTIES.search(f"{said} ")):
            yield row
        row, said = [], unit.text


def only_authority(known: KnownNames) -> Found | None:
    """Return the one principal authority that a document names somewhere, if it names one; else its one council."""
    bodies = [n for n in known.names.values() if n.type is EntityType.BODY and n.scope is not Scope.GENERIC]
    named = [n for n in bodies if is_principal_name(n.text)] or [n for n in bodies if is_authority(n.text)]
    return named[0] if len(named) == 1 else None


def councils_of(titles: Sequence[Found]) -> list[Found]:
    """Return the councils that a title names, each once: "the Council" of the paper means one of them."""
    named = {n.text: n for n in titles if n.type is EntityType.BODY and is_council(n.text)}
    return list(named.values())


def _several_headings(
    ranked: Sequence[Candidate], units: Mapping[Key, Unit], found: Mapping[Key, Sequence[Found]]
) -> bool:
    """Whether the chief body is only the first of several that each head a section: a page on all committees."""
    names = [c.name.text for c in ranked]
    heading = [
        name.text
        for key, unit in units.items()
        if unit.kind is UnitKind.HEADING
        for name in found[key]
        if name.text in names and name.start <= _ARTICLE and name.end >= len(unit.text) - 1
    ]
    return len(set(heading)) >= _MANY and names[0] in heading


def _common_head(units: Mapping[Key, Unit]) -> str:
    """The head noun that the text points back to most often: "committee" where it says "the Committee" all along."""
    heads = lexicon("bodies")["definite"]
    uses: Counter[str] = Counter()
    for unit in units.values():
        said = [
            m for m in _THE.finditer(unit.text) if m["head"] != "Executive" or (m["next"] or "").lower() not in heads
        ]
        uses.update(m["head"].lower() for m in said if m["head"].lower() in heads)
    for ordinary in ("council", "authority", "service", "school"):
        uses[ordinary] = uses[ordinary] // 3
    uses.pop("cabinet", None)
    return max(sorted(head for head in uses if uses[head]), key=lambda head: uses[head], default="")


def _in_front(
    title: str, titles: Sequence[Found], units: Mapping[Key, Unit], found: Mapping[Key, Sequence[Found]]
) -> list[tuple[Found, float]]:
    """Bodies of the front with their weight: in the title, alone on a line, in the first sentences."""
    joins = _joins(title, units)
    titles = _outermost(titles)
    front = [
        (name, _NAMED + (_MET if _MEETING_OF.search(title.partition(name.text)[0]) else 0.0))
        for name in titles
        if name.type is EntityType.BODY
        and name.scope is not Scope.GENERIC
        and name.head != "meeting"
        and not _VENUE.search(title.partition(name.text)[0])
    ]
    telling = [(key, unit) for key, unit in units.items() if found[key] or len(unit.text.split()) >= _TELLING]
    values = {other for one, other in pairwise(units) if units[one].kind is UnitKind.LEAD}
    termed = {v for one, v in pairwise(units) if v in values and _TERMS.fullmatch(units[one].text)}
    above: Found | None = None
    for number, (key, unit) in enumerate(telling[:_FRONT]):
        bare = bare_title(unit.text[:_LONGEST_TITLE]) if found[key] else ""
        said = untimed(unit.text[:_LONGEST_TITLE]).strip() if len(unit.text) <= _LONGEST_TITLE else unit.text
        for name in _outermost(found[key]):
            if not _local_body(name) or _VENUE.search(unit.text, 0, name.start):
                continue
            covers = (name.end - name.start) / max(len(said), 1)
            early = 0.5 if number < 4 else 0.0
            begins = name.start <= _ARTICLE or bare.startswith(name.text)
            whole = covers > 0.45 and begins and key not in values - termed and unit.kind is not UnitKind.LEAD
            counts = joins or not (unit.listed or unit.beside)
            alone = 2.0 if whole and counts else 0.0
            first = 0.7 if name.start < 6 and counts else 0.0
            introduced = _INTRODUCED_BY if first and not joins and _WITH_ACRONYM.match(unit.text, name.end) else 0.0
            terms = _TERMED if _TERMS_OF.search(unit.text, 0, name.start) else _NAMED if key in termed else 0.0
            issued = early and _ISSUED.fullmatch(unit.text, 0, name.start)
            called = _NAMED if issued or NAME_IS.search(unit.text, 0, name.start) else 0.0
            below = early > 0 and above is not None and begins and is_below(name.head, above.head)
            stacked = _STACKED if alone and below else 0.0
            behind = [unit.text[name.end :], *(other.text for _, other in telling[number + 1 : number + 2])]
            meets = _NAMED if early and _met(unit.text, name) else 0.0
            met = _MET_BELOW if below and any(_OF_ITS_MEETING.match(text) for text in behind) else 0.0
            front.append((name, early + alone + first + terms + called + introduced + stacked + met + meets))
        above = next((n for n in found[key] if _local_body(n) and n.start <= _ARTICLE), None)
    return front


def _outermost(names: Sequence[Found]) -> list[Found]:
    """The names less those with which a longer one begins: a "Wharf Board Pay Group" is no Wharf Board."""
    longest: dict[int, Found] = {}
    for name in names:
        if _local_body(name) and (name.start not in longest or name.end > longest[name.start].end):
            longest[name.start] = name
    return [name for name in names if longest.get(name.start, name).end <= name.end]


def _met(text: str, name: Found) -> bool:
    """Whether a line of the front says that a paper records a meeting of a body."""
    return _MINUTES_OF.search(text, 0, name.start) is not None or (
        _MINUTES.match(text) is not None and _MEETING.match(text, name.end) is not None
    )


def is_below(head: str, above: str) -> bool:
    """Return whether a body is a group of the one on the line above, by their nouns: "Forum" below "Partnership"."""
    lesser = lesser_groups()
    return head in lesser and above not in lesser


def _local_body(name: Found) -> bool:
    return name.type is EntityType.BODY and not name.weak and name.scope in (Scope.LOCAL, Scope.REGIONAL)


def _fitness(name: Found, common: str, defined: Mapping[str, str]) -> float:
    words = name.text.lower().replace("-", " ").split()
    pointed = name.head == common or (common in words[-2:] and common not in _EMPLOYERS)
    score = 2.5 if common and pointed else 0.0
    score += 1.5 if defined.get(name.head) == name.text else 0.0
    return score - (1.5 if is_authority(name.text) else 0.0)


def _plain(name: Found) -> bool:
    """Whether a name can be a subject: no run of several names, no "neither Board"."""
    words = name.text.split()
    return len(words) <= 9 and words[0].lower() not in {"neither", "either", "both", "each"}


def _joins(title: str, units: Mapping[Key, Unit]) -> bool:
    """Whether the document joins several bodies: "Protocol between ..."."""
    return _is_agreement(title, units) and _JOINING.search(_front_text(title, units)) is not None


def _is_agreement(title: str, units: Mapping[Key, Unit]) -> bool:
    """Whether the front of a document says that it is an agreement of some sort."""
    return _AGREEMENT.search(_front_text(title, units)) is not None


def _front_text(title: str, units: Mapping[Key, Unit]) -> str:
    return " ".join([title, *(unit.text for unit in list(units.values())[:6])])
