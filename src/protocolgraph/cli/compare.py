"""`protocolgraph compare` and `matrix`: areas, documents and years side by side; who has what part in what."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from protocolgraph.cli.options import (
    AreaOption,
    AsOfOption,
    DocumentsOption,
    GraphOption,
    JsonOption,
    OutputOption,
    chosen_documents,
    chosen_graph,
)
from protocolgraph.cli.output import make_table, plain, print_json, print_text, results, say, working
from protocolgraph.errors import UsageError

if TYPE_CHECKING:
    from protocolgraph import Comparison, Graph, Matrix
    from protocolgraph.present import Sheet


class TableFormat(StrEnum):
    """What tables can be written as."""

    CSV = "csv"
    HTML = "html"
    XLSX = "xlsx"


FormatOption = Annotated[TableFormat | None, typer.Option("--format", help="Write CSV, a page or XLSX.")]


def compare(  # noqa: PLR0913  a command has as many options as its users need
    context: typer.Context,
    sides: Annotated[list[str], typer.Argument(metavar="A B...", help="Areas, or names or titles of documents.")],
    *,
    start: Annotated[int | None, typer.Option("--from", metavar="YEAR", help="One area: up to this year.")] = None,
    end: Annotated[int | None, typer.Option("--to", metavar="YEAR", help="One area: and what came after.")] = None,
    evidence: Annotated[bool, typer.Option("--evidence", help="Print the words of both sides, too.")] = False,
    format: FormatOption = None,
    output: OutputOption = None,
    graph: GraphOption = None,
    as_json: JsonOption = False,
) -> None:
    """Compare two areas or documents, one area over time, or the statutory duties of several areas."""
    import protocolgraph as pg
    from protocolgraph.present import comparison_dict, comparison_sheets, coverage_dict, coverage_sheet

    opened = pg.open(chosen_graph(context, graph))
    if len(sides) > 2 and start is None and end is None:
        with working("Comparing"):
            covered = pg.coverage_by_area(opened, tuple(sides))
        if as_json:
            print_json([coverage_dict(kind) for kind in covered])
        else:
            _show("Statutory duties by area", [], [coverage_sheet(kind) for kind in covered], format, output)
        return
    with working("Comparing"):
        made = _comparison(opened, sides, start, end)
    if as_json:
        print_json(comparison_dict(made))
        return
    sheets = comparison_sheets(made, quotes=evidence or format is not None)
    _show(f"{made.first} and {made.second}", list(made.summary), list(sheets), format, output)


def matrix(  # noqa: PLR0913  a command has as many options as its users need
    context: typer.Context,
    *,
    format: FormatOption = None,
    output: OutputOption = None,
    as_of: AsOfOption = None,
    document: DocumentsOption = None,
    area: AreaOption = None,
    graph: GraphOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print who does, answers for, is consulted on, is told of and oversees what is to be done."""
    import protocolgraph as pg
    from protocolgraph.present import matrix_dict, matrix_sheet

    opened = pg.open(chosen_graph(context, graph))
    made = pg.matrix(opened, chosen_documents(as_of=as_of, document=document, area=area))
    if as_json:
        print_json(matrix_dict(made))
    elif format is None:
        _print_parts(made)
    else:
        _show("Accountability matrix", [], [matrix_sheet(made)], format, output)


def _comparison(graph: Graph, sides: list[str], start: int | None, end: int | None) -> Comparison:
    import protocolgraph as pg

    if start is not None or end is not None:
        if start is None or end is None or len(sides) != 1:
            raise UsageError("To compare years, give one area, --from YEAR and --to YEAR")
        return pg.compare_over_time(graph, sides[0], start=start, end=end)
    if len(sides) != 2:
        raise UsageError("Give two areas or documents, or one area with --from and --to")
    return pg.compare(graph, sides[0], sides[1])


def _show(title: str, summary: list[str], sheets: list[Sheet], format: TableFormat | None, output: Path | None) -> None:
    from protocolgraph.present import sheets_csv, sheets_html, sheets_xlsx, write_whole

    if format is None:
        _print(summary, sheets)
        return
    if format is TableFormat.XLSX:
        if output is None:
            raise UsageError("XLSX needs a file: -o FILE.xlsx")
        content: str | bytes = sheets_xlsx(summary, sheets)
    else:
        content = sheets_csv(sheets) if format is TableFormat.CSV else sheets_html(title, summary, sheets)
    if output is None:
        print_text(str(content))
    else:
        write_whole(output, content)
        say(f"Written to {output}")


def _print(summary: list[str], sheets: list[Sheet]) -> None:
    console = results()
    for line in summary:
        console.print(plain(f"• {line}"))
    for sheet in sheets:
        if sheet.rows:
            console.print()
            console.print(plain(sheet.title, style="bold"))
            table = make_table(*(column.replace("[", "\\[") for column in sheet.columns))
            for row in sheet.rows:
                table.add_row(*map(plain, row))
            console.print(table)


def _print_parts(made: Matrix) -> None:
    """Print each line with those who have a part in it: a table of all columns is wider than any terminal."""
    from protocolgraph.present import source_line

    table = make_table("to be done", *made.parts, "source")
    for row in made.rows:
        table.add_row(*map(plain, (row.text, *made.by_letter(row), source_line(row.place))))
    results().print(table)
