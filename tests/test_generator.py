"""The generator of documents: the same for the same seed, and gold that stands in its documents word for word."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.documents import SHORT, make_document, write_documents
from protocolgraph.analyse.evaluate import load_gold, load_texts


def test_the_same_seed_writes_the_same_and_another_writes_others() -> None:
    assert make_document(7) == make_document(7)
    assert make_document(7).text != make_document(7, seed=2).text


def test_a_larger_set_begins_with_the_smaller(tmp_path: Path) -> None:
    few, many = write_documents(tmp_path / "few", 3), write_documents(tmp_path / "many", 40)
    assert [file.read_bytes() for file in few] == [file.read_bytes() for file in many[:3]]
    assert len({file.parent.name for file in many}) == 2, "thirty-three documents are an area's"


@pytest.mark.parametrize("number", range(6))
def test_a_document_has_about_the_length_that_was_asked_for(number: int) -> None:
    words = len(make_document(number).text.split())
    assert SHORT[0] <= words <= SHORT[1] + 150


def test_the_gold_is_gold_and_its_quotes_stand_in_the_text(tmp_path: Path) -> None:
    write_documents(tmp_path, 9)
    golds = load_gold(tmp_path / "gold")
    texts = load_texts(golds, tmp_path)
    assert len(golds) == 9
    for gold in golds:
        assert gold.facts
        assert gold.duties
        quotes = [item.quotes[0] for item in gold.facts] + [item.quotes[0] for item in gold.duties]
        assert all(quote in texts[gold.document] for quote in quotes)
