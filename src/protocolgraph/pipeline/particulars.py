"""What a document and each of its parts says of itself, put together for the graph.

Title, kind, date, version and draft come from the structure, the area from the names of bodies, what a person
said from the workspace file or the command: that stands above what was read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from protocolgraph.model import Document, Evidence, Extraction, Outline, Particular, Span, quote
from protocolgraph.model.workspace import DocumentOverride
from protocolgraph.reference.lookup import authorities_in, places
from protocolgraph.resolve import find_area
from protocolgraph.structure import describe

_GIVEN = "a person's word (protocolgraph.toml, or --area)"
_NAMES = "the place in the names of its bodies"
_COUNCIL = "the name of the council, and of other bodies of the place"
_MARGIN = "the name of the council in its headers, footers or menus"
_BY_COUNCIL, _BY_NAMES = 0.8, 0.6
"""Confidence of an area by whose name a council goes, and of any other."""
_LINE, _DRAWN = "a line between two boxes of a chart", 0.3
_QUOTED = 3
"""So many names are quoted for an area."""
_RULE = "says of itself"


def particulars(
    outline: Outline, extraction: Extraction, override: DocumentOverride | None = None
) -> tuple[Particular, ...]:
    """Return all that is known of a document and its parts, the whole document first; what a person said replaces it.

    Args:
        outline: the document's structure.
        extraction: what was read in it; its mentions tell the area.
        override: what the workspace file or the command says of it.

    """
    given = tuple(_given(override or DocumentOverride()))
    said = {one.aspect for one in given}
    read = [one for one in _read(outline, extraction) if not _outranked(one, said, several=len(outline.parts) > 1)]
    return tuple(sorted((*given, *read), key=lambda one: one.part or 0))


def area_of(found: tuple[Particular, ...]) -> str | None:
    """Return the area of the whole document."""
    return next((one.value for one in found if one.aspect == "area" and one.part is None), None)


def _outranked(one: Particular, said: set[str], *, several: bool) -> bool:
    """Whether a person's word stands in the place of what was read: a title of the whole is none of its parts'."""
    return one.aspect in said and (one.part is None or not several)


def _given(override: DocumentOverride) -> Iterator[Particular]:
    for aspect in ("title", "kind", "date", "area"):
        if value := getattr(override, aspect):
            yield Particular(None, aspect, value, _GIVEN, 1.0, None)


def _read(outline: Outline, extraction: Extraction) -> Iterator[Particular]:
    document = outline.document
    yield from [*_area(extraction, document, part=None)] or _margin_area(outline)
    for number, told in enumerate(describe(outline), start=1):
        for item in told:
            evidence = _evidence(document, item.spans, item.confidence)
            yield Particular(number, item.name, item.value, item.how, item.confidence, evidence)
    yield from _proposed(outline)
    if len(outline.parts) > 1:
        for number, part in enumerate(outline.parts, start=1):
            yield from _area(_within(extraction, part.start, part.end), document, part=number)


def _proposed(outline: Outline) -> Iterator[Particular]:
    """Yield the links that lines between the boxes of a chart propose: that a line is there, not what it means."""
    document = outline.document
    for pair in document.joined:
        blocks = sorted((document.blocks[number] for number in pair), key=lambda block: block.start)
        spans = tuple(Span(block.start, block.end) for block in blocks)
        words = [" ".join(document.text[span.start : span.end].split()) for span in spans]
        at = next((n for n, part in enumerate(outline.parts, 1) if part.start <= spans[0].start < part.end), None)
        yield Particular(at, "proposed_link", " — ".join(words), _LINE, _DRAWN, _evidence(document, spans, _DRAWN))


def _area(extraction: Extraction, document: Document, *, part: int | None) -> Iterator[Particular]:
    if found := find_area(extraction, document.text, known=places()):
        spans = tuple(sorted(extraction.mentions[number].spans[0] for number in found.mentions[:_QUOTED]))
        sure = _BY_COUNCIL if found.council else _BY_NAMES
        evidence = _evidence(document, spans, sure)
        yield Particular(part, "area", found.name, _COUNCIL if found.council else _NAMES, sure, evidence)


def _margin_area(outline: Outline) -> Iterator[Particular]:
    """Yield the area of the one council whose full name stands in headers, footers or menus: it is its paper."""
    document = outline.document
    found: dict[str, Span] = {}
    for span in outline.furniture:
        for authority in authorities_in(document.text[span.start : span.end]):
            found.setdefault(authority.name, span)
    if len(found) == 1:
        [(name, span)] = found.items()
        yield Particular(None, "area", name, _MARGIN, _BY_NAMES, _evidence(document, (span,), _BY_NAMES))


def _within(extraction: Extraction, start: int, end: int) -> Extraction:
    """Return what was read in one part; its mentions alone, as nothing else tells a place."""
    here = [one for one in extraction.mentions if one.spans and start <= one.spans[0].start < end]
    alone = tuple(replace(one, owner=None, antecedent=None) for one in here)
    return replace(extraction, mentions=alone, aliases=(), facts=(), duties=())


def _evidence(document: Document, spans: tuple[Span, ...], confidence: float) -> Evidence | None:
    if not spans:
        return None
    page = document.page_at(spans[0].start)
    return Evidence(document.name, spans, quote(document.text, spans), None, page, _RULE, confidence)
