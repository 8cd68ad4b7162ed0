"""The content of a report on a graph: what it states, what the checks find in it, and a comparison."""

from __future__ import annotations

from pathlib import Path

from protocolgraph.analyse.checks.run import run_checks
from protocolgraph.analyse.compare.named import compare
from protocolgraph.graph import Choice
from protocolgraph.opening import open_graph
from protocolgraph.pipeline.checking import waivers_of
from protocolgraph.present.report import Report, make_report


def committee_report(
    graph: str | Path,
    *,
    choice: Choice | None = None,
    sides: tuple[str, str] | None = None,
    workspace: str | Path | None = None,
) -> Report:
    """Return the content of a report for a committee, of which `present.report` makes a page or a file.

    Args:
        graph: the folder of a graph, or the URL of a server that has it.
        choice: which documents count; all, if not given.
        sides: two areas or documents to compare, whichever documents count.
        workspace: folder with the `protocolgraph.toml` whose waivers count; by default those beside the documents
            of the graph's folder.

    Raises:
        UsageError: no document is left, or there is no such area or document.
        StoreError: there is no graph, or it is damaged or of another version.
        WorkspaceError: a workspace file cannot be understood.

    """
    opened = open_graph(graph)
    chosen = opened.narrowed(choice) if choice else opened
    compared = compare(opened, *sides) if sides else None
    checked = run_checks(chosen.knowledge, waivers=waivers_of(graph, workspace))
    return make_report(chosen, checked, compared=compared)
