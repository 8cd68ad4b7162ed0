"""Runs the benchmarks, and writes their figures.

    python -m benchmarks [NAME...] [--rounds 3] [--large] [--out FOLDER]

Without names, all of them. Writes FOLDER/results.json (figures of benchmarks that were not run now are kept), the
plots of growth, and the tables into docs/benchmarks.md. `--large` adds 5,000 documents, a million triples and
100,000 duties: half an hour.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import sys
from pathlib import Path

from benchmarks.measuring import ROOT, Row, machine, table

NAMES = ("reading", "afternoon", "growth", "queries", "likeduties", "analyses", "pdf")
PAGE = ROOT / "docs" / "benchmarks.md"
_PLOTTED = ("megabytes held", "read, seconds", "resolve, seconds", "write, seconds")


def main() -> None:
    """Run them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", choices=[*NAMES, []], metavar="NAME")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "benchmarks")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    file = options.out / "results.json"
    results = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    for name in options.names or NAMES:
        print(f"{name}: running", file=sys.stderr, flush=True)
        described = {**machine(), "rounds": options.rounds, "large": options.large}
        rows = importlib.import_module(f"benchmarks.{name}").run(rounds=options.rounds, large=options.large)
        print(f"\n{name}\n\n{table(rows)}", flush=True)
        results[name] = {"machine": described, "rows": [row.as_dict() for row in rows]}
        file.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        write_tables({name: rows})
        if name == "growth":
            plot(rows, options.out / "growth.svg")


def write_tables(found: dict[str, list[Row]]) -> None:
    """Put the tables into the page, each between its marks."""
    page = PAGE.read_text(encoding="utf-8")
    for name, rows in found.items():
        between = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        page = between.sub(lambda marks, rows=rows: f"{marks[1]}\n{table(rows)}\n\n{marks[2]}", page)
    PAGE.write_text(page, encoding="utf-8")


def plot(rows: list[Row], file: Path) -> None:
    """Draw what grows with the number of documents."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "protocolgraph"
    from matplotlib import pyplot

    figure, (left, right) = pyplot.subplots(1, 2, figsize=(9, 3.5))
    for what in _PLOTTED:
        points = [(int(row.who.split()[0]), row.median) for row in rows if row.what == what]
        axes = left if what.startswith("megabytes") else right
        axes.plot(*zip(*points, strict=True), marker="o", label=what.removesuffix(", seconds"))
    for axes, unit in ((left, "megabytes"), (right, "seconds")):
        axes.set(xscale="log", xlabel="documents", ylabel=unit, ylim=(0, None) if axes is left else None)
        axes.legend()
    right.set_yscale("log")
    figure.tight_layout()
    figure.savefig(file, metadata={"Date": None})


if __name__ == "__main__":
    main()
