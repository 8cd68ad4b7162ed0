"""A question in plain English, its answer, and how it was read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.errors import ProtocolGraphError, QuestionError
from protocolgraph.model import Entity
from protocolgraph.web.paging import paged
from protocolgraph.web.render import page, site_of
from protocolgraph.web.site import PATIENCE, Site

_TRIALS = {
    "chairs": "Who chairs the {}?",
    "reports_to": "To whom does the {} report?",
    "duties": "What must the {} do?",
}
"""Questions to begin with, by what is stated of the body that they are about."""
_UNREAD = "This question cannot be read: {!r}."


def show(request: Request) -> Response:
    """Answer with the answer."""
    site, asked = site_of(request), request.query_params.get("q", "").strip()
    values: dict[str, Any] = {"title": asked or "Ask", "asked": asked, "answer": None, "unread": ""}
    values |= {"kinds": (), "trials": (), "pending": False}
    if asked:
        values |= _answered(request, asked)
    else:
        values["trials"] = tuple(trials(site))
    return page(request, "ask.html", values)


def _answered(request: Request, asked: str) -> dict[str, Any]:
    site = site_of(request)
    try:
        answer = site.answer_to.soon(asked, patience=PATIENCE)
        return {"answer": answer, "rows": paged(request, answer.lines)} if answer else {"pending": True}
    except QuestionError as error:
        return {"unread": _UNREAD.format(asked), "kinds": error.nearest, "trials": tuple(trials(site))}
    except ProtocolGraphError as error:
        return {"unread": str(error)}


def trials(site: Site) -> Iterator[str]:
    """Questions that the documents answer, each about the body of which most is said that has an answer."""
    for kind, question in _TRIALS.items():
        for entity, _ in site.prominent_soon() or ():
            if _answers(site, entity, kind):
                yield question.format(_asked(entity))
                break


def _answers(site: Site, entity: Entity, kind: str) -> bool:
    view = site.graph.entity(entity.id)
    if kind == "duties":
        return bool(view.duties)
    end = "object" if kind == "chairs" else "subject"
    return any(f.predicate == kind and not f.negated and getattr(f, end) == entity.id for f in view.facts)


def _asked(entity: Entity) -> str:
    return entity.name.removeprefix("the ").removeprefix("The ")
