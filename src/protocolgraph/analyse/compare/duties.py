"""Which duties of two sides are one, by meaning; and how those that are one differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import chain

from protocolgraph.analyse.compare.bodies import Counterparts
from protocolgraph.analyse.compare.rows import Row, Said, Verdict
from protocolgraph.analyse.compare.sides import Side
from protocolgraph.analyse.likeness.candidates import Blocks, alike_across
from protocolgraph.analyse.likeness.meaning import meaning_of
from protocolgraph.analyse.likeness.measure import SAME, Likeness
from protocolgraph.analyse.tasks import Task
from protocolgraph.vocab.thesaurus import words_of

LEAST = 0.4
"""From here on two duties are aligned: chosen on a hand-made alignment, see docs/comparison.md."""
_NEAR = 0.3
"""Below this likeness of meaning no two duties of counterparts are aligned."""
_MEANING = 0.6
"""How much of the score is likeness of meaning; the rest is how many words of the shorter the longer has."""
_SAME = 0.85
_OTHER_BEARER = 0.6
"""What is left of the likeness of two duties whose bearers are no counterparts."""
_UNSURE = max(0.5, SAME)
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


@dataclass(frozen=True, slots=True)
class _Match:
    """Two duties that may be one, by their places in the tasks of the two sides."""

    score: float
    one: int
    other: int
    likeness: Likeness
    bearers: Bearers


def duty_rows(first: Side, second: Side, pairs: Counterparts) -> tuple[Row, ...]:
    """Return a row for each duty: aligned one to one, the most alike first, then those that stand on one side only."""
    ours, theirs = first.tasks, second.tasks
    matched, taken = set[int](), set[int]()
    rows: list[tuple[int, Row]] = []
    for match in sorted(_matches(first, second, pairs), key=lambda match: (-match.score, match.one, match.other)):
        if match.one not in matched and match.other not in taken:
            matched.add(match.one)
            taken.add(match.other)
            rows.append((match.one, _pair(first, second, match)))
    rows += [
        (place, Row(Verdict.ONLY_FIRST, _said(first, task), None))
        for place, task in enumerate(ours)
        if place not in matched
    ]
    rows.sort(key=lambda item: item[0])
    alone = [Row(Verdict.ONLY_SECOND, None, _said(second, t)) for place, t in enumerate(theirs) if place not in taken]
    return (*(row for _, row in rows), *alone)


def _matches(first: Side, second: Side, pairs: Counterparts) -> Iterator[_Match]:
    """Yield the pairs of duties that may be one: alike in meaning, those of counterparts already if less so."""
    texts = [[pairs.neutral(task.text, is_first=side is first) for task in side.tasks] for side in (first, second)]
    words = [[words_of(text) for text in own] for own in texts]
    ours, theirs = ([meaning_of(text) for text in own] for own in texts)
    blocks = _blocks(first.tasks, second.tasks, pairs)
    sure, all_of_them = (
        alike_across(ours, theirs, least=_NEAR, blocks=blocks),
        alike_across(ours, theirs, least=_UNSURE),
    )
    found = {(one, other): likeness for one, other, likeness in chain(sure, all_of_them)}
    for (one, other), likeness in found.items():
        bearers = _bearers(first.tasks[one], second.tasks[other], pairs)
        score = _score(likeness, words[0][one], words[1][other], bearers)
        if score:
            yield _Match(score, one, other, likeness, bearers)


def _blocks(
    ours: Sequence[Task], theirs: Sequence[Task], pairs: Counterparts
) -> tuple[Sequence[Blocks], Sequence[Blocks]]:
    """Return the bearer of each duty of the first side, and for each of the second all who stand for its own."""
    like = pairs.like_bearers({task.bearer or "" for task in ours}, {task.bearer or "" for task in theirs})
    return [(task.bearer or "",) for task in ours], [like[task.bearer or ""] for task in theirs]


def _score(found: Likeness, one: Sequence[str], other: Sequence[str], bearers: Bearers) -> float:
    """Return how surely two duties are one, 0.0 for not enough.

    Of counterparts, a short duty may stand within a long one; where it is not known that they are counterparts, the
    words of the longer count, and more must be alike.
    """
    unsure = bearers in (Bearers.UNKNOWN, Bearers.OTHER)
    shared = len(set(one) & set(other))
    sizes = sorted((len(set(one)), len(set(other))))
    score = _MEANING * found.score + (1 - _MEANING) * shared / (sizes[unsure] or 1)
    if unsure and min(score, found.score) < _UNSURE:
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


def _pair(first: Side, second: Side, match: _Match) -> Row:
    one, other, bearers = first.tasks[match.one], second.tasks[match.other], match.bearers
    differences = tuple(_differences(one, other, match.likeness.score))
    borne = f"bearer: {_bearer(first, one)} / {_bearer(second, other)}"
    told = {
        Bearers.SAME: (),
        Bearers.CLASS: (f"{borne} (a class of bodies / one of them)",),
        Bearers.MOVED: (f"moved from {_bearer(first, one)} to {_bearer(second, other)}",),
    }.get(bearers, (borne,))
    verdict = Verdict.DIFFERS if differences or (told and bearers is not Bearers.CLASS) else Verdict.SAME
    how = (*told, *differences)
    score = round(min(match.score, 1.0), 3)
    return Row(verdict, _said(first, one), _said(second, other), how, score, match.likeness.reason)


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


def _said(side: Side, task: Task) -> Said:
    return Said(side.name(task.bearer), task.text, task.evidence)
