"""Titles without the words for the sort of document: "Terms of Reference of the Place Board" is the Place Board's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import takewhile

from protocolgraph.extract.tokens import Token
from protocolgraph.extract.units import Unit, UnitKind
from protocolgraph.model import Section
from protocolgraph.vocab.layout import load_layout
from protocolgraph.vocab.lexicon import fold, load_yaml

_TERMS = ["terms", "of", "reference"]


def before_terms(tokens: list[Token], index: int, end: int) -> int:
    """Return where a body's name ends that stands right before its sort in a title: "COUNCIL OF TIDES TERMS OF"."""
    begins = (n for n in range(index, end) if [t.folded for t in tokens[n : n + len(_TERMS)]] == _TERMS)
    return next(begins, end)


def behind_terms(tokens: list[Token], first: int, head: int) -> int:
    """Return where a body's name begins that a title puts right behind its sort: "Terms of Reference Pay Committee"."""
    behind = first + len(_TERMS)
    return behind if behind <= head and [t.folded for t in tokens[first:behind]] == _TERMS else first


@cache
def _title_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = load_yaml("lexicon/layout_words.yaml")["title_words"]
    sorts = "|".join(f"(?:{pattern})" for pattern in data["sorts"])
    before = rf"(?:(?:{'|'.join(data['states'])}) )*(?:{sorts})(?: of| for|[:–-]| )+(?:the )?(?:meeting of (?:the )?)?"
    after = rf"\s*[:,(–-]*\s*(?:(?:{'|'.join(data['states'])}) )*\b(?:{sorts})\b.*"
    return re.compile(rf"^{before}", re.IGNORECASE), re.compile(rf"{after}$", re.IGNORECASE)


_SORTS = "annual|ordinary|extraordinary|special|statutory|inaugural|virtual|remote|public|general|full|regular|monthly"
_MONTHS = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul"
    "|aug|sept?|oct|nov|dec)"
)
_MEETING_OF = re.compile(
    r"^(?:(?:draft|unconfirmed|confirmed|approved) )?(?:(?:minutes|notes|record|agenda) (?:of|for) )?(?:at )?"
    rf"(?:(?:an?|the|{_SORTS}) )*meeting (?:in public )?of (?:the )?",
    re.IGNORECASE,
)
_WHEN = re.compile(
    rf"[\s,:;(–-]+(?:(?:{_SORTS})\s+)*(?:(?:meeting|agm)\b|(?:to be )?held\b|(?:(?:on|at) )?(?:"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?,? (?:of )?{_MONTHS}\b|{_MONTHS} (?:\d{{1,2}},? )?(?:19|20)\d\d\b)).*$",
    re.IGNORECASE | re.DOTALL,
)
"""Where the line of a meeting goes on with when and where it was: "AUDIT COMMITTEE – 9 MAY 2024, 2 PM"."""
_OWN_NUMBER = re.compile(r"(?:\d{1,2}|[A-Za-z]|[IVXivx]{1,4})(?:\.\d{1,2})*\.?")
"""The number of a section, and not that of an appendix."""
_SENTENCE = 8
"""Words of a passage that is more than a line of the title, if no full stop ends it."""


@lru_cache
def bare_title(title: str) -> str:
    """Return a title without the words for the sort of document: "Terms of Reference of the", "Annual Report"."""
    before, after = _title_words()
    rest = after.sub("", before.sub("", title)).strip(" :–-")
    return rest or title


def untimed(title: str) -> str:
    """Return a title without the words for a meeting, its date and its place: "Meeting of the X held on 9 May"."""
    return _WHEN.sub("", _MEETING_OF.sub("", title))


def says(text: str) -> bool:
    """Return whether a passage is more than a line of the title; "Chair:" tells of the body in the heading above."""
    return text.endswith(".") or len(text.split()) >= _SENTENCE or labels_body(text)


def text_start(units: Iterable[Unit], sections: Sequence[Section]) -> int:
    """Return where the text of a part begins, to whose title the headings above belong.

    It begins with the last heading before the first words, or with the first that has a number of its own: "A. AUDIT
    COMMITTEE" over "1. Members" is no line of the title, as one is in an appendix, whose number is the appendix's.
    """
    above = takewhile(lambda unit: unit.kind is UnitKind.HEADING or not says(unit.text), units)
    headings = [unit for unit in above if unit.kind is UnitKind.HEADING]
    numbered = [unit for unit in headings if _OWN_NUMBER.fullmatch(sections[unit.section].number or "")]
    return next((unit.start for unit in (*numbered, *headings[-1:])), 0)


def labels_body(text: str) -> bool:
    """Return whether words are a label that tells of a body: "Members", "Vice Chair"."""
    return fold(text).lower().strip(" :") in load_layout().running_labels
