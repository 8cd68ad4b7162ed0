"""The answer to a question, and how it came about."""

from __future__ import annotations

from dataclasses import dataclass

from protocolgraph.analyse.ask.reading import Reading
from protocolgraph.model import Evidence


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One thing that the documents state."""

    about: str | None
    """Which of several entities asked about it is; None where there was one."""
    text: str
    notes: tuple[str, ...]
    negated: bool
    """The documents deny it."""
    evidence: tuple[Evidence, ...]
    """Where it is stated, the surest first; empty for what follows from all documents together."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the documents answer."""

    question: str
    reading: Reading
    query: str
    """The SPARQL that was asked."""
    lines: tuple[AnswerLine, ...]
    verdict: str | None
    """"yes", "no" (the documents deny it) or "not stated", for a question that wants to know whether."""
    notes: tuple[str, ...]
    """How names and documents were understood, for a person."""
    silent: tuple[str, ...]
    """Documents that the question asks of each, and that state nothing."""
    dates: tuple[tuple[str, str | None], ...]
    """The documents' dates."""
