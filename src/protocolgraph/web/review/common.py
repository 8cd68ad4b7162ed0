"""What the pages of review share: the form's fields, the signature, recording, and the page that tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from protocolgraph.errors import UsageError
from protocolgraph.model import Entity, Judged, Statement
from protocolgraph.model.review import Recorded
from protocolgraph.model.workspace import Correction, Signature, correction_id
from protocolgraph.web.render import page, site_of
from protocolgraph.web.reviewing import reviewing_of
from protocolgraph.web.session import read_form, reviewer_of
from protocolgraph.web.site import Site

LONGEST_NAME, LONGEST_TEXT = 200, 4000
"""Letters of a name, and of anything else, that a form may have."""


async def form_of(request: Request) -> FormData:
    """Return the fields of the form that was sent, when this session may send it."""
    return await read_form(request, reviewing_of(request).tokens)


def text_of(form: FormData, name: str, label: str, *, longest: int = LONGEST_NAME) -> str:
    """Return a field that must be filled in.

    Raises:
        UsageError: it is empty or too long.

    """
    text = get_text(form, name, label, longest=longest)
    if text is None:
        raise UsageError(f"{label} is missing: fill it in.")
    return text


def get_text(form: FormData, name: str, label: str, *, longest: int = LONGEST_NAME) -> str | None:
    """Return a field, None if it is empty; line ends and other signs that cannot be seen become spaces.

    Raises:
        UsageError: it is too long.

    """
    text = " ".join("".join(c if c.isprintable() else " " for c in str(form.get(name, ""))).split())
    if len(text) > longest:
        raise UsageError(f"{label} is longer than {longest} letters: shorten it.")
    return text or None


def signature(request: Request, form: FormData) -> Signature:
    """Return who signs, today, and why.

    Raises:
        UsageError: there is no name or no reason.

    """
    who = reviewer_of(request)
    if not who:
        raise UsageError("Say first who you are, on the page Review: every correction is signed.")
    return Signature(who, reviewing_of(request).today(), text_of(form, "why", "Why", longest=LONGEST_TEXT))


async def recorded(request: Request, correction: Correction, documents: Iterable[str], goal: str) -> Response:
    """Record a correction, and go to a page that tells of it."""
    await run_in_threadpool(reviewing_of(request).record, correction, tuple(documents))
    return RedirectResponse(told(goal, done=correction_id(correction)), 303)


def told(goal: str, **news: str) -> str:
    """Return an address with news for the reader, to which the focus goes."""
    return f"{goal}{'&' if '?' in goal else '?'}{urlencode(news)}#told"


def review_page(request: Request, template: str, values: Mapping[str, Any], status: int = 200) -> Response:
    """Return a page of review: with the token, the signer, and what was done last."""
    reviewing, wanted = reviewing_of(request), request.query_params
    done = next((item for item in reviewing.desk.corrections() if item.id == wanted.get("done")), None)
    around = {
        "token": reviewing.tokens.of(request.state.session),
        "reviewer": reviewer_of(request),
        "done": done,
        "undone": wanted.get("undone") if wanted.get("undone") in KINDS else None,
        "problem": reviewing.problem,
        "busy": reviewing.busy,
        "kinds_said": KINDS,
    }
    return page(request, f"review/{template}", {**around, **values}, status)


KINDS = {
    "accept": "Accepted",
    "reject": "Rejected",
    "add": "Stated",
    "merge": "Joined",
    "split": "Parted",
    "rename": "Renamed",
    "alias": "Other name",
    "waive": "Waived",
    "name": "Signed",
}
"""What was done, by the word of the workspace file."""


def judged_of(request: Request) -> dict[str, Judged]:
    """Return what was judged, by id."""
    return {item.id: item for item in reviewing_of(request).desk.reviewed().judged}


def statement_of(request: Request, identifier: str) -> Statement | None:
    """Return a statement as the program read it, judged or not, in the graph or left out."""
    judged = judged_of(request).get(identifier)
    return judged.statement if judged else site_of(request).statement(identifier)


def corrections_about(request: Request, identifier: str) -> list[Recorded]:
    """Return the corrections of one statement."""
    found = reviewing_of(request).desk.corrections()
    return [r for r in found if identifier in (getattr(r.correction, "id", None), getattr(r.correction, "replaces", 0))]


def used_name(site: Site, entity: Entity, document: str | None = None) -> str:
    """Return a name by which documents call an entity: the one shown if they do, else the longest."""
    used = [name for use in site.graph.uses(entity.id, document=document) for name in use.names]
    return entity.name if not used or entity.name in used else max(used, key=lambda name: (len(name), name))
