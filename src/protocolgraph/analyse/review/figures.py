"""How far a review has come, how much of what was judged is right, and how far reviewers agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from protocolgraph.analyse.evaluation.tally import ReliabilityRow, reliability
from protocolgraph.analyse.review.queue import is_disputed, label_of, still_open
from protocolgraph.graph import Graph
from protocolgraph.graph.doubt import kind_of
from protocolgraph.model import Judged, ReviewVerdict


@dataclass(frozen=True, slots=True)
class Progress:
    """How many statements of a document are judged."""

    document: str
    judged: int
    statements: int


@dataclass(frozen=True, slots=True)
class Row:
    """What reviewers said of the statements of one kind; where they disagree, it counts as wrong."""

    kind: str
    label: str
    accepted: int
    rejected: int
    corrected: int
    disputed: int
    """How many of the others are disputed."""

    @property
    def judged(self) -> int:
        """How many were judged."""
        return self.accepted + self.rejected + self.corrected

    @property
    def precision(self) -> float:
        """Share of the judged ones that were accepted; 0 where none was judged."""
        return self.accepted / self.judged if self.judged else 0.0


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree on what both judged."""

    reviewers: tuple[str, str]
    both: int
    agreed: int
    kappa: float | None
    """Cohen's kappa: agreement beyond what chance would give; None where chance alone would give all of it."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The state of a review."""

    progress: tuple[Progress, ...]
    """By document."""
    rows: tuple[Row, ...]
    """By kind of statement, those of which most were judged first."""
    bands: tuple[ReliabilityRow, ...]
    """By confidence as read."""
    agreements: tuple[Agreement, ...]

    @property
    def judged(self) -> int:
        """How many statements are judged."""
        return sum(item.judged for item in self.progress)

    @property
    def statements(self) -> int:
        """How many the program read."""
        return sum(item.statements for item in self.progress)


def figures(graph: Graph, judged: Sequence[Judged]) -> Figures:
    """Return the state of a review.

    Args:
        graph: the graph as it is.
        judged: what was judged, as the program read it.

    """
    done = Counter(item.statement.evidence.document for item in judged)
    twice = Counter(item.evidence.document for item in still_open(graph, (item.id for item in judged)))
    every = {
        name: tally.statements - graph.reviewed.get(name, 0) - twice[name] + done[name]
        for name, tally in graph.tallies.items()
    }
    right = [(item.statement.evidence.confidence, _verdict(item) is ReviewVerdict.ACCEPTED) for item in judged]
    return Figures(
        progress=tuple(Progress(name, done[name], every[name]) for name in sorted(every) if every[name]),
        rows=_rows(judged),
        bands=reliability(right),
        agreements=tuple(_agreements(judged)),
    )


def _verdict(judged: Judged) -> ReviewVerdict:
    """Return what holds for a statement: rejection before correction before acceptance, as in the graph."""
    given = {review.verdict for review in judged.reviews}
    order = (ReviewVerdict.REJECTED, ReviewVerdict.CORRECTED, ReviewVerdict.ACCEPTED)
    return next(verdict for verdict in order if verdict in given)


def _rows(judged: Iterable[Judged]) -> tuple[Row, ...]:
    counts: dict[str, Counter[str]] = {}
    for item in judged:
        own = counts.setdefault(kind_of(item.statement), Counter())
        own[_verdict(item)] += 1
        own["disputed"] += is_disputed(item)
    rows = [
        Row(kind, label_of(kind), own["accepted"], own["rejected"], own["corrected"], own["disputed"])
        for kind, own in counts.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.judged, row.kind)))


def _agreements(judged: Iterable[Judged]) -> Iterable[Agreement]:
    """Yield the agreement of each two reviewers: whether a statement is right as it was read."""
    said: dict[str, dict[str, bool]] = {}
    for item in judged:
        for review in item.reviews:
            said.setdefault(review.who, {})[item.id] = review.verdict is ReviewVerdict.ACCEPTED
    for one, other in combinations(sorted(said), 2):
        pairs = [(said[one][id], said[other][id]) for id in sorted(said[one].keys() & said[other].keys())]
        if pairs:
            agreed = sum(left == right for left, right in pairs)
            yield Agreement((one, other), len(pairs), agreed, _kappa(pairs, agreed / len(pairs)))


def _kappa(pairs: Sequence[tuple[bool, bool]], observed: float) -> float | None:
    left, right = (sum(pair[side] for pair in pairs) / len(pairs) for side in (0, 1))
    chance = left * right + (1 - left) * (1 - right)
    return None if chance == 1 else (observed - chance) / (1 - chance)
