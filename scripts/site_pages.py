"""A hook of mkdocs: adds the page of all options to the site, made of the program's own commands."""

from __future__ import annotations

import typer
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from protocolgraph.cli.app import app
from protocolgraph.cli.examples import EXAMPLES

PAGE = "reference/options.md"
WORKER = "https://unpkg.com/iframe-worker/shim"
"""What the theme loads where pages are opened from a folder, so that their search works."""
OWN_WORKER = "javascripts/frame-worker.js"
HEAD = """# All options

Made from the program itself; what each command is for stands in [the manual](../commands.md).
"""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the page; mkdocs calls this when it knows the other files."""
    files.append(File.generated(config, PAGE, content=page()))
    return files


def on_post_page(output: str, page: Page, **_: object) -> str:
    """Let a page load the site's own script instead of one from elsewhere; mkdocs calls this for each page."""
    return output.replace(WORKER, get_relative_url(OWN_WORKER, page.url))


def on_post_template(output: str, **_: object) -> str:
    """Let the page of what is not there do the same; mkdocs calls this for each page that is none of the docs."""
    return output.replace(WORKER, f"/{OWN_WORKER}")


def page() -> str:
    """Return the page: for each command what it does, its arguments and options, and examples."""
    commands = typer.main.get_group(app).commands.items()
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
