"""The map of accountability of an area, and the chain between two bodies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.errors import AmbiguousNameError, UnknownNameError, UsageError
from protocolgraph.graph import Chain, Choice
from protocolgraph.present.chart import MAP_PREDICATES, Chart, along, chain_chart, pieces
from protocolgraph.present.tree import tree
from protocolgraph.vocab.schema import predicates
from protocolgraph.web.paging import paged, year_asked
from protocolgraph.web.render import page, site_of
from protocolgraph.web.site import PATIENCE, MapAsked, Site

CHOICES = (*MAP_PREDICATES, "member_of", "chairs", "appoints", "works_with", "funds", "advises")
"""The links that the map can show."""
_WHOLE = 80
"""Boxes and lines that are drawn as one chart; more are drawn as several."""
_CHARTS = 3
"""Charts on a page, where there are several."""


SIZES = {"fit": "as wide as the page", "drawn": "as drawn", "large": "twice as large"}
WAYS = {"chart": "as a chart", "tree": "as a tree"}


def show(request: Request) -> Response:
    """Answer with who answers to whom."""
    site, asked = site_of(request), request.query_params
    area = site.area(asked.get("area", "").strip())
    document = _document(request)
    links = tuple(link for link in asked.getlist("link") if link in CHOICES) or MAP_PREDICATES
    confidence, year = _share(asked.get("confidence", "0")), year_asked(request, "year")
    ends = tuple(asked.get(end, "").strip() for end in ("from", "to"))
    values: dict[str, Any] = {
        "title": "Who answers to whom" + (f" in {area}" if area else ""),
        "area": area,
        "document": document or "",
        "chosen": links,
        "choices": [(name, predicates()[name].label) for name in CHOICES],
        "confidence": confidence,
        "year": year,
        "years": site.years,
        "ends": ends if all(ends) else (),
        "along": all(ends),
        "way": asked.get("way", "") if asked.get("way", "") in WAYS else "chart",
        "size": asked.get("size", "") if asked.get("size", "") in SIZES else "fit",
        "ways": WAYS,
        "sizes": SIZES,
        "as_tree": _with(request, way="tree"),
        "fewer": links != MAP_PREDICATES or confidence > 0 or year is not None,
        "chart": None,
        "pending": False,
    }
    if area or document or not site.large:
        chart = site.map_of.soon(MapAsked(area, document, links, confidence, year), patience=PATIENCE)
        if chart is not None and all(ends):
            chart = along(chart, _chains(site, *ends))
        values |= {"pending": True} if chart is None else _drawn(request, chart)
        values["branches"] = tree(chart) if chart is not None and values["way"] == "tree" else ()
    return page(request, "map.html", values)


def _chains(site: Site, source: str, target: str) -> tuple[Chain, ...]:
    """The chains between two; none where it is not sure who is meant, which the page of chains tells."""
    try:
        return site.graph.chains(source, target)
    except (AmbiguousNameError, UnknownNameError):
        return ()


def _drawn(request: Request, chart: Chart) -> dict[str, Any]:
    charts = paged(request, tuple(_charts(chart)), size=_CHARTS)
    return {
        "chart": chart,
        "charts": charts,
        "lines": chart.arrows if charts.number == 1 else (),
        "along": any(arrow.marked for arrow in chart.arrows),
    }


def _with(request: Request, **changed: str) -> str:
    kept = [(key, value) for key, value in request.query_params.multi_items() if key not in changed and key != "page"]
    return f"{request.url.path}?{urlencode([*kept, *changed.items()])}"


def _document(request: Request) -> str | None:
    """The name of the document that is asked for by its name, or words of its title."""
    asked = request.query_params.get("document", "").strip()
    documents = site_of(request).graph.register
    return Choice(documents=(asked,)).pick(documents)[0].name if asked else None


def _charts(chart: Chart) -> Iterator[Chart]:
    """The chart as one if it can be read so, else as several, each around those who hold to account."""
    if chart.drawable and len(chart.boxes) + len(chart.lines) <= 2 * _WHOLE:
        yield chart
    else:
        yield from sorted(pieces(chart), key=lambda piece: not any(arrow.marked for arrow in piece.arrows))


def path(request: Request) -> Response:
    """Answer with the chains of accountability from one body to another."""
    site, asked = site_of(request), request.query_params
    source, target = asked.get("from", "").strip(), asked.get("to", "").strip()
    values: dict[str, Any] = {"title": "The chain of accountability", "source": source, "target": target}
    values |= {"chains": (), "chart": None, "problem": "", "meant": (), "area": None}
    status = HTTPStatus.OK
    if source and target:
        try:
            chains = site.graph.chains(source, target)
            values |= {"chains": chains, "chart": chain_chart(chains) if chains else None, "area": _area(chains)}
        except (AmbiguousNameError, UnknownNameError) as error:
            status = HTTPStatus.BAD_REQUEST
            values |= {"problem": str(error), "meant": _meant(request, error)}
    return page(request, "path.html", values, status)


def _area(chains: Sequence[Chain]) -> str | None:
    """The area of whose map the chains are part."""
    ends = (view.record.area for chain in chains for link in chain for view in (link.source, link.target))
    return next((area for area in ends if area), None)


def _meant(request: Request, error: AmbiguousNameError | UnknownNameError) -> tuple[tuple[str, str], ...]:
    """The names that may be meant, each with the address that asks for the chain with it."""
    names = error.candidates if isinstance(error, AmbiguousNameError) else error.nearest
    end = "from" if request.query_params["from"].strip() == error.name else "to"
    return tuple((name, _with(request, **{end: name})) for name in names)


def _share(text: str) -> float:
    try:
        return min(1.0, max(0.0, float(text)))
    except ValueError as error:
        raise UsageError(f"The least confidence is a number from 0 to 1, not {text!r}") from error
