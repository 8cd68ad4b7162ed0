"""Which documents and parts of packs lay down who does what; reports, plans and minutes tell of what was done."""

from __future__ import annotations

from collections.abc import Mapping

from protocolgraph.model import DocumentInfo, Evidence, Part, PartKind
from protocolgraph.vocab.checks import is_account

GOVERNING = frozenset({PartKind.PROTOCOL, PartKind.TERMS_OF_REFERENCE, PartKind.ARRANGEMENTS})


def part_at(document: DocumentInfo, evidence: Evidence) -> Part | None:
    """Return the part of a document that words stand in."""
    if not evidence.spans:
        return None
    start = evidence.spans[0].start
    return next((part for part in document.layout.parts if part.start <= start < part.end), None)


def governs(documents: Mapping[str, DocumentInfo], evidence: Evidence) -> bool:
    """Whether words stand in a document, or a part of a pack, that lays down who does what."""
    document = documents.get(evidence.document)
    part = part_at(document, evidence) if document else None
    return document is not None and part is not None and is_governing(part, document)


def is_governing(part: Part, document: DocumentInfo) -> bool:
    """Whether a part lays down who does what.

    Of a single document of no known kind this is supposed, if its title or name tells of no plan or report.
    """
    if part.kind is not PartKind.OTHER or len(document.layout.parts) > 1:
        return part.kind in GOVERNING
    return not is_account(f"{document.title or ''} {document.name}")
