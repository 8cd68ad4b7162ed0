"""`protocolgraph sparql`: any question, in SPARQL 1.1."""

from __future__ import annotations

import sys
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
    chosen_documents,
    opened,
)
from protocolgraph.cli.output import make_table, plain, print_json, print_text, results, say, warn
from protocolgraph.errors import UsageError

if TYPE_CHECKING:
    from protocolgraph import Table

_SECONDS = 60.0
_ROWS = 10_000


class Form(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def sparql(  # noqa: PLR0913  each option by its name, as typer wants them
    context: typer.Context,
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help="A query, a file that holds one, or - for standard input.")
    ],
    *,
    form: Annotated[Form, typer.Option("--format", help="How the answer is printed.")] = Form.TABLE,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", min=0, help="Give up after this; 0 never.")] = _SECONDS,
    limit: Annotated[int, typer.Option(metavar="ROWS", min=0, help="Print so many rows at most; 0 all.")] = _ROWS,
    update: Annotated[bool, typer.Option("--update", help="Change the graph: QUERY is an update.")] = False,
    graph: GraphOption = None,
    as_of: AsOfOption = None,
    document: DocumentsOption = None,
    area: AreaOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print the answer to a SPARQL query over all documents; the usual prefixes are known."""
    import protocolgraph as pg

    choice = chosen_documents(as_of=as_of, document=document, area=area)
    text = _text_of(query)
    if update:
        if choice:
            raise UsageError("--update changes the graph of all documents; --as-of, --document and --area only read")
        changed = opened(context, graph).update(text)
        say(f"Changed. The graph holds {len(changed)} entities. The next build makes it anew from the documents.")
        return
    answer = opened(context, graph, choice).sparql(text, pg.Limits(seconds=timeout or None, rows=limit or None))
    _print(answer, Form.JSON if as_json else form)
    if answer.cut:
        warn(f"There are more than {limit} rows; --limit prints more.")


def _print(answer: Table, form: Form) -> None:
    from protocolgraph.present import table_csv, table_rows

    if form is Form.JSON:
        print_json(answer.to_dicts())
    elif form is Form.CSV:
        print_text(table_csv(answer))
    else:
        table = make_table(*answer.columns)
        for row in table_rows(answer):
            table.add_row(*map(plain, row))
        results().print(table)


def _text_of(query: str) -> str:
    if query == "-":
        return sys.stdin.read()
    if any(mark in query for mark in "{}\n"):
        return query
    try:
        return Path(query).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{query!r} is neither a query nor a file that holds one") from error
