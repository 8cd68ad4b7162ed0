"""What an outline promises of any text: its words are there, in order, and point back at themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from outlining import assert_in_order, assert_pieces_point_back, lost_words, outline_of

from protocolgraph.errors import ReadError
from protocolgraph.model import Outline
from protocolgraph.readers import find_documents, read
from protocolgraph.structure import outline, render

CORPUS = Path(__file__).parents[2] / "corpus"

LINE_STARTS = [
    "",
    "",
    "",
    "",
    " ",
    "     ",
    "1. ",
    "2. ",
    "4.5 ",
    "7.  ",
    "(a) ",
    "(b) ",
    "(i) ",
    "- ",
    "• ",
    "o ",
    "\uf0b7 ",
]
LINE_STARTS += ["Appendix 1: ", "A. ", "1(a) ", "- a. ", "41/17 ", "# ", "1) ", "* ", "** "]
LINE_MIDDLES = [
    "The Board will:",
    "The Panel meets twice a year. It reports to the Cabinet.",
    "MEMBERSHIP",
    "Membership",
    "Key Responsibilities",
    "Executive Group: Frequency x 2 annually",
    "publish an annual report and",
    "the multi-",
    "agency work of the Board; and",
    "Chief Executive (Borough",
    "Council)",
    "Present:- Councillor Smith (in the Chair)",
    "Resolved:- (1) That the report be noted.",
    "Date: 4 September 2013",
    "Name……… ……     Date……………..",
    "Post          Holder          Since",
    "Chair         Mrs Jones       2012",
    "| Post | Holder |",
    "|---|---|",
    "County Council          118,250",
    "Page 4 of 9",
    "12",
    "Introduction ........ 3",
    "as set out in section",
    "the functions are: (a) to plan; (b) to report; and (c) to publish.",
    "**Care Planning** – ensure good plans",
    "",
    "",
]
LINE_ENDS = ["\n", "\n", "\n\n", "\n\n\n", "\r\n", "\f", "\n\f", "   \n", "           \n"]

document_like = st.lists(
    st.tuples(st.sampled_from(LINE_STARTS), st.sampled_from(LINE_MIDDLES), st.sampled_from(LINE_ENDS)).map("".join),
    min_size=1,
    max_size=25,
).map("".join)


def outline_or_none(text: str) -> Outline | None:
    try:
        return outline_of(text)
    except ReadError:
        return None


def assert_promises(found: Outline | None) -> None:
    if found is not None:
        assert_pieces_point_back(found)
        assert_in_order(found)
        assert lost_words(found) == []
        assert render(found)


@settings(max_examples=300, deadline=None)
@example("x\n(i) the functions are: (a) to plan; (b) to report; and (c) to publish.")
@given(document_like)
def test_promises_hold_for_anything_that_looks_like_a_document(text: str) -> None:
    assert_promises(outline_or_none(text))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_promises_hold_for_any_text(text: str) -> None:
    assert_promises(outline_or_none(text))


@pytest.mark.parametrize("path", find_documents([CORPUS]), ids=lambda path: path.name)
def test_promises_hold_for_the_corpus(path: Path) -> None:
    assert_promises(outline(read(path)))


def test_the_same_text_gives_the_same_outline() -> None:
    text = "1. Purpose\n\nThe Board will:\n\n- plan\n- report\n"
    assert outline_of(text) == outline_of(text)
