"""The order in which statements wait for a reviewer: first the least certain that matter most.

A statement's place is by doubt x weight x reach, the largest first:

- doubt: 1 less its confidence;
- weight: how much a statement of its kind matters (`vocab/lexicon/review.yaml`), and half as much again where a
  finding of high severity rests on its words;
- reach: how many other statements are about the same bodies and posts, by the logarithm, so that a body of a
  hundred statements counts some three times as much as one of four.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from protocolgraph.model import Fact, Finding, Judged, Knowledge, ReviewVerdict, Severity, Statement
from protocolgraph.vocab.lexicon import lexicon
from protocolgraph.vocab.schema import predicates

_GRAVE = 1.5
"""By how much a statement matters more when a finding of high severity rests on it."""


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
        matter = {3.0: "who answers to whom", 2.0: "who leads, sits or is bound"}.get(_weight(self.statement))
        parts = [
            f"confidence {1 - self.doubt:.2f}",
            matter,
            f"{self.reach} other statements about the same" if self.reach else None,
            "a finding of high severity rests on it" if self.grave else None,
        ]
        return "; ".join(part for part in parts if part)


def kind_of(statement: Statement) -> str:
    """Return the predicate of a fact, the modality of a duty."""
    return statement.predicate if isinstance(statement, Fact) else statement.content.modality.value


def label_of(kind: str) -> str:
    """Return how people call a kind of statement."""
    return predicates()[kind].label if kind in predicates() else f"duty: {kind.replace('_', ' ')}"


def _weight(statement: Statement) -> float:
    return float(lexicon("review")["weights"].get(kind_of(statement), 1))


def _ends(statement: Statement) -> set[str]:
    if isinstance(statement, Fact):
        return {end for end in (statement.subject, statement.object) if end}
    return {statement.bearer, *statement.to}


def queue(  # noqa: PLR0913  what is known, and what is wanted, each by its name
    knowledge: Knowledge,
    judged: Iterable[Judged],
    *,
    findings: Collection[Finding] = (),
    order: Order = Order.DOUBT,
    show: Show = Show.NEW,
    reviewer: str = "",
    document: str | None = None,
) -> tuple[Waiting, ...]:
    """Return the statements that wait for a reviewer.

    Args:
        knowledge: the graph as it is.
        judged: what was judged, as the program read it.
        findings: what the checks find in the graph.
        order: how they are ordered.
        show: which of them wait.
        reviewer: for whom.
        document: only those of this document.

    """
    known = {item.id: item for item in judged}
    every = _as_read(knowledge, known)
    reach = Counter(end for statement in every for end in _ends(statement))
    grave = {
        (place.document, span)
        for finding in findings
        if finding.severity is Severity.HIGH
        for place in finding.evidence
        for span in place.spans
    }
    wanted = [
        statement
        for statement in every
        if _waits(known.get(statement.id), show, reviewer) and document in (None, statement.evidence.document)
    ]
    waiting = [_waiting(statement, reach, grave) for statement in wanted]
    if order is Order.SAMPLE:
        return tuple(sorted(waiting, key=lambda item: item.statement.id))
    return tuple(sorted(waiting, key=lambda item: (-item.score, item.statement.id)))


def _as_read(knowledge: Knowledge, known: Mapping[str, Judged]) -> list[Statement]:
    """Return what the program read, whatever reviewers said of it; what they stated is none of that."""
    held: list[Statement] = [*knowledge.facts, *knowledge.duties]
    stated = {ReviewVerdict.ADDED, ReviewVerdict.CORRECTED}
    unjudged = [s for s in held if s.id not in known and not stated & {review.verdict for review in s.reviews}]
    return [*unjudged, *(item.statement for item in known.values())]


def as_read(knowledge: Knowledge, judged: Iterable[Judged]) -> list[Statement]:
    """Return all statements as the program read them, judged or not."""
    return _as_read(knowledge, {item.id: item for item in judged})


def _waits(judged: Judged | None, show: Show, reviewer: str) -> bool:
    if judged is None:
        return show is Show.NEW
    if show is Show.DISPUTED:
        return is_disputed(judged)
    return show is Show.SECOND and reviewer not in {review.who for review in judged.reviews}


def is_disputed(judged: Judged) -> bool:
    """Whether one reviewer accepts a statement and another does not."""
    verdicts = {review.verdict is ReviewVerdict.ACCEPTED for review in judged.reviews}
    return len(verdicts) > 1


def _waiting(statement: Statement, reach: Mapping[str, int], grave: Collection[object]) -> Waiting:
    place = statement.evidence
    is_grave = any((place.document, span) in grave for span in place.spans)
    others = max((reach[end] for end in _ends(statement)), default=1) - 1
    weight = _weight(statement) * (_GRAVE if is_grave else 1.0)
    return Waiting(statement, round(1 - place.confidence, 4), weight, others, is_grave)
