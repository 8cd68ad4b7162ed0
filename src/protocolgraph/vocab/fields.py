"""Checked access to the fields of a vocabulary file: a wrong one is an error that names the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from protocolgraph.errors import VocabularyError
from protocolgraph.model import EntityType
from protocolgraph.vocab.terms import Matches


class Fields:
    """The fields of one mapping in a file; each is taken once, and none may be left over."""

    def __init__(self, data: Any, *, file: str, known: Mapping[str, str]) -> None:
        self.file = file
        self.known = known
        if not isinstance(data, dict):
            raise self.error("must be a mapping of names to values")
        self.data = dict(data)

    def error(self, reason: str) -> VocabularyError:
        """Return the error that names the file."""
        return VocabularyError(f"schema/{self.file}: {reason}")

    def get_text(self, key: str) -> str | None:
        """Take a text, or None if the field is absent."""
        value = self.data.pop(key, None)
        if value is not None and (not isinstance(value, str) or not value.strip()):
            raise self.error(f"{key} must be a text")
        return value

    def text(self, key: str) -> str:
        """Take a text."""
        value = self.get_text(key)
        if value is None:
            raise self.error(f"{key} is missing")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts; absent is empty."""
        value = self.data.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(f"{key} must be a list of texts")
        return tuple(value)

    def get_term(self, key: str) -> str | None:
        """Take a prefixed term, or None if the field is absent."""
        value = self.get_text(key)
        return None if value is None else self._checked(key, value)

    def term(self, key: str) -> str:
        """Take a prefixed term."""
        return self._checked(key, self.text(key))

    def terms(self, key: str) -> tuple[str, ...]:
        """Take a list of prefixed terms; absent is empty."""
        return tuple(self._checked(key, value) for value in self.texts(key))

    def types(self, key: str, *, default: tuple[EntityType, ...] = ()) -> tuple[EntityType, ...]:
        """Take a list of types of entities."""
        if key not in self.data:
            return default
        try:
            return tuple(EntityType(value) for value in self.texts(key))
        except ValueError as error:
            raise self.error(f"{key}: {error}") from error

    def flag(self, key: str) -> bool:
        """Take true or false; absent is false."""
        value = self.data.pop(key, False)
        if not isinstance(value, bool):
            raise self.error(f"{key} must be true or false")
        return value

    def end(self, key: str) -> Literal["subject", "object"]:
        """Take "subject" or "object"."""
        value = self.text(key)
        if value == "subject":
            return "subject"
        if value == "object":
            return "object"
        raise self.error(f'{key} must be "subject" or "object"')

    def inner(self, key: str) -> Fields:
        """Take a mapping; absent is empty."""
        return Fields(self.data.pop(key, {}), file=self.file, known=self.known)

    def inners(self, key: str) -> list[Fields]:
        """Take a list of mappings; absent is empty."""
        value = self.data.pop(key, [])
        if not isinstance(value, list):
            raise self.error(f"{key} must be a list")
        return [Fields(item, file=self.file, known=self.known) for item in value]

    def lists(self, key: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Take a mapping of names to lists of texts, sorted by name."""
        inner = self.inner(key)
        return tuple((name, inner.texts(name)) for name in sorted(inner.data))

    def matches(self) -> Matches:
        """Take the mapping properties and the foreign terms that they point to."""
        found = self.lists("matches")
        for name, values in found:
            for term in (name, *values):
                self._checked("matches", term)
        return found

    def end_of_fields(self) -> None:
        """Refuse what no one took."""
        if self.data:
            raise self.error(f"unknown field {', '.join(sorted(map(str, self.data)))}")

    def _checked(self, key: str, term: str) -> str:
        prefix, colon, local = term.partition(":")
        if not colon or not local or prefix not in self.known:
            raise self.error(f"{key}: {term!r} is not a term with a known prefix")
        return term
