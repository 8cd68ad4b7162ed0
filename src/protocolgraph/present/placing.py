"""Of where an entity is, in words that tell it from its namesakes."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import shorten

from protocolgraph.model import DocumentInfo, Entity, Scope

_LONGEST = 60
"""Letters of a document's title by which an entity without an area is told from others."""
_SCOPES = {
    Scope.REGIONAL: "a region",
    Scope.NATIONAL: "the whole country",
    Scope.GENERIC: "any of this kind",
}


def place_of(entity: Entity, documents: Mapping[str, DocumentInfo]) -> str:
    """Return the area of an entity; without one, how far it reaches, or which documents alone speak of it.

    Args:
        entity: the entity.
        documents: the documents by name.

    """
    if entity.area is not None:
        return entity.area
    if entity.scope is not Scope.LOCAL or not entity.documents:
        return _SCOPES.get(entity.scope, "no area known")
    first, *others = entity.documents
    title = shorten(documents[first].title or first if first in documents else first, _LONGEST, placeholder=" …")
    return f"in “{title}”" + (f" and {len(others)} more" if others else "")
