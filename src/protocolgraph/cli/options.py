"""Options that several commands have, each defined once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from protocolgraph.settings import Settings

GraphOption = Annotated[
    str | None,
    typer.Option(
        "-g", "--graph", metavar="PATH", help="Folder of the graph. (default: .protocolgraph)", show_default=False
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, and nothing else, on standard output.")]
OutputOption = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to this file instead of standard output.")
]


def chosen_graph(context: typer.Context, graph: str | None) -> str:
    """Return the graph to work on: the command's own option, else that before the command, else the settings."""
    before: str | None = context.obj
    return graph or before or Settings.from_environment().graph
