"""`protocolgraph export`: the graph in a format of other programs."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from protocolgraph.cli.options import (
    AreaOption,
    AsOfOption,
    DocumentsOption,
    GraphOption,
    OutputOption,
    beginning_so,
    chosen_documents,
    opened,
)
from protocolgraph.cli.output import say

FORMATS = ("turtle", "trig", "nquads", "jsonld", "graphml", "gexf", "csv", "xlsx", "jsonl")
"""Written out here as the program's help must not wait for the libraries that write them."""


def export(  # noqa: PLR0913  each option by its name, as typer wants them
    context: typer.Context,
    format: Annotated[
        str,
        typer.Option(
            "--format", metavar="F", help=f"One of {', '.join(FORMATS)}.", autocompletion=beginning_so(lambda: FORMATS)
        ),
    ],
    *,
    file: OutputOption = None,
    graph: GraphOption = None,
    as_of: AsOfOption = None,
    document: DocumentsOption = None,
    area: AreaOption = None,
) -> None:
    """Write the graph in a format of other programs; equal graphs give equal bytes."""
    import protocolgraph as pg

    found = opened(context, graph, chosen_documents(as_of=as_of, document=document, area=area))
    if file is None:
        sys.stdout.flush()
        pg.export(found.knowledge, format=format, stream=sys.stdout.buffer)
    else:
        found.export(file, format=format)
        say(f"Written to {file}.")
