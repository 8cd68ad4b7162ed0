"""The words by which the drafting of a document is judged, from `lexicon/drafting.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from protocolgraph.errors import VocabularyError
from protocolgraph.vocab.lexicon import load_yaml
from protocolgraph.vocab.sought import Sought

_PATTERNS = (
    "placeholders", "vague_times", "drafts", "reviews", "owners", "signatures", "disputes", "joint", "leads",
)  # fmt: skip
_WORDS = ("participles", "no_tasks", "known", "capitals")


@dataclass(frozen=True, slots=True)
class Drafting:
    """Patterns and word lists; the file says what each is for."""

    placeholders: re.Pattern[str]
    vague_times: Sought
    drafts: re.Pattern[str]
    reviews: Sought
    owners: Sought
    signatures: re.Pattern[str]
    disputes: Sought
    terms: Mapping[str, Sought]
    """By what they tell: "chair", "members", "meetings"."""
    joint: re.Pattern[str]
    leads: re.Pattern[str]
    participles: frozenset[str]
    no_tasks: frozenset[str]
    known: frozenset[str]
    """In capitals, as `capitals`."""
    capitals: frozenset[str]


@cache
def load_drafting() -> Drafting:
    """Return the patterns and words.

    Raises:
        VocabularyError: the file is missing, lacks a list, or has a pattern that is none.

    """
    data = load_yaml("lexicon/drafting.yaml")
    try:
        lists: dict[str, Any] = {name: _either(data[name]) for name in _PATTERNS}
        lists["terms"] = {name: _either(patterns) for name, patterns in data["terms"].items()}
        for name, words in data["held"].items():
            among = lists["terms"] if name in lists["terms"] else lists
            among[name] = Sought(among[name], tuple(words))
        lists |= {name: frozenset(str(word) for word in data[name]) for name in _WORDS}
        return Drafting(**lists)
    except (KeyError, TypeError, AttributeError, re.error) as error:
        raise VocabularyError(f"vocab/lexicon/drafting.yaml: {error}") from error


def _either(patterns: list[str]) -> re.Pattern[str]:
    """Return a pattern of any of these, in their order; what begins at a word's edge is tried there alone."""
    runs = (
        (edge, "|".join(pattern.removeprefix(r"\b") if edge else f"(?:{pattern})" for pattern in run))
        for edge, run in groupby(patterns, key=_begins_at_edge)
    )
    return re.compile("|".join(rf"\b(?:{run})" if edge else run for edge, run in runs), re.IGNORECASE)


def _begins_at_edge(pattern: str) -> bool:
    """Whether all of a pattern stands behind the word's edge that it begins with: no alternative is outside a group."""
    return pattern.startswith(r"\b") and "|" not in re.sub(r"\([^()]*\)", "", pattern)
