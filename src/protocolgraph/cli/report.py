"""`protocolgraph report`: what the documents state, for a committee."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from protocolgraph.cli.check import WorkspaceOption
from protocolgraph.cli.options import (
    AreaOption,
    AsOfOption,
    DocumentsOption,
    GraphOption,
    chosen_documents,
    chosen_graph,
)
from protocolgraph.cli.output import say
from protocolgraph.errors import UsageError

if TYPE_CHECKING:
    from protocolgraph.present.report import Report


class ReportFormat(StrEnum):
    """What a report can be written as."""

    HTML = "html"
    MARKDOWN = "md"
    WORD = "docx"


def report(  # noqa: PLR0913  a command has as many options as its users need
    context: typer.Context,
    *,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The file to write.")],
    format: Annotated[
        ReportFormat | None,
        typer.Option("--format", help="A page, Markdown or Word; by default what the file's name says."),
    ] = None,
    compare: Annotated[
        tuple[str, str] | None, typer.Option("--compare", metavar="A B", help="Compare two areas or documents, too.")
    ] = None,
    as_of: AsOfOption = None,
    document: DocumentsOption = None,
    area: AreaOption = None,
    workspace: WorkspaceOption = None,
    graph: GraphOption = None,
) -> None:
    """Write a report for a committee: who answers to whom, who must do what, findings, with all the words."""
    from protocolgraph import pipeline
    from protocolgraph.present import write_whole

    wanted = format or _format_of(output)
    choice = chosen_documents(as_of=as_of, document=document, area=area)
    made = pipeline.committee_report(chosen_graph(context, graph), choice=choice, sides=compare, workspace=workspace)
    write_whole(output, _written(made, wanted))
    say(f"Written to {output}")


def _format_of(output: Path) -> ReportFormat:
    suffix = output.suffix.lower().removeprefix(".")
    if suffix not in set(ReportFormat):
        raise UsageError(f"{output}: name a file .html, .md or .docx, or give --format")
    return ReportFormat(suffix)


def _written(made: Report, format: ReportFormat) -> str | bytes:
    from protocolgraph.present.report import report_docx, report_html, report_markdown

    if format is ReportFormat.WORD:
        return report_docx(made)
    return report_html(made) if format is ReportFormat.HTML else report_markdown(made)
