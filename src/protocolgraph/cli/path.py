"""`protocolgraph path`: the chain of accountability between two bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from protocolgraph.cli.options import GraphOption, JsonOption, chosen_graph
from protocolgraph.cli.output import make_table, plain, print_json, results, say
from protocolgraph.errors import AmbiguousNameError

if TYPE_CHECKING:
    from protocolgraph import Chain, EntityView, Graph


def path(
    context: typer.Context,
    source: Annotated[str, typer.Argument(metavar="FROM", help="Who is accountable.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="Who holds it to account.")],
    *,
    graph: GraphOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print the shortest chains of accountability from one body to another, every link with its source."""
    import protocolgraph as pg
    from protocolgraph.present import chains_dict

    found = pg.open(chosen_graph(context, graph))
    start, end = _ends(found, source, target)
    chains = found.chains(start, end)
    if as_json:
        print_json(chains_dict(chains))
    elif chains:
        for chain in chains:
            _print_chain(chain)
    else:
        say(f"The documents state no chain of accountability from {start.name} to {end.name}.")
        if found.chains(end, start):
            say("They state one the other way round.")


def _ends(graph: Graph, source: str, target: str) -> tuple[EntityView, EntityView]:
    """Find both ends; where one name is borne in several areas, it means the one of the other end's area."""
    try:
        start = graph.entity(source)
    except AmbiguousNameError:
        end = graph.entity(target)
        return graph.entity(source, area=end.area), end
    try:
        return start, graph.entity(target)
    except AmbiguousNameError:
        return start, graph.entity(target, area=start.area)


def _print_chain(chain: Chain) -> None:
    from protocolgraph.present import source_line

    console = results()
    console.print(plain(" → ".join(chain.names), style="bold"))
    table = make_table("link", "words", "source")
    for link in chain:
        words = f"“{' '.join(link.evidence.quote.split())}”"
        step = f"{link.source.name} {link.label} {link.target.name}"
        table.add_row(plain(step), plain(words, style="italic"), plain(source_line(link.evidence), style="dim"))
    console.print(table)
