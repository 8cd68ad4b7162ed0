"""`protocolgraph components`: sentences of a table in the components of the Institutional Grammar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from protocolgraph.cli.options import OutputOption
from protocolgraph.cli.output import make_table, plain, print_text, results, say
from protocolgraph.cli.rows import Row, Rows, read_rows
from protocolgraph.errors import UsageError

if TYPE_CHECKING:
    from protocolgraph import InstitutionalStatement

_TAKEN = "read_"
"""Before the name of each column that is added, where the table has one of that name."""


def components(
    table: Annotated[Path, typer.Argument(metavar="FILE", help="A .csv file, or JSON Lines (.jsonl).")],
    *,
    column: Annotated[str, typer.Option("--column", metavar="TEXT", help="The column that holds the sentences.")],
    gold: Annotated[
        list[str] | None,
        typer.Option(
            "--gold",
            metavar="COMPONENT=COLUMN",
            help="Compare with the codes of a column, such as condition=Conditions; may be given again.",
        ),
    ] = None,
    file: OutputOption = None,
) -> None:
    """Take single sentences apart: who (attribute), must (deontic), do (aim), what (object), when (condition)."""
    import protocolgraph as pg
    from protocolgraph.present import write_whole

    found = read_rows(table)
    statements = list(pg.parse_statements(found.texts(column)))
    if file is not None:
        write_whole(file, _beside(found, statements))
        say(f"Written to {file}.")
    if gold:
        _compare(found, statements, dict(_named(code) for code in gold))
    elif file is None:
        print_text(_beside(found, statements))


def _beside(found: Rows, statements: list[InstitutionalStatement]) -> str:
    """The table with the components of each row's sentence."""
    from protocolgraph.present import COMPONENT_COLUMNS, component_dict, component_row

    told = [component_dict(each) if found.lines else component_row(each) for each in statements]
    more = ["kind", "components"] if found.lines else list(COMPONENT_COLUMNS)
    before = _TAKEN if set(more) & set(found.columns) else ""
    added: list[Row] = [{before + name: value for name, value in each.items()} for each in told]
    rows = [{**row, **each} for row, each in zip(found.rows, added, strict=True)]
    return found.written(rows, [before + name for name in more])


def _named(code: str) -> tuple[str, str]:
    component, sign, column = code.partition("=")
    if not sign:
        raise UsageError(f"--gold {code}: say which column has the codes of which component: COMPONENT=COLUMN.")
    return component.strip().lower(), column.strip()


def _compare(found: Rows, statements: list[InstitutionalStatement], columns: dict[str, str]) -> None:
    import protocolgraph as pg

    codes = [dict(zip(columns, cells, strict=True)) for cells in zip(*map(found.texts, columns.values()), strict=True)]
    console = results()
    table = make_table("component", "words coded", "words read", "same", "precision", "recall", "F1")
    for name, tally in pg.component_agreement(zip(codes, statements, strict=True)).items():
        counts = [str(tally.gold), str(tally.found), str(tally.right)]
        table.add_row(plain(name), *counts, *(f"{share:.2f}" for share in (tally.precision, tally.recall, tally.f1)))
    console.print(table)
