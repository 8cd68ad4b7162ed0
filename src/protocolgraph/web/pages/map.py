"""The map of accountability of an area, and the chain between two bodies."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.errors import UsageError
from protocolgraph.present.chart import MAP_PREDICATES, chain_chart, map_chart
from protocolgraph.vocab.schema import predicates
from protocolgraph.web.render import page, site_of

CHOICES = (*MAP_PREDICATES, "member_of", "chairs", "appoints", "works_with", "funds", "advises")
"""The links that the map can show."""


async def show(request: Request) -> Response:
    """Answer with who answers to whom."""
    site, asked = site_of(request), request.query_params
    area = site.areas.get(asked.get("area", ""))
    links = tuple(link for link in asked.getlist("link") if link in CHOICES) or MAP_PREDICATES
    document = asked.get("document") if asked.get("document") in site.documents else None
    confidence = _share(asked.get("confidence", "0"))
    values = {
        "title": "Who answers to whom" + (f" in {area}" if area else ""),
        "chart": map_chart(site.graph, area=area, links=links, document=document, confidence=confidence),
        "area": asked.get("area", ""),
        "chosen": links,
        "choices": [(name, predicates()[name].label) for name in CHOICES],
        "document": document,
        "confidence": confidence,
    }
    return page(request, "map.html", values)


async def path(request: Request) -> Response:
    """Answer with the chains of accountability from one body to another."""
    site, asked = site_of(request), request.query_params
    source, target = asked.get("from", "").strip(), asked.get("to", "").strip()
    chains = site.graph.chains(source, target) if source and target else ()
    values = {
        "title": "The chain of accountability",
        "source": source,
        "target": target,
        "chains": chains,
        "chart": chain_chart(chains) if chains else None,
    }
    return page(request, "path.html", values)


def _share(text: str) -> float:
    try:
        return min(1.0, max(0.0, float(text)))
    except ValueError as error:
        raise UsageError(f"The least confidence is a number from 0 to 1, not {text!r}") from error
