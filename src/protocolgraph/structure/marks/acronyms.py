"""Acronyms: those that a document uses without their words, and the words that it gives for the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from protocolgraph.model import Mark, MarkKind, Outline, Span
from protocolgraph.structure.marks.place import mark_span, section_at
from protocolgraph.vocab.drafting import Drafting, load_drafting

_ACRONYM = re.compile(r"(?<![\w.£/@-])(?P<short>[A-Z][A-Za-z&]{0,6}[A-Z])(?P<plural>s?)(?![\w@]|-\w|\.\w)")
_GIVEN = re.compile(r"\(\s*[‘'“\"]?(?:the\s+)?(?P<short>[A-Z][A-Za-z&]{0,6}[A-Z])s?[’'”\"]?\s*\)")
_EXPLAINED = re.compile(r"\b(?P<short>[A-Z]{2,7})s?\s+\((?P<long>[A-Z][A-Za-z’'&, -]{6,80})\)")
_TABLED = re.compile(
    r"^[ \t]*(?P<short>[A-Z]{2,7})[ \t]+[-–—:]?[ \t]*(?P<long>[A-Z][a-z]\S*(?:[ \t]+\S+){1,9})[ \t]*$", re.M
)
_FEWEST = 2
"""An acronym that stands once may be a slip, or a word in capitals."""


def acronym_marks(outline: Outline) -> Iterator[Mark]:
    """Yield a mark for each acronym: defined, with its words, or used at least twice and nowhere defined."""
    words, text = load_drafting(), outline.document.text
    defined: dict[str, set[str]] = {}
    for short, (span, long) in _definitions(text):
        if long.lower() not in defined.setdefault(short, set()):
            defined[short].add(long.lower())
            yield _mark(outline, span, MarkKind.ACRONYM_DEFINED, f"{short} = {long}")
    yield from _slips(outline, defined)
    used: dict[str, list[Span]] = {}
    for match in _ACRONYM.finditer(text):
        if not _in_capitals(text, match.start()) and _is_acronym(match["short"], words):
            used.setdefault(match["short"], []).append(Span(match.start(), match.end("short")))
    for short, spans in used.items():
        akin = any(short.endswith(known) or known.endswith(short) for known in defined)
        slip = any(_is_slip(short, known) for known in defined)
        if not slip and not akin and len(spans) >= _FEWEST and not _spelt_out(short, text):
            yield _mark(outline, spans[0], MarkKind.ACRONYM_UNDEFINED, short)


def _slips(outline: Outline, defined: Iterable[str]) -> Iterator[Mark]:
    """Yield a mark for each acronym that is a slip of one that is defined, at its first place."""
    seen: set[str] = set()
    for match in _ACRONYM.finditer(outline.document.text):
        slip = next((known for known in defined if _is_slip(match["short"], known)), None)
        if slip and match["short"] not in seen:
            seen.add(match["short"])
            yield _mark(outline, Span(match.start(), match.end("short")), MarkKind.ACRONYM_SLIP, slip)


def _mark(outline: Outline, span: Span, kind: MarkKind, value: str) -> Mark:
    return mark_span(outline, span, kind, value, section=section_at(outline, span.start))


def _is_acronym(short: str, words: Drafting) -> bool:
    capitals = sum(letter.isupper() for letter in short)
    return capitals >= 2 and capitals * 2 > len(short) and short.upper() not in words.known | words.capitals


def _in_capitals(text: str, offset: int) -> bool:
    """Whether a place stands in a line of capitals, such as a heading."""
    start, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    line = text[start : end if end >= 0 else len(text)]
    letters = [letter for letter in line if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) * 2 > len(letters)


def _definitions(text: str) -> Iterator[tuple[str, tuple[Span, str]]]:
    for match in _GIVEN.finditer(text):
        long = _words_before(text[: match.start()], match["short"])
        if long:
            start = match.start() - (len(text[: match.start()]) - text.rfind(long.split()[0], 0, match.start()))
            yield match["short"], (Span(max(start, 0), match.end()), " ".join(long.split()))
    for pattern in (_EXPLAINED, _TABLED):
        for match in pattern.finditer(text):
            if _fits(match["short"], match["long"]):
                yield match["short"], (Span(match.start("short"), match.end()), " ".join(match["long"].split()))


def _words_before(before: str, short: str) -> str | None:
    """Return the words at the end of a text whose first letters, small words apart, make the acronym."""
    words = re.findall(r"[\w’'&]+", before[-200:].replace("-", " "))
    letters = [letter.lower() for letter in short if letter.isalpha()]
    for count in range(len(letters), min(len(words), len(letters) * 2 + 2) + 1):
        run = words[-count:]
        if run[0][0].lower() == letters[0] and _fits(short, " ".join(run)):
            return " ".join(run)
    return None


def _fits(short: str, long: str) -> bool:
    """Whether the acronym's letters begin words of the long form, in order, the first with the first."""
    words = re.findall(r"[a-z]+", re.sub(r"[’']s?\b", "", long.lower()))
    wanted = [letter.lower() for letter in short if letter.isalpha()]
    if not words or words[0][0] != wanted[0]:
        return False
    place = 0
    for word in words:
        if place < len(wanted) and word[0] == wanted[place]:
            place += 1
    return place == len(wanted)


def _is_slip(short: str, known: str) -> bool:
    """Whether two neighbouring letters of a long acronym have changed places."""
    if len(short) < 4 or len(short) != len(known) or short == known:
        return False
    differ = [place for place in range(len(short)) if short[place] != known[place]]
    return len(differ) == 2 and differ[1] == differ[0] + 1 and sorted(short) == sorted(known)


def _spelt_out(short: str, text: str) -> bool:
    """Whether the words of an acronym stand near it in brackets of another form, or in a list of acronyms."""
    for match in re.finditer(rf"\b{re.escape(short)}\b[ \t]*(?:[-–—:=(]|\n)\s*", text):
        if _fits(short, text[match.end() : match.end() + 80].split("\n")[0]):
            return True
    return bool(re.search(rf"\(\s*(?:the\s+|or\s+|known as\s+|hereafter\s+)?[“\"‘']?{re.escape(short)}s?\b", text))
