"""Acts, regulations and statutory guidance by their titles and years."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from protocolgraph.extract.found import Found, longest
from protocolgraph.extract.tokens import Token
from protocolgraph.model import EntityType, MentionForm, Scope
from protocolgraph.vocab.lexicon import fold, lexicon

_YEAR = re.compile(r"(?:1[89]|20)\d\d(?:/\d+)?")
_CONNECTORS = {"and", "of", "for", "in", "to", "&", ",", "(", ")", "on", "etc", "from", "against"}
_SHORT = 2
"""Words of a title that are no title without their capitals."""
_CITING = {"section", "sections", "regulation", "regulations", "schedule", "part", "chapter", "under", "see", "article"}
"""Capitalised words that lead up to a law without being part of its title."""
_LAW_AGAIN = re.compile(
    r"\b(?:[Tt]he|[Tt]hat|[Tt]his|said)(?: same)? (?P<law>(?:(?:19|20)\d\d )?(?:Act|Regulations|Order))\b"
    r"(?! (?:19|20)\d\d)"
)


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
                end = self._year_after(tokens, index + 1) or self._without_year(tokens, index)
                first = self._left(tokens, index)
                if first == index and self._slipped(tokens, index):
                    first = index - 1
                if end and first < index and not tokens[first].text.isdigit():
                    found.append(_law(text, tokens[first].start, tokens[end - 1].end))
        return longest(found)

    @staticmethod
    def _slipped(tokens: list[Token], index: int) -> bool:
        """Whether one word after "the" lacks its capital: "the children Act 2004"."""
        return index > 1 and tokens[index - 1].word and tokens[index - 2].folded == "the"

    @staticmethod
    def _without_year(tokens: list[Token], index: int) -> int | None:
        """Return the index after "Act" where it ends a title that no year follows: "the Localism Act"."""
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        goes_on = after is not None and after.word and (after.capital or after.folded in _CONNECTORS - {"and", "in"})
        goes_on = goes_on or (after is not None and after.text == "(")
        return index + 1 if tokens[index].base == "act" and tokens[index].text != "ACT" and not goes_on else None

    @staticmethod
    def _year_after(tokens: list[Token], index: int) -> int | None:
        """Return the index after the year that follows, over "(England)", "(No. 2)" or a comma, its bracket closed."""
        comma = index + 1 < len(tokens) and tokens[index].text == ","
        place = index + (comma and _YEAR.fullmatch(tokens[index + 1].text) is not None)
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
            elif token.folded not in _CONNECTORS and not self._amended(tokens, index):
                break
            index -= 1
        return first

    def _amended(self, tokens: list[Token], index: int) -> bool:
        """Whether the year of the Act stands here under which regulations are: "Care Act 2008 (...) Regulations"."""
        year = _YEAR.fullmatch(tokens[index].text) is not None and tokens[index + 1].text == "("
        return year and index > 0 and tokens[index - 1].folded in self.kinds

    def _leads_up(self, tokens: list[Token], index: int) -> bool:
        folded = tokens[index].folded
        return folded in _CITING or (folded in self.never_start and (index == 0 or not tokens[index - 1].capital))


def _titled(match: re.Match[str]) -> bool:
    """Whether a listed title is written as a title here: "Working together" is ordinary English."""
    words = match.group().split()
    written = len(words) > _SHORT or words[-1][0].isupper() or fold(words[-1]) == "guidance"
    return words[0][0].isupper() and written


def _law(text: str, start: int, end: int) -> Found:
    return Found(start, end, EntityType.LEGISLATION, text[start:end], "law", scope=Scope.NATIONAL)


def laws_again(text: str, names: Sequence[Found]) -> list[Found]:
    """Return what points back to a law: "that Act", "the 2011 Act", "the Regulations"; none inside a name."""
    return [
        Found(
            match.start("law"), match.end("law"), EntityType.LEGISLATION, match["law"], "law", MentionForm.DEFINITE,
            Scope.NATIONAL,
        )
        for match in _LAW_AGAIN.finditer(text)
        if not any(name.start < match.end("law") and match.start("law") < name.end for name in names)
    ]  # fmt: skip
