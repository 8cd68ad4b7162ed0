"""What the name of a public authority tells: a council of a county, borough, district or parish, a care board."""

from __future__ import annotations

import re

from protocolgraph.vocab.lexicon import lexicon

_AUTHORITY_WORDS = {
    "borough", "city", "county", "district", "metropolitan", "unitary", "council", "authority", "local",
    "london", "royal", "of", "the", "and", "mbc", "combined",
}  # fmt: skip
_BOROUGH = re.compile(
    r"(?:(?:london|royal|metropolitan) )?borough of [a-z'’-]+(?: (?:and|upon|on) [a-z'’-]+| [a-z'’-]+)?$", re.IGNORECASE
)
_LOCAL_COUNCIL = re.compile(r"\b(?:parish|town|community) council$", re.IGNORECASE)
_PRINCIPAL = {"borough", "city", "county", "district", "metropolitan"}
_NO_AUTHORITY = {
    "youth", "parish", "town", "community", "after", "care", "children's", "lac", "citizens",
    "of governors", "parent", "school", "pupil", "student", "annual",
}  # fmt: skip
_CARE_BOARD = re.compile(r"\b(?:integrated care board|icb)$", re.IGNORECASE)
"""An organisation that is called a board and has one, too."""
_OF_A_PLACE = 4
"""Words of "Vale of Northwick Council"."""


def is_authority(name: str) -> bool:
    """Whether a name is a local authority's own: "Northwick Borough Council", not "Youth Council"."""
    if _BOROUGH.match(name):
        return True
    words = name.lower().replace("’", "'").split()
    if not words or words[-1] not in {"council", "authority", "mbc"} or any(w in _NO_AUTHORITY for w in words):
        return False
    topics = lexicon("topics")["topics"]
    two_words = len(words) == _OF_A_PLACE - 1 and not any(word in topics for word in words)
    placed = len(words) == 2 or two_words or (len(words) == _OF_A_PLACE and words[1] == "of")
    return len(words) >= 2 and (words[-2] in _AUTHORITY_WORDS or placed)


def is_parish(name: str) -> bool:
    """Whether a name is that of a parish, town or community council."""
    return _LOCAL_COUNCIL.search(name) is not None


def is_council(name: str) -> bool:
    """Whether a name is a local authority's or a parish's own."""
    return is_authority(name) or is_parish(name)


def is_principal_name(name: str) -> bool:
    """Whether a name is that of a principal authority with its place: "Northwick Borough Council"."""
    words = name.lower().split()
    return len(words) >= 3 and is_authority(name) and words[-2] in _PRINCIPAL


def has_own_board(name: str) -> bool:
    """Whether a name ends with "board" and its body has one besides (National Health Service Act 2006, Schedule 1B)."""
    return _CARE_BOARD.search(name) is not None
