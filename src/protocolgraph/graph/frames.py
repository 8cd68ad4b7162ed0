"""Rows as pandas data frames, and the columns that say where something is stated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from protocolgraph.errors import UsageError
from protocolgraph.model import Evidence

if TYPE_CHECKING:
    from pandas import DataFrame as DataFrame

PLACE = ("document", "section", "page", "quote", "confidence", "rule")
"""The columns that say where."""


def frame(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> DataFrame:
    """Return rows as a pandas data frame with these columns.

    Raises:
        UsageError: pandas is not installed.

    """
    try:
        import pandas as pd  # an extra: most uses need no frames, and it takes half a second to import
    except ImportError as error:
        raise UsageError("Data frames need pandas: pip install 'protocolgraph[pandas]'") from error
    return pd.DataFrame([[row.get(column) for column in columns] for row in rows], columns=list(columns))


def place_columns(evidence: Evidence | None) -> dict[str, Any]:
    """Return where something is stated, by column; empty cells for what stands nowhere."""
    return {name: None if evidence is None else getattr(evidence, name) for name in PLACE}
