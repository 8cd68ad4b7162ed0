from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocolgraph.text.normalise import collapse, fold, name_key


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folding_makes_typographic_signs_plain() -> None:
    assert fold("the Board’s “own” plan – 2013−14\u00a0only") == 'the Board\'s "own" plan - 2013-14 only'


def test_collapse_joins_words_with_single_spaces() -> None:
    assert collapse("  Chief\n Executive\t(Council) ") == "Chief Executive (Council)"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Safeguarding Children Board", "safeguarding children board"),
        ("Children’s Services", "Children's  Services"),
        ("Children's Services", "Children Services"),
        ("Health & Wellbeing Board", "Health and Wellbeing Board"),
        ("Sub-Group", "Sub Group"),
        ("Café Trust", "Cafe Trust"),
    ],
)
def test_spellings_of_one_name_share_their_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_other_names_have_other_keys() -> None:
    assert name_key("Safeguarding Adults Board") != name_key("Safeguarding Children Board")
