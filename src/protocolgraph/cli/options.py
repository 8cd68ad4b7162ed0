"""Options that several commands have, each defined once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from protocolgraph.cli.output import say
from protocolgraph.errors import UsageError
from protocolgraph.settings import Settings

if TYPE_CHECKING:
    from protocolgraph import Choice, EntityView, Graph

GraphOption = Annotated[
    str | None,
    typer.Option(
        "-g",
        "--graph",
        metavar="PATH-OR-URL",
        help="Folder of the graph, or URL of a SPARQL server. (default: .protocolgraph)",
        show_default=False,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, and nothing else, on standard output.")]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", metavar="YEAR", help="Only documents dated in this year or before.")
]
DocumentsOption = Annotated[
    list[str] | None, typer.Option("--document", metavar="NAME", help="Only this document; may be given again.")
]
AreaOption = Annotated[str | None, typer.Option("--area", metavar="NAME", help="Only documents of this area.")]
OutputOption = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to this file instead of standard output.")
]


def chosen_graph(context: typer.Context, graph: str | None) -> str:
    """Return the graph to work on: the command's own option, else that before the command, else the settings."""
    before: str | None = context.obj
    return graph or before or Settings.from_environment().graph


def chosen_documents(*, as_of: str | None, document: list[str] | None, area: str | None) -> Choice:
    """Return which documents count.

    Raises:
        UsageError: the year is none.

    """
    import protocolgraph as pg

    if as_of is not None and not re.fullmatch(r"[12]\d{3}", as_of):
        raise UsageError(f"--as-of {as_of}: give a year, such as 2014")
    return pg.Choice(documents=tuple(document or ()), area=area, as_of=None if as_of is None else int(as_of))


def opened(context: typer.Context, graph: str | None, choice: Choice | None = None) -> Graph:
    """Return the graph to work on, narrowed to the documents that count.

    Raises:
        StoreError: there is no graph, or it is damaged or of another version.
        UsageError: no document is left.

    """
    import protocolgraph as pg

    found = pg.open(chosen_graph(context, graph))
    return found if choice is None else found.narrowed(choice)


def named(graph: Graph, name: str) -> EntityView:
    """Return the entity that a person means; what was made of the words is said, if they are no name.

    Raises:
        UnknownNameError: nothing is called so.
        AmbiguousNameError: several are.

    """
    import protocolgraph as pg

    try:
        return graph.entity(name)
    except pg.UnknownNameError:
        found = graph.find(name)
    if len(found.entities) != 1:
        raise pg.AmbiguousNameError(name, pg.told_apart(found.entities))
    say(f"{name!r} is read as {found.name}.")
    return graph.entity(found.entities[0].id)


def beginning_so(words: Callable[[], Iterable[str]]) -> Callable[[str], list[str]]:
    """Return what completes a value in the shell: by those of these words that begin as what is typed."""
    return lambda incomplete: [word for word in words() if word.startswith(incomplete)]
