"""Word lists that extraction reads, from the YAML files in `lexicon/`.

Each file says at its head what its lists hold. Words are compared by `fold`: lower case, one kind
of apostrophe, no apostrophe at the end of a plural.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from protocolgraph.errors import VocabularyError

_LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The safe loader in C where PyYAML was built with it: ten times as fast, same result."""
_KNOWN_WORDS = 65_536
"""Words whose folded form is remembered: each is asked for again and again."""


@lru_cache(_KNOWN_WORDS)
def fold(word: str) -> str:
    """Return a word as the lists hold it."""
    return word.lower().replace("’", "'").replace("‘", "'")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One file of word lists: list name to folded words (and, for a mapping, what stands beside each)."""

    name: str
    lists: Mapping[str, Mapping[str, Any]]

    def __getitem__(self, name: str) -> Mapping[str, Any]:
        """Return the words of one list; `word in lexicon["heads"]` is the usual question."""
        try:
            return self.lists[name]
        except KeyError:
            raise VocabularyError(f"lexicon/{self.name}.yaml has no list {name!r}") from None


@cache
def lexicon(name: str) -> Lexicon:
    """Return the lists of `lexicon/<name>.yaml`.

    Raises:
        VocabularyError: the file is missing or is not a mapping of lists.

    """
    data = load_yaml(f"lexicon/{name}.yaml")
    if not isinstance(data, dict):
        raise VocabularyError(f"lexicon/{name}.yaml must map names to lists of words")
    return Lexicon(name, {key: _words(name, key, value) for key, value in data.items()})


@cache
def load_yaml(path: str) -> Any:
    """Return the content of a YAML file of this package, parsed once; nobody changes it.

    Raises:
        VocabularyError: the file is missing or cannot be parsed.

    """
    try:
        text = files("protocolgraph.vocab").joinpath(path).read_text(encoding="utf-8")
        return yaml.load(text, Loader=_LOADER)
    except (OSError, yaml.YAMLError) as error:
        raise VocabularyError(f"vocab/{path}: {error}") from error


def _words(file: str, key: str, value: Any) -> dict[str, Any]:
    if any(isinstance(word, bool) for word in value or ()):
        raise VocabularyError(f"lexicon/{file}.yaml: {key} has a bare yes, no, on or off: put it in quotes")
    if isinstance(value, list):
        return {fold(str(word)): None for word in value}
    if isinstance(value, dict):
        return {fold(str(word)): beside for word, beside in value.items()}
    raise VocabularyError(f"lexicon/{file}.yaml: {key} must be a list or a mapping of words")
