"""The schemas of what the API answers (JSON Schema, as OpenAPI 3.1 has it)."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_FLAG: Schema = {"type": "boolean"}
_TEXT_OR_NOTHING: Schema = {"type": ["string", "null"]}
_NUMBER_OR_NOTHING: Schema = {"type": ["integer", "null"]}
_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _of(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(**properties: Schema) -> Schema:
    """Return the schema of an object that has all of these and nothing else."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _page(name: str) -> Schema:
    next_: Schema = {"type": ["integer", "null"], "description": "The offset of the next page; null on the last."}
    return _object(items=_list(_of(name)), offset={"type": "integer"}, next=next_, total={"type": "integer"})


_SPANS: Schema = {
    **_list({"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}),
    "description": "Beginning and end of each run of words, in characters of the document's text.",
}
_EVIDENCE = {
    "section": _TEXT_OR_NOTHING,
    "page": _NUMBER_OR_NOTHING,
    "spans": _SPANS,
    "quote": _TEXT,
    "confidence": _SHARE,
    "rule": _TEXT,
}
_SOURCE = {"document": _TEXT, **_EVIDENCE}
_LINE = {"text": _TEXT, "notes": _list(_TEXT), "negated": _FLAG}

SCHEMAS: dict[str, Schema] = {
    "Entity": _object(
        kind={"const": "entity"},
        document=_TEXT,
        id=_TEXT,
        type=_TEXT,
        name=_TEXT,
        aliases=_list(_TEXT),
        area=_TEXT_OR_NOTHING,
        scope=_TEXT,
    ),
    "Fact": _object(
        kind={"const": "fact"},
        document=_TEXT,
        id=_TEXT,
        subject=_TEXT,
        subject_type=_TEXT_OR_NOTHING,
        predicate=_TEXT,
        object=_TEXT_OR_NOTHING,
        object_type=_TEXT_OR_NOTHING,
        qualifiers={"type": "object", "additionalProperties": _TEXT},
        negated=_FLAG,
        **_EVIDENCE,
    ),
    "Duty": _object(
        kind={"const": "duty"},
        document=_TEXT,
        id=_TEXT,
        bearer=_TEXT,
        bearer_type=_TEXT_OR_NOTHING,
        modality=_TEXT,
        action=_TEXT,
        text=_TEXT,
        to=_list(_TEXT),
        product=_TEXT_OR_NOTHING,
        frequency=_TEXT_OR_NOTHING,
        **_EVIDENCE,
    ),
    "EntityPage": _page("Entity"),
    "FactPage": _page("Fact"),
    "DutyPage": _page("Duty"),
    "Source": _object(**_SOURCE),
    "DatedSource": _object(**_SOURCE, date=_TEXT_OR_NOTHING),
    "Line": _object(**_LINE, source=_of("Source"), also=_list(_of("Source"))),
    "Profile": _object(
        id=_TEXT,
        type=_TEXT,
        name=_TEXT,
        aliases=_list(_TEXT),
        area=_TEXT_OR_NOTHING,
        scope=_TEXT,
        documents=_list(_TEXT),
        groups=_list(_object(key=_TEXT, title=_TEXT, statements=_list(_of("Line")))),
    ),
    "Hits": _object(
        items=_list(_object(id=_TEXT, name=_TEXT, type=_TEXT, area=_TEXT_OR_NOTHING, place=_TEXT, href=_TEXT))
    ),
    "Answer": _object(
        question=_TEXT,
        reading=_TEXT,
        kind=_TEXT,
        notes=_list(_TEXT),
        verdict=_TEXT_OR_NOTHING,
        answers=_list(_object(about=_TEXT_OR_NOTHING, **_LINE, sources=_list(_of("DatedSource")))),
        silent=_list(_TEXT),
        query=_TEXT,
    ),
    "Results": {
        "type": "object",
        "description": "SPARQL 1.1 Query Results JSON.",
        "required": ["head"],
        "properties": {
            "head": {"type": "object", "properties": {"vars": _list(_TEXT)}},
            "boolean": _FLAG,
            "results": _object(bindings=_list({"type": "object"})),
        },
    },
    "Description": {"type": "object", "description": "An OpenAPI document.", "required": ["openapi", "info", "paths"]},
    "Error": _object(error=_TEXT),
}
"""What each name in the description stands for."""
