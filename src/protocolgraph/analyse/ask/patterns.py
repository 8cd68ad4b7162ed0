"""Wordings of questions as regular expressions over words.

A question is made plain first: lower quotes, no punctuation at the end of words, "'s" a word of its
own, and each word followed by one space; so every part of a pattern ends with a space, too, and
whatever may be left out leaves no gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from protocolgraph.text.normalise import collapse, fold
from protocolgraph.vocab.frequency import as_frequency
from protocolgraph.vocab.questions import QuestionKind, questions

_PUNCTUATION = re.compile(r"[?!;:,\"]+(?=\s|$)|(?<=\s)[\"(]|(?<!\w)[,;]|\.(?=\s|$)|\)(?=\s|$)")
_SHORT = (
    (re.compile(r"\b(who|what|where|when|how)'s\b", re.IGNORECASE), r"\1 is"),
    (re.compile(r"(?<=\w)'s\b"), " 's"),
    (re.compile(r"(?<=s)'(?= )"), " 's"),
)
_STRAY = re.compile(
    r"^(?:and|or|who|whom|what|how|which|by|of|to) |^(?:the|a|an|in|at|on) $| (?:and|or|of|the|by|who|what|how|than) $"
    r"|^(?:areas|boroughs|documents|protocols) $",
    re.IGNORECASE,
)
"""What no name begins or ends with: the slot took words of the question itself."""


_ARTICLE = re.compile(r"(?:the|an?|each|every|all|both|our|its|their) ", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"(?:is|are|was|were|am|does|did|do(?! (?:the|an?|all|this) )|be done|(?:have|has|had) (?:no|not|been)|not|no) ",
    re.IGNORECASE,
)
"""What begins no action: the words ask something else of somebody than what is to be done."""


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that fits a question."""

    kind: QuestionKind
    slots: tuple[tuple[str, str], ...]
    """Slots' names with the words that fill them."""
    whether: bool
    literal: int
    """How many words the pattern itself explains: the more, the more special it is."""


def plain(question: str) -> str:
    """Return a question as patterns read it: words, each with one space behind."""
    text = collapse(fold(question)).strip()
    for pattern, put in _SHORT:
        text = pattern.sub(put, f"{text} ")
    words = _PUNCTUATION.sub(" ", text).split()
    return "".join(f"{word} " for word in words)


def without_openers(text: str) -> str:
    """Return a plain question without the words before it that say nothing ("please tell me")."""
    while match := _openers().match(text):
        text = text[match.end() :]
    return text


def iter_matches(text: str) -> Iterator[Match]:
    """Yield every way in which a plain question fits a pattern, kind by kind."""
    for kind, pattern, whether in _patterns():
        for slots in _fillings(pattern, text):
            filled = sum(len(words.split()) for _, words in slots)
            yield Match(kind, slots, whether, len(text.split()) - filled)


@cache
def _openers() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{expression(opener)})" for opener in questions().openers), re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[QuestionKind, str, bool], ...]:
    return tuple(
        (kind, expression(pattern), whether)
        for kind in questions().kinds
        for whether, patterns in ((False, kind.patterns), (True, kind.whether))
        for pattern in patterns
    )


def _fillings(pattern: str, text: str) -> Iterator[tuple[tuple[str, str], ...]]:
    """Yield the ways to divide the words among the slots, those first in which the first slot is short."""
    least, many = 1, pattern.count("(?P<") > 1
    while match := _compiled(pattern, least).fullmatch(text):
        found = sorted((match.start(name), name, words) for name, words in match.groupdict().items() if words)
        if not any(_STRAY.search(words) or _unfit(name, words) for _, name, words in found):
            yield tuple((name, _joined(words)) for _, name, words in found)
        if not many or not found:
            return
        least = len(found[0][2].split()) + 1


def _unfit(name: str, words: str) -> bool:
    """Whether a slot cannot hold these words: they state no frequency, or nothing that is to be done.

    What is to be done begins with no article, which took who is to do it, too.
    """
    slot = questions().slots[name]
    if slot.needs == "frequency":
        return as_frequency(words) is None
    return slot.verbal and (_ARTICLE.match(words) or _AUXILIARY.match(words)) is not None


@cache
def _compiled(pattern: str, least: int) -> re.Pattern[str]:
    first = pattern.replace("(?:\\S+ )+?", f"(?:\\S+ ){{{least},}}?", 1) if least > 1 else pattern
    return re.compile(first, re.IGNORECASE)


def _joined(words: str) -> str:
    return words.strip().replace(" 's", "'s")


def expression(pattern: str) -> str:
    """Return the regular expression of a pattern; see `vocab.questions` for its signs."""
    made, rest = _alternatives(pattern, 0, end="")
    assert rest == len(pattern)
    return made


def _alternatives(pattern: str, at: int, *, end: str) -> tuple[str, int]:
    made = ""
    while at < len(pattern) and pattern[at] != end:
        letter = pattern[at]
        if letter == "(":
            inner, at = _alternatives(pattern, at + 1, end=")")
            made, at = f"{made}(?:{inner})", at + 1
        elif letter == "[":
            inner, at = _alternatives(pattern, at + 1, end="]")
            # What may be left out takes the words of a slot only if nothing else fits them.
            made, at = f"{made}(?:{inner}){'??' if '(?P<' in inner else '?'}", at + 1
        elif letter == "{":
            stop = pattern.index("}", at)
            made, at = f"{made}(?P<{pattern[at + 1 : stop]}>(?:\\S+ )+?)", stop + 1
        elif letter in "| ":
            made, at = made + letter.strip(), at + 1
        else:
            word = re.match(r"[^\s()\[\]{}|]+", pattern[at:])
            assert word
            made, at = f"{made}{re.escape(word[0])} ", at + len(word[0])
    return made, at
