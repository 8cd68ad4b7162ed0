"""`protocolgraph path`: the chain of accountability between two bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from protocolgraph.cli.options import (
    AreaOption,
    AsOfOption,
    DocumentsOption,
    GraphOption,
    JsonOption,
    chosen_documents,
    named,
    opened,
)
from protocolgraph.cli.output import make_table, plain, print_json, results, say
from protocolgraph.errors import AmbiguousNameError

if TYPE_CHECKING:
    from protocolgraph import Chain, EntityView, Graph


def path(  # noqa: PLR0913  each option by its name, as typer wants them
    context: typer.Context,
    source: Annotated[str, typer.Argument(metavar="FROM", help="Who is accountable.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="Who holds it to account.")],
    *,
    most: Annotated[int, typer.Option("--all", metavar="N", min=1, help="Print so many chains, longer ones too.")] = 1,
    graph: GraphOption = None,
    as_of: AsOfOption = None,
    document: DocumentsOption = None,
    area: AreaOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print the shortest chains of accountability from one body to another, every link with its source."""
    from protocolgraph.present import chains_dict

    found = opened(context, graph, chosen_documents(as_of=as_of, document=document, area=area))
    start, end = _ends(found, source, target)
    chains = found.chains(start, end)
    if len(chains) < most:
        chains = found.chains(start, end, limit=most, longer=True)
    if as_json:
        print_json(chains_dict(chains))
    elif chains:
        for chain in chains:
            _print_chain(chain)
    else:
        _say_none(found, start, end)


def _say_none(graph: Graph, start: EntityView, end: EntityView) -> None:
    """Say that no chain is stated, and what comes nearest to one."""
    if start.id == end.id:
        say(f"Both are names of {start.name}: give two bodies or posts.")
        return
    say(f"No stated link: the documents state no chain of accountability from {start.name} to {end.name}.")
    kind = graph.class_of(start)
    if kind and (chains := graph.chains(kind, end)):
        say(f"They state one from {kind.name}, of which {start.name} is one:")
        for chain in chains:
            _print_chain(chain)
        return
    if graph.chains(end, start):
        say("They state one the other way round.")
        return
    meeting = graph.common_holders(start, end)
    for chains in meeting[:1]:
        say(f"The nearest that both answer to is {chains[0][-1].target.name}:")
        for chain in chains:
            _print_chain(chain)
    if not meeting:
        say("Nor do they state anyone to whom both answer.")


def _ends(graph: Graph, source: str, target: str) -> tuple[EntityView, EntityView]:
    """Find both ends; where one name is borne in several areas, it means the one of the other end's area."""
    try:
        start = named(graph, source)
    except AmbiguousNameError:
        end = named(graph, target)
        return _in_area(graph, source, end), end
    try:
        return start, named(graph, target)
    except AmbiguousNameError:
        return start, _in_area(graph, target, start)


def _in_area(graph: Graph, name: str, other: EntityView) -> EntityView:
    """The one of the other's area; the error about several stands, if that is none or not one."""
    same = [entity for entity in graph.find(name).entities if entity.area == other.area]
    return named(graph, same[0].id if len(same) == 1 else name)


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
