"""A body, role, person, publication or law: what the documents state of it; and lists of them."""

from __future__ import annotations

from dataclasses import replace

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.errors import UnknownNameError
from protocolgraph.graph import EntityView, Graph
from protocolgraph.model import BASE, EntityType, Knowledge
from protocolgraph.present import make_profile
from protocolgraph.present.chart import neighbourhood_chart
from protocolgraph.vocab.schema import entity_types
from protocolgraph.web.render import page, site_of


async def show(request: Request) -> Response:
    """Answer with one entity's page."""
    site = site_of(request)
    try:
        view = site.graph.entity(BASE + request.path_params["key"])
    except UnknownNameError as error:
        raise HTTPException(404) from error
    entity = view.record
    findings = await run_in_threadpool(site.findings_soon)
    values = {
        "title": entity.name,
        "entity": entity,
        "profile": make_profile(about(site.graph, view), entity),
        "checking": findings is None,
        "findings": [finding for finding in findings or () if entity.name in finding.entities],
        "chart": neighbourhood_chart(site.graph, entity),
    }
    return page(request, "entity.html", values)


def about(graph: Graph, view: EntityView) -> Knowledge:
    """Return what the graph states of one entity, and of who holds the posts beside it: all that its profile needs."""
    others = dict.fromkeys(end for fact in view.facts for end in (fact.subject, fact.object) if end)
    held = [fact for other in others for fact in graph.facts(predicate="holds", object=graph.entity(other))]
    facts = {fact.id: fact for fact in (*view.facts, *held)}
    return replace(graph.knowledge, uses=(), facts=tuple(facts.values()), duties=view.duties)


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
