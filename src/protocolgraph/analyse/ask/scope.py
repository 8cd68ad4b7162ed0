"""Which documents a question is about: "in Northam", "in 2014", "as of 2014", "according to the protocol"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from protocolgraph.graph import Choice
from protocolgraph.graph.narrow import areas_of, year_of
from protocolgraph.model import DocumentInfo
from protocolgraph.text.normalise import name_key

_YEAR = r"(?:19|20)\d\d"
_SPAN = rf"{_YEAR}(?: ?[/-] ?(?:{_YEAR}|\d\d))?"
_AGAIN = r"(?:(?:and|or|than|to) )?(?:(?:who|what|how often|how much|which) )?(?:(?:in|for|during) )?"
_LIST = rf"{_SPAN}(?: {_AGAIN}{_SPAN})*"
_AS_OF = re.compile(
    rf"\b(?:as (?:of|at)|by the end of|up to|until|before the end of) (?:the year )?({_YEAR}) ", re.IGNORECASE
)
_YEARS = re.compile(
    rf"\b(?:in|for|during|of) (?:the )?(?:(?:financial|municipal) )?(?:years? )?({_LIST}) ", re.IGNORECASE
)
_NOUNS = (
    "protocols?|arrangements|packs?|agendas?|minutes|annual reports?|reports?|documents?|papers?|terms of reference"
    "|agreements?|constitutions?|strategy|strategies|plans?"
)
_WHICH = rf"(?:(?:the|each|both|this|every|all) )?(?:[\w&-]+ (?:'s )?){{0,4}}?(?:{_NOUNS})(?: (?:of|for|from) {_YEAR})?"
_DOCUMENT = re.compile(
    rf"\b(?P<how>according to|as stated in|as set out in|in|under|of|by|from|per) (?P<which>{_WHICH}) ", re.IGNORECASE
)
_SAYS = re.compile(
    rf"\bwhat (?P<how>does|do) (?P<which>{_WHICH}|each area|both areas|each) (?:say|state|provide|tell us) ",
    re.IGNORECASE,
)
_GIVES = re.compile(
    rf"\b(?P<how>does|do) (?P<which>{_WHICH}) (?:give|gives|assign|place|lay|put|impose|set) (?:on|upon|to|for) ",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\baccording to (?P<which>\S+\.\w{2,5}) ", re.IGNORECASE)
_EACH_TIME = re.compile(
    r"\b(?:in|across|for) (?:each|every|all|all the|both|the two) (?:year|area|borough|document|protocol)s?(?: 's)? "
    r"(?:(?:documents?|papers?|protocols?) )?",
    re.IGNORECASE,
)
_DANGLING = re.compile(r"(?: (?:and|or|and who|and what))+ $", re.IGNORECASE)
_NO_NOUN = frozenset(
    [
        "the",
        "each",
        "both",
        "this",
        "every",
        "all",
        "s",
        "of",
        "for",
        "from",
        "in",
        "a",
        "its",
        "their",
        "annual",
        "area",
        "areas",
        "document",
        "documents",
        "paper",
        "papers",
    ]
)


@dataclass(frozen=True, slots=True)
class Scoped:
    """A plain question without the words that say which documents, and what they said."""

    text: str
    choice: Choice
    told: tuple[str, ...] = ()
    """What each of those words was taken for, for a person."""
    each: bool = False
    """Whether the question is about each of several documents or areas: those that are silent are to be named."""


def scoped(text: str, documents: Sequence[DocumentInfo]) -> Scoped:
    """Take the words about areas, years and documents out of a plain question; others stay as they are."""
    found = Scoped(text, Choice())
    for step in (_take_saying, _take_each, _take_file, _take_document, _take_as_of, _take_years, _take_area):
        found = step(found, documents)
    rest = _DANGLING.sub(" ", f" {found.text}").strip()
    return replace(found, text=f"{rest} ")


def _take_each(found: Scoped, documents: Sequence[DocumentInfo]) -> Scoped:
    del documents
    text = _EACH_TIME.sub("", found.text)
    return found if text == found.text else replace(found, text=text, each=True)


def _take_file(found: Scoped, documents: Sequence[DocumentInfo]) -> Scoped:
    match = _ACCORDING.search(found.text)
    if match is None or match["which"] not in {document.name for document in documents}:
        return found
    return _chosen(found, match, [document for document in documents if document.name == match["which"]])


def _take_saying(found: Scoped, documents: Sequence[DocumentInfo]) -> Scoped:
    """ "What does each protocol say of", "which duties does it give to": what is said, and in which documents."""
    said, given = _SAYS.search(found.text), _GIVES.search(found.text)
    match = said or given
    if match is None:
        return found
    fitting, kind = _documents_of(match["which"], documents)
    text = found.text.replace(match[0], "what is said " if said else "are given to ")
    if fitting == kind == list(documents):
        return replace(found, text=text, each=True)
    if not kind:
        return found
    return replace(_chosen(found, match, kind), text=text, each=_is_each(match["which"]))


def _take_document(found: Scoped, documents: Sequence[DocumentInfo]) -> Scoped:
    """Documents that the words fit; words that fit none are no words about documents."""
    for match in _DOCUMENT.finditer(found.text):
        fitting, kind = _documents_of(match["which"], documents)
        said = match["how"].lower() in ("according to", "as stated in", "as set out in")
        plain_noun = re.fullmatch(r"the (?:protocols?|minutes)", match["which"].strip(), re.IGNORECASE)
        narrowed = 0 < len(fitting) < len(documents)
        dated = re.search(_YEAR, match["which"]) is not None
        if (kind and (said or plain_noun or narrowed)) or (fitting and dated):
            each = found.each or _is_each(match["which"])
            return replace(_chosen(found, match, kind or fitting), each=each)
    return found


def _documents_of(which: str, documents: Sequence[DocumentInfo]) -> tuple[list[DocumentInfo], list[DocumentInfo]]:
    """The documents that the words beside the noun fit ("the 2019 Northam"), and those of them that it names, too."""
    words = [word for word in name_key(which).split() if word not in _NO_NOUN]
    nouns = [word for word in words if re.fullmatch(_NOUNS, word)]
    fitting = [item for item in documents if all(_fits(word, item) for word in words if word not in nouns)]
    return fitting, [item for item in fitting if all(_is_kind(noun, item) for noun in nouns)]


def _is_each(which: str) -> bool:
    return re.match(r"(?:each|both|every|all)\b|.*s$", which.strip(), re.IGNORECASE) is not None


def _fits(word: str, document: DocumentInfo) -> bool:
    about = name_key(" ".join(filter(None, (document.area, document.title, document.name, document.date)))).split()
    return word in about


def _is_kind(noun: str, document: DocumentInfo) -> bool:
    about = name_key(" ".join(filter(None, (document.kind, document.title, document.name))))
    return re.search(rf"\b{re.escape(noun.rstrip('s'))}s?\b", about) is not None


def _chosen(found: Scoped, match: re.Match[str], documents: Sequence[DocumentInfo]) -> Scoped:
    text = found.text[: match.start()] + found.text[match.end() :]
    names = tuple(document.name for document in documents)
    told = (*found.told, f"“{match[0].strip()}”: {', '.join(names)}")
    return replace(found, text=text, choice=replace(found.choice, documents=names), told=told)


def _take_as_of(found: Scoped, documents: Sequence[DocumentInfo]) -> Scoped:
    del documents
    match = _AS_OF.search(found.text)
    if match is None:
        return found
    told = (*found.told, f"as of {match[1]}: documents dated {match[1]} or before")
    text = found.text[: match.start()] + found.text[match.end() :]
    return replace(found, text=text, choice=replace(found.choice, as_of=int(match[1])), told=told)


def _take_years(found: Scoped, documents: Sequence[DocumentInfo]) -> Scoped:
    """Years of documents; a financial year is told of by documents of either of its years."""
    match = _YEARS.search(found.text)
    if match is None:
        return found
    years = sorted({year for span in re.findall(_SPAN, match[1]) for year in _years(span)})
    known = {year_of(document) for document in documents}
    told = (*found.told, f"documents dated {' or '.join(str(year) for year in years if year in known) or match[1]}")
    text = found.text[: match.start()] + found.text[match.end() :]
    return replace(found, text=text, choice=replace(found.choice, years=tuple(years)), told=told)


def _years(span: str) -> tuple[int, ...]:
    first, *last = re.findall(r"\d+", span)
    return (int(first), *(int(first[:2] + year) if len(year) == 2 else int(year) for year in last))


def _take_area(found: Scoped, documents: Sequence[DocumentInfo]) -> Scoped:
    """ "In Northam", but not in "in Northam Council"."""
    for area in areas_of(documents):
        text = _within(area).sub("", found.text)
        if text != found.text:
            told = (*found.told, f"in {area}: documents of that area")
            return replace(found, text=text, choice=replace(found.choice, area=area), told=told)
    return found


@cache
def _within(area: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?i:(?:in|within|for|at) (?:the area of )?{re.escape(area)}) (?![A-Z])")
