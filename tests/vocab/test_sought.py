"""Patterns that are tried only where one of their words stands find what they would find anyway."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from protocolgraph.extract.labelled import any_of, may_match
from protocolgraph.vocab.drafting import load_drafting
from protocolgraph.vocab.lexicon import load_yaml
from protocolgraph.vocab.sought import Sought

ROOT = Path(__file__).parents[2]
TEXTS = sorted((ROOT / "corpus").rglob("*.txt"))
LINES = [line for text in TEXTS for line in text.read_text(encoding="utf-8").splitlines() if line.strip()]


def test_a_pattern_finds_what_stands_there_and_nothing_where_its_word_is_missing() -> None:
    named = Sought.of(r"\b[A-Z]\w+ (?:Board|Forum)\b", ("board", "forum"))
    assert [match[0] for match in named.finditer("The Care Board and the Youth Forum")] == ["Care Board", "Youth Forum"]
    assert named.search("The Care Team") is None
    assert list(named.finditer("The Care Team")) == []


@pytest.mark.parametrize("name", ["vague_times", "reviews", "owners", "disputes", "chair", "members", "meetings"])
def test_no_wording_of_a_document_is_passed_over_for_want_of_a_word(name: str) -> None:
    words = load_drafting()
    sought = words.terms[name] if name in words.terms else getattr(words, name)
    found = [line for line in LINES if sought.pattern.search(line)]
    assert found
    assert [line for line in found if not sought.may_stand(line)] == []


def test_no_denied_hierarchy_of_a_document_is_passed_over_for_want_of_a_word() -> None:
    found = [line for line in LINES if any_of("equality").search(line)]
    assert found
    assert [line for line in found if not may_match("equality", line)] == []


def test_no_list_of_members_of_a_document_is_passed_over_for_want_of_a_word() -> None:
    patterns = [re.compile(p, re.IGNORECASE) for p in load_yaml("lexicon/layout_words.yaml")["composition"]]
    found = [line for line in LINES if any(pattern.search(line) for pattern in patterns)]
    assert found
    assert [line for line in found if not may_match("composition", line)] == []
