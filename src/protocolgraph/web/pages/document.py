"""A document's text as it stands, with every statement marked where it was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.model import Document, Statement
from protocolgraph.web.render import page, sentence, site_of


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


async def show(request: Request) -> Response:
    """Answer with one document's page."""
    site, name = site_of(request), request.path_params["name"]
    info = site.documents.get(name)
    if info is None:
        raise HTTPException(404)
    statements = site.by_document.get(name, ())
    document = await run_in_threadpool(site.read_document, name)
    values = {
        "title": info.title or name,
        "info": info,
        "particulars": info.layout.particulars,
        "stretches": list(stretches(document, statements)) if document else None,
        "pictured": site.pages.has(name),
        "statements": [(statement, sentence(site, statement)) for statement in statements],
    }
    return page(request, "document.html", values)


def stretches(document: Document, statements: Sequence[Statement]) -> Iterator[Stretch]:
    """Yield the whole text in runs: cut wherever the words of a statement or a page begin or end."""
    starts, ends = _edges(statements)
    pages = {} if document.page_at(0) is None else {found.start: found.number for found in document.pages}
    cuts = sorted({0, len(document.text), *starts, *ends, *pages})
    open_: dict[str, None] = {}
    for start, end in pairwise(cuts):
        for gone in ends.get(start, ()):
            open_.pop(gone, None)
        new = tuple(starts.get(start, ()))
        open_ |= dict.fromkeys(new)
        yield Stretch(document.text[start:end], tuple(open_), new, pages.get(start))


def _edges(statements: Iterable[Statement]) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    starts: dict[int, list[str]] = {}
    ends: dict[int, list[str]] = {}
    for statement in statements:
        for span in statement.evidence.spans:
            starts.setdefault(span.start, []).append(statement.id)
            ends.setdefault(span.end, []).append(statement.id)
    return starts, ends
