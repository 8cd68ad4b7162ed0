"""The answer to a question, and how it came about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from protocolgraph.analyse.ask.reading import Reading
from protocolgraph.graph.frames import PLACE, frame, place_columns
from protocolgraph.model import Evidence
from protocolgraph.model.showing import html_lines, html_table, quoted, source_line

if TYPE_CHECKING:
    from protocolgraph.graph.frames import DataFrame

_VERDICTS = {
    "yes": "Yes, so it is stated:",
    "no": "No, the documents deny it:",
    "not stated": "The documents do not state it.",
}


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

    @property
    def headline(self) -> str:
        """The line that stands before what was found, or says that nothing was."""
        if self.verdict == "not stated" and self.lines:
            return "The documents do not state it in so many words. What comes near it:"
        if self.verdict:
            return _VERDICTS[self.verdict]
        return "The documents state:" if self.lines else "The documents do not say."

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return a row for each thing that is stated: about whom, what, and where it is stated best."""
        return [
            {
                "about": line.about,
                "answer": line.text,
                "notes": "; ".join(line.notes),
                "denied": line.negated,
                **place_columns(line.evidence[0] if line.evidence else None),
            }
            for line in self.lines
        ]

    def to_frame(self) -> DataFrame:
        """Return the rows as a pandas data frame; raises UsageError if pandas is not installed."""
        return frame(self.to_dicts(), ("about", "answer", "notes", "denied", *PLACE))

    def _repr_html_(self) -> str:
        told = html_lines(self.question, [f"Read as: {self.reading.text}", *self.notes, self.headline])
        rows = [
            (
                f"{'not: ' if line.negated else ''}{f'{line.about}: ' if line.about else ''}{line.text}",
                "; ".join(line.notes),
                *((quoted(line.evidence[0]), source_line(line.evidence[0])) if line.evidence else ("", "")),
            )
            for line in self.lines
        ]
        return told + (html_table(("", "", "words", "source"), rows) if rows else "")
