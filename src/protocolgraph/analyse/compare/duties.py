"""Which duties of two sides are one, by meaning; and how those that are one differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum

from protocolgraph.analyse.compare.bodies import Counterparts
from protocolgraph.analyse.compare.rows import Row, Said, Verdict
from protocolgraph.analyse.compare.sides import Side
from protocolgraph.analyse.likeness.candidates import alike
from protocolgraph.analyse.likeness.meaning import meaning_of
from protocolgraph.analyse.likeness.measure import SAME, Likeness
from protocolgraph.analyse.tasks import Task
from protocolgraph.vocab.thesaurus import words_of

LEAST = 0.4
"""From here on two duties are aligned: chosen on a hand-made alignment, see docs/comparison.md."""
_NEAR = 0.3
"""Below this likeness no pair is looked at."""
_MEANING = 0.6
"""How much of the score is likeness of meaning; the rest is how many words of the shorter the longer has."""
_SAME = 0.85
_OTHER_BEARER = 0.6
"""What is left of the likeness of two duties whose bearers are no counterparts."""
_UNSURE = 0.5
"""From here on duties are aligned of which it is not known that those who bear them are counterparts."""
_VERBATIM = 0.1
"""What a run of words that is the shorter duty whole adds."""


class Bearers(Enum):
    """How those who bear two duties stand to each other."""

    SAME = "counterparts, or named on neither side"
    CLASS = "a class of bodies on one side, one of them on the other"
    MOVED = "the second followed the first"
    UNKNOWN = "named on one side only"
    OTHER = "no counterparts"


def duty_rows(first: Side, second: Side, pairs: Counterparts) -> tuple[Row, ...]:
    """Return a row for each duty: aligned one to one, the most alike first, then those that stand on one side only."""
    tasks = [*first.tasks, *second.tasks]
    border = len(first.tasks)
    texts = [pairs.neutral(task.text, is_first=place < border) for place, task in enumerate(tasks)]
    scored = sorted(_scored(tasks, texts, border, pairs), key=lambda item: (-item[0], item[1], item[2]))
    taken: set[int] = set()
    rows: list[tuple[int, Row]] = []
    for score, one, other, found in scored:
        if one not in taken and other not in taken:
            taken |= {one, other}
            bearers = _bearers(tasks[one], tasks[other], pairs)
            rows.append((one, _pair(first, tasks[one], second, tasks[other], score, found, bearers=bearers)))
    rows += [
        (place, _alone(first if place < border else second, task, is_first=place < border))
        for place, task in enumerate(tasks)
        if place not in taken
    ]
    return tuple(row for _, row in sorted(rows, key=lambda item: item[0]))


def _scored(
    tasks: Sequence[Task], texts: Sequence[str], border: int, pairs: Counterparts
) -> Iterator[tuple[float, int, int, Likeness]]:
    words = [words_of(text) for text in texts]
    for one, other, found in alike([meaning_of(text) for text in texts], least=_NEAR):
        if one < border <= other:
            bearers = _bearers(tasks[one], tasks[other], pairs)
            score = _score(found, words[one], words[other], bearers)
            if score:
                yield score, one, other, found


def _score(found: Likeness, one: Sequence[str], other: Sequence[str], bearers: Bearers) -> float:
    """Return how surely two duties are one, 0.0 for not enough.

    Of counterparts, a short duty may stand within a long one; where it is not known that they are counterparts, the
    words of the longer count, and more must be alike.
    """
    unsure = bearers in (Bearers.UNKNOWN, Bearers.OTHER)
    shared = len(set(one) & set(other))
    sizes = sorted((len(set(one)), len(set(other))))
    score = _MEANING * found.score + (1 - _MEANING) * shared / (sizes[unsure] or 1)
    if unsure and min(score, found.score) < max(_UNSURE, SAME):
        return 0.0
    score *= _OTHER_BEARER if bearers is Bearers.OTHER else 1.0
    if score < LEAST:
        return 0.0
    run = SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size
    return score + _VERBATIM * run / (min(len(one), len(other)) or 1)


def _bearers(one: Task, other: Task, pairs: Counterparts) -> Bearers:
    if one.bearer is None or other.bearer is None:
        return Bearers.SAME if one.bearer is other.bearer else Bearers.UNKNOWN
    if pairs.joins(one.bearer, other.bearer):
        return Bearers.SAME
    if pairs.joins_class(one.bearer, other.bearer):
        return Bearers.CLASS
    return Bearers.MOVED if pairs.follows(one.bearer, other.bearer) else Bearers.OTHER


def _pair(  # noqa: PLR0913  both sides, and what was found of them
    first: Side, one: Task, second: Side, other: Task, score: float, found: Likeness, *, bearers: Bearers
) -> Row:
    differences = tuple(_differences(one, other, found.score))
    borne = f"bearer: {_bearer(first, one)} / {_bearer(second, other)}"
    told = {
        Bearers.SAME: (),
        Bearers.CLASS: (f"{borne} (a class of bodies / one of them)",),
        Bearers.MOVED: (f"moved from {_bearer(first, one)} to {_bearer(second, other)}",),
    }.get(bearers, (borne,))
    verdict = Verdict.DIFFERS if differences or (told and bearers is not Bearers.CLASS) else Verdict.SAME
    how = (*told, *differences)
    return Row(verdict, _said(first, one), _said(second, other), how, round(min(score, 1.0), 3), found.reason)


def _differences(one: Task, other: Task, score: float) -> Iterator[str]:
    if one.duty and other.duty:
        left, right = one.duty.content, other.duty.content
        aspects = (
            ("force", left.modality.value, right.modality.value),
            ("frequency", left.frequency, right.frequency),
            ("condition", left.condition, right.condition),
        )
        for name, ours, theirs in aspects:
            if ours != theirs:
                yield f"{name}: {ours or 'none stated'} / {theirs or 'none stated'}".replace("_", " ")
    if score < _SAME:
        yield "wording"


def _bearer(side: Side, task: Task) -> str:
    return side.name(task.bearer) if task.bearer else "none stated"


def _alone(side: Side, task: Task, *, is_first: bool) -> Row:
    said = _said(side, task)
    return Row(Verdict.ONLY_FIRST, said, None) if is_first else Row(Verdict.ONLY_SECOND, None, said)


def _said(side: Side, task: Task) -> Said:
    return Said(side.name(task.bearer), task.text, task.evidence)
