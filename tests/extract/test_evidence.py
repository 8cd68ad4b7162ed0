"""Quotes stand in the text, word for word."""

from __future__ import annotations

from pathlib import Path

from reading import extracted

from protocolgraph.model import Span, quote
from protocolgraph.text.spans import merged


def test_spans_that_only_white_space_parts_are_joined() -> None:
    text = "one\n  two, three"
    assert merged(text, (Span(0, 3), Span(6, 9), Span(11, 16))) == (Span(0, 9), Span(11, 16))


def test_spans_out_of_order_stay_as_they_are() -> None:
    assert merged("one two", (Span(4, 7), Span(0, 3))) == (Span(4, 7), Span(0, 3))


def test_a_wrapped_sentence_is_quoted_as_it_stands(tmp_path: Path) -> None:
    extraction = extracted(tmp_path, "The Audit Committee shall\nreport to the Board each year.")
    (duty,) = extraction.duties
    assert duty.evidence.quote == "The Audit Committee shall\nreport to the Board each year."
    assert (duty.evidence.section, duty.evidence.page, duty.evidence.document) == ("1", None, "paper.txt")


def test_an_item_is_quoted_with_its_lead_in(tmp_path: Path) -> None:
    extraction = extracted(tmp_path, "The Audit Committee will:\n\n(a) count the money;\n\n(b) mend the roof.")
    text = (tmp_path / "paper.txt").read_text(encoding="utf-8")
    quotes = [duty.evidence.quote for duty in extraction.duties]
    assert quotes == [
        "The Audit Committee will […] count the money;",
        "The Audit Committee will […] mend the roof.",
    ]
    assert quotes == [quote(text, duty.evidence.spans) for duty in extraction.duties]
