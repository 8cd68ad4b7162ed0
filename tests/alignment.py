"""A comparison of the two protocols against a person's alignment of them (corpus/gold/alignment.csv).

PYTHONPATH=src:tests python tests/alignment.py GRAPH      prints the figures, and what is wrong or missed

Bodies, posts and links are held against the alignment by the names that the graph knows for them.
"""

from __future__ import annotations

import csv
import sys
from dataclasses import dataclass
from pathlib import Path

import protocolgraph as pg
from protocolgraph.text.normalise import name_key
from protocolgraph.text.quotes import find_quote
from protocolgraph.vocab.schema import predicates

CORPUS = Path(__file__).parents[1] / "corpus"
FIRST, SECOND = "rotherham/lscb-panel-protocol-2014.txt", "harrow/hscb-panel-protocol-2015.txt"
Pair = tuple[str, str]


@dataclass(frozen=True)
class Alignment:
    """How a comparison's aligned pairs agree with the hand-made ones."""

    right: list[Pair]
    wrong: list[Pair]
    found: set[Pair]
    wanted: set[Pair]

    @property
    def precision(self) -> float:
        return len(self.right) / (len(self.right) + len(self.wrong) or 1)

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


def measure_bodies(graph: pg.Graph) -> Alignment:
    """Hold each aligned pair of bodies or posts against the hand-made ones."""
    made = pg.compare(graph, Path(FIRST).name, Path(SECOND).name)
    rows = [(row.first.who, row.second.who) for row in made.bodies if row.first and row.second]
    return _held(rows, ("body", "role"), *(_names(graph, name) for name in (FIRST, SECOND)))


def measure_links(graph: pg.Graph) -> Alignment:
    """Hold each aligned pair of links against the hand-made ones."""
    made = pg.compare(graph, Path(FIRST).name, Path(SECOND).name)
    rows = [
        (f"{row.first.who} {row.first.what}", f"{row.second.who} {row.second.what}")
        for row in made.links
        if row.first and row.second
    ]
    return _held(rows, ("link",), *(_names(graph, name) for name in (FIRST, SECOND)))


def _held(rows: list[Pair], kinds: tuple[str, ...], ours: dict[str, str], theirs: dict[str, str]) -> Alignment:
    def known(row: dict[str, str]) -> Pair:
        return _plain(row["first"], ours), _plain(row["second"], theirs)

    pairs = [row for row in gold() if row["what"] in kinds and row["first"] and row["second"]]
    accepted = {known(row) for row in pairs}
    wanted = {known(row) for row in pairs if row["relation"] != "also"}
    found = [(_plain(one, ours), _plain(other, theirs)) for one, other in rows]
    return Alignment(
        right=[pair for pair in found if pair in accepted],
        wrong=[pair for pair in found if pair not in accepted],
        found=set(found) & wanted,
        wanted=wanted,
    )


def _plain(words: str, names: dict[str, str]) -> str:
    """Return a name, or a link in words, with the names by which the graph knows who stands at its ends.

    A product is told by its last words alone: both documents speak of "an annual report".
    """
    for label in sorted({predicate.label for predicate in predicates().values()}, key=len, reverse=True):
        ends = words.split(f" {label} ")
        if len(ends) == 2:
            who, whom = (names.get(name_key(end), end) for end in ends)
            return f"{who} {label} {' '.join(whom.lower().split()[-2:]) if label == 'produces' else whom}"
    return names.get(name_key(words), words)


def _names(graph: pg.Graph, document: str) -> dict[str, str]:
    """Return the name of each body, post, law and publication of a document by each of its names."""
    entities = graph.narrowed(pg.Choice(documents=(Path(document).name,))).knowledge.entities
    told = {name_key(alias): entity.name for entity in entities for alias in entity.aliases}
    return told | {name_key(entity.name): entity.name for entity in entities}


def lines(said: pg.Said, known: dict[str, tuple[int, int]]) -> list[str]:
    """Return the lines of the alignment whose words a quote holds, its lead-in apart."""
    spans = said.evidence.spans if said.evidence else ()
    own = spans[1:] or spans
    return [words for words, (low, high) in known.items() if any(s.start < high and low < s.end for s in own)]


def main() -> None:
    graph = pg.open(sys.argv[1])
    for kind, result in (
        ("duties", measure(graph)), ("bodies", measure_bodies(graph)), ("links", measure_links(graph))
    ):  # fmt: skip
        for pair in result.wrong:
            print("wrong ", *(" ".join(words.split())[:80] for words in pair), sep=" | ")
        for pair in sorted(result.wanted - result.found):
            print("missed", *pair, sep=" | ")
        print(f"{kind}: precision {result.precision:.2f} ({len(result.right)} of {len(result.right + result.wrong)})")
        print(f"{kind}: recall {result.recall:.2f} ({len(result.found)} of {len(result.wanted)})")


if __name__ == "__main__":
    main()
