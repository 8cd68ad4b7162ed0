"""The words of `lexicon/checks.yaml` as questions about names."""

from __future__ import annotations

import re
from functools import cache

from protocolgraph.vocab.lexicon import fold, lexicon


def is_group(name: str) -> bool:
    """Whether a body of this name is one that people are appointed to and that meets."""
    return _ends("groups").search(fold(name)) is not None


def is_authority(name: str) -> bool:
    """Whether a body of this name is a council or its executive, whose terms are in the law and its constitution."""
    return _ends("authorities").search(fold(name)) is not None


def is_bare(name: str) -> bool:
    """Whether a name is a single word, "the Board", of which only its document tells which body it means."""
    return len(fold(name).removeprefix("the ").split()) == 1


def is_set(name: str) -> bool:
    """Whether a name is that of several bodies together: "Delivery Groups"."""
    last = fold(name).split()[-1:]
    return bool(last) and last[0].endswith("s") and last[0][:-1] in lexicon("checks")["groups"]


def is_holder(name: str) -> bool:
    """Whether the name is that of an elected, executive or statutory body, or of the head of one."""
    return _holds("holders").search(fold(name)) is not None


def is_scrutiny(name: str) -> bool:
    """Whether a body of this name scrutinises others."""
    return _holds("scrutiny").search(fold(name)) is not None


def is_report(name: str) -> bool:
    """Whether a publication of this name tells how things went."""
    return _holds("reports").search(fold(name)) is not None


def is_account(title: str) -> bool:
    """Whether a document of this title tells of plans, or of what was done, and lays down for no body what it does."""
    return _holds("accounts").search(re.sub(r"[-_.\s]+", " ", fold(title))) is not None


def is_ex_officio(name: str) -> bool:
    """Whether a post of this name comes with another office or with election."""
    return re.match(rf"(?:{_words('ex_officio')})\b", fold(name)) is not None


def is_own_council(name: str) -> bool:
    """Whether documents of an area mean its own local authority by this name alone: "the Council"."""
    return fold(name).removeprefix("the ") in lexicon("checks")["own_council"]


def ranks_in(title: str) -> frozenset[str]:
    """Return the words of a title that make another post of it: an assistant director is no director."""
    return frozenset(re.findall(rf"\b(?:{_words('ranks')})\b", fold(title)))


def years_of_act(title: str) -> tuple[int, ...]:
    """Return all years in which an Act of this title was passed; none if they are not all known."""
    return tuple(lexicon("checks")["act_years"].get(fold(title), ()))


def split_head(name: str) -> tuple[str, str]:
    """Return what a body is for and what it is: ("corporate parenting", "panel"); no head, an empty second part."""
    words = re.sub(r"[^\w&' -]", " ", fold(name)).split()
    joined = " ".join(words)
    match = _ends("nouns").search(joined)
    return (joined[: match.start()].strip(), match[0].strip()) if match else (joined, "")


def content_words(words: str) -> frozenset[str]:
    """Return the words of a name that say what it is about."""
    common = lexicon("checks")["common"]
    plain = re.sub(r"'s?\b", "", fold(words)).replace("-", " ")
    return frozenset(_singular(word) for word in re.findall(r"[a-z]+", plain) if word not in common)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _words(name: str) -> str:
    return "|".join(sorted(map(re.escape, lexicon("checks")[name]), key=len, reverse=True))


@cache
def _holds(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words(name)})\b")


@cache
def _ends(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words(name)})(?=$| \()")
