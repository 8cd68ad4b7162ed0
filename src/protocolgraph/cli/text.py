"""`protocolgraph text`: the words that the program sees in a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from protocolgraph.cli.options import GraphOption, chosen_graph
from protocolgraph.cli.output import make_table, plain, print_text, results, warn

if TYPE_CHECKING:
    from protocolgraph import Outline


def text(
    context: typer.Context,
    document: Annotated[str, typer.Argument(metavar="DOC", help="A document file, or its name in the graph.")],
    *,
    clauses: Annotated[bool, typer.Option("--clauses", help="Print parts, sections and clauses instead.")] = False,
    about: Annotated[bool, typer.Option("--about", help="Print what it says of itself instead.")] = False,
    ocr: Annotated[bool, typer.Option("--ocr", help="Read pages that are images, by tesseract.")] = False,
    graph: GraphOption = None,
) -> None:
    """Print a document's canonical text, into which every offset points, or how it was understood."""
    import protocolgraph as pg
    from protocolgraph import pipeline

    found = pg.read(pipeline.document_path(document, chosen_graph(context, graph)), ocr=ocr)
    for warning in found.warnings:
        warn(f"{found.name}: {warning}")
    if about:
        _print_about(pg.outline(found))
    else:
        print_text(pg.render(pg.outline(found)) if clauses else found.text)


def _print_about(outline: Outline) -> None:
    """Print title, kind, date, version and draft of each part, with the words they were read from."""
    import protocolgraph as pg

    table = make_table("part", "what", "is", "sure", "read from", right=("sure",))
    for number, told in enumerate(pg.describe(outline), start=1):
        for item in told:
            words = " ".join(outline.document.text[span.start : span.end] for span in item.spans)
            read_from = f"{item.how}: {' '.join(words.split())}" if words else item.how
            table.add_row(*map(plain, (str(number), item.name, item.value, f"{item.confidence:.1f}", read_from)))
    results().print(table)
