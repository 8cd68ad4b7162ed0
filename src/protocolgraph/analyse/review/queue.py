"""The order in which statements wait for a reviewer: first the least certain that matter most.

A statement's place is by doubt x weight x reach, the largest first:

- doubt: 1 less its confidence;
- weight: how much a statement of its kind matters (`vocab/lexicon/review.yaml`), and half as much again where a
  finding of high severity rests on its words;
- reach: how many other statements are about the same bodies and posts, by the logarithm, so that a body of a
  hundred statements counts some three times as much as one of four.

Of a graph with more statements than are looked at, those of most doubt times weight are ordered so, and the next
of them come up as these are judged.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from protocolgraph.graph import Graph
from protocolgraph.graph.doubt import doubt_of, ends_of, weight_of
from protocolgraph.model import Finding, Judged, ReviewVerdict, Severity, Statement
from protocolgraph.vocab.schema import predicates

_GRAVE = 1.5
"""By how much a statement matters more when a finding of high severity rests on it."""
_LOOKED_AT = 2000
"""Statements of most doubt times weight of which reach and findings decide the order."""
_SAMPLED = 200
"""Statements of a sample that are looked up: their order is that of their ids."""
_STEP = 500
"""The number that is looked up grows in such steps with those that are judged: the graph keeps what it was asked."""


class Order(StrEnum):
    """How the queue is ordered."""

    DOUBT = "doubt"
    """The least certain that matter most first."""
    SAMPLE = "sample"
    """By the id, which has nothing to do with what a statement says: whatever part is judged is a fair sample."""


class Show(StrEnum):
    """Which statements wait."""

    NEW = "new"
    """Those that nobody has judged."""
    SECOND = "second"
    """Those that others have judged, and this reviewer has not."""
    DISPUTED = "disputed"
    """Those on which reviewers disagree."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A statement that waits for a reviewer, and why it stands where it does."""

    statement: Statement
    doubt: float
    weight: float
    reach: int
    """Number of other statements about the same."""
    grave: bool
    """Whether a finding of high severity rests on it."""

    @property
    def score(self) -> float:
        """What it is ordered by."""
        return self.doubt * self.weight * math.log2(2 + self.reach)

    @property
    def why(self) -> str:
        """The reasons in words."""
        matter = {3.0: "about who answers to whom", 2.0: "about who leads, sits or is bound"}.get(
            weight_of(self.statement)
        )
        parts = [
            f"confidence {1 - self.doubt:.2f}",
            matter,
            _others(self.reach),
            "a finding of high severity rests on it" if self.grave else None,
        ]
        return "; ".join(part for part in parts if part)


def _others(number: int) -> str | None:
    return f"{number} other statement{'s' if number > 1 else ''} about the same" if number else None


def label_of(kind: str) -> str:
    """Return how people call a kind of statement."""
    return predicates()[kind].label if kind in predicates() else f"duty: {kind.replace('_', ' ')}"


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits for a reviewer."""

    first: tuple[Waiting, ...]
    """The first of them, in order."""
    number: int
    """How many wait in all."""


def queue(  # noqa: PLR0913  what is known, and what is wanted, each by its name
    graph: Graph,
    judged: Iterable[Judged],
    *,
    decided: Collection[str] = (),
    findings: Collection[Finding] = (),
    order: Order = Order.DOUBT,
    show: Show = Show.NEW,
    reviewer: str = "",
    document: str | None = None,
) -> Queue:
    """Return the statements that wait for a reviewer.

    Args:
        graph: the graph as it is.
        judged: what was judged, as the program read it.
        decided: ids of statements on which a verdict is kept that the graph may not be built with yet.
        findings: what the checks find in the graph.
        order: how they are ordered.
        show: which of them wait.
        reviewer: for whom.
        document: only those of this document.

    """
    known = {item.id: item for item in judged if document in (None, item.statement.evidence.document)}
    sample = order is Order.SAMPLE
    if show is Show.NEW:
        gone = {*known, *decided}
        most = (_SAMPLED if sample else _LOOKED_AT) + (1 + len(gone) // _STEP) * _STEP
        found = graph.unreviewed(most=most, document=document, at_random=sample)
        wanted: Sequence[Statement] = [statement for statement in found if statement.id not in gone]
        number = len(wanted) if len(found) < most else _unjudged(graph, gone, document)
    else:
        wanted = [item.statement for item in known.values() if _waits(item, show, reviewer)]
        number = len(wanted)
    grave = _grave(findings)
    reaches = graph.reaches({end for statement in wanted for end in ends_of(statement)})
    waiting = [_waiting(statement, grave, reaches) for statement in wanted]
    waiting.sort(key=lambda item: (0.0 if sample else -item.score, item.statement.id))
    return Queue(tuple(waiting), number)


def _unjudged(graph: Graph, gone: Iterable[str], document: str | None) -> int:
    names = graph.tallies if document is None else [document]
    held = sum(graph.tallies[name].statements - graph.reviewed.get(name, 0) for name in names)
    return held - sum(document in (None, statement.evidence.document) for statement in still_open(graph, gone))


def still_open(graph: Graph, identifiers: Iterable[str]) -> list[Statement]:
    """Return those of these statements that stand in the graph as if nobody had judged them."""
    stated = map(graph.statement, identifiers)
    return [statement for statement in stated if statement is not None and not statement.reviews]


def _grave(findings: Iterable[Finding]) -> set[object]:
    return {
        (place.document, span)
        for finding in findings
        if finding.severity is Severity.HIGH
        for place in finding.evidence
        for span in place.spans
    }


def _waits(judged: Judged, show: Show, reviewer: str) -> bool:
    if show is Show.DISPUTED:
        return is_disputed(judged)
    return reviewer not in {review.who for review in judged.reviews}


def is_disputed(judged: Judged) -> bool:
    """Whether one reviewer accepts a statement and another does not."""
    verdicts = {review.verdict is ReviewVerdict.ACCEPTED for review in judged.reviews}
    return len(verdicts) > 1


def _waiting(statement: Statement, grave: Collection[object], reaches: Mapping[str, int]) -> Waiting:
    place = statement.evidence
    is_grave = any((place.document, span) in grave for span in place.spans)
    others = max((reaches[end] for end in ends_of(statement)), default=1) - 1
    weight = weight_of(statement) * (_GRAVE if is_grave else 1.0)
    return Waiting(statement, doubt_of(statement), weight, max(0, others), is_grave)
