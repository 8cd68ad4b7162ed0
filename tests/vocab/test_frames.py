"""Every frame reads its own examples, and nothing from its counterexamples."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

from protocolgraph.extract import Extractor
from protocolgraph.model import Block, Document, Extraction, Page
from protocolgraph.structure import outline
from protocolgraph.vocab.frames import Example, Frame, frames
from protocolgraph.vocab.schema import predicates

EXAMPLES = [(frame, example) for frame in frames() for example in frame.examples]
COUNTEREXAMPLES = [(frame, text) for frame in frames() for text in frame.counterexamples]


@cache
def extractor() -> Extractor:
    return Extractor()


def read(text: str) -> Extraction:
    document = Document("paper.txt", "0" * 64, "text/plain", text, (Page(1, 0, len(text)),), (Block(0, len(text), 1),))
    return extractor().extract(outline(document))


def relations(extraction: Extraction) -> set[tuple[str, str, str]]:
    """Subject, predicate and object of each fact; "-" where it has no object."""
    names = [mention.name for mention in extraction.mentions]
    return {
        (names[fact.subject], fact.predicate, "-" if fact.object is None else names[fact.object])
        for fact in extraction.facts
    }


@pytest.mark.parametrize(("frame", "example"), EXAMPLES, ids=[f"{f.name}: {e.text}" for f, e in EXAMPLES])
def test_an_example_states_its_relation(frame: Frame, example: Example) -> None:
    extraction = read(example.text)
    assert (example.subject, frame.predicate, example.object) in relations(extraction)
    assert frame.name in {fact.evidence.rule for fact in extraction.facts}


@pytest.mark.parametrize(("frame", "text"), COUNTEREXAMPLES, ids=[f"{f.name}: {t}" for f, t in COUNTEREXAMPLES])
def test_a_counterexample_states_nothing(frame: Frame, text: str) -> None:
    assert frame.name not in {fact.evidence.rule for fact in read(text).facts}


def test_every_frame_shows_what_it_reads_and_what_not() -> None:
    bare = [frame.name for frame in frames() if not (frame.examples and frame.counterexamples)]
    assert bare == []


def test_every_predicate_has_a_frame() -> None:
    assert {frame.predicate for frame in frames()} == set(predicates())


def test_no_frame_is_another_under_a_second_name() -> None:
    same = Counter(repr(replace(frame, name="", confidence=0.0)) for frame in frames())
    assert [frame for frame, count in same.items() if count > 1] == []


def test_a_rule_named_beside_a_statement_is_one_rule() -> None:
    assert [name for name, count in Counter(frame.name for frame in frames()).items() if count > 1] == []
