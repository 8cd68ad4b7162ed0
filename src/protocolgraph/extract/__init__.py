"""Clauses to mentions and candidate statements; the only part that knows spaCy."""

from __future__ import annotations

from protocolgraph.extract.extractor import Extractor

__all__ = ["Extractor"]
