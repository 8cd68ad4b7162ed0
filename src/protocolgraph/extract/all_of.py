"""Words that mean all the bodies a paper is about, or all that were just named: "both Boards", "all three"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from protocolgraph.extract.tokens import Token

_SEVERAL = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "neither": 2, "either": 2}
"""Words before a noun for all bodies that a paper is about, with how many they are."""
_SOME = {"any", "one", "some", "most", "either"}
"""Words before "of the Boards" where not all of them are meant."""
_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
PAIR = 2
_GOES_ON = {
    "are", "were", "have", "will", "shall", "must", "should", "may", "can", "do", "also", "report", "meet", "work",
    "sit", "answer", "operate", "contribute", "attend",
}  # fmt: skip
"""Words behind "both" or "all three" where they stand for bodies named before."""


def all_of_them(tokens: list[Token], index: int) -> int:
    """Return how many "both" or "all three" means that stands alone here, before a verb or at the end; else 0."""
    pair = tokens[index].folded == "both"
    counted = tokens[index].folded == "all" and index + 1 < len(tokens)
    number = PAIR if pair else _SEVERAL.get(tokens[index + 1].folded, 0) if counted else 0
    after = index + (1 if pair else 2)
    if not number or after >= len(tokens):
        return number
    return number if not tokens[after].word or tokens[after].folded in _GOES_ON else 0


def all_named(tokens: list[Token], index: int, heads: Mapping[str, Any]) -> str | None:
    """Return the head of "both Boards", "the two bodies", "neither Board": all that the document is about, with
    how many they are behind a "+", 0 where it is not said.
    """
    token = tokens[index]
    head = token.base.removesuffix("s") if token.base not in {"bodies"} else "body"
    before = tokens[index - 1].folded if index else ""
    if [t.folded for t in tokens[max(0, index - 3) : index]][1:] == ["of", "the"] and tokens[index - 3].folded in _SOME:
        return None
    plural = token.base == "bodies" or (token.base.endswith("s") and token.base not in heads)
    singular = before in {"neither", "either"} and token.base in heads
    if not singular and not (plural and head in heads and (before in _SEVERAL or (before == "the" and token.capital))):
        return None
    return f"{head}+{_SEVERAL.get(before, 0)}"


@cache
def counting(head: str, number: int) -> re.Pattern[str]:
    """Return what matches "three delivery boards" for a head and a number."""
    plural = "bodies" if head == "body" else f"{head}s"
    word = _NUMBERS.get(number, number)
    return re.compile(rf"\b{word} (?:[\w-]+ ){{0,2}}?{re.escape(plural)}\b", re.IGNORECASE)
