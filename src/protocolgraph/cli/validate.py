"""`protocolgraph validate`: whether the graph is as every graph must be, by the SHACL shapes."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from protocolgraph.cli.options import GraphOption, JsonOption, chosen_graph
from protocolgraph.cli.output import make_table, plain, print_json, results, say, working


def validate(
    context: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="An RDF file to check instead of the graph (.ttl, .trig, .nq, .jsonld)."),
    ] = None,
    *,
    graph: GraphOption = None,
    as_json: JsonOption = False,
) -> None:
    """Check the graph, or an RDF file, against the SHACL shapes; exit code 1 if something is wrong."""
    import protocolgraph as pg

    with working("Checking against the shapes"):
        found = pg.open(chosen_graph(context, graph)).validate() if file is None else pg.validate_file(file)
    if as_json:
        print_json([asdict(item) for item in found])
    elif found:
        table = make_table("what", "should be", "property", "value", "document")
        for item in found:
            cells = (item.name, item.message, item.path or "", item.value or "", item.document or "")
            table.add_row(*map(plain, cells))
        results().print(table)
    if found:
        say(f"{len(found)} violation{'s' if len(found) > 1 else ''} of the shapes.")
        raise typer.Exit(1)
    say("The graph conforms to the shapes.")
