from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocolgraph.structure.sentences import split_sentences


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The statutory instrument (No. 90) applies.",
        "See Minute No. 208 of the Panel.",
        "Mr. Edwards and Mrs. A. Clough attended.",
        "Ms. J. Jones sat for the Consortium.",
        "Cllr. Smith and Dr. John Radford spoke.",
        "Duties under s. 47 and reg. 5 apply.",
        "A number of PIs, e.g. Educational attainment, are reported.",
        "The rate rose from 4.5 to 72.6 per cent.",
        "It was 9.5 million.",
        "1. The Board meets",
    ],
)
def test_full_stops_that_end_no_sentence(text: str) -> None:
    assert parts(text) == [text]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The Board meets. It reports.", ["The Board meets.", "It reports."]),
        ("It meets at 5.30 p.m. The Panel does not.", ["It meets at 5.30 p.m.", "The Panel does not."]),
        ("It is set out in Appendix 1. The Board agreed.", ["It is set out in Appendix 1.", "The Board agreed."]),
        ("Was it? Yes! It was.", ["Was it?", "Yes!", "It was."]),
        ("(See section 8.) The Board met.", ["(See section 8.)", "The Board met."]),
        ("He said “no.” The Board agreed.", ["He said “no.”", "The Board agreed."]),
        ("It goes to the leaders etc. The Chair noted it.", ["It goes to the leaders etc.", "The Chair noted it."]),
        ("It is in the Act.1 The Board met.", ["It is in the Act.1", "The Board met."]),
        ("There is none. No. 5 was moved.", ["There is none.", "No. 5 was moved."]),
    ],
)
def test_sentences_are_split(text: str, sentences: list[str]) -> None:
    assert parts(text) == sentences


@given(st.text(alphabet='AaBb. ?!"“)1', max_size=80))
def test_no_word_is_lost_and_bounds_rise(text: str) -> None:
    bounds = split_sentences(text)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(bounds))
    assert "".join("".join(parts(text)).split()) == "".join(text.split())


def test_long_runs_of_stops_take_no_time() -> None:
    began = time.monotonic()
    split_sentences("." * 200_000 + " A" + "word " * 50_000)
    assert time.monotonic() - began < 2
