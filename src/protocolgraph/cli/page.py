"""`protocolgraph page`: the picture of a page, a statement's words marked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from protocolgraph.cli.options import GraphOption, chosen_graph
from protocolgraph.cli.output import say


def page(
    context: typer.Context,
    document: Annotated[str, typer.Argument(metavar="DOC", help="A PDF file, or its name in the graph.")],
    number: Annotated[int, typer.Argument(metavar="PAGE", help="The page's number in the file, from 1.")],
    *,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The picture (PNG) to write.")],
    quote: Annotated[
        str | None, typer.Option("--quote", metavar="ID", help="Mark the words of the statement with this id.")
    ] = None,
    graph: GraphOption = None,
) -> None:
    """Draw a page of a PDF document, with the words of a statement marked."""
    from protocolgraph import pipeline

    picture = pipeline.page_picture(document, number, statement=quote, graph=chosen_graph(context, graph))
    pipeline.write_picture(output, picture)
    say(f"Written to {output}.")
