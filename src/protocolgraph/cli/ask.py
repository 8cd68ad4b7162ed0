"""`protocolgraph ask`: a question in plain English."""

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
    opened,
)
from protocolgraph.cli.output import make_table, plain, print_json, print_text, results, say

if TYPE_CHECKING:
    from rich.table import Table

    from protocolgraph import Evidence
    from protocolgraph.present import Answer, AnswerLine


def ask(  # noqa: PLR0913  each option by its name, as typer wants them
    context: typer.Context,
    question: Annotated[list[str], typer.Argument(metavar="QUESTION", help="A question in plain English.")],
    *,
    sparql: Annotated[bool, typer.Option("--sparql", help="Print the query that answers it, too.")] = False,
    evidence: Annotated[bool, typer.Option("--evidence", help="Print every place where it is stated.")] = False,
    graph: GraphOption = None,
    as_of: AsOfOption = None,
    document: DocumentsOption = None,
    area: AreaOption = None,
    as_json: JsonOption = False,
) -> None:
    """Answer a question: who chairs, sits on, reports to, funds what; who must do what; and what is not stated."""
    import protocolgraph as pg
    from protocolgraph.present import answer_dict

    choice = chosen_documents(as_of=as_of, document=document, area=area)
    answer = pg.ask(opened(context, graph), " ".join(question), choice=choice)
    if as_json:
        print_json(answer_dict(answer))
    else:
        _print_answer(answer, evidence=evidence)
        if sparql:
            print_text(f"\n{answer.query}")


def _print_answer(answer: Answer, *, evidence: bool) -> None:

    console = results()
    console.print(plain(f"Read as: {answer.reading.text}", style="dim"))
    for note in answer.notes:
        console.print(plain(f"         {note}", style="dim"))
    console.print(plain(answer.headline, style="bold"))
    if answer.lines:
        console.print(_table(answer, evidence=evidence))
    if answer.silent:
        console.print(plain(f"Nothing is stated in {', '.join(answer.silent)}."))
    if not answer.lines:
        say("`protocolgraph show NAME` prints all that is stated of a body.")


def _table(answer: Answer, *, evidence: bool) -> Table:
    table = make_table("", "words", "source")
    about: str | None = None
    last: Evidence | None = None
    for line in answer.lines:
        if line.about is not None and line.about != about:
            table.add_row(plain(line.about, style="bold"))
        about = line.about
        _add_line(table, answer, line, evidence=evidence, last=last)
        last = None if evidence or not line.evidence else line.evidence[0]
    return table


def _add_line(table: Table, answer: Answer, line: AnswerLine, *, evidence: bool, last: Evidence | None) -> None:
    """Add a line; the words are not printed again when they are those of the line before."""
    from protocolgraph.present import dated_source

    text = f"not: {line.text}" if line.negated else line.text
    if line.notes:
        text += f" ({'; '.join(line.notes)})"
    shown = line.evidence if evidence else line.evidence[:1]
    if shown and _same(shown[0], last):
        table.add_row(plain(text), plain("(the same words)", style="dim"), "")
        return
    for number, place in enumerate(shown):
        source = dated_source(answer, place)
        if number == 0 and len(line.evidence) > len(shown):
            source += f" and {len(line.evidence) - 1} more"
        words = plain(f"“{' '.join(place.quote.split())}”", style="italic")
        table.add_row(plain(text if number == 0 else ""), words, plain(source, style="dim"))
    if not shown:
        table.add_row(plain(text), "", "")


def _same(place: Evidence, other: Evidence | None) -> bool:
    return other is not None and (place.document, place.spans) == (other.document, other.spans)
