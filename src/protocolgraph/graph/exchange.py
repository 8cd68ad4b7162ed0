"""What changes a graph on a SPARQL server into another: the triples in which the two differ, as one update.

The server keeps a print of each of its graphs beside the mark that says that a graph is there. So a graph
that stays need not be fetched or sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from hashlib import sha256

from protocolgraph.graph.rdf import iter_graphs
from protocolgraph.graph.written import line_of
from protocolgraph.model import Knowledge

_ROUND = 2**256


@dataclass(frozen=True, slots=True)
class Change:
    """What one graph loses and gains, as lines of N-Triples."""

    graph: str
    lost: Set[str]
    gained: Set[str]

    @property
    def size(self) -> int:
        """About how many characters of an update it takes."""
        return 2 * sum(map(len, self.lost)) + 2 * sum(map(len, self.gained))


def prints_of(knowledge: Knowledge) -> dict[str, str]:
    """Return how many triples each graph has, with a hash of them that does not depend on their order."""
    return {graph: _print(set(map(line_of, triples))) for graph, triples in iter_graphs(knowledge)}


def _print(lines: Set[str]) -> str:
    total = sum(int.from_bytes(sha256(line.encode()).digest()) for line in lines) % _ROUND
    return f"{len(lines)} {total:064x}"


def changes(knowledge: Knowledge, held: Mapping[str, Set[str]]) -> Iterator[Change]:
    """Yield how the graphs that the server holds so differ from those that this knowledge makes.

    Args:
        knowledge: what the graph is to be.
        held: the lines of each graph that is to change or to go; none of one that is new.

    """
    wanted: dict[str, set[str]] = {graph: set() for graph in held}
    for graph, triples in iter_graphs(knowledge):
        if graph in held:
            wanted[graph] = set(map(line_of, triples))
    for name in sorted(held):
        yield Change(name, held[name] - wanted[name], wanted[name] - held[name])


def update_of(changed: Iterable[Change], *, ours: str) -> str:
    """Return the update that makes these changes in the graphs and in their union, the default graph.

    Args:
        changed: what changes.
        ours: the condition that the variable `?g` is one of the graphs that the union is made of.

    """
    steps: list[str] = []
    for change in changed:
        if change.lost:
            lost = sorted(change.lost)
            steps.append(f"DELETE DATA {{ GRAPH <{change.graph}> {{\n{_block(lost)}}} }}")
            rows = "\n".join(f"({line})" for line in lost)
            steps.append(
                f"DELETE {{ ?s ?p ?o }} WHERE {{ VALUES (?s ?p ?o) {{\n{rows}\n}} "
                f"FILTER NOT EXISTS {{ GRAPH ?g {{ ?s ?p ?o }} FILTER({ours}) }} }}"
            )
        if change.gained:
            gained = _block(sorted(change.gained))
            steps.append(f"INSERT DATA {{\n{gained}GRAPH <{change.graph}> {{\n{gained}}} }}")
    return ";\n".join(steps)


def _block(lines: Iterable[str]) -> str:
    return "".join(f"{line} .\n" for line in lines)
