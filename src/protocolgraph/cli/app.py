"""The program: its commands, its exit codes, and errors as one line.

Exit codes: 0 done, 1 a document could not be read or a graph is not valid, 2 wrong use or nothing
to work on, 70 a fault of the program itself, 130 stopped.
Commands import what is heavy inside themselves, so that `--help` comes at once.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from protocolgraph import __version__
from protocolgraph.cli import (
    ask,
    build,
    check,
    compare,
    components,
    doctor,
    evaluate,
    export,
    output,
    page,
    path,
    report,
    review,
    serve,
    show,
    sparql,
    text,
    validate,
)
from protocolgraph.cli.commands import Command, Program
from protocolgraph.cli.examples import help_of
from protocolgraph.cli.options import GraphOption
from protocolgraph.errors import ProtocolGraphError, ReadError
from protocolgraph.settings import Settings

STOPPED = 130
"""The exit code that typer gives when a person stops the program."""
FAULT = 70
"""The exit code for what should never happen."""

app = typer.Typer(
    cls=Program,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _command in (
    build.build,
    show.show,
    ask.ask,
    path.path,
    check.check,
    compare.compare,
    compare.matrix,
    check.gaps,
    check.overlaps,
    report.report,
    review.review,
    page.page,
    export.export,
    sparql.sparql,
    text.text,
    evaluate.evaluate,
    serve.serve,
    components.components,
    validate.validate,
    doctor.doctor,
):
    app.command(_command.__name__, cls=Command, epilog=help_of(_command.__name__))(_command)


def _print_version(wanted: bool) -> None:  # noqa: FBT001  typer calls it with the value alone
    if wanted:
        output.print_text(f"protocolgraph {__version__}")
        raise typer.Exit


@app.callback()
def root(
    context: typer.Context,
    *,
    graph: GraphOption = None,
    version: Annotated[  # noqa: ARG001  typer gives it to the callback
        bool, typer.Option("--version", help="Print the version and stop.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Read governance documents and ask who answers to whom, who sits where, and who must do what."""
    context.obj = graph


def main() -> None:
    """Run the program and end the process with its exit code."""
    sys.exit(run())


def run() -> int:
    """Run the program with this process's arguments and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        app(prog_name="protocolgraph")
    except SystemExit as end:
        if end.code == STOPPED:
            output.say("Stopped. The graph is as it was.")
        return end.code if isinstance(end.code, int) else 0
    except ReadError as error:
        output.fail(str(error))
        return 1
    except ProtocolGraphError as error:
        output.fail(str(error))
        return 2
    except BrokenPipeError:
        # Whoever read our output has enough; nothing is left to be said, not even on exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:  # noqa: BLE001  the last resort: a person is told in a line what to do
        return _fault(error)
    return 0


def _fault(error: Exception) -> int:
    """Say that the program itself is at fault, and how to report it."""
    if Settings.from_environment().debug:
        raise error
    output.fail(
        f"This is a fault of protocolgraph ({type(error).__name__}: {error}). `protocolgraph doctor` says whether "
        "something is not as it should be; to report it, run the command again with PROTOCOLGRAPH_DEBUG=1 set."
    )
    return FAULT
