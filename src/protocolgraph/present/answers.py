"""Answers as JSON-ready values."""

from __future__ import annotations

from typing import Any

from protocolgraph.analyse.ask import Answer, AnswerLine
from protocolgraph.graph import source_line
from protocolgraph.model import Evidence
from protocolgraph.present.json import source_dict


def dated_source(answer: Answer, evidence: Evidence) -> str:
    """Return where a statement stands and of which date the document is."""
    date = dict(answer.dates).get(evidence.document)
    return f"{source_line(evidence)} ({date})" if date else source_line(evidence)


def answer_dict(answer: Answer) -> dict[str, Any]:
    """Return an answer; each thing that is stated has all its sources."""
    return {
        "question": answer.question,
        "reading": answer.reading.text,
        "kind": answer.reading.kind.name,
        "notes": list(answer.notes),
        "verdict": answer.verdict,
        "answers": [_line_dict(line, dict(answer.dates)) for line in answer.lines],
        "silent": list(answer.silent),
        "query": answer.query,
    }


def _line_dict(line: AnswerLine, dates: dict[str, str | None]) -> dict[str, Any]:
    return {
        "about": line.about,
        "text": line.text,
        "notes": list(line.notes),
        "negated": line.negated,
        "sources": [{**source_dict(place), "date": dates.get(place.document)} for place in line.evidence],
    }
