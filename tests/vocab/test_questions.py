"""Every kind of question shows what it reads and what not, and asks a query that can be run."""

from __future__ import annotations

import re

import pytest
from question_world import make_world

from protocolgraph.analyse.ask.reading import read_question
from protocolgraph.graph import Choice, Graph
from protocolgraph.vocab.questions import QuestionKind, questions

KINDS = questions().kinds
EXAMPLES = [(kind, text) for kind in KINDS for text in kind.examples]
COUNTEREXAMPLES = [(kind, text) for kind in KINDS for text in kind.counterexamples]


@pytest.fixture(scope="module")
def world() -> Graph:
    return make_world()


@pytest.mark.parametrize(("kind", "text"), EXAMPLES, ids=[f"{kind.name}: {text}" for kind, text in EXAMPLES])
def test_an_example_is_read_as_its_kind(kind: QuestionKind, text: str, world: Graph) -> None:
    assert read_question(text, world, Choice()).kind.name == kind.name


@pytest.mark.parametrize(("kind", "text"), COUNTEREXAMPLES, ids=[f"{k.name}: {text}" for k, text in COUNTEREXAMPLES])
def test_a_counterexample_is_read_as_another_kind(kind: QuestionKind, text: str, world: Graph) -> None:
    assert read_question(text, world, Choice()).kind.name != kind.name


@pytest.mark.parametrize(("kind", "text"), EXAMPLES, ids=[f"{kind.name}: {text}" for kind, text in EXAMPLES])
def test_case_and_a_missing_question_mark_do_not_matter(kind: QuestionKind, text: str, world: Graph) -> None:
    assert read_question(text.rstrip("?").lower(), world, Choice()).kind.name == kind.name


def test_there_are_some_forty_kinds_and_no_two_alike() -> None:
    assert len(KINDS) >= 40
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert len({kind.asks for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_each_slot_of_a_wording_is_used_by_the_query(kind: QuestionKind) -> None:
    slots = questions().slots
    for pattern in (*kind.patterns, *kind.whether):
        for name in re.findall(r"\{(\w+)\}", pattern):
            used = name if slots[name].types else slots[name].within
            assert slots[name].needs == "nothing" or re.search(rf"\?{used}\b", kind.query), f"{pattern}: {name}"
