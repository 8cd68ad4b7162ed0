"""Names in a gold file, looked up by any of their forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from protocolgraph.analyse.evaluation.gold import Gold

ALIKE = 0.9
"""Share of characters from which two names are alike."""
SHORTEST_ALIKE = 9
"""Characters that a name needs to be matched by likeness."""
_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00ad": None})
_DROPPED = {"the", "and", "of", "for"}
_EMPTY_WORDS = {"the", "a", "an", "of", "for", "and", "to", "in", "on", "its", "their", "s"}


def squash(text: str) -> str:
    """Return a text with plain marks and single spaces."""
    return " ".join(text.translate(_MARKS).split())


@lru_cache(65_536)
def key(name: str) -> str:
    """Return a name with case, articles, punctuation and spelling variants folded."""
    folded = squash(name).lower().replace("&", " and ").replace("'s", "s").replace("'", "")
    folded = re.sub(r"\bsub[ -]?(group|committee)", r"sub\1", folded)
    folded = re.sub(r"\bwell[ -]?being\b", "wellbeing", folded)
    return " ".join(word for word in re.sub(r"[^a-z0-9]+", " ", folded).split() if word not in _DROPPED)


@lru_cache(262_144)
def alike(one: str, other: str) -> bool:
    """Whether two keys are equal, or long enough and nine tenths alike."""
    if one == other:
        return True
    if min(len(one), len(other)) < SHORTEST_ALIKE:
        return False
    matcher = SequenceMatcher(None, one, other)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def content_words(text: str) -> list[str]:
    """Return the words of a text that carry meaning, in lower case."""
    return [word for word in re.findall(r"[a-z0-9]+", squash(text).lower()) if word not in _EMPTY_WORDS]


class GoldNames:
    """The entities of one gold file by their names."""

    def __init__(self, gold: Gold) -> None:
        self.types = {entity.id: entity.type for entity in gold.entities}
        self.keys = {e.id: {key(name) for name in (e.name, *e.aliases)} - {""} for e in gold.entities}
        self._seen: dict[tuple[frozenset[str], str | None, bool], frozenset[str]] = {}

    def ids(self, names: Iterable[str], kind: str | None, *, strict: bool) -> frozenset[str]:
        """Return the gold entities that these names can mean: those of an equal name, else those of one alike.

        Args:
            names: forms of one name.
            kind: the type that the entity must be of; None for any.
            strict: only equal names.

        """
        wanted = frozenset(key(name) for name in names if name) - {""}
        if (wanted, kind, strict) not in self._seen:
            self._seen[wanted, kind, strict] = self._ids(wanted, kind, strict=strict)
        return self._seen[wanted, kind, strict]

    def _ids(self, wanted: frozenset[str], kind: str | None, *, strict: bool) -> frozenset[str]:
        known = {id: keys for id, keys in self.keys.items() if kind in (None, self.types[id])}
        equal = frozenset(id for id, keys in known.items() if keys & wanted)
        if equal or strict:
            return equal
        return frozenset(id for id, keys in known.items() if any(alike(one, other) for one in keys for other in wanted))

    def bears(self, id: str, name: str) -> bool:
        """Whether this is a name of the gold entity."""
        return key(name) in self.keys[id]


def nearest(name: str, names: Sequence[str]) -> str | None:
    """Return the name that shares most words with this one, at least half of both; None if there is none."""
    wanted = set(key(name).split())
    ranked = sorted(names, key=lambda other: (-_shared(wanted, other), other))
    return ranked[0] if ranked and _shared(wanted, ranked[0]) >= 0.5 else None


def _shared(wanted: set[str], name: str) -> float:
    found = set(key(name).split())
    return len(wanted & found) / max(len(wanted), len(found), 1)
