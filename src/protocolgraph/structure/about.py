"""What a document and each of its parts says of itself: title, kind, date, version, whether it is a draft.

Each answer has the words that it was read from, or tells that it is the file's own word, and how sure it
is: a file's metadata is often that of the document it was copied from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolgraph.model import Outline, Part, PartKind, Span, Told
from protocolgraph.structure.parts import find_date, kind_of_title, stored_title

_HEAD = 1500
"""Characters at the beginning of a part in which it says what it is."""
_VERSION = re.compile(
    r"(?<!icence\s)(?<!icense\s)\b(?:version|issue|revision|rev\.?|ver\.?|v)\s?[:.]?\s?"
    r"(?P<number>\d{1,2}(?:\.\d{1,3})*)\b",
    re.IGNORECASE,
)
"""The version of a licence ("Open Government Licence v3.0") is none of the document's."""
_DRAFT = re.compile(r"\b(?:DRAFT|Draft)\b(?!\s+(?:of|the|a|an|and|by|budget|plan|minutes)\b)")
_FINAL = re.compile(r"\bFINAL(?: VERSION)?\b|\bFinal version\b")
_DATED = re.compile(
    r"\b(?:date(?:d)?|held on|meeting on|adopted|approved|reviewed|revised|updated|as at|effective from)\b[^\n]{0,40}",
    re.IGNORECASE,
)
_FILE_DATE = re.compile(r"(?:D:)?(?P<year>(?:19|20)\d\d)-?(?P<month>\d\d)-?(?P<day>\d\d)")
_STATED, _NEAR, _NAMED, _FILE = 0.9, 0.7, 0.6, 0.3
"""Confidence: said in so many words; read from where it stands; from the file's name; from the file's metadata."""


def describe(outline: Outline) -> tuple[tuple[Told, ...], ...]:
    """Return what each part of a document says of itself, in the order of the parts."""
    return tuple(tuple(_describe(outline, part, first=not at)) for at, part in enumerate(outline.parts))


def _describe(outline: Outline, part: Part, *, first: bool) -> Iterator[Told]:
    yield from _title(outline, part, first=first)
    if part.kind is not PartKind.OTHER:
        sure = _STATED if kind_of_title(part.title) is part.kind else _NEAR
        yield Told("kind", part.kind.value, _place(outline, part, part.title), sure, "its title and its layout")
    yield from _date(outline, part, first=first)
    yield from _marked(outline, part, "version", _VERSION, first=first)
    yield from _marked(outline, part, "draft", _DRAFT, first=first)
    yield from _marked(outline, part, "final", _FINAL, first=first)


def _title(outline: Outline, part: Part, *, first: bool) -> Iterator[Told]:
    spans = _place(outline, part, part.title)
    if not spans and ": " in part.title:  # a body's name, and the title below it
        pieces = [_place(outline, part, words) for words in part.title.split(": ", 1)]
        spans = tuple(span for found in pieces for span in found) if all(pieces) else ()
    if spans:
        yield Told("title", part.title, spans, _STATED, "the words at its head")
    elif first and (stored := stored_title(outline.document)):
        yield Told("title", stored, (), _FILE, "the file's own word")


def _place(outline: Outline, part: Part, words: str) -> tuple[Span, ...]:
    """Return where these words stand at the head of a part; nowhere if they do not."""
    pattern = r"\s+".join(map(re.escape, words.split()[:40]))
    match = re.compile(pattern or r"(?!)").search(outline.document.text, part.start, min(part.end, part.start + _HEAD))
    return (Span(*match.span()),) if match else ()


def _date(outline: Outline, part: Part, *, first: bool) -> Iterator[Told]:
    text, end = outline.document.text, min(part.end, part.start + _HEAD)
    for match in _DATED.finditer(text, part.start, end):
        if date := find_date(" ".join(match[0].split())):
            yield Told("date", date, (Span(*match.span()),), _STATED, "a date that it gives itself")
            return
    if part.date:
        yield Told("date", part.date, (), _NEAR, "the first date at its head")
    elif first:
        stored = dict(outline.document.metadata)
        if found := _FILE_DATE.match(stored.get("modified") or stored.get("created") or ""):
            yield Told("date", f"{found['year']}-{found['month']}-{found['day']}", (), _FILE, "the file's own word")


def _marked(outline: Outline, part: Part, name: str, pattern: re.Pattern[str], *, first: bool) -> Iterator[Told]:
    """Yield a mark at the head of a part, in the running headers and footers, or in the file's name."""
    text = outline.document.text
    match = pattern.search(text, part.start, min(part.end, part.start + _HEAD))
    sure, how = _STATED, "the words at its head"
    if match is None:
        inside = [span for span in outline.furniture if part.start <= span.start < part.end]
        match = next((found for span in inside if (found := pattern.search(text, span.start, span.end))), None)
        sure, how = _NEAR, "its running headers and footers"
    if match:
        yield Told(name, _value(match), (Span(*match.span()),), sure, how)
    elif first and (named := pattern.search(re.sub(r"[_]+", " ", outline.document.name))):
        yield Told(name, _value(named), (), _NAMED, "the file's name")


def _value(match: re.Match[str]) -> str:
    return match.groupdict().get("number") or "yes"
