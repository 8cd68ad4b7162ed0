"""The description of the API: it names what there is, and what is answered is as it says."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from factory import make_knowledge
from starlette.routing import Route
from starlette.testclient import TestClient

from protocolgraph.graph import Graph
from protocolgraph.web import Site, make_app

KNOWLEDGE = make_knowledge(
    "Safety Board (SB) reports_to Care Panel [frequency=annual]",
    "Care Panel accountable_to Council",
    "Council meets [frequency=monthly]",
    "Safety Board not oversees Council",
    "Safety Board must publish a plan",
)
APP = make_app(Site(Graph(KNOWLEDGE)))


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(APP, base_url="http://127.0.0.1")


@pytest.fixture(scope="module")
def description(client: TestClient) -> dict[str, Any]:
    told: dict[str, Any] = client.get("/api/openapi.json").json()
    return told


def test_it_names_every_address_for_programs_and_no_other(description: dict[str, Any]) -> None:
    routes = [route for route in APP.routes if isinstance(route, Route)]
    served = {
        route.path.replace(":path", ""): {method.lower() for method in (route.methods or ()) if method != "HEAD"}
        for route in routes
        if route.path.startswith(("/api", "/sparql"))
    }
    assert {path: set(operations) for path, operations in description["paths"].items()} == served


def test_every_reference_in_it_leads_somewhere(description: dict[str, Any]) -> None:
    def references(value: Any) -> set[str]:
        if isinstance(value, dict):
            own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
            return own.union(*map(references, value.values()))
        return set().union(*map(references, value)) if isinstance(value, list) else set()

    named = {f"#/components/schemas/{name}" for name in description["components"]["schemas"]}
    assert references(description) <= named


ASKED = [
    ("/api/entities", "/api/entities?limit=2"),
    ("/api/facts", "/api/facts"),
    ("/api/duties", "/api/duties"),
    ("/api/id/{key}", "/api/id/northam/body/safety-board"),
    ("/api/search", "/api/search?q=saf"),
    ("/api/ask", "/api/ask?q=To whom does the Safety Board report?"),
    ("/sparql", "/sparql?query=SELECT ?n WHERE { ?b a pg:Body ; skos:prefLabel ?n }"),
    ("/sparql", "/sparql?query=ASK { ?b a pg:Body }"),
    ("/api/openapi.json", "/api/openapi.json"),
]


@pytest.mark.parametrize(("path", "address"), ASKED)
def test_what_is_answered_is_as_it_says(
    client: TestClient, description: dict[str, Any], path: str, address: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    content = description["paths"][path]["get"]["responses"]["200"]["content"]
    schema = {**content[answer.headers["content-type"]]["schema"], "components": description["components"]}
    jsonschema.Draft202012Validator(schema).validate(answer.json())


@pytest.mark.parametrize(
    "address", ["/api/facts?offset=-1", "/api/ask?q=Wherefore", "/api/nothing", "/api/id/x/body/y"]
)
def test_an_error_is_one_line_in_json(client: TestClient, description: dict[str, Any], address: str) -> None:
    answer = client.get(address)
    assert answer.status_code in (400, 404)
    jsonschema.validate(answer.json(), description["components"]["schemas"]["Error"])


def test_pages_go_on_until_there_is_no_next(client: TestClient) -> None:
    found, offset = [], 0
    while offset is not None:
        page = client.get(f"/api/facts?limit=1&offset={offset}").json()
        assert page["total"] == len(KNOWLEDGE.facts)
        found += [row["id"] for row in page["items"]]
        offset = page["next"]
    assert sorted(found) == sorted(fact.id for fact in KNOWLEDGE.facts)
