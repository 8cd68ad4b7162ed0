"""Terms are written as pyoxigraph writes them, so that what is stored, exported and compared is one and the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from protocolgraph.graph import terms, written

ODD = "".join(map(chr, range(0x20))) + "\x7f\x85\u2028\ufeff\"\\'<>{}|^`"


@given(st.text(alphabet=st.one_of(st.sampled_from(ODD), st.characters(codec="utf-8"))))
def test_text_is_written_as_a_literal_is(value: str) -> None:
    line = f"<a:s> <a:p> {written.text(value)} .\n".encode()
    [read] = parse(line, format=RdfFormat.N_QUADS)
    assert written.text(value) == str(Literal(value))
    assert read.object == Literal(value)


def test_half_of_a_surrogate_pair_becomes_a_replacement_mark() -> None:
    assert written.text("a\ud800b") == str(terms.text("a\ud800b")) == '"a?b"'


@pytest.mark.parametrize("value", ["2021-02-28", "2021-02-30", "2021-02", "2021", "in May"])
def test_dates_numbers_and_truths_are_written_as_terms(value: str) -> None:
    assert written.date(value) == str(terms.date(value))
    assert written.number(0.85) == str(terms.number(0.85))
    assert written.integer(12) == str(terms.integer(12))
    assert written.boolean(value=True) == str(terms.boolean(value=True))
    assert written.term("pg:chairs") == str(terms.term("pg:chairs"))


def test_a_node_under_another_has_its_iri_with_an_ending() -> None:
    assert written.under(written.iri("https://a.example/b"), "#c") == str(NamedNode("https://a.example/b#c"))
