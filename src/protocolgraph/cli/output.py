"""How commands speak: results on standard output, everything else on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from unicodedata import category

from rich.box import SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.markup import escape
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_PERIOD = 600.0
"""Seconds over which speed is measured: documents are of very different length."""
_UNBROKEN = 1_000_000
"""Letters of a line that nobody reads on a screen."""


class Sheet(Table):
    """A table for people on a terminal; in a file or pipe a line for each row, with a tab between its cells."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield what is printed."""
        if console.is_terminal:
            yield from super().__rich_console__(console, options)
            return
        columns = [[column.header, *column.cells] for column in self.columns]
        for row in zip(*columns, strict=True):
            yield Segment("\t".join(_in_line(cell) for cell in row) + "\n")


def _in_line(cell: RenderableType) -> str:
    """The words of a cell, which stay in their line and their column."""
    words = Text.from_markup(cell) if isinstance(cell, str) else cell
    return " ".join(str(words).split())


def results() -> Console:
    """Return the console for results: standard output, as wide as the terminal, or a line a row in a file or pipe."""
    console = Console(file=sys.stdout, highlight=False, soft_wrap=False)
    return console if console.is_terminal else Console(file=sys.stdout, highlight=False, width=_UNBROKEN)


def messages() -> Console:
    """Return the console for progress, messages and errors: standard error."""
    return Console(file=sys.stderr, highlight=False)


def say(message: str) -> None:
    """Print a message for a person."""
    messages().print(escape(message), soft_wrap=True)


def warn(message: str) -> None:
    """Print a warning: the command goes on."""
    messages().print(f"[yellow]Warning:[/] {escape(message)}", soft_wrap=True)


def fail(message: str) -> None:
    """Print, in one line, why the command could not do what it was asked."""
    messages().print(f"[red]Error:[/] {escape(' '.join(message.split()))}", soft_wrap=True)


@contextmanager
def working(doing: str) -> Iterator[None]:
    """Show on a terminal, while something takes its time, what is being done."""
    console = messages()
    if console.is_terminal:
        with console.status(f"{escape(doing)} ..."):
            yield
    else:
        yield


@contextmanager
def progress_bar() -> Iterator[Bar]:
    """Show on a terminal how far a work of many steps is, and how long it will yet take."""
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    console = messages()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    shown = console.is_terminal
    with Bar(*columns, console=console, transient=True, disable=not shown, speed_estimate_period=_PERIOD) as bar:
        yield bar


def print_json(data: Any) -> None:
    """Print values as JSON, alone on standard output."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def print_text(text: str) -> None:
    """Print text as it is, neither wrapped nor coloured."""
    sys.stdout.write(text if text.endswith("\n") or not text else text + "\n")


def make_table(*columns: str, right: Collection[str] = ()) -> Table:
    """Return an empty table for people; the columns in `right` hold numbers."""
    table = Sheet(box=SIMPLE_HEAD, header_style="bold", pad_edge=False, show_edge=False)
    for column in columns:
        table.add_column(column, justify="right" if column in right else "left", overflow="fold")
    return table


def plain(text: str, *, style: str = "") -> Text:
    """Return a text of the documents for a table: nothing in it is markup, or moves what stands around it."""
    kinds = {"Cc": " ", "Cf": ""}
    return Text("".join(kinds.get(category(letter), letter) for letter in text), style=style)
