"""Writes docs/reference/options.md from the program's own commands; a test compares the two."""

from __future__ import annotations

from pathlib import Path

import typer

from protocolgraph.cli.app import app
from protocolgraph.cli.examples import EXAMPLES

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "options.md"
HEAD = """# All options

Made from the program itself; what each command is for stands in [the manual](../commands.md).
"""


def main() -> None:
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


def page() -> str:
    """Return the page: for each command what it does, its arguments and options, and examples."""
    group = typer.main.get_command(app)
    commands = group.commands.items()  # type: ignore[attr-defined]  # a group
    return HEAD + "".join(section(name, command) for name, command in commands)


def section(name: str, command: typer.core.TyperCommand) -> str:
    lines = [f"\n## {name}\n", f"{command.help}\n", "| option | says | if not given |", "|---|---|---|"]
    lines += map(row, command.params)
    examples = "\n".join(f"    {line}" for line in EXAMPLES[name])
    return "\n".join(lines) + f"\n\nExamples:\n\n{examples}\n"


def row(parameter: typer.core.TyperArgument | typer.core.TyperOption) -> str:
    """Return a row of the table: how it is written, what it does, what holds if it is not given."""
    metavar, default = parameter.metavar, parameter.default
    names = [] if parameter.param_type_name == "argument" else [*parameter.opts, *parameter.secondary_opts]
    written = ", ".join(f"`{name}`" for name in names) + (f" `{metavar}`" if metavar else "")
    told = (
        ""
        if default is None or isinstance(default, bool)
        else f"{default:g}"
        if isinstance(default, float)
        else str(default)
    )
    return f"| {written.strip()} | {(parameter.help or '').replace('|', '/')} | {told} |"


if __name__ == "__main__":
    main()
