"""What reviewers said of statements, applied to what was read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from protocolgraph.model import Duty, Extraction, Fact, Judged, Review, ReviewVerdict
from protocolgraph.model.workspace import (
    Accept,
    AddedDuty,
    AddedFact,
    Addition,
    Correction,
    Workspace,
    correction_id,
    judged_id,
)

Statement = TypeVar("Statement", Fact, Duty)


@dataclass(frozen=True, slots=True)
class Group(Generic[Statement]):
    """The readings of one statement: what the program read, and what reviewers stated."""

    id: str
    ids: frozenset[str]
    """All ids by which a judgement may name it."""
    readings: Sequence[Statement]
    one: Callable[[list[Statement]], Statement]
    """Makes one statement of readings."""

    def of(self, readings: Iterable[Statement]) -> Statement | None:
        """Return the statement that some of the readings make, None of none."""
        chosen = list(readings)
        if not chosen:
            return None
        made = self.one(chosen)
        return made if made.id == self.id else replace(made, id=self.id)


Added = TypeVar("Added", AddedFact, AddedDuty)


def stated_reviews(extraction: Extraction, added: Iterable[Added]) -> list[Review]:
    """Return the review that each addition to a document is, in their order."""
    return [_review(item) for item in here(extraction, added)]


def here(extraction: Extraction, added: Iterable[Added]) -> list[Added]:
    """Return the additions to a document whose words stand there."""
    return [item for item in added if item.document == extraction.document and item.spans]


def all_reviews(statements: Iterable[Fact | Duty]) -> tuple[Review, ...]:
    """Return the reviews of several readings of one statement, each once, sorted."""
    return _sorted({review for statement in statements for review in statement.reviews})


def _sorted(reviews: Iterable[Review]) -> tuple[Review, ...]:
    return tuple(sorted(reviews, key=lambda r: (r.when, r.who, r.verdict, r.why)))


def _review(correction: Correction) -> Review:
    signed = correction.signed
    if isinstance(correction, AddedFact | AddedDuty):
        verdict = ReviewVerdict.CORRECTED if correction.replaces else ReviewVerdict.ADDED
    else:
        verdict = ReviewVerdict.ACCEPTED if isinstance(correction, Accept) else ReviewVerdict.REJECTED
    return Review(verdict, signed.who, signed.when, signed.why)


@dataclass(frozen=True, slots=True)
class Met:
    """What reviewers said that applies."""

    judged: frozenset[str]
    """Ids of statements, as judgements name them, that are there."""
    stated: frozenset[str]
    """Ids of additions that state something."""

    @classmethod
    def of(cls, parts: Iterable[Met]) -> Met:
        """Return what applies in some of the documents."""
        known = list(parts)
        return cls(frozenset().union(*(p.judged for p in known)), frozenset().union(*(p.stated for p in known)))

    def idle(self, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
        """Return those of the `judgements` whose statement is not there, or that add nothing."""
        return tuple(correction for correction in corrections if self._is_idle(correction))

    def _is_idle(self, correction: Correction) -> bool:
        judged = judged_id(correction)
        if judged is not None and judged not in self.judged:
            return True
        return isinstance(correction, AddedFact | AddedDuty) and correction_id(correction) not in self.stated


def judgements(workspace: Workspace) -> list[Correction]:
    """Return what reviewers said of statements: accepted, rejected, and added where its words were found."""
    added: list[Addition] = [*workspace.facts, *workspace.duties]
    return [*workspace.accepted, *workspace.rejected, *(item for item in added if item.spans)]


class Reviews:
    """The judgements of a workspace; remembers which of them found their statement."""

    def __init__(self, workspace: Workspace) -> None:
        self._all = judgements(workspace)
        self._of: dict[str, list[Review]] = defaultdict(list)
        for correction in self._all:
            if (id := judged_id(correction)) is not None:
                self._of[id].append(_review(correction))
        self._met: set[str] = set()
        self._stated: set[Review] = set()
        self._judged: list[Judged] = []

    @property
    def judged(self) -> tuple[Judged, ...]:
        """What the program read and reviewers judged, sorted by id."""
        return tuple(sorted(self._judged, key=lambda judged: judged.id))

    def apply(self, groups: Iterable[Group[Statement]]) -> tuple[Statement, ...]:
        """Return the statements that stand, by id: accepted ones are certain, rejected and corrected ones gone.

        Where reviewers disagree, the one who rejects prevails: better a fact missed than one made up.
        """
        kept: list[Statement] = []
        for group in groups:
            statement = self._applied(group)
            if statement is not None:
                kept.append(statement)
        return tuple(sorted(kept, key=lambda statement: statement.id))

    def _applied(self, group: Group[Statement]) -> Statement | None:
        given: set[Review] = {review for id in group.ids for review in self._of.get(id, ())}
        self._met |= group.ids
        self._stated |= {review for statement in group.readings for review in statement.reviews}
        read = group.of(statement for statement in group.readings if not statement.reviews)
        if read and given:
            fact, duty = (read, None) if isinstance(read, Fact) else (None, read)
            self._judged.append(Judged(group.id, fact, duty, _sorted(given)))
        verdicts = {review.verdict for review in given}
        if ReviewVerdict.REJECTED in verdicts:
            return None
        if ReviewVerdict.CORRECTED in verdicts:
            return group.of(statement for statement in group.readings if statement.reviews)
        whole = group.of(group.readings)
        return _certain(whole, given) if whole and given else whole

    @property
    def met(self) -> Met:
        """The judgements that found their statement, and the additions that state something."""
        asked = {id for correction in self._all if (id := judged_id(correction)) is not None}
        added = [item for item in self._all if isinstance(item, AddedFact | AddedDuty)]
        stated = {correction_id(item) for item in added if _review(item) in self._stated}
        return Met(frozenset(asked & self._met), frozenset(stated))


def _certain(statement: Statement, given: set[Review]) -> Statement:
    evidence = replace(statement.evidence, confidence=1.0)
    return replace(statement, evidence=evidence, reviews=_sorted({*statement.reviews, *given}))
