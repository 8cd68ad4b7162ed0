"""`protocolgraph doctor`: what is installed, and what to do for what is missing."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from protocolgraph.cli.options import GraphOption, JsonOption, chosen_graph
from protocolgraph.cli.output import make_table, plain, print_json, results, say, working

if TYPE_CHECKING:
    from protocolgraph.pipeline import Part

_STYLES = {"ok": "green", "missing": "yellow", "broken": "bold red"}


def doctor(context: typer.Context, *, graph: GraphOption = None, as_json: JsonOption = False) -> None:
    """Look at what is installed here and at the graph, and say what to do for what is missing."""
    from protocolgraph import pipeline

    with working("Looking"):
        parts = pipeline.examine(chosen_graph(context, graph))
    broken = [part.name for part in parts if part.state == "broken"]
    if as_json:
        print_json([asdict(part) for part in parts])
    else:
        _print(parts)
        say(f"To be put right: {', '.join(broken)}." if broken else "All that is needed is there.")
    if broken:
        raise typer.Exit(1)


def _print(parts: tuple[Part, ...]) -> None:
    table = make_table("part", "state", "what there is", "what to do")
    for part in parts:
        state = plain(part.state.value, style=_STYLES[part.state])
        table.add_row(plain(part.name), state, plain(part.found), plain(part.advice))
    results().print(table)
