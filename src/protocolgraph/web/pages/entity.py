"""A body, role, person, publication or law: what the documents state of it; and lists of them."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.errors import UnknownNameError
from protocolgraph.model import BASE, EntityType
from protocolgraph.present import make_profile
from protocolgraph.present.chart import neighbourhood_chart
from protocolgraph.vocab.schema import entity_types
from protocolgraph.web.render import page, site_of


async def show(request: Request) -> Response:
    """Answer with one entity's page."""
    site = site_of(request)
    try:
        entity = site.graph.entity(BASE + request.path_params["key"]).record
    except UnknownNameError as error:
        raise HTTPException(404) from error
    values = {
        "title": entity.name,
        "entity": entity,
        "profile": make_profile(site.graph.knowledge, entity),
        "findings": [finding for finding in site.findings if entity.name in finding.entities],
        "chart": neighbourhood_chart(site.graph, entity),
    }
    return page(request, "entity.html", values)


async def listed(request: Request) -> Response:
    """Answer with all entities of a type, by area and name."""
    site = site_of(request)
    try:
        type = EntityType(request.path_params["type"])
    except ValueError as error:
        raise HTTPException(404) from error
    entities = [entity for entity in site.graph.knowledge.entities if entity.type is type]
    values = {
        "title": entity_types()[type].plural.capitalize(),
        "entities": sorted(entities, key=lambda entity: (entity.name.casefold(), entity.id)),
    }
    return page(request, "listed.html", values)
