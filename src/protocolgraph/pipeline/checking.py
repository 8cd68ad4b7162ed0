"""Checks a graph, with the waivers of the workspace files beside its documents."""

from __future__ import annotations

from pathlib import Path

from protocolgraph.analyse.checks.run import Checked, Selection, run_checks
from protocolgraph.graph import Graph
from protocolgraph.model.workspace import Waiver
from protocolgraph.opening import open_graph, working_folder
from protocolgraph.pipeline.sources import Catalogue, find_sources
from protocolgraph.workspace import load_workspace


def check(
    graph: str | Path | Graph, *, selection: Selection | None = None, workspace: str | Path | None = None
) -> Checked:
    """Return what the checks find in a graph: gaps, overlaps, conflicts and slips of drafting.

    Args:
        graph: a graph, the folder of one, or the URL of a server that has one.
        selection: which checks and findings; all, if not given.
        workspace: folder with the `protocolgraph.toml` whose waivers count; by default those beside the documents
            of the graph's folder.

    Raises:
        UsageError: the selection names what there is not.
        StoreError: there is no graph, or it is damaged or of another version.
        WorkspaceError: a workspace file cannot be understood.

    """
    opened = graph if isinstance(graph, Graph) else open_graph(graph)
    waivers = waivers_of(None if isinstance(graph, Graph) else graph, workspace)
    return run_checks(opened.knowledge, selection=selection, waivers=waivers)


def waivers_of(graph: str | Path | None, workspace: str | Path | None) -> tuple[Waiver, ...]:
    """Return the waivers of a workspace folder, else those beside the documents of a graph.

    Raises:
        StoreError: the list of the graph's documents is damaged.
        WorkspaceError: a workspace file cannot be understood.

    """
    if workspace is not None:
        return load_workspace(Path(workspace)).waivers
    catalogue = None if graph is None else working_folder(graph) / "documents.json"
    if catalogue is None or not catalogue.is_file():
        return ()
    return find_sources([], area=None, known=Catalogue(catalogue).load()).workspace.waivers
