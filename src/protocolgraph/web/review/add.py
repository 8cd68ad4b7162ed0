"""A statement that a reviewer states: a new one by marking words in a document, or one in place of what was read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from starlette.datastructures import FormData
from starlette.endpoints import HTTPEndpoint
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from protocolgraph.errors import UsageError
from protocolgraph.model import Duty, Entity, EntityType, Fact, Modality, Scope, Statement
from protocolgraph.model.workspace import AddedDuty, AddedFact, Addition, Named
from protocolgraph.vocab.schema import concepts, predicates
from protocolgraph.web.render import sentence, site_of, softened
from protocolgraph.web.review.common import (
    LONGEST_TEXT,
    form_of,
    get_text,
    recorded,
    review_page,
    signature,
    statement_of,
    text_of,
    used_name,
)
from protocolgraph.web.site import Site, document_address, statement_address

QUALIFIERS = ("capacity", "frequency", "product", "amount", "date", "condition")
"""Details of a fact that the form has."""
_QUALIFIER_LABELS = {"capacity": "In which capacity", "product": "With what", "amount": "How much", "date": "When"}


class Add(HTTPEndpoint):
    """A statement that the program did not read."""

    def get(self, request: Request) -> Response:
        """Answer with the document's text and the form."""
        site, name = site_of(request), request.path_params["name"]
        if name not in site.documents:
            raise HTTPException(404)
        kind = "duty" if request.query_params.get("kind") == "duty" else "fact"
        values = {"quote": request.query_params.get("quote", "")[:LONGEST_TEXT]}
        return _form_page(request, f"Add a {kind}", name, kind, values)

    async def post(self, request: Request) -> Response:
        """Record the statement."""
        form, name = await form_of(request), request.path_params["name"]
        if name not in site_of(request).documents:
            raise HTTPException(404)
        return await _recorded(request, form, name, None)


class Correct(HTTPEndpoint):
    """A statement in place of one that was misread."""

    def get(self, request: Request) -> Response:
        """Answer with the form, filled with what was read."""
        statement = _statement(request)
        kind = "fact" if isinstance(statement, Fact) else "duty"
        title = f"Correct: {sentence(site_of(request), statement)}"
        values, place = _values(site_of(request), statement), statement.evidence
        return _form_page(request, title, place.document, kind, values, start=place.spans[0].start)

    async def post(self, request: Request) -> Response:
        """Record what is right."""
        form, statement = await form_of(request), _statement(request)
        return await _recorded(request, form, statement.evidence.document, statement.id)


def _statement(request: Request) -> Statement:
    found = statement_of(request, request.path_params["id"])
    if found is None:
        raise HTTPException(404)
    return found


def _form_page(
    request: Request, title: str, document: str, kind: str, values: dict[str, Any], *, start: int = 0
) -> Response:
    site = site_of(request)
    read = site.read_document(document)
    mentioned = site.graph.entities(document=document)
    shown = {
        "title": title,
        "document": document,
        "text": softened(read.text) if read else "",
        "kind": kind,
        "start": len(softened(read.text[:start])) if read else 0,
        "values": values,
        "names": sorted({name for entity in mentioned for name in (entity.name, *entity.aliases)}),
        "predicates": [(name, item.label, item.definition) for name, item in predicates().items()],
        "modalities": [(name, concept.label) for name, concept in concepts("modality").items()],
        "capacities": [(name, concept.label) for name, concept in concepts("capacity").items()],
        "types": [kind.value for kind in EntityType],
        "qualifiers": [(name, _QUALIFIER_LABELS.get(name, name.capitalize())) for name in QUALIFIERS[1:]],
        "back": document_address(document),
        "here_address": request.url.path,
    }
    return review_page(request, "add.html", shown)


def _values(site: Site, statement: Statement) -> dict[str, Any]:
    """Return what the form is filled with for a statement."""
    entities = site.graph.records_by_id
    place = statement.evidence
    same = {"quote": " ".join(place.quote.split()), "section": place.section or ""}
    if isinstance(statement, Duty):
        content = statement.content
        others = "; ".join(_name(site, entities, to, place.document)[0] for to in statement.to)
        product = _name(site, entities, statement.product, place.document)[0]
        named = _end(site, entities, "subject", statement.bearer, place.document)
        own = {"modality": content.modality.value, "action": content.action, "text": content.text, "to": others}
        more = {"product": product, "frequency": content.frequency or "", "condition": content.condition or ""}
        return {**same, **named, **own, **more}
    return {
        **same,
        **_end(site, entities, "subject", statement.subject, place.document),
        **_end(site, entities, "object", statement.object, place.document),
        "predicate": statement.predicate,
        "negated": statement.negated,
        **{key: value for key, value in statement.qualifiers if key in QUALIFIERS},
    }


