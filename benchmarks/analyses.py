"""How comparing, checking and the matrix grow with the duties of a graph, and naive searches beside them.

An exponent of 1 is linear: ten times the duties, ten times the time. A graph is two areas with half of the duties each,
which is the worst case for a comparison, or areas of a thousand duties, of which two are compared.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

from benchmarks.measuring import Contest, Row, processor
from benchmarks.records import knowledge
from protocolgraph.analyse.checks.run import Selection, run_checks
from protocolgraph.analyse.compare import accountability_matrix, compare, cover_areas
from protocolgraph.analyse.likeness.meaning import meaning_of
from protocolgraph.analyse.likeness.measure import compare as likeness
from protocolgraph.graph.narrow import narrowed
from protocolgraph.model import Knowledge

SIZES = (1000, 10_000)
LARGE = 100_000
NAIVE = 1000
PER_AREA = 1000


def run(*, rounds: int, large: bool) -> list[Row]:
    """Measure; the sizes above the first once."""
    sizes = (*SIZES, LARGE) if large else SIZES
    rows = _naive(rounds)
    for what, areas in (("two areas", lambda _: 2), ("areas of 1,000 duties", lambda size: max(2, size // PER_AREA))):
        found: dict[str, dict[int, float]] = {}
        for size in sizes:
            made = knowledge(size, areas=areas(size))
            for name, task in _tasks(made).items():
                meaning_of.cache_clear()
                taken = tuple(processor(task) for _ in range(rounds if size == sizes[0] else 1))
                rows.append(Row(f"{name}, {what}", f"{size} duties", "s", taken))
                found.setdefault(name, {})[size] = min(taken)
        rows += [
            Row(f"{name}, {what}, exponent", f"{sizes[-2]} to {sizes[-1]} duties", "", (_exponent(times),))
            for name, times in found.items()
        ]
    return sorted(rows, key=lambda row: row.what.removesuffix(", exponent"))


def _tasks(made: Knowledge) -> dict[str, Callable[[], object]]:
    sides = _sides(made)
    overlaps = Selection(select=("overlap",))
    return {
        "compare": partial(compare, *sides[:2]),
        "check": partial(run_checks, made),
        "overlaps": partial(run_checks, made, selection=overlaps),
        "matrix": partial(accountability_matrix, made),
        "statutory duties by area": partial(cover_areas, sides),
    }


def _sides(made: Knowledge) -> list[tuple[str, Knowledge]]:
    areas: dict[str, list[str]] = {}
    for document in made.documents:
        areas.setdefault(document.area or "", []).append(document.name)
    named = {document.name: document for document in made.documents}
    return [(area, narrowed(made, [named[name] for name in names])) for area, names in sorted(areas.items())]


def _naive(rounds: int) -> list[Row]:
    """Return what it costs to compare each duty of two areas with each, and each link with each, beside ours."""
    first, second = _sides(knowledge(NAIVE, areas=2))[:2]

    def each_with_each() -> None:
        meanings = [[meaning_of(duty.content.text) for duty in side.duties] for _, side in (first, second)]
        for one in meanings[0]:
            for other in meanings[1]:
                likeness(one, other)

    def ours() -> None:
        meaning_of.cache_clear()
        compare(first, second)

    who = {"compare, by index": lambda: processor(ours), "duties, each with each": lambda: processor(each_with_each)}
    return Contest(f"compare beside a naive search, {NAIVE} duties", "s", who).rows(rounds)


def _exponent(times: dict[int, float]) -> float:
    (small, first), (big, last) = sorted(times.items())[-2:]
    return round(math.log(max(last, 1e-3) / max(first, 1e-3)) / math.log(big / small), 2)
