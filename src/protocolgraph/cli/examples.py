"""Examples of each command, for its help; the tests run every one in a small folder of documents."""

from __future__ import annotations

from rich.markup import escape

EXAMPLES: dict[str, tuple[str, ...]] = {
    "build": (
        "protocolgraph build documents",
        'protocolgraph build "documents/**/*.txt" --area Northwick --workers 2',
    ),
    "show": (
        'protocolgraph show "Northwick Safeguarding Board"',
        'protocolgraph show "Safeguarding Board (Northwick)" --evidence',
    ),
    "ask": (
        'protocolgraph ask "To whom does the Safeguarding Board report?"',
        'protocolgraph ask "Who chairs the Safeguarding Board in Northwick?" --json',
    ),
    "path": (
        'protocolgraph path "Safeguarding Board (Northwick)" Cabinet',
        'protocolgraph path "Safeguarding Board (Northwick)" Cabinet --all 3',
    ),
    "check": (
        "protocolgraph check --select high,medium",
        "protocolgraph check --format csv -o findings.csv",
        "protocolgraph check --explain PG101",
    ),
    "gaps": ("protocolgraph gaps --area Northwick",),
    "overlaps": ("protocolgraph overlaps --strict",),
    "compare": (
        "protocolgraph compare Northwick Southmere",
        "protocolgraph compare Northwick --from 2014 --to 2019 --evidence",
        "protocolgraph compare Northwick Southmere --format html -o both.html",
    ),
    "matrix": ("protocolgraph matrix --area Northwick --format csv -o matrix.csv",),
    "report": (
        "protocolgraph report -o report.html --compare Northwick Southmere",
        "protocolgraph report -o report.docx --area Northwick --as-of 2019",
    ),
    "review": (
        "protocolgraph review",
        "protocolgraph review queue --json",
        "protocolgraph review export reviewed-gold",
    ),
    "page": ("protocolgraph page minutes.pdf 1 -o page.png",),
    "export": (
        "protocolgraph export --format turtle -o graph.ttl",
        "protocolgraph export --format csv --area Northwick",
    ),
    "sparql": (
        'protocolgraph sparql "SELECT ?n { ?b a pg:Body ; skos:prefLabel ?n }"',
        "protocolgraph sparql query.rq --format csv",
    ),
    "text": (
        "protocolgraph text documents/protocol.txt",
        "protocolgraph text documents/protocol.txt --clauses",
    ),
    "evaluate": ("protocolgraph evaluate gold --misses",),
    "serve": ("protocolgraph serve --port 8080", "protocolgraph serve --review"),
    "components": (
        "protocolgraph components sentences.csv --column text",
        "protocolgraph components coded.csv --column text --gold condition=When",
    ),
    "validate": (
        "protocolgraph validate",
        "protocolgraph validate graph.ttl",
    ),
    "doctor": ("protocolgraph doctor",),
}
"""Each command's examples, as one types them in a terminal."""


def help_of(command: str) -> str:
    """Return the lines that stand below a command's help."""
    return "\n".join(["[bold]Examples[/bold]", *map(escape, EXAMPLES[command])])
