"""Bodies, posts and their holders, money and documents, year by year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.graph import Choice
from protocolgraph.present.timeline import Lane, Timeline
from protocolgraph.present.years import drawn_bodies, drawn_lanes
from protocolgraph.web.render import page, sentence, site_of
from protocolgraph.web.site import PATIENCE, Site, entity_address, statement_address

MOST = 40
"""Rows of each kind that the page shows, unless all are asked for."""


def show(request: Request) -> Response:
    """Answer with what is stated year by year, of all areas or of one."""
    site, asked = site_of(request), request.query_params
    area, whole = site.area(asked.get("area", "").strip()), asked.get("all") == "1"
    values: dict[str, Any] = {"title": "Year by year" + (f" in {area}" if area else ""), "area": area, "made": None}
    values["pending"] = False
    if area or not site.large:
        made = site.timeline_of.soon(Choice(area=area), patience=PATIENCE)
        values |= {"pending": True} if made is None else _shown(site, made, most=None if whole else MOST)
    return page(request, "timeline.html", values)


def _shown(site: Site, made: Timeline, *, most: int | None) -> dict[str, Any]:
    lanes = [
        (heading, what, rows[:most], len(rows), _drawn(rows[:most], made, heading))
        for heading, what, rows in (
            ("Posts and who holds them", "Post", made.posts),
            ("Money", "From and to", made.money),
        )
        if rows
    ]
    bodies = made.bodies[:most]
    return {
        "made": made,
        "bodies": bodies,
        "presence": Markup(drawn_bodies(bodies, made.years, "Bodies", entity_address)),
        "changes": [(fact, sentence(site, fact)) for fact in made.changes],
        "lanes": lanes,
    }


def _drawn(rows: Sequence[Lane], made: Timeline, heading: str) -> Markup:
    return Markup(drawn_lanes(rows, made.years, heading, statement_address, entity_address))
