"""`protocolgraph check`, `gaps` and `overlaps`: what a graph's documents do not state, state twice, or state badly."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from protocolgraph.cli.options import GraphOption, JsonOption, OutputOption, beginning_so, chosen_graph
from protocolgraph.cli.output import plain, print_json, print_text, results, say, warn, working
from protocolgraph.errors import UsageError

if TYPE_CHECKING:
    from protocolgraph.pipeline import Checked

_QUOTES = 3
_STYLES = {"high": "bold red", "medium": "yellow", "low": "dim"}


class FindingsFormat(StrEnum):
    """What findings can be written as."""

    CSV = "csv"
    HTML = "html"
    SARIF = "sarif"


def _codes() -> Iterable[str]:
    from protocolgraph.pipeline import RULES

    return RULES


SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        "-s",
        "--select",
        metavar="WORD",
        help="Only these: code, start of codes, name, kind or severity.",
        autocompletion=beginning_so(_codes),
    ),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option(
        "-i", "--ignore", metavar="WORD", help="Not these; words as for --select.", autocompletion=beginning_so(_codes)
    ),
]
AreaOption = Annotated[list[str] | None, typer.Option("--area", metavar="NAME", help="Only findings of this area.")]
DocumentOption = Annotated[
    list[str] | None, typer.Option("--document", metavar="NAME", help="Only findings in this document; may hold *.")
]
FormatOption = Annotated[
    FindingsFormat | None, typer.Option("--format", help="Write CSV, a page, or SARIF instead of text.")
]
StrictOption = Annotated[bool, typer.Option("--strict", help="End with exit code 1 if anything is found.")]
WorkspaceOption = Annotated[
    Path | None,
    typer.Option(
        "--workspace",
        metavar="FOLDER",
        help="Folder of the workspace file with the waivers.",
        show_default=False,
    ),
]


def check(  # noqa: PLR0913  a command has as many options as its users need
    context: typer.Context,
    *,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    area: AreaOption = None,
    document: DocumentOption = None,
    explain: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Print the page of a check, and stop.", autocompletion=beginning_so(_codes)),
    ] = None,
    format: FormatOption = None,
    output: OutputOption = None,
    strict: StrictOption = False,
    workspace: WorkspaceOption = None,
    graph: GraphOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find gaps, overlaps, conflicts and slips of drafting, each with the words that show it."""
    if explain is not None:
        _explain(explain)
        return
    from protocolgraph import pipeline

    selection = pipeline.Selection(_words(select), _words(ignore), tuple(area or ()), tuple(document or ()))
    with working("Checking"):
        checked = pipeline.check(chosen_graph(context, graph), selection=selection, workspace=workspace)
    _show(checked, format=format, output=output, as_json=as_json)
    for waiver in checked.stale:
        warn(f"The waiver of {waiver.code} ({waiver.signed.who}, {waiver.signed.when}) covers nothing any more.")
    if strict and checked.findings:
        raise typer.Exit(1)


def gaps(  # noqa: PLR0913  the options of `check`, but for its selection
    context: typer.Context,
    *,
    area: AreaOption = None,
    document: DocumentOption = None,
    format: FormatOption = None,
    output: OutputOption = None,
    strict: StrictOption = False,
    workspace: WorkspaceOption = None,
    graph: GraphOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find what should be stated and is not: short for `check --select gap`."""
    check(
        context, select=["gap"], area=area, document=document, format=format, output=output, strict=strict,
        workspace=workspace, graph=graph, as_json=as_json,
    )  # fmt: skip


def overlaps(  # noqa: PLR0913  the options of `check`, but for its selection
    context: typer.Context,
    *,
    area: AreaOption = None,
    document: DocumentOption = None,
    format: FormatOption = None,
    output: OutputOption = None,
    strict: StrictOption = False,
    workspace: WorkspaceOption = None,
    graph: GraphOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find what two bodies both do: short for `check --select overlap`."""
    check(
        context, select=["overlap"], area=area, document=document, format=format, output=output, strict=strict,
        workspace=workspace, graph=graph, as_json=as_json,
    )  # fmt: skip


def _words(given: list[str] | None) -> tuple[str, ...]:
    """Return the words of an option that may be repeated, or hold several with commas."""
    return tuple(word.strip() for item in given or () for word in item.split(",") if word.strip())


def _explain(code: str) -> None:
    from protocolgraph.pipeline import RULES
    from protocolgraph.present import rule_page

    rule = RULES.get(code.upper()) or next((rule for rule in RULES.values() if rule.name == code.lower()), None)
    if rule is None:
        raise UsageError(f"There is no check {code!r}; the checks are {', '.join(RULES)}")
    print_text(rule_page(rule))


def _show(checked: Checked, *, format: FindingsFormat | None, output: Path | None, as_json: bool) -> None:
    from protocolgraph import __version__
    from protocolgraph.present import finding_dict, findings_csv, findings_html, findings_sarif

    if as_json:
        print_json([finding_dict(finding) for finding in checked.findings])
        return
    if format is None:
        _print_findings(checked)
        return
    writers = {
        FindingsFormat.CSV: lambda: findings_csv(checked.findings),
        FindingsFormat.HTML: lambda: findings_html(checked),
        FindingsFormat.SARIF: lambda: findings_sarif(checked, version=__version__),
    }
    _write(writers[format](), output)


def _write(text: str, output: Path | None) -> None:
    from protocolgraph.present import write_whole

    if output is None:
        print_text(text)
    else:
        write_whole(output, text)
        say(f"Written to {output}")


def _print_findings(checked: Checked) -> None:
    from protocolgraph.pipeline import RULES
    from protocolgraph.present import looked_through, source_line

    console = results()
    for finding in checked.findings:
        head = plain(
            f"{finding.severity.value:6} {finding.code} {RULES[finding.code].name}", style=_STYLES[finding.severity]
        )
        console.print(head)
        console.print(plain(f"  {finding.message}"))
        for place in finding.evidence[:_QUOTES]:
            words = " ".join(place.quote.split())
            console.print(plain(f"    “{words}” ({source_line(place)})", style="dim"))
        if len(finding.evidence) > _QUOTES:
            console.print(plain(f"    and {len(finding.evidence) - _QUOTES} more places", style="dim"))
        if looked := looked_through(finding):
            console.print(plain(f"    looked through: {', '.join(looked)}", style="dim"))
        console.print()
    counts = [f"{sum(f.severity == s for f in checked.findings)} {s}" for s in _STYLES]
    say(f"{len(checked.findings)} findings: {', '.join(counts)}; {len(checked.waived)} waived.")
