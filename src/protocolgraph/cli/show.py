"""`protocolgraph show`: all that the graph states of one body, role or person, or knows of one document."""

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
from protocolgraph.cli.output import make_table, plain, print_json, results

if TYPE_CHECKING:
    from rich.table import Table

    from protocolgraph import DocumentInfo
    from protocolgraph.present import Line, Profile

_DOCUMENTS = 5
"""Documents that the line below a name tells of; of the others it gives the number."""
_TITLE = 21
"""Letters of a title before it goes on in the next line: names and sources need the room."""


def show(  # noqa: PLR0913  each option by its name, as typer wants them
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help='A name, acronym or part of a name; "NAME (AREA)" tells namesakes apart. Or a document.',
        ),
    ],
    *,
    evidence: Annotated[bool, typer.Option("--evidence", help="Print the words of each source, too.")] = False,
    graph: GraphOption = None,
    as_of: AsOfOption = None,
    document: DocumentsOption = None,
    area: AreaOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print a body's, role's or person's profile, every line with its source; or what a document says of itself."""
    from protocolgraph.present import document_dict, make_profile, profile_dict

    found = opened(context, graph, chosen_documents(as_of=as_of, document=document, area=area))
    info = found.document(name)
    if info is not None:
        print_json(document_dict(info)) if as_json else _print_document(info)
        return
    entity = named(found, name)
    profile = make_profile(found.around(entity), entity.record)
    if as_json:
        print_json(profile_dict(profile))
    else:
        _print_profile(profile, evidence=evidence)


def _print_document(info: DocumentInfo) -> None:
    """Print what counts of a document, then what it and its parts say of themselves."""
    console = results()
    console.print(plain(info.title or info.name, style="bold"))
    console.print(plain(", ".join(filter(None, (info.kind, info.area, info.date, info.name))), style="dim"))
    table = make_table("part", "what", "is", "sure", "read from", right=("sure",))
    for one in info.layout.particulars:
        words = f": {' '.join(one.evidence.quote.split())}" if one.evidence else ""
        page = f" (page {one.evidence.page})" if one.evidence and one.evidence.page else ""
        part = "all" if one.part is None else str(one.part)
        row = (part, one.aspect.replace("_", " "), one.value, f"{one.confidence:.1f}", f"{one.how}{words}{page}")
        table.add_row(*map(plain, row))
    console.print(table)


def _print_profile(profile: Profile, *, evidence: bool) -> None:
    entity, console = profile.entity, results()
    console.print(plain(entity.name, style="bold"))
    dated = [f"{name} ({profile.dates[name]})" if profile.dates.get(name) else name for name in entity.documents]
    told = ", ".join(dated[:_DOCUMENTS]) + (f" and {len(dated) - _DOCUMENTS} more" if len(dated) > _DOCUMENTS else "")
    console.print(plain(f"{entity.type.value}, {profile.place}; in {told}", style="dim"))
    if entity.aliases:
        console.print(plain(f"also called {'; '.join(entity.aliases)}"))
    table = make_table("", "", "source")
    table.columns[0].max_width = _TITLE
    for group in profile.groups:
        for number, line in enumerate(group.lines):
            _add_line(table, group.title if number == 0 else "", line, profile, evidence=evidence)
        table.add_section()
    if profile.groups:
        console.print(table)
    else:
        console.print("The documents mention it, and nothing more was read of it.")


def _add_line(table: Table, title: str, line: Line, profile: Profile, *, evidence: bool) -> None:
    text = f"not: {line.text}" if line.negated else line.text
    if line.notes:
        text += f" ({'; '.join(line.notes)})"
    source = profile.source(line.evidence)
    if line.also:
        source += f" and {len(line.also)} more"
    table.add_row(plain(title, style="bold"), plain(text), plain(source, style="dim"))
    if evidence:
        for place in (line.evidence, *line.also):
            words = f"“{' '.join(place.quote.split())}”"
            table.add_row("", plain(words, style="italic"), plain(profile.source(place)))
