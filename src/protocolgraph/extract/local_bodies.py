"""Bodies called after their place or by a letter: "NHS Moor and Coast", "Committee B"; whether one is the nation's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from protocolgraph.extract.capitals import Capitals
from protocolgraph.extract.phrases import Phrases
from protocolgraph.extract.tokens import Token
from protocolgraph.model import Scope
from protocolgraph.vocab.lexicon import lexicon

_LETTER = re.compile(r"[A-F]")
"""Letters that tell groups of one kind apart; "I" may be a numeral or somebody who speaks."""
_LONGEST_PLACE = 3
_COMPASS = frozenset({"north", "south", "east", "west", "mid", "great", "upper", "lower"})
AFTER_NAMES = frozenset({
    "and", "or", "to", "will", "must", "shall", "should", "may", "can", "is", "are", "was", "were", "have", "has", "in",
    "on", "for", "with", "who", "which", "at", "from", "by", "as", "that", "when", "where", "if", "about", "of",
})  # fmt: skip
"""What follows a name without going on with it."""

Named = tuple[int, int, str]
"""Index of the first word of a name, of the word behind it, and what sort of body it is."""


_KNOWN_NAMES = 8_192
"""Names of which is remembered whether their bodies are the nation's."""


@lru_cache(_KNOWN_NAMES)
def of_the_nation(name: str) -> bool:
    """Return whether a folded name is that of a body of the whole country: of government, of a profession."""
    words = lexicon("bodies")
    known = words["alone"].get(name) == Scope.NATIONAL.value
    begins = any(name.startswith(f"{word} ") for word in words["nationwide_begins"])
    return known or begins or any(name.endswith(f" {word}") for word in words["nationwide_ends"])


@dataclass(frozen=True, slots=True)
class LocalBodies:
    """Finds such bodies in the tokens of a passage."""

    capitals: Capitals
    branches: Phrases
    narrowing: Mapping[str, Any]
    alone: Phrases
    others: Mapping[str, Any]
    """Words that are no place's."""
    school_ends: Mapping[str, Any]

    @classmethod
    def load(cls, capitals: Capitals) -> LocalBodies:
        """Return a finder with the lexicon's words."""
        bodies = lexicon("bodies")
        branches, alone = Phrases(bodies["branches"]), Phrases(bodies["alone"])
        return cls(capitals, branches, bodies["narrowing"], alone, bodies["not_places"], bodies["school_ends"])

    def find(self, tokens: list[Token], gathered: Collection[str]) -> Iterator[Named]:
        """Yield where they stand; `gathered` are the nouns of those who meet."""
        for index, token in enumerate(tokens):
            if token.text == "NHS" and (end := self._of_places(tokens, index)):
                yield index, end, "trust"
            if token.capital and (length := self.branches.longest_at(tokens, index)):
                first = index
                while first and index - first < _LONGEST_PLACE and self._place(tokens[first - 1]):
                    first -= 1
                if first < index:
                    yield first, index + length, token.base
            if token.text == "Safer" and (end := self._safer(tokens, index)):
                yield index, end, "partnership"
            if token.capital and token.base in gathered and self._lettered(tokens, index):
                yield index, index + 2, token.base
            if token.capital and token.folded in self.school_ends and (first := self._school(tokens, index)) < index:
                yield first, index + 1, "school"

    def _of_places(self, tokens: list[Token], index: int) -> int:
        """Where "NHS Moor and Coast" or "NHS Upper Coast" ends, a health body called after its places; 0 for none."""
        end = index + 1
        while end < len(tokens) and end - index <= _LONGEST_PLACE and self._place(tokens[end]):
            end += 1
        joined = end + 1 < len(tokens) and tokens[end].folded in {"and", "&"} and self._place(tokens[end + 1])
        after = end + 2 if joined else end
        second = joined and self.capitals.heads.keys().isdisjoint(t.base for t in tokens[end + 1 : end + 3])
        if second and (after == len(tokens) or not self._goes_on(tokens[after])):
            end = after
        ends = end == len(tokens) or not self._goes_on(tokens[end])
        known = self.alone.longest_at(tokens, index) > 1
        return end if end > index + 1 and ends and not known else 0

    def _safer(self, tokens: list[Token], index: int) -> int:
        """Where "Safer Northwick" or "Safer Stronger Northwick" ends, as a place calls its partnership; 0 for none."""
        first = index + 1 + (index + 1 < len(tokens) and tokens[index + 1].folded in {"stronger", "healthier"})
        end = first
        while end < len(tokens) and self._place(tokens[end]):
            end += 1
            if tokens[end - 1].folded not in _COMPASS:
                break
        ends = end == len(tokens) or not self._goes_on(tokens[end])
        ordinary = any(token.folded in lexicon("bodies")["made_safer"] for token in tokens[first:end])
        return end if end > first and ends and not ordinary else 0

    def _school(self, tokens: list[Token], index: int) -> int:
        """Where "Elm Lane Primary" begins, a school's name without its last noun; the same index for none."""
        before = tokens[index - 1] if index else None
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        ends = after is None or not after.word or after.folded in AFTER_NAMES
        if not (ends and before is not None and before.capital and before.word):
            return index
        first = self.capitals.left(tokens, index)
        others = [place for place in range(first, index) if tokens[place].folded in self.school_ends]
        first = others[-1] + 2 if others else first
        plain = any(t.base in self.capitals.business for t in tokens[first:index])
        return index if plain else min(first, index)

    @staticmethod
    def _goes_on(token: Token) -> bool:
        return token.word and token.capital

    def _lettered(self, tokens: list[Token], index: int) -> bool:
        """Whether a letter alone tells this group from others of its kind: "Group A", not "the Group A has set up"."""
        after = tokens[index + 1 : index + 3]
        letter = bool(after) and _LETTER.fullmatch(after[0].text) is not None and not tokens[index].possessive
        return letter and (index == 0 or not tokens[index - 1].capital)

    def _place(self, token: Token) -> bool:
        """Whether a word may be a place's name: capitalised, and none that names of other things are made of."""
        capitals = self.capitals
        words = (capitals.business, capitals.fields, capitals.papers, capitals.heads, capitals.never_start)
        plain = any(token.base in known for known in words) or token.base in self.narrowing
        plain = plain or token.folded in capitals.determiners or token.base in self.others
        return token.capital and token.word and not (token.acronym or token.possessive or plain)
