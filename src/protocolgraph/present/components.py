"""The components of single sentences as rows of a table and as JSON."""

from __future__ import annotations

from typing import Any

from protocolgraph.model.institutional import ComponentName, InstitutionalStatement
from protocolgraph.text.cells import neutral

COMPONENT_COLUMNS = ("kind", *(column for name in ComponentName for column in (name.value, f"{name.value}_spans")))
"""The columns that a sentence's components add to a table."""
_BETWEEN = "; "


def component_row(statement: InstitutionalStatement) -> dict[str, str]:
    """Return `COMPONENT_COLUMNS` for one sentence: pieces of text joined with "; ", spans as "start:end".

    All are empty for words in which nothing was found.
    """
    row = {"kind": statement.kind.value if statement.components else ""}
    for name in ComponentName:
        pieces = statement.pieces(name)
        row[name.value] = neutral(_BETWEEN.join(piece.text for piece in pieces))
        row[f"{name.value}_spans"] = _BETWEEN.join(f"{piece.span.start}:{piece.span.end}" for piece in pieces)
    return row


def component_dict(statement: InstitutionalStatement) -> dict[str, Any]:
    """Return the kind and the components of one sentence as JSON has them: a list of pieces with text and span."""
    return {
        "kind": statement.kind.value if statement.components else None,
        "components": [
            {"name": piece.name.value, "text": piece.text, "span": [piece.span.start, piece.span.end]}
            for piece in statement.components
        ],
    }
