"""Acts, regulations and statutory guidance by their titles and years."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from protocolgraph.extract.found import Found, longest
from protocolgraph.extract.tokens import Token
from protocolgraph.model import EntityType, Scope
from protocolgraph.vocab.lexicon import fold, lexicon

_YEAR = re.compile(r"(?:1[89]|20)\d\d(?:/\d+)?")
_CONNECTORS = {"and", "of", "for", "in", "to", "&", ",", "(", ")", "on", "etc", "from"}
_CITING = {"section", "sections", "regulation", "regulations", "schedule", "part", "chapter", "under", "see", "article"}
"""Capitalised words that lead up to a law without being part of its title."""


@dataclass(frozen=True, slots=True)
class LegislationFinder:
    """Finds laws in a passage by the form of their titles."""

    kinds: Mapping[str, Any]
    never_start: Mapping[str, Any]
    listed: re.Pattern[str]

    @classmethod
    def load(cls) -> LegislationFinder:
        """Return a finder with the lexicon's words."""
        words = lexicon("legislation")
        titles = [*words["guidance"], *words["unnamed"]]
        for others in (*words["guidance"].values(), *words["unnamed"].values()):
            titles += [fold(other) for other in others]
        joined = "|".join(re.escape(title).replace("'", "['’]") for title in sorted(titles, key=len, reverse=True))
        pattern = re.compile(rf"\b(?:{joined})\b(?:,? (?:\((?:19|20)\d\d\)|(?:19|20)\d\d\b))?", re.IGNORECASE)
        return cls(words["kinds"], lexicon("words")["never_start"], pattern)

    def find(self, tokens: list[Token], text: str) -> list[Found]:
        """Return the laws named in a passage."""
        found = [_law(text, match.start(), match.end()) for match in self.listed.finditer(text) if _titled(match)]
        for index, token in enumerate(tokens):
            if token.capital and token.folded in self.kinds:
                end = self._year_after(tokens, index + 1)
                first = self._left(tokens, index)
                if first == index and self._slipped(tokens, index):
                    first = index - 1
                if end and first < index:
                    found.append(_law(text, tokens[first].start, tokens[end - 1].end))
        return longest(found)

    @staticmethod
    def _slipped(tokens: list[Token], index: int) -> bool:
        """Whether one word after "the" lacks its capital: "the children Act 2004"."""
        return index > 1 and tokens[index - 1].word and tokens[index - 2].folded == "the"

    @staticmethod
    def _year_after(tokens: list[Token], index: int) -> int | None:
        """Return the index after the year that follows, over "(England)" or "(No. 2)", its bracket closed."""
        place = index
        for _ in range(2):
            inner = place + 1 if place < len(tokens) and tokens[place].text == "(" else place
            if inner < len(tokens) and _YEAR.fullmatch(tokens[inner].text):
                closed = inner > place and inner + 1 < len(tokens) and tokens[inner + 1].text == ")"
                return inner + 1 + closed if closed or inner == place else None
            close = next((i for i in range(inner, min(inner + 6, len(tokens))) if tokens[i].text == ")"), None)
            if inner == place or close is None:
                return None
            place = close + 1
        return None

    def _left(self, tokens: list[Token], head: int) -> int:
        first, index = head, head - 1
        while index >= 0 and first - index <= 3:
            token = tokens[index]
            if token.word and token.capital and not self._leads_up(tokens, index):
                first = index
            elif token.folded not in _CONNECTORS:
                break
            index -= 1
        return first

    def _leads_up(self, tokens: list[Token], index: int) -> bool:
        folded = tokens[index].folded
        return folded in _CITING or (folded in self.never_start and (index == 0 or not tokens[index - 1].capital))


def _titled(match: re.Match[str]) -> bool:
    """Whether a listed title is written as a title here: "working together" in lower case is ordinary English."""
    return match.group()[0].isupper()


def _law(text: str, start: int, end: int) -> Found:
    return Found(start, end, EntityType.LEGISLATION, text[start:end], "law", scope=Scope.NATIONAL)
