"""Like duties by index beside the naive search that compares every duty with every other."""

from __future__ import annotations

from itertools import combinations

from benchmarks.measuring import Contest, Row, seconds
from benchmarks.overlaps import LEAST, duties
from protocolgraph.analyse.likeness.candidates import alike
from protocolgraph.analyse.likeness.meaning import meaning_of
from protocolgraph.analyse.likeness.measure import compare

NAIVE = 800
SIZES = (1000, 10_000)


def run(*, rounds: int, large: bool) -> list[Row]:
    """Measure."""
    few = [meaning_of(text) for text in duties(NAIVE)]
    who = {
        "by index": lambda: seconds(lambda: list(alike(few, least=LEAST))),
        "all pairs": lambda: seconds(lambda: [compare(a, b) for a, b in combinations(few, 2)]),
    }
    rows = Contest(f"like pairs of {NAIVE} duties", "s", who).rows(rounds)
    for size in (*SIZES, 100_000) if large else SIZES:
        many = [meaning_of(text) for text in duties(size)]
        run_it = {"by index": lambda many=many: seconds(lambda: sum(1 for _ in alike(many, least=LEAST)))}
        rows += Contest(f"like pairs of {size} duties", "s", run_it).rows(1)
    return rows
