"""`protocolgraph sparql`: any question, in SPARQL 1.1."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from protocolgraph.cli.options import GraphOption, JsonOption, chosen_graph
from protocolgraph.cli.output import make_table, plain, print_json, results
from protocolgraph.errors import UsageError


def sparql(
    context: typer.Context,
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help="A query, a file that holds one, or - for standard input.")
    ],
    *,
    graph: GraphOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print the answer to a SPARQL query over all documents; the usual prefixes are known."""
    import protocolgraph as pg

    answer = pg.open(chosen_graph(context, graph)).sparql(_text_of(query))
    if as_json:
        print_json(answer.to_dicts())
        return
    table = make_table(*answer.columns)
    for row in answer.rows:
        table.add_row(*(plain("" if cell is None else str(cell)) for cell in row))
    results().print(table)


def _text_of(query: str) -> str:
    if query == "-":
        return sys.stdin.read()
    if any(mark in query for mark in "{}\n"):
        return query
    try:
        return Path(query).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{query!r} is neither a query nor a file that holds one") from error
