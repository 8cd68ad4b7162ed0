"""One statement before a reviewer: what was understood, its words where they stand, and the verdict."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.endpoints import HTTPEndpoint
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.errors import UsageError
from protocolgraph.model import Evidence, Fact
from protocolgraph.model.workspace import Accept, Reject
from protocolgraph.web.render import sentence, site_of
from protocolgraph.web.review.common import (
    corrections_about,
    form_of,
    judged_of,
    recorded,
    review_page,
    signature,
    statement_of,
)
from protocolgraph.web.review.queue import choices, query_of, waiting_for
from protocolgraph.web.session import reviewer_of

_AROUND = 400
"""Letters of the document that stand before and after the words."""
_BETWEEN = 150
"""Letters that stand after one piece of the words and before the next, where these are far apart."""

_WORD_CUT_FIRST, _WORD_CUT_LAST = re.compile(r"^\S*"), re.compile(r"\S*$")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text, and whether the statement was read from it."""

    text: str
    marked: bool


class Judge(HTTPEndpoint):
    """The page of one statement, and its verdict."""

    def get(self, request: Request) -> Response:
        """Answer with the statement and what can be said of it."""
        site, key = site_of(request), request.path_params["id"]
        statement = statement_of(request, key)
        if statement is None:
            raise HTTPException(404)
        judged = judged_of(request).get(key)
        said_own = judged is not None and reviewer_of(request) in {review.who for review in judged.reviews}
        query = query_of(choices(request))
        waiting = waiting_for(request)
        others = [item.statement.id for item in waiting.first if item.statement.id != key]
        values = {
            "title": sentence(site, statement),
            "statement": statement,
            "fact": isinstance(statement, Fact),
            "runs": _context(request, statement.evidence),
            "corrections": corrections_about(request, key) if said_own or "show" not in query else [],
            "hidden": judged is not None and not said_own and "show" in query,
            "following": _address(others[0], query) if others else None,
            "left": waiting.number - (len(others) < len(waiting.first)),
            "address": _address(key, query),
            "query": query,
        }
        return review_page(request, "statement.html", values)

    async def post(self, request: Request) -> Response:
        """Record the verdict, and go on to the next statement."""
        form = await form_of(request)
        correction, goal = await run_in_threadpool(_verdict, request, form)
        return await recorded(request, correction, [correction.document or ""], goal)


def _verdict(request: Request, form: FormData) -> tuple[Accept | Reject, str]:
    """What is recorded of a statement, and the address of the next one."""
    key = request.path_params["id"]
    statement = statement_of(request, key)
    if statement is None:
        raise HTTPException(404)
    verdict = form.get("verdict")
    if verdict not in ("accept", "reject"):
        raise UsageError("Choose whether the statement is right or wrong.")
    kind, said = Accept if verdict == "accept" else Reject, sentence(site_of(request), statement)
    correction = kind(key, signature(request, form), said, statement.evidence.document)
    following = [item.statement.id for item in waiting_for(request).first if item.statement.id != key]
    return correction, _address((following or [key])[0], query_of(choices(request)))


def _address(identifier: str, query: dict[str, str]) -> str:
    return f"/review/statement/{quote(identifier)}" + (f"?{urlencode(query)}" if query else "")


def _context(request: Request, evidence: Evidence) -> list[Run]:
    """The words with what stands around them; the words alone where the document is not at hand."""
    document = site_of(request).read_document(evidence.document)
    if document is None:
        return [Run(evidence.quote, marked=True)]
    text, spans = document.text, evidence.spans
    first = max(0, spans[0].start - _AROUND)
    before, after = text[first : spans[0].start], text[spans[-1].end : spans[-1].end + _AROUND]
    if first:
        before = "…" + _WORD_CUT_FIRST.sub("", before)
    if spans[-1].end + _AROUND < len(text):
        after = _WORD_CUT_LAST.sub("", after) + "…"
    runs, at = [Run(before, marked=False)], spans[0].start
    for span in spans:
        runs += [Run(_shortened(text[at : span.start]), marked=False), Run(text[span.start : span.end], marked=True)]
        at = span.end
    return [run for run in (*runs, Run(after, marked=False)) if run.text]


def _shortened(between: str) -> str:
    """What stands between two pieces of the words: its beginning and its end, if it is long."""
    if len(between) <= 3 * _BETWEEN:
        return between
    first, last = between[:_BETWEEN], between[-_BETWEEN:]
    return f"{_WORD_CUT_LAST.sub('', first)}[…]{_WORD_CUT_FIRST.sub('', last)}"
