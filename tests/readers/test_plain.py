from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocolgraph.errors import ReadError
from protocolgraph.readers.base import NOT_ENGLISH
from protocolgraph.readers.plain import read_plain


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("The Board’s plan – 2013".encode(), "The Board’s plan – 2013"),
        ("The Board’s plan".encode("utf-8-sig"), "The Board’s plan"),
        ("The Board’s plan".encode("utf-16"), "The Board’s plan"),
        ("The Board’s plan".encode("utf-32"), "The Board’s plan"),
        (
            ("The Board’s “own” plan costs £5,000 – no more. " * 20).encode("cp1252"),
            "The Board’s “own” plan costs £5,000",
        ),
    ],
)
def test_encodings_are_found(data: bytes, text: str) -> None:
    assert read_plain(data, "a.txt").text.startswith(text)


@pytest.mark.parametrize("data", [b"", b"  \n\t\n", "\ufeff".encode("utf-8-sig")])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"a\.txt: (is empty|holds no text)"):
        read_plain(data, "a.txt")


@pytest.mark.parametrize("data", [b"PK\x03\x04\x00\x00rest", bytes(range(256)) * 4, b"\x01\x02\x03 text \x04" * 20])
def test_a_file_of_bytes_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read_plain(data, "a.txt")
    assert "is not a text file" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_wrong_byte_order_mark_is_refused() -> None:
    with pytest.raises(ReadError, match="announce"):
        read_plain(b"\xef\xbb\xbf\xff\xfe\xfd", "a.txt")


def test_form_feeds_part_pages_and_empty_pages_keep_their_number() -> None:
    document = read_plain(b"one\n\ntwo\f\fthree", "a.txt")
    assert [(page.number, document.text[page.start : page.end]) for page in document.pages] == [
        (1, "one\n\ntwo"),
        (2, ""),
        (3, "three"),
    ]
    assert [(block.page, document.text[block.start : block.end]) for block in document.blocks] == [
        (1, "one"),
        (1, "two"),
        (3, "three"),
    ]


def test_a_document_in_another_language_carries_a_warning() -> None:
    welsh = "Mae'r Bwrdd yn gyfrifol am waith y Panel a rhaid iddo gyhoeddi adroddiad blynyddol. " * 20
    assert read_plain(welsh.encode(), "a.txt").warnings == (NOT_ENGLISH,)


@given(st.text(min_size=1))
def test_blocks_hold_all_that_is_visible_offset_for_offset(text: str) -> None:
    data = text.encode("utf-8", "replace")
    try:
        document = read_plain(data, "a.txt")
    except ReadError:
        return
    assert document.text in (data.decode("utf-8"), data.decode("utf-8-sig"))
    outside = list(document.text)
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end
        end = block.end
        outside[block.start : block.end] = [" "] * (block.end - block.start)
    assert "".join(outside).strip() == ""


def test_a_large_text_is_read_in_seconds() -> None:
    data = b"The Board will publish an annual report on its work.\n\n" * 100_000
    began = time.monotonic()
    assert len(read_plain(data, "a.txt").blocks) == 100_000
    assert time.monotonic() - began < 20


def test_a_text_that_no_document_has_is_refused() -> None:
    with pytest.raises(ReadError, match="split it"):
        read_plain(b"The Board. " * 5_000_000, "a.txt")
