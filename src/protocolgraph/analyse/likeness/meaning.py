"""What a duty is about: its classes of action, whom it serves, its subjects, and the words beside these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from protocolgraph.vocab.thesaurus import Thesaurus, match_longest, stem, thesaurus

SUBJECT, BENEFICIARY, WORD, GENERAL = 1.7, 0.9, 1.0, 0.25
"""How much a theme, a beneficiary, a word of no theme and a general word weigh."""
_NOUN_NEAR = 3
"""Words within which the noun of a light verb stands: "carry out regular member visits"."""
_JOINING = {"and", "or", "then"}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a duty asks for, as features with weights."""

    actions: frozenset[str]
    """Classes of the verbs at its head."""
    inner: frozenset[str]
    """Classes of the verbs further on: "ensure that ... are monitored"."""
    beneficiaries: frozenset[str]
    features: Mapping[str, float]
    """Themes ("~training"), beneficiaries ("@children") and stems, each with its weight."""
    size: float
    """The sum of the squares of the weights."""


@lru_cache(maxsize=200_000)
def meaning_of(text: str) -> Meaning:
    """Return the meaning of a duty, given as a clause without its bearer: "publish an Annual Report"."""
    known = thesaurus()
    words = known.words(text)
    end, actions = _head(words, known)
    places = [place for place, word in enumerate(words) if word not in known.small]
    stems = [stem(words[place]) for place in places]
    features, covered = _themes(stems, known)
    head = {number for number, place in enumerate(places) if place < end}
    further = _further(stems, known, after=len(head), covered=covered)
    if actions and all(known.actions[name].light for name in actions):
        actions = frozenset([name for start, name in further if start <= len(head) + _NOUN_NEAR][:1]) or actions
    for number, word in enumerate(stems):
        if number not in covered | head:
            features.setdefault(word, GENERAL if word in known.general else WORD)
    beneficiaries = frozenset(name[1:] for name in features if name.startswith("@"))
    size = sum(weight * weight for weight in features.values())
    return Meaning(actions, frozenset(name for _, name in further), beneficiaries, features, size)


def _further(stems: list[str], known: Thesaurus, *, after: int, covered: set[int]) -> list[tuple[int, str]]:
    """Return the classes of action that stand after the head and in no theme, with their places."""
    found = [(after + start, name) for start, _, name in match_longest(stems[after:], known.verbs)]
    return [(start, name) for start, name in found if start not in covered or not after]


def _head(words: list[str], known: Thesaurus) -> tuple[int, frozenset[str]]:
    """Return where the verbs at the head end, and their classes: "monitor, review and report on ..."."""
    stems, place = [stem(word) for word in words], 0
    actions: set[str] = set()
    while place < len(stems):
        start, end, name = next(iter(match_longest(stems[place:], known.verbs)), (1, 1, ""))
        if start:
            break
        actions.add(name)
        place += end
        if place < len(words) and words[place] in _JOINING:
            place += 1
        else:
            break
    return place, frozenset(actions)


def _themes(stems: list[str], known: Thesaurus) -> tuple[dict[str, float], set[int]]:
    """Return themes and beneficiaries with their weights, and the places of the stems that name them."""
    features: dict[str, float] = {}
    covered: set[int] = set()
    for start, end, name in match_longest(stems, known.themes):
        is_beneficiary = known.beneficiaries.get(tuple(stems[start:end])) == name
        features.setdefault(f"@{name}" if is_beneficiary else f"~{name}", BENEFICIARY if is_beneficiary else SUBJECT)
        covered.update(range(start, end))
    return features, covered
