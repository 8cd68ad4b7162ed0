"""`protocolgraph review`: how far a review has come, judging and taking back, and gold from what was reviewed."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from protocolgraph.cli.options import GraphOption, JsonOption, chosen_graph
from protocolgraph.cli.output import make_table, plain, print_json, results, say, warn
from protocolgraph.errors import UsageError

if TYPE_CHECKING:
    from protocolgraph.pipeline.review import Review


class Action(StrEnum):
    """What `protocolgraph review` does."""

    STATUS = "status"
    QUEUE = "queue"
    LIST = "list"
    ACCEPT = "accept"
    REJECT = "reject"
    UNDO = "undo"
    EXPORT = "export"


def review(  # noqa: PLR0913  the options of the command, each by its name
    context: typer.Context,
    action: Annotated[Action, typer.Argument(help="What to do.")] = Action.STATUS,
    items: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID...|FOLDER]", help="Statements to judge, corrections to take back, or a folder."),
    ] = None,
    *,
    who: Annotated[str | None, typer.Option(metavar="NAME", help="Who judges: a name or a post.")] = None,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
    graph: GraphOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show how far a review has come; judge statements, take corrections back, or write gold."""
    from protocolgraph.pipeline.review import Review

    opened = Review(chosen_graph(context, graph))
    given = items or []
    if action in (Action.ACCEPT, Action.REJECT):
        _judge(opened, _needed(given, "the id of a statement"), accept=action is Action.ACCEPT, who=who, why=why)
    elif action is Action.UNDO:
        for said in opened.undo(_needed(given, "the id of a correction; `protocolgraph review list` shows it")):
            say(f"Taken back: {said}")
    elif action is Action.EXPORT:
        _export(opened, Path(_needed(given, "a folder for the gold")[0]))
    elif as_json:
        print_json(_data(opened, action))
    else:
        {Action.STATUS: _print_status, Action.QUEUE: _print_queue, Action.LIST: _print_list}[action](opened)


def _needed(given: list[str], what: str) -> list[str]:
    if not given:
        raise UsageError(f"give {what}")
    return given


def _judge(opened: Review, ids: list[str], *, accept: bool, who: str | None, why: str | None) -> None:
    if not who or not why:
        raise UsageError("every correction is signed: give --who and --why")
    for said in opened.judge(ids, accept=accept, who=who, when=date.today().isoformat(), why=why):
        say(f"{'Accepted' if accept else 'Rejected'}: {said}")


def _export(opened: Review, folder: Path) -> None:
    written = opened.write_gold(folder)
    for name, count in written.items():
        say(f"{folder / name}: {count} reviewed statements")
    if not written:
        warn("nothing was reviewed yet, so there is no gold")


def _data(opened: Review, action: Action) -> Any:
    return {Action.STATUS: opened.status, Action.QUEUE: opened.queued, Action.LIST: opened.listed}[action]()


def _print_status(opened: Review) -> None:
    found, console = opened.status(), results()
    for title, name in (("document", "documents"), ("kind", "kinds"), ("confidence", "bands"), ("both", "agreement")):
        rows = found[name]
        if rows:
            table = make_table(*rows[0], right=[key for key in rows[0] if key not in (title, "reviewers")])
            for row in rows:
                table.add_row(*(plain(_shown(value)) for value in row.values()))
            console.print(table)
    for line in found["idle"]:
        warn(line)
    say(f"{found['judged']} of {found['statements']} statements are judged.")


def _shown(value: Any) -> str:
    return "" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)


def _print_queue(opened: Review) -> None:
    table = make_table("id", "statement", "why it is here")
    for row in opened.queued():
        table.add_row(*map(plain, (row["id"], row["statement"], row["why"])))
    results().print(table)


def _print_list(opened: Review) -> None:
    table = make_table("id", "what", "says", "who", "when", "why")
    for row in opened.listed():
        what = f"{row['kind']}, matches nothing" if row["idle"] else row["kind"]
        table.add_row(*map(plain, (row["id"], what, row["says"], row["who"], row["when"], row["why"])))
    results().print(table)
