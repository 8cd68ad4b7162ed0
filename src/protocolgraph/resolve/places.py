"""Which documents are resolved together, and where the ids of what they name stand.

What documents of one area say is resolved among themselves, in a unit: another area's documents change none of it.
Documents without an area are dealt out to a few units, those of one file name to the same.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from protocolgraph.model import Scope, digest, slug
from protocolgraph.resolve.names import key

_WITHOUT_AREA = 64
"""Units of the documents without an area; each document's names are its own there, too."""
_TAKEN = frozenset(Scope)


def unit_of(document: str, area: str | None) -> str:
    """Return the unit that a document belongs to; areas that are spelt differently, but the same, share theirs."""
    if area:
        return "area/" + slug(" ".join(key(area)) or area)
    return f"document/{int(digest(_own_space(document)), 16) % _WITHOUT_AREA:02d}"


def space_of(document: str, area: str | None) -> str:
    """Return the part of an IRI that says of which area, or of which document, an entity is: never another unit's."""
    if not area:
        return _own_space(document)
    space = slug(area)
    if key(space.replace("-", " ")) != key(area) or space in _TAKEN or space.startswith("document-"):
        return f"{space}--{digest(*key(area))[:6]}"
    return space


def _own_space(document: str) -> str:
    return "document-" + slug(PurePosixPath(document).stem)
