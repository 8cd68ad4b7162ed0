"""Checks a graph, with the waivers of the workspace files beside its documents."""

from __future__ import annotations

from pathlib import Path

from protocolgraph.analyse.checks.run import Checked, Selection, run_checks
from protocolgraph.graph import Graph, open_graph
from protocolgraph.model.workspace import Waiver
from protocolgraph.pipeline.sources import Catalogue, find_sources
from protocolgraph.workspace import load_workspace


def check(
    graph: str | Path | Graph, *, selection: Selection | None = None, workspace: str | Path | None = None
) -> Checked:
    """Return what the checks find in a graph: gaps, overlaps, conflicts and slips of drafting.

    Args:
        graph: a graph, or the folder of one.
        selection: which checks and findings; all, if not given.
        workspace: folder with the `protocolgraph.toml` whose waivers count; by default those beside the documents
            of the graph's folder.

    Raises:
        UsageError: the selection names what there is not.
        StoreError: there is no graph, or it is damaged or of another version.
        WorkspaceError: a workspace file cannot be understood.

    """
    opened = graph if isinstance(graph, Graph) else open_graph(graph)
    waivers = _waivers(None if isinstance(graph, Graph) else Path(graph), workspace)
    return run_checks(opened.knowledge, selection=selection, waivers=waivers)


def _waivers(folder: Path | None, workspace: str | Path | None) -> tuple[Waiver, ...]:
    if workspace is not None:
        return load_workspace(Path(workspace)).waivers
    if folder is None or not (folder / "documents.json").is_file():
        return ()
    known = Catalogue(folder / "documents.json").load()
    return find_sources([], area=None, known=known)[2].waivers
