from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocolgraph.structure.passages import Composer, cut


def compose(text: str) -> str:
    ranges, offset = [], 0
    for line in text.splitlines(keepends=True):
        ranges.append((offset, offset + len(line.rstrip())))
        offset += len(line)
    return Composer(text).passage(ranges).text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the work of\nthe Board", "the work of the Board"),
        ("the  work\tof \u00a0 the\n   Board  ", "the work of the Board"),
        ("the multi-\nagency audit; agency", "the multi-agency audit; agency"),
        ("a self-\nassessment", "a self-assessment"),
        ("the Vice-\nChair", "the Vice-Chair"),
        ("a safe-\nguarding board, safeguarding", "a safeguarding board, safeguarding"),
        ("its govern-\nance", "its governance"),
        ("a decision-\nmaking body; decision-making", "a decision-making body; decision-making"),
        ("well-being; well-\nbeing", "well-being; well-being"),
        ("Director -\nHousing", "Director - Housing"),
        ("pages 1-\n9", "pages 1- 9"),
        ("safe\u00ad\nguarding", "safeguarding"),
        ("safe\u00adguarding", "safeguarding"),
        ("**Care Planning** – good plans", "Care Planning – good plans"),
        ("** a referral is", "** a referral is"),
        ("five ** stars", "five ** stars"),
    ],
)
def test_lines_are_joined(text: str, words: str) -> None:
    assert compose(text) == words


@given(st.text(alphabet="ab AB-\n\t\u00ad*é.", max_size=80))
def test_every_piece_is_the_same_words_in_the_text(text: str) -> None:
    ranges, offset = [], 0
    for line in text.split("\n"):
        ranges.append((offset, offset + len(line)))
        offset += len(line) + 1
    passage = Composer(text).passage(ranges)
    for piece in passage.pieces:
        assert (
            passage.text[piece.offset : piece.offset + piece.length] == text[piece.start : piece.start + piece.length]
        )
    covered = sum(piece.length for piece in passage.pieces)
    assert len(passage.text) - covered == passage.text.count(" ") - sum(
        text[piece.start : piece.start + piece.length].count(" ") for piece in passage.pieces
    )


@given(st.lists(st.text(alphabet="ab ", min_size=1, max_size=8), min_size=1, max_size=6), st.data())
def test_cutting_is_slicing(lines: list[str], data: st.DataObject) -> None:
    text = "\n".join(lines)
    ranges, offset = [], 0
    for line in lines:
        ranges.append((offset, offset + len(line)))
        offset += len(line) + 1
    passage = Composer(text).passage(ranges)
    marks = sorted(data.draw(st.sets(st.integers(0, len(passage.text)), max_size=6)))
    bounds = list(itertools.pairwise(marks))
    assert cut(passage, bounds) == [passage.slice(start, end) for start, end in bounds]
