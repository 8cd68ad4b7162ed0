"""A thesaurus of this field: classes of action, themes and beneficiaries, each with the words that name it.

`actions.yaml` and `themes.yaml` say at their heads what they hold. A policy researcher adds a word there,
without touching code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from protocolgraph.errors import VocabularyError
from protocolgraph.vocab.lexicon import load_yaml

Stems = tuple[str, ...]
_WORD = re.compile(r"[a-z]+|\d+")
_LONGEST = 6
_ENDINGS = (
    "isations", "izations", "isation", "ization", "ations", "ation", "ements", "ement", "ments", "ment", "ities",
    "ings", "ing", "ions", "ion", "ied", "ed", "es", "ly", "ity", "s", "e",
)  # fmt: skip
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Action:
    """A class of action."""

    name: str
    near: frozenset[str]
    weak: bool
    light: bool


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Words, as tuples of stems, and what they name."""

    actions: Mapping[str, Action]
    verbs: Mapping[Stems, str]
    beneficiaries: Mapping[Stems, str]
    subjects: Mapping[Stems, str]
    themes: Mapping[Stems, str]
    """Beneficiaries and subjects together."""
    wide: Mapping[str, frozenset[str]]
    """Beneficiaries, and those whom they hold."""
    general: frozenset[str]
    """Stems."""
    small: frozenset[str]
    """Words."""
    rewrites: tuple[tuple[re.Pattern[str], str], ...]

    def words(self, text: str) -> list[str]:
        """Return a text's words, wordings that are another one's rewritten."""
        for pattern, better in self.rewrites:
            text = pattern.sub(better, text)
        return words_of(text)


@cache
def thesaurus() -> Thesaurus:
    """Return the thesaurus.

    Raises:
        VocabularyError: one of its files is missing or damaged.

    """
    actions, themes = load_yaml("thesaurus/actions.yaml"), load_yaml("thesaurus/themes.yaml")
    try:
        small = frozenset(themes["small"])
        beneficiaries, subjects = (_by_stems(themes[name], small) for name in ("beneficiaries", "subjects"))
        return Thesaurus(
            actions={
                name: Action(name, frozenset(entry.get("near", ())), bool(entry.get("weak")), bool(entry.get("light")))
                for name, entry in actions.items()
            },
            verbs=_by_stems({name: entry["words"] for name, entry in actions.items()}, frozenset()),
            beneficiaries=beneficiaries,
            subjects=subjects,
            themes={**beneficiaries, **subjects},
            wide={name: frozenset(held) for name, held in themes["wide"].items()},
            general=frozenset(stem(word) for word in themes["general"]),
            small=small,
            rewrites=tuple((re.compile(pattern, re.IGNORECASE), text) for pattern, text in themes["rewrites"].items()),
        )
    except (KeyError, TypeError, AttributeError, re.error) as error:
        raise VocabularyError(f"vocab/thesaurus: {error!r}") from error


def words_of(text: str) -> list[str]:
    """Return a text's words in lower case, without possessives; hyphens part words."""
    return _WORD.findall(re.sub(r"['’‘]s?\b", "", text.lower()).replace("-", " "))


@cache
def stem(word: str) -> str:
    """Return a word without its ending, so that "monitoring" and "monitored" are one; short words stay."""
    if word.endswith("ies") and len(word) > _SHORTEST_STEM + 1:
        return word[:-3] + "y"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > _SHORTEST_STEM and word[-1] == word[-2] else word


def match_longest(stems: list[str], names: Mapping[Stems, str]) -> Iterable[tuple[int, int, str]]:
    """Yield where names stand in a run of stems, the longest first at each place, none over another."""
    place = 0
    while place < len(stems):
        for length in range(min(_LONGEST, len(stems) - place), 0, -1):
            found = names.get(tuple(stems[place : place + length]))
            if found:
                yield place, place + length, found
                place += length
                break
        else:
            place += 1


def _by_stems(names: Mapping[str, list[str]], small: frozenset[str]) -> dict[Stems, str]:
    found: dict[Stems, str] = {}
    for name, words in names.items():
        for phrase in (name, *words):
            stems = tuple(stem(word) for word in words_of(phrase) if word not in small)
            if stems and not (len(stems) == 1 and len(phrase.split()) > 1):
                found.setdefault(stems, name)
    return found
