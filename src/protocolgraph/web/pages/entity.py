"""A body, role, person, publication or law: what the documents state of it; and lists of them."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.errors import UnknownNameError
from protocolgraph.model import BASE, EntityType
from protocolgraph.present import Profile
from protocolgraph.present.profile import Group
from protocolgraph.vocab.schema import entity_types
from protocolgraph.web.paging import paged, paged_by
from protocolgraph.web.render import page, site_of
from protocolgraph.web.site import About

_SHOWN, _OF_MANY = 15, 5
"""Lines of a group on an entity's page, and on an overview; where it has more, the group has pages of its own."""
_PLACES = 3
"""Places of a statement that is read in many which that page shows; an overview shows the best."""
MENTIONS = "Mentioned in"
_DUTIES = "duties"
"""Key of the groups of duties."""
_UPRIGHT = 5
"""Boxes of a diagram that stand above and below each other; more stand side by side, or it would be too wide."""


def show(request: Request) -> Response:
    """Answer with one entity's page."""
    site = site_of(request)
    try:
        view = site.graph.entity(BASE + request.path_params["key"])
    except UnknownNameError as error:
        raise HTTPException(404) from error
    group = request.query_params.get("group", "")
    about = site.about(view.id)
    return _one_group(request, about.profile, group) if group else _all_groups(request, about)


def _all_groups(request: Request, about: About) -> Response:
    """The page with the first of everything."""
    entity, chart, many = about.profile.entity, about.chart, about.many
    groups = [group for group in about.profile.groups if group.lines]
    findings = site_of(request).findings_about(entity)
    values = {
        "title": entity.name,
        "entity": entity,
        "groups": groups,
        "contents": _contents(groups),
        "others": about.others,
        "shown": _OF_MANY if many else _SHOWN,
        "places": 1 if many else _PLACES,
        "mentions": MENTIONS,
        "checking": findings is None,
        "findings": findings or (),
        "chart": chart,
        "sideways": len(chart.boxes) > _UPRIGHT,
    }
    return page(request, "entity.html", values)


def _contents(groups: Sequence[Group]) -> list[tuple[str, str, int]]:
    """What is on the page: each relation, and the duties as one; with where it begins, and how many lines it has."""
    duties = [group for group in groups if group.key == _DUTIES]
    found = [(group.title, group.title, len(group.lines)) for group in groups if group.key != _DUTIES]
    number = sum(len(group.lines) for group in duties)
    return [*found, *([(_DUTIES.capitalize(), duties[0].title, number)] if duties else [])]


def _one_group(request: Request, profile: Profile, title: str) -> Response:
    """All statements of one group, or all documents that mention the entity, in pages."""
    entity = profile.entity
    lines = next((group.lines for group in profile.groups if group.title == title), ())
    if not lines and title != MENTIONS:
        raise HTTPException(404)
    values = {
        "title": f"{entity.name}: {title}",
        "entity": entity,
        "group": title,
        "rows": paged(request, lines) if lines else None,
        "documents": None if lines else paged(request, entity.documents),
    }
    return page(request, "group.html", values)


def listed(request: Request) -> Response:
    """Answer with the entities of a type by name, of one area and with some words in their names if that is asked."""
    site, asked = site_of(request), request.query_params
    try:
        type = EntityType(request.path_params["type"])
    except ValueError as error:
        raise HTTPException(404) from error
    area, words = site.area(asked.get("area", "").strip()), asked.get("words", "").strip()
    rows = paged_by(request, lambda part: site.graph.listed(type, part, area=area, words=words))
    values = {
        "title": entity_types()[type].plural.capitalize() + (f" of {area}" if area else ""),
        "area": area,
        "words": words,
        "rows": rows,
        "said": site.graph.reaches([entity.id for entity in rows.items]),
        "one": type.value,
        "kinds": [(kind.plural, one.value) for one, kind in entity_types().items()],
    }
    return page(request, "listed.html", values)
