"""Blocks to structure: parts, sections, and clauses that can be read alone. Opens no file, knows no language model."""

from __future__ import annotations

from protocolgraph.structure.about import describe
from protocolgraph.structure.build import outline
from protocolgraph.structure.marks import find_marks, read_layout
from protocolgraph.structure.render import render

__all__ = ["describe", "find_marks", "outline", "read_layout", "render"]
