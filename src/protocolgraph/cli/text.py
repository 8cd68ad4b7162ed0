"""`protocolgraph text`: the words that the program sees in a document."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from protocolgraph.cli.output import print_text, warn


def text(
    document: Annotated[Path, typer.Argument(metavar="DOC", help="A document file.")],
    *,
    clauses: Annotated[bool, typer.Option("--clauses", help="Print parts, sections and clauses instead.")] = False,
    ocr: Annotated[bool, typer.Option("--ocr", help="Read pages that are images, by tesseract.")] = False,
) -> None:
    """Print a document's canonical text, into which every offset points, or how it was understood."""
    import protocolgraph as pg

    found = pg.read(document, ocr=ocr)
    for warning in found.warnings:
        warn(f"{found.name}: {warning}")
    print_text(pg.render(pg.outline(found)) if clauses else found.text)
