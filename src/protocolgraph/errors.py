"""Errors that the library raises, all under one root.

    ProtocolGraphError
    ├── ReadError            a document that cannot be read: skip it, go on with the others
    ├── WorkspaceError       a `protocolgraph.toml` that cannot be understood
    ├── VocabularyError      a vocabulary, lexicon or frame file that is wrong
    ├── ModelError           the language model is missing or unusable
    ├── StoreError           a graph that is missing, damaged, busy or of another version
    ├── QueryError           a query that cannot be parsed or run
    ├── QuestionError        a question in words that cannot be read (carries the nearest that can)
    ├── UnknownNameError     no entity bears this name (carries the nearest names)
    ├── AmbiguousNameError   several entities bear this name (carries what tells them apart)
    └── UsageError           wrong use: a path that is not there, a format that is not known

Each message is one line for a person: what is wrong, where, and what to do about it.
"""

from __future__ import annotations


class ProtocolGraphError(Exception):
    """Root of all errors raised by protocolgraph."""


class ReadError(ProtocolGraphError):
    """A document that cannot be read; the build names it and goes on."""

    def __init__(self, document: str, reason: str) -> None:
        super().__init__(f"{document}: {reason}")
        self.document = document
        self.reason = reason


class WorkspaceError(ProtocolGraphError):
    """The workspace file cannot be understood."""


class VocabularyError(ProtocolGraphError):
    """A vocabulary, lexicon or frame file is wrong."""


class ModelError(ProtocolGraphError):
    """The language model is missing or unusable."""


class StoreError(ProtocolGraphError):
    """The graph store is missing, damaged, busy or of another version."""


class QueryError(ProtocolGraphError):
    """A query cannot be parsed or run."""


class QuestionError(ProtocolGraphError):
    """A question in words cannot be read."""

    def __init__(self, question: str, nearest: tuple[str, ...]) -> None:
        super().__init__(f"This question cannot be read: {question!r}. You can ask, for example: {' '.join(nearest)}")
        self.question = question
        self.nearest = nearest


class UnknownNameError(ProtocolGraphError):
    """No entity bears this name."""

    def __init__(self, name: str, nearest: tuple[str, ...] = ()) -> None:
        hint = f"Did you mean: {'; '.join(nearest)}?" if nearest else "Part of a name will do: try its main word alone."
        super().__init__(f"Nothing here is called {name!r}. {hint}")
        self.name = name
        self.nearest = nearest


class AmbiguousNameError(ProtocolGraphError):
    """Several entities bear this name."""

    def __init__(self, name: str, candidates: tuple[str, ...]) -> None:
        super().__init__(f"{name!r} may mean: {'; '.join(candidates)}. Say which.")
        self.name = name
        self.candidates = candidates


class UsageError(ProtocolGraphError):
    """Wrong use: a path that is not there, a format that is not known."""
