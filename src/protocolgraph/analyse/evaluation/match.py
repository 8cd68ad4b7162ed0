"""Which finding is which gold item; one to one.

entity  same type, and one of its names is one of the gold's (lenient: or nine tenths alike)
fact    same predicate and polarity, and subject and object match as entities do
duty    the bearer matches, and the clause is the same: its words overlap with F1 of 0.6, or of 0.3
        where its quote shares a run of at least half of the shorter quote
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

from protocolgraph.analyse.evaluation.gold import GoldDuty, GoldEntity, GoldFact
from protocolgraph.analyse.evaluation.names import GoldNames, content_words, squash
from protocolgraph.analyse.evaluation.rows import Found, FoundDuty, FoundEntity, FoundFact

SAME_WORDS, SIMILAR_WORDS = 0.6, 0.3
"""Overlap of words from which two clauses are the same; the second where their quotes are."""
SHORTEST_RUN = 20
"""Characters that a quote needs to be compared by what it shares."""
SYMMETRIC = frozenset({"works_with", "peer_of"})
_GAP = re.compile(r"\s*\[(?:…|\.\.\.)\]\s*")
G = TypeVar("G")
F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Paired(Generic[G, F]):
    """Gold items with their findings, and what is left of both."""

    pairs: tuple[tuple[G, F], ...]
    missed: tuple[G, ...]
    extra: tuple[F, ...]


def pair_up(wanted: Sequence[G], found: Sequence[F], score: Callable[[G, F], float]) -> Paired[G, F]:
    """Return a one-to-one pairing: each gold item in turn takes the finding that scores highest, above 0."""
    pairs: list[tuple[G, F]] = []
    missed: list[G] = []
    free = list(range(len(found)))
    for item in wanted:
        best, place = max(((score(item, found[place]), place) for place in free), default=(0.0, 0))
        if best > 0:
            free.remove(place)
            pairs.append((item, found[place]))
        else:
            missed.append(item)
    return Paired(tuple(pairs), tuple(missed), tuple(found[place] for place in free))


class Matcher:
    """Compares the findings of one document with its gold."""

    def __init__(self, names: GoldNames, found: Found, *, strict: bool) -> None:
        self.names = names
        self.strict = strict
        self.forms: dict[str, set[str]] = {}
        for entity in found.entities:
            self.forms.setdefault(entity.name, set()).update(entity.names)

    def meant(self, name: str | None, kind: str | None) -> frozenset[str]:
        """Return the gold entities that a statement's argument can mean: by its own name, else by its other names."""
        if not name:
            return frozenset()
        own = self.names.ids([name], kind, strict=self.strict)
        if any(self.names.bears(id, name) for id in own):
            return own
        return self.names.ids(sorted(self.forms.get(name, {name})), kind, strict=self.strict)

    def entity(self, wanted: GoldEntity, found: FoundEntity) -> float:
        """Return 1 where the entities are the same."""
        return float(wanted.id in self.names.ids(found.names, wanted.type, strict=self.strict))

    def fact(self, wanted: GoldFact, found: FoundFact) -> float:
        """Return 1 where the facts are the same."""
        if wanted.predicate != found.predicate or wanted.negated != found.negated:
            return 0.0
        return float(self.ends(wanted, found) or (wanted.predicate in SYMMETRIC and self.turned(wanted, found)))

    def ends(self, wanted: GoldFact, found: FoundFact) -> bool:
        """Whether subject and object are the same."""
        subject, obj = self.meant(found.subject, found.subject_type), self.meant(found.object, found.object_type)
        return wanted.subject in subject and (wanted.object is None or wanted.object in obj)

    def turned(self, wanted: GoldFact, found: FoundFact) -> bool:
        """Whether the subject is the other's object, and the other way round."""
        subject, obj = self.meant(found.subject, found.subject_type), self.meant(found.object, found.object_type)
        return wanted.object in subject and wanted.subject in obj

    def duty(self, wanted: GoldDuty, found: FoundDuty) -> float:
        """Return how far the duties overlap, 0 where they are not the same."""
        if not self.meant(found.bearer, found.bearer_type) & set(wanted.bearers):
            return 0.0
        return same_clause(wanted, found)


def same_clause(wanted: GoldDuty, found: FoundDuty) -> float:
    """Return how far two duties' clauses overlap, whoever bears them; 0 where they are not the same."""
    shared = max(word_f1(wanted.text, found.text), *(word_f1(quote, found.quote) for quote in wanted.quotes))
    if shared >= SAME_WORDS:
        return shared
    close = shared >= SIMILAR_WORDS and any(share_a_run(quote, found.quote) for quote in wanted.quotes)
    return shared if close else 0.0


def word_f1(one: str, other: str) -> float:
    """Return the overlap of two texts' words: twice the shared ones by all."""
    left, right = Counter(content_words(one)), Counter(content_words(other))
    shared = sum((left & right).values())
    return 2 * shared / (sum(left.values()) + sum(right.values())) if shared else 0.0


def share_a_run(one: str, other: str) -> bool:
    """Whether two quotes share a run of at least half of the shorter one."""
    left, right = squash(one).lower(), squash(other).lower()
    shorter = min(len(left), len(right))
    if shorter <= SHORTEST_RUN:
        return False
    return SequenceMatcher(None, left, right, autojunk=False).find_longest_match().size >= shorter / 2


def quoted(quote: str, text: str) -> bool:
    """Whether every piece of a quote stands in a squashed text."""
    return bool(quote) and all(squash(piece) in text for piece in _GAP.split(quote))
