"""What a document itself says of its names: acronyms, definitions, other names.

Acronyms in brackets are matched as Schwartz and Hearst (2003), "A simple algorithm for identifying
abbreviation definitions in biomedical text", do: the letters of the short form, from the last to the
first, each in the words before the bracket, the first at the beginning of a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from protocolgraph.extract.found import Found
from protocolgraph.extract.tokens import tokenize
from protocolgraph.extract.units import Key, key_of
from protocolgraph.model import Clause, EntityType, Scope
from protocolgraph.vocab.lexicon import fold, lexicon

_SEVERAL = re.compile(r"[A-Z]{2,}s")
"""The acronym of several bodies: "LBs"."""
_BRACKET = re.compile(r"\(([^()]{2,80})\)")
_QUOTED = re.compile(
    r"^(?:(?:here(?:in)?after|referred to(?: here| in this [A-Z]\w+(?: [A-Z]\w+)?)? as|known as|called|also known as"
    r"|or|thereafter|and)[ ,:]*)*"
    r"(?:referred to as |known as |called )?(?:the )?[\"“‘'](?:the )?([^\"”’']{2,60})[\"”’']$",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"^(?:here(?:in)?after|hereinafter|henceforth|referred to as|known as|also known as|or|called)[ ,:]+"
    r"(?:referred to as |known as |called )?(?:the )?((?-i:[A-Z])[^()]{1,60})$",
    re.IGNORECASE,
)
_KNOWN_AS = re.compile(
    r"\)?,? (?:(?:which|that) )?(?:(?:is|are) )?(?:(?:also|now|locally|better|commonly) )*"
    r"(?:called|branded(?: as)?|known(?: locally)? as) (?:the )?[\"“‘']?"
    r"([A-Z][\w’'!-]*(?: (?:(?:of|for|in|and|&) )?[A-Z][\w’'!-]*){0,5}!?)(?=[\"”’',.;)]|$)"
)
_OFFICE = (
    r"(?:Host|Lead|Administering|Accountable|Managing|Employing|Billing|Appointing|Appropriate|Commissioning) "
    r"(?:Authority|Body|Council|Partner|Agency|Organisation|Commissioner)"
)
_FOR_OTHERS = re.compile(
    r",? (?:is|acts as|shall be|will be|shall act as|will act as|acting as|as) "
    rf"(?:the ({_OFFICE})\b|((?i:{_OFFICE}))\b(?=[,.;]| for| and| of))"
)
"""What a body is for others, by which a paper then calls it."""
_OFFICE_OF = re.compile(
    rf"(?:^|[Tt]he )[“\"‘']?(?P<office>{_OFFICE})[”\"’']? (?:is|means|shall be|will be):? (?:the )?$"
)
"""Before the name of the body that is that for others."""
_PLAIN = re.compile(r"^the ([A-Z][\w-]+(?: [A-Z][\w-]+)?)$")
_AT_ADDRESS = re.compile(
    r",? (?:whose|with its|having its) (?:principal|registered|main|head) (?:address|office|place of business)\b"
    r"[^;()]{2,120}|,? of [A-Z0-9][^;()]{2,120}\d[^;()]{0,20}"
)
"""Where a party to an agreement has its seat, before what the agreement calls it."""
_PARTY = re.compile(r"(?:the )?([A-Z][a-z]+(?: [A-Z][a-z]+)?)")
_TOLD = re.compile(r",\s+(?:an?|of|being|whose|which|acting|established|incorporated)\s[^.;()]{2,90}")
NAME_IS = re.compile(
    r"\b[Nn]ame of (?:the|this) (?:[\w-]+ ){0,2}(?P<sort>[\w-]+) (?:is|shall be|will be):? (?:[Tt]he )?[“\"‘']?$"
)
"""Before the name that a constitution gives to those whose it is: "The name of the charity shall be Saltmere Hall"."""
_ADDRESS = 6
"""Characters between a party and its short name that only its address can fill."""
_LINK = re.compile(r"(?:and |also )?(?:the )?")
_ARTICLE = 4
"""Length of "The ", which may stand before a name."""
_NO_PERSON = frozenset({"IT", "HR", "UK", "EU", "AM", "PM"})
"""Initials that mean something else wherever they stand."""
_DASHED = re.compile(r"\b([A-Z][A-Za-z&]{1,9}) [–-] ([A-Z][^()\n;:]{6,80})")


@dataclass(frozen=True, slots=True)
class Definition:
    """Two names for one thing, where they stand in a passage."""

    type: EntityType
    short: str
    long: str
    rule: str
    start: int
    end: int


def is_acronym(text: str) -> bool:
    """Whether a text is one word written as an acronym is."""
    tokens = tokenize(text)
    return len(tokens) == 1 and tokens[0].acronym and len(text) <= 10


def definitions(text: str, names: list[Found]) -> list[Definition]:
    """Return what this passage defines, given the names found in it."""
    found = []
    for match in _BRACKET.finditer(text):
        inner = match.group(1).strip()
        before = _ending_at(names, text, match.start()) or _told_of(names, text, match)
        before = _spelt(names, inner, before) or before
        definition = _acronym(match, inner, before) if is_acronym(inner) else _called(match, inner, before)
        definition = definition or _of_person(match, inner, names) or _second_office(match, before, names)
        if definition is not None:
            found += [definition, *_of_each(definition)]
    return found + _reversed(text, names) + _known_as(text, names) + _lettered(names)


def _of_each(of_several: Definition) -> list[Definition]:
    """The acronym of one of several: "Local Boards (LBs)", of which "the LB" may be any."""
    several = (
        of_several.type is EntityType.BODY and of_several.rule == "acronym" and _SEVERAL.fullmatch(of_several.short)
    )
    return [replace(of_several, short=of_several.short[:-1])] if several else []


def _lettered(names: list[Found]) -> list[Definition]:
    """The name without the letters behind it: "Ann Lee MBE" is Ann Lee, as the next paper calls her."""
    honours, found = lexicon("people")["honours"], []
    for name in names:
        if name.type is not EntityType.PERSON or fold(name.text.rpartition(" ")[2]) not in honours:
            continue
        words = name.text.split()
        while fold(words[-1]) in honours:
            words.pop()
        if len(words) > 1:
            bare = " ".join(words).rstrip(",")
            found.append(Definition(EntityType.PERSON, bare, name.text, "letters", name.start, name.end))
    return found


def _known_as(text: str, names: list[Found]) -> list[Definition]:
    """What a body is called beside its name: "the Children in Care Council, known as Our Harbour", or as what it acts:
    "Northwick Council is the Host Authority".
    """
    found = []
    for name in names:
        whole = name.type is EntityType.BODY and not name.weak
        sort = NAME_IS.search(text, 0, name.start) if whole and name.scope is not Scope.GENERIC else None
        if sort is not None:
            found.append(Definition(name.type, sort["sort"], name.text, "definition", sort.start(), name.end))
        if not whole or name.scope is Scope.GENERIC:
            continue
        if office := _OFFICE_OF.search(text, 0, name.start):
            found.append(Definition(name.type, office["office"], name.text, "definition", office.start(), name.end))
        called = _KNOWN_AS.match(text, name.end) or _FOR_OTHERS.match(text, name.end)
        short = next(filter(None, called.groups()), name.text) if called is not None else name.text
        if called is not None and short != name.text:
            found.append(Definition(name.type, short, name.text, "definition", name.start, called.end()))
    return found


def glossed(clauses: Iterable[Clause], names: Mapping[Key, Sequence[Found]]) -> dict[Key, list[Definition]]:
    """Return what lists of abbreviations define, by passage: the short form is the cell or label before what it means.

    Args:
        clauses: the document's.
        names: those found in each passage.

    """
    found: dict[Key, list[Definition]] = {}
    for clause in clauses:
        key, text = key_of(clause.body), clause.body.text
        first = text.partition(" ")[0]
        short = clause.leads[-1].text.strip(" :") if clause.leads else ""
        short, start = (short, 0) if is_acronym(short) else (first, len(first) + 1)
        here = names.get(key, ()) if is_acronym(short) else ()
        own = [n for n in here if short not in n.text.split()]  # "Chair of the SAB" beside "SAB" is another name
        meant = [n for n in own if start <= n.start <= start + _ARTICLE and not n.weak]
        for name in meant:
            if name.end >= len(text.rstrip(" .;")) and (long_form(short, name.text) or initials(short, name.text)):
                told = Definition(name.type, short, name.text, "acronym", name.start, name.end)
                found.setdefault(key, []).append(told)
    return found


def _ending_at(names: list[Found], text: str, index: int) -> Found | None:
    """The longest name that ends just before this place."""
    ends = [n for n in names if not n.weak and 0 <= index - n.end <= 3 and text[n.end : index].strip(" ’'s") == ""]
    return max(ends, key=lambda n: n.end - n.start, default=None)


def _spelt(names: list[Found], short: str, longest: Found | None) -> Found | None:
    """The body at the end of a post's or paper's name that an acronym spells: "Chair of the Northwick Board (NB)"."""
    if longest is None or longest.type is EntityType.BODY or not is_acronym(short) or initials(short, longest.text):
        return None
    return next(
        (n for n in names if n.type is EntityType.BODY and n.end == longest.end and initials(short, n.text)), None
    )


def _told_of(names: list[Found], text: str, bracket: re.Match[str]) -> Found | None:
    """The body that a clause between commas tells of before its short name: "X, a charity (the "Payee")"."""
    quoted = _QUOTED.match(bracket.group(1).strip())
    if quoted is None and not _PARTY.fullmatch(bracket.group(1)):
        return None
    bodies = [n for n in names if n.type is EntityType.BODY and not n.weak and n.end < bracket.start()]
    if seated := next((n for n in bodies if _AT_ADDRESS.fullmatch(text.rstrip(), n.end, bracket.start() - 1)), None):
        return seated
    last = max(bodies, key=lambda n: n.end, default=None)
    told = quoted is not None and last is not None and _TOLD.fullmatch(text, last.end, bracket.start())
    return last if told else None


def _acronym(match: re.Match[str], short: str, before: Found | None) -> Definition | None:
    if before is not None and before.type in (
        EntityType.BODY,
        EntityType.ROLE,
        EntityType.PUBLICATION,
        EntityType.LEGISLATION,
    ):
        long = long_form(short, before.text)
        if long is not None or short[0].lower() == before.text[0].lower() or initials(short, before.text):
            return Definition(before.type, short, before.text, "acronym", before.start, match.end())
    return None


def _of_person(match: re.Match[str], short: str, names: list[Found]) -> Definition | None:
    """The initials by which minutes call a person: "Ann Lee (AL)"."""
    people = [n for n in names if n.type is EntityType.PERSON and 0 <= match.start() - n.end <= 1]
    if not people or not short.isupper() or short in _NO_PERSON:
        return None
    letters = "".join(token.text[0] for token in tokenize(people[-1].text) if token.word and token.capital)
    if not letters.endswith(short):
        return None
    return Definition(EntityType.PERSON, short, people[-1].text, "initials", people[-1].start, match.end())


def _called(match: re.Match[str], inner: str, before: Found | None) -> Definition | None:
    party = _PARTY.fullmatch(inner) if before is not None and match.start() - before.end > _ADDRESS else None
    quoted = _QUOTED.match(inner) or _CALLED.match(inner) or _PLAIN.match(inner) or party
    if before is None or quoted is None:
        return None
    short = quoted.group(1).strip().removeprefix("the ").removeprefix("The ")
    if before.type is EntityType.ROLE and fold(short.split()[-1]) in lexicon("bodies")["definite"]:
        return None  # whose the post is: "Director of Education (the Council)"
    plurals = lexicon("bodies")["class_plurals"]
    if before.type is EntityType.BODY and fold(short) in plurals and fold(before.text.split()[-1]) not in plurals:
        return None  # all that a list names, and not its last: "A Council and B Council (the Authorities)"
    return Definition(before.type, short, before.text, "definition", before.start, match.end())


def _second_office(match: re.Match[str], before: Found | None, names: list[Found]) -> Definition | None:
    """An office that law requires, held with a post: "Head of Law and Governance (Monitoring Officer)"."""
    start, end = match.span(1)
    inside = next((n for n in names if n.end == end and _LINK.fullmatch(match.string, start, n.start)), None)
    if before is None or inside is None or before.type is not EntityType.ROLE:
        return None
    if fold(inside.text).removeprefix("deputy ") not in lexicon("roles")["statutory"]:
        return None
    return Definition(EntityType.ROLE, inside.text, before.text, "second office", before.start, match.end())


def _reversed(text: str, names: list[Found]) -> list[Definition]:
    """ "NOPF – Northwick Older People's Forum", "NHSE (NHS England)" with the short form first."""
    found = []
    for match in _DASHED.finditer(text):
        body = next((n for n in names if n.start == match.start(2) and n.type is EntityType.BODY), None)
        if body is not None and is_acronym(match.group(1)) and long_form(match.group(1), body.text):
            found.append(Definition(body.type, match.group(1), body.text, "acronym", match.start(), body.end))
    return found


def long_form(short: str, before: str) -> str | None:
    """Return the shortest end of `before` that the short form abbreviates (Schwartz and Hearst 2003), or None."""
    place = len(before) - 1
    letters = [c.lower() for c in short if c.isalnum()]
    for number, letter in enumerate(reversed(letters)):
        first = number == len(letters) - 1
        while place >= 0 and not _matches(before, place, letter, word_start=first):
            place -= 1
        if place < 0:
            return None
        place -= 1
    return before[place + 1 :]


def _matches(text: str, place: int, letter: str, *, word_start: bool) -> bool:
    at_start = place == 0 or not text[place - 1].isalnum()
    return text[place].lower() == letter and (at_start or not word_start)


_KNOWN_NAMES = 8_192
"""Names whose first letters are remembered: each acronym of a document is held against each."""
_POSSESSIVE = re.compile(r"['’]s\b")
_SMALL = {"of", "for", "and", "or", "the", "in", "to", "&", "on"}


def initials(short: str, name: str, *, fewest: int = 3) -> bool:
    """Whether a short form is the first letters of a name's words, small words left out or kept."""
    wanted = _letters(short)
    return len(wanted) >= fewest and wanted in _first_letters(name)


@lru_cache(_KNOWN_NAMES)
def _letters(short: str) -> str:
    """The letters of a short form without the "s" of several."""
    return re.sub(r"[^a-z0-9]", "", short.lower().rstrip("s") if short.endswith("s") else short.lower())


@lru_cache(_KNOWN_NAMES)
def _first_letters(name: str) -> tuple[str, str]:
    """The first letters of a name's words, with the small words and without; "Children's" is one word."""
    words = [word.lower() for word in re.findall(r"[^\W_]+", _POSSESSIVE.sub("", name))]
    return "".join(word[0] for word in words), "".join(word[0] for word in words if word not in _SMALL)
