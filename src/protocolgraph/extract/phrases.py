"""Phrases of one or more words, looked up at a place among tokens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from protocolgraph.extract.tokens import Token, tokenize


class Phrases:
    """A set of folded phrases with what stands beside each in the lexicon.

    The last word also matches as a possessive: "the Board's" holds "board"; "&" inside a phrase is its "and".
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.words = words
        self._by_first: dict[str, Sequence[tuple[str, ...]]] = {}
        options: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for phrase in words:
            parts = tuple(token.folded for token in tokenize(phrase))
            if parts:
                options[parts[0]].append(parts)
        for first, phrases in options.items():
            self._by_first[first] = sorted(phrases, key=len, reverse=True)

    def longest_at(self, tokens: Sequence[Token], index: int) -> int:
        """Return how many tokens the longest phrase that begins at this index takes, 0 for none."""
        token = tokens[index]
        options = self._by_first.get(token.folded)
        found = self._longest(options, tokens, index) if options else 0
        if token.possessive and (options := self._by_first.get(token.base)):
            found = max(found, self._longest(options, tokens, index))
        return found

    def all_at(self, tokens: Sequence[Token]) -> dict[int, int]:
        """Return where phrases begin, each with how many tokens the longest there takes.

        Faster than `longest_at` for every token: hardly any word begins one.
        """
        firsts = self._by_first
        places = [i for i, t in enumerate(tokens) if t.folded in firsts or (t.possessive and t.base in firsts)]
        found = ((place, self.longest_at(tokens, place)) for place in places)
        return {place: length for place, length in found if length}

    @staticmethod
    def _longest(options: Sequence[tuple[str, ...]], tokens: Sequence[Token], index: int) -> int:
        """The length of the first option that stands here; the longest come first, and each begins with this word."""
        for parts in options:
            length = len(parts)
            if length == 1:
                return 1
            if index + length > len(tokens):
                continue
            last = tokens[index + length - 1]
            if parts[-1] in (last.folded, last.base) and _begins(parts, tokens, index):
                return length
        return 0


def _begins(parts: tuple[str, ...], tokens: Sequence[Token], index: int) -> bool:
    """Whether all words of a phrase but its last stand here."""
    for place, part in enumerate(parts[:-1], start=index):
        if part != tokens[place].folded and not (part == "and" and tokens[place].text == "&"):
            return False
    return True
