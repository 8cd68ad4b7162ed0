"""What was corrected so far, how to take it back, what the figures are, and the gold that comes of it."""

from __future__ import annotations

import json
from dataclasses import replace

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from protocolgraph.analyse.review import figures
from protocolgraph.graph import Choice
from protocolgraph.model.workspace import AddedDuty, AddedFact, Correction, Waiver
from protocolgraph.present.gold import gold_dict, gold_name
from protocolgraph.web.paging import paged
from protocolgraph.web.render import site_of
from protocolgraph.web.review.common import form_of, review_page, text_of, told
from protocolgraph.web.reviewing import reviewing_of


def show(request: Request) -> Response:
    """Answer with all corrections, those that match nothing first."""
    site, found = site_of(request), reviewing_of(request).desk.corrections()
    waived = any(isinstance(recorded.correction, Waiver) for recorded in found)
    stale = set(site.stale()) if waived and not site.large else set()
    every = [replace(r, idle=r.idle or r.correction in stale) for r in reversed(found)]
    every.sort(key=lambda recorded: not recorded.idle)
    values = {"title": "Corrections", "unchecked": waived and site.large, "corrections": every}
    return review_page(request, "corrections.html", values)


async def undo(request: Request) -> Response:
    """Take a correction back."""
    form = await form_of(request)
    gone = await run_in_threadpool(reviewing_of(request).undo, text_of(form, "id", "The correction"))
    request.app.state.site = reviewing_of(request).site
    return RedirectResponse(told(_page_of(request, gone), undone=_word(gone)), 303)


def _page_of(request: Request, gone: Correction) -> str:
    """Where one can decide anew: the statement's own page, else the list."""
    judged = gone.replaces if isinstance(gone, AddedFact | AddedDuty) else getattr(gone, "id", None)
    known = judged and site_of(request).statement(judged)
    return f"/review/statement/{judged}" if known else "/review/corrections"


def _word(correction: Correction) -> str:
    names = {"AddedFact": "add", "AddedDuty": "add", "NameAlias": "alias", "Waiver": "waive"}
    kind = type(correction).__name__
    return names.get(kind, kind.lower())


def figures_page(request: Request) -> Response:
    """Answer with progress, precision and agreement."""
    site = site_of(request)
    found = figures(site.graph, reviewing_of(request).desk.reviewed().judged)
    values = {"title": "Figures of the review", "figures": found, "rows": paged(request, found.progress)}
    return review_page(request, "figures.html", values)


def gold(request: Request) -> Response:
    """Answer with a document's reviewed statements as a file of gold."""
    site, name = site_of(request), request.path_params["name"]
    if name not in site.documents:
        raise HTTPException(404)
    made = gold_dict(site.part(Choice(documents=(name,))).knowledge, name, reviewing_of(request).desk.reviewed().judged)
    headers = {"Content-Disposition": f'attachment; filename="{gold_name(name)}"'}
    return Response(
        json.dumps(made, ensure_ascii=False, indent=1) + "\n", media_type="application/json", headers=headers
    )
