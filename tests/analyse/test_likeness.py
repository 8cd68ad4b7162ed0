"""How alike duties are, and that the index finds what comparing all with all finds."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocolgraph.analyse.likeness.candidates import alike, alike_across
from protocolgraph.analyse.likeness.meaning import meaning_of
from protocolgraph.analyse.likeness.measure import compare, likeness

PAIRS = Path(__file__).parents[2] / "corpus" / "gold" / "duty_pairs.csv"


def test_other_words_for_the_same() -> None:
    found = likeness("undertake reviews of serious cases", "carry out child safeguarding practice reviews")
    assert found.score > 0.6
    assert "case reviews" in found.reason


def test_the_same_thing_with_another_action_is_another_duty() -> None:
    assert likeness("approve the annual budget", "monitor the annual budget").score < 0.3


def test_the_same_for_other_people_is_another_duty() -> None:
    children = likeness("monitor services for looked after children", "review services for children in care").score
    adults = likeness("monitor services for looked after children", "review services for older people").score
    assert adults < children / 2


def test_it_beats_words_alone_on_the_judged_pairs() -> None:
    """Three in five of the first pairs by score are right where seven in ten of the right ones are found."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["half"] == "dev"]
    ranked = sorted(rows, key=lambda row: -likeness(row["first"], row["second"]).score)
    total, right = sum(row["same"] == "yes" for row in rows), 0
    for number, row in enumerate(ranked, 1):
        right += row["same"] == "yes"
        if right >= 0.7 * total:
            assert right / number >= 0.6
            return


WORDS = st.sampled_from(
    (
        "monitor",
        "review",
        "publish",
        "ensure",
        "annual",
        "report",
        "budget",
        "training",
        "staff",
        "children",
        "care",
        "strategy",
    )
)


CLAUSES = st.lists(WORDS, min_size=2, max_size=6).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(CLAUSES, min_size=2, max_size=14))
def test_the_index_loses_no_pair(texts: list[str]) -> None:
    meanings = [meaning_of(text) for text in texts]
    places = range(len(texts))
    every = {(a, b) for a in places for b in places if a < b and compare(meanings[a], meanings[b]).score >= 0.6}
    assert {(a, b) for a, b, _ in alike(meanings, least=0.6)} == every


@settings(max_examples=40, deadline=None)
@given(st.lists(CLAUSES, min_size=2, max_size=20), st.sampled_from([0.2, 0.3, 0.4, 0.5, 0.6]))
def test_the_index_of_two_sides_loses_no_pair(texts: list[str], least: float) -> None:
    meanings = [meaning_of(text) for text in texts]
    ours, theirs = meanings[::2], meanings[1::2]
    blocks = [(place % 3,) for place in range(len(ours))], [(place % 2, 2) for place in range(len(theirs))]
    pairs = [(a, b) for a in range(len(ours)) for b in range(len(theirs))]
    every = {(a, b) for a, b in pairs if compare(ours[a], theirs[b]).score >= least}
    assert {(a, b) for a, b, _ in alike_across(ours, theirs, least=least)} == every
    held = {(a, b) for a, b in every if set(blocks[0][a]) & set(blocks[1][b])}
    assert {(a, b) for a, b, _ in alike_across(ours, theirs, least=least, blocks=blocks)} == held


@pytest.mark.parametrize("text", ["", "the", "of and to", "monitor"])
def test_a_duty_of_hardly_a_word_is_like_no_other(text: str) -> None:
    assert likeness(text, "publish an annual report").score < 0.5
