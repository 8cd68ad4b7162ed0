"""`protocolgraph build`: read documents and update the graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from protocolgraph.cli.options import GraphOption, JsonOption, chosen_graph
from protocolgraph.cli.output import make_table, plain, print_json, progress_bar, results, say, warn
from protocolgraph.settings import Settings

if TYPE_CHECKING:
    from protocolgraph.pipeline import BuildReport, Progress

_NAMED = 4
"""How many skipped files a line names."""
_LISTED = 100
"""So many documents that did not change are listed; of more, only their number is told."""


def build(  # noqa: PLR0913  the options of the command, each by its name
    context: typer.Context,
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="Documents, folders, zip archives, patterns; - for standard input."),
    ],
    *,
    graph: GraphOption = None,
    workers: Annotated[int, typer.Option(metavar="N", help="How many processes read documents.")] = 1,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Dask scheduler whose workers read: tcp://HOST:8786.")
    ] = None,
    area: Annotated[
        str | None, typer.Option(metavar="NAME", help="Area of these documents, where nothing else says it.")
    ] = None,
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", help="How long reading one document may take.", min=0.1)
    ] = 600.0,
    memory: Annotated[
        int, typer.Option(metavar="MB", help="How much memory a process that reads may have.", min=100)
    ] = 4000,
    ocr: Annotated[bool, typer.Option("--ocr", help="Read pages that are images, by tesseract.")] = False,
    no_people: Annotated[bool, typer.Option("--no-people", help="Leave people and their names out.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Read documents and update the graph; only what changed is read again."""
    from protocolgraph import pipeline

    folder = chosen_graph(context, graph)
    with progress_bar() as bar:
        task = bar.add_task("Looking for documents", total=None)

        def tell(progress: Progress) -> None:
            bar.update(task, description=_description(progress), completed=progress.done, total=progress.total)

        report = pipeline.build(
            paths,
            graph=folder,
            workers=workers,
            scheduler=scheduler,
            area=area,
            model=Settings.from_environment().model,
            progress=tell,
            people=not no_people,
            ocr=ocr,
            limits=pipeline.Limits(seconds=timeout, megabytes=memory),
        )
    if as_json:
        print_json(report.to_dict())
    else:
        _print_report(report, folder)
    if report.failed:
        raise typer.Exit(1)


def _description(progress: Progress) -> str:
    doing = {"read": "Reading", "resolve": "Finding who is who", "write": "Writing the graph"}[progress.step]
    return f"{doing}, done: {progress.name}" if progress.name else doing


def _print_report(report: BuildReport, folder: str) -> None:
    table = make_table("document", "state", "facts", "duties", right=("facts", "duties"))
    unchanged = sum(document.status == "unchanged" for document in report.documents)
    left_out = ("skipped", "unchanged") if unchanged > _LISTED else ("skipped",)
    for document in report.documents:
        if document.status in left_out:
            continue
        row = (document.name, document.status.value, str(document.facts), str(document.duties))
        table.add_row(*map(plain, row), style="red" if document in report.failed else None)
    if table.row_count:
        results().print(table)
    if "unchanged" in left_out:
        say(f"{unchanged} documents are unchanged; `--json` lists them.")
    _print_skipped(report)
    for document in report.documents:
        if document.reason and document.status != "skipped":
            warn(f"{document.name}: {document.reason}")
    for document in report.documents:
        for warning in document.warnings:
            warn(f"{document.name}: {warning}")
    for problem in report.problems:
        warn(problem)
    if report.totals["documents"]:
        say(f"The graph in {folder} holds {report.held}.")
    else:
        say("Nothing could be read, so the graph is as it was.")


def _print_skipped(report: BuildReport) -> None:
    """Say in one line for each reason which files are no documents; `--json` lists each."""
    reasons: dict[str, list[str]] = {}
    for document in report.documents:
        if document.status == "skipped":
            reasons.setdefault(document.reason or "", []).append(document.name)
    for reason, names in reasons.items():
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        say(f"Skipped {', '.join(names[:_NAMED])}{more}: {reason}.")
