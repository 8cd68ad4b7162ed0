"""Puts the parts together: documents in, a graph on disk out. The one part that knows all the others.

What a build does not need is imported when it is first asked for: each process that reads imports this, too.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from protocolgraph.pipeline.build import Progress, ProgressCallback, Step, build
from protocolgraph.pipeline.limits import Limits
from protocolgraph.pipeline.report import BuildReport, DocumentReport, Status, Totals

if TYPE_CHECKING:
    from protocolgraph.analyse.checks import RULES, Rule
    from protocolgraph.analyse.checks.run import Checked, Selection
    from protocolgraph.analyse.evaluate import Evaluation
    from protocolgraph.pipeline.checking import check
    from protocolgraph.pipeline.doctor import Part, State, examine
    from protocolgraph.pipeline.measuring import measure
    from protocolgraph.pipeline.reporting import committee_report
    from protocolgraph.pipeline.showing import document_path, page_picture, write_picture

_LATER = {
    "RULES": "protocolgraph.analyse.checks",
    "Rule": "protocolgraph.analyse.checks",
    "Checked": "protocolgraph.analyse.checks.run",
    "Selection": "protocolgraph.analyse.checks.run",
    "Evaluation": "protocolgraph.analyse.evaluate",
    "check": "protocolgraph.pipeline.checking",
    "Part": "protocolgraph.pipeline.doctor",
    "State": "protocolgraph.pipeline.doctor",
    "examine": "protocolgraph.pipeline.doctor",
    "measure": "protocolgraph.pipeline.measuring",
    "committee_report": "protocolgraph.pipeline.reporting",
    "document_path": "protocolgraph.pipeline.showing",
    "page_picture": "protocolgraph.pipeline.showing",
    "write_picture": "protocolgraph.pipeline.showing",
}

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
    "document_path",
    "examine",
    "measure",
    "page_picture",
    "write_picture",
]


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LATER[name]), name)
