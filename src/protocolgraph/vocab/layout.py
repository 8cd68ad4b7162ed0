"""The words by which a document's layout is recognised, from `lexicon/layout.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from importlib import resources

import yaml

from protocolgraph.errors import VocabularyError


@dataclass(frozen=True, slots=True)
class Layout:
    """Word lists, all in lower case; the file says what each is for."""

    small_words: frozenset[str]
    finite_verbs: frozenset[str]
    open_words: frozenset[str]
    open_adjectives: frozenset[str]
    paragraph_starts: frozenset[str]
    lead_words: frozenset[str]
    abbreviations: frozenset[str]
    numeric_abbreviations: frozenset[str]
    citation_words: frozenset[str]
    months: frozenset[str]
    resolutions: frozenset[str]
    presence_labels: frozenset[str]
    attendance_labels: frozenset[str]
    sorts_beside: frozenset[str]
    member_headings: frozenset[str]
    section_headings: frozenset[str]
    office_lines: frozenset[str]
    field_labels: frozenset[str]
    running_labels: frozenset[str]
    name_titles: frozenset[str]
    member_columns: frozenset[str]
    duty_columns: frozenset[str]
    column_headers: frozenset[str]
    action_headers: frozenset[str]
    frequencies: frozenset[str]
    owner_words: frozenset[str]
    group_words: frozenset[str]
    title_kinds: tuple[tuple[str, str], ...]
    """Pairs of a word of a title and the value of the `PartKind` that it shows; the first that fits counts."""


@cache
def load_layout() -> Layout:
    """Return the word lists.

    Raises:
        VocabularyError: the file is damaged, or lacks a list.

    """
    source = resources.files("protocolgraph.vocab").joinpath("lexicon/layout.yaml")
    try:
        data = yaml.safe_load(source.read_text(encoding="utf-8"))
        lists = {field.name: frozenset(data[field.name]) for field in fields(Layout) if field.name != "title_kinds"}
        return Layout(**lists, title_kinds=tuple((word, kind) for word, kind in data["title_kinds"]))
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise VocabularyError(f"lexicon/layout.yaml cannot be used: {error}") from error
