"""How a build grows with the number of documents: seconds of each step, memory, size, and the exponents.

Seconds are those of one processor, of this process and of those that read, so that they say the same whatever else the
machine does. An exponent of 1 is linear: twice the documents, twice the time. Also what a build costs of which nothing,
or one document, has changed.
"""

from __future__ import annotations

import json
import math
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.documents import SHORT, write_documents
from benchmarks.measuring import Row, child, memory
from protocolgraph.pipeline import Progress, build

SIZES = (50, 500)
LARGE = 5000
STEPS = ("look", "read", "resolve", "write")


def run(*, rounds: int, large: bool) -> list[Row]:
    """Measure; the largest size once, as it takes minutes."""
    sizes = (*SIZES, LARGE) if large else SIZES
    found = {size: [_measured(size) for _ in range(rounds if size < LARGE else 1)] for size in sizes}
    rows = []
    for step in (*STEPS, "whole", "nothing changed", "one document changed"):
        for size, runs in found.items():
            values = tuple(run[step] for run in runs)
            rows.append(Row(f"{step}, seconds", f"{size} documents", "s", values))
        rows.append(Row(f"{step}, exponent", _span(sizes), "", (exponent({s: found[s] for s in sizes}, step),)))
    for what in ("megabytes held", "megabytes on disk"):
        rows += [Row(what, f"{size} documents", "MB", tuple(r[what] for r in runs)) for size, runs in found.items()]
    return rows


def _span(sizes: tuple[int, ...]) -> str:
    return f"{sizes[-2]} to {sizes[-1]} documents"


def exponent(found: Mapping[int, list[dict[str, float]]], step: str) -> float:
    """Return how the two largest sizes' times grow: the slope in a plot of logarithms."""
    (small, first), (big, last) = [(size, min(run[step] for run in runs)) for size, runs in sorted(found.items())][-2:]
    return round(math.log(max(last, 1e-3) / max(first, 1e-3)) / math.log(big / small), 2)


def _measured(size: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name:
        documents, graph = Path(name) / "documents", Path(name) / "graph"
        files = write_documents(documents, size, words=SHORT)
        first = _build(documents, graph)
        first["megabytes on disk"] = sum(file.stat().st_size for file in graph.rglob("*") if file.is_file()) / 1e6
        first["nothing changed"] = _build(documents, graph)["whole"]
        with files[0].open("a", encoding="utf-8") as file:
            file.write("\nThe Standing Committee must publish a plan.\n")
        first["one document changed"] = _build(documents, graph)["whole"]
        return first


def _build(documents: Path, graph: Path) -> dict[str, float]:
    output = child("-m", "benchmarks.growth", str(documents), str(graph)).output
    steps: dict[str, float] = json.loads(output)
    return steps


def _one(documents: str, graph: str) -> dict[str, float]:
    """Build in this process, with two that read, and return the seconds of each step."""
    marks: dict[str, float] = {}

    def tell(progress: Progress) -> None:
        marks.setdefault(progress.step.value, _used())

    build([documents], graph=graph, workers=2, progress=tell)
    end = _used()
    began = [0.0, *(marks.get(step, end) for step in STEPS[1:]), end]
    taken = {step: round(began[i + 1] - began[i], 3) for i, step in enumerate(STEPS)}
    return {**taken, "whole": round(end, 3), "megabytes held": memory()}


def _used() -> float:
    """Return how many seconds of a processor this process has used, and those that worked for it and have ended."""
    return sum(os.times()[:4])


if __name__ == "__main__":
    print(json.dumps(_one(*sys.argv[1:])))
