"""A document's text as it stands, with every statement marked where it was read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.model import Document, Span, Statement
from protocolgraph.web.render import page, sentence, site_of

_SPAN = re.compile(r"(\d{1,12})-(\d{1,12})")
_EMPTY_LINES = re.compile(r"\n(?:[^\S\n]*\n){2,}")
_LINE_END = re.compile(r"[^\S\n]+(?=\n)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of text that the same statements were read from."""

    text: str
    statements: tuple[str, ...]
    """Ids of the statements."""
    begins: tuple[str, ...]
    """Ids of those whose words begin here."""
    page: int | None
    """The page that begins here, if one does."""
    sought: bool
    """Whether it is of the words that the reader came for."""
    first: bool
    """Whether those begin here."""


def show(request: Request) -> Response:
    """Answer with one document's page; the words at the places that are asked for stand out."""
    site, name = site_of(request), request.path_params["name"]
    info = site.graph.document(name)
    if info is None:
        raise HTTPException(404)
    statements = site.statements_of(name)
    document = site.read_document(name)
    sought = _spans(request.query_params.get("words", ""))
    values = {
        "title": info.title or name,
        "info": info,
        "particulars": info.layout.particulars,
        "stretches": list(stretches(document, statements, sought)) if document else None,
        "links": document.links if document else (),
        "pictured": site.pages.has(name),
        "statements": [(statement, sentence(site, statement)) for statement in statements],
    }
    return page(request, "document.html", values)


def _spans(text: str) -> tuple[Span, ...]:
    """The places that an address asks for; what is no place is passed over."""
    ends = ((int(start), int(end)) for start, end in _SPAN.findall(text))
    return tuple(Span(start, end) for start, end in ends if start < end)


def stretches(document: Document, statements: Sequence[Statement], sought: Sequence[Span] = ()) -> Iterator[Stretch]:
    """Yield the whole text in runs: cut wherever the words of a statement, of what is sought or a page begin or end.

    Where the text has several empty lines, one is left: they say nothing, and a reader has to scroll past them. Nor
    do spaces at the end of a line, which would be marked and underlined with the words.
    """
    starts, ends = _edges(statements)
    pages = {} if document.page_at(0) is None else {found.start: found.number for found in document.pages}
    edges = {edge for span in sought for edge in (span.start, span.end) if edge <= len(document.text)}
    cuts = sorted({0, len(document.text), *starts, *ends, *pages, *edges})
    first = min((span.start for span in sought), default=-1)
    open_: dict[str, None] = {}
    for start, end in pairwise(cuts):
        for gone in ends.get(start, ()):
            open_.pop(gone, None)
        new = tuple(starts.get(start, ()))
        open_ |= dict.fromkeys(new)
        yield Stretch(
            text=_LINE_END.sub("", _EMPTY_LINES.sub("\n\n", document.text[start:end])),
            statements=tuple(open_),
            begins=new,
            page=pages.get(start),
            sought=any(span.start <= start < span.end for span in sought),
            first=start == first,
        )


def _edges(statements: Iterable[Statement]) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    starts: dict[int, list[str]] = {}
    ends: dict[int, list[str]] = {}
    for statement in statements:
        for span in statement.evidence.spans:
            starts.setdefault(span.start, []).append(statement.id)
            ends.setdefault(span.end, []).append(statement.id)
    return starts, ends
