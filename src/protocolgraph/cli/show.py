"""`protocolgraph show`: all that the graph states of one body, role or person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from protocolgraph.cli.options import GraphOption, JsonOption, chosen_graph
from protocolgraph.cli.output import make_table, plain, print_json, results

if TYPE_CHECKING:
    from rich.table import Table

    from protocolgraph.present import Line, Profile


def show(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help='Any name or acronym; "NAME (AREA)" tells namesakes apart.')
    ],
    *,
    evidence: Annotated[bool, typer.Option("--evidence", help="Print the words of each source, too.")] = False,
    graph: GraphOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print a body's, role's or person's profile, every line with its source."""
    import protocolgraph as pg
    from protocolgraph.present import make_profile, profile_dict

    found = pg.open(chosen_graph(context, graph))
    profile = make_profile(found.knowledge, found.entity(name).record)
    if as_json:
        print_json(profile_dict(profile))
    else:
        _print_profile(profile, evidence=evidence)


def _print_profile(profile: Profile, *, evidence: bool) -> None:
    entity, console = profile.entity, results()
    console.print(plain(entity.name, style="bold"))
    place = entity.area or entity.scope.value
    console.print(plain(f"{entity.type.value}, {place}; in {', '.join(entity.documents)}", style="dim"))
    if entity.aliases:
        console.print(plain(f"also called {'; '.join(entity.aliases)}"))
    table = make_table("", "", "source")
    for group in profile.groups:
        for number, line in enumerate(group.lines):
            _add_line(table, group.title if number == 0 else "", line, evidence=evidence)
        table.add_section()
    if profile.groups:
        console.print(table)
    else:
        console.print("The documents mention it, and nothing more was read of it.")


def _add_line(table: Table, title: str, line: Line, *, evidence: bool) -> None:
    from protocolgraph.present import source_line

    text = f"not: {line.text}" if line.negated else line.text
    if line.notes:
        text += f" ({'; '.join(line.notes)})"
    source = source_line(line.evidence)
    if line.also:
        source += f" and {len(line.also)} more"
    table.add_row(plain(title, style="bold"), plain(text), plain(source, style="dim"))
    if evidence:
        for place in (line.evidence, *line.also):
            table.add_row("", plain(f"“{' '.join(place.quote.split())}”", style="italic"), plain(source_line(place)))
