"""Two areas, documents or times side by side, quotes aligned."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.analyse.compare import Comparison, Row
from protocolgraph.errors import UsageError
from protocolgraph.graph.narrow import year_of
from protocolgraph.present.comparison import told, verdict_words
from protocolgraph.web.render import page, site_of
from protocolgraph.web.site import PATIENCE, Site

_SIDES, _OVER_TIME = ("first", "second"), ("area", "from", "to")
MOST = 100
"""Rows of each kind that the page shows, unless all are asked for."""


def show(request: Request) -> Response:
    """Answer with a comparison of two sides, or of one area over time; without any, with what there is to compare."""
    site, asked = site_of(request), request.query_params
    chosen = {name: asked.get(name, "").strip() for name in ("first", "second", "area", "from", "to")}
    made = _compared(site, chosen)
    values: dict[str, Any] = {
        "title": f"{made.first} and {made.second}" if made else "Compare",
        "chosen": chosen,
        "sides": _sides(site),
        "years": sorted({year for info in site.graph.register if (year := year_of(info))}),
        "made": made,
        "pending": made is None
        and ((chosen["first"] and chosen["second"]) or all(chosen[name] for name in _OVER_TIME)),
        "groups": _groups(made, most=None if asked.get("all") == "1" else MOST) if made else [],
        "whole": f"/compare?{urlencode({**{name: value for name, value in chosen.items() if value}, 'all': 1})}",
        "told": told,
        "verdict": verdict_words,
    }
    return page(request, "compare.html", values)


def _compared(site: Site, chosen: dict[str, str]) -> Comparison | None:
    if chosen["first"] and chosen["second"]:
        return site.compared.soon((chosen["first"], chosen["second"]), patience=PATIENCE)
    if chosen["area"] and chosen["from"] and chosen["to"]:
        asked = (chosen["area"], _year(chosen["from"]), _year(chosen["to"]))
        return site.compared_over_time.soon(asked, patience=PATIENCE)
    return None


def _year(text: str) -> int:
    if not text.isdecimal():
        raise UsageError(f"{text!r} is no year; give one such as 2014")
    return int(text)


def _sides(site: Site) -> list[tuple[str, list[tuple[str, str]]]] | None:
    """What can be compared, by kind: the value that is asked for, and what it is called; None if it is too much."""
    offered = site.offered()
    if offered is None:
        return None
    documents = [(info.name, info.title or info.name) for info in offered]
    return [("Areas", [(name, name) for name in site.areas.values()]), ("Documents", documents)]


def _groups(made: Comparison, *, most: int | None) -> list[dict[str, Any]]:
    """The rows by what they are about: first what both sides say, then what only one says, so many of each."""
    groups = (("Bodies and posts", made.bodies), ("Duties", made.duties), ("Links", made.links))
    return [{"title": title, **_parted(rows, made, most)} for title, rows in groups if rows]


def _parted(rows: tuple[Row, ...], made: Comparison, most: int | None) -> dict[str, Any]:
    both = [row for row in rows if row.first and row.second]
    alone = (
        (made.first, [row.first for row in rows if row.first and not row.second]),
        (made.second, [row.second for row in rows if row.second and not row.first]),
    )
    return {
        "both": both[:most],
        "number": len(both),
        "alone": [(side, said[:most], len(said)) for side, said in alone if said],
    }
