"""Search in names and duties: every word that is asked for begins a word of what is found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from typing import Protocol

from protocolgraph.graph.finder import all_names, words_of
from protocolgraph.model import Duty, Entity
from protocolgraph.text.normalise import name_key


def in_order(called: Collection[str], found: Iterable[Entity]) -> list[Entity]:
    """Return what a search in names found: who is called so first, then those of most documents and shortest names.

    Args:
        called: ids of those whose whole name was searched for.
        found: all that was found.

    """
    return sorted(found, key=lambda one: (one.id not in called, -len(one.documents), len(one.name), one.id))


class WordIndex(Protocol):
    """An index of the words of statements. Of each of what is sought, in plain letters, one must begin a word there."""

    def said(self, sought: Sequence[Collection[str]]) -> Sequence[str]:
        """Return the ids of the duties in whose text words begin so."""

    def quoted(self, sought: Sequence[Collection[str]], predicates: Collection[str], *, duties: bool) -> Sequence[str]:
        """Return the ids of the facts of these predicates, and of duties if asked, in whose quotes words begin so."""


class WordSearch:
    """Search in records in memory."""

    def __init__(self, entities: Sequence[Entity], duties: Sequence[Duty]) -> None:
        self._names = [(e, tuple(f" {' '.join(words_of(name))}" for name in all_names(e))) for e in entities]
        self._duties = [(duty, f" {name_key(duty.content.text)}") for duty in duties]

    def named(self, text: str) -> list[Entity]:
        """Return the entities one of whose names holds all the words."""
        words = words_of(text)
        return [entity for entity, keys in self._names if any(_holds(words, key) for key in keys)]

    def saying(self, text: str, most: int) -> list[Duty]:
        """Return the duties whose text holds all the words, at most so many."""
        words = tuple(name_key(text).split())
        return list(islice((duty for duty, key in self._duties if _holds(words, key)), most))


def _holds(words: tuple[str, ...], text: str) -> bool:
    """Whether each of the words begins a word of a text in plain letters with a space before each word."""
    return bool(words) and all(f" {word}" in text for word in words)
