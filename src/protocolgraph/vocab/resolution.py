"""The words by which resolution compares names, from `lexicon/resolution.yaml` (its head says what each list is)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from protocolgraph.errors import VocabularyError
from protocolgraph.model import EntityType
from protocolgraph.vocab.lexicon import lexicon, load_yaml

_FILE = "lexicon/resolution.yaml"
_SURNAME = 2
"""Letters behind a name that may be a surname, too: "Ma"."""


@dataclass(frozen=True, slots=True)
class AuthorityWords:
    """How the local authority of an area is named."""

    heads: frozenset[tuple[str, ...]]
    principal_heads: frozenset[tuple[str, ...]]
    principal: frozenset[str]
    parish: frozenset[str]
    acronyms: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """Titles before a name and letters after it."""

    masculine: frozenset[str]
    feminine: frozenset[str]
    neutral: frozenset[str]
    office: Mapping[str, str]
    """Title to the office that it stands for: "cllr" to "councillor"."""
    after: frozenset[str]
    short: Mapping[str, frozenset[str]]
    """A given name cut short to those that it may be short for: "sue" to "susan"."""


@dataclass(frozen=True, slots=True)
class LawWords:
    """What surrounds the title of a law."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    cut_before: frozenset[str]


@dataclass(frozen=True, slots=True)
class ResolutionWords:
    """All lists of the file."""

    small: frozenset[str]
    determiners: frozenset[str]
    joined: Mapping[tuple[str, str], str]
    synonyms: Mapping[str, tuple[str, ...]]
    distinguishing: frozenset[str]
    optional: frozenset[str]
    single: frozenset[str]
    describing: Mapping[str, frozenset[str]]
    beside: Mapping[str, frozenset[str]]
    plain: Mapping[EntityType, frozenset[str]]
    dependent: frozenset[str]
    one_a_region: frozenset[tuple[str, ...]]
    runs: frozenset[str]
    placeless: frozenset[str]
    authority: AuthorityWords
    people: PeopleWords
    legislation: LawWords
    symmetric: frozenset[str]


@cache
def resolution_words() -> ResolutionWords:
    """Return the words of `lexicon/resolution.yaml`.

    Raises:
        VocabularyError: the file is missing, or a list is missing or of the wrong form.

    """
    data = load_yaml(_FILE)
    try:
        return _words(data)
    except (KeyError, TypeError, ValueError, AttributeError, re.error) as error:
        raise VocabularyError(f"vocab/{_FILE}: {type(error).__name__}: {error}") from error


def _words(data: Mapping[str, Any]) -> ResolutionWords:
    return ResolutionWords(
        small=_set(data["small"]),
        determiners=_set(data["determiners"]),
        joined={_pair(words): str(word) for words, word in data["joined"].items()},
        synonyms={word: tuple(meant.split()) for word, meant in data["synonyms"].items()},
        distinguishing=_set(data["distinguishing"]),
        optional=_set(data["optional"]),
        single=_set(data["single"]),
        describing={head: _set(words) for head, words in data["describing"].items()},
        beside={word: _set(words) for word, words in data["beside"].items()},
        plain={EntityType(kind): _set(words) for kind, words in data["plain"].items()},
        dependent=_set(data["dependent"]),
        one_a_region=frozenset(tuple(kind.split()) for kind in data["one_a_region"]),
        runs=_set(data["runs"]),
        placeless=_set(data["placeless"]),
        authority=_authority(data["authority"]),
        people=_people(data["people"]),
        legislation=_law(data["legislation"]),
        symmetric=_set(data["symmetric"]),
    )


def _set(words: list[str]) -> frozenset[str]:
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise TypeError(f"not a list of words: {words!r}")
    return frozenset(words)


def _pair(words: str) -> tuple[str, str]:
    first, second = words.split()
    return first, second


def _authority(data: Mapping[str, Any]) -> AuthorityWords:
    return AuthorityWords(
        heads=frozenset(tuple(head.split()) for head in data["heads"]),
        principal_heads=frozenset(tuple(head.split()) for head in data["principal_heads"]),
        principal=_set(data["principal"]),
        parish=_set(data["parish"]),
        acronyms={short: tuple(meant.split()) for short, meant in data["acronyms"].items()},
    )


def _people(data: Mapping[str, Any]) -> PeopleWords:
    return PeopleWords(
        masculine=_set(data["masculine"]),
        feminine=_set(data["feminine"]),
        neutral=_set(data["neutral"]),
        office={title: office for office, titles in data["office"].items() for title in titles},
        after=_set(data["after"]) | {letters for letters in lexicon("people")["honours"] if len(letters) > _SURNAME},
        short={short: _set(names) for short, names in data["short"].items()},
    )


def _law(data: Mapping[str, Any]) -> LawWords:
    return LawWords(
        before=re.compile(data["before"], re.IGNORECASE),
        after=re.compile(data["after"], re.IGNORECASE),
        cut_before=_set(data["cut_before"]),
    )
