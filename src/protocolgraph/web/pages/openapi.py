"""The description of the API for programs, in OpenAPI 3.1: made from the endpoints themselves."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from protocolgraph.web.pages.schemas import SCHEMAS

_ABOUT = (
    "Bodies, roles, people, duties and reporting lines that documents state, each with the words it was read from. "
    "Rows come in pages: ask for `offset` and `limit`, go on with `next` until it is null. An error is one line in "
    "`error`."
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What an endpoint can be asked with."""

    name: str
    meaning: str
    default: int | None = None
    """Of a number from 0 up; other parameters are text."""
    required: bool = False
    place: str = "query"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address for programs."""

    path: str
    handle: Callable[[Request], Response | Awaitable[Response]]
    summary: str
    answer: str
    """Name of the schema of what it answers."""
    parameters: tuple[Parameter, ...] = ()
    media: str = "application/json"
    form: str | None = None
    """Name of the field of a form that may be posted instead."""

    @property
    def route(self) -> Route:
        """The route that serves it; an entity's key may hold slashes."""
        methods = ["GET", "POST"] if self.form else ["GET"]
        return Route(self.path.replace("{key}", "{key:path}"), self.handle, methods=methods)


def describe(endpoints: Iterable[Endpoint]) -> dict[str, Any]:
    """Return the description of these endpoints as an OpenAPI document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "protocolgraph",
            "version": "1",
            "description": _ABOUT,
        },
        "paths": {endpoint.path: _operations(endpoint) for endpoint in endpoints},
        "components": {"schemas": SCHEMAS},
    }


def _operations(endpoint: Endpoint) -> dict[str, Any]:
    shared = {"summary": endpoint.summary, "responses": _responses(endpoint)}
    found = {"get": {**shared, "parameters": [_parameter(parameter) for parameter in endpoint.parameters]}}
    if endpoint.form:
        field = {"type": "object", "required": [endpoint.form], "properties": {endpoint.form: {"type": "string"}}}
        found["post"] = {
            **shared,
            "requestBody": {
                "required": True,
                "content": {
                    "application/x-www-form-urlencoded": {"schema": field},
                    "application/sparql-query": {"schema": {"type": "string"}},
                },
            },
        }
    return found


def _parameter(parameter: Parameter) -> dict[str, Any]:
    number = {"type": "integer", "minimum": 0, "default": parameter.default}
    return {
        "name": parameter.name,
        "in": parameter.place,
        "required": parameter.required,
        "description": parameter.meaning,
        "schema": {"type": "string"} if parameter.default is None else number,
    }


def _responses(endpoint: Endpoint) -> dict[str, Any]:
    def content(media: str, schema: str) -> dict[str, Any]:
        return {media: {"schema": {"$ref": f"#/components/schemas/{schema}"}}}

    found = {"200": {"description": "What was asked for", "content": content(endpoint.media, endpoint.answer)}}
    if endpoint.parameters:
        told = {"description": "What is wrong", "content": content("application/json", "Error")}
        found |= {"404" if endpoint.parameters[0].place == "path" else "400": told}
    return found
