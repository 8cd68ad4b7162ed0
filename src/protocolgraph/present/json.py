"""Profiles and chains as JSON-ready values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypedDict

from protocolgraph.graph import Chain, Link
from protocolgraph.model import DocumentInfo, Evidence
from protocolgraph.present.profile import Line, Profile


class SourceDict(TypedDict):
    """Where something is stated."""

    document: str
    section: str | None
    page: int | None
    quote: str
    spans: list[list[int]]
    confidence: float
    rule: str


def source_dict(evidence: Evidence) -> SourceDict:
    """Return the place and the words of a statement."""
    return {
        "document": evidence.document,
        "section": evidence.section,
        "page": evidence.page,
        "quote": evidence.quote,
        "spans": [[span.start, span.end] for span in evidence.spans],
        "confidence": evidence.confidence,
        "rule": evidence.rule,
    }


def profile_dict(profile: Profile) -> dict[str, Any]:
    """Return a profile; each statement has its source, and under `also` the other places where it stands."""
    entity = profile.entity
    return {
        "id": entity.id,
        "type": entity.type.value,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "area": entity.area,
        "scope": entity.scope.value,
        "documents": list(entity.documents),
        "groups": [
            {"key": group.key, "title": group.title, "statements": [_line_dict(line) for line in group.lines]}
            for group in profile.groups
        ],
    }


def document_dict(info: DocumentInfo) -> dict[str, Any]:
    """Return what the graph keeps of a document: what counts, and what it and its parts say of themselves."""
    return {
        "document": info.name,
        "title": info.title,
        "kind": info.kind,
        "date": info.date,
        "area": info.area,
        "sha256": info.sha256,
        "model": info.model,
        "particulars": [
            {
                "part": one.part,
                "aspect": one.aspect,
                "value": one.value,
                "how": one.how,
                "confidence": one.confidence,
                "source": source_dict(one.evidence) if one.evidence else None,
            }
            for one in info.layout.particulars
        ],
    }


def _line_dict(line: Line) -> dict[str, Any]:
    return {
        "text": line.text,
        "notes": list(line.notes),
        "negated": line.negated,
        "source": source_dict(line.evidence),
        "also": [source_dict(evidence) for evidence in line.also],
    }


def chains_dict(chains: Sequence[Chain]) -> list[list[dict[str, Any]]]:
    """Return chains of accountability, each a list of links with their sources."""
    return [[_link_dict(link) for link in chain] for chain in chains]


def _link_dict(link: Link) -> dict[str, Any]:
    return {
        "from": link.source.name,
        "relation": link.label,
        "to": link.target.name,
        "source": source_dict(link.evidence),
    }
