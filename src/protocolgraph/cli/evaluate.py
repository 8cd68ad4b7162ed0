"""`protocolgraph evaluate`: precision, recall and F1 against hand-made gold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from protocolgraph.cli.options import JsonOption
from protocolgraph.cli.output import make_table, plain, print_json, progress_bar, results, say

if TYPE_CHECKING:
    from rich.table import Table

    from protocolgraph.pipeline import Evaluation, Progress

_CAUSES = 8
"""How many causes of errors the summary names."""


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Gold files (NAME.json), and their documents.")],
    *,
    statements: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Measure this JSON Lines export; read no documents.")
    ] = None,
    by_area: Annotated[bool, typer.Option("--by-area", help="Print the figures of each area, too.")] = False,
    misses: Annotated[bool, typer.Option("--misses", help="Print each miss and false finding, too.")] = False,
    workers: Annotated[int, typer.Option(metavar="N", help="How many processes read documents.")] = 1,
    as_json: JsonOption = False,
) -> None:
    """Compare what is read in documents with what a careful reader wrote down."""
    from protocolgraph import pipeline
    from protocolgraph.present import evaluation_dict

    with progress_bar() as bar:
        task = bar.add_task("Reading", total=None)

        def tell(progress: Progress) -> None:
            bar.update(task, completed=progress.done, total=progress.total)

        evaluation = pipeline.measure(gold, statements=statements, workers=workers, progress=tell)
    if as_json:
        print_json(evaluation_dict(evaluation))
        return
    console = results()
    console.print(_figures(evaluation))
    console.print(f"Statements whose quote is not in the text: {evaluation.unquoted}")
    console.print(_reliability(evaluation))
    if by_area:
        console.print(_areas(evaluation))
    for title, missed in (("Most misses", True), ("Most false findings", False)):
        console.print(_causes(evaluation, title, missed=missed))
    if misses:
        console.print(_misses(evaluation))
    else:
        say("--misses lists each of them.")


def _figures(evaluation: Evaluation) -> Table:
    names = ("gold", "found", "right", "precision", "recall", "F1", "F1 strict")
    table = make_table("what", *names, right=names)
    strict = evaluation.strict
    for kind, tally in {**evaluation.lenient, "modality of the duties found": evaluation.modality}.items():
        shares = [tally.precision, tally.recall, tally.f1]
        exact = f"{strict[kind].f1:.2f}" if kind in strict else ""
        counts = [str(tally.gold), str(tally.found), str(tally.right)]
        table.add_row(kind, *counts, *(f"{share:.2f}" for share in shares), exact)
    return table


def _areas(evaluation: Evaluation) -> Table:
    """F1 of each area, the worst at facts first."""
    kinds = ("body", "role", "person", "legislation", "publication", "fact", "duty")
    table = make_table("area, F1", *kinds, right=kinds)
    for area, tallies in sorted(evaluation.areas.items(), key=lambda item: item[1]["fact"].f1):
        shown = [f"{tallies[kind].f1:.2f}" if tallies[kind].gold or tallies[kind].found else "" for kind in kinds]
        table.add_row(plain(area), *shown)
    return table


def _reliability(evaluation: Evaluation) -> Table:
    table = make_table("confidence", "statements", "right", right=("statements", "right"))
    for row in evaluation.reliability:
        table.add_row(f"{row.low:.1f} to {row.high:.1f}", str(row.count), f"{row.share:.2f}")
    return table


def _causes(evaluation: Evaluation, title: str, *, missed: bool) -> Table:
    table = make_table(title, "cause", "number", right=("number",))
    for kind, cause, number in evaluation.causes(missed=missed)[:_CAUSES]:
        table.add_row(kind, cause.value, str(number))
    return table


def _misses(evaluation: Evaluation) -> Table:
    table = make_table("document", "", "what", "cause", "why")
    for document in evaluation.documents:
        for sign, found in (("missed", document.missed), ("false", document.false)):
            for miss in found:
                words = (document.document, sign, f"{miss.kind}: {miss.text}", miss.cause.value, miss.why)
                table.add_row(*map(plain, words))
    return table
