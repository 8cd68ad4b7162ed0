"""The names of an entity: join it with another, part one of its names from it, or call it otherwise."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.endpoints import HTTPEndpoint
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.errors import UnknownNameError, UsageError
from protocolgraph.model import BASE, Entity, Scope
from protocolgraph.model.workspace import Correction, Merge, Rename, Signature, Split
from protocolgraph.text.normalise import name_key
from protocolgraph.web.render import site_of
from protocolgraph.web.review.common import form_of, recorded, review_page, signature, text_of, used_name
from protocolgraph.web.site import Site

_LOOKED_THROUGH = 20
"""Documents in which one looks for what may be the same."""


class Names(HTTPEndpoint):
    """The page of an entity's names."""

    def get(self, request: Request) -> Response:
        """Answer with the names and what can be done with them."""
        site, entity = site_of(request), _entity(request)
        own = used_name(site, entity)
        values = {
            "title": f"Names of {entity.name}",
            "entity": entity,
            "own": own,
            "others": _others(site, entity),
            "peers": sorted({other.name for other in _near(site, entity) if _may_be(entity, other)}),
            "namesakes": [other for other in site.graph.called(own) if _may_be(entity, other)],
            "here_address": request.url.path,
        }
        return review_page(request, "names.html", values)

    async def post(self, request: Request) -> Response:
        """Record the decision."""
        form, entity = await form_of(request), _entity(request)
        signed = signature(request, form)
        correction = await run_in_threadpool(_decided, site_of(request), entity, form, signed)
        return await recorded(request, correction, entity.documents, "/review/corrections")


def _entity(request: Request) -> Entity:
    try:
        return site_of(request).graph.entity(BASE + request.path_params["key"]).record
    except UnknownNameError as error:
        raise HTTPException(404) from error


def _may_be(entity: Entity, other: Entity) -> bool:
    """Whether another entity could be the same: of one type and one area, or of one document where none is known."""
    near = entity.area is not None or entity.scope is not Scope.LOCAL or set(entity.documents) & set(other.documents)
    return other.id != entity.id and other.type is entity.type and other.area == entity.area and bool(near)


def _near(site: Site, entity: Entity) -> list[Entity]:
    """Entities to offer as the same: those of its area, else those of the first documents that mention it."""
    if entity.area is not None:
        return list(site.graph.alike(entity))
    some = entity.documents[:_LOOKED_THROUGH]
    return [view.record for name in some for view in site.graph.entities(type=entity.type, document=name)]


def _others(site: Site, entity: Entity) -> list[str]:
    """Return the names that documents use beside the one that a decision calls it by."""
    used = {name for use in site.graph.uses(entity.id) for name in use.names}
    own = name_key(used_name(site, entity))
    return sorted(name for name in used if name_key(name) != own)


def _decided(site: Site, entity: Entity, form: FormData, signed: Signature) -> Correction:
    own, action = used_name(site, entity), form.get("action")
    if action == "rename":
        return Rename(own, text_of(form, "to", "The new name"), entity.type, entity.area, signed)
    if action == "split":
        name = text_of(form, "name", "The name that is another's")
        if name not in _others(site, entity):
            raise UsageError(f"{name!r} is no other name of {entity.name}.")
        return Split((own, name), entity.type, entity.area, signed)
    if action == "merge":
        name = text_of(form, "with", "The other name")
        found = [other for other in site.graph.called(name) if _may_be(entity, other)]
        if not found:
            raise UsageError(f"No other {entity.type.value} of the same area is called {name!r}: choose from the list.")
        return Merge((own, used_name(site, found[0])), entity.type, entity.area, signed)
    raise UsageError("Choose what is to be done with the name.")
