"""What two sets of documents state alike, differently, or alone: areas, documents, years."""

from __future__ import annotations

from protocolgraph.analyse.compare.comparison import Comparison, compare, compare_years
from protocolgraph.analyse.compare.coverage import AreaCoverage, cover_areas
from protocolgraph.analyse.compare.matrix import Matrix, MatrixRow, accountability_matrix
from protocolgraph.analyse.compare.rows import Row, Said, Verdict

__all__ = [
    "AreaCoverage",
    "Comparison",
    "Matrix",
    "MatrixRow",
    "Row",
    "Said",
    "Verdict",
    "accountability_matrix",
    "compare",
    "compare_years",
    "cover_areas",
]
