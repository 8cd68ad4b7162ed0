"""The content of a report on a graph: what it states, what the checks find in it, and a comparison."""

from __future__ import annotations

from pathlib import Path

from protocolgraph.analyse.checks.run import run_checks
from protocolgraph.analyse.compare.named import compare
from protocolgraph.errors import UsageError
from protocolgraph.graph import Choice, Graph
from protocolgraph.opening import open_graph
from protocolgraph.pipeline.checking import waivers_of
from protocolgraph.present.report import Report, make_report

MOST = 20_000
"""Statements of a report: so many fill a thousand pages with their words."""


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
        UsageError: no document is left, or there is no such area or document, or the documents state more than anybody
            reads in one report.
        StoreError: there is no graph, or it is damaged or of another version.
        WorkspaceError: a workspace file cannot be understood.

    """
    opened = open_graph(graph)
    _check_size(opened, choice or Choice())
    chosen = opened.narrowed(choice) if choice else opened
    compared = compare(opened, *sides) if sides else None
    checked = run_checks(chosen.knowledge, waivers=waivers_of(graph, workspace))
    return make_report(chosen, checked, compared=compared)


def _check_size(graph: Graph, choice: Choice) -> None:
    """Raise unless what is chosen can be read in one report."""
    stated = sum(graph.tallies[document.name].statements for document in choice.pick(graph.register))
    if stated > MOST:
        raise UsageError(
            f"A report of {stated:,} statements is more than anybody reads, and no page holds it: choose an area or "
            "documents, as in --area NAME"
        )
