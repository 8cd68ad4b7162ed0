"""Where a quote stands in a text."""

from __future__ import annotations

import pytest

from protocolgraph.model import Span
from protocolgraph.text.quotes import find_quote

TEXT = "The Board’s Chair — an\n  independent person — reports “fully” (each year) to the Council."


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("independent person", ["independent person"]),
        ("an independent  person", ["an\n  independent person"]),
        ("Board's Chair", ["Board’s Chair"]),
        ('reports "fully" (each year)', ["reports “fully” (each year)"]),
        ("Chair - an", ["Chair — an"]),
        ("The Board's Chair [...] reports […] the Council.", ["The Board’s Chair", "reports", "the Council."]),
    ],
)
def test_words_are_found_whatever_their_marks_and_spaces(quote: str, words: list[str]) -> None:
    assert [TEXT[span.start : span.end] for span in find_quote(quote, TEXT)] == words


@pytest.mark.parametrize(
    "quote", ["", " ", "[...]", "the council", "Chair [...] The Board", "person. reports", "fully [...]"]
)
def test_what_does_not_stand_there_is_not_found(quote: str) -> None:
    assert find_quote(quote, TEXT) == ()


def test_the_first_place_counts() -> None:
    assert find_quote("a", "b a a") == (Span(2, 3),)
