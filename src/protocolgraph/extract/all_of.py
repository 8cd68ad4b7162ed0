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


THESE = "+1"
"""Behind the noun of "These committees", which means as many as the sentence before has named."""
EACH = "+0"
"""Head of "Each" alone at the head of a sentence, which does not say of how many."""
_GOVERNING = {"must", "shall", "will", "should", "may", "can", "cannot", "has", "is"}

_IN_SMALL = {"board"}
"""Nouns by which a paper means those that it joins in small letters, too: "the boards are scrutinised by"."""
PARTIES = "parties"
"""Head of those that a paper joins, whatever each of them is: no body has it."""
_ANY_SORT = {"body": "body", "bodie": "body", **dict.fromkeys(
    ("party", "partie", "organisation", "agency", "agencie", "partner"), PARTIES
)}  # fmt: skip
"""Nouns, without their "s", that say of nobody what it is."""


def how_many(word: str) -> int:
    """Return how many "both" and "three" mean."""
    return _SEVERAL.get(word.lower(), 0)


def meant_by(noun: str) -> str:
    """Return the head of those whom a noun means: "board" of "Boards", "body" of "bodies", "party" of "agencies"."""
    head = noun.lower().removesuffix("s")
    return _ANY_SORT.get(head, head)


def all_of_them(tokens: list[Token], index: int) -> int:
    """Return how many "both" or "all three" means that stands alone here, before a verb or at the end; else 0."""
    pair = tokens[index].folded == "both"
    counted = tokens[index].folded == "all" and index + 1 < len(tokens)
    number = PAIR if pair else _SEVERAL.get(tokens[index + 1].folded, 0) if counted else 0
    after = index + (1 if pair else 2)
    if not number or after >= len(tokens):
        return number
    return number if not tokens[after].word or tokens[after].folded in _GOES_ON else 0


def is_each_alone(tokens: list[Token]) -> bool:
    """Return whether a sentence begins with "Each" and its verb, and no noun: "Each must publish", "Each keeps"."""
    if len(tokens) < PAIR or tokens[0].folded != "each":
        return False
    after = tokens[1]
    does = after.word and not after.capital and after.folded.endswith("s") and not after.folded.endswith("ss")
    return after.folded in _GOVERNING or does


def all_named(tokens: list[Token], index: int, heads: Mapping[str, Any]) -> str | None:
    """Return the head of "both Boards", "the two bodies", "neither Board": all that the document is about, with
    how many they are behind a "+", 0 where it is not said.
    """
    token = tokens[index]
    head = meant_by(token.base)
    before = tokens[index - 1].folded if index else ""
    if [t.folded for t in tokens[max(0, index - 3) : index]][1:] == ["of", "the"] and tokens[index - 3].folded in _SOME:
        return None
    named = token.capital or head in _IN_SMALL
    several = before in _SEVERAL or (before == "the" and named and head != PARTIES)
    if _takes_up(tokens, index) and head in heads:
        return f"{head}{THESE}"
    plural = several and token.base.endswith("s") and token.base not in heads and (head in heads or head == PARTIES)
    singular = before in {"neither", "either"} and (token.base in heads or head == PARTIES)
    if not plural and not singular:
        return None
    return f"{head}+{_SEVERAL.get(before, 0)}"


def _takes_up(tokens: list[Token], index: int) -> bool:
    """Whether a sentence begins with those just named: "These committees report"."""
    verb = tokens[index + 1] if index + 1 < len(tokens) else None
    begins = index == 1 and tokens[0].folded == "these" and tokens[index].base.endswith("s")
    return begins and verb is not None and verb.word and not verb.capital and not tokens[index].possessive


@cache
def counting(head: str, number: int) -> re.Pattern[str]:
    """Return what matches "three delivery boards" for a head and a number."""
    plural = "bodies" if head == "body" else f"{head}s"
    word = _NUMBERS.get(number, number)
    return re.compile(rf"\b{word} (?:[\w-]+ ){{0,2}}?{re.escape(plural)}\b", re.IGNORECASE)
