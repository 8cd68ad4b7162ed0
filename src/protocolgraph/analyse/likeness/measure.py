"""How alike two meanings are, between 0 and 1, and what makes it so."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from protocolgraph.analyse.likeness.meaning import Meaning, meaning_of
from protocolgraph.vocab.thesaurus import thesaurus

SAME = 0.5
"""From here on two duties count as the same: chosen on judged pairs, see docs/likeness.md."""
_OTHER_PEOPLE = 0.5
"""What is left of the score of duties that serve different people."""
NEAR, INNER = 0.75, 0.9
"""What is left where the actions are near, and where one stands inside ("ensure that ... is monitored")."""
OPEN, OTHER = 0.5, 0.25
"""What is left where one of the actions is not said, and where they differ: the highest scores of such duties."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A score and its reasons."""

    score: float
    shared: tuple[str, ...]
    """Themes, beneficiaries and words that both have, the weightiest first."""
    action: str
    """What both ask for ("monitor"), two classes that are near ("monitor / challenge"), or nothing."""

    @property
    def reason(self) -> str:
        """The reasons in words: "both: monitor; training, staff"."""
        parts = [self.action, ", ".join(self.shared)]
        return "both: " + "; ".join(part for part in parts if part)


def likeness(first: str, second: str) -> Likeness:
    """Return how alike two duties are, each given as a clause without its bearer."""
    return compare(meaning_of(first), meaning_of(second))


def compare(first: Meaning, second: Meaning) -> Likeness:
    """Return how alike two meanings are."""
    shared = first.features.keys() & second.features.keys()
    action, strength = _action(first, second)
    score = about(first, second) * strength
    if first.beneficiaries and second.beneficiaries and not _same_people(first, second):
        score *= _OTHER_PEOPLE
    names = sorted(shared, key=lambda name: (-first.features[name], name))
    return Likeness(round(min(score, 1.0), 3), tuple(name.lstrip("~@") for name in names), action)


def about(first: Meaning, second: Meaning) -> float:
    """Return how far two meanings are about the same, whatever is asked for: no score is higher."""
    shared = first.features.keys() & second.features.keys()
    size = sqrt(first.size * second.size)
    return sum(first.features[name] * second.features[name] for name in shared) / size if size else 0.0


def _same_people(first: Meaning, second: Meaning) -> bool:
    wide = thesaurus().wide
    one, other = first.beneficiaries, second.beneficiaries
    held = any(wide.get(name, frozenset()) & b for a, b in ((one, other), (other, one)) for name in a)
    return bool(one & other) or held


def _action(first: Meaning, second: Meaning) -> tuple[str, float]:
    """Return what both ask for, in words, and how far it is the same."""
    known = thesaurus().actions
    one, other = (frozenset(a for a in meaning.actions if not known[a].weak) for meaning in (first, second))
    if one & other:
        return min(one & other), 1.0
    inner = (one & second.inner if not other else frozenset()) | (other & first.inner if not one else frozenset())
    if inner:
        return min(inner), INNER
    near = [(a, b) for a in sorted(one) for b in sorted(other) if b in known[a].near or a in known[b].near]
    if near:
        return " / ".join(near[0]), NEAR
    if not one and not other:
        return "", 1.0 if first.actions & second.actions else INNER
    return "", OPEN if not (one and other) else OTHER
