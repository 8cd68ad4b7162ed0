"""Bodies, posts and their holders, money and documents, year by year."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.graph import Choice
from protocolgraph.web.render import page, sentence, site_of

MOST = 40
"""Bodies that the page shows, unless all are asked for."""


async def show(request: Request) -> Response:
    """Answer with what is stated year by year, of all areas or of one."""
    site, asked = site_of(request), request.query_params
    area, whole = asked.get("area", "").strip(), asked.get("all") == "1"
    made = await run_in_threadpool(site.timeline_of, Choice(area=area or None))
    values = {
        "title": "Year by year" + (f" in {area}" if area else ""),
        "area": area,
        "made": made,
        "bodies": made.bodies if whole else made.bodies[:MOST],
        "changes": [(fact, sentence(site, fact)) for fact in made.changes],
        "lanes": [("Posts and who holds them", "Post", made.posts), ("Money", "From and to", made.money)],
    }
    return page(request, "timeline.html", values)
