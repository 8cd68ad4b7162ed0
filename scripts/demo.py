"""Builds the graph of corpus/ and shows what it found: `make demo`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

import protocolgraph as pg

ROOT = Path(__file__).parents[1]
SHOWN = 6

QUESTIONS = (
    ("To whom does the Rotherham Local Safeguarding Children Board report?", "RLSCB", "reports_to"),
    ("Who is accountable for the Rotherham Local Safeguarding Children Board?", "RLSCB", "answered_for_by"),
    ("To whom does the Harrow Safeguarding Children Board report?", "HSCB", "reports_to"),
)
"""Question, body, and the relation that answers it."""

FORCES = list(pg.Modality)
"""The strongest first."""

NEXT = (
    "show RLSCB --evidence",
    'ask "Who chairs the Corporate Parenting Panel in Rotherham?"',
    'path "Corporate Parenting Panel (Rotherham)" Cabinet',
    "--help",
)


def main() -> int:
    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    console.print("[bold]$ protocolgraph build corpus[/]")
    code = subprocess.run([sys.executable, "-m", "protocolgraph", "build", "corpus"], cwd=ROOT, check=False).returncode
    if code != 0:
        return code
    graph = pg.open(ROOT / ".protocolgraph")
    print_found(graph, console)
    for number, (question, body, relation) in enumerate(QUESTIONS, start=1):
        console.print(f"\n[bold]{number}. {question}[/]")
        for indent, line in answer(graph, body, relation) or [(3, "The documents do not say.")]:
            console.print(Padding(Text(line), (0, 0, 0, indent)))
    console.print("\n[bold]Ask on, in this folder:[/]")
    for command in NEXT:
        console.print(f"   .venv/bin/protocolgraph {command}", markup=False)
    return 0


def print_found(graph: pg.Graph, console: Console) -> None:
    """Print the bodies and roles of which the documents say most, duties of the first, and the links by kind."""
    bodies, roles = most_told(graph, pg.EntityType.BODY), most_told(graph, pg.EntityType.ROLE)
    console.print(table("Bodies of which most is said", ("body", "area", "links", "duties"), map(row, bodies)))
    console.print(table("Roles of which most is said", ("role", "area", "links", "duties"), map(row, roles)))
    for body in bodies[:1]:
        sure = sorted(body.duties, key=lambda duty: (FORCES.index(duty.content.modality), duty.evidence.spans))[:SHOWN]
        lines = [(duty.content.modality.value, duty.content.text, pg.source_line(duty.evidence)) for duty in sure]
        console.print(table(f"Duties of {body.name}", ("force", "duty", "source"), lines))
    kinds: dict[str, int] = {}
    for fact in graph.facts(negated=False):
        kinds[fact.predicate] = kinds.get(fact.predicate, 0) + 1
    counts = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    console.print("\n[bold]Links by kind[/]")
    console.print(", ".join(f"{number} {name}" for name, number in counts), markup=False)


def most_told(graph: pg.Graph, kind: pg.EntityType) -> list[pg.EntityView]:
    """Return the entities of a kind of which most is stated, without classes such as "partner agencies"."""
    views = [view for view in graph.entities(type=kind) if view.scope != pg.Scope.GENERIC]
    return sorted(views, key=lambda view: (-len(view.facts) - len(view.duties), view.name))[:SHOWN]


def row(view: pg.EntityView) -> tuple[str, str, str, str]:
    """Return a line of a table of entities."""
    return view.name, view.area or view.scope.value, str(len(view.facts)), str(len(view.duties))


def table(title: str, columns: tuple[str, ...], lines: Iterable[tuple[str, ...]]) -> Table:
    """Return a plain table with a title."""
    made = Table(*columns, title=f"\n[bold not italic]{title}[/]", title_justify="left", box=None, header_style="dim")
    for line in lines:
        made.add_row(*map(Text, line))
    return made


def answer(graph: pg.Graph, body: str, relation: str) -> list[tuple[int, str]]:
    """Return the answer's lines with their indents: each name, the words that state it, and where they stand."""
    return list(_iter_answer(getattr(graph.body(body), relation)))


def _iter_answer(relations: pg.Relations) -> Iterator[tuple[int, str]]:
    for relation in relations:
        best = relation.evidence[0]
        yield 3, relation.name
        yield 6, f"“{' '.join(best.quote.split())}”"
        yield 6, pg.source_line(best)


if __name__ == "__main__":
    sys.exit(main())
