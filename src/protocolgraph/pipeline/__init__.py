"""Puts the parts together: documents in, a graph on disk out. The one part that knows all the others."""

from __future__ import annotations

from protocolgraph.analyse.checks import RULES, Rule
from protocolgraph.analyse.checks.run import Checked, Selection
from protocolgraph.analyse.evaluate import Evaluation
from protocolgraph.pipeline.build import Progress, ProgressCallback, Step, build
from protocolgraph.pipeline.check import check
from protocolgraph.pipeline.doctor import Part, State, examine
from protocolgraph.pipeline.limits import Limits
from protocolgraph.pipeline.measure import measure
from protocolgraph.pipeline.report import BuildReport, DocumentReport, Status, Totals
from protocolgraph.pipeline.reporting import committee_report
from protocolgraph.pipeline.showing import page_picture, write_picture

__all__ = [
    "RULES",
    "BuildReport",
    "Checked",
    "DocumentReport",
    "Evaluation",
    "Limits",
    "Part",
    "Progress",
    "ProgressCallback",
    "Rule",
    "Selection",
    "State",
    "Status",
    "Step",
    "Totals",
    "build",
    "check",
    "committee_report",
    "examine",
    "measure",
    "page_picture",
    "write_picture",
]
