"""How doubtful a statement is and how much it matters: by this, what nobody has reviewed waits for a reviewer."""

from __future__ import annotations

from protocolgraph.model import Fact, Statement
from protocolgraph.vocab.lexicon import lexicon


def kind_of(statement: Statement) -> str:
    """Return the predicate of a fact, the modality of a duty."""
    return statement.predicate if isinstance(statement, Fact) else statement.content.modality.value


def doubt_of(statement: Statement) -> float:
    """Return 1 less the confidence of a statement."""
    return round(1 - statement.evidence.confidence, 4)


def weight_of(statement: Statement) -> float:
    """Return how much a statement of its kind matters (`vocab/lexicon/review.yaml`)."""
    return float(lexicon("review")["weights"].get(kind_of(statement), 1))


def urgency_of(statement: Statement) -> float | None:
    """Return doubt times weight; None for what people have judged or stated, which waits no more."""
    return None if statement.reviews else doubt_of(statement) * weight_of(statement)


def ends_of(statement: Statement) -> set[str]:
    """Return the ids of all that a statement is about."""
    if isinstance(statement, Fact):
        return {end for end in (statement.subject, statement.object) if end}
    return {statement.bearer, *statement.to}
