"""Frequencies in words and figures become few forms."""

from __future__ import annotations

import re

import pytest

from protocolgraph.vocab.frequency import as_frequency, find_frequency, spellings
from protocolgraph.vocab.lexicon import load_yaml


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("reports quarterly to Cabinet", "quarterly"),
        ("every three months", "quarterly"),
        ("at least four times a year", "quarterly"),
        ("twice a year", "six-monthly"),
        ("not less than five times in each municipal year", "five times a year"),
        ("every two years", "once every two years"),
        ("every 3 or 4 weeks", "every 3 weeks"),
        ("on a monthly basis", "monthly"),
        ("each year", "annual"),
        ("at each meeting", "each meeting"),
        ("as and when required", "as required"),
        ("in April and October", "six-monthly"),
        ("each March, July and November", "termly"),
        ("in public", None),
    ],
)
def test_forms(text: str, form: str | None) -> None:
    assert find_frequency(text) == form


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("monthly", "monthly"),
        ("on a monthly basis", "monthly"),
        ("at least twice a year", "six-monthly"),
        ("monthly in public", None),
        ("in May", None),
    ],
)
def test_words_are_a_frequency_only_if_they_say_nothing_else(text: str, form: str | None) -> None:
    assert as_frequency(text) == form


def test_a_number_of_times_is_the_same_in_figures_and_in_words() -> None:
    assert spellings("5 times a year") == ("5 times a year", "five times a year")
    assert spellings("five times a year") == ("five times a year", "5 times a year")
    assert spellings("40 times a year") == ("40 times a year",)
    assert spellings("monthly") == ("monthly",)


def test_each_way_to_say_a_frequency_holds_a_word_by_which_texts_without_any_are_told() -> None:
    data = load_yaml("lexicon/frequency.yaml")
    for form, pattern in data["patterns"]:
        for branch in _branches(pattern):
            assert any(re.sub(r"\W", " ", word) in re.sub(r"\W+", " ", branch) for word in data["hold"]), (form, branch)


def _branches(pattern: str) -> list[str]:
    """The alternatives of a pattern that stand in no bracket."""
    depth, branches = 0, [""]
    for letter in pattern:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "|" and depth == 0:
            branches.append("")
        else:
            branches[-1] += letter
    return branches
