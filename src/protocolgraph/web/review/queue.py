"""What waits for a reviewer, and who the reviewer is."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from protocolgraph.analyse.review import Order, Queue, Show, figures
from protocolgraph.errors import UsageError
from protocolgraph.model.workspace import judged_id
from protocolgraph.text.contacts import find_contacts
from protocolgraph.web.render import sentence, site_of
from protocolgraph.web.review.common import form_of, review_page, text_of, told
from protocolgraph.web.reviewing import QueueAsked, reviewing_of
from protocolgraph.web.session import reviewer_of, set_reviewer

PAGE = 25
"""How many statements a page shows."""
_LONGEST_SIGNATURE = 80
_WITHIN = "/review/"
"""How the addresses begin to which one goes back after signing."""


def show(request: Request) -> Response:
    """Answer with the queue."""
    site = site_of(request)
    waiting, chosen = waiting_for(request), choices(request)
    done = figures(site.graph, reviewing_of(request).desk.reviewed().judged)
    values = {
        "title": "Review",
        "figures": done,
        "waiting": [(item, sentence(site, item.statement)) for item in waiting.first[:PAGE]],
        "left": waiting.number,
        "chosen": chosen,
        "query": query_of(chosen),
        "back": request.query_params.get("back", ""),
        "orders": [("doubt", "the least certain that matter most"), ("sample", "a fair sample")],
        "shows": [("new", "not judged"), ("second", "judged by others, not by me"), ("disputed", "disputed")],
        "documents": [(info.name, info.title or info.name) for info in site.offered() or ()],
    }
    return review_page(request, "queue.html", values)


def choices(request: Request) -> dict[str, str]:
    """Return which queue is asked for."""
    asked, site = request.query_params, site_of(request)
    order, show = asked.get("order", ""), asked.get("show", "")
    document = asked.get("document", "")
    return {
        "order": order if order in set(Order) else Order.DOUBT.value,
        "show": show if show in set(Show) else Show.NEW.value,
        "document": document if document in site.documents else "",
    }


def query_of(chosen: dict[str, str]) -> dict[str, str]:
    """Return what of the choices must stand in an address."""
    usual = {"order": Order.DOUBT.value, "show": Show.NEW.value, "document": ""}
    return {name: value for name, value in chosen.items() if value != usual[name]}


def waiting_for(request: Request) -> Queue:
    """Return the queue that is asked for."""
    chosen, reviewing = choices(request), reviewing_of(request)
    decided = {judged_id(recorded.correction) for recorded in reviewing.desk.corrections()}
    show = Show(chosen["show"])
    asked = QueueAsked(
        order=Order(chosen["order"]),
        show=show,
        document=chosen["document"] or None,
        reviewer="" if show is Show.NEW else reviewer_of(request),
        decided=frozenset(identifier for identifier in decided if identifier),
    )
    return reviewing.queue_of(site_of(request), asked)


async def sign(request: Request) -> Response:
    """Keep with which name this browser's corrections are signed."""
    form = await form_of(request)
    name = text_of(form, "name", "Your name or post", longest=_LONGEST_SIGNATURE)
    if any(find_contacts(name)):
        raise UsageError("Sign with a name or a post, without address or number: it goes into the graph.")
    back = str(form.get("back", ""))
    answer = RedirectResponse(told(back if back.startswith(_WITHIN) else "/review", undone="name"), 303)
    set_reviewer(answer, name)
    return answer
