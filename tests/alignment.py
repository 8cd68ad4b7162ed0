"""A comparison of the two protocols against a person's alignment of them (corpus/gold/alignment.csv).

PYTHONPATH=src:tests python tests/alignment.py GRAPH      prints the figures, and what is wrong or missed
"""

from __future__ import annotations

import csv
import sys
from dataclasses import dataclass
from pathlib import Path

import protocolgraph as pg
from protocolgraph.text.quotes import find_quote

CORPUS = Path(__file__).parents[1] / "corpus"
FIRST, SECOND = "rotherham/lscb-panel-protocol-2014.txt", "harrow/hscb-panel-protocol-2015.txt"
Pair = tuple[str, str]


@dataclass(frozen=True)
class Alignment:
    """How a comparison's aligned duties agree with the hand-made ones."""

    right: list[Pair]
    wrong: list[Pair]
    found: set[Pair]
    wanted: set[Pair]

    @property
    def precision(self) -> float:
        return len(self.right) / (len(self.right) + len(self.wrong))

    @property
    def recall(self) -> float:
        return len(self.found) / len(self.wanted)


def gold() -> list[dict[str, str]]:
    with (CORPUS / "gold" / "alignment.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def places(column: str, document: str) -> dict[str, tuple[int, int]]:
    """Return where the words of each line of the alignment stand in a document."""
    text = pg.read(CORPUS / document).text.lower()
    found = {}
    for row in gold():
        if row["what"] == "duty" and row[column]:
            [span] = find_quote(row[column].lower(), text)
            found[row[column]] = (span.start, span.end)
    return found


def measure(graph: pg.Graph) -> Alignment:
    """Compare the protocols and hold each aligned pair of duties against the hand-made ones."""
    made = pg.compare(graph, Path(FIRST).name, Path(SECOND).name)
    known = places("first", FIRST), places("second", SECOND)
    aligned = [row for row in gold() if row["what"] == "duty" and row["first"] and row["second"]]
    accepted = {(row["first"], row["second"]) for row in aligned}
    wanted = {(row["first"], row["second"]) for row in aligned if row["relation"] != "also"}
    right: list[Pair] = []
    wrong: list[Pair] = []
    found: set[Pair] = set()
    for row in made.duties:
        if row.first and row.second:
            pairs = {(a, b) for a in lines(row.first, known[0]) for b in lines(row.second, known[1])}
            (right if pairs & accepted else wrong).append((row.first.what, row.second.what))
            found |= pairs & wanted
    return Alignment(right, wrong, found, wanted)


def lines(said: pg.Said, known: dict[str, tuple[int, int]]) -> list[str]:
    """Return the lines of the alignment whose words a quote holds, its lead-in apart."""
    spans = said.evidence.spans if said.evidence else ()
    own = spans[1:] or spans
    return [words for words, (low, high) in known.items() if any(s.start < high and low < s.end for s in own)]


def main() -> None:
    result = measure(pg.open(sys.argv[1]))
    for pair in result.wrong:
        print("wrong ", *(" ".join(words.split())[:80] for words in pair), sep=" | ")
    for pair in sorted(result.wanted - result.found):
        print("missed", *pair, sep=" | ")
    print(f"precision {result.precision:.2f} ({len(result.right)} of {len(result.right) + len(result.wrong)})")
    print(f"recall {result.recall:.2f} ({len(result.found)} of {len(result.wanted)})")


if __name__ == "__main__":
    main()
