"""Which duties of two sides are one, by meaning; and how those that are one differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolgraph.analyse.compare.bodies import Counterparts
from protocolgraph.analyse.compare.rows import Row, Said, Verdict
from protocolgraph.analyse.compare.sides import Side
from protocolgraph.analyse.likeness.candidates import alike
from protocolgraph.analyse.likeness.meaning import meaning_of
from protocolgraph.analyse.likeness.measure import Likeness
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
            joined = pairs.joins(tasks[one].bearer, tasks[other].bearer)
            rows.append((one, _pair(first, tasks[one], second, tasks[other], score, found, joined=joined)))
    rows += [
        (place, _alone(first if place < border else second, task, is_first=place < border))
        for place, task in enumerate(tasks)
        if place not in taken
    ]
    return tuple(row for _, row in sorted(rows, key=lambda item: item[0]))


def _scored(
    tasks: Sequence[Task], texts: Sequence[str], border: int, pairs: Counterparts
) -> Iterator[tuple[float, int, int, Likeness]]:
    words = [frozenset(words_of(text)) for text in texts]
    for one, other, found in alike([meaning_of(text) for text in texts], least=_NEAR):
        if one < border <= other:
            shared = len(words[one] & words[other]) / (min(len(words[one]), len(words[other])) or 1)
            score = (_MEANING * found.score + (1 - _MEANING) * shared) * _bearers(tasks[one], tasks[other], pairs)
            if score >= LEAST:
                yield score, one, other, found


def _bearers(one: Task, other: Task, pairs: Counterparts) -> float:
    if one.bearer is None or other.bearer is None or pairs.joins(one.bearer, other.bearer):
        return 1.0
    return _OTHER_BEARER


def _pair(  # noqa: PLR0913  both sides, and what was found of them
    first: Side, one: Task, second: Side, other: Task, score: float, found: Likeness, *, joined: bool
) -> Row:
    how = tuple(_differences(first, one, second, other, found.score, joined=joined))
    verdict = Verdict.DIFFERS if how else Verdict.SAME
    return Row(verdict, _said(first, one), _said(second, other), how, round(score, 3), found.reason)


def _differences(first: Side, one: Task, second: Side, other: Task, score: float, *, joined: bool) -> Iterator[str]:
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
    if not joined and (one.bearer or other.bearer):
        yield f"bearer: {_bearer(first, one)} / {_bearer(second, other)}"
    if score < _SAME:
        yield "wording"


def _bearer(side: Side, task: Task) -> str:
    return side.name(task.bearer) if task.bearer else "none stated"


def _alone(side: Side, task: Task, *, is_first: bool) -> Row:
    said = _said(side, task)
    return Row(Verdict.ONLY_FIRST, said, None) if is_first else Row(Verdict.ONLY_SECOND, None, said)


def _said(side: Side, task: Task) -> Said:
    return Said(side.name(task.bearer), task.text, task.evidence)
