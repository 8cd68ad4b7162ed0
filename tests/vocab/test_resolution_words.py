"""The words by which names are compared."""

from __future__ import annotations

import pytest

from protocolgraph.errors import VocabularyError
from protocolgraph.model import EntityType
from protocolgraph.resolve.names import key
from protocolgraph.vocab import resolution
from protocolgraph.vocab.resolution import resolution_words


def test_words_stand_in_the_form_in_which_names_are_compared() -> None:
    """A word that folding changes would never be met."""
    lists = resolution_words()
    groups = [
        lists.distinguishing,
        lists.optional,
        lists.dependent,
        lists.single,
        lists.placeless,
        *lists.plain.values(),
    ]
    phrases = [*lists.one_a_region, *lists.authority.heads]
    words = {word for group in groups for word in group} | {word for phrase in phrases for word in phrase}
    assert sorted(word for word in words if key(word) != (word,)) == []


def test_joined_words_are_written_as_names_fold_them() -> None:
    for pair, joined in resolution_words().joined.items():
        assert key(" ".join(pair)) == (joined,) == key(joined)


def test_no_word_may_be_lost_that_tells_two_bodies_apart() -> None:
    lists = resolution_words()
    assert not lists.optional & lists.distinguishing
    assert not lists.describing["chair"] & lists.distinguishing


def test_every_type_that_can_be_owned_has_plain_names() -> None:
    assert set(resolution_words().plain) == {EntityType.BODY, EntityType.ROLE, EntityType.PUBLICATION}


@pytest.mark.parametrize("data", [{}, {"small": "the"}, {"small": [True]}, None])
def test_a_damaged_file_is_named(monkeypatch: pytest.MonkeyPatch, data: object) -> None:
    monkeypatch.setattr(resolution, "load_yaml", lambda _: data)
    resolution_words.cache_clear()
    with pytest.raises(VocabularyError, match=r"resolution\.yaml"):
        resolution_words()
    resolution_words.cache_clear()
