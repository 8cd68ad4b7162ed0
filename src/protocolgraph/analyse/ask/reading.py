"""Reads a question: which kind it is, whom it is about, and which documents count."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import groupby

from protocolgraph.analyse.ask.patterns import Match, iter_matches, plain, without_openers
from protocolgraph.analyse.ask.scope import Scoped, scoped
from protocolgraph.errors import QuestionError, UnknownNameError
from protocolgraph.graph import Choice, Found, Graph
from protocolgraph.text.normalise import name_key
from protocolgraph.vocab.questions import QuestionKind, questions

_ENOUGH = 2
"""Words that a pattern must explain before an unknown name in it is what is wrong with the question."""
_OFFERED = 5
_SEVERAL = 20
"""Entities that a name that is cut short may mean."""
_SLOT = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as it was understood."""

    kind: QuestionKind
    whether: bool
    """Whether it is answered with yes or no."""
    found: tuple[tuple[str, Found], ...]
    """The slots that name entities."""
    words: tuple[tuple[str, str], ...]
    """The slots that hold words or numbers."""
    scope: Scoped
    view: Graph = field(repr=False, compare=False)
    """The graph of the documents that count, in which names are looked for: made once, since a whole area is in it."""

    @property
    def text(self) -> str:
        """The question as it was understood, in full names."""
        fills = {**{name: found.name for name, found in self.found}, **dict(self.words)}
        text = _SLOT.sub(lambda slot: fills.get(slot[1], _unsaid(slot[1])), self.kind.reading)
        answer = dict(self.found).get("answer")
        return f"{text}: {'is it' if self.whether else 'only'} {answer.name}" if answer else text


def _unsaid(slot: str) -> str:
    """What is read for a slot that a wording has not: any entity, or no words."""
    return f"any {slot}" if questions().slots[slot].types else ""


def read_question(question: str, graph: Graph, choice: Choice) -> Reading:
    """Return how a question is understood.

    Of all wordings that fit and whose names are known, the one counts that explains most of the
    words itself, and of those the first whose names stand so in a document; the names are looked for
    among what the chosen documents mention.

    Args:
        question: the question.
        graph: what is asked.
        choice: the documents that count, whatever the question says.

    Raises:
        QuestionError: no wording fits; the error carries the kinds of questions that come nearest.
        UnknownNameError: a wording fits, and nothing is called so.
        UsageError: none of the documents is of the area or year that the question names.

    """
    scope = scoped(plain(question), graph.register)
    scope = replace(scope, choice=_both(scope.choice, choice))
    view = graph.narrowed(scope.choice)
    matches = sorted(iter_matches(without_openers(scope.text)), key=lambda match: -match.literal)
    failed: UnknownNameError | None = None
    for literal, alike in groupby(matches, key=lambda match: match.literal):
        if failed is not None and literal < _ENOUGH:
            break
        readings = []
        for match in alike:
            try:
                readings.append(_resolved(match, view, scope))
            except UnknownNameError as error:
                if failed is None and match.literal >= _ENOUGH:
                    failed = error
            if readings and _exact(readings[-1]):
                return readings[-1]
        if readings:
            return min(readings, key=_is_vague)
    if failed is not None:
        raise failed
    raise QuestionError(question, nearest_kinds(scope.text))


def _exact(reading: Reading) -> bool:
    """Whether it names somebody, and all of them as a document does."""
    return bool(reading.found) and all(found.exact or found.each for _, found in reading.found)


def _is_vague(reading: Reading) -> bool:
    """Whether a word of it stands in the names of so many that it names none: in a large graph many words do."""
    return any(not found.exact and len(found.entities) > _SEVERAL for _, found in reading.found)


def _both(asked: Choice, given: Choice) -> Choice:
    """What a question says and what is set from outside; what the question says more exactly wins."""
    return Choice(
        documents=asked.documents or given.documents,
        area=asked.area or given.area,
        as_of=asked.as_of or given.as_of,
        years=asked.years or given.years,
    )


def _resolved(match: Match, view: Graph, scope: Scoped) -> Reading:
    found, words = [], []
    for name, text in match.slots:
        slot = questions().slots[name]
        if slot.types:
            found.append((name, view.find(text, slot.types)))
        else:
            words.append((name, text))
    return Reading(match.kind, match.whether, tuple(found), tuple(words), scope, view)


def of_their_class(reading: Reading) -> Reading | None:
    """Return the reading asked of the classes of which its bodies and posts are one; None if no class is known.

    "Each Delivery Group reports to the Board" says so of the Training Delivery Group, too.
    """
    found = tuple((name, _class_of(item, reading.view) or item) for name, item in reading.found)
    return None if found == reading.found else replace(reading, found=found)


def of_longer_names(reading: Reading) -> Reading | None:
    """Return the reading asked of all in whose names its names stand; None if those are no more.

    Nothing may be stated of the one that a paper calls "Safeguarding Board", and much of Safeguarding Children Boards.
    """
    return _widened(reading, lambda item: item.exact and len(item.entities) == 1)


def _widened(reading: Reading, widens: Callable[[Found], bool]) -> Reading | None:
    slots = questions().slots
    found = tuple(
        (name, reading.view.holding(item.words, slots[name].types) if widens(item) else item)
        for name, item in reading.found
    )
    more = any(
        len(other.entities) > len(item.entities) for (_, item), (_, other) in zip(reading.found, found, strict=True)
    )
    return replace(reading, found=found) if more else None


def of_all_so_called(reading: Reading) -> Reading:
    """Return the reading asked of all in whose names its words stand, where they are one body's name cut short.

    "The Safeguarding Board" is what one area's papers call theirs; who names no area may mean any.
    """
    choice = reading.scope.choice
    if choice.area or choice.documents or reading.whether:
        return reading
    return _widened(reading, _cut_short) or reading


def _cut_short(item: Found) -> bool:
    """Whether the words are two or more of the longer name of the one body that they mean, and no class."""
    words = name_key(item.words).split()
    alone = item.exact and len(item.entities) == 1 and len(words) > 1 and not words[-1].endswith("s")
    return alone and set(words) < set(name_key(item.entities[0].name).split())


def _class_of(found: Found, view: Graph) -> Found | None:
    kind = view.class_of(found.entities[0].id) if len(found.entities) == 1 else None
    record = view.record(kind.id) if kind else None
    return Found(found.name, (record,), exact=False, of_class=True) if record else None


def nearest_kinds(text: str) -> tuple[str, ...]:
    """Return an example of each of the kinds of questions whose wordings share most words with this one."""
    asked = set(name_key(text).split())
    scored = []
    for order, kind in enumerate(questions().kinds):
        shares = [
            len(asked & words) / len(asked | words) for words in map(_words, (*kind.examples, kind.asks)) if words
        ]
        scored.append((-max(shares), order, kind.examples[0]))
    return tuple(example for _, _, example in sorted(scored)[:_OFFERED])


def _words(text: str) -> set[str]:
    return set(name_key(text).split())
