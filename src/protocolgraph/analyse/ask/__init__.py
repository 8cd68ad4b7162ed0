"""Questions in plain English: read by patterns, answered by queries, explained; never guessed."""

from __future__ import annotations

from protocolgraph.analyse.ask.answer import Answer, AnswerLine
from protocolgraph.analyse.ask.answering import ask
from protocolgraph.analyse.ask.reading import Reading

__all__ = ["Answer", "AnswerLine", "Reading", "ask"]