def _end(site: Site, entities: Mapping[str, Entity], key: str, identifier: str | None, document: str) -> dict[str, str]:
    name, kind = _name(site, entities, identifier, document)
    return {key: name, f"{key}_type": kind}


def _name(site: Site, entities: Mapping[str, Entity], identifier: str | None, document: str) -> tuple[str, str]:
    entity = entities.get(identifier or "")
    return (used_name(site, entity, document), entity.type.value) if entity else (identifier or "", "body")


async def _recorded(request: Request, form: FormData, document: str, replaces: str | None) -> Response:
    duty = str(form.get("kind", "")) == "duty"
    added: Addition = _duty(request, form, document, replaces) if duty else _fact(request, form, document, replaces)
    goal = f"/review{statement_address(replaces)}" if replaces else f"/review/add/{quote(document)}"
    return await recorded(request, added, [document], goal)


def _fact(request: Request, form: FormData, document: str, replaces: str | None) -> AddedFact:
    site, predicate = site_of(request), str(form.get("predicate", ""))
    if predicate not in predicates():
        raise UsageError("Choose what the subject does: the relation is missing.")
    given = {name: get_text(form, name, name.capitalize()) for name in QUALIFIERS}
    if given["capacity"] is not None and given["capacity"] not in concepts("capacity"):
        raise UsageError(f"{given['capacity']!r} is no capacity: choose one from the list.")
    name = get_text(form, "object", "Whom or what")
    return AddedFact(
        document=document,
        quote=_quote(form),
        subject=_named(site, form, "subject", text_of(form, "subject", "Who")),
        predicate=predicate,
        object=_named(site, form, "object", name) if name and predicates()[predicate].objects else None,
        qualifiers=tuple(sorted((key, value) for key, value in given.items() if value)),
        negated=form.get("negated") == "yes",
        section=get_text(form, "section", "Section"),
        signed=signature(request, form),
        replaces=replaces,
    )


def _duty(request: Request, form: FormData, document: str, replaces: str | None) -> AddedDuty:
    site, modality = site_of(request), str(form.get("modality", ""))
    if modality not in set(Modality):
        raise UsageError("Choose how binding the duty is.")
    text = text_of(form, "text", "What is to be done", longest=LONGEST_TEXT)
    product = get_text(form, "product", "Product")
    others = [name.strip() for name in (get_text(form, "to", "To or with whom") or "").split(";")]
    return AddedDuty(
        document=document,
        quote=_quote(form),
        bearer=_named(site, form, "subject", text_of(form, "subject", "Who")),
        modality=Modality(modality),
        action=get_text(form, "action", "The verb") or text.split()[0],
        text=text,
        to=tuple(Named(name, _type_of(site, name, document)) for name in others if name),
        product=Named(product, EntityType.PUBLICATION) if product else None,
        frequency=get_text(form, "frequency", "How often"),
        condition=get_text(form, "condition", "Condition", longest=LONGEST_TEXT),
        section=get_text(form, "section", "Section"),
        signed=signature(request, form),
        replaces=replaces,
    )


def _quote(form: FormData) -> str:
    return text_of(form, "quote", "The words of the document", longest=LONGEST_TEXT)


def _named(site: Site, form: FormData, key: str, name: str) -> Named:
    kind = str(form.get(f"{key}_type", ""))
    if kind not in set(EntityType):
        raise UsageError("Choose whether it is a body, a role, a person, a law or a publication.")
    known = site.graph.called(name, type=EntityType(kind))
    return Named(name, EntityType(kind), known[0].scope if known else Scope.LOCAL)


def _type_of(site: Site, name: str, document: str) -> EntityType:
    """Return what a document takes a name to be; a body, if it does not know it."""
    for kind in (EntityType.BODY, EntityType.ROLE, EntityType.PERSON):
        if any(document in entity.documents for entity in site.graph.called(name, type=kind)):
            return kind
    return EntityType.BODY
